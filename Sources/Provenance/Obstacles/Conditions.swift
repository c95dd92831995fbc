import Plan
import Values

extension Obstacles {
    /// Why no further row comes to meet some conditions by one change: the rows miss several of them, or they exclude one another.
    func missing(_ masks: [Node]) -> String? {
        let parts = masks.map(bare).flatMap(conjuncts)
        if let words = parts.lazy.compactMap(self.impossible).first { return words }
        if let words = exclusion(parts) { return words }
        guard parts.count > 1, let most = mostHeld(parts), most < parts.count - 1 else { return nil }
        return most == 0 ? "no row meets any of the \(parts.count) conditions" : "no other row meets more than \(most) of the \(parts.count) conditions"
    }

    private func conjuncts(_ mask: Node) -> [Node] {
        guard case .binary(.bitAnd, let left, let right) = mask.kind else { return [mask] }
        return conjuncts(bare(left)) + conjuncts(bare(right))
    }

    /// A condition that no cell of its column's type can meet.
    private func impossible(_ part: Node) -> String? { unequal(part) ?? present(part) }

    private func unequal(_ part: Node) -> String? {
        guard case .comparison(let operands, let symbols) = part.kind, operands.count == 2, symbols == [.equal], let left = value(operands[0])?.cells,
            let right = value(operands[1]), right.isScalar, !left.isEmpty
        else { return nil }
        let isText = right.text != nil
        guard left.isOf(text: !isText) else { return nil }
        return "`\(source(part))` compares \(isText ? "numbers with a text" : "texts with a number"), which are never equal"
    }

    private func present(_ part: Node) -> String? {
        guard case .method(_, let attribute, _) = part.kind, ["isna", "isnull"].contains(attribute.name), value(part)?.flags?.contains(true) == false else { return nil }
        return "no cell is missing, and a present cell stays present"
    }

    /// Two conditions that ask for different values of one column.
    private func exclusion(_ parts: [Node]) -> String? {
        for (at, one) in parts.enumerated() {
            for other in parts[(at + 1)...] where excludes(one, other) { return "`\(source(one))` and `\(source(other))` exclude one another: no row meets both" }
        }
        return nil
    }

    private func excludes(_ one: Node, _ other: Node) -> Bool {
        guard let (column, wanted) = asked(one), let (second, another) = asked(other), column == second else { return false }
        return HashKey(wanted) != HashKey(another)
    }

    /// The column that is compared and the value it must equal, as the query writes the column.
    private func asked(_ part: Node) -> (String, Value)? {
        guard case .comparison(let operands, let symbols) = part.kind, operands.count == 2, symbols == [.equal], let wanted = value(operands[1]), wanted.isScalar else { return nil }
        return (source(operands[0]), wanted)
    }

    /// The most conditions that a row meets without meeting all.
    private func mostHeld(_ parts: [Node]) -> Int? {
        var counts: [Int: Int] = [:]
        for part in parts {
            guard let flags = value(part)?.flags, case .column(let rows, _) = tracer.trace(part).shape, rows.count == flags.count else { return nil }
            for (row, flag) in zip(rows, flags) { counts[row, default: 0] += flag ? 1 : 0 }
        }
        return counts.values.filter { $0 < parts.count }.max()
    }
}

extension Column {
    fileprivate var isEmpty: Bool { count == 0 }

    /// Whether every cell is a text (or none is, all being numbers or flags).
    fileprivate func isOf(text: Bool) -> Bool {
        switch self {
        case .text: text
        case .int, .float, .bool: !text
        case .object(let items): !items.contains { ($0.text != nil) != text }
        case .timestamp, .timedelta, .categorical: false
        }
    }
}
