import Diagnostics
import Values

/// A date and a time of day, apart from the 64 bits that a Timestamp has: what the readers of date text give.
public struct DateTime: Hashable, Sendable {
    public var year: Int
    public var month: Int
    public var day: Int
    public var hour = 0
    public var minute = 0
    /// 60 and 61 run on into the next minute: `strptime` takes leap seconds.
    public var second = 0
    public var nanosecond = 0

    public init(_ year: Int, _ month: Int, _ day: Int) {
        self.year = year
        self.month = month
        self.day = day
    }

    /// - Parameter time: nanoseconds since 1970-01-01, not NaT.
    public init(_ time: Int) {
        let days = Calendar.floored(time, by: Calendar.nanosecondsPerDay)
        let date = Calendar.civil(days)
        self.init(date.year, date.month, date.day)
        let ofDay = time &- days &* Calendar.nanosecondsPerDay
        let seconds = ofDay / Calendar.nanosecondsPerSecond
        (hour, minute, second) = (seconds / 3600, seconds / 60 % 60, seconds % 60)
        nanosecond = ofDay % Calendar.nanosecondsPerSecond
    }

    public var days: Int { Calendar.days(year, month, day) }

    /// Nanoseconds since midnight.
    public var clock: Int { ((hour * 60 + minute) * 60 + second) * Calendar.nanosecondsPerSecond + nanosecond }

    /// Whether Python's `datetime` takes these fields.
    public var isValid: Bool {
        Calendar.isDate(year, month, day) && (0..<24).contains(hour) && (0..<60).contains(minute) && (0..<60).contains(second)
    }

    /// Nanoseconds since 1970-01-01, or nil outside what 64 bits hold (1677-09-21 to 2262-04-11).
    public var nanoseconds: Int? { Calendar.time(days: days, clock: clock) }

    /// - Throws: `outOfBoundsDate` where pandas raises `OutOfBoundsDatetime`.
    public func timestamp() throws(Failure) -> Int {
        guard let nanoseconds else { throw Failure(.outOfBoundsDate, "Out of bounds nanosecond timestamp: \(description)") }
        return nanoseconds
    }

    private var description: String { "\(year)-\(padded(month))-\(padded(day)) \(padded(hour)):\(padded(minute)):\(padded(second))" }

    private func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}

extension Calendar {
    /// A day and a time of day as nanoseconds since 1970-01-01, or nil where 64 bits do not hold it (or mean NaT by it).
    public static func time(days: Int, clock: Int) -> Int? {
        // From the next midnight back before 1970, so that the earliest timestamp's own midnight need not fit.
        let (whole, overflow) = (days < 0 ? days + 1 : days).multipliedReportingOverflow(by: nanosecondsPerDay)
        let (sum, carry) = whole.addingReportingOverflow(days < 0 ? clock - nanosecondsPerDay : clock)
        return overflow || carry || sum == Column.missingTime ? nil : sum
    }

    /// The day number and the nanoseconds of the day.
    @inlinable public static func split(_ time: Int) -> (days: Int, clock: Int) {
        let rest = time % nanosecondsPerDay
        return rest < 0 ? (time / nanosecondsPerDay - 1, rest + nanosecondsPerDay) : (time / nanosecondsPerDay, rest)
    }
}
