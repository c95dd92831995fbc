import Plan
import Values

extension Tracer {
    /// Item by item: the operands' items that stand beside one another, and the scalars among them as a whole.
    ///
    /// Everything of every operand where rows do not stand beside rows (other labels, another order, another length).
    func elementwise(_ node: Node, _ operands: [Node]) -> Trace {
        let traces = operands.map(trace)
        guard let result = recording[node], traces.contains(where: \.isItems) else { return opaque(operands) }
        let values = operands.map { recording[$0] }
        return beside(traces, values, result) ?? pieces(traces, values, result) ?? opaque(operands)
    }

    /// As `beside`, where an item's cells are not those of one row.
    private func pieces(_ traces: [Trace], _ values: [Value?], _ result: Value) -> Trace? {
        guard let count = result.itemCount else { return nil }
        var all = [Piece](repeating: Piece(), count: count)
        var control = Support()
        for (trace, value) in zip(traces, values) {
            control.formUnion(trace.control)
            if case .whole = trace.shape { continue }
            guard let pieces = trace.pieces, pieces.count == count, let value, value.stands(beside: result) else { return nil }
            for at in pieces.indices { all[at].add(pieces[at]) }
        }
        return Trace(shape: .pieces(all), control: control)
    }

    private func beside(_ traces: [Trace], _ values: [Value?], _ result: Value) -> Trace? {
        var rows: [Int]?
        var read: Set<Int> = []
        var control = Support()
        for (trace, value) in zip(traces, values) {
            control.formUnion(trace.control)
            switch trace.shape {
            // Whatever stands beside every item alike: all of it was read. Labels that align would move the items, which is told from the result.
            case .whole: break
            case .column(let others, let columns):
                guard rows ?? others == others, let value, value.stands(beside: result) else { return nil }
                rows = others
                read.formUnion(columns)
            case .table, .record, .pieces, .grid: return nil
            }
        }
        guard let rows, result.itemCount == rows.count else { return nil }
        return Trace(shape: .column(rows: rows, columns: read.sorted()), control: control)
    }

    func binary(_ node: Node, _ symbol: BinaryOperator, _ left: Node, _ right: Node) -> Trace {
        let trace = elementwise(node, [left, right])
        switch symbol {
        case .add, .subtract, .multiply, .divide, .bitAnd, .bitOr, .bitXor: return trace
        // These may fail, or change the type, for some contents.
        case .floorDivide, .modulo, .power, .shiftLeft, .shiftRight, .matrixMultiply: return trace.loose
        }
    }

    func comparison(_ node: Node, _ operands: [Node], _ symbols: [ComparisonOperator]) -> Trace {
        guard operands.count == 2, symbols.count == 1 else { return opaque(operands) }
        switch symbols[0] {
        case .equal, .notEqual, .less, .lessEqual, .greater, .greaterEqual: return elementwise(node, operands)
        case .isSame, .isNot: return opaque(operands)
        case .contains, .notContains: return membership(node, operands[0], operands[1])
        }
    }
}

extension Trace {
    var isItems: Bool {
        switch shape {
        case .column, .table, .pieces, .grid: true
        case .whole, .record: false
        }
    }
}

extension Value {
    /// How many items a Series, an array, a list or an index has.
    var itemCount: Int? {
        switch self {
        case .series(let series): series.count
        case .array(let array): array.isFlat ? array.count : array.shape.first
        case .list(let list): list.items.count
        case .tuple(let tuple): tuple.items.count
        case .index(let index): index.count
        case .frame(let frame): frame.rowCount
        case .dict(let dict): dict.count
        default: nil
        }
    }

    /// Something that an operation sets beside every item alike.
    var isScalar: Bool {
        switch self {
        case .none, .bool, .int, .float, .text, .numpyBool, .numpyInt, .numpyFloat, .timestamp, .timedelta, .date, .time: true
        default: false
        }
    }

    /// Whether the items of the result are those of this operand, in its order: the labels say so.
    func stands(beside result: Value) -> Bool {
        switch (self, result) {
        case (.series(let a), .series(let b)): a.index.equals(b.index)
        case (.frame(let a), .frame(let b)): a.index.equals(b.index)
        case (.array, .array), (.array, .series), (.index, .array), (.list, .array), (.list, .series): itemCount == result.itemCount
        default: false
        }
    }
}
