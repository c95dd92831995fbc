import Catalog
import Diagnostics
import Values

extension Call where Receiver == NDArray {
    func perform(_ operation: ArrayOperation) throws(Failure) -> Value {
        switch operation {
        case .len: throw Failure(.unsupportedOperation, "'len' is not supported")
        }
    }
}
