import Diagnostics
import Kernels
import Values

// `pd.to_datetime`.
extension Call where Receiver == NoReceiver {
    /// Points in time of a Series, an index, a list, an array, a dict or frame of parts, or one cell.
    func toDatetime() throws(Failure) -> Value {
        let arg = try arguments.require("arg")
        var conversion = DateConversion(interpreter)
        conversion.failures = try failures()
        conversion.reader.dayFirst = try arguments.bool("dayfirst", default: false)
        conversion.reader.yearFirst = try arguments.bool("yearfirst", default: false)
        conversion.isExact = try arguments.bool("exact", default: true)
        if try arguments.bool("utc", default: false) {
            throw Failure(.unsupportedArgument, "'utc' of to_datetime() is not supported: time zones are not supported")
        }
        if case .text(let origin)? = arguments.given("origin"), origin != "unix" {
            throw Failure(.unsupportedArgument, "'origin' of to_datetime() is not supported")
        }
        if case .none = arg { return .none }
        if case .timestamp = arg { return arg }
        conversion.form = try form()
        if let unit = arguments.given("unit") { return try counted(arg, unit, conversion) }
        return try converted(arg) { (column) throws(Failure) in try conversion.column(column) }
    }

    private func failures() throws(Failure) -> DateConversion.Failures {
        let word = try arguments.word("errors", default: "raise")
        guard let failures = DateConversion.Failures(rawValue: word) else { throw Failure(.assertion, "errors must be 'raise', 'coerce' or 'ignore'") }
        return failures
    }

    private func form() throws(Failure) -> DateConversion.Form? {
        guard let format = arguments.given("format") else { return nil }
        guard case .text(let text) = format else {
            throw Failure(.typeError, "'format' of to_datetime() must be str, not \(format.typeName)")
        }
        let isWord = text == "mixed" || text == "ISO8601"
        if isWord, arguments.given("exact") != nil {
            throw Failure(.valueError, "Cannot use 'exact' when 'format' is 'mixed' or 'ISO8601'")
        }
        return isWord ? (text == "mixed" ? .mixed : .iso) : .format(try DateFormat(text))
    }

    /// The column conversion, on whatever holds cells; nil from it means the cells as they were.
    func converted(_ arg: Value, _ body: (Column) throws(Failure) -> Column?) throws(Failure) -> Value {
        switch arg {
        case .series(let series): return .series(try body(series.column).map(series.with) ?? series.with(series.column.asObject))
        case .index(let index): return .index(try body(index.column).map { Index(.column($0), names: index.names) } ?? index)
        case .list(let list): return try converted(list.items, body)
        case .tuple(let tuple): return try converted(tuple.items, body)
        case .array(let array):
            guard array.isFlat else { throw notFlat }
            return .index(Index(try body(array.column) ?? array.column))
        case .range, .iterator: return try converted(interpreter.iterate(arg), body)
        case .dict, .frame: return try assembled(arg, body)
        case .set: throw Failure(.typeError, "len() of unsized object")
        default: return try body(Column(values: [arg]))?[0] ?? arg
        }
    }

    private var notFlat: Failure {
        Failure(.typeError, "arg must be a string, datetime, list, tuple, 1-d array, or Series")
    }

    private func converted(_ items: [Value], _ body: (Column) throws(Failure) -> Column?) throws(Failure) -> Value {
        if case .list? = items.first { throw notFlat }
        let cells: Column = .object(items)
        return .index(Index(try body(cells) ?? cells))
    }

    // MARK: Numbers of a unit

    private func counted(_ arg: Value, _ unit: Value, _ conversion: DateConversion) throws(Failure) -> Value {
        guard case .text(let name) = unit else { throw Failure(.typeError, "'unit' of to_datetime() must be str, not \(unit.typeName)") }
        guard conversion.form == nil else { throw Failure(.valueError, "cannot specify both format and unit") }
        let counting = DateCounting(unit: try DateUnit(name: name.string), conversion: conversion)
        return try converted(arg) { (column) throws(Failure) in try counting.column(column) }
    }

    // MARK: Parts in columns

    /// Columns `year`, `month` and `day`, put together row by row.
    private func assembled(_ arg: Value, _ body: (Column) throws(Failure) -> Column?) throws(Failure) -> Value {
        let frame = try interpreter.frame(of: arg, index: nil, columns: nil)
        var parts: [[Int]] = []
        for name in ["year", "month", "day"] {
            guard let at = frame.columns.values.firstIndex(where: { DatePart.name($0) == name }) else {
                throw Failure(.valueError, "to assemble mappings requires at least that [year, month, day] be specified: [\(name)] is missing")
            }
            guard case .int(let cells) = frame.column(at) else {
                throw Failure(.unsupportedValue, "to_datetime() of columns other than whole numbers is not supported")
            }
            parts.append(cells)
        }
        guard frame.columnCount == 3 else { throw Failure(.unsupportedValue, "to_datetime() of columns beside year, month and day is not supported") }
        let digits = (0..<frame.rowCount).map { row in parts[0][row] &* 10000 &+ parts[1][row] &* 100 &+ parts[2][row] }
        var conversion = DateConversion(interpreter)
        conversion.failures = try failures()
        conversion.form = .format(try DateFormat("%Y%m%d"))
        let column: Column = .int(digits)
        return .series(Series(try conversion.column(column) ?? column, index: frame.index))
    }
}

/// The names of columns that `to_datetime` puts a date together from.
private enum DatePart {
    static func name(_ label: Value) -> String? {
        guard case .text(let text) = label else { return nil }
        let name = text.string.lowercased()
        return ["years": "year", "months": "month", "days": "day"][name] ?? name
    }
}
