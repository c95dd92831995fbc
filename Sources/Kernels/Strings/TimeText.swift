import Values

/// `str` and `repr` of pandas' Timestamp and Timedelta and of `datetime.date` and `time`.
enum TimeText {
    private static let day = Calendar.nanosecondsPerDay

    /// `2020-01-31 12:30:00`, with six digits of a fraction where there is one, and nine where it has nanoseconds.
    static func append(timestamp: Int, to out: inout TextBuilder) {
        if timestamp == Column.missingTime { return out.append("NaT") }
        let days = Calendar.floored(timestamp, by: day)
        append(date: days, to: &out)
        out.append(byte: 32)
        append(clock: timestamp - days * day, to: &out)
    }

    /// `-1 days +23:59:59`: days as an integer, then the rest of the day, always with its sign where the days are negative.
    static func append(timedelta: Int, to out: inout TextBuilder) {
        if timedelta == Column.missingTime { return out.append("NaT") }
        let days = Calendar.floored(timedelta, by: day)
        out.append(decimal: days)
        out.append(days < 0 ? " days +" : " days ")
        append(clock: timedelta - days * day, to: &out)
    }

    static func append(date days: Int, to out: inout TextBuilder) {
        let (year, month, day) = Calendar.civil(days)
        append(year, width: 4, to: &out)
        out.append(byte: UInt8(ascii: "-"))
        append(month, width: 2, to: &out)
        out.append(byte: UInt8(ascii: "-"))
        append(day, width: 2, to: &out)
    }

    static func append(clock nanoseconds: Int, to out: inout TextBuilder) {
        let seconds = nanoseconds / 1_000_000_000
        append(seconds / 3600, width: 2, to: &out)
        out.append(byte: UInt8(ascii: ":"))
        append(seconds / 60 % 60, width: 2, to: &out)
        out.append(byte: UInt8(ascii: ":"))
        append(seconds % 60, width: 2, to: &out)
        let fraction = nanoseconds % 1_000_000_000
        guard fraction > 0 else { return }
        out.append(byte: UInt8(ascii: "."))
        if fraction % 1000 == 0 { append(fraction / 1000, width: 6, to: &out) } else { append(fraction, width: 9, to: &out) }
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

    private static func append(_ number: Int, width: Int, to out: inout TextBuilder) {
        var bound = 10
        for _ in 1..<width {
            if number < bound { out.append(byte: UInt8(ascii: "0")) }
            bound *= 10
        }
        // One zero for each power of ten that the number stays below.
        out.append(decimal: number)
    }
}
