/// A `select` statement: what a lowered query is until it is printed.
public struct Select: Hashable, Sendable {
    public struct Output: Hashable, Sendable {
        public var expression: Expression
        public var name: String?

        public init(_ expression: Expression, as name: String? = nil) {
            self.expression = expression
            self.name = name
        }
    }

    /// Empty for all columns of the source.
    public var outputs: [Output]
    public var isDistinct = false
    public var from: Source?
    public var conditions: [Expression] = []
    public var grouping: [Expression] = []
    public var having: Expression?
    public var order: [Ordering] = []
    public var limit: Expression?
    public var offset: Expression?

    public init(_ outputs: [Output], from: Source? = nil) {
        self.outputs = outputs
        self.from = from
    }

    public init(_ expression: Expression, from: Source? = nil) {
        self.init([Output(expression)], from: from)
    }
}

/// What rows come from.
public indirect enum Source: Hashable, Sendable {
    case table(String, alias: String? = nil)
    /// A `select` in parentheses.
    case rows(Select, alias: String? = nil)
    case joined(Source, Join, Source, on: Expression)

    public enum Join: String, Sendable { case inner = "join", left = "left join" }
}
