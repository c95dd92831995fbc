import Catalog
import Plan
import Values

/// What a value's items stand for, told from the recorded values alone: steps are told alike whether their cells are followed or not.
extension Narrator {
    /// Whether a node's items stand one beside each row: a condition, or a column that was worked on cell by cell.
    func isCellByCell(_ node: Node) -> Bool {
        guard let value = recording[node], value.isColumn else { return false }
        return switch node.kind {
        case .unary(_, let operand): standsForRows(operand)
        case .binary(_, let left, let right): sets([left, right], beside: value)
        case .comparison(let operands, _): sets(operands, beside: value)
        case .property(let receiver, let attribute): keepsItems(tracer.operation(attribute, of: receiver), of: receiver)
        case .method(let receiver, let attribute, _): keepsItems(tracer.operation(attribute, of: receiver), of: receiver)
        case .function(let operation, let arguments): arguments.positional.first.map { keepsItems(operation, of: $0) } ?? false
        case .constant, .local, .column, .call, .subscripted, .slice, .and, .or, .not, .conditional, .list, .tuple, .set, .dict, .formatted, .comprehension,
            .lambda, .starred, .bind, .queried, .operation, .failure: false
        }
    }

    /// Whether operands are put together row by row; where other rows meet, the missing items that come of it are a step to show.
    private func sets(_ operands: [Node], beside result: Value) -> Bool {
        operands.contains(where: standsForRows) && operands.allSatisfy { recording[$0].map { $0.rowLabels == nil || $0.stands(beside: result) } ?? false }
    }

    private func keepsItems(_ operation: Operation?, of receiver: Node) -> Bool { operation?.lineage.keepsItems == true && standsForRows(receiver) }

    /// Whether a node's items are rows, or cells of rows: their labels are the rows' numbers.
    private func standsForRows(_ node: Node) -> Bool {
        switch recording[node] {
        case .series(let series)?: series.index.numbersRows
        case .frame(let frame)?: frame.index.numbersRows
        case .accessor?: if case .property(let owner, _) = node.kind { standsForRows(owner) } else { false }
        default: isCellByCell(node)
        }
    }

    /// Whether a node has an item for every row of the table, in the table's order.
    func standsBesideTable(_ node: Node) -> Bool { recording[node]?.rowLabels.map { $0 === tracer.table.index } ?? false }

    /// Whether a node is one row of a frame, or as much as that: its labels are columns'.
    func isRecord(_ node: Node) -> Bool {
        guard case .series(let series)? = recording[node], case .column(.text) = series.index.labels else { return false }
        return !series.index.isNamed
    }
}

extension Lineage {
    /// Whether the result's items are the receiver's, some of them, or made of them one by one.
    fileprivate var keepsItems: Bool {
        switch self {
        case .elementwise, .looseElementwise, .positional, .rowsByPosition, .rowsByValue, .rowFunction, .running, .cumulative, .splitting, .fetching: true
        case .stepping, .parts, .labelling, .structure, .labels, .headers, .reduction, .winner, .quantifier, .grouping, .groupReduction, .counted, .columns, .assigning, .opaque: false
        }
    }
}

extension Index {
    fileprivate var isNamed: Bool { if case .none = name { isMulti } else { true } }

    /// Labels of groups have a name, those of columns are texts.
    fileprivate var numbersRows: Bool {
        switch labels {
        case .range: !isNamed
        case .column(.int): !isNamed
        case .column, .multi: false
        }
    }
}

extension Value {
    fileprivate var isColumn: Bool {
        switch self {
        case .series, .list, .tuple: true
        case .array(let array): array.isFlat
        default: false
        }
    }
}
