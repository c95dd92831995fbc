import Plan
import Values

/// A comparison of something with a constant: `df['crowd'] > 30`.
struct Condition {
    let subject: Node
    let symbol: ComparisonOperator
    let bound: Value

    /// nil where a node is no such comparison.
    init?(_ node: Node) {
        guard case .comparison(let operands, let symbols) = node.kind, symbols.count == 1 else { return nil }
        switch (operands[0].kind, operands[1].kind) {
        case (.constant, .constant): return nil
        case (_, .constant(let bound)): self.init(operands[0], symbols[0], bound)
        case (.constant(let bound), _): self.init(operands[1], symbols[0].flipped, bound)
        default: return nil
        }
    }

    private init?(_ subject: Node, _ symbol: ComparisonOperator, _ bound: Value) {
        guard symbol.negated != nil else { return nil }
        self.subject = subject
        self.symbol = symbol
        self.bound = bound
    }

    /// Whether no value meets both.
    func excludes(_ other: Condition) -> Bool {
        guard subject.isSame(as: other.subject) else { return false }
        return Condition.isImpossible(symbol, bound, other.symbol, other.bound)
    }

    /// Whether every value meets one or the other.
    func completes(_ other: Condition) -> Bool {
        guard let one = symbol.negated, let two = other.symbol.negated, subject.isSame(as: other.subject) else { return false }
        return Condition.isImpossible(one, bound, two, other.bound)
    }

    private static func isImpossible(_ one: ComparisonOperator, _ bound: Value, _ two: ComparisonOperator, _ other: Value) -> Bool {
        if one == .equal { return holds(bound, two, other) == false }
        if two == .equal { return holds(other, one, bound) == false }
        guard one.pointsUp != two.pointsUp, let up = one.pointsUp, two.pointsUp != nil, let a = bound.number, let b = other.number else { return false }
        let (low, high) = up ? (a, b) : (b, a)
        return low > high || (low == high && (one.isStrict || two.isStrict))
    }

    /// Whether `left symbol right` holds of two constants; nil where only Python can tell.
    static func holds(_ left: Value, _ symbol: ComparisonOperator, _ right: Value) -> Bool? {
        if case .text(let one) = left, case .text(let other) = right { return symbol == .equal ? one == other : symbol == .notEqual ? one != other : nil }
        guard let one = left.number, let other = right.number else { return nil }
        switch symbol {
        case .equal: return one == other
        case .notEqual: return one != other
        case .less: return one < other
        case .lessEqual: return one <= other
        case .greater: return one > other
        case .greaterEqual: return one >= other
        case .isSame, .isNot, .contains, .notContains: return nil
        }
    }
}

extension ComparisonOperator {
    /// The comparison that holds where this one does not; nil where it is not of values.
    fileprivate var negated: ComparisonOperator? {
        switch self {
        case .equal: .notEqual
        case .notEqual: .equal
        case .less: .greaterEqual
        case .lessEqual: .greater
        case .greater: .lessEqual
        case .greaterEqual: .less
        case .isSame, .isNot, .contains, .notContains: nil
        }
    }

    /// Whether it asks for more than its bound; nil where it asks for neither more nor less.
    fileprivate var pointsUp: Bool? {
        switch self {
        case .greater, .greaterEqual: true
        case .less, .lessEqual: false
        case .equal, .notEqual, .isSame, .isNot, .contains, .notContains: nil
        }
    }

    fileprivate var isStrict: Bool { self == .less || self == .greater }
}
