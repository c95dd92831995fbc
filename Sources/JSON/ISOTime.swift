import Kernels
import Values

/// pandas' `Timestamp.isoformat()`: six digits of microseconds, nine of nanoseconds, none where there is no fraction.
func isoTimestamp(_ nanoseconds: Int) -> String {
    let day = Calendar.nanosecondsPerDay
    let days = Calendar.floored(nanoseconds, by: day)
    let time = nanoseconds % day < 0 ? nanoseconds % day + day : nanoseconds % day
    let date = Calendar.civil(days)
    let seconds = time / 1_000_000_000
    return "\(padded(date.year, 4))-\(padded(date.month, 2))-\(padded(date.day, 2))"
        + "T\(padded(seconds / 3600, 2)):\(padded(seconds / 60 % 60, 2)):\(padded(seconds % 60, 2))" + fraction(time % 1_000_000_000)
}

/// The text's nanoseconds since 1970, or nil where it is no such text.
func parseISOTimestamp(_ text: Text) -> Int? {
    let parts = text.string.split(separator: "T", omittingEmptySubsequences: false)
    guard parts.count == 2, let days = parseDate(parts[0]), let time = parseTime(parts[1]) else { return nil }
    // From the next midnight back before 1970, so that the earliest timestamp's midnight need not fit.
    let day = Calendar.nanosecondsPerDay
    let (nanoseconds, overflow) = (days < 0 ? days + 1 : days).multipliedReportingOverflow(by: day)
    let (sum, carry) = nanoseconds.addingReportingOverflow(days < 0 ? time - day : time)
    return overflow || carry ? nil : sum
}

/// pandas' `Timedelta.total_seconds()`: whole microseconds, summed in the order in which pandas sums them.
func totalSeconds(_ nanoseconds: Int) -> Double {
    let microseconds = Calendar.floored(nanoseconds, by: 1000)
    let days = Calendar.floored(microseconds, by: 86_400_000_000)
    let rest = microseconds - days * 86_400_000_000
    return Double(days * 86400 + rest / 1_000_000) + Double(rest % 1_000_000) / 1_000_000
}

private func fraction(_ nanoseconds: Int) -> String {
    if nanoseconds == 0 { return "" }
    return "." + (nanoseconds % 1000 == 0 ? padded(nanoseconds / 1000, 6) : padded(nanoseconds, 9))
}

private func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
}

private func parseDate(_ text: Substring) -> Int? {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
    guard parts.count == 3, let year = parts[0], let month = parts[1], let day = parts[2] else { return nil }
    guard (1...9999).contains(year), (1...12).contains(month), (1...31).contains(day) else { return nil }
    return Calendar.days(year, month, day)
}

private func parseTime(_ text: Substring) -> Int? {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 3, let hour = Int(parts[0]), let minute = Int(parts[1]) else { return nil }
    let seconds = parts[2].split(separator: ".", omittingEmptySubsequences: false)
    guard let whole = seconds.first.flatMap({ Int($0) }), seconds.count <= 2 else { return nil }
    let digits = seconds.count == 2 ? String(seconds[1].prefix(9)) : ""
    guard let nanoseconds = Int(digits + String(repeating: "0", count: 9 - digits.count)) else { return nil }
    guard (0..<24).contains(hour), (0..<60).contains(minute), (0..<60).contains(whole) else { return nil }
    return ((hour * 60 + minute) * 60 + whole) * 1_000_000_000 + nanoseconds
}
