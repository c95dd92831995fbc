import Values

/// `str` and `repr` of pandas' Timestamp and Timedelta and of `datetime.date` and `time`.
public enum TimeText {
    /// `2020-01-31 12:30:00`, with six digits of a fraction where there is one, and nine where it has nanoseconds.
    ///
    /// `digits` asks for a number of them instead; `isoformat` separates date and time by a `T`.
    public static func append(
        timestamp: Int, separator: UInt8 = UInt8(ascii: " "), digits: Int? = nil, to out: inout TextBuilder
    ) {
        if timestamp == Column.missingTime { return out.append("NaT") }
        let (days, clock) = Calendar.split(timestamp)
        append(date: days, to: &out)
        out.append(byte: separator)
        append(clock: clock, digits: digits, to: &out)
    }

    /// `-1 days +23:59:59`: days as an integer, then the rest of the day, always with its sign where the days are negative.
    public static func append(timedelta: Int, to out: inout TextBuilder) {
        if timedelta == Column.missingTime { return out.append("NaT") }
        let (days, clock) = Calendar.split(timedelta)
        out.append(decimal: days)
        out.append(days < 0 ? " days +" : " days ")
        append(clock: clock, to: &out)
    }

    public static func append(date days: Int, to out: inout TextBuilder) {
        let (year, month, day) = Calendar.civil(days)
        append(year, width: 4, to: &out)
        out.append(byte: UInt8(ascii: "-"))
        append(month, width: 2, to: &out)
        out.append(byte: UInt8(ascii: "-"))
        append(day, width: 2, to: &out)
    }

    /// A `datetime.time`, which has microseconds and nothing finer.
    public static func append(time nanoseconds: Int, to out: inout TextBuilder) {
        append(clock: nanoseconds - nanoseconds % 1000, to: &out)
    }

    /// The time of a day; `digits` of its second's fraction, or as many as it needs.
    static func append(clock nanoseconds: Int, digits: Int? = nil, to out: inout TextBuilder) {
        let seconds = nanoseconds / 1_000_000_000
        append(seconds / 3600, width: 2, to: &out)
        out.append(byte: UInt8(ascii: ":"))
        append(seconds / 60 % 60, width: 2, to: &out)
        out.append(byte: UInt8(ascii: ":"))
        append(seconds % 60, width: 2, to: &out)
        let fraction = nanoseconds % 1_000_000_000
        let shown = digits ?? (fraction == 0 ? 0 : fraction % 1000 == 0 ? 6 : 9)
        guard shown > 0 else { return }
        out.append(byte: UInt8(ascii: "."))
        append((shown..<9).reduce(fraction) { rest, _ in rest / 10 }, width: shown, to: &out)
    }

    static func append(reprOfDate days: Int, to out: inout TextBuilder) {
        let (year, month, day) = Calendar.civil(days)
        out.append("datetime.date(\(year), \(month), \(day))")
    }

    /// `datetime.time(12, 30)`: seconds and microseconds only where there are any.
    static func append(reprOfTime nanoseconds: Int, to out: inout TextBuilder) {
        let seconds = nanoseconds / 1_000_000_000
        let micro = nanoseconds / 1000 % 1_000_000
        out.append("datetime.time(\(seconds / 3600), \(seconds / 60 % 60)")
        if seconds % 60 != 0 || micro != 0 { out.append(", \(seconds % 60)") }
        if micro != 0 { out.append(", \(micro)") }
        out.append(")")
    }

    /// One zero for each power of ten that the number stays below.
    private static func append(_ number: Int, width: Int, to out: inout TextBuilder) {
        var bound = 10
        for _ in 1..<width {
            if number < bound { out.append(byte: UInt8(ascii: "0")) }
            bound *= 10
        }
        out.append(decimal: number)
    }
}
