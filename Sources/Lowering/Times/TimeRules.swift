import Catalog
import Diagnostics
import Kernels
import SQL
import Values

/// What `.dt` can be asked in SQLite: points in time are nanoseconds since 1970.
let dtRules = Rules<DtOperation, SeriesTerm>([
    Rule(
        .year, .month, .day, .hour, .minute, .second, .dayofweek, .dayOfWeek, .weekday, .dayofyear, .dayOfYear, .quarter, .daysInMonth, .daysinmonth,
        means: .functions
    ) { lowerer, series, arguments in
        var field = lowerer.field(arguments.operation.name, series.cell)
        field.type.doubt = lowerer.unlessMissing(series.cell.sql, series.relation)
        return .series(lowerer.made(series.relation, field, series.name))
    },
    Rule(.dayName, .monthName, means: .functions) { lowerer, series, arguments in
        try arguments.allow()
        return .series(lowerer.mappedTime(series, .call(arguments.operation.name, series.cell.sql)))
    },
    Rule(.strftime, means: .functions) { lowerer, series, arguments in
        let format = try arguments.text("date_format")
        return .series(lowerer.mappedTime(series, .call("time_text", series.cell.sql, .text(format))))
    },
])

/// What one point in time can be asked in SQLite.
let timestampRules = Rules<TimestampOperation, Cell>([
    Rule(
        .year, .month, .day, .hour, .minute, .second, .dayofweek, .dayOfWeek, .dayofyear, .dayOfYear, .quarter, .daysInMonth, .daysinmonth,
        means: .functions
    ) { lowerer, cell, arguments in
        .cell(lowerer.field(arguments.operation.name, cell).with(isNumpy: false))
    },
])

extension Lowerer {
    func field(_ name: String, _ cell: Cell) -> Cell {
        .made(.call("time_field", .text(Text(name)), cell.sql), CellType(.int, isNumpy: true, missing: cell.type.missing), bounds: 0...9999, of: cell)
    }

    func mappedTime(_ series: SeriesTerm, _ sql: Expression) -> SeriesTerm {
        made(series.relation, .made(sql, CellType(.text, missing: series.cell.type.missing), of: series.cell), series.name)
    }

    /// `pd.to_datetime`: the first text that is not missing says how all are read.
    func toDatetime(_ arguments: Arguments) throws(Failure) -> Term {
        try arguments.allow("arg", "errors", "format")
        let errors = try arguments.word("errors", default: "raise")
        guard errors == "raise" || errors == "coerce" else { throw refuse("to_datetime() with errors='\(errors)'") }
        let format = try arguments.given("format").map { _ throws(Failure) in try arguments.text("format") }
        switch try arguments.require("arg") {
        case .series(let series): return .series(try toDatetime(series, format, isCoerced: errors == "coerce"))
        case .cell(let cell): return .cell(try toDatetime(cell, format, isCoerced: errors == "coerce"))
        case let term: throw refuse("to_datetime() of \(term.description)")
        }
    }

    private func toDatetime(_ series: SeriesTerm, _ format: Text?, isCoerced: Bool) throws(Failure) -> SeriesTerm {
        let rows = pinned(series)
        let suffix = isCoerced ? "_coerce" : ""
        let type = CellType(.timestamp, isNumpy: true, missing: .nan)
        switch rows.cell.type.kind {
        case .timestamp: return series
        case .int where format == nil && !rows.cell.type.canBeMissing:
            return made(rows.relation, .made(rows.cell.sql, type, of: rows.cell), rows.name)
        case .text, .int:
            if let format, format != "mixed", format != "ISO8601" {
                _ = try DateFormat(format)
                let sql = Expression.call("strptime" + suffix, .cast(rows.cell.sql, .text), .text(format))
                return made(rows.relation, Cell.made(sql, type, of: rows.cell).fallible(!isCoerced), rows.name)
            }
            guard rows.cell.type.kind == .text, format == nil else { throw refuse("to_datetime() with this format") }
            let present = rows.relation.filtered([.unary(.not, .call("is_missing_time", rows.cell.sql))])
            let sample = Expression.rows(present.sliced(offset: 0, count: 1).ordered([Select.Output(rows.cell.sql)]))
            let sql = Expression.call("to_datetime" + suffix, rows.cell.sql, sample)
            return made(rows.relation, Cell.made(sql, type, of: rows.cell).fallible(!isCoerced), rows.name)
        case .bool, .float, .timedelta, .list: throw refuse("to_datetime() of a \(rows.cell.type.kind) column")
        }
    }

    private func toDatetime(_ cell: Cell, _ format: Text?, isCoerced: Bool) throws(Failure) -> Cell {
        let type = CellType(.timestamp, missing: .nan)
        guard format == nil else { throw refuse("to_datetime() of a scalar with a format") }
        switch cell.type.kind {
        case .timestamp: return cell
        case .text:
            return Cell.made(.call(isCoerced ? "to_datetime_coerce" : "to_datetime", cell.sql, cell.sql), type, of: cell).fallible(!isCoerced)
        case .int where !cell.type.canBeMissing: return .made(cell.sql, type, of: cell)
        case .int, .bool, .float, .timedelta, .list: throw refuse("to_datetime() of a \(cell.type.kind)")
        }
    }

    /// A text that the query spells out, as a point in time beside a column of them; nil where it is none.
    func time(reading text: Text) throws(Failure) -> Cell? {
        guard !DateReader.isMissing(text) else { return nil }
        do throws(Failure) {
            let date = try DateReader().dateTime(text)
            guard let nanoseconds = date.nanoseconds else { throw refuse("a date beyond what a column holds") }
            return Cell(.integer(nanoseconds), CellType(.timestamp))
        } catch {
            guard error.isPandas else { throw error }
            return nil
        }
    }
}
