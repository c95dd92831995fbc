import Catalog
import Interpreter
import Plan
import Values

/// An operation being asked of a receiver in the run that was recorded.
struct Asked {
    let node: Node
    let operation: Operation
    let receiver: Node
    let arguments: [Node]
    let keywords: [(name: String, value: Node)]

    /// A constant argument, by keyword or by position.
    func constant(_ name: String, at position: Int? = nil) -> Value? {
        let node = keywords.first { $0.name == name }?.value ?? position.flatMap { arguments.indices.contains($0) ? arguments[$0] : nil }
        guard let node, case .constant(let value) = node.kind else { return nil }
        return value
    }

    func gives(_ name: String) -> Bool { keywords.contains { $0.name == name } }

    /// Every node but the receiver.
    var others: [Node] { arguments + keywords.map(\.value) }
}

extension Tracer {
    func property(_ node: Node, _ receiver: Node, _ attribute: Node.Attribute) -> Trace {
        if AccessorKind(rawValue: attribute.name) != nil, recording[receiver]?.rowLabels != nil { return trace(receiver) }
        guard let operation = operation(attribute, of: receiver) else { return labelled(node, receiver, .string(attribute.name)) }
        return operated(Asked(node: node, operation: operation, receiver: unwrapped(receiver), arguments: [], keywords: []))
    }

    func method(_ node: Node, _ receiver: Node, _ attribute: Node.Attribute, _ arguments: Node.Arguments) -> Trace {
        guard let operation = operation(attribute, of: receiver), arguments.merged.isEmpty else { return opaque(node.children) }
        return operated(Asked(node: node, operation: operation, receiver: unwrapped(receiver), arguments: arguments.positional, keywords: arguments.keywords))
    }

    /// `series.str` holds what the Series holds.
    private func unwrapped(_ node: Node) -> Node {
        guard case .accessor? = recording[node], case .property(let owner, _) = node.kind, recording[owner]?.rowLabels != nil else { return node }
        return owner
    }

    /// `len(x)`, `pd.to_numeric(x)`: the first argument stands for the receiver.
    func function(_ node: Node, _ operation: Operation, _ arguments: Node.Arguments) -> Trace {
        guard let first = arguments.positional.first, arguments.merged.isEmpty, arguments.positional.count == 1 else { return opaque(node.children) }
        return operated(Asked(node: node, operation: operation, receiver: first, arguments: [], keywords: arguments.keywords))
    }

    /// `list(x)` keeps the items; any other call may read whatever it is given.
    func call(_ node: Node, _ callee: Node, _ arguments: Node.Arguments) -> Trace {
        if arguments.positional.count == 1, case .constant(.type(let type)) = callee.kind, type == .list || type == .tuple {
            return positional(node, arguments.positional[0], [])
        }
        return opaque(node.children)
    }

    func operation(_ attribute: Node.Attribute, of receiver: Node) -> Operation? {
        guard let value = recording[receiver] else { return attribute.operation }
        guard let kind = Interpreter.receiver(of: value) else { return nil }
        return kind.operation(named: attribute.name)
    }

    /// The one door to the rules: one a class.
    private func operated(_ asked: Asked) -> Trace {
        switch asked.operation.lineage {
        case .elementwise: elementwise(asked.node, [asked.receiver] + asked.others)
        case .looseElementwise: looseElementwise(asked)
        case .positional: positional(asked.node, asked.receiver, asked.others)
        case .rowsByPosition: rows(asked)
        case .rowsByValue: rowsByValue(asked)
        case .parts: parts(asked)
        case .rowFunction: rowFunction(asked)
        case .labelling: labelling(asked)
        case .structure: structure(asked)
        case .labels: labels(asked)
        case .headers: .whole(structure(asked).support.union(headers(of: asked.receiver)))
        case .reduction: reduction(asked)
        case .winner: winner(asked)
        case .quantifier: quantifier(asked)
        case .grouping: grouping(asked)
        case .groupReduction: groupReduction(asked)
        case .counted: counted(asked)
        case .running: looseElementwise(asked)
        case .cumulative: cumulative(asked)
        case .stepping: stepping(asked)
        case .splitting: splitting(asked)
        case .columns: columnwise(asked)
        case .fetching: fetching(asked)
        case .assigning: assigning(asked)
        case .opaque: opaque([asked.receiver] + asked.others)
        }
    }

    // MARK: The rules

    private func looseElementwise(_ asked: Asked) -> Trace {
        elementwise(asked.node, [asked.receiver]).controlled(by: support(asked.others)).loose
    }

    /// The same items under other labels or in another container.
    func positional(_ node: Node, _ receiver: Node, _ others: [Node]) -> Trace {
        let before = trace(receiver)
        guard let value = recording[receiver], let result = recording[node], let count = value.itemCount, count == result.itemCount else {
            return opaque([receiver] + others)
        }
        let after = before.controlled(by: support(others))
        switch (before.shape, result) {
        case (.column(let rows, let columns), .frame(let frame)) where frame.columnCount == 1: return after.with(.table(rows: rows, columns: [columns]))
        case (.column, .series), (.column, .array), (.column, .list), (.column, .tuple), (.column, .dict): return after
        case (.table(_, let columns), .frame(let frame)) where frame.columnCount == columns.count: return after
        case (.table, .array), (.table, .list), (.grid, .array): return after
        case (.pieces, .series), (.pieces, .array), (.pieces, .list), (.pieces, .tuple), (.pieces, .dict): return after
        case (.pieces, .frame(let frame)): return after.unfolded(into: frame.columnCount)
        case (.grid(let rows, let columns), .frame(let frame)):
            let added = frame.columnCount - columns.count
            return added < 0 ? opaque([receiver] + others) : after.with(.grid(rows: rows, columns: Array(repeating: before.keys, count: added) + columns))
        default: return opaque([receiver] + others)
        }
    }
}

extension Node {
    /// The labels that a node asks of a variable; nil where it does anything else with it.
    func labels(of slot: Int) -> [String]? {
        switch kind {
        case .local(slot): return nil
        case .subscripted(let base, let key):
            if case .local(slot) = base.kind {
                guard case .constant(.text(let label)) = key.kind else { return nil }
                return [label.string]
            }
        case .property(let base, let attribute):
            if case .local(slot) = base.kind { return [attribute.name] }
        default: break
        }
        return children.reduce([String]()) { list, child in list.flatMap { all in child.labels(of: slot).map { all + $0 } } }
    }
}

extension Value {
    var namesColumns: Bool { columnNames != nil }

    /// A column's label, or several.
    var columnNames: [Value]? {
        switch self {
        case .text: [self]
        case .list(let list) where !list.items.isEmpty && list.items.allSatisfy({ $0.text != nil }): list.items
        default: nil
        }
    }

    /// Something with a number of items that is not one of its cells.
    var isLabelled: Bool {
        switch self {
        case .series, .frame, .array, .list, .tuple, .index, .groupBy: true
        default: false
        }
    }
}
