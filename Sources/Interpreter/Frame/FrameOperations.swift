import Catalog
import Diagnostics
import Values

extension Call where Receiver == Frame {
    func perform(_ operation: FrameOperation) throws(Failure) -> Value {
        switch operation {
        case .len: throw Failure(.unsupportedOperation, "'len' is not supported")
        }
    }
}
