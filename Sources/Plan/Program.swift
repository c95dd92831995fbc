import Diagnostics

/// A query that has been checked against a table's schema. Only the checker makes one.
public struct Program: Sendable {
    public let statements: [Step]
    /// The value of the query.
    public let result: Node
    /// One name a slot; slot 0 is `df`.
    public let slotNames: [String]

    package init(statements: [Step], result: Node, slotNames: [String]) {
        self.statements = statements
        self.result = result
        self.slotNames = slotNames
    }
}

/// A statement of a checked program.
public struct Step: Sendable {
    public let kind: Kind
    public let span: Span

    package init(_ kind: Kind, span: Span) {
        self.kind = kind
        self.span = span
    }

    public indirect enum Kind: Sendable {
        case evaluate(Node)
        case assign([Target], Node)
        case augmented(Target, Node, BinaryOperator, Node)
        case conditional(Node, then: [Step], otherwise: [Step])
        case loop(Target, Node, body: [Step])
        case assert(Node)
        case delete(Target)
        case pass, breaking, continuing
    }
}
