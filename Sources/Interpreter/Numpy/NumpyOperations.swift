import Catalog
import Diagnostics
import Values

extension Call where Receiver == NoReceiver {
    func perform(_ operation: NumpyOperation) throws(Failure) -> Value {
        switch operation {
        case .len: throw Failure(.unsupportedOperation, "'len' is not supported")
        }
    }
}
