/// A number that a point in time has.
public enum TimeField: Sendable {
    case year, month, day, hour, minute, second, microsecond, nanosecond, dayOfWeek, dayOfYear, quarter, daysInMonth

    /// - Parameter time: nanoseconds since 1970-01-01, not NaT.
    public func value(_ time: Int) -> Int {
        let (days, clock) = Calendar.split(time)
        switch self {
        case .year: return Calendar.civil(days).year
        case .month: return Calendar.civil(days).month
        case .day: return Calendar.civil(days).day
        case .hour: return clock / 3_600_000_000_000
        case .minute: return clock / 60_000_000_000 % 60
        case .second: return clock / 1_000_000_000 % 60
        case .microsecond: return clock / 1000 % 1_000_000
        case .nanosecond: return clock % 1000
        case .dayOfWeek: return Calendar.weekday(days)
        case .dayOfYear: return Calendar.dayOfYear(days)
        case .quarter: return (Calendar.civil(days).month + 2) / 3
        case .daysInMonth:
            let date = Calendar.civil(days)
            return Calendar.daysInMonth(date.year, date.month)
        }
    }
}

/// A flag that a point in time has; the clock does not matter.
public enum TimeFlag: Sendable {
    case leapYear, monthStart, monthEnd, quarterStart, quarterEnd, yearStart, yearEnd

    public func value(_ time: Int) -> Bool {
        let date = Calendar.civil(Calendar.split(time).days)
        let isLast = date.day == Calendar.daysInMonth(date.year, date.month)
        switch self {
        case .leapYear: return Calendar.isLeap(date.year)
        case .monthStart: return date.day == 1
        case .monthEnd: return isLast
        case .quarterStart: return date.day == 1 && date.month % 3 == 1
        case .quarterEnd: return isLast && date.month % 3 == 0
        case .yearStart: return date.day == 1 && date.month == 1
        case .yearEnd: return isLast && date.month == 12
        }
    }
}

/// A number that a time span has: whole days towards minus infinity, then what is left of the day.
public enum SpanField: Sendable {
    case days, seconds, microseconds, nanoseconds

    public func value(_ span: Int) -> Int {
        let (days, clock) = Calendar.split(span)
        switch self {
        case .days: return days
        case .seconds: return clock / 1_000_000_000
        case .microseconds: return clock / 1000 % 1_000_000
        case .nanoseconds: return clock % 1000
        }
    }

    /// `Timedelta.total_seconds()` of a scalar: whole microseconds, summed in the order in which pandas sums them.
    public static func totalSeconds(_ span: Int) -> Double {
        let micro = Calendar.floored(span, by: 1000)
        let days = Calendar.floored(micro, by: 86_400_000_000)
        let rest = micro - days * 86_400_000_000
        return Double(days * 86400 + rest / 1_000_000) + Double(rest % 1_000_000) / 1_000_000
    }
}
