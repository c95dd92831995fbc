import Values

/// `str` and `repr` of pandas' Timestamp and Timedelta and of `datetime.date` and `time`.
enum TimeText {
    private static let day = 86_400_000_000_000

    /// `2020-01-31 12:30:00`, with six digits of a fraction where there is one, and nine where it has nanoseconds.
    static func append(timestamp: Int, to out: inout TextBuilder) {
        if timestamp == Column.missingTime { return out.append("NaT") }
        let days = floored(timestamp, by: day)
        append(date: days, to: &out)
        out.append(byte: 32)
        append(clock: timestamp - days * day, to: &out)
    }

    /// `-1 days +23:59:59`: days as an integer, then the rest of the day, always with its sign where the days are negative.
    static func append(timedelta: Int, to out: inout TextBuilder) {
        if timedelta == Column.missingTime { return out.append("NaT") }
        let days = floored(timedelta, by: day)
        out.append(decimal: days)
        out.append(days < 0 ? " days +" : " days ")
        append(clock: timedelta - days * day, to: &out)
    }

    static func append(date days: Int, to out: inout TextBuilder) {
        let (year, month, day) = civil(days)
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
        let (year, month, day) = civil(days)
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

    private static func floored(_ value: Int, by unit: Int) -> Int {
        let quotient = value / unit
        return value % unit < 0 ? quotient - 1 : quotient
    }

    /// Year, month and day of a day number since 1970-01-01 (Howard Hinnant's `civil_from_days`).
    static func civil(_ days: Int) -> (year: Int, month: Int, day: Int) {
        let shifted = days.addingReportingOverflow(719_468).partialValue
        let era = floored(shifted, by: 146_097)
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let part = (5 * dayOfYear + 2) / 153
        let month = part < 10 ? part + 3 : part - 9
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * part + 2) / 5 + 1)
    }
}
