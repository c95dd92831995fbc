/// The proleptic Gregorian calendar over day numbers; day 0 is 1970-01-01.
///
/// The conversions are Howard Hinnant's: eras of 400 years that begin on 1 March, so that the leap day comes last.
public enum Calendar {
    public static let nanosecondsPerDay = 86_400_000_000_000
    public static let nanosecondsPerSecond = 1_000_000_000

    /// The year, month and day of a day number.
    public static func civil(_ days: Int) -> (year: Int, month: Int, day: Int) {
        let shifted = days.addingReportingOverflow(719_468).partialValue
        let era = floored(shifted, by: 146_097)
        let ofEra = shifted - era * 146_097
        let yearOfEra = (ofEra - ofEra / 1460 + ofEra / 36524 - ofEra / 146_096) / 365
        let ofYear = ofEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let part = (5 * ofYear + 2) / 153
        let month = part < 10 ? part + 3 : part - 9
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, ofYear - (153 * part + 2) / 5 + 1)
    }

    /// The day number of a date; a day past its month's end runs on into the next month.
    ///
    /// Years must lie within ±10,000,000.
    public static func days(_ year: Int, _ month: Int, _ day: Int) -> Int {
        let shifted = month <= 2 ? year - 1 : year
        let era = floored(shifted, by: 400)
        let yearOfEra = shifted - era * 400
        let ofYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + ofYear - 719_468
    }

    public static func isLeap(_ year: Int) -> Bool { year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) }

    /// 0 for a month outside 1...12.
    public static func daysInMonth(_ year: Int, _ month: Int) -> Int {
        switch month {
        case 1, 3, 5, 7, 8, 10, 12: 31
        case 4, 6, 9, 11: 30
        case 2: isLeap(year) ? 29 : 28
        default: 0
        }
    }

    /// Whether Python's `datetime.date` takes these three.
    public static func isDate(_ year: Int, _ month: Int, _ day: Int) -> Bool {
        (1...9999).contains(year) && day >= 1 && day <= daysInMonth(year, month)
    }

    /// 0 for Monday, 6 for Sunday.
    public static func weekday(_ days: Int) -> Int { (days % 7 + 10) % 7 }

    /// 1 for 1 January.
    public static func dayOfYear(_ days: Int) -> Int { days - Calendar.days(civil(days).year, 1, 1) + 1 }

    /// ISO 8601's year and week: weeks begin on Monday, and week 1 holds 4 January.
    public static func isoWeek(_ days: Int) -> (year: Int, week: Int) {
        let thursday = days - weekday(days) + 3
        let year = civil(thursday).year
        return (year, (thursday - Calendar.days(year, 1, 1)) / 7 + 1)
    }

    /// Months added to a date; a day past the month's end becomes its last.
    public static func adding(months: Int, to days: Int) -> Int {
        let date = civil(days)
        let total = date.year * 12 + date.month - 1 + months
        let (year, month) = (floored(total, by: 12), total - floored(total, by: 12) * 12 + 1)
        return Calendar.days(year, month, min(date.day, daysInMonth(year, month)))
    }

    public static func floored(_ value: Int, by unit: Int) -> Int {
        value / unit - (value % unit < 0 ? 1 : 0)
    }

    public static let months = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
    ]
    public static let weekdays = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
}
