import Catalog
import Plan
import Values

extension Tracer {
    /// Rows and columns that kept their labels.
    func parts(_ asked: Asked) -> Trace {
        guard case .frame(let before)? = recording[asked.receiver], case .frame(let after)? = recording[asked.node],
            let rows = kept(trace(asked.receiver), of: .frame(before), in: .frame(after)), let columns = Rows.positions(of: after.columns, within: before.columns),
            let trace = rows.columns(at: columns)
        else { return opaque([asked.receiver] + asked.others) }
        return trace.controlled(by: support(asked.others))
    }

    /// `set_index`: the labels are cells, all of which were read to find a row; a row that is picked owes it to its own.
    func labelling(_ asked: Asked) -> Trace {
        guard asked.keywords.isEmpty, asked.arguments.count == 1, let label = asked.constant("keys", at: 0), case .frame(let frame)? = recording[asked.receiver],
            let position = frame.columns.position(of: label), case .table(let rows, let columns) = trace(asked.receiver).shape, columns.indices.contains(position)
        else { return opaque([asked.receiver] + asked.others) }
        var labelled = trace(asked.receiver).with(.table(rows: rows, columns: columns.indices.filter { $0 != position }.map { columns[$0] }))
        labelled.control.read.formUnion(CellSet(rows: rows, columns: columns[position]))
        labelled.order += columns[position]
        return labelled
    }

    /// `df.apply(lambda r: …, axis=1)` reads the columns that the lambda names, row by row.
    func rowFunction(_ asked: Asked) -> Trace {
        guard asked.constant("axis", at: 1)?.integer == 1, asked.others.count <= 2, let function = asked.arguments.first, case .lambda(let lambda) = function.kind,
            lambda.parameters.count == 1, let labels = lambda.body.labels(of: lambda.parameters[0].slot), case .frame(let frame)? = recording[asked.receiver],
            case .table(let rows, let columns) = trace(asked.receiver).shape, case .series(let result)? = recording[asked.node], result.index.equals(frame.index)
        else { return opaque([asked.receiver] + asked.others) }
        let positions = labels.map { frame.columns.positions(of: .string($0)) }
        guard positions.allSatisfy({ $0.count == 1 && columns.indices.contains($0[0]) }) else { return opaque([asked.receiver] + asked.others) }
        let read = Set(positions.flatMap { columns[$0[0]] }).sorted()
        return trace(asked.receiver).with(.column(rows: rows, columns: read)).controlled(by: support([function])).loose
    }

    func rows(_ asked: Asked) -> Trace {
        let before = trace(asked.receiver).controlled(by: support(asked.others))
        guard !asked.gives("ignore_index"), let kept = kept(before, of: recording[asked.receiver], in: recording[asked.node]) else {
            return opaque([asked.receiver] + asked.others)
        }
        return kept
    }

    /// Which rows there are depends on all cells of the columns that are looked at.
    func rowsByValue(_ asked: Asked) -> Trace {
        let before = trace(asked.receiver)
        let looked = columns(lookedAtBy: asked, before)
        var kept = rows(asked)
        kept.control.read.formUnion(looked.items)
        guard case .column(_, let columns) = looked.shape else { return kept }
        if asked.operation.orders { kept.order = columns }
        return kept
    }

    /// The columns that a sort or a search for repetitions names, as one column; all where it names none.
    private func columns(lookedAtBy asked: Asked, _ before: Trace) -> Trace {
        guard case .table(let rows, let columns) = before.shape, case .frame(let frame)? = recording[asked.receiver] else { return before }
        let names = asked.keywords.first { ["by", "subset", "columns"].contains($0.name) }?.value ?? asked.arguments.first { recording[$0]?.namesColumns == true }
        guard let names, let value = recording[names] else { return before.with(.column(rows: rows, columns: Array(Set(columns.joined())).sorted())) }
        let labels = value.list?.items ?? [value]
        let positions = labels.flatMap { frame.columns.positions(of: $0) }
        guard positions.count >= labels.count, positions.allSatisfy(columns.indices.contains) else { return before }
        return before.with(.column(rows: rows, columns: positions.flatMap { columns[$0] }))
    }

    /// How many rows there are, and their labels.
    func structure(_ asked: Asked) -> Trace {
        let before = trace(asked.receiver)
        guard before.isItems, recording[asked.receiver]?.isLabelled == true else { return opaque([asked.receiver] + asked.others) }
        // How many different values or groups there are rests on all of them.
        if case .pieces = before.shape { return .whole(before.support.union(support(asked.others))) }
        if case .grid = before.shape { return .whole(before.support.union(support(asked.others))) }
        let grouped = if case .groupBy? = recording[asked.receiver] { before.grouping } else { Support() }
        return .whole(before.control.union(support(asked.others)).union(grouped))
    }

    func headers(of receiver: Node) -> Support {
        guard case .table(_, let columns) = trace(receiver).shape else { return Support() }
        return Support(both: CellSet(rows: [-1], columns: Set(columns.joined())))
    }

    func reduction(_ asked: Asked) -> Trace {
        var all = support([asked.receiver] + asked.others)
        if asked.operation.name == "sum", let counted = quantified(asked.receiver, holding: true) { all.deciding = trace(asked.receiver).control.deciding.union(counted) }
        return .whole(all)
    }
}

extension Operation {
    /// Whether the result is in the order of what is looked at, so that the place of a row is owed to its cells there.
    fileprivate var orders: Bool { ["sort_values", "nlargest", "nsmallest"].contains(name) }
}
