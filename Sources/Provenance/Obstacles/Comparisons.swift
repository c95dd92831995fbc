import Interpreter
import Plan
import Values

extension Obstacles {
    func comparison(_ operands: [Node], _ symbols: [ComparisonOperator]) -> String? {
        guard operands.count == 2 else { return chain(operands, symbols) }
        guard let left = value(operands[0]), let right = value(operands[1]) else { return nil }
        switch symbols[0] {
        case .equal, .notEqual: return equality(operands, left, right, symbols[0])
        case .less, .lessEqual, .greater, .greaterEqual: return ordering(operands, left, right, symbols[0])
        case .isSame, .isNot: return "`\(symbols[0].rawValue)` asks for the same object, not for an equal value"
        case .contains, .notContains: return membership(operands, left, right)
        }
    }

    /// `a < b < c` holds where each pair does.
    private func chain(_ operands: [Node], _ symbols: [ComparisonOperator]) -> String? {
        let values = operands.map { value($0).map(Abridged.text) ?? "?" }
        var words = values[0]
        for (at, symbol) in symbols.enumerated() { words += " \(symbol.rawValue) \(values[at + 1])" }
        return "\(symbols.count) comparisons in a chain must all hold: \(words)"
    }

    private func equality(_ operands: [Node], _ left: Value, _ right: Value, _ symbol: ComparisonOperator) -> String? {
        if left.number != nil, right.number != nil { return numbers(operands, symbol, left, right) }
        guard left.isScalar, right.isScalar else { return sizes(left, right) }
        if left.isMissing || right.isMissing { return "a missing value equals nothing" }
        if (left.text == nil) != (right.text == nil) { return "\(kind(left)) never equals \(kind(right))" }
        return left.text != nil ? winner(operands) ?? same(operands) : nil
    }

    private func kind(_ value: Value) -> String { value.text != nil ? "the text \(Abridged.text(value))" : "the \(value.typeName) \(Abridged.text(value))" }

    /// Both sides rest on the same cells, so that they change together.
    func same(_ operands: [Node]) -> String? {
        let (left, right) = (tracer.trace(operands[0]).support.read, tracer.trace(operands[1]).support.read)
        guard !left.isEmpty, left == right else { return nil }
        return "both sides rest on the same cells and change together"
    }

    private func sizes(_ left: Value, _ right: Value) -> String? {
        guard let a = left.itemCount ?? left.memberCount, let b = right.itemCount ?? right.memberCount else {
            return left.isScalar == right.isScalar ? nil : "a \(left.typeName) never equals a \(right.typeName)"
        }
        if a != b { return "one side has \(a) items, the other \(b)" }
        return "the \(a) items of both sides are compared as a whole: \(Abridged.text(left)) and \(Abridged.text(right))"
    }

    private func ordering(_ operands: [Node], _ left: Value, _ right: Value, _ symbol: ComparisonOperator) -> String? {
        left.number != nil && right.number != nil ? numbers(operands, symbol, left, right) : same(operands)
    }

    private func membership(_ operands: [Node], _ needle: Value, _ container: Value) -> String? {
        guard let items = container.cells else {
            guard let text = container.text?.string, let part = needle.text?.string else { return "what is searched has no items of that kind" }
            return text.contains(part) ? "'\(part)' is found in '\(text)'" : "'\(part)' is not in '\(text)'"
        }
        let found = (0..<items.count).count { HashKey(items[$0]) == HashKey(needle) }
        if found > 1 { return "\(found) items are equal, and one is enough" }
        if items.count > 0, (0..<items.count).allSatisfy({ (items[$0].text == nil) != (needle.text == nil) }) { return "\(kind(needle)) is sought among values of another kind" }
        return nil
    }
}

extension Value {
    /// How many members a set or a dict has.
    fileprivate var memberCount: Int? {
        switch self {
        case .set(let set): set.items.count
        default: nil
        }
    }
}
