import Linking

/// What a span between two days is counted in.
enum DateUnit {
    case years, months, weeks, days

    /// nil where the sentence names none.
    init?(_ cues: Cues) {
        if cues.contains(.year) {
            self = .years
        } else if cues.contains(.month) {
            self = .months
        } else if cues.contains(.week) {
            self = .weeks
        } else {
            guard cues.contains(.day) else { return nil }
            self = .days
        }
    }

    /// What is subtracted: the year, the month since year 0, weeks and days since 1970.
    func value(_ days: Double) -> Double {
        switch self {
        case .years: ColumnKey.year(of: days)
        case .months: ColumnKey.month(of: days)
        case .weeks: days / 7
        case .days: days
        }
    }

    /// What rows are grouped by: the month of any year, the year.
    func part(_ days: Double) -> Double {
        switch self {
        case .years: ColumnKey.year(of: days)
        case .months: ColumnKey.month(of: days).truncatingRemainder(dividingBy: 12)
        case .weeks, .days: days
        }
    }

    /// The same of dates, in a query.
    var part: String {
        switch self {
        case .years: "dt.year"
        case .months: "dt.month"
        case .weeks, .days: "dt.date"
        }
    }
}
