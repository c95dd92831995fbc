import Values

/// A SQL expression. Cells and names stay data until the very end: text is bound, names are quoted.
public indirect enum Expression: Hashable, Sendable {
    case null
    case integer(Int)
    case real(Double)
    case text(Text)
    case column(String)
    /// `*` among other outputs.
    case all
    /// A column of one of several sources.
    case qualified(source: String, column: String)
    case unary(Prefix, Expression)
    case binary(Infix, Expression, Expression)
    /// `x is null`, `x is not true` …
    case test(Expression, Test)
    /// A function or an aggregate.
    case call(String, [Expression], isDistinct: Bool = false)
    case countRows
    /// `cast(x as real)`
    case cast(Expression, Affinity)
    /// `f(…) over (…)`
    case window(Expression, Window)
    /// `case when … then … else … end`
    case choice([When], otherwise: Expression?)
    case isIn(Expression, [Expression])
    case isInRows(Expression, Select)
    case rows(Select)
    case exists(Select)

    public struct When: Hashable, Sendable {
        public var condition: Expression
        public var value: Expression

        public init(_ condition: Expression, _ value: Expression) {
            self.condition = condition
            self.value = value
        }
    }

    public enum Prefix: String, Sendable { case negate = "-", not = "not " }

    public enum Test: String, Sendable {
        case isNull = "is null", isNotNull = "is not null", isTrue = "is true", isNotTrue = "is not true"
    }

    public enum Affinity: String, Sendable { case integer, real, text }

    public enum Infix: String, Sendable {
        case or, and, equal = "=", notEqual = "<>", isSame = "is", isNotSame = "is not", less = "<", lessEqual = "<=", greater = ">"
        case greaterEqual = ">=", bitAnd = "&", bitOr = "|", add = "+", subtract = "-", multiply = "*", divide = "/", modulo = "%"
        case concatenate = "||"
    }

    /// Which rows a window function sees, and in which order.
    public struct Window: Hashable, Sendable {
        public var partition: [Expression]
        public var order: [Ordering]
        /// Every row sees its whole partition; otherwise the rows up to itself.
        public var isWhole: Bool

        public init(partition: [Expression] = [], order: [Ordering] = [], isWhole: Bool = false) {
            self.partition = partition
            self.order = order
            self.isWhole = isWhole
        }
    }
}

/// A term of `order by`.
public struct Ordering: Hashable, Sendable {
    public var expression: Expression
    public var isDescending: Bool
    /// nil where SQLite's own place of NULL will do: first ascending, last descending.
    public var nullsLast: Bool?

    public init(_ expression: Expression, isDescending: Bool = false, nullsLast: Bool? = nil) {
        self.expression = expression
        self.isDescending = isDescending
        self.nullsLast = nullsLast
    }

    public var reversed: Ordering { Ordering(expression, isDescending: !isDescending, nullsLast: nullsLast.map { !$0 }) }
}

extension Expression {
    /// The conjunction of conditions; nothing is true.
    public static func conjunction(_ conditions: [Expression]) -> Expression {
        guard let first = conditions.first else { return .integer(1) }
        return conditions.dropFirst().reduce(first) { .binary(.and, $0, $1) }
    }

    public static func call(_ name: String, _ arguments: Expression...) -> Expression { .call(name, arguments) }

    /// The conditions that `and` joins at the top.
    public var conjuncts: [Expression] {
        if case .binary(.and, let left, let right) = self { left.conjuncts + right.conjuncts } else { [self] }
    }
}

extension Expression {
    /// Whether its value depends on the rows around, by a window function of its own (not of a statement inside it).
    public var isWindowed: Bool {
        switch self {
        case .window: true
        case .null, .integer, .real, .text, .column, .all, .qualified, .countRows, .rows, .exists: false
        case .unary(_, let operand), .test(let operand, _), .cast(let operand, _), .isInRows(let operand, _): operand.isWindowed
        case .binary(_, let left, let right): left.isWindowed || right.isWindowed
        case .call(_, let arguments, _): arguments.contains(where: \.isWindowed)
        case .choice(let whens, let otherwise):
            whens.contains { $0.condition.isWindowed || $0.value.isWindowed } || otherwise?.isWindowed == true
        case .isIn(let operand, let values): operand.isWindowed || values.contains(where: \.isWindowed)
        }
    }
}
