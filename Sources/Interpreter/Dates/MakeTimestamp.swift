import Diagnostics
import Kernels
import Values

// `pd.Timestamp`.
extension Call where Receiver == NoReceiver {
    func makeTimestamp() throws(Failure) -> Value {
        guard let input = arguments["ts_input"] else { return .timestamp(try fields()) }
        if arguments.given("year") != nil { return .timestamp(try shiftedFields(input)) }
        if let unit = arguments.given("unit") { return .timestamp(try counted(input, unit)) }
        return .timestamp(try interpreter.timestamp(input))
    }

    /// `Timestamp(year=2020, month=1, day=2)`
    private func fields() throws(Failure) -> Int {
        var numbers: [Int?] = []
        for name in ["year", "month", "day"] as [StaticString] { numbers.append(try part(name)) }
        return try timestamp(numbers, clock: ["hour", "minute", "second", "microsecond"])
    }

    /// `Timestamp(2020, 1, 2, 10)`: the first parameter is the year, each following one the part before it.
    private func shiftedFields(_ input: Value) throws(Failure) -> Int {
        guard let year = input.integer else { throw Failure(.typeError, "an integer is required (got type \(input.typeName))") }
        return try timestamp([year, part("year"), part("month")], clock: ["day", "hour", "minute", "second"])
    }

    private func part(_ name: StaticString) throws(Failure) -> Int? {
        arguments.given(name) == nil ? nil : try arguments.int(name, default: 0)
    }

    private func timestamp(_ date: [Int?], clock: [StaticString]) throws(Failure) -> Int {
        guard let year = date[0] else { throw Failure(.typeError, "function missing required argument 'year' (pos 1)") }
        guard let month = date[1] else { throw Failure(.typeError, "function missing required argument 'month' (pos 2)") }
        guard let day = date[2] else { throw Failure(.typeError, "function missing required argument 'day' (pos 3)") }
        guard Calendar.isDate(year, month, day) else { throw Failure(.valueError, "day is out of range for month") }
        var time = DateTime(year, month, day)
        time.hour = try part(clock[0]) ?? 0
        time.minute = try part(clock[1]) ?? 0
        time.second = try part(clock[2]) ?? 0
        let micro = try part(clock[3]) ?? 0, nano = try part("nanosecond") ?? 0
        guard time.isValid, (0..<1_000_000).contains(micro), (0..<1000).contains(nano) else {
            throw Failure(.valueError, "a field of the time is out of range")
        }
        time.nanosecond = micro * 1000 + nano
        return try Interpreter.within(time)
    }

    private func counted(_ input: Value, _ unit: Value) throws(Failure) -> Int {
        guard case .text(let name) = unit else { throw Failure(.typeError, "'unit' of Timestamp() must be str, not \(unit.typeName)") }
        if input.isMissing { return Column.missingTime }
        switch input {
        case .int(let count), .numpyInt(let count): return try DateUnit(name: name.string).time(count)
        case .float(let count), .numpyFloat(let count): return try DateUnit(name: name.string).time(count)
        default: return try interpreter.timestamp(input)
        }
    }
}

extension Interpreter {
    /// A value as a point in time, as `pd.Timestamp(value)` takes it.
    ///
    /// - Throws: `dateParse` or `valueError` where pandas raises `ValueError`, `typeError` for what is no time.
    func timestamp(_ value: Value) throws(Failure) -> Int {
        if value.isMissing { return Column.missingTime }
        switch value {
        case .timestamp(let time): return time
        case .date(let days): return try midnight(days)
        case .text(let text): return DateReader.isMissing(text) ? Column.missingTime : try Interpreter.within(reader.dateTime(text))
        case .int(let number), .numpyInt(let number): return number
        case .float(let number), .numpyFloat(let number): return try SpanUnit.nanosecond.span(number)
        default: throw Failure(.typeError, "Cannot convert input [\(Interpreter.brief(value))] of type <class '\(value.typeName)'> to Timestamp")
        }
    }

    /// pandas keeps a lone Timestamp outside 1677 to 2262 in a coarser unit; this engine has nanoseconds only.
    static func within(_ date: DateTime) throws(Failure) -> Int {
        guard let time = date.nanoseconds else {
            throw Failure(.unsupportedValue, "a Timestamp in the year \(date.year) is not supported: only 1677 to 2262 are")
        }
        return time
    }
}
