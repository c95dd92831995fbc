import Diagnostics

/// What a format's directives matched, before it is a date.
struct DateFormatFields {
    private var values: [DateFormat.Directive: Int] = [:]

    mutating func set(_ directive: DateFormat.Directive, _ value: Int, digits: Int) {
        values[directive] = directive == .fraction ? DateFormatFields.nanoseconds(value, digits) : value
    }

    private static func nanoseconds(_ value: Int, _ digits: Int) -> Int {
        (digits..<9).reduce(value) { value, _ in value * 10 }
    }

    /// The date, from 1900-01-01 where a field is missing.
    ///
    /// - Throws: `valueError` where the fields name no date.
    func dateTime() throws(Failure) -> DateTime {
        var (year, days) = (self.year, Int?.none)
        if let dayOfYear = values[.dayOfYear] {
            days = Calendar.days(year, 1, 1) + dayOfYear - 1
        } else if let weekday {
            if let isoYear = values[.isoYear], let week = values[.isoWeek] {
                days = DateFormatFields.isoDay(isoYear, week, weekday)
            } else {
                days = weekDay(weekday)
            }
        }
        guard (1...9999).contains(year) else { throw Failure(.valueError, "year \(year) is out of range") }
        var (month, day) = (self.month, values[.day] ?? 1)
        if let days {
            (year, month, day) = Calendar.civil(days)
            guard (1...9999).contains(year) else { throw Failure(.valueError, "year \(year) is out of range") }
        } else if day > Calendar.daysInMonth(year, month) {
            throw Failure(.valueError, "day is out of range for month")
        }
        var date = DateTime(year, month, day)
        date.hour = hour
        date.minute = values[.minute] ?? 0
        date.second = values[.second] ?? 0
        date.nanosecond = values[.fraction] ?? 0
        return date
    }

    /// Two digits up to 68 are of this century.
    private var year: Int {
        values[.year] ?? values[.shortYear].map { $0 <= 68 ? $0 + 2000 : $0 + 1900 } ?? 1900
    }

    private var month: Int {
        values[.month] ?? values[.monthName].map { $0 + 1 } ?? values[.shortMonthName].map { $0 + 1 } ?? 1
    }

    private var hour: Int {
        guard let half = values[.halfHour] else { return values[.hour] ?? 0 }
        return half % 12 + (values[.half] == 1 ? 12 : 0)
    }

    /// 0 for Monday.
    private var weekday: Int? {
        values[.weekdayName] ?? values[.shortWeekdayName] ?? values[.sundayFirst].map { ($0 + 6) % 7 } ?? values[.mondayFirst].map { $0 - 1 }
    }

    /// The day of a week counted from the year's first Sunday or Monday.
    private func weekDay(_ weekday: Int) -> Int? {
        guard let week = values[.weekFromSunday] ?? values[.weekFromMonday] else { return nil }
        let fromSunday = values[.weekFromSunday] != nil ? 1 : 0
        let newYear = Calendar.days(year, 1, 1)
        let first = (Calendar.weekday(newYear) + fromSunday) % 7
        let day = (weekday + fromSunday) % 7
        if week == 0 { return newYear + day - first }
        return newYear + (7 - first) % 7 + 7 * (week - 1) + day
    }

    private static func isoDay(_ year: Int, _ week: Int, _ weekday: Int) -> Int {
        let january4 = Calendar.days(year, 1, 4)
        return january4 - Calendar.weekday(january4) + 7 * (week - 1) + weekday
    }
}
