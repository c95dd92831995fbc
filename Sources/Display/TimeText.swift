import Kernels
import Values

/// `str(Timestamp)`, or with so many digits of its second.
func timestampText(_ time: Int, digits: Int? = nil) -> String {
    Text.written { TimeText.append(timestamp: time, digits: digits, to: &$0) }.string
}

/// The date of a Timestamp alone.
func dateText(_ time: Int) -> String {
    guard time != Column.missingTime else { return "NaT" }
    return Text.written { TimeText.append(date: Calendar.split(time).days, to: &$0) }.string
}

/// `str(Timedelta)`; whole days without a clock where `dayOnly`.
func timedeltaText(_ time: Int, dayOnly: Bool = false) -> String {
    if dayOnly, time != Column.missingTime { return "\(Calendar.split(time).days) days" }
    return Text.written { TimeText.append(timedelta: time, to: &$0) }.string
}

/// Whether every moment (or span) present is a whole number of days.
func areWholeDays(_ times: [Int]) -> Bool {
    times.allSatisfy { $0 == Column.missingTime || $0 % Calendar.nanosecondsPerDay == 0 }
}

/// The digits that the finest moment of a column needs: pandas shows them for all its cells.
func fractionDigits(_ times: [Int]) -> Int {
    var digits = 0
    for time in times where time != Column.missingTime {
        let subsecond = Calendar.split(time).clock % 1_000_000_000
        digits = max(digits, subsecond % 1000 != 0 ? 9 : subsecond % 1_000_000 != 0 ? 6 : subsecond != 0 ? 3 : 0)
    }
    return digits
}
