import Catalog
import Diagnostics
import Values

extension Call where Receiver == SetValue {
    func perform(_ operation: SetOperation) throws(Failure) -> Value {
        switch operation {
        case .len: throw Failure(.unsupportedOperation, "'len' is not supported")
        }
    }
}
