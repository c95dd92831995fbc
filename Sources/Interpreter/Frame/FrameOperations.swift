import Catalog
import Diagnostics
import Values

extension Call where Receiver == Frame {
    func perform(_ operation: FrameOperation) throws(Failure) -> Value {
        switch operation {
        case .len, .insert, .update: throw Failure(.unsupportedOperation, "'len' is not supported")
        }
    }
}
