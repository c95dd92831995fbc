import Kernels
import Values

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
