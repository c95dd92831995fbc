/// A span of time: `pd.Timedelta`. NaT answers with NaN or NaT.
public enum TimedeltaOperation: String, OperationName {
    case days
    case seconds
    case microseconds
    case nanoseconds
    case value
    case components
    case totalSeconds = "total_seconds"
    case isoformat
    case toPytimedelta = "to_pytimedelta"
    case floor
    case ceil
    case round

    public static let receiver = Receiver.timedelta
    public var operation: Operation { .timedelta(self) }

    public static let entries: [Entry<Self>] = [
        Entry(.days, nil, .dynamic, nulls: .propagate, "Whole days, towards minus infinity."),
        Entry(.seconds, nil, .dynamic, nulls: .propagate, "Seconds of the last day begun."),
        Entry(.microseconds, nil, .dynamic, nulls: .propagate, "Millionths of the last second begun."),
        Entry(.nanoseconds, nil, .dynamic, nulls: .propagate, "Thousandths of the last microsecond begun."),
        Entry(.value, nil, .dynamic, nulls: .propagate, "Nanoseconds."),
        Entry(.components, nil, .tuple, nulls: .propagate, "Days, hours, minutes, seconds, milliseconds, microseconds and nanoseconds."),
        Entry(.totalSeconds, "", .float, nulls: .propagate, "The whole span in seconds."),
        Entry(.isoformat, "", .text, nulls: .propagate, "The span as ISO 8601 writes it."),
        Entry(.toPytimedelta, "", .timedelta, nulls: .propagate, "The same span."),
        Entry(.floor, "freq", .timedelta, nulls: .propagate, "The last step of a frequency before it."),
        Entry(.ceil, "freq", .timedelta, nulls: .propagate, "The next step of a frequency after it."),
        Entry(.round, "freq", .timedelta, nulls: .propagate, "The nearest step of a frequency."),
    ]

    public static let outside: [String] = [
        "as_unit", "asm8", "max", "min", "resolution", "resolution_string", "to_numpy", "to_timedelta64", "unit", "view",
    ]
}
