/// A point in time: `pd.Timestamp`. NaT answers with NaN, False or NaT.
public enum TimestampOperation: String, OperationName {
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
    case week
    case weekofyear
    case daysInMonth = "days_in_month"
    case daysinmonth
    case isLeapYear = "is_leap_year"
    case isMonthStart = "is_month_start"
    case isMonthEnd = "is_month_end"
    case isQuarterStart = "is_quarter_start"
    case isQuarterEnd = "is_quarter_end"
    case isYearStart = "is_year_start"
    case isYearEnd = "is_year_end"
    case value
    case tz
    case tzinfo
    case weekday
    case isoweekday
    case isocalendar
    case dayName = "day_name"
    case monthName = "month_name"
    case strftime
    case isoformat
    case ctime
    case date
    case time
    case toPydatetime = "to_pydatetime"
    case normalize
    case floor
    case ceil
    case round
    case replace
    case timestamp
    case toordinal
    case toJulianDate = "to_julian_date"
    case tzLocalize = "tz_localize"

    public static let receiver = Receiver.timestamp
    public var operation: Operation { .timestamp(self) }

    public static let entries: [Entry<Self>] = [
        Entry(.year, nil, .dynamic, nulls: .propagate, "The year."),
        Entry(.month, nil, .dynamic, nulls: .propagate, "The month, 1 for January."),
        Entry(.day, nil, .dynamic, nulls: .propagate, "The day of the month."),
        Entry(.hour, nil, .dynamic, nulls: .propagate, "The hour, 0 to 23."),
        Entry(.minute, nil, .dynamic, nulls: .propagate, "The minute."),
        Entry(.second, nil, .dynamic, nulls: .propagate, "The second."),
        Entry(.microsecond, nil, .dynamic, nulls: .propagate, "The millionths of the second."),
        Entry(.nanosecond, nil, .dynamic, nulls: .propagate, "The thousandths of the microsecond."),
        Entry(.dayofweek, nil, .dynamic, nulls: .propagate, "The day of the week, 0 for Monday."),
        Entry(.dayOfWeek, nil, .dynamic, nulls: .propagate, "The day of the week, 0 for Monday."),
        Entry(.dayofyear, nil, .dynamic, nulls: .propagate, "The day of the year, from 1."),
        Entry(.dayOfYear, nil, .dynamic, nulls: .propagate, "The day of the year, from 1."),
        Entry(.quarter, nil, .dynamic, nulls: .propagate, "The quarter of the year."),
        Entry(.week, nil, .dynamic, nulls: .propagate, "The ISO week."),
        Entry(.weekofyear, nil, .dynamic, nulls: .propagate, "The ISO week."),
        Entry(.daysInMonth, nil, .dynamic, nulls: .propagate, "The days of the month."),
        Entry(.daysinmonth, nil, .dynamic, nulls: .propagate, "The days of the month."),
        Entry(.isLeapYear, nil, .bool, nulls: .propagate, "Whether the year is a leap year."),
        Entry(.isMonthStart, nil, .bool, nulls: .propagate, "Whether it is the month's first day."),
        Entry(.isMonthEnd, nil, .bool, nulls: .propagate, "Whether it is the month's last day."),
        Entry(.isQuarterStart, nil, .bool, nulls: .propagate, "Whether it is the quarter's first day."),
        Entry(.isQuarterEnd, nil, .bool, nulls: .propagate, "Whether it is the quarter's last day."),
        Entry(.isYearStart, nil, .bool, nulls: .propagate, "Whether it is the year's first day."),
        Entry(.isYearEnd, nil, .bool, nulls: .propagate, "Whether it is the year's last day."),
        Entry(.value, nil, .dynamic, nulls: .propagate, "Nanoseconds since 1970."),
        Entry(.tz, nil, .none, nulls: .propagate, "The time zone: there is none."),
        Entry(.tzinfo, nil, .none, nulls: .propagate, "The time zone: there is none."),
        Entry(.weekday, "", .dynamic, nulls: .propagate, "The day of the week, 0 for Monday."),
        Entry(.isoweekday, "", .dynamic, nulls: .propagate, "The day of the week, 1 for Monday."),
        Entry(.isocalendar, "", .tuple, nulls: .propagate, "ISO year, week and day of the week."),
        Entry(.dayName, "locale!=None", .dynamic, nulls: .propagate, "The name of the day."),
        Entry(.monthName, "locale!=None", .dynamic, nulls: .propagate, "The name of the month."),
        Entry(.strftime, "format", .dynamic, nulls: .propagate, "The time written by a format."),
        Entry(.isoformat, "sep='T', timespec!='auto'", .dynamic, nulls: .propagate, "The time as ISO 8601 writes it."),
        Entry(.ctime, "", .dynamic, nulls: .propagate, "The time as C writes it."),
        Entry(.date, "", .dynamic, nulls: .propagate, "The day alone."),
        Entry(.time, "", .dynamic, nulls: .propagate, "The time of day alone."),
        Entry(.toPydatetime, "warn=True", .timestamp, nulls: .propagate, "The same time."),
        Entry(.normalize, "", .timestamp, nulls: .propagate, "Midnight of the day."),
        Entry(.floor, "freq, ambiguous!='raise', nonexistent!='raise'", .timestamp, nulls: .propagate, "The last step of a frequency before it."),
        Entry(.ceil, "freq, ambiguous!='raise', nonexistent!='raise'", .timestamp, nulls: .propagate, "The next step of a frequency after it."),
        Entry(.round, "freq, ambiguous!='raise', nonexistent!='raise'", .timestamp, nulls: .propagate, "The nearest step of a frequency."),
        Entry(.replace, "year=None, month=None, day=None, hour=None, minute=None, second=None, microsecond=None, nanosecond=None, tzinfo!=None, fold!=None", .timestamp, nulls: .propagate, "The time with some parts replaced."),
        Entry(.timestamp, "", .float, nulls: .propagate, "Seconds since 1970."),
        Entry(.toordinal, "", .dynamic, nulls: .propagate, "The day number, 1 for 1 January of the year 1."),
        Entry(.toJulianDate, "", .float, nulls: .propagate, "The Julian day."),
        Entry(.tzLocalize, "tz, ambiguous!='raise', nonexistent!='raise'", .timestamp, nulls: .propagate, "The time in a zone: None alone is supported."),
    ]

    public static let outside: [String] = [
        "as_unit", "asm8", "astimezone", "combine", "dst", "fold", "fromisocalendar", "fromisoformat", "fromordinal", "fromtimestamp",
        "now", "resolution", "strptime", "timetuple", "timetz", "to_datetime64", "to_numpy", "to_period", "today", "tz_convert",
        "tzname", "utcfromtimestamp", "utcnow", "utcoffset", "utctimetuple", "max", "min", "unit",
    ]
}
