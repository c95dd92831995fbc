import Catalog
import Diagnostics
import Values

extension Call where Receiver == DictValue {
    func perform(_ operation: DictOperation) throws(Failure) -> Value {
        switch operation {
        case .len: throw Failure(.unsupportedOperation, "'len' is not supported")
        }
    }
}
