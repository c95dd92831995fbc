import Catalog
import Diagnostics
import Values

extension Call where Receiver == [Value] {
    func perform(_ operation: TupleOperation) throws(Failure) -> Value {
        switch operation {
        case .len: throw Failure(.unsupportedOperation, "'len' is not supported")
        }
    }
}
