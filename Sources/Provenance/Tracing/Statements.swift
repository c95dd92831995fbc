import Plan
import Values

extension Tracer {
    /// Follows plain statements; `Program.isTangled` rules the others out.
    func run(_ steps: [Step]) {
        for step in steps { run(step) }
    }

    private func run(_ step: Step) {
        switch step.kind {
        // Nobody reads the value, but it may fail.
        case .evaluate(let node), .assert(let node): ambient.formUnion(trace(node).support)
        case .assign(let targets, let node): for target in targets { assign(target, trace(node)) }
        case .pass: break
        case .augmented, .conditional, .loop, .delete, .breaking, .continuing: ambient.formUnion(everything)
        }
    }

    private func assign(_ target: Target, _ value: Trace) {
        switch target {
        case .local(let slot): slots[slot] = value
        case .subscripted(let base, let key): assignColumn(base, key, value)
        case .attribute, .tuple: ambient.formUnion(everything)
        }
    }

    /// `df['new'] = …`: the frame has one column more, or another one in its place.
    private func assignColumn(_ base: Node, _ key: Node, _ value: Trace) {
        guard case .local(let slot) = base.kind, case .frame(let frame)? = recording[base], case .constant(let label) = key.kind else {
            return ambient.formUnion(everything)
        }
        let before = trace(slot: slot)
        slots[slot] = before.setting(frame.columns.position(of: label), of: frame.columnCount, to: value) ?? .whole(before.support.union(value.support))
    }
}

extension Trace {
    /// A frame with a column set, at the right where there is no position; nil where rows do not stand beside rows.
    func setting(_ position: Int?, of count: Int, to value: Trace) -> Trace? {
        guard case .table(let rows, var columns) = shape, columns.count == count else { return nil }
        var cells: [Int] = []
        switch value.shape {
        case .whole: break
        case .column(let others, let read):
            guard others == rows else { return nil }
            cells = read
        case .table, .record, .pieces, .grid: return nil
        }
        if let position, columns.indices.contains(position) { columns[position] = cells } else { columns.append(cells) }
        return with(.table(rows: rows, columns: columns)).controlled(by: value.control)
    }
}
