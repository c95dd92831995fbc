import Diagnostics
import Kernels
import Values

// `contains`, `startswith`, `endswith`, `match`, `fullmatch`, `count`, `find`, `index`.
extension Call where Receiver == StrAccessor {
    /// A pattern argument: pandas compiles whatever it is given.
    func pattern(_ name: StaticString = "pat", caseless: Bool = false) throws(Failure) -> Pattern {
        let value = try arguments.require(name)
        guard case .text(let source) = value else { throw Failure(.typeError, "first argument must be string or compiled pattern") }
        return try Pattern.compile(source, flags: flagBits().union(caseless ? .ignoreCase : []))
    }

    func flagBits() throws(Failure) -> Pattern.Flags {
        Pattern.Flags(rawValue: try arguments["flags"].map { value throws(Failure) in try interpreter.index(value) } ?? 0)
    }

    /// What `na` fills gaps with: None and NaN leave them as they are.
    private var na: Value? {
        guard let value = arguments.given("na") else { return nil }
        if case .float(let x) = value, x.isNaN { return nil }
        return value
    }

    /// A flag that pandas tests with `if`.
    func isTrue(_ name: StaticString, default standard: Bool) throws(Failure) -> Bool {
        try arguments[name].map { value throws(Failure) in try interpreter.truth(value) } ?? standard
    }

    func contains() throws(Failure) -> Value {
        let heedsCase = try isTrue("case", default: true)
        guard try isTrue("regex", default: true) else { return try containsLiteral(heedsCase) }
        let matcher = try pattern(caseless: !heedsCase).matcher(.search, cells: receiver.column.count)
        return try flags(na: na) { (text) throws(Failure) in try matcher.contains(text) }
    }

    private func containsLiteral(_ heedsCase: Bool) throws(Failure) -> Value {
        let value = try arguments.require("pat")
        guard case .text(let part) = value else {
            guard heedsCase else { throw Failure(.attributeError, "'\(value.typeName)' object has no attribute 'upper'") }
            return try objects(na: na, empty: .bool([])) { (cell) throws(Failure) in try holds(value, cell) }
        }
        if !heedsCase {
            let upper = part.upper()
            return try flags(na: na) { $0.upper().contains(upper) }
        }
        if case .text = receiver.column { return try flags(na: na) { $0.contains(part) } }
        return try objects(na: na, empty: .bool([])) { (cell) throws(Failure) in try holds(value, cell) }
    }

    /// `part in cell`, for cells that are containers.
    private func holds(_ part: Value, _ cell: Value) throws(Failure) -> Value? {
        switch cell {
        case .text, .list, .tuple, .set, .dict: try interpreter.compare(.contains, part, cell)
        default: nil
        }
    }

    func matches(_ mode: Pattern.Mode) throws(Failure) -> Value {
        let matcher = try pattern(caseless: !isTrue("case", default: true)).matcher(mode, cells: receiver.column.count)
        return try flags(na: na) { (text) throws(Failure) in try matcher.contains(text) }
    }

    func startsWith() throws(Failure) -> Value {
        guard let parts = try parts() else { return try allFailed(empty: .bool([])) }
        if parts.count == 1 { return try flags(na: na) { $0.starts(with: parts[0]) } }
        return try flags(na: na) { $0.startsWith(parts) }
    }

    func endsWith() throws(Failure) -> Value {
        guard let parts = try parts() else { return try allFailed(empty: .bool([])) }
        if parts.count == 1 { return try flags(na: na) { $0.ends(with: parts[0]) } }
        return try flags(na: na) { $0.endsWith(parts) }
    }

    /// One part or a tuple of them; nil for a tuple that holds something else.
    private func parts() throws(Failure) -> [Text]? {
        let value = try arguments.require("pat")
        switch value {
        case .text, .tuple: return value.texts
        default: throw Failure(.typeError, "expected a string or tuple, not \(value.typeName)")
        }
    }

    func count() throws(Failure) -> Value {
        let pattern = try pattern()
        if let literal = pattern.literal, !literal.isEmpty { return try numbers { $0.occurrences(of: literal) } }
        let matcher = pattern.matcher(.search, cells: receiver.column.count)
        return try numbers { (text) throws(Failure) in try matcher.count(in: text) }
    }

    /// `find`, `rfind`, `index` and `rindex`.
    func find(_ search: (Text, Text, Int?, Int?) throws(Failure) -> Int) throws(Failure) -> Value {
        let value = try arguments.require("sub")
        guard case .text(let part) = value else {
            throw Failure(.typeError, "expected a string object, not \(value.typeName)")
        }
        let start = try arguments.given("start").map { value throws(Failure) in try interpreter.index(value) }
        let end = try arguments.given("end").map { value throws(Failure) in try interpreter.index(value) }
        return try numbers { (text) throws(Failure) in try search(text, part, start, end) }
    }
}
