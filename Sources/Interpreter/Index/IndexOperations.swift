import Catalog
import Diagnostics
import Values

extension Call where Receiver == Index {
    func perform(_ operation: IndexOperation) throws(Failure) -> Value {
        switch operation {
        case .len: throw Failure(.unsupportedOperation, "'len' is not supported")
        }
    }
}
