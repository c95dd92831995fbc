import Catalog
import Diagnostics
import Kernels
import Values

/// What `re.compile` gives.
struct PatternReceiver {
    let accessor: AccessorValue

    init?(_ value: Value) {
        guard case .accessor(let accessor) = value, accessor.kind == .pattern else { return nil }
        self.accessor = accessor
    }
}

extension Call where Receiver == PatternReceiver {
    func perform(_ operation: PatternOperation) throws(Failure) -> Value {
        let regex = try interpreter.regex(receiver.accessor)
        switch operation {
        case .search: return try regex.find(.search, text())
        case .match: return try regex.find(.match, text())
        case .fullmatch: return try regex.find(.fullmatch, text())
        case .findall: return try regex.all(text())
        case .finditer: return try regex.matches(text())
        case .sub: return try regex.substituted(arguments.require("repl"), text(), limit: arguments.int("count", default: 0))
        case .split: return try regex.pieces(text(), limit: arguments.int("maxsplit", default: 0))
        case .pattern: return .text(regex.pattern.source)
        }
    }

    private func text() throws(Failure) -> Text { try interpreter.subject(arguments.require("string")) }
}
