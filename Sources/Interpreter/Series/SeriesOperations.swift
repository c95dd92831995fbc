import Catalog
import Diagnostics
import Values

extension Call where Receiver == Series {
    func perform(_ operation: SeriesOperation) throws(Failure) -> Value {
        switch operation {
        case .len: throw Failure(.unsupportedOperation, "'len' is not supported")
        }
    }
}
