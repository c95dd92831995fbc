/// A day (`datetime.date`) or a time of day (`datetime.time`).
public enum DateOperation: String, OperationName {
    case year
    case month
    case day
    case hour
    case minute
    case second
    case microsecond
    case weekday
    case isoweekday
    case isocalendar
    case strftime
    case isoformat
    case ctime
    case toordinal
    case replace

    public static let receiver = Receiver.date
    public var operation: Operation { .date(self) }

    public static let entries: [Entry<Self>] = [
        Entry(.year, nil, .int, nulls: .propagate, "The year."),
        Entry(.month, nil, .int, nulls: .propagate, "The month, 1 for January."),
        Entry(.day, nil, .int, nulls: .propagate, "The day of the month."),
        Entry(.hour, nil, .int, nulls: .propagate, "The hour."),
        Entry(.minute, nil, .int, nulls: .propagate, "The minute."),
        Entry(.second, nil, .int, nulls: .propagate, "The second."),
        Entry(.microsecond, nil, .int, nulls: .propagate, "The millionths of the second."),
        Entry(.weekday, "", .int, nulls: .propagate, "The day of the week, 0 for Monday."),
        Entry(.isoweekday, "", .int, nulls: .propagate, "The day of the week, 1 for Monday."),
        Entry(.isocalendar, "", .tuple, nulls: .propagate, "ISO year, week and day of the week."),
        Entry(.strftime, "format", .text, nulls: .propagate, "Written by a format."),
        Entry(.isoformat, "", .text, nulls: .propagate, "As ISO 8601 writes it."),
        Entry(.ctime, "", .text, nulls: .propagate, "As C writes it."),
        Entry(.toordinal, "", .int, nulls: .propagate, "The day number, 1 for 1 January of the year 1."),
        Entry(.replace, "year=None, month=None, day=None", .dynamic, nulls: .propagate, "The day with some parts replaced."),
    ]

    public static let outside: [String] = [
        "dst", "fold", "fromisocalendar", "fromisoformat", "fromordinal", "fromtimestamp", "max", "min", "resolution", "timetuple",
        "today", "tzinfo", "tzname", "utcoffset",
    ]
}
