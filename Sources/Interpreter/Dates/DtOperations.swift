import Catalog
import Diagnostics
import Values

/// `series.dt`.
struct DtAccessor {
    let receiver: Value

    init?(_ value: Value) {
        guard case .accessor(let accessor) = value, accessor.kind == .dt else { return nil }
        receiver = accessor.receiver
    }
}

extension Call where Receiver == DtAccessor {
    func perform(_ operation: DtOperation) throws(Failure) -> Value {
        switch operation {
        case .len: throw Failure(.unsupportedOperation, "'len' is not supported")
        }
    }
}
