/// The numbers of a date before it is known which is the year, the month and the day: dateutil's `_ymd`.
struct DateFields {
    enum Label { case year, month, day }

    private(set) var values: [Int] = []
    /// The year was written with all its digits.
    private(set) var hasCentury = false
    private var yearAt: Int?
    private var monthAt: Int?
    private var dayAt: Int?

    /// A number as text: three digits or more are a year.
    mutating func append(_ digits: ArraySlice<UInt8>, label: Label? = nil) throws(Unreadable) {
        guard let value = DateNumber.whole(digits) else { throw .text }
        var label = label
        if digits.count > 2 {
            hasCentury = true
            guard label == nil || label == .year else { throw .text }
            label = .year
        }
        try append(value, label)
    }

    /// A number: past 100 it is a year.
    mutating func append(value: DateNumber) throws(Unreadable) {
        let isYear = value.whole > 100 || value.whole == 100 && value.hasFraction
        if isYear { hasCentury = true }
        try append(value.whole, isYear ? .year : nil)
    }

    /// The month of a name.
    mutating func append(month: Int) throws(Unreadable) { try append(month, .month) }

    private mutating func append(_ value: Int, _ label: Label?) throws(Unreadable) {
        values.append(value)
        switch label {
        case .year: try DateFields.place(&yearAt, values.count - 1)
        case .month: try DateFields.place(&monthAt, values.count - 1)
        case .day: try DateFields.place(&dayAt, values.count - 1)
        case nil: break
        }
    }

    private static func place(_ slot: inout Int?, _ at: Int) throws(Unreadable) {
        guard slot == nil else { throw .text }
        slot = at
    }

    func couldBeDay(_ number: DateNumber) -> Bool {
        guard dayAt == nil, number.whole >= 1 else { return false }
        let last = monthAt.map { Calendar.daysInMonth(yearAt.map { values[$0] } ?? 2000, values[$0]) } ?? 31
        return number.whole < last || number.whole == last && !number.hasFraction
    }

    // MARK: Resolving

    typealias Resolved = (year: Int?, month: Int?, day: Int?)

    /// Which number is which.
    func resolved(dayFirst: Bool, yearFirst: Bool) throws(Unreadable) -> Resolved {
        let known = [yearAt, monthAt, dayAt].count { $0 != nil }
        if known > 0, values.count == known { return (at(yearAt), at(monthAt), at(dayAt)) }
        if values.count == 3, known == 2 { return fromTwoKnown() }
        switch values.count {
        case 0: return (nil, nil, nil)
        case 1: return one()
        case 2: return two(dayFirst)
        case 3: return three(dayFirst, yearFirst)
        default: throw .text
        }
    }

    private func at(_ place: Int?) -> Int? { place.map { values[$0] } }

    private func fromTwoKnown() -> Resolved {
        let missing = (0..<3).first { $0 != yearAt && $0 != monthAt && $0 != dayAt }
        return (at(yearAt ?? missing), at(monthAt ?? missing), at(dayAt ?? missing))
    }

    private func one() -> Resolved {
        if let monthAt { return (nil, values[monthAt], nil) }
        return values[0] > 31 ? (values[0], nil, nil) : (nil, nil, values[0])
    }

    private func two(_ dayFirst: Bool) -> Resolved {
        if let monthAt {
            let other = values[1 - monthAt]
            return other > 31 ? (other, values[monthAt], nil) : (nil, values[monthAt], other)
        }
        if values[0] > 31 { return (values[0], values[1], nil) }
        if values[1] > 31 { return (values[1], values[0], nil) }
        if dayFirst, values[1] <= 12 { return (nil, values[1], values[0]) }
        return (nil, values[0], values[1])
    }

    private func three(_ dayFirst: Bool, _ yearFirst: Bool) -> Resolved {
        let (a, b, c) = (values[0], values[1], values[2])
        switch monthAt {
        case 0: return b > 31 ? (b, a, c) : (c, a, b)
        case 1: return a > 31 || yearFirst && c <= 31 ? (a, b, c) : (c, b, a)
        case 2: return b > 31 ? (b, c, a) : (a, c, b)
        default: break
        }
        if a > 31 || yearAt == 0 || yearFirst && b <= 12 && c <= 31 {
            return dayFirst && c <= 12 ? (a, c, b) : (a, b, c)
        }
        return a > 12 || dayFirst && b <= 12 ? (c, b, a) : (c, a, b)
    }
}

/// A text that no rule reads as a date.
enum Unreadable: Error { case text }

/// A decimal number of date text.
struct DateNumber {
    let whole: Int
    /// The digits after the point, at most fifteen.
    let fraction: ArraySlice<UInt8>

    init(_ bytes: ArraySlice<UInt8>) throws(Unreadable) {
        let point = bytes.firstIndex(of: UInt8(ascii: ".")) ?? bytes.endIndex
        guard let whole = DateNumber.whole(bytes[bytes.startIndex..<point]) else { throw .text }
        self.whole = whole
        fraction = point < bytes.endIndex ? bytes[(point + 1)...].prefix(15) : []
        guard fraction.allSatisfy(ASCII.isDigit) else { throw .text }
    }

    var hasFraction: Bool { fraction.contains { $0 != UInt8(ascii: "0") } }

    /// How many sixtieths the fraction holds.
    var sixtieths: Int {
        var (numerator, denominator) = (0, 1)
        for digit in fraction {
            numerator = numerator * 10 + Int(digit - UInt8(ascii: "0"))
            denominator *= 10
        }
        return numerator * 60 / denominator
    }

    /// The integer of digits; nil for none, for other bytes, and past eighteen digits.
    static func whole(_ bytes: ArraySlice<UInt8>) -> Int? {
        guard !bytes.isEmpty, bytes.count <= 18 else { return nil }
        var value = 0
        for byte in bytes {
            guard ASCII.isDigit(byte) else { return nil }
            value = value * 10 + Int(byte - UInt8(ascii: "0"))
        }
        return value
    }
}
