import Plan
import Values

extension Obstacles {
    /// Two numbers of which at least one must move.
    func numbers(_ operands: [Node], _ symbol: ComparisonOperator, _ left: Value, _ right: Value) -> String? {
        if left.isMissing || right.isMissing { return "one side is missing: no comparison with it holds" }
        guard let a = left.number, let b = right.number else { return nil }
        return distance(operands, symbol, left, right, abs(a - b), holds: symbol.holds(a, b)) ?? row(operands, symbol, a, b) ?? nothing(operands) ?? winner(operands)
            ?? beyond(operands, b) ?? beyond(operands.reversed(), a) ?? same(operands) ?? entangled(operands, left, right) ?? counted(operands, left, right)
    }

    private func sides(_ left: Value, _ right: Value) -> String { "the sides are \(Abridged.text(left)) and \(Abridged.text(right))" }

    /// A count whose condition looks at more than a row's own cells.
    private func entangled(_ operands: [Node], _ left: Value, _ right: Value) -> String? {
        guard let counting = operands.lazy.compactMap(counting).first, !counting.isLocal else { return nil }
        return "\(sides(left, right)), and the condition compares each counted row with others, which move together"
    }

    /// Counts that only other rows could bring together.
    private func counted(_ operands: [Node], _ left: Value, _ right: Value) -> String? {
        let moving = operands.compactMap(movement).contains { $0.most > 0 }
        return moving ? "\(sides(left, right)), and a row less among those that are counted does not turn the comparison" : nil
    }

    /// A reduction of no rows.
    private func nothing(_ operands: [Node]) -> String? {
        for operand in operands.map(bare) {
            guard case .method(let receiver, _, _) = operand.kind, let chosen = chosen(receiver), chosen.count == 0, let reason = missing(chosen.masks) else { continue }
            return "no row is left: " + reason
        }
        return nil
    }

    /// A largest (or smallest) value, beyond which several cells would have to go.
    private func beyond(_ operands: [Node], _ target: Double) -> String? {
        guard let (name, receiver) = extreme(bare(operands[0])), let cells = value(receiver)?.cells else { return nil }
        let numbers = (0..<cells.count).compactMap { cells[$0].number }
        let count = numbers.count { name == "max" ? $0 > target : $0 < target }
        if count > 1 { return "\(count) values lie \(name == "max" ? "above" : "below") \(Abridged.plain(.float(target)))" }
        return count == 0 && numbers.contains(target) ? "another value is as \(name == "max" ? "large" : "small")" : nil
    }

    private func extreme(_ node: Node) -> (String, Node)? {
        switch node.kind {
        case .method(let receiver, let attribute, let arguments) where arguments.nodes.isEmpty && ["max", "min"].contains(attribute.name): (attribute.name, receiver)
        case .function(let operation, let arguments) where arguments.positional.count == 1 && ["max", "min"].contains(operation.name): (operation.name, arguments.positional[0])
        default: nil
        }
    }

    /// Sides that are further apart than one cell moves them.
    private func distance(_ operands: [Node], _ symbol: ComparisonOperator, _ left: Value, _ right: Value, _ gap: Double, holds: Bool) -> String? {
        guard let a = movement(operands[0]), let b = movement(operands[1]), !(symbol.isEquality && holds == (symbol == .equal)) else { return nil }
        let most = a.most + b.most
        let facts = sides(left, right)
        // Where a strict comparison holds, equality breaks it; where it fails, equality is not enough.
        let isEnough = symbol.isEquality || symbol.isStrict == holds
        if gap > most + 1e-9 || !isEnough && gap > most - 1e-9 {
            return most == 0 ? "\(facts), and no cell moves them" : "\(facts), and one cell moves them by \(short(most)) at most"
        }
        let isStep = a.isStep && b.isStep && (a.most == 0 || b.most == 0)
        return symbol.isEquality && isStep && abs(gap - most) > 1e-9 ? "\(facts), and one cell moves them by \(short(most)) or not at all" : nil
    }

    private func short(_ number: Double) -> String {
        let words = Abridged.plain(.float(number))
        return words.hasSuffix(".0") ? String(words.dropLast(2)) : words
    }

    /// A count that is off by one row, where no row can come to be counted.
    private func row(_ operands: [Node], _ symbol: ComparisonOperator, _ a: Double, _ b: Double) -> String? {
        let holds = symbol.holds(a, b)
        return row(operands[0], growing: holds ? symbol.isUpper : symbol.isLower || symbol.isEquality && a < b)
            ?? row(operands[1], growing: holds ? symbol.isLower : symbol.isUpper || symbol.isEquality && b < a)
    }

    private func row(_ node: Node, growing: Bool) -> String? {
        if let counting = counting(node) { return row(counting, growing: growing) }
        guard growing, let movement = movement(node), movement.isStep, movement.most == 1, let count = value(node)?.integer, count > 0 else { return nil }
        return grown(count, nil)
    }

    private func row(_ counting: Counting, growing: Bool) -> String? {
        guard counting.count > 0 else { return missing(counting.masks).map { "no row is counted: " + $0 } }
        guard growing else { return nil }
        return grown(counting.count, missing(counting.masks))
    }

    private func grown(_ count: Int, _ reason: String?) -> String {
        "the count is \(count) and would have to grow: " + (reason ?? "a row that decides nothing now would have to come to be counted")
    }

    /// A row that is named because its cell is the largest or smallest: its cell alone does not choose the next.
    func winner(_ operands: [Node]) -> String? {
        for operand in operands.map(bare) {
            guard case .method(_, let attribute, _) = operand.kind, ["idxmax", "idxmin", "argmax", "argmin"].contains(attribute.name), let row = value(operand) else { continue }
            return "\(Abridged.text(row)) comes out, and the cells that make it come out do not say what would come next"
        }
        return nil
    }
}

extension ComparisonOperator {
    var isEquality: Bool { self == .equal || self == .notEqual }
    fileprivate var isStrict: Bool { self == .less || self == .greater }
    /// Whether a left side that grows comes to break it.
    fileprivate var isUpper: Bool { self == .less || self == .lessEqual || self == .equal }
    /// Whether a left side that grows comes to meet it.
    fileprivate var isLower: Bool { self == .greater || self == .greaterEqual }

    fileprivate func holds(_ a: Double, _ b: Double) -> Bool {
        switch self {
        case .less: a < b
        case .lessEqual: a <= b
        case .greater: a > b
        case .greaterEqual: a >= b
        case .notEqual: a != b
        case .equal, .isSame, .isNot, .contains, .notContains: a == b
        }
    }
}
