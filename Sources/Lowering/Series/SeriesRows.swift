import Diagnostics
import SQL

extension Lowerer {
    func head(_ series: SeriesTerm, _ arguments: Arguments) throws(Failure) -> SeriesTerm {
        var out = pinned(series)
        out.relation = try head(out.relation, arguments)
        return out
    }

    func tail(_ series: SeriesTerm, _ arguments: Arguments) throws(Failure) -> SeriesTerm {
        var out = pinned(series)
        out.relation = try tail(out.relation, arguments)
        return out
    }

    func head(_ relation: Relation, _ arguments: Arguments) throws(Failure) -> Relation {
        let count = try arguments.int("n", default: 5)
        if count >= 0 { return relation.sliced(offset: 0, count: count) }
        guard let rows = relation.dropping(last: -count) else { throw refuse("all but the last rows") }
        return rows
    }

    func tail(_ relation: Relation, _ arguments: Arguments) throws(Failure) -> Relation {
        let count = try arguments.int("n", default: 5)
        return count >= 0 ? relation.last(count) : relation.sliced(offset: -count, count: nil)
    }

    /// The only cell.
    func item(_ series: SeriesTerm) throws(Failure) -> Cell {
        let failure = Failure(.valueError, "can only convert an array of size 1 to a Python scalar")
        if let count = series.relation.count {
            guard count == 1 else { throw reached(failure) }
        } else {
            require(series.relation.select(.binary(.equal, .countRows, .integer(1))), orFail: failure)
        }
        var cell = single(series.relation.sliced(offset: 0, count: 1), series.cell)
        cell.type.isNumpy = false
        return cell
    }

    // MARK: Gaps

    func missing(_ series: SeriesTerm, isMissing: Bool) -> SeriesTerm {
        var out = series
        let type = CellType(.bool, isNumpy: true)
        guard series.cell.type.canBeMissing else {
            out.cell = .made(.integer(isMissing ? 0 : 1), type, of: series.cell)
            return out
        }
        out.cell = .made(.test(series.cell.sql, isMissing ? .isNull : .isNotNull), type, of: series.cell)
        return out
    }

    func dropMissing(_ series: SeriesTerm, _ arguments: Arguments) throws(Failure) -> SeriesTerm {
        try arguments.allow("axis")
        guard series.cell.type.canBeMissing else { return series }
        var out = try filter(series, by: missing(series, isMissing: false))
        out.cell.type.missing = out.cell.type.kind == .float ? .nan : nil
        return out
    }

    func fillMissing(_ series: SeriesTerm, _ arguments: Arguments) throws(Failure) -> SeriesTerm {
        try arguments.allow("value")
        guard case .cell(let value) = try arguments.require("value") else { throw refuse("fillna() of anything but a scalar") }
        guard series.cell.type.canBeMissing else { return series }
        try checkFree(value)
        let kind = series.cell.type.kind
        guard !value.type.canBeMissing, kind == value.type.kind || kind == .float && value.type.kind == .int else {
            throw refuse("filling a \(kind) column with a \(value.type.kind)")
        }
        var filler = value.sql
        if kind == .float, case .integer(let number) = filler { filler = .real(Double(number)) }
        return made(series.relation, .made(.call("ifnull", series.cell.sql, filler), series.cell.type.with(missing: nil), of: series.cell, value), series.name)
    }

    // MARK: Membership

    func isIn(_ series: SeriesTerm, _ arguments: Arguments) throws(Failure) -> SeriesTerm {
        var cell = try membership(series.cell, in: arguments.require("values"))
        cell.type.isNumpy = true
        return made(series.relation, cell, series.name)
    }

    func between(_ series: SeriesTerm, _ arguments: Arguments) throws(Failure) -> SeriesTerm {
        let inclusive = try arguments.word("inclusive", default: "both")
        guard ["both", "neither", "left", "right"].contains(inclusive) else { throw refuse("between() with inclusive='\(inclusive)'") }
        let lower = try compare(inclusive == "both" || inclusive == "left" ? .greaterEqual : .greater, .series(series), arguments.require("left"))
        let upper = try compare(inclusive == "both" || inclusive == "right" ? .lessEqual : .less, .series(series), arguments.require("right"))
        guard case .series(let mask) = try binary(.bitAnd, lower, upper) else { throw refuse("between() of these bounds") }
        return mask
    }

    // MARK: Distinct cells

    /// The different cells, in order of appearance.
    func unique(_ series: SeriesTerm) throws(Failure) -> ItemsTerm {
        let (relation, cell) = try distinct(series)
        return ItemsTerm(kind: .array, relation: relation, cell: cell)
    }

    /// A relation of the different cells in order of appearance.
    func distinct(_ series: SeriesTerm) throws(Failure) -> (Relation, Cell) {
        let rows = pinned(series)
        let cell = rows.cell.settled
        let first = freshName("first"), value = freshName("value")
        let select = try appearances(rows.relation, [Select.Output(cell.sql, as: value)], first).grouped(by: [cell.sql])
        var out = Cell(.column(value), cell.type, bounds: cell.bounds)
        out.readsRow = true
        out.isUnique = true
        let labels = Labels(cells: [], names: [.none], isRange: true, areUnique: true)
        let relation = Relation(
            source: .rows(select), order: [Ordering(.column(first))], labels: labels, count: nil, most: series.relation.most, isSorted: true)
        return (relation, out)
    }

    // MARK: Labels

    func label(_ relation: Relation) throws(Failure) -> Cell {
        if relation.labels.cells.isEmpty {
            let number = Expression.window(.call("row_number"), Expression.Window(order: relation.order))
            var cell = Cell(.binary(.subtract, number, .integer(1)), .int, bounds: 0...max(relation.most - 1, 0))
            cell.readsRow = true
            return cell
        }
        guard relation.labels.cells.count == 1 else { throw refuse("row labels of several levels") }
        return relation.labels.cells[0]
    }

    func index(of relation: Relation) throws(Failure) -> ItemsTerm {
        ItemsTerm(kind: .index, relation: relation, cell: try label(relation), name: relation.labels.names.first ?? .none)
    }
}
