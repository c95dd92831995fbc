import Catalog
import Diagnostics
import Values

/// The receiver of a function of `math`, `re` or `datetime`.
struct StandardModule {}

extension Call where Receiver == StandardModule {
    func perform(_ operation: StandardOperation) throws(Failure) -> Value {
        switch operation {
        case .len: throw Failure(.unsupportedOperation, "'len' is not supported")
        }
    }
}
