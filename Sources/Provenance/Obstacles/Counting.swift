import Catalog
import Plan
import Values

/// A number that says how many rows there are.
struct Counting {
    /// The conditions that a counted row must meet.
    let masks: [Node]
    let count: Int
    /// Whether a cell decides about its own row only.
    let isLocal: Bool
}

extension Obstacles {
    /// What a number counts; nil where it is no count of rows.
    func counting(_ node: Node) -> Counting? {
        let node = bare(node)
        guard let number = value(node)?.integer else { return nil }
        switch node.kind {
        case .function(let operation, let arguments) where arguments.positional.count == 1: return counted(operation.name, arguments.positional[0], number)
        case .method(let receiver, let attribute, let arguments) where arguments.nodes.isEmpty: return counted(attribute.name, receiver, number)
        case .property(let receiver, let attribute): return counted(attribute.name, receiver, number)
        case .subscripted(let base, let key):
            guard case .property(let receiver, let attribute) = base.kind, attribute.name == "shape", value(key)?.integer == 0 else { return nil }
            return counted("len", receiver, number)
        default: return nil
        }
    }

    private func counted(_ name: String, _ receiver: Node, _ number: Int) -> Counting? {
        switch name {
        case "sum": value(receiver)?.flags == nil ? nil : Counting(masks: masks(receiver) + [bare(receiver)], count: number, isLocal: isLocal(receiver))
        case "len", "size": counted(receiver)
        default: nil
        }
    }

    /// The rows of a frame or a Series that conditions chose, each of them about its own row.
    func chosen(_ node: Node) -> Counting? { counted(node).flatMap { $0.isLocal ? $0 : nil } }

    /// The rows of a frame or a Series that conditions chose.
    private func counted(_ node: Node) -> Counting? {
        guard let items = value(node)?.itemCount, holds(itsRows: node) else { return nil }
        let all = masks(node)
        return Counting(masks: all, count: items, isLocal: all.allSatisfy(isLocal))
    }

    /// The conditions that chose what a node is made of.
    private func masks(_ node: Node) -> [Node] {
        var found: [Node] = []
        var at = bare(node)
        while let (next, mask) = below(at) {
            if let mask { found.append(mask) }
            at = bare(next)
        }
        return found
    }

    /// Whether the items are rows of the table, each once.
    private func holds(itsRows node: Node) -> Bool {
        switch tracer.trace(node).shape {
        case .table(let rows, _), .column(let rows, _): Set(rows).count == rows.count && isChosenByMasks(node)
        case .whole, .record, .pieces, .grid: false
        }
    }

    /// Whether nothing but conditions on rows took rows away.
    func isChosenByMasks(_ node: Node) -> Bool {
        let node = bare(node)
        switch node.kind {
        case .local(0): return true
        case .column(let frame, _, _): return isChosenByMasks(frame)
        case .property(let receiver, let attribute): return Obstacles.keepsRows(attribute.name) && isChosenByMasks(receiver)
        case .method(let receiver, let attribute, _): return Obstacles.keepsRows(attribute.name) && isChosenByMasks(receiver)
        case .subscripted(let base, let key):
            let rows = narrator.rowKey(base, key)
            // A frame as a condition empties cells and keeps every row.
            if case .frame? = value(key) { return isChosenByMasks(base) }
            return (rows.isWholeSlice || value(rows)?.flags != nil || value(key)?.columnNames != nil) && isChosenByMasks(base)
        default: return false
        }
    }

    private static func keepsRows(_ name: String) -> Bool {
        AccessorKind(rawValue: name) != nil || ["index", "values", "T", "copy", "reset_index", "tolist", "to_list", "astype", "to_numpy"].contains(name)
    }

    /// What rows were chosen from, and by which condition.
    private func below(_ node: Node) -> (Node, Node?)? {
        switch node.kind {
        case .column(let frame, _, _): return (frame, nil)
        case .property(let receiver, _): return (receiver, nil)
        case .method(let receiver, _, _): return (receiver, nil)
        case .comparison(let operands, _): return operands.first.map { ($0, nil) }
        case .subscripted(let base, let key):
            let rows = narrator.rowKey(base, key)
            return (base, value(rows)?.flags == nil ? nil : rows)
        default: return nil
        }
    }

    /// Whether each flag of a condition is a function of its own row.
    private func isLocal(_ mask: Node) -> Bool {
        guard case .column(let rows, _) = tracer.trace(mask).shape else { return false }
        return Set(rows).count == rows.count && isRowwise(mask)
    }

    private func isRowwise(_ node: Node) -> Bool {
        let node = bare(node)
        if tracer.trace(node).support.read.isEmpty { return true }
        switch node.kind {
        case .unary(_, let operand): return isRowwise(operand)
        case .binary(_, let left, let right): return isRowwise(left) && isRowwise(right)
        case .comparison(let operands, _): return operands.allSatisfy(isRowwise)
        case .method(let receiver, let attribute, let arguments) where tracer.operation(attribute, of: receiver)?.lineage.isElementwise == true:
            return ([receiver] + arguments.nodes).allSatisfy(isRowwise)
        default: return isChosenByMasks(node)
        }
    }
}

extension Lineage {
    fileprivate var isElementwise: Bool {
        switch self {
        case .elementwise, .looseElementwise: true
        case .positional, .rowsByPosition, .rowsByValue, .parts, .labelling, .rowFunction, .structure, .labels, .headers, .reduction, .winner, .quantifier, .grouping, .groupReduction,
            .counted, .running, .cumulative, .stepping, .splitting, .columns, .fetching, .assigning, .opaque:
            false
        }
    }
}
