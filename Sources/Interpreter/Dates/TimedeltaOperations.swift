import Catalog
import Diagnostics
import Values

/// A `Timedelta`, or NaT.
struct TimedeltaReceiver {
    let nanoseconds: Int

    init?(_ value: Value) {
        guard case .timedelta(let nanoseconds) = value else { return nil }
        self.nanoseconds = nanoseconds
    }
}

extension Call where Receiver == TimedeltaReceiver {
    func perform(_ operation: TimedeltaOperation) throws(Failure) -> Value {
        switch operation {
        case .len: throw Failure(.unsupportedOperation, "'len' is not supported")
        }
    }
}
