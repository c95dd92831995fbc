import Diagnostics

/// An expression with the byte range it was read from.
///
/// A class, so that a tree of any shape is freed and passed on cheaply; nesting is capped by the parser.
public final class Expression: Sendable {
    public let kind: Kind
    public let span: Span
    /// How many nodes the longest way down to a leaf has; the parser caps it, so that walks may recurse.
    public let height: Int

    public init(_ kind: Kind, _ span: Span) {
        self.kind = kind
        self.span = span
        height = kind.height
    }

    public enum Kind: Sendable {
        case name(String)
        /// `` `column name` `` in a query string: a column, whatever its letters.
        case quotedName(String)
        /// `@name` in a query string: a variable of the query around it.
        case outerName(String)
        case literal(Literal)
        /// An f-string, or strings joined by juxtaposition of which one is an f-string.
        case formatted([FormatPiece])
        case list([Expression])
        case tuple([Expression])
        case set([Expression])
        /// A nil key is `**value`.
        case dict([(key: Expression?, value: Expression)])
        /// `base.name`
        case attribute(Expression, Name)
        /// `base[index]`; several indices are one `.tuple`.
        case subscripted(Expression, Expression)
        /// A slice; only inside a subscript.
        case slice(lower: Expression?, upper: Expression?, step: Expression?)
        case call(Expression, [Argument])
        case unary(UnaryOperator, Expression)
        case binary(BinaryOperator, Expression, Expression)
        /// `a < b <= c`: operands are one more than operators.
        case comparison([Expression], [ComparisonOperator])
        /// `a and b and c`, two operands or more of one operator.
        case boolean(BooleanOperator, [Expression])
        case conditional(then: Expression, condition: Expression, otherwise: Expression)
        case lambda([Parameter], body: Expression)
        case comprehension(ComprehensionKind, element: Expression, value: Expression?, clauses: [Clause])
        /// `*values` in a call, a list or a tuple.
        case starred(Expression)
        /// `(name := value)`
        case named(Name, Expression)
    }
}

/// An identifier and where it stands.
public struct Name: Hashable, Sendable {
    public var text: String
    public var span: Span

    public init(_ text: String, _ span: Span) {
        self.text = text
        self.span = span
    }
}

public enum Literal: Sendable {
    case none, ellipsis
    case bool(Bool)
    case int(Int)
    /// An integer beyond 64 bits, in decimal digits.
    case bigInt(String)
    case float(Double)
    case string(String)
}

public enum FormatPiece: Sendable {
    case text(String)
    /// `{value!conversion:spec}`; `debug` holds the source text of `{value=}`.
    case value(Expression, conversion: Conversion?, spec: [FormatPiece], debug: String?)

    public enum Conversion: Character, Sendable { case str = "s", repr = "r", ascii = "a" }
}

public struct Argument: Sendable {
    public enum Kind: Sendable {
        case positional
        case keyword(Name)
        /// `*values`
        case starred
        /// `**values`
        case doubleStarred
    }
    public var kind: Kind
    public var value: Expression

    public init(_ kind: Kind, _ value: Expression) {
        self.kind = kind
        self.value = value
    }
}

public struct Parameter: Sendable {
    public var name: Name
    public var defaultValue: Expression?

    public init(_ name: Name, defaultValue: Expression?) {
        self.name = name
        self.defaultValue = defaultValue
    }
}

public enum UnaryOperator: String, CaseIterable, Sendable { case negate = "-", plus = "+", invert = "~", not = "not" }

public enum BinaryOperator: String, CaseIterable, Sendable {
    case add = "+", subtract = "-", multiply = "*", divide = "/", floorDivide = "//", modulo = "%", power = "**"
    case matrixMultiply = "@", bitAnd = "&", bitOr = "|", bitXor = "^", shiftLeft = "<<", shiftRight = ">>"
}

public enum ComparisonOperator: String, CaseIterable, Sendable {
    case equal = "==", notEqual = "!=", less = "<", lessEqual = "<=", greater = ">", greaterEqual = ">="
    case isSame = "is", isNot = "is not", contains = "in", notContains = "not in"
}

public enum BooleanOperator: String, CaseIterable, Sendable { case and, or }

public enum ComprehensionKind: String, Sendable { case list, set, dict, generator }

/// `for target in source if condition …`
public struct Clause: Sendable {
    public var target: Expression
    public var source: Expression
    public var conditions: [Expression]

    public init(target: Expression, source: Expression, conditions: [Expression]) {
        self.target = target
        self.source = source
        self.conditions = conditions
    }
}

/// A statement with the byte range it was read from.
public final class Statement: Sendable {
    public let kind: Kind
    public let span: Span

    public init(_ kind: Kind, _ span: Span) {
        self.kind = kind
        self.span = span
    }

    /// A module (`name` nil), or a member of one.
    public struct Import: Sendable {
        public let module: Name
        public let name: Name?
        public let alias: Name?
    }

    public enum Kind: Sendable {
        case expression(Expression)
        /// `a = b = value`: one target or more, left to right. A target is a name, an attribute, a subscript, or a tuple or list of targets.
        case assign([Expression], Expression)
        case augmented(Expression, BinaryOperator, Expression)
        /// `import pandas as pd, re` or `from math import sqrt as root, pi`: one import or more.
        case importing([Import])
        case conditional(condition: Expression, body: [Statement], otherwise: [Statement])
        case loop(target: Expression, source: Expression, body: [Statement])
        case assert(Expression)
        case delete([Expression])
        case pass, breaking, continuing
    }
}

/// A whole query: the statements of one text.
public struct Script: Sendable {
    public var statements: [Statement]

    public init(_ statements: [Statement]) {
        self.statements = statements
    }
}
