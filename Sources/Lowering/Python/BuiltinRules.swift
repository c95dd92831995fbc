import Catalog
import Diagnostics
import SQL

/// The builtin functions that SQLite is asked for.
let builtinRules = Rules<BuiltinOperation, Void>([
    Rule(.len) { lowerer, _, arguments in .cell(try lowerer.length(arguments.require("object"))) },
    Rule(.sum, means: .functions) { lowerer, _, arguments in .cell(try lowerer.pythonSum(arguments)) },
    Rule(.any) { lowerer, _, arguments in .cell(try lowerer.pythonQuantified(arguments, isAny: true)) },
    Rule(.all) { lowerer, _, arguments in .cell(try lowerer.pythonQuantified(arguments, isAny: false)) },
    Rule(.max) { lowerer, _, arguments in .cell(try lowerer.pythonExtreme(arguments, largest: true)) },
    Rule(.min) { lowerer, _, arguments in .cell(try lowerer.pythonExtreme(arguments, largest: false)) },
    Rule(.abs) { lowerer, _, arguments in try lowerer.absolute(arguments.require("number")) },
    Rule(.round, means: .functions) { lowerer, _, arguments in try lowerer.pythonRound(arguments) },
    Rule(.print) { _, _, _ in .none },
])

extension Lowerer {
    func length(_ term: Term) throws(Failure) -> Cell {
        switch term {
        case .series(let series): return series.relation.size
        case .frame(let frame): return frame.relation.size
        case .items(let items) where items.kind == .set: return distinctSize(items.asSeries)
        case .items(let items) where items.kind != .iterator: return items.relation.size
        case .record(let record): return .int(record.cells.count)
        case .display(let display, let items) where display != .set: return .int(items.count)
        case .cell(let cell) where cell.type.kind == .text && !cell.type.canBeMissing:
            return .made(.call("length", cell.sql), .int, bounds: 0...(1 << 31), of: cell)
        case .cell(let cell) where cell.type.kind == .text: return Cell.made(.call("python_len", cell.sql), .int, bounds: 0...(1 << 31), of: cell).fallible()
        case .cell(let cell) where cell.type.kind == .list: return .made(.call("list_count", cell.sql), .int, bounds: 0...(1 << 31), of: cell)
        case .cell(let cell): throw reached(Failure(.typeError, "object of type '\(cell.typeName)' has no len()"))
        case .groups(let groups): return try groupLength(groups)
        default: throw refuse("len() of \(term.description)")
        }
    }

    /// How many different cells there are, gaps counting as one each kind.
    private func distinctSize(_ series: SeriesTerm) -> Cell {
        let cell = series.cell.settled
        let distinct = Expression.call("count", [cell.sql], isDistinct: true)
        guard cell.type.canBeMissing else { return Cell(series.relation.scalar(distinct), .int, bounds: 0...series.relation.most) }
        // Every NaN of a column of floats is an object of its own, those of a text column are one.
        let gaps: Expression = cell.type.kind == .float
            ? .binary(.subtract, .countRows, .call("count", cell.sql)) : .binary(.less, .call("count", cell.sql), .countRows)
        return Cell(series.relation.scalar(.binary(.add, distinct, gaps)), .int, bounds: 0...series.relation.most)
    }

    /// Adds from the left, starting from the integer 0.
    func pythonSum(_ arguments: Arguments) throws(Failure) -> Cell {
        try arguments.allow("iterable")
        switch try iterate(arguments.require("iterable")) {
        case .terms(let terms):
            var total = Term.cell(.int(0))
            for term in terms { total = try binary(.add, total, term) }
            guard case .cell(let cell) = total else { throw refuse("the sum of other than scalars") }
            return cell
        case .rows(let series): return try pythonSum(series)
        }
    }

    private func pythonSum(_ series: SeriesTerm) throws(Failure) -> Cell {
        let series = pinned(series)
        let cell = series.cell.settled, relation = series.relation
        switch cell.type.kind {
        case .bool where !cell.type.canBeMissing: return truthCount(series).with(isNumpy: false)
        case .int where !cell.type.canBeMissing:
            guard let bounds = cell.bounds?.summed(relation.most) else { throw refuse("sum() of integers without bounds") }
            return Cell(aggregate(relation, cell) { .call("ifnull", .call("sum", $0), .integer(0)) }, .int, bounds: bounds)
        case .float:
            // Without any row the sum is the integer 0.
            let sum = aggregate(relation, cell, inOrder: true) { .choice([Expression.When(.countRows, .call("python_sum", $0))], otherwise: .integer(0)) }
            return Cell(sum, CellType(.float, missing: .nan))
        case .bool, .int, .text, .timestamp, .timedelta, .list: throw refuse("sum() of a \(cell.type.kind) column")
        }
    }

    func pythonQuantified(_ arguments: Arguments, isAny: Bool) throws(Failure) -> Cell {
        switch try iterate(arguments.require("iterable")) {
        case .terms(let terms):
            var cells: [Cell] = []
            for term in terms { cells.append(try truth(term)) }
            return connect(cells, isAnd: !isAny).with(isNumpy: false)
        case .rows(let series):
            let series = pinned(series)
            let holds = truth(series.cell)
            let rows = series.relation.filtered(by: isAny ? holds : negated(holds))
            let found = Cell(.exists(rows.select(.integer(1))), .bool)
            return isAny ? found : negated(found)
        }
    }

    func pythonExtreme(_ arguments: Arguments, largest: Bool) throws(Failure) -> Cell {
        try arguments.allow("*")
        let name = largest ? "max" : "min"
        if arguments.rest.count > 1 { return try extreme(of: arguments.rest, name) }
        guard let first = arguments.rest.first else { throw refuse("\(name)() of nothing") }
        switch try iterate(first) {
        case .terms(let terms): return try extreme(of: terms, name)
        case .rows(let series): return try pythonExtreme(series, name)
        }
    }

    private func pythonExtreme(_ series: SeriesTerm, _ name: String) throws(Failure) -> Cell {
        let series = pinned(series)
        let cell = series.cell.settled
        try checkCount(series.relation, above: 0, Failure(.valueError, "\(name)() arg is an empty sequence"))
        switch cell.type.kind {
        case .int where !cell.type.canBeMissing, .text where !cell.type.canBeMissing, .bool where !cell.type.canBeMissing:
            return Cell(aggregate(series.relation, cell) { .call(name, $0) }, cell.type, bounds: cell.bounds)
        case .float:
            let function = cell.type.canBeMissing ? "python_" + name : name
            return Cell(aggregate(series.relation, cell, inOrder: true) { .call(function, $0) }, cell.type)
        case .text: return try pythonTextExtreme(series, cell, name)
        case .bool, .int, .timestamp, .timedelta, .list: throw refuse("\(name)() of a \(cell.type.kind) column")
        }
    }

    /// Text does not order with a gap: one gap beside another row is enough.
    private func pythonTextExtreme(_ series: SeriesTerm, _ cell: Cell, _ name: String) throws(Failure) -> Cell {
        guard cell.type.missing == .nan else { throw refuse("\(name)() of a column with None") }
        let present = Expression.call("count", cell.sql)
        require(
            series.relation.select(
                .binary(.or, .binary(.or, .binary(.equal, present, .countRows), .binary(.equal, .countRows, .integer(1))), .binary(.equal, present, .integer(0)))),
            orFail: Failure(.typeError, "'<' not supported between instances of 'str' and 'float'"))
        return Cell(aggregate(series.relation, cell) { .call(name, $0) }, cell.type)
    }

    private func extreme(of terms: [Term], _ name: String) throws(Failure) -> Cell {
        var cells: [Cell] = []
        for term in terms {
            guard case .cell(let cell) = term else { throw refuse("\(name)() of other than scalars") }
            cells.append(cell)
        }
        guard let first = cells.first, cells.allSatisfy({ $0.type.kind == first.type.kind && !$0.type.canBeMissing }) else {
            throw refuse("\(name)() of these values")
        }
        if cells.count == 1 { return first }
        return .made(.call(name, cells.map(\.sql)), first.type, ofAll: cells)
    }

    func absolute(_ term: Term) throws(Failure) -> Term {
        switch term {
        case .cell(let cell): return .cell(try absolute(cell))
        case .series(let series): return .series(try made(series.relation, absolute(series.cell), series.name))
        default: throw refuse("abs() of \(term.description)")
        }
    }

    func absolute(_ cell: Cell) throws(Failure) -> Cell {
        switch cell.type.kind {
        case .float: return .made(.call("abs", cell.sql), cell.type, of: cell)
        case .int:
            guard let bounds = cell.bounds, bounds.lowerBound != .min else { throw refuse("abs() of an integer without bounds") }
            let most = max(abs(bounds.lowerBound), abs(bounds.upperBound))
            return .made(.call("abs", cell.sql), cell.type, bounds: 0...most, of: cell)
        case .bool, .text, .timestamp, .timedelta, .list: throw refuse("abs() of a \(cell.type.kind)")
        }
    }

    func pythonRound(_ arguments: Arguments) throws(Failure) -> Term {
        let term = try arguments.require("number")
        if case .series(let series) = term { return .series(try rounded(series, arguments.int("ndigits", default: 0))) }
        guard case .cell(let cell) = term else { throw refuse("round() of \(term.description)") }
        switch (cell.type.kind, arguments.given("ndigits")) {
        case (.int, nil) where !cell.type.canBeMissing: return .cell(cell.with(isNumpy: false))
        case (.float, nil): return .cell(Cell.made(.call("python_round", cell.sql), .int, of: cell).fallible())
        case (.float, _?):
            let digits = try arguments.int("ndigits", default: 0)
            return .cell(.made(.call(cell.type.isNumpy ? "numpy_round" : "python_round", cell.sql, .integer(digits)), cell.type, of: cell))
        default: throw refuse("round() of a \(cell.type.kind)")
        }
    }

    func rounded(_ series: SeriesTerm, _ digits: Int) throws(Failure) -> SeriesTerm {
        switch series.cell.type.kind {
        case .float: return made(series.relation, .made(.call("numpy_round", series.cell.sql, .integer(digits)), series.cell.type, of: series.cell), series.name)
        case .int where digits >= 0 && !series.cell.type.canBeMissing, .text: return series
        case .int, .bool, .timestamp, .timedelta, .list: throw refuse("round() of a \(series.cell.type.kind) column")
        }
    }
}
