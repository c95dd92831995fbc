import Kernels
import Values

/// A moment or a span taken apart into days and the nanoseconds of the day.
struct TimeParts {
    let days: Int
    let nanoseconds: Int

    init(_ time: Int) {
        let rest = time % Calendar.nanosecondsPerDay
        nanoseconds = rest < 0 ? rest + Calendar.nanosecondsPerDay : rest
        days = time / Calendar.nanosecondsPerDay - (rest < 0 ? 1 : 0)
    }

    var clock: String {
        let seconds = nanoseconds / 1_000_000_000
        return "\(padded(seconds / 3600, 2)):\(padded(seconds / 60 % 60, 2)):\(padded(seconds % 60, 2))"
    }

    var subsecond: Int { nanoseconds % 1_000_000_000 }

    /// `digits` of the second's fraction, with its point; nothing for none.
    func fraction(_ digits: Int) -> String {
        digits == 0 ? "" : "." + String(padded(subsecond, 9).prefix(digits))
    }

    /// As pandas' `isoformat` shows it: six digits, or nine where needed.
    var ownFraction: String { fraction(subsecond == 0 ? 0 : subsecond % 1000 == 0 ? 6 : 9) }
}

/// `str(Timestamp)`.
func timestampText(_ time: Int) -> String {
    guard time != Column.missingTime else { return "NaT" }
    let parts = TimeParts(time)
    return "\(dateText(parts.days)) \(parts.clock)\(parts.ownFraction)"
}

/// `str(Timedelta)`; whole days without a clock where `dayOnly`.
func timedeltaText(_ time: Int, dayOnly: Bool = false) -> String {
    guard time != Column.missingTime else { return "NaT" }
    let parts = TimeParts(time)
    if dayOnly { return "\(parts.days) days" }
    return "\(parts.days) days \(parts.days < 0 ? "+" : "")\(parts.clock)\(parts.ownFraction)"
}

/// `str(datetime.date)` of a day number since 1970.
func dateText(_ days: Int) -> String {
    let (year, month, day) = Calendar.civil(days)
    return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
}

/// `str(datetime.time)`; Python's times have microseconds.
func timeText(_ nanoseconds: Int) -> String {
    let parts = TimeParts(nanoseconds)
    return parts.clock + parts.fraction(parts.subsecond / 1000 == 0 ? 0 : 6)
}

func timeRepr(_ nanoseconds: Int) -> String {
    let parts = TimeParts(nanoseconds)
    let seconds = parts.nanoseconds / 1_000_000_000
    var fields = [seconds / 3600, seconds / 60 % 60, seconds % 60, parts.subsecond / 1000]
    while fields.count > 2, fields.last == 0 { fields.removeLast() }
    return "datetime.time(\(fields.map(String.init).joined(separator: ", ")))"
}

/// Whether every moment (or span) present is a whole number of days.
func areWholeDays(_ times: [Int]) -> Bool {
    times.allSatisfy { $0 == Column.missingTime || $0 % Calendar.nanosecondsPerDay == 0 }
}

/// The digits that the finest moment of a column needs: pandas shows them for all its cells.
func fractionDigits(_ times: [Int]) -> Int {
    var digits = 0
    for time in times where time != Column.missingTime {
        let subsecond = TimeParts(time).subsecond
        digits = max(digits, subsecond % 1000 != 0 ? 9 : subsecond % 1_000_000 != 0 ? 6 : subsecond != 0 ? 3 : 0)
    }
    return digits
}

func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
}
