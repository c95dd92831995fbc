import Diagnostics
import SQL

extension Lowerer {
    /// The rows in the order of a key, as pandas sorts by one key: gaps last, equal cells in numpy's order.
    func sorted(_ relation: Relation, by key: Cell, isDescending: Bool, isStable: Bool = false) throws(Failure) -> Relation {
        let cell = key.settled
        guard !cell.type.canBeMissing || cell.type.kind != .bool else { throw refuse("sorting a column of objects") }
        let isShort = relation.most <= 16 && (cell.type.kind == .text || cell.type.kind == .bool)
        guard !isStable, !cell.isUnique, !isShort else {
            return relation.sorted([Ordering(cell.sql, isDescending: isDescending, nullsLast: cell.type.canBeMissing ? true : nil)])
        }
        let base = relation.slice == nil ? relation : relation.nested()
        let rank = Expression.window(
            .call(cell.rankFunction, cell.sql, .integer(isDescending ? 1 : 0)), Expression.Window(order: base.order, isWhole: true))
        let name = freshName("place")
        return base.nested(adding: [Select.Output(rank, as: name)]).sorted([Ordering(.column(name))]).orderedOnly(by: name)
    }

    func sortValues(_ series: SeriesTerm, _ arguments: Arguments) throws(Failure) -> SeriesTerm {
        try arguments.allow("axis", "ascending", "inplace", "kind", "ignore_index")
        guard try !arguments.flag("inplace", default: false) else { throw refuse("'inplace' of sort_values()") }
        var out = pinned(series)
        out.relation = try sorted(out.relation, by: out.cell, isDescending: !arguments.flag("ascending", default: true), isStable: isStable(arguments))
        return try renumbered(out, arguments)
    }

    func isStable(_ arguments: Arguments) throws(Failure) -> Bool {
        switch try arguments.word("kind", default: "quicksort") {
        case "quicksort": return false
        case "mergesort", "stable": return true
        case let word: throw refuse("a sort of kind '\(word)'")
        }
    }

    private func renumbered(_ series: SeriesTerm, _ arguments: Arguments) throws(Failure) -> SeriesTerm {
        guard try arguments.flag("ignore_index", default: false) else { return series }
        var out = series
        out.relation = out.relation.renumbered
        return out
    }

    func sortValues(_ frame: FrameTerm, _ arguments: Arguments) throws(Failure) -> FrameTerm {
        try arguments.allow("by", "axis", "ascending", "inplace", "kind", "ignore_index")
        guard try !arguments.flag("inplace", default: false) else { throw refuse("'inplace' of sort_values()") }
        var out = pinned(frame)
        let keys = try labels(arguments.require("by"))
        let directions = try self.directions(arguments["ascending"], keys.count)
        var cells: [Cell] = []
        for key in keys {
            guard case .series(let series) = try column(out, key) else { throw refuse("sorting by several columns of one name") }
            cells.append(series.cell)
        }
        if cells.count == 1 {
            out.relation = try sorted(out.relation, by: cells[0], isDescending: !directions[0], isStable: isStable(arguments))
        } else {
            out.relation = out.relation.sorted(zip(cells, directions).map { cell, ascending in
                Ordering(cell.settled.sql, isDescending: !ascending, nullsLast: cell.type.canBeMissing ? true : nil)
            })
        }
        if try arguments.flag("ignore_index", default: false) { out.relation = out.relation.renumbered }
        return out
    }

    /// `ascending=` for each key.
    private func directions(_ term: Term?, _ count: Int) throws(Failure) -> [Bool] {
        guard let term else { return Array(repeating: true, count: count) }
        switch term {
        case .cell(let cell):
            guard let flag = cell.integerLiteral else { throw refuse("a computed 'ascending'") }
            return Array(repeating: flag != 0, count: count)
        case .display(_, let items):
            guard items.count == count else { throw reached(Failure(.valueError, "Length of ascending (\(items.count)) != length of by (\(count))")) }
            var flags: [Bool] = []
            for item in items { flags += try directions(item, 1) }
            return flags
        default: throw refuse("'ascending' as \(term.description)")
        }
    }

    /// One label or a list of them.
    func labels(_ term: Term) throws(Failure) -> [Labels.Name] {
        if let label = Labels.Name(term) { return [label] }
        guard case .display(_, let items) = term else { throw refuse("computed labels") }
        var out: [Labels.Name] = []
        for item in items {
            guard let label = Labels.Name(item) else { throw refuse("computed labels") }
            out.append(label)
        }
        return out
    }

    /// `nlargest` and `nsmallest`: ties in order of appearance.
    func extremes(_ series: SeriesTerm, _ arguments: Arguments, largest: Bool) throws(Failure) -> SeriesTerm {
        try arguments.allow("n")
        let count = try arguments.int("n", default: 5)
        guard series.cell.type.isNumber, series.cell.type.isNumpy, !series.cell.type.isObjects, count > 0 else { throw refuse("the largest cells of this column") }
        var out = pinned(series)
        if let size = out.relation.count, count >= size {
            out.relation = try sorted(out.relation, by: out.cell, isDescending: largest)
            return out
        }
        guard out.relation.count != nil || out.cell.isUnique || out.relation.most <= 1 else {
            // As many rows as are asked for, or fewer: which rule orders ties depends on the data.
            return try undecidedExtremes(out, count, largest: largest)
        }
        out.relation = ranked(out, largest: largest).sliced(offset: 0, count: count)
        return out
    }

    private func ranked(_ series: SeriesTerm, largest: Bool) -> Relation {
        series.relation.sorted([Ordering(series.cell.settled.sql, isDescending: largest, nullsLast: series.cell.type.canBeMissing ? true : nil)])
    }

    /// Sorts as `sort_values` where all rows are asked for, else stably.
    private func undecidedExtremes(_ series: SeriesTerm, _ count: Int, largest: Bool) throws(Failure) -> SeriesTerm {
        let relation = series.relation
        let isAll = Expression.binary(.lessEqual, .rows(relation.select(.countRows)), .integer(count))
        let base = relation.slice == nil ? relation : relation.nested()
        let rank = Expression.window(
            .call(series.cell.rankFunction, series.cell.settled.sql, .integer(largest ? 1 : 0)), Expression.Window(order: base.order, isWhole: true))
        let name = freshName("place")
        var nested = base.nested(adding: [Select.Output(.choice([Expression.When(isAll, rank)], otherwise: nil), as: name)])
        nested = nested.sorted([
            Ordering(.column(name)),
            Ordering(series.cell.settled.sql, isDescending: largest, nullsLast: series.cell.type.canBeMissing ? true : nil),
        ])
        var out = series
        out.relation = nested.sliced(offset: 0, count: count)
        return out
    }
}

extension Cell {
    /// What orders such cells as numpy does.
    fileprivate var rankFunction: String { type.kind == .int || type.kind == .float ? "network_rank" : "quicksort_rank" }
}

extension Relation {
    /// Ordered by a column that decides alone.
    func orderedOnly(by name: String) -> Relation {
        var relation = self
        relation.order = [Ordering(.column(name))]
        return relation
    }

    /// Labels 0, 1, 2 … in the rows' order.
    var renumbered: Relation {
        var relation = self
        relation.labels = Labels(cells: [], names: [.none], isRange: true, areUnique: true)
        return relation
    }
}
