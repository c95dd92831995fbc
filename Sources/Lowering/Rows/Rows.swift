import Diagnostics
import SQL

extension Relation {
    /// The rows as a source of their own, so that what follows sees neither its filters nor its slice; more columns can be added.
    func nested(adding outputs: [Select.Output] = []) -> Relation {
        var relation = self
        let select = outputs.isEmpty ? ordered([]) : ordered([Select.Output(.all)] + outputs)
        relation.source = .rows(select)
        relation.conditions = []
        relation.slice = nil
        relation.depth += 1
        return relation
    }

    /// The rows where all conditions are true.
    func filtered(_ conditions: [Expression]) -> Relation {
        var relation = slice == nil ? self : nested()
        relation.conditions += conditions.filter { !relation.conditions.contains($0) }
        relation.count = nil
        relation.labels.isRange = false
        return relation
    }

    /// The rows where a truth value holds. What can raise is asked only of the rows that are left.
    func filtered(by flag: Cell) -> Relation {
        guard flag.mayRaise, !conditions.isEmpty else { return filtered(flag.condition.conjuncts) }
        return filtered([.choice([Expression.When(.conjunction(conditions), flag.condition)], otherwise: .integer(0))])
    }

    /// `[offset..., count]` of the rows; both count from the first row.
    func sliced(offset: Int, count wanted: Int?) -> Relation {
        var relation = self
        let before = slice ?? Slice(offset: 0, count: nil)
        let left = before.count.map { max($0 - offset, 0) }
        let (start, overflow) = before.offset.addingReportingOverflow(offset)
        relation.slice = Slice(offset: overflow ? .max : start, count: [left, wanted].compactMap(\.self).min())
        relation.count = count.map { rows in
            let rest = max(rows - offset, 0)
            return wanted.map { min($0, rest) } ?? rest
        }
        relation.most = min(most, wanted ?? most)
        if offset > 0 { relation.labels.isRange = false }
        return relation
    }

    /// The last rows, in their order.
    func last(_ wanted: Int) -> Relation {
        if let count { return sliced(offset: max(count - wanted, 0), count: nil) }
        var reversed = slice == nil ? self : nested()
        reversed.order = order.map(\.reversed)
        var relation = reversed.sliced(offset: 0, count: wanted).nested()
        relation.order = order
        relation.labels.isRange = false
        return relation
    }

    /// All but the last rows.
    func dropping(last unwanted: Int) -> Relation? {
        count.map { sliced(offset: 0, count: max($0 - unwanted, 0)) }
    }

    /// How many rows there are.
    var size: Cell {
        Cell(scalar(.countRows), .int, bounds: count.map { $0...$0 } ?? 0...most)
    }

    /// The rows in another order; the present order decides between equals.
    func sorted(_ terms: [Ordering]) -> Relation {
        var relation = slice == nil ? self : nested()
        relation.order = (terms + order.filter { !terms.contains($0) }).filter { !$0.expression.isConstant }
        relation.isSorted = true
        relation.labels.isRange = false
        return relation
    }
}

extension Lowerer {
    /// The one value of an aggregate over all rows, fed in their order where that matters.
    func aggregate(_ relation: Relation, _ cell: Cell, inOrder: Bool = false, _ make: (Expression) -> Expression) -> Expression {
        guard inOrder, relation.isSorted else { return relation.scalar(make(cell.sql)) }
        let name = freshName("value")
        return .rows(Select(make(.column(name)), from: .rows(relation.ordered([Select.Output(cell.sql, as: name)]))))
    }

    /// The cell of one row by position, which may be computed.
    func element(_ relation: Relation, _ cell: Cell, at position: Cell, orFail words: String? = nil) throws(Failure) -> Cell {
        guard position.type.kind == .int else { throw refuse("a position that is not an integer") }
        if let number = position.integerLiteral { return try element(relation, cell, at: number, orFail: words) }
        try checkFree(position)
        guard !position.type.canBeMissing else { throw refuse("a position that may be missing") }
        let failure = Failure(.indexError, words ?? "single positional indexer is out-of-bounds")
        let size = relation.size.sql
        let isBelow = Expression.binary(.less, position.sql, size)
        if let bounds = position.bounds, bounds.lowerBound >= 0 {
            require(Select(isBelow), orFail: failure)
            return at(position.sql, relation, cell)
        }
        require(Select(.binary(.and, isBelow, .binary(.greaterEqual, position.sql, .unary(.negate, size)))), orFail: failure)
        let place = Expression.choice(
            [Expression.When(.binary(.less, position.sql, .integer(0)), .binary(.add, position.sql, size))], otherwise: position.sql)
        return at(place, relation, cell)
    }

    private func at(_ place: Expression, _ relation: Relation, _ cell: Cell) -> Cell {
        let rows = relation.slice == nil ? relation : relation.nested()
        var select = rows.ordered([Select.Output(cell.sql)])
        select.limit = .integer(1)
        select.offset = place
        return Cell(.rows(select), cell.type, bounds: cell.bounds)
    }

    /// The cell of one row by position, counted from the end where negative.
    func element(_ relation: Relation, _ cell: Cell, at position: Int, orFail words: String? = nil) throws(Failure) -> Cell {
        let failure = Failure(.indexError, words ?? "single positional indexer is out-of-bounds")
        let fromStart = position >= 0 ? position : -(position + 1)
        try checkCount(relation, above: fromStart, failure)
        var row = relation
        if position < 0 {
            if relation.slice != nil { row = relation.nested() }
            row.order = row.order.map(\.reversed)
        }
        return single(row.sliced(offset: fromStart, count: 1), cell)
    }

    /// The cell of the first row.
    func single(_ relation: Relation, _ cell: Cell) -> Cell {
        Cell(.rows(relation.ordered([Select.Output(cell.sql)])), cell.type, bounds: cell.bounds)
    }

    /// There must be more rows than so many.
    func checkCount(_ relation: Relation, above position: Int, _ failure: Failure) throws(Failure) {
        if let count = relation.count {
            guard count > position else { throw reached(failure) }
            return
        }
        guard position < relation.most else { throw reached(failure) }
        let held: Expression = position == 0
            ? .exists(relation.select(.integer(1))) : .binary(.greater, .rows(relation.select(.countRows)), .integer(position))
        require(Select(held), orFail: failure)
    }

    // MARK: Filtering

    /// The rows of some cells' relation where a mask holds, with the cells over them.
    ///
    /// - Throws: `rowsNotLowered` for a mask over rows that these are not among.
    private func filter(_ relation: Relation, _ cells: [Cell?], by mask: SeriesTerm) throws(Failure) -> (Relation, [Cell?]) {
        let isSame = relation.hasRows(of: mask.relation)
        guard isSame || relation.isWithin(mask.relation) && mask.relation.labels.areUnique && !mask.cell.sql.isWindowed else {
            throw Failure(.rowsNotLowered, "a mask over other rows than those it filters is not lowered to SQL")
        }
        guard mask.cell.type.doubt == nil else { throw refuse("a mask whose type only the data tells") }
        if mask.cell.type.canBeMissing {
            let flags = Expression.binary(.equal, .countRows, .call("count", mask.cell.sql))
            require(
                relation.select(flags),
                orFail: Failure(
                    .valueError, "cannot mask with non-boolean array containing NA / NaN values",
                    helps: ["give na=False to the '.str' method, or '.fillna(False)'"]))
        }
        let (pinned, moved) = pin(relation, cells + [mask.cell])
        guard let flag = moved.last ?? nil else { throw refuse("this mask") }
        return (pinned.filtered(by: flag), Array(moved.dropLast()))
    }

    func filter(_ frame: FrameTerm, by mask: SeriesTerm) throws(Failure) -> FrameTerm {
        var out = frame
        let (relation, cells) = try filter(frame.relation, frame.columns.map(\.cell), by: mask)
        out.relation = relation
        for (at, cell) in cells.enumerated() { out.columns[at].cell = cell }
        return out
    }

    func filter(_ series: SeriesTerm, by mask: SeriesTerm) throws(Failure) -> SeriesTerm {
        let (relation, cells) = try filter(series.relation, [series.cell], by: mask)
        return SeriesTerm(relation: relation, cell: cells[0] ?? series.cell, name: series.name)
    }

    /// Makes columns of what is computed over windows, so that the rows can be filtered or sliced without changing the windows.
    func pin(_ relation: Relation, _ cells: [Cell?]) -> (Relation, [Cell?]) {
        guard cells.contains(where: { $0?.sql.isWindowed == true }) else { return (relation, cells) }
        var outputs: [Select.Output] = []
        let moved = cells.map { (cell: Cell?) -> Cell? in
            guard var cell, cell.sql.isWindowed else { return cell }
            let name = freshName("value")
            outputs.append(Select.Output(cell.sql, as: name))
            cell.sql = .column(name)
            return cell
        }
        return (relation.nested(adding: outputs), moved)
    }

    /// A Series whose rows can be filtered and sliced.
    func pinned(_ series: SeriesTerm) -> SeriesTerm {
        let (relation, cells) = pin(series.relation, [series.cell])
        return SeriesTerm(relation: relation, cell: cells[0] ?? series.cell, name: series.name)
    }

    func pinned(_ frame: FrameTerm) -> FrameTerm {
        let (relation, cells) = pin(frame.relation, frame.columns.map(\.cell))
        var out = frame
        out.relation = relation
        for (at, cell) in cells.enumerated() { out.columns[at].cell = cell }
        return out
    }

    /// A column name that no column of the table has.
    func freshName(_ wanted: String) -> String {
        freshNames += 1
        var name = "\(wanted)_\(freshNames)"
        while table.columns.contains(where: { $0.name.lowercased() == name.lowercased() }) { name += "_" }
        return name
    }
}

extension Expression {
    /// A number or a text, which orders nothing: SQLite takes a number in `order by` for the place of an output.
    var isConstant: Bool {
        switch self {
        case .null, .integer, .real, .text: true
        default: false
        }
    }
}
