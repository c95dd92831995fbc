import Diagnostics
import SQL

extension Lowerer {
    /// A window over the rows in their order. What a slice leaves out must not be seen.
    private func overRows(_ series: SeriesTerm) -> SeriesTerm {
        var out = pinned(series)
        if out.relation.slice != nil { out.relation = out.relation.nested() }
        return out
    }

    func shift(_ series: SeriesTerm, _ arguments: Arguments) throws(Failure) -> SeriesTerm {
        try arguments.allow("periods")
        return try shifted(series, arguments.int("periods", default: 1))
    }

    private func shifted(_ series: SeriesTerm, _ periods: Int) throws(Failure) -> SeriesTerm {
        guard periods != 0 else { return series }
        var out = overRows(series)
        let cell = out.cell.settled
        guard cell.type.kind != .bool else { throw refuse("shift() of a column of bools") }
        let function = Expression.call(periods > 0 ? "lag" : "lead", cell.sql, .integer(abs(periods)))
        let window = Expression.window(function, Expression.Window(order: out.relation.order, isWhole: false))
        // The row without a row before it is a gap, which makes floats of integers.
        let isInt = cell.type.kind == .int
        let moved: Expression = isInt ? .cast(window, .real) : window
        // An object column is filled with None, a column of another type with its own gap.
        guard cell.type.isNumpy || !cell.type.canBeMissing else { throw refuse("shift() of a column of objects with gaps") }
        let doubt = CellType.Doubt(conditions: [Select(exists(out.relation).sql)], held: .float, otherwise: .int)
        out.cell = .made(moved, CellType(isInt ? .float : cell.type.kind, isNumpy: cell.type.isNumpy, missing: cell.type.isNumpy ? .nan : Missing.none), of: cell)
        if isInt, (out.relation.count ?? 0) == 0 { out.cell.type.doubt = doubt }
        return out
    }

    func diff(_ series: SeriesTerm, _ arguments: Arguments) throws(Failure) -> SeriesTerm {
        try arguments.allow("periods")
        guard series.cell.type.kind == .int || series.cell.type.kind == .float else { throw refuse("diff() of a \(series.cell.type.kind) column") }
        let rows = overRows(series)
        let before = try shifted(rows, arguments.int("periods", default: 1))
        return try made(rows.relation, binary(.subtract, rows.cell, before.cell, inColumn: true), series.name)
    }

    /// Running sums, maxima and minima; gaps are passed over and stay gaps.
    func cumulated(_ series: SeriesTerm, _ function: String, _ arguments: Arguments) throws(Failure) -> SeriesTerm {
        try arguments.allow()
        var out = overRows(series)
        let cell = out.cell.settled
        guard cell.type.kind == .int || cell.type.kind == .bool && function == "sum" && cell.type.isNumpy, !cell.type.canBeMissing,
            cell.type.kind == .bool || function != "sum" || cell.bounds?.summed(out.relation.most) != nil
        else { throw refuse("\(arguments.operation.name)() of a \(cell.type.kind) column") }
        let running = Expression.window(.call(function, cell.sql), Expression.Window(order: out.relation.order))
        let bounds = function == "sum" ? (cell.bounds ?? 0...1).summed(out.relation.most) : cell.bounds
        out.cell = .made(running, CellType(.int, isNumpy: true), bounds: bounds, of: cell)
        return out
    }

    /// Each cell's place in the order of the cells; a gap has none.
    func rank(_ series: SeriesTerm, _ arguments: Arguments) throws(Failure) -> SeriesTerm {
        try arguments.allow("method", "ascending")
        var out = overRows(series)
        let cell = out.cell.settled
        guard cell.type.isNumber && cell.type.kind != .bool || cell.type.kind == .text && !cell.type.canBeMissing else {
            throw refuse("rank() of a \(cell.type.kind) column")
        }
        let isDescending = try !arguments.flag("ascending", default: true)
        let place = try place(cell, by: arguments, Ordering(cell.sql, isDescending: isDescending, nullsLast: true), out.relation)
        let ranked = cell.type.canBeMissing ? Expression.choice([Expression.When(.test(cell.sql, .isNotNull), place)], otherwise: nil) : place
        out.cell = .made(.cast(ranked, .real), CellType(.float, isNumpy: true, missing: cell.type.canBeMissing ? .nan : nil), of: cell)
        return out
    }

    private func place(_ cell: Cell, by arguments: Arguments, _ order: Ordering, _ relation: Relation) throws(Failure) -> Expression {
        let first = Expression.window(.call("rank"), Expression.Window(order: [order]))
        let more = Expression.binary(.subtract, .window(.countRows, Expression.Window(partition: [cell.sql])), .integer(1))
        switch arguments["method"] {
        case nil: return .binary(.add, first, .binary(.divide, more, .real(2)))
        case .cell(let method)? where method.textLiteral == "average": return .binary(.add, first, .binary(.divide, more, .real(2)))
        case .cell(let method)? where method.textLiteral == "min": return first
        case .cell(let method)? where method.textLiteral == "max": return .binary(.add, first, more)
        case .cell(let method)? where method.textLiteral == "dense": return .window(.call("dense_rank"), Expression.Window(order: [order]))
        case .cell(let method)? where method.textLiteral == "first":
            return .window(.call("row_number"), Expression.Window(order: [order] + relation.order))
        default: throw refuse("this 'method' of rank()")
        }
    }

    /// Whether an equal cell came before, or comes after, or both.
    func duplicated(_ series: SeriesTerm, _ arguments: Arguments) throws(Failure) -> SeriesTerm {
        let rows = overRows(series)
        return made(rows.relation, try repeats([rows.cell], rows.relation, arguments), series.name)
    }

    func dropDuplicates(_ series: SeriesTerm, _ arguments: Arguments) throws(Failure) -> SeriesTerm {
        try arguments.allow("keep", "inplace", "ignore_index")
        guard try !arguments.flag("inplace", default: false) else { throw refuse("'inplace' of drop_duplicates()") }
        let rows = overRows(series)
        let mask = SeriesTerm(relation: rows.relation, cell: negated(try repeats([rows.cell], rows.relation, arguments)), name: .none)
        var out = try filter(rows, by: mask)
        if try arguments.flag("ignore_index", default: false) { out.relation = out.relation.renumbered }
        return out
    }

    func duplicated(_ frame: FrameTerm, _ arguments: Arguments) throws(Failure) -> SeriesTerm {
        let (rows, keys) = try keyCells(frame, arguments)
        return made(rows.relation, try repeats(keys, rows.relation, arguments), .none)
    }

    func dropDuplicates(_ frame: FrameTerm, _ arguments: Arguments) throws(Failure) -> FrameTerm {
        try arguments.allow("subset", "keep", "inplace", "ignore_index")
        guard try !arguments.flag("inplace", default: false) else { throw refuse("'inplace' of drop_duplicates()") }
        let (rows, keys) = try keyCells(frame, arguments)
        let mask = SeriesTerm(relation: rows.relation, cell: negated(try repeats(keys, rows.relation, arguments)), name: .none)
        var out = try filter(rows, by: mask)
        if try arguments.flag("ignore_index", default: false) { out.relation = out.relation.renumbered }
        return out
    }

    private func keyCells(_ frame: FrameTerm, _ arguments: Arguments) throws(Failure) -> (FrameTerm, [Cell]) {
        var out = pinned(frame)
        if out.relation.slice != nil { out.relation = out.relation.nested() }
        var chosen = out
        if let subset = arguments.given("subset") {
            chosen.columns = []
            for label in try labels(subset) {
                guard let position = out.positions(of: label).first else { throw reached(Failure(.keyError, label.text)) }
                chosen.columns.append(out.columns[position])
            }
        }
        var cells: [Cell] = []
        for column in chosen.columns {
            guard let cell = column.cell else { throw mixed(column) }
            cells.append(cell)
        }
        guard !cells.isEmpty else { throw refuse("duplicates of no columns") }
        return (out, cells)
    }

    private func repeats(_ cells: [Cell], _ relation: Relation, _ arguments: Arguments) throws(Failure) -> Cell {
        let keys = cells.map(\.settled)
        let count: (Expression.Window) -> Expression = { .binary(.greater, .window(.call("row_number"), $0), .integer(1)) }
        let sql: Expression
        switch arguments["keep"] {
        case nil: sql = count(Expression.Window(partition: keys.map(\.sql), order: relation.order))
        case .cell(let cell)? where cell.textLiteral == "first": sql = count(Expression.Window(partition: keys.map(\.sql), order: relation.order))
        case .cell(let cell)? where cell.textLiteral == "last":
            sql = count(Expression.Window(partition: keys.map(\.sql), order: relation.order.map(\.reversed)))
        case .cell(let cell)? where cell.literal == .bool(false):
            sql = .binary(.greater, .window(.countRows, Expression.Window(partition: keys.map(\.sql))), .integer(1))
        default: throw refuse("this 'keep'")
        }
        return .made(sql, CellType(.bool, isNumpy: true), ofAll: keys)
    }

    // MARK: Labels

    func resetIndex(_ series: SeriesTerm, _ arguments: Arguments) throws(Failure) -> Term {
        try arguments.allow("drop", "name", "inplace")
        guard try !arguments.flag("inplace", default: false) else { throw refuse("'inplace' of reset_index()") }
        if try arguments.flag("drop", default: false) {
            var out = pinned(series)
            out.relation = out.relation.renumbered
            return .series(out)
        }
        var name = series.name == .none ? Labels.Name.int(0) : series.name
        if let given = arguments.given("name") {
            guard let label = Labels.Name(given) else { throw refuse("a computed name") }
            name = label
        }
        return .frame(try labelsInserted(FrameTerm(relation: series.relation, columns: [FrameTerm.Column(label: name, cell: series.cell)])))
    }

    func resetIndex(_ frame: FrameTerm, _ arguments: Arguments) throws(Failure) -> FrameTerm {
        try arguments.allow("drop", "inplace")
        guard try !arguments.flag("inplace", default: false) else { throw refuse("'inplace' of reset_index()") }
        guard try arguments.flag("drop", default: false) else { return try labelsInserted(frame) }
        var out = pinned(frame)
        out.relation = out.relation.renumbered
        return out
    }

    /// The row labels as columns in front.
    private func labelsInserted(_ frame: FrameTerm) throws(Failure) -> FrameTerm {
        var out = pinned(frame)
        let labels = out.relation.labels
        guard !labels.cells.isEmpty else { throw refuse("labels that were numbered anew as a column") }
        var columns: [FrameTerm.Column] = []
        for (at, cell) in labels.cells.enumerated() {
            let standard = labels.cells.count > 1 ? Labels.Name.text("level_\(at)") : .text("index")
            let label = labels.names[at] == .none ? standard : labels.names[at]
            guard frame.positions(of: label).isEmpty else { throw refuse("labels under the name of a column") }
            columns.append(FrameTerm.Column(label: label, cell: cell.type.kind == .int ? cell.with(isNumpy: true) : cell))
        }
        out.columns = columns + out.columns
        out.relation = out.relation.renumbered
        return out
    }
}
