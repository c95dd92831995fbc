import Catalog
import Diagnostics
import Linking
import Plan
import Values

/// What a checked query speaks of and does, as far as a claim may say it too.
package struct QueryFacts {
    /// A constant, and where it stands.
    package struct Literal<Content: Sendable>: Sendable {
        package let content: Content
        package let span: Span
        /// Whether cells are held against it, so that somebody must have named it.
        package let isCompared: Bool
    }

    package private(set) var texts: [Literal<String>] = []
    package private(set) var numbers: [Literal<Double>] = []
    /// The labels of columns that it reads.
    package private(set) var columns: Set<String> = []
    package private(set) var families: Set<Family> = []
    package private(set) var traits: Traits = []
    private let labels: Set<String>

    /// What a query does that has no name of its own.
    package struct Traits: OptionSet, Sendable {
        package let rawValue: Int
        package init(rawValue: Int) { self.rawValue = rawValue }

        /// `not`, `~`, `!=`, `not in`, `== 0`, `== False`, `.empty`.
        package static let negates = Traits(rawValue: 1 << 0)
        /// `<`, `>=` and their like.
        package static let orders = Traits(rawValue: 1 << 1)
        /// A row by its place: `.iloc[0]`, `.head(1)`.
        package static let takesPlaces = Traits(rawValue: 1 << 2)
        /// Rows that a condition picks, or counts.
        package static let masks = Traits(rawValue: 1 << 3)
    }

    package init(_ program: Program, labels: Set<String>) {
        self.labels = labels
        program.forEachNode { note($0) }
    }

    private mutating func note(_ node: Node) {
        if let family = QueryFacts.family(node) { families.insert(family) }
        traits.formUnion(QueryFacts.traits(node))
        switch node.kind {
        case .constant(let value): add(value, node.span, isCompared: false)
        case .column(_, _, let label): columns.insert(label.string)
        case .comparison(let operands, _): for operand in operands { addCompared(operand) }
        case .method(_, let attribute, let arguments): if QueryFacts.comparing.contains(attribute.name) { for argument in arguments.positional { addCompared(argument) } }
        case .subscripted(_, let key): if case .constant(.text) = key.kind { addCompared(key) }
        default: break
        }
    }

    /// Operations whose arguments are held against cells.
    private static let comparing: Set<String> = [
        "isin", "eq", "ne", "lt", "le", "gt", "ge", "between", "contains", "startswith", "endswith", "match", "fullmatch", "index", "count", "find",
    ]

    /// The constants of something that is compared as a whole.
    private mutating func addCompared(_ node: Node) {
        switch node.kind {
        case .constant(let value): add(value, node.span, isCompared: true)
        case .list, .tuple, .set, .unary, .binary: for child in node.children { addCompared(child) }
        default: break
        }
    }

    private mutating func add(_ value: Value, _ span: Span, isCompared: Bool) {
        if case .text(let text) = value {
            let text = text.string
            if labels.contains(text) { columns.insert(text) } else { texts.append(Literal(content: text, span: span, isCompared: isCompared)) }
        } else if let number = QueryFacts.number(value) {
            numbers.append(Literal(content: number, span: span, isCompared: isCompared))
        }
    }

    /// Of an int or a float: True is no number that a claim names.
    private static func number(_ value: Value) -> Double? {
        switch value {
        case .int(let number): Double(number)
        case .float(let number): number
        default: nil
        }
    }
}

extension QueryFacts {
    private static func family(_ node: Node) -> Family? {
        switch node.kind {
        case .operation(let operation), .function(let operation, _): operation.family
        case .property(_, let attribute): family(attribute)
        case .method(let receiver, let attribute, _): attribute.name == "sum" && receiver.isMask ? .count : family(attribute)
        case .comprehension(let comprehension): comprehension.clauses.contains { !$0.conditions.isEmpty } ? .filter : nil
        default: nil
        }
    }

    private static func family(_ attribute: Node.Attribute) -> Family? { attribute.operation.map(\.family) ?? Family(named: attribute.name) }

    private static func traits(_ node: Node) -> Traits {
        switch node.kind {
        case .not, .unary(.invert, _): .negates
        case .property(_, let attribute): traits[attribute.name] ?? []
        case .method(_, let attribute, _): traits[attribute.name] ?? []
        case .comparison(let operands, let symbols): traits(operands, symbols)
        default: node.isMask ? .masks : []
        }
    }

    private static let traits: [String: Traits] = [
        "empty": .negates, "isna": .negates, "isnull": .negates, "notna": .negates, "notnull": .negates, "ne": .negates, "iloc": .takesPlaces, "iat": .takesPlaces,
        "head": .takesPlaces, "tail": .takesPlaces, "lt": .orders, "le": .orders, "gt": .orders, "ge": .orders, "between": .orders,
    ]

    private static func traits(_ operands: [Node], _ symbols: [ComparisonOperator]) -> Traits {
        symbols.reduce(symbols == [.equal] && operands.contains(where: \.isNothing) ? .negates : []) { $0.union(traits($1)) }
    }

    private static func traits(_ symbol: ComparisonOperator) -> Traits {
        switch symbol {
        case .notEqual, .isNot, .notContains: .negates
        case .less, .lessEqual, .greater, .greaterEqual: .orders
        case .equal, .isSame, .contains: []
        }
    }
}

extension Node {
    fileprivate var isMask: Bool {
        switch type {
        case .series(.bool), .array(.bool), .index(.bool): true
        default: false
        }
    }

    /// `0`, `False`, `None`
    fileprivate var isNothing: Bool {
        switch kind {
        case .constant(.none), .constant(.bool(false)), .constant(.int(0)): true
        default: false
        }
    }
}
