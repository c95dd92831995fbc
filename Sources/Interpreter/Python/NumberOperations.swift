import Catalog
import Diagnostics
import Values

/// An int, a float, a bool or a numpy scalar.
struct ScalarReceiver {
    let value: Value

    init(_ value: Value) { self.value = value }
}

extension Call where Receiver == ScalarReceiver {
    func perform(_ operation: NumberOperation) throws(Failure) -> Value {
        switch operation {
        case .len: throw Failure(.unsupportedOperation, "'len' is not supported")
        }
    }
}
