import Catalog
import Diagnostics
import Values

extension Call where Receiver == Text {
    func perform(_ operation: TextOperation) throws(Failure) -> Value {
        switch operation {
        case .len: throw Failure(.unsupportedOperation, "'len' is not supported")
        }
    }
}
