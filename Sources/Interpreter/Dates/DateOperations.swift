import Catalog
import Diagnostics
import Values

/// A `datetime.date` or `datetime.time`.
struct DateReceiver {
    let value: Value

    init(_ value: Value) { self.value = value }
}

extension Call where Receiver == DateReceiver {
    func perform(_ operation: DateOperation) throws(Failure) -> Value {
        switch operation {
        case .len: throw Failure(.unsupportedOperation, "'len' is not supported")
        }
    }
}
