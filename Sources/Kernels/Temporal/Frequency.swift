import Diagnostics
import Values

/// A step between points in time, as pandas names it: `D`, `2h`, `15min`, `MS`, `W-SUN`, `YE`.
public struct Frequency: Sendable, Hashable {
    public enum Unit: Sendable, Hashable {
        /// A fixed span.
        case span(SpanUnit)
        /// Monday to Friday.
        case businessDay
        /// A day of the week; 0 for Monday.
        case week(Int)
        /// The first or the last day of every so many months; the last month of the year for quarters and years.
        case months(Int, anchor: Int, atEnd: Bool)
    }

    public let count: Int
    public let unit: Unit

    public static let daily = Frequency(count: 1, unit: .span(.day))

    private init(count: Int, unit: Unit) {
        self.count = count
        self.unit = unit
    }

    /// - Throws: `valueError` for a name that pandas has not, `unsupportedArgument` for one outside the subset.
    public init(_ text: Text) throws(Failure) {
        let string = text.string
        let digits = string.prefix { $0.isASCII && $0.isNumber }
        guard let count = digits.isEmpty ? 1 : Int(digits), count > 0, count < 1 << 31 else { throw Frequency.invalid(string) }
        self.count = count
        unit = try Frequency.unit(String(string.dropFirst(digits.count)), string)
    }

    /// Nanoseconds, or nil where the step has no fixed length.
    public var span: Int? {
        guard case .span(let unit) = unit else { return nil }
        let (span, overflow) = unit.nanoseconds.multipliedReportingOverflow(by: count)
        return overflow ? nil : span
    }

    private static func unit(_ name: String, _ whole: String) throws(Failure) -> Unit {
        if let span = spans[name] { return .span(span) }
        let parts = name.split(separator: "-", maxSplits: 1).map(String.init)
        guard let head = parts.first else { throw invalid(whole) }
        let tail = parts.count == 2 ? parts[1].uppercased() : nil
        if head == "B", tail == nil { return .businessDay }
        if head == "W" {
            guard let day = weekdays.firstIndex(of: tail ?? "SUN") else { throw invalid(whole) }
            return .week(day)
        }
        guard let (months, anchor, atEnd) = monthly[head] else { throw invalid(whole) }
        guard let tail else { return .months(months, anchor: anchor, atEnd: atEnd) }
        guard months > 1, let month = monthNames.firstIndex(of: tail) else { throw invalid(whole) }
        return .months(months, anchor: month + 1, atEnd: atEnd)
    }

    /// Steps of business months, half months, hours of work, backwards steps and sums of steps are pandas' and not ours.
    private static func invalid(_ name: String) -> Failure {
        let letters = name.prefix { $0 != "-" || name.hasPrefix("-") }.filter(\.isLetter)
        let isCompound = name.hasPrefix("-") || name.contains(".") || name.drop(while: \.isNumber).contains(where: \.isNumber)
        guard isCompound || outside.contains(letters) else { return Failure(.valueError, "Invalid frequency: \(name)") }
        return Failure(.unsupportedArgument, "the frequency '\(name)' is not supported")
    }

    private static let outside: Set<String> = [
        "BME", "BM", "BMS", "SM", "SME", "SMS", "BQ", "BQE", "BQS", "BY", "BYE", "BYS", "BA", "BAS", "C", "CBME", "CBMS", "bh", "BH",
        "cbh", "CBH", "WOM", "LWOM", "RE", "REQ",
    ]

    private static let spans: [String: SpanUnit] = [
        "D": .day, "d": .day, "h": .hour, "H": .hour, "min": .minute, "T": .minute, "t": .minute, "s": .second, "S": .second,
        "ms": .millisecond, "L": .millisecond, "us": .microsecond, "U": .microsecond, "ns": .nanosecond, "N": .nanosecond,
    ]

    private static let monthly: [String: (Int, Int, Bool)] = [
        "ME": (1, 12, true), "M": (1, 12, true), "MS": (1, 1, false), "QE": (3, 12, true), "Q": (3, 12, true), "QS": (3, 1, false),
        "YE": (12, 12, true), "Y": (12, 12, true), "A": (12, 12, true), "YS": (12, 1, false), "AS": (12, 1, false),
    ]

    private static let weekdays = ["MON", "TUE", "WED", "THU", "FRI", "SAT", "SUN"]
    private static let monthNames = ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"]

    // MARK: Days on the step

    /// Whether a range with this step may hold the day.
    public func holds(_ days: Int) -> Bool {
        let weekday = Calendar.weekday(days)
        switch unit {
        case .span: return true
        case .businessDay: return weekday < 5
        case .week(let day): return weekday == day
        case .months(let months, let anchor, let atEnd):
            let date = Calendar.civil(days)
            guard (date.month - anchor + 12) % months == 0 else { return false }
            return atEnd ? date.day == Calendar.daysInMonth(date.year, date.month) : date.day == 1
        }
    }

    /// The first day not before this one that the step may hold; `backwards` the last not after it.
    public func nearest(_ days: Int, backwards: Bool) -> Int {
        var day = days
        while !holds(day) { day += backwards ? -1 : 1 }
        return day
    }

    /// The day so many steps on from a day that the step holds; nil for fixed spans.
    public func advanced(_ days: Int, by steps: Int) -> Int? {
        switch unit {
        case .span: return nil
        case .week: return days + 7 * steps
        case .businessDay:
            let from = Calendar.weekday(days)
            let total = from + steps
            let weeks = Calendar.floored(total, by: 5)
            return days - from + weeks * 7 + (total - weeks * 5)
        case .months(let months, _, let atEnd):
            guard atEnd else { return Calendar.adding(months: months * steps, to: days) }
            // From the first day of the month behind, so that a short month does not shorten the next.
            return Calendar.adding(months: months * steps, to: days + 1) - 1
        }
    }
}

/// Points in time brought onto a grid of spans.
public enum TimeRounding: Sendable {
    case down, up, nearest

    /// - Throws: `outOfBoundsDate` past 64 bits.
    public func apply(_ time: Int, to span: Int) throws(Failure) -> Int {
        guard time != Column.missingTime, span > 0 else { return time }
        let rest = (time % span + span) % span
        guard rest != 0 else { return time }
        switch self {
        case .down: return try shifted(time, by: -rest)
        case .up: return try shifted(time, by: span - rest)
        case .nearest:
            let twice = rest.addingReportingOverflow(rest)
            let isOdd = Calendar.floored(time, by: span) % 2 != 0
            let goesUp = twice.overflow || twice.partialValue > span || twice.partialValue == span && isOdd
            return try shifted(time, by: goesUp ? span - rest : -rest)
        }
    }

    private func shifted(_ time: Int, by change: Int) throws(Failure) -> Int {
        let (sum, overflow) = time.addingReportingOverflow(change)
        guard !overflow, sum != Column.missingTime else { throw Failure(.outOfBoundsDate, "Cannot round: out of bounds") }
        return sum
    }
}
