import Catalog
import Interpreter
import Plan
import Values

extension Tracer {
    /// `groupby`: the groups are made of all cells of the keys; what is not chosen of them is not read.
    func grouping(_ asked: Asked) -> Trace {
        let before = trace(asked.receiver)
        guard case .table(let rows, _) = before.shape, case .frame(let frame)? = recording[asked.receiver], let key = asked.keywords.first(where: { $0.name == "by" })?.value ?? asked.arguments.first,
            let columns = keys(key, frame, before)
        else { return opaque([asked.receiver] + asked.others) }
        let cells = CellSet(rows: rows, columns: columns)
        var grouped = before.controlled(by: Support(read: cells, deciding: CellSet()))
        grouped.control.read.formUnion(support(asked.others).read)
        grouped.keys = columns.sorted()
        return grouped
    }

    /// The columns that a key is made of: one by its label, a Series that stands beside the rows, or a list of these.
    private func keys(_ key: Node, _ frame: Frame, _ before: Trace) -> Set<Int>? {
        guard case .table(let rows, let columns) = before.shape else { return nil }
        if case .list(let nodes) = key.kind { return nodes.reduce(Set<Int>()) { all, node in all.flatMap { all in keys(node, frame, before).map(all.union) } } }
        if let labels = recording[key]?.columnNames {
            let positions = labels.compactMap { frame.columns.position(of: $0) }
            return positions.count == labels.count && positions.allSatisfy(columns.indices.contains) ? Set(positions.flatMap { columns[$0] }) : nil
        }
        guard case .series(let series)? = recording[key], series.index.equals(frame.index), case .column(let others, let read) = trace(key).shape, others == rows else { return nil }
        return Set(read)
    }

    /// `index`, `keys`: labels that were made of cells, as those of `value_counts`, `groupby` and `set_index` are.
    func labels(_ asked: Asked) -> Trace {
        let before = trace(asked.receiver)
        switch before.shape {
        case .pieces: return before
        case .grid(let rows, let columns): return before.with(.pieces(rows.map { Piece(rows: $0, columns: Set(columns.joined()).sorted()) }))
        case .column(let rows, _), .table(let rows, _):
            guard !before.order.isEmpty else { return structure(asked) }
            var labels = before.with(.column(rows: rows, columns: before.order))
            labels.order = []
            return labels
        case .whole, .record: return opaque([asked.receiver] + asked.others)
        }
    }

    /// `groupby(…)['x'].sum()`: each item has the cells of its group's rows, in the keys and in what is reduced.
    func groupReduction(_ asked: Asked) -> Trace {
        let before = trace(asked.receiver)
        let fallback = { self.opaque([asked.receiver] + asked.others) }
        guard case .groupBy(let groups)? = recording[asked.receiver], groups.asIndex, !before.keys.isEmpty else { return fallback() }
        let members = groups.members
        switch (before.shape, recording[asked.node]) {
        case (.column(let rows, let columns), .series(let result)):
            guard result.count == members.count, rows.count == groups.codes.count else { return fallback() }
            return grouped(before, members.map { $0.map { rows[$0] } }, columns: asked.operation.name == "size" ? [] : columns, asked)
        case (.table(let rows, _), .series(let result)) where asked.operation.name == "size":
            guard result.count == members.count, rows.count == groups.codes.count else { return fallback() }
            return grouped(before, members.map { $0.map { rows[$0] } }, columns: [], asked)
        case (.table(let rows, let columns), .frame(let result)):
            guard result.rowCount == members.count, rows.count == groups.codes.count,
                let places = Rows.positions(of: result.columns, within: groups.frame.columns), places.allSatisfy(columns.indices.contains)
            else { return fallback() }
            let shape = Trace.Shape.grid(rows: members.map { $0.map { rows[$0] } }, columns: places.map { Set(columns[$0] + before.keys).sorted() })
            return before.with(shape).loose.controlled(by: support(asked.others))
        default: return fallback()
        }
    }

    private func grouped(_ before: Trace, _ rows: [[Int]], columns: [Int], _ asked: Asked) -> Trace {
        let read = Set(columns + before.keys).sorted()
        return before.with(.pieces(rows.map { Piece(rows: $0, columns: read) })).loose.controlled(by: support(asked.others))
    }

    /// `value_counts`, `mode`, `unique`: each item has the cells that are equal to its label, or to itself.
    func counted(_ asked: Asked) -> Trace {
        let before = trace(asked.receiver)
        guard asked.others.allSatisfy({ trace($0).support.read.isEmpty }), !asked.gives("bins"), let cells = recording[asked.receiver]?.cells, before.itemCount == cells.count,
            let values = differentValues(asked)
        else { return opaque([asked.receiver] + asked.others) }
        var places: [HashKey: Int] = [:]
        for (at, value) in values.enumerated() { places[HashKey(value)] = at }
        var members = [[Int]](repeating: [], count: values.count)
        for at in 0..<cells.count { places[HashKey(cells[at])].map { members[$0].append(at) } }
        return before.loose.with(.pieces(members.compactMap { before.rows(at: $0)?.joined }))
    }

    private func differentValues(_ asked: Asked) -> [Value]? {
        switch recording[asked.node] {
        case .series(let result) where asked.operation.name == "value_counts": result.index.isUnique ? result.index.values : nil
        case .some(let result): result.cells.map { cells in (0..<cells.count).map { cells[$0] } }
        case nil: nil
        }
    }

    /// `cumsum`: each item has its own cells and those of all items before it.
    func cumulative(_ asked: Asked) -> Trace {
        let before = trace(asked.receiver)
        guard let count = before.itemCount, count <= Tracer.mostCumulated, let pieces = before.pieces, recording[asked.node]?.itemCount == pieces.count else { return opaque([asked.receiver] + asked.others) }
        var soFar = Piece()
        let sums = pieces.map { piece in
            soFar.add(piece)
            return soFar
        }
        return before.loose.with(.pieces(sums)).controlled(by: support(asked.others))
    }

    /// Sets that grow row by row take the square of the rows.
    private static let mostCumulated = 1024

    /// `diff`, `shift`: each item has its own cells and those of the item some places before it.
    func stepping(_ asked: Asked) -> Trace {
        let before = trace(asked.receiver)
        let periods = asked.constant("periods", at: 0).map(\.integer) ?? 1
        guard let periods, abs(periods) < 1 << 32, let pieces = before.pieces, recording[asked.node]?.itemCount == pieces.count else { return opaque([asked.receiver] + asked.others) }
        let isShift = asked.operation.name == "shift"
        let steps = pieces.indices.map { at in
            let other = pieces.indices.contains(at - periods) ? pieces[at - periods] : Piece()
            return isShift ? other : pieces[at].adding(other)
        }
        return before.loose.with(.pieces(steps)).controlled(by: support(asked.others))
    }

    /// `str.extract`, `str.split(expand=True)`: several columns of the same rows.
    func splitting(_ asked: Asked) -> Trace {
        let before = trace(asked.receiver)
        guard case .column(let rows, let columns) = before.shape, case .frame(let frame)? = recording[asked.node], frame.rowCount == rows.count else {
            return elementwise(asked.node, [asked.receiver]).controlled(by: support(asked.others)).loose
        }
        return before.with(.table(rows: rows, columns: Array(repeating: columns, count: frame.columnCount))).loose.controlled(by: support(asked.others))
    }

    /// `df.sum()`: one item a column; `df.sum(axis=1)`: one a row.
    func columnwise(_ asked: Asked) -> Trace {
        let before = trace(asked.receiver)
        let fallback = { self.opaque([asked.receiver] + asked.others) }
        guard case .table(let rows, let columns) = before.shape, case .frame(let frame)? = recording[asked.receiver], frame.columnCount == columns.count else { return fallback() }
        switch recording[asked.node] {
        case .series(let result):
            if asked.isAlongRows { return result.count == rows.count ? before.loose.with(.column(rows: rows, columns: Set(columns.joined()).sorted())) : fallback() }
            guard let places = Rows.positions(of: result.index, within: frame.columns) else { return fallback() }
            return before.loose.with(.pieces(places.map { Piece(rows: rows, columns: columns[$0]) })).controlled(by: support(asked.others))
        case .frame(let result):
            guard let places = Rows.positions(of: result.columns, within: frame.columns) else { return fallback() }
            return before.loose.with(.grid(rows: Array(repeating: rows, count: result.rowCount), columns: places.map { columns[$0] })).controlled(by: support(asked.others))
        default: return fallback()
        }
    }

    /// `series.get(label)`, `df.get(name)`.
    func fetching(_ asked: Asked) -> Trace {
        let fallback = { self.opaque([asked.receiver] + asked.others) }
        guard let label = asked.constant("key", at: 0) else { return fallback() }
        switch recording[asked.receiver] {
        case .series(let series):
            guard series.index.isUnique, let at = series.index.position(of: label) else { return fallback() }
            return trace(asked.receiver).item(at: at) ?? fallback()
        case .frame(let frame): return frame.columns.positions(of: label).count == 1 ? column(label, of: asked.receiver) : fallback()
        default: return fallback()
        }
    }

    /// `df.assign(x=…)` as `df['x'] = …`; a value that is called reads the whole frame.
    func assigning(_ asked: Asked) -> Trace {
        let fallback = { self.opaque([asked.receiver] + asked.others) }
        guard case .frame(let frame)? = recording[asked.receiver], asked.arguments.isEmpty else { return fallback() }
        var after = trace(asked.receiver)
        var labels = frame.columns.values
        for (name, node) in asked.keywords {
            if case .function? = recording[node] { return fallback() }
            let position = labels.firstIndex { HashKey($0) == HashKey(.string(name)) }
            guard let next = after.setting(position, of: labels.count, to: trace(node)) else { return fallback() }
            after = next
            if position == nil { labels.append(.string(name)) }
        }
        return after
    }
}

extension Asked {
    /// `axis=1`, or what is not plain to see.
    fileprivate var isAlongRows: Bool {
        guard gives("axis") || !arguments.isEmpty else { return false }
        guard let axis = constant("axis", at: 0) else { return true }
        return axis.integer != 0 && axis.text?.string != "index"
    }
}

extension GroupBy {
    /// Each group's rows, in the order of the groups.
    fileprivate var members: [[Int]] {
        var rows = [[Int]](repeating: [], count: groupCount)
        for (at, code) in codes.enumerated() where rows.indices.contains(code) { rows[code].append(at) }
        return rows
    }
}
