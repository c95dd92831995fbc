import Catalog
import Diagnostics
import Values

/// A typed expression: what the checker made of a syntax tree, and what both engines read.
public final class Node: Sendable {
    public let kind: Kind
    public let type: StaticType
    public let span: Span

    package init(_ kind: Kind, type: StaticType, span: Span) {
        self.kind = kind
        self.type = type
        self.span = span
    }

    public enum Kind: Sendable {
        case constant(Value)
        /// A column of a frame whose columns are known: its position, and its label to be sure.
        case column(Node, position: Int, label: Text)
        /// A variable; slot 0 is the table, `df`.
        case local(Int)
        /// A function taken as a value: `map(len)`, `agg(np.mean)`.
        case operation(Operation)
        /// `receiver.name` that is not called.
        case property(Node, Attribute)
        /// `receiver.name(…)`
        case method(Node, Attribute, Arguments)
        /// A builtin or a function of a module, called by its own name.
        case function(Operation, Arguments)
        /// Calling a value: a lambda, a type, a function held by a variable.
        case call(Node, Arguments)
        case subscripted(Node, Node)
        case slice(Node?, Node?, Node?)
        case unary(UnaryOperator, Node)
        case binary(BinaryOperator, Node, Node)
        case comparison([Node], [ComparisonOperator])
        case and([Node])
        case or([Node])
        case not(Node)
        case conditional(then: Node, condition: Node, otherwise: Node)
        case list([Node])
        case tuple([Node])
        case set([Node])
        /// A nil key is `**value`.
        case dict([(key: Node?, value: Node)])
        case formatted([FormatPart])
        case lambda(Lambda)
        case comprehension(Comprehension)
        /// `(name := value)`
        case bind(Int, Node)
        /// The frame that a query string is asked of, held by a variable of its own; fails where the string could name one column of several.
        case queried(Int, Node)
        /// `*values`
        case starred(Node)
        /// Fails when it is reached: an error that pandas too meets only if it gets there.
        case failure(Failure)
    }

    /// A name after a dot, with the operation it means where the receiver's type is known.
    public struct Attribute: Sendable {
        public let name: String
        public let operation: Operation?
        public let span: Span

        package init(name: String, operation: Operation?, span: Span) {
            self.name = name
            self.operation = operation
            self.span = span
        }
    }

    /// A call's arguments in source order: positional first, then keywords.
    public struct Arguments: Sendable {
        public let positional: [Node]
        public let keywords: [(name: String, value: Node)]
        /// `**values`
        public let merged: [Node]
        /// Each argument's slot, where the operation is known and nothing is starred.
        public let binding: Binding?

        package init(positional: [Node], keywords: [(name: String, value: Node)] = [], merged: [Node] = [], binding: Binding? = nil) {
            self.positional = positional
            self.keywords = keywords
            self.merged = merged
            self.binding = binding
        }
    }

    /// A lambda: its parameters are variables of the whole program, each with its own slot.
    public struct Lambda: Sendable {
        public let parameters: [(slot: Int, name: String, defaultValue: Node?)]
        public let body: Node

        package init(parameters: [(slot: Int, name: String, defaultValue: Node?)], body: Node) {
            self.parameters = parameters
            self.body = body
        }
    }

    public struct Comprehension: Sendable {
        public enum Kind: String, Sendable { case list, set, dict, generator }
        public struct Clause: Sendable {
            public let target: Target
            public let source: Node
            public let conditions: [Node]

            package init(target: Target, source: Node, conditions: [Node]) {
                self.target = target
                self.source = source
                self.conditions = conditions
            }
        }
        public let kind: Kind
        public let element: Node
        /// The value of a dict's `element: value`.
        public let value: Node?
        public let clauses: [Clause]

        package init(kind: Kind, element: Node, value: Node?, clauses: [Clause]) {
            self.kind = kind
            self.element = element
            self.value = value
            self.clauses = clauses
        }
    }

    public enum FormatPart: Sendable {
        case text(String)
        /// `conversion` is `s`, `r`, `a` or nil.
        case value(Node, conversion: Character?, spec: [FormatPart])
    }
}

/// Where an assignment puts a value.
public indirect enum Target: Sendable {
    case local(Int)
    /// `x[key] = …`, `x.loc[key] = …`: what is changed is the variable at the root of the first node.
    case subscripted(Node, Node)
    /// `x.name = …`
    case attribute(Node, Node.Attribute)
    /// `a, b = …`; `starred` is the position of `*rest`.
    case tuple([Target], starred: Int?)
}

public enum UnaryOperator: String, CaseIterable, Sendable { case negate = "-", plus = "+", invert = "~" }

public enum BinaryOperator: String, CaseIterable, Sendable {
    case add = "+", subtract = "-", multiply = "*", divide = "/", floorDivide = "//", modulo = "%", power = "**"
    case bitAnd = "&", bitOr = "|", bitXor = "^", shiftLeft = "<<", shiftRight = ">>", matrixMultiply = "@"
}

public enum ComparisonOperator: String, CaseIterable, Sendable {
    case equal = "==", notEqual = "!=", less = "<", lessEqual = "<=", greater = ">", greaterEqual = ">="
    case isSame = "is", isNot = "is not", contains = "in", notContains = "not in"
}
