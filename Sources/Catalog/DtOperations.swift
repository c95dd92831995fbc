/// Parts of a column of times or spans: `series.dt`.
public enum DtOperation: String, OperationName {
    case year
    case month
    case day
    case hour
    case minute
    case second
    case microsecond
    case nanosecond
    case dayofweek
    case dayOfWeek = "day_of_week"
    case dayofyear
    case dayOfYear = "day_of_year"
    case quarter
    case daysInMonth = "days_in_month"
    case daysinmonth
    case isLeapYear = "is_leap_year"
    case isMonthStart = "is_month_start"
    case isMonthEnd = "is_month_end"
    case isQuarterStart = "is_quarter_start"
    case isQuarterEnd = "is_quarter_end"
    case isYearStart = "is_year_start"
    case isYearEnd = "is_year_end"
    case tz
    case weekday
    case isocalendar
    case dayName = "day_name"
    case monthName = "month_name"
    case strftime
    case date
    case time
    case toPydatetime = "to_pydatetime"
    case normalize
    case floor
    case ceil
    case round
    case tzLocalize = "tz_localize"
    case days
    case seconds
    case microseconds
    case nanoseconds
    case totalSeconds = "total_seconds"
    case components

    public static let receiver = Receiver.dt
    public var operation: Operation { .dt(self) }

    public static let entries: [Entry<Self>] = [
        Entry(.year, nil, .series, nulls: .propagate, "Each time's year."),
        Entry(.month, nil, .series, nulls: .propagate, "Each time's month, 1 for January."),
        Entry(.day, nil, .series, nulls: .propagate, "Each time's day of the month."),
        Entry(.hour, nil, .series, nulls: .propagate, "Each time's hour, 0 to 23."),
        Entry(.minute, nil, .series, nulls: .propagate, "Each time's minute."),
        Entry(.second, nil, .series, nulls: .propagate, "Each time's second."),
        Entry(.microsecond, nil, .series, nulls: .propagate, "Each time's millionths of the second."),
        Entry(.nanosecond, nil, .series, nulls: .propagate, "Each time's thousandths of the microsecond."),
        Entry(.dayofweek, nil, .series, nulls: .propagate, "Each time's day of the week, 0 for Monday."),
        Entry(.dayOfWeek, nil, .series, nulls: .propagate, "Each time's day of the week, 0 for Monday."),
        Entry(.dayofyear, nil, .series, nulls: .propagate, "Each time's day of the year, from 1."),
        Entry(.dayOfYear, nil, .series, nulls: .propagate, "Each time's day of the year, from 1."),
        Entry(.quarter, nil, .series, nulls: .propagate, "Each time's quarter of the year."),
        Entry(.daysInMonth, nil, .series, nulls: .propagate, "Each time's days of the month."),
        Entry(.daysinmonth, nil, .series, nulls: .propagate, "Each time's days of the month."),
        Entry(.isLeapYear, nil, .seriesOfBool, nulls: .propagate, "Whether the year is a leap year."),
        Entry(.isMonthStart, nil, .seriesOfBool, nulls: .propagate, "Whether it is the month's first day."),
        Entry(.isMonthEnd, nil, .seriesOfBool, nulls: .propagate, "Whether it is the month's last day."),
        Entry(.isQuarterStart, nil, .seriesOfBool, nulls: .propagate, "Whether it is the quarter's first day."),
        Entry(.isQuarterEnd, nil, .seriesOfBool, nulls: .propagate, "Whether it is the quarter's last day."),
        Entry(.isYearStart, nil, .seriesOfBool, nulls: .propagate, "Whether it is the year's first day."),
        Entry(.isYearEnd, nil, .seriesOfBool, nulls: .propagate, "Whether it is the year's last day."),
        Entry(.tz, nil, .none, nulls: .propagate, "Each time's time zone: there is none."),
        Entry(.weekday, nil, .series, nulls: .propagate, "Each time's day of the week, 0 for Monday."),
        Entry(.isocalendar, "", .frame, nulls: .propagate, "ISO year, week and day of the week, a column each."),
        Entry(.dayName, "locale!=None", .seriesOfText, nulls: .propagate, "Each time's name of the day."),
        Entry(.monthName, "locale!=None", .seriesOfText, nulls: .propagate, "Each time's name of the month."),
        Entry(.strftime, "date_format", .seriesOfText, nulls: .propagate, "Each time's time written by a format."),
        Entry(.date, nil, .series, nulls: .propagate, "Each time's day alone."),
        Entry(.time, nil, .series, nulls: .propagate, "Each time's time of day alone."),
        Entry(.toPydatetime, "", .array, nulls: .propagate, "Each time's same time."),
        Entry(.normalize, "", .seriesOfTimestamp, nulls: .propagate, "Midnight of the day."),
        Entry(.floor, "freq, ambiguous!='raise', nonexistent!='raise'", .series, nulls: .propagate, "Each time's last step of a frequency before it."),
        Entry(.ceil, "freq, ambiguous!='raise', nonexistent!='raise'", .series, nulls: .propagate, "Each time's next step of a frequency after it."),
        Entry(.round, "freq, ambiguous!='raise', nonexistent!='raise'", .series, nulls: .propagate, "Each time's nearest step of a frequency."),
        Entry(.tzLocalize, "tz, ambiguous!='raise', nonexistent!='raise'", .seriesOfTimestamp, nulls: .propagate, "Each time's time in a zone: None alone is supported."),
        Entry(.days, nil, .series, nulls: .propagate, "Each span's whole days, towards minus infinity."),
        Entry(.seconds, nil, .series, nulls: .propagate, "Each span's seconds of the last day begun."),
        Entry(.microseconds, nil, .series, nulls: .propagate, "Each span's millionths of the last second begun."),
        Entry(.nanoseconds, nil, .series, nulls: .propagate, "Each span's thousandths of the last microsecond begun."),
        Entry(.totalSeconds, "", .seriesOfFloat, nulls: .propagate, "Each span in seconds."),
        Entry(.components, nil, .frame, nulls: .propagate, "Each span's days, hours, minutes, seconds and their parts, a column each."),
    ]

    public static let outside: [String] = [
        "as_unit", "freq", "timetz", "to_period", "to_pytimedelta", "tz_convert", "unit",
    ]
}
