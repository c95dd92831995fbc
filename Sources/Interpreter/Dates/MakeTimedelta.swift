import Diagnostics
import Kernels
import Values

// `pd.Timedelta` and `pd.to_timedelta`.
extension Call where Receiver == NoReceiver {
    func makeTimedelta() throws(Failure) -> Value {
        guard let value = arguments["value"] else { return .timedelta(try spanOfParts()) }
        return .timedelta(try interpreter.timedelta(value, unit: spanUnit()))
    }

    /// `Timedelta(days=1, hours=2)`, in pandas' own floating-point steps.
    private func spanOfParts() throws(Failure) -> Int {
        var parts: [String: Double] = [:]
        for (name, value) in arguments.keywordRest("kwargs") {
            guard Interpreter.spanParts.contains(name) else {
                throw Failure(.valueError, "cannot construct a Timedelta from the passed arguments, allowed keywords are \(Interpreter.spanParts)")
            }
            guard let number = value.number else { throw Failure(.typeError, "Invalid type \(value.typeName). Must be int or float.") }
            parts[name] = number
        }
        guard !parts.isEmpty else {
            throw Failure(.valueError, "cannot construct a Timedelta without a value/unit or descriptive keywords (days,seconds....)")
        }
        func part(_ name: String) -> Double { parts[name] ?? 0 }
        let days: Double = part("days") + part("weeks") * 7
        let seconds: Double = (days * 24 + part("hours")) * 3600 + part("minutes") * 60 + part("seconds")
        var total = 0
        for nanoseconds in [seconds * 1e9, part("milliseconds") * 1e6, part("microseconds") * 1e3, part("nanoseconds")] {
            guard let whole = Int(exactly: nanoseconds.rounded(.towardZero)) else { throw Interpreter.spanOutOfBounds }
            let (sum, overflow) = total.addingReportingOverflow(whole)
            guard !overflow, sum != Column.missingTime else { throw Interpreter.spanOutOfBounds }
            total = sum
        }
        return total
    }

    private func spanUnit() throws(Failure) -> SpanUnit? {
        guard let unit = arguments.given("unit") else { return nil }
        guard case .text(let name) = unit else { throw Failure(.typeError, "'unit' of \(arguments.operation)() must be str, not \(unit.typeName)") }
        return try SpanUnit(name: name.string)
    }

    // MARK: to_timedelta

    func toTimedelta() throws(Failure) -> Value {
        let arg = try arguments.require("arg")
        let unit = try spanUnit()
        let word = try arguments.word("errors", default: "raise")
        guard let failures = DateConversion.Failures(rawValue: word) else {
            throw Failure(.valueError, "errors must be one of 'ignore', 'raise', or 'coerce'.")
        }
        switch arg {
        case .none: return .none
        case .series, .index, .list, .tuple, .array, .range, .iterator:
            return try converted(arg) { (column) throws(Failure) in try spans(column, unit, failures) }
        case .set, .dict, .frame: throw Failure(.typeError, "arg must be a string, timedelta, list, tuple, 1-d array, or Series")
        default: break
        }
        do throws(Failure) {
            return .timedelta(try interpreter.timedelta(arg, unit: unit))
        } catch {
            guard error.isUnreadableDate, failures != .raise else { throw error }
            return failures == .coerce ? .timestamp(Column.missingTime) : arg
        }
    }

    private func spans(_ column: Column, _ unit: SpanUnit?, _ failures: DateConversion.Failures) throws(Failure) -> Column? {
        switch column {
        case .timedelta: return column
        case .bool, .timestamp: throw Failure(.typeError, "dtype \(column.dtype.rawValue) cannot be converted to timedelta64[ns]")
        case .int, .float, .text, .object, .categorical: break
        }
        if case .object(let cells) = column, let stray = cells.first(where: { !$0.isReadAsSpan }) {
            throw Failure(.typeError, "Invalid type for timedelta scalar: \(stray.typeName)")
        }
        try interpreter.charge(cells: column.count)
        try interpreter.charge(bytes: column.count.multipliedReportingOverflow(by: 8).partialValue)
        var spans: [Int] = []
        spans.reserveCapacity(column.count)
        for row in 0..<column.count {
            do throws(Failure) {
                spans.append(try interpreter.timedelta(column[row], unit: unit))
            } catch {
                guard error.isUnreadableDate else { throw error }
                switch failures {
                case .raise: throw error
                case .coerce: spans.append(Column.missingTime)
                case .ignore: return nil
                }
            }
        }
        return .timedelta(spans)
    }
}

extension Interpreter {
    static let spanParts = ["weeks", "days", "hours", "minutes", "seconds", "milliseconds", "microseconds", "nanoseconds"]

    static let spanOutOfBounds = Failure(.outOfBoundsDate, "a time span is out of bounds: more than 292 years")

    /// A value as a time span, as `pd.Timedelta(value, unit)` takes it.
    ///
    /// - Throws: `valueError` for what is no span.
    func timedelta(_ value: Value, unit: SpanUnit?) throws(Failure) -> Int {
        if value.isMissing { return Column.missingTime }
        switch value {
        case .timedelta(let span): return span
        case .int(let count), .numpyInt(let count): return try (unit ?? .nanosecond).span(count)
        case .float(let count), .numpyFloat(let count): return try (unit ?? .nanosecond).span(count)
        case .text(let text):
            guard unit == nil else { throw Failure(.valueError, "unit must not be specified if the value is a str") }
            return try SpanReader.read(text)
        default:
            throw Failure(.valueError, "Value must be Timedelta, string, integer, float, timedelta or convertible, not \(value.typeName)")
        }
    }
}

extension Value {
    /// Whether an array of objects may hold it where spans of time are read: a text may not be readable, but a bool never is, whatever `errors=` says.
    fileprivate var isReadAsSpan: Bool {
        switch self {
        case .timedelta, .int, .numpyInt, .float, .numpyFloat, .text: true
        case .none, .bool, .numpyBool, .timestamp, .date, .time, .interval, .list, .tuple, .set, .dict, .range, .slice, .iterator, .series, .frame,
            .index, .array, .groupBy, .accessor, .function, .type, .dtype, .module:
            isMissing
        }
    }
}
