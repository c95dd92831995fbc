import Catalog
import Diagnostics
import Values

extension Call where Receiver == GroupBy {
    func perform(_ operation: GroupByOperation) throws(Failure) -> Value {
        switch operation {
        case .len: throw Failure(.unsupportedOperation, "'len' is not supported")
        }
    }
}
