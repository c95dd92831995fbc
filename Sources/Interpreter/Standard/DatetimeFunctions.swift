import Catalog
import Diagnostics
import Kernels
import Values

// The types of Python's `datetime`. A `datetime` is a Timestamp and a `timedelta` a Timedelta here: they count alike.
extension Call where Receiver == StandardModule {
    func datetime() throws(Failure) -> Value {
        let (year, month, day) = try (part("year"), part("month"), part("day"))
        try checkDate(year, month, day)
        return .timestamp(try timestamp(days: Calendar.days(year, month, day), clock: clock()))
    }

    func date() throws(Failure) -> Value {
        let (year, month, day) = try (part("year"), part("month"), part("day"))
        try checkDate(year, month, day)
        return .date(Calendar.days(year, month, day))
    }

    private func part(_ name: StaticString) throws(Failure) -> Int {
        _ = try arguments.require(name)
        return try arguments.int(name, default: 0)
    }

    private func checkDate(_ year: Int, _ month: Int, _ day: Int) throws(Failure) {
        guard (1...9999).contains(year) else { throw Failure(.valueError, "year \(year) is out of range") }
        guard (1...12).contains(month) else { throw Failure(.valueError, "month must be in 1..12") }
        guard Calendar.isDate(year, month, day) else { throw Failure(.valueError, "day is out of range for month") }
    }

    private func timestamp(days: Int, clock: Int) throws(Failure) -> Int {
        guard let time = Calendar.time(days: days, clock: clock) else {
            throw Failure(.unsupportedValue, "a datetime outside the years 1677 to 2262 is not supported")
        }
        return time
    }

    /// Nanoseconds since midnight.
    func clock() throws(Failure) -> Int {
        let hour = try clockPart("hour", below: 24), minute = try clockPart("minute", below: 60), second = try clockPart("second", below: 60)
        return ((hour * 60 + minute) * 60 + second) * Calendar.nanosecondsPerSecond + (try clockPart("microsecond", below: 1_000_000)) * 1000
    }

    private func clockPart(_ name: StaticString, below end: Int) throws(Failure) -> Int {
        let value = try arguments.int(name, default: 0)
        guard (0..<end).contains(value) else { throw Failure(.valueError, "\(name) must be in 0..\(end - 1)") }
        return value
    }

    // MARK: Spans

    private static let spanUnits: [(StaticString, microseconds: Int)] = [
        ("weeks", 604_800_000_000), ("days", 86_400_000_000), ("hours", 3_600_000_000), ("minutes", 60_000_000), ("seconds", 1_000_000),
        ("milliseconds", 1000), ("microseconds", 1),
    ]

    /// Whole microseconds; what is left of fractions is rounded once, a half to the even total.
    func timedelta() throws(Failure) -> Value {
        var total = 0
        var rest = 0.0
        for (name, unit) in Self.spanUnits {
            guard let value = arguments[name] else { continue }
            let (whole, fraction) = try count(value, name)
            total = try within(total.addingReportingOverflow(within(whole.multipliedReportingOverflow(by: unit))))
            rest += fraction * Double(unit)
        }
        let odd = Double(total & 1)
        total = try within(total.addingReportingOverflow(Int((rest + odd).rounded(.toNearestOrEven) - odd)))
        return .timedelta(try within(total.multipliedReportingOverflow(by: 1000)))
    }

    private func count(_ value: Value, _ name: StaticString) throws(Failure) -> (whole: Int, fraction: Double) {
        switch value {
        case .int(let count): return (count, 0)
        case .bool(let flag): return (flag ? 1 : 0, 0)
        case .float(let count), .numpyFloat(let count):
            guard !count.isNaN else { throw Failure(.valueError, "cannot convert float NaN to integer") }
            guard let whole = Int(exactly: count.rounded(.towardZero)) else { throw tooLong }
            return (whole, count - Double(whole))
        default: throw Failure(.typeError, "unsupported type for timedelta \(name) component: \(value.typeName)")
        }
    }

    private var tooLong: Failure { Failure(.unsupportedValue, "a timedelta of more than 292 years is not supported") }

    private func within(_ result: (partialValue: Int, overflow: Bool)) throws(Failure) -> Int {
        guard !result.overflow, result.partialValue != Column.missingTime else { throw tooLong }
        return result.partialValue
    }

    // MARK: What the types read

    func parsed() throws(Failure) -> Value {
        let text = try arguments.text("date_string")
        let time = try DateFormat(arguments.text("format")).read(text)
        guard time.isValid, time.nanosecond % 1000 == 0 else { throw Failure(.valueError, "time data '\(text.string)' is out of range") }
        return .timestamp(try timestamp(days: time.days, clock: time.clock))
    }

    func combined() throws(Failure) -> Value {
        guard case .time(let clock) = try arguments.require("time") else { throw Failure(.typeError, "combine() argument 2 must be datetime.time") }
        switch try arguments.require("date") {
        case .date(let days): return .timestamp(try timestamp(days: days, clock: clock))
        case .timestamp(let time) where time != Column.missingTime: return .timestamp(try timestamp(days: Calendar.split(time).days, clock: clock))
        default: throw Failure(.typeError, "combine() argument 1 must be datetime.date")
        }
    }

    func fromOrdinal() throws(Failure) -> Value {
        let ordinal = try part("ordinal")
        guard (1...3_652_059).contains(ordinal) else { throw Failure(.valueError, "ordinal must be in 1..3652059") }
        let days = ordinal - 719_163
        return receiver.type == .date ? .date(days) : .timestamp(try timestamp(days: days, clock: 0))
    }

    func fromISOFormat() throws(Failure) -> Value {
        let text = try arguments.text("date_string").string
        let date = text.prefix(10), clock = text.dropFirst(11)
        switch receiver.type {
        case .date: return .date(try isoDate(text, of: text))
        case .time: return .time(try isoClock(text, of: text))
        default: return .timestamp(try timestamp(days: isoDate(String(date), of: text), clock: text.count == 10 ? 0 : isoClock(String(clock), of: text)))
        }
    }

    private func isoDate(_ part: String, of text: String) throws(Failure) -> Int {
        guard part.utf8.count == 10 else { throw unread(text) }
        do { return try DateFormat("%Y-%m-%d").read(Text(part)).days } catch { throw unread(text) }
    }

    private static let isoClocks: [Int: Text] = [2: "%H", 5: "%H:%M", 8: "%H:%M:%S", 12: "%H:%M:%S.%f", 15: "%H:%M:%S.%f"]

    private func isoClock(_ part: String, of text: String) throws(Failure) -> Int {
        guard let format = Self.isoClocks[part.utf8.count] else { throw unread(text) }
        let time: DateTime
        do { time = try DateFormat(format).read(Text(part)) } catch { throw unread(text) }
        guard time.second < 60 else { throw unread(text) }
        return time.clock
    }

    /// Weeks, zones and dates without dashes are ISO 8601 too.
    private func unread(_ text: String) -> Failure {
        let others = text.utf8.count == 8 || text.contains { "WTZ+".contains($0) }
        return others
            ? Failure(.unsupportedValue, "this form of ISO 8601 is not supported: '\(text)'")
            : Failure(.valueError, "Invalid isoformat string: '\(text)'")
    }
}

extension StandardOperation {
    /// What a type of `datetime` is asked for without an instance: `datetime.strptime`, `date.fromisoformat`.
    init?(classMethod name: String, of type: PythonType) {
        switch (type, name) {
        case (.datetime, "strptime"): self = .strptime
        case (.datetime, "combine"): self = .combine
        case (.datetime, "fromisoformat"), (.date, "fromisoformat"), (.time, "fromisoformat"): self = .fromisoformat
        case (.datetime, "fromordinal"), (.date, "fromordinal"): self = .fromordinal
        default: return nil
        }
    }
}
