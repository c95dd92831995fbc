import Plan
import Values

extension Node {
    /// Whether two expressions are written the same, so that both have one value.
    func isSame(as other: Node) -> Bool {
        guard let own = head, own == other.head else { return false }
        let (below, others) = (children, other.children)
        return below.count == others.count && zip(below, others).allSatisfy { $0.isSame(as: $1) }
    }

    /// What the node is apart from its children; nil where nodes of its kind are not compared.
    private var head: String? {
        switch kind {
        case .constant(let value): Node.head(value)
        case .column(_, let position, _): "column \(position)"
        case .local(let slot): "local \(slot)"
        case .operation(let operation): "operation \(operation)"
        case .property(_, let attribute): "property \(attribute.name)"
        case .method(_, let attribute, let arguments): "method \(attribute.name) \(Node.head(arguments))"
        case .function(let operation, let arguments): "function \(operation) \(Node.head(arguments))"
        case .call(_, let arguments): "call \(Node.head(arguments))"
        case .subscripted: "subscripted"
        case .slice(let lower, let upper, let step): "slice \(lower != nil) \(upper != nil) \(step != nil)"
        case .unary(let symbol, _): symbol.rawValue
        case .binary(let symbol, _, _): symbol.rawValue
        case .comparison(_, let symbols): symbols.map(\.rawValue).joined(separator: ",")
        case .and: "and"
        case .or: "or"
        case .not: "not"
        case .list: "list"
        case .tuple: "tuple"
        case .conditional, .set, .dict, .formatted, .lambda, .comprehension, .bind, .queried, .starred, .failure: nil
        }
    }

    private static func head(_ arguments: Arguments) -> String { "\(arguments.positional.count) \(arguments.keywords.map(\.name)) \(arguments.merged.count)" }

    private static func head(_ value: Value) -> String? {
        switch value {
        case .none: "none"
        case .bool(let flag): "\(flag)"
        case .int(let number): "int \(number)"
        case .float(let number): "float \(number)"
        case .text(let text): "text \(text)"
        case .type(let type): "type \(type)"
        default: nil
        }
    }

    /// Whether the table's cells have a part in it.
    var readsTable: Bool {
        switch kind {
        case .local, .column: true
        default: children.contains { $0.readsTable }
        }
    }
}
