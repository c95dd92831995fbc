import Catalog
import Diagnostics
import Values

extension Call where Receiver == ListValue {
    func perform(_ operation: ListOperation) throws(Failure) -> Value {
        switch operation {
        case .len: throw Failure(.unsupportedOperation, "'len' is not supported")
        }
    }
}
