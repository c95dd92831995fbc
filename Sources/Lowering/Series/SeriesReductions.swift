import Diagnostics
import SQL
import Values

extension Lowerer {
    /// The cells that are there.
    func count(_ series: SeriesTerm) -> Cell {
        let series = pinned(series)
        guard series.cell.type.canBeMissing else { return series.relation.size }
        return Cell(series.relation.scalar(.call("count", series.cell.sql)), .int, bounds: 0...series.relation.most)
    }

    func distinctCount(_ series: SeriesTerm, _ arguments: Arguments) throws(Failure) -> Cell {
        let series = pinned(series)
        let cell = series.cell.settled
        let distinct = Expression.call("count", [cell.sql], isDistinct: true)
        let bounds = 0...series.relation.most
        if try arguments.flag("dropna", default: true) || !cell.type.canBeMissing {
            return Cell(series.relation.scalar(distinct), .int, bounds: bounds)
        }
        let gap = Expression.binary(.less, .call("count", cell.sql), .countRows)
        return Cell(series.relation.scalar(.binary(.add, distinct, gap)), .int, bounds: bounds)
    }

    func isUnique(_ series: SeriesTerm) throws(Failure) -> Cell {
        let series = pinned(series)
        let cell = series.cell.settled
        let repeated = series.relation.select(.integer(1)).grouped(by: [cell.sql], having: .binary(.greater, .countRows, .integer(1)))
        return negated(Cell(.exists(repeated), .bool))
    }

    func sum(_ series: SeriesTerm, _ arguments: Arguments) throws(Failure) -> Cell {
        let series = pinned(series)
        try arguments.allow()
        let cell = series.cell.settled
        switch cell.type.kind {
        case .bool where cell.type.doubt != nil: throw refuse("the sum of a column whose type only the data tells")
        case .bool where !cell.type.canBeMissing: return truthCount(series)
        case .int where !cell.type.canBeMissing: return integerSum(series, cell)
        case .float, .int:
            let sum = aggregate(series.relation, cell, inOrder: true) { .call("total", $0) }
            return Cell(sum, CellType.float.doubting(cell.type.doubt))
        case .text where !cell.type.canBeMissing: return try textSum(series, cell)
        case .bool, .text, .timestamp, .timedelta, .list: throw refuse("the sum of a \(cell.type.kind) column")
        }
    }

    /// How many rows a mask holds for.
    func truthCount(_ series: SeriesTerm) -> Cell {
        let series = pinned(series)
        let rows = series.relation.filtered(by: series.cell)
        return Cell(rows.scalar(.countRows), CellType(.int, isNumpy: true), bounds: 0...series.relation.most)
    }

    /// Texts put together; without any row the sum is the integer 0.
    private func textSum(_ series: SeriesTerm, _ cell: Cell) throws(Failure) -> Cell {
        guard let count = series.relation.count, count > 0 else { throw refuse("the sum of texts that may be none") }
        return Cell(aggregate(series.relation, cell, inOrder: true) { .call("group_concat", $0, .text("")) }, .text)
    }

    private func integerSum(_ series: SeriesTerm, _ cell: Cell) -> Cell {
        let isThere = (series.relation.count ?? 0) > 0
        let bounds = cell.bounds.flatMap { $0.summed(series.relation.most) }
        let sum = aggregate(series.relation, cell) { sql in
            guard bounds != nil else { return .call("numpy_sum", sql) }
            return isThere ? .call("sum", sql) : .call("ifnull", .call("sum", sql), .integer(0))
        }
        return Cell(sum, CellType(.int, isNumpy: true), bounds: bounds)
    }

    func mean(_ series: SeriesTerm, _ arguments: Arguments) throws(Failure) -> Cell {
        // SQLite's own adds integers as floats one by one, which is exact while the sums are integers that a float holds.
        let most = 1 << 53
        let sums = series.cell.settled.type.kind == .int ? series.cell.bounds?.summed(series.relation.most) : nil
        let isExact = sums.map { $0.lowerBound >= -most && $0.upperBound <= most } ?? false
        return try floatReduction(isExact && !series.cell.type.canBeMissing ? "avg" : "mean", series, arguments)
    }

    /// A reduction to a float that is NaN where there is nothing to reduce.
    func floatReduction(_ name: String, _ series: SeriesTerm, _ arguments: Arguments) throws(Failure) -> Cell {
        let series = pinned(series)
        try arguments.allow()
        let cell = series.cell.settled
        guard cell.type.isNumber, cell.type.kind != .bool || !cell.type.canBeMissing else { throw refuse("the \(name) of a \(cell.type.kind) column") }
        return Cell(aggregate(series.relation, cell, inOrder: true) { .call(name, $0) }, .float)
    }

    func extreme(_ series: SeriesTerm, largest: Bool, _ arguments: Arguments) throws(Failure) -> Cell {
        let series = pinned(series)
        try arguments.allow()
        let cell = series.cell.settled
        if cell.type.kind == .text { try checkOrders(series) }
        guard cell.type.kind != .bool || !cell.type.canBeMissing else { throw refuse("the extreme of a column of objects") }
        let isThere = (series.relation.count ?? 0) > 0 && !cell.type.canBeMissing
        let type = cell.type.with(missing: isThere ? nil : .nan)
        return Cell(aggregate(series.relation, cell) { .call(largest ? "max" : "min", $0) }, type, bounds: cell.bounds)
    }

    /// Text does not order with a gap beside it; gaps alone are no trouble.
    func checkOrders(_ series: SeriesTerm) throws(Failure) {
        guard series.cell.type.canBeMissing else { return }
        let present = Expression.call("count", series.cell.sql)
        require(
            series.relation.select(.binary(.or, .binary(.equal, present, .countRows), .binary(.equal, present, .integer(0)))),
            orFail: Failure(.typeError, "'<' not supported between instances of 'float' and 'str'"))
    }

    func quantified(_ series: SeriesTerm, _ arguments: Arguments, isAny: Bool) throws(Failure) -> Cell {
        let series = pinned(series)
        try arguments.allow()
        let holds = truth(skipping: series.cell)
        let condition = isAny ? holds : negated(holds)
        let rows = series.relation.filtered(by: condition)
        let found = Cell(.exists(rows.select(.integer(1))), CellType(.bool, isNumpy: true))
        return isAny ? found : negated(found)
    }

    /// Gaps are left out: they neither hold nor fail. For `any` and `all` alike NULL must then decide nothing.
    private func truth(skipping cell: Cell) -> Cell {
        guard cell.type.missing == .nan else { return truth(cell) }
        var present = cell
        present.type.missing = nil
        return truth(present)
    }

    /// The label of the first extreme cell.
    func extremeLabel(_ series: SeriesTerm, largest: Bool, _ arguments: Arguments) throws(Failure) -> Cell {
        try arguments.allow()
        let (series, cell) = try extremeCells(series, largest: largest)
        let label = try label(series.relation)
        let rows = cell.type.canBeMissing ? series.relation.filtered([.test(cell.sql, .isNotNull)]) : series.relation
        var found = single(rows.sorted([Ordering(cell.sql, isDescending: largest)]).sliced(offset: 0, count: 1), label)
        if cell.type.canBeMissing { found.type.missing = .nan }
        return found
    }
}

extension Lowerer {
    /// The cells whose extreme is looked for; there must be one.
    private func extremeCells(_ series: SeriesTerm, largest: Bool) throws(Failure) -> (SeriesTerm, Cell) {
        let series = pinned(series)
        let cell = series.cell.settled
        let name = largest ? "argmax" : "argmin"
        try checkCount(series.relation, above: 0, Failure(.valueError, "attempt to get \(name) of an empty sequence"))
        if cell.type.kind == .text { try checkOrders(series) }
        guard cell.type.kind != .bool || cell.type.isNumpy else { throw refuse("the extreme of a column of objects") }
        return (series, cell)
    }

    /// The position of the first extreme cell.
    func extremePosition(_ series: SeriesTerm, largest: Bool, _ arguments: Arguments) throws(Failure) -> Cell {
        try arguments.allow()
        let (series, cell) = try extremeCells(series, largest: largest)
        guard !cell.type.canBeMissing else { throw refuse("the position of an extreme among gaps") }
        let numbered = series.relation.renumbered
        let position = try label(numbered)
        let (rows, cells) = pin(numbered, [position])
        let found = rows.sorted([Ordering(cell.sql, isDescending: largest)]).sliced(offset: 0, count: 1)
        return single(found, cells[0] ?? position).with(isNumpy: true)
    }

    /// `std` and `var`, with their degrees of freedom.
    func deviation(_ name: String, _ series: SeriesTerm, _ arguments: Arguments) throws(Failure) -> Cell {
        let series = pinned(series)
        try arguments.allow("ddof")
        let freedom = try arguments.int("ddof", default: 1)
        let cell = series.cell.settled
        guard cell.type.kind == .int || cell.type.kind == .float else { throw refuse("the \(name) of a \(cell.type.kind) column") }
        return Cell(aggregate(series.relation, cell, inOrder: true) { .call(name, $0, .integer(freedom)) }, .float)
    }

    /// A function of each cell.
    func apply(_ series: SeriesTerm, _ arguments: Arguments, _ parameter: String) throws(Failure) -> SeriesTerm {
        try arguments.allow(parameter)
        guard case .rows(let cells) = try iterate(.series(series)) else { return series }
        let rows = pinned(cells)
        let function = try arguments.require(parameter)
        let term = try onRows { () throws(Failure) in try self.apply(function, to: .cell(rows.cell)) }
        guard case .cell(var cell) = term, cell.type.missing != CellType.Missing.none else { throw refuse("a function that gives \(term.description)") }
        cell = cell.settled
        if cell.type.kind != .text, !cell.type.canBeMissing || cell.type.kind == .float { cell.type.isNumpy = true }
        if (rows.relation.count ?? 0) == 0, cell.type.kind != series.cell.type.kind || cell.type.isNumpy != series.cell.type.isNumpy {
            // Without rows the function is never called, and the column stays what it is.
            guard cell.type.doubt == nil, series.cell.type.doubt == nil else { throw refuse("a function of cells whose type only the data tells") }
            cell.type.doubt = CellType.Doubt(
                conditions: [Select(exists(rows.relation).sql)], held: cell.type.kind, otherwise: series.cell.type.kind,
                otherwiseIsNumpy: series.cell.type.isNumpy)
        }
        return made(rows.relation, cell, series.name)
    }

    /// Cells of another type.
    func cast(_ series: SeriesTerm, _ arguments: Arguments) throws(Failure) -> SeriesTerm {
        try arguments.allow("dtype", "copy")
        return try cast(series, to: arguments.require("dtype"))
    }

    func cast(_ series: SeriesTerm, to type: Term) throws(Failure) -> SeriesTerm {
        var cell = series.cell.settled
        switch try castTarget(type) {
        case .int: cell = try integer(cell).with(isNumpy: true)
        case .float: cell = try float(cell).with(isNumpy: true)
        case .text: cell = try string(cell)
        case .bool: cell = truth(cell).settled.with(isNumpy: true)
        case .timestamp, .timedelta, .list: throw refuse("astype() of times")
        }
        return made(series.relation, cell, series.name)
    }

    private func castTarget(_ type: Term) throws(Failure) -> CellType.Kind {
        switch type {
        case .type(.int), .type(.numpyInt): return .int
        case .type(.float), .type(.numpyFloat): return .float
        case .type(.str): return .text
        case .type(.bool), .type(.numpyBool): return .bool
        case .cell(let cell):
            switch cell.textLiteral?.string {
            case "int", "int64": return .int
            case "float", "float64": return .float
            case "str": return .text
            case "bool": return .bool
            default: throw refuse("astype() of this type")
            }
        default: throw refuse("astype() of \(type.description)")
        }
    }
}

extension ClosedRange<Int> {
    /// The bounds of a sum of at most so many such numbers.
    func summed(_ count: Int) -> ClosedRange<Int>? {
        let (low, under) = Swift.min(lowerBound, 0).multipliedReportingOverflow(by: count)
        let (high, over) = Swift.max(upperBound, 0).multipliedReportingOverflow(by: count)
        return under || over ? nil : low...high
    }
}

extension Select {
    func grouped(by keys: [Expression], having: Expression? = nil) -> Select {
        var select = self
        select.grouping = keys
        select.having = having
        return select
    }
}
