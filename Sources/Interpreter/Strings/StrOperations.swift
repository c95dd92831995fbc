import Catalog
import Diagnostics
import Values

/// `series.str` or `index.str`.
struct StrAccessor {
    let receiver: Value

    init?(_ value: Value) {
        guard case .accessor(let accessor) = value, accessor.kind == .str else { return nil }
        receiver = accessor.receiver
    }
}

extension Call where Receiver == StrAccessor {
    func perform(_ operation: StrOperation) throws(Failure) -> Value {
        switch operation {
        case .len: throw Failure(.unsupportedOperation, "'len' is not supported")
        }
    }
}
