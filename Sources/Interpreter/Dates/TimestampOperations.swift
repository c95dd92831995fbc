import Catalog
import Diagnostics
import Values

/// A `Timestamp`, or NaT.
struct TimestampReceiver {
    let nanoseconds: Int

    init?(_ value: Value) {
        guard case .timestamp(let nanoseconds) = value else { return nil }
        self.nanoseconds = nanoseconds
    }
}

extension Call where Receiver == TimestampReceiver {
    func perform(_ operation: TimestampOperation) throws(Failure) -> Value {
        switch operation {
        case .len: throw Failure(.unsupportedOperation, "'len' is not supported")
        }
    }
}
