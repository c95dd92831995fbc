import Catalog
import Diagnostics
import Kernels
import Values

/// A `Timestamp`, or NaT.
struct TimestampReceiver {
    let nanoseconds: Int

    init?(_ value: Value) {
        guard case .timestamp(let nanoseconds) = value else { return nil }
        self.nanoseconds = nanoseconds
    }

    var isMissing: Bool { nanoseconds == Column.missingTime }
    var days: Int { Calendar.split(nanoseconds).days }
    var clock: Int { Calendar.split(nanoseconds).clock }
}

extension Call where Receiver == TimestampReceiver {
    func perform(_ operation: TimestampOperation) throws(Failure) -> Value {
        switch operation {
        case .year: number(.year)
        case .month: number(.month)
        case .day: number(.day)
        case .hour: number(.hour)
        case .minute: number(.minute)
        case .second: number(.second)
        case .microsecond: number(.microsecond)
        case .nanosecond: number(.nanosecond)
        case .dayofweek, .dayOfWeek, .weekday: number(.dayOfWeek)
        case .dayofyear, .dayOfYear: number(.dayOfYear)
        case .quarter: number(.quarter)
        case .daysInMonth, .daysinmonth: number(.daysInMonth)
        case .week, .weekofyear: orNaN { .int(Calendar.isoWeek(receiver.days).week) }
        case .isoweekday: orNaN { .int(Calendar.weekday(receiver.days) + 1) }
        case .isLeapYear: flag(.leapYear)
        case .isMonthStart: flag(.monthStart)
        case .isMonthEnd: flag(.monthEnd)
        case .isQuarterStart: flag(.quarterStart)
        case .isQuarterEnd: flag(.quarterEnd)
        case .isYearStart: flag(.yearStart)
        case .isYearEnd: flag(.yearEnd)
        case .value: .int(receiver.nanoseconds)
        case .tz, .tzinfo: .none
        case .isocalendar: try present(isoCalendar(receiver.days))
        case .dayName: orNaN { .string(Calendar.weekdays[Calendar.weekday(receiver.days)]) }
        case .monthName: orNaN { .string(Calendar.months[TimeField.month.value(receiver.nanoseconds) - 1]) }
        case .strftime: try present(.text(formatted(arguments.text("format"))))
        case .isoformat: .text(try isoFormat())
        case .ctime: try present(.text(formatted("%a %b %e %H:%M:%S %Y")))
        case .date: orNaT { .date(receiver.days) }
        case .time: try present(.time(receiver.clock / 1000 * 1000))
        case .toPydatetime: orNaT { .timestamp(Calendar.floored(receiver.nanoseconds, by: 1000) * 1000) }
        case .normalize: try method(.timestamp(interpreter.midnight(receiver.days)))
        case .floor: try rounded(.down)
        case .ceil: try rounded(.up)
        case .round: try rounded(.nearest)
        case .replace: try replaced()
        case .timestamp: try present(.float(seconds))
        case .toordinal: try present(.int(receiver.days + 719_163))
        case .toJulianDate: try method(.numpyFloat(julianDay))
        case .tzLocalize: try withoutZone()
        }
    }

    // MARK: NaT

    private func orNaN(_ value: () -> Value) -> Value { receiver.isMissing ? .float(.nan) : value() }

    private func orNaT(_ value: () -> Value) -> Value { receiver.isMissing ? .timestamp(Column.missingTime) : value() }

    /// What NaT refuses with a ValueError.
    private func present(_ value: @autoclosure () throws(Failure) -> Value) throws(Failure) -> Value {
        guard !receiver.isMissing else { throw Failure(.valueError, "NaTType does not support \(arguments.operation)") }
        return try value()
    }

    /// What NaT does not have at all.
    private func method(_ value: @autoclosure () throws(Failure) -> Value) throws(Failure) -> Value {
        guard !receiver.isMissing else { throw Failure(.attributeError, "'NaTType' object has no attribute '\(arguments.operation)'") }
        return try value()
    }

    // MARK: Answers

    private func number(_ field: TimeField) -> Value { orNaN { .int(field.value(receiver.nanoseconds)) } }

    private func flag(_ flag: TimeFlag) -> Value { .bool(!receiver.isMissing && flag.value(receiver.nanoseconds)) }

    private func isoCalendar(_ days: Int) -> Value {
        let iso = Calendar.isoWeek(days)
        return .tuple([.int(iso.year), .int(iso.week), .int(Calendar.weekday(days) + 1)])
    }

    private func formatted(_ format: Text) -> Text {
        var builder = TextBuilder(rows: 1)
        TimeFormat(format).append(receiver.nanoseconds, to: &builder)
        return builder.finishText()
    }

    private func isoFormat() throws(Failure) -> Text {
        guard !receiver.isMissing else { return "NaT" }
        let shown = try interpreter.str(.timestamp(receiver.nanoseconds)).string
        return Text(shown.replacingFirst(" ", with: try arguments.word("sep", default: "T")))
    }

    /// Seconds since 1970, to the microsecond.
    private var seconds: Double { Rounding.numpy(Double(receiver.nanoseconds) / 1e9, decimals: 6) }

    private var julianDay: Double { Double(receiver.days) + 2_440_587.5 + Double(receiver.clock) / Double(Calendar.nanosecondsPerDay) }

    private func rounded(_ rounding: TimeRounding) throws(Failure) -> Value {
        .timestamp(try rounding.apply(receiver.nanoseconds, to: interpreter.fixedSpan(arguments.require("freq"))))
    }

    private func replaced() throws(Failure) -> Value {
        guard !receiver.isMissing else { return .timestamp(Column.missingTime) }
        var date = DateTime(receiver.nanoseconds)
        date.year = try arguments.int("year", default: date.year)
        date.month = try arguments.int("month", default: date.month)
        date.day = try arguments.int("day", default: date.day)
        date.hour = try arguments.int("hour", default: date.hour)
        date.minute = try arguments.int("minute", default: date.minute)
        date.second = try arguments.int("second", default: date.second)
        let micro = try arguments.int("microsecond", default: date.nanosecond / 1000)
        let nano = try arguments.int("nanosecond", default: date.nanosecond % 1000)
        guard date.isValid, (0..<1_000_000).contains(micro), (0..<1000).contains(nano) else {
            throw Failure(.valueError, "a field of the date is out of range")
        }
        date.nanosecond = micro * 1000 + nano
        return .timestamp(try date.timestamp())
    }

    private func withoutZone() throws(Failure) -> Value {
        guard case .none = try arguments.require("tz") else { throw Failure(.unsupportedArgument, "time zones are not supported") }
        return .timestamp(receiver.nanoseconds)
    }
}

extension Interpreter {
    /// The length of a frequency such as `'2h'`.
    ///
    /// - Throws: `valueError` for a frequency without a fixed length, as pandas refuses to round to months.
    func fixedSpan(_ value: Value) throws(Failure) -> Int {
        guard case .text(let name) = value else { throw Failure(.typeError, "a frequency must be str, not \(value.typeName)") }
        guard let span = try Frequency(name).span else { throw Failure(.valueError, "<\(name.string)> is a non-fixed frequency") }
        return span
    }
}

extension String {
    fileprivate func replacingFirst(_ character: Character, with text: String) -> String {
        guard let at = firstIndex(of: character) else { return self }
        return self[..<at] + text + self[index(after: at)...]
    }
}
