import Diagnostics
import SQL

extension Lowerer {
    /// How often each cell occurs, most frequent first.
    func valueCounts(_ series: SeriesTerm, _ arguments: Arguments) throws(Failure) -> SeriesTerm {
        try arguments.allow("normalize", "sort", "ascending", "dropna")
        let counts = try counted(series, dropping: arguments.flag("dropna", default: true))
        var out = counts
        if try arguments.flag("sort", default: true) {
            out.relation = try sorted(counts.relation, by: counts.cell, isDescending: !arguments.flag("ascending", default: false))
        }
        if try arguments.flag("normalize", default: false) {
            let total = Expression.rows(counts.relation.select(.call("sum", counts.cell.sql)))
            out.cell = .made(.binary(.divide, .cast(out.cell.sql, .real), total), CellType(.float, isNumpy: true), of: out.cell)
            out.name = .text("proportion")
        }
        return out
    }

    /// The different cells as labels in order of appearance, with the count of each.
    func counted(_ series: SeriesTerm, dropping: Bool) throws(Failure) -> SeriesTerm {
        let rows = pinned(series)
        let cell = rows.cell.settled
        let first = freshName("first"), value = freshName("value"), count = freshName("count")
        let base = dropping && cell.type.canBeMissing ? rows.relation.filtered([.test(cell.sql, .isNotNull)]) : rows.relation
        let select = try appearances(base, [Select.Output(cell.sql, as: value), Select.Output(.countRows, as: count)], first)
        var label = Cell(.column(value), dropping && cell.type.kind != .float ? cell.type.with(missing: nil) : cell.type, bounds: cell.bounds)
        label.readsRow = true
        label.isUnique = true
        var number = Cell(.column(count), CellType(.int, isNumpy: true), bounds: 0...rows.relation.most)
        number.readsRow = true
        let labels = Labels(cells: [label], names: [series.name], isRange: false, areUnique: true)
        let relation = Relation(
            source: .rows(select.grouped(by: [cell.sql])), order: [Ordering(.column(first))], labels: labels, count: nil, most: rows.relation.most,
            isSorted: true)
        return SeriesTerm(relation: relation, cell: number, name: .text("count"))
    }

    /// A statement over a relation's rows with the place of each row, to be grouped: the place where a group came first.
    func appearances(_ relation: Relation, _ outputs: [Select.Output], _ first: String) throws(Failure) -> Select {
        if !relation.isSorted, relation.order.count == 1, let place = relation.order.first?.expression {
            return relation.select(outputs + [Select.Output(.call("min", place), as: first)])
        }
        let place = freshName("place")
        let numbered = relation.nested(adding: [Select.Output(.window(.call("row_number"), Expression.Window(order: relation.order)), as: place)])
        return numbered.select(outputs + [Select.Output(.call("min", .column(place)), as: first)])
    }

    /// The most frequent cells in ascending order.
    func mode(_ series: SeriesTerm, _ arguments: Arguments) throws(Failure) -> SeriesTerm {
        try arguments.allow()
        let counts = try counted(series, dropping: true)
        guard let label = counts.relation.labels.cells.first, label.type.kind != .bool else { throw refuse("mode() of bools") }
        let most = Expression.rows(counts.relation.select(.call("max", counts.cell.sql)))
        var relation = counts.relation.filtered([.binary(.equal, counts.cell.sql, most)])
        relation.order = [Ordering(label.sql)]
        var cell = label
        if cell.type.kind == .float { cell.type.missing = .nan }
        return SeriesTerm(relation: relation.renumbered, cell: cell, name: series.name)
    }
}
