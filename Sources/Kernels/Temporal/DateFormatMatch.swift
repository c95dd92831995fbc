import Diagnostics

/// One text matched against a format's items, longest alternatives first, as Python's regular expression for the format does.
struct DateFormatMatch {
    let items: [DateFormat.Item]
    let bytes: UnsafeBufferPointer<UInt8>
    private(set) var fields = DateFormatFields()

    init(items: [DateFormat.Item], bytes: UnsafeBufferPointer<UInt8>) {
        self.items = items
        self.bytes = bytes
    }

    /// The end of the match: at the start of the text, or anywhere where it need not be exact.
    mutating func find(exact: Bool) -> Int? {
        if let end = match(0, 0) { return end }
        guard !exact else { return nil }
        for start in 1..<max(1, bytes.count) {
            if let end = match(0, start) { return end }
        }
        return nil
    }

    private mutating func match(_ item: Int, _ at: Int) -> Int? {
        guard item < items.count else { return at }
        switch items[item] {
        case .literal(let byte):
            guard at < bytes.count, ASCII.lower(bytes[at]) == byte else { return nil }
            return match(item + 1, at + 1)
        case .blanks: return matchBlanks(item, at)
        case .field(let directive): return matchField(directive, item, at)
        }
    }

    private mutating func matchBlanks(_ item: Int, _ at: Int) -> Int? {
        var ends: [Int] = []
        var end = at
        while end < bytes.count {
            let (scalar, next) = bytes.scalar(at: end)
            guard Unicode14.isSpace(scalar) else { break }
            end = next
            ends.append(end)
        }
        for end in ends.reversed() {
            if let last = match(item + 1, end) { return last }
        }
        return nil
    }

    private mutating func matchField(_ directive: DateFormat.Directive, _ item: Int, _ at: Int) -> Int? {
        if let names = directive.names {
            guard let (value, length) = name(names, at, directive.nameLength) else { return nil }
            guard let end = match(item + 1, at + length) else { return nil }
            fields.set(directive, value, digits: length)
            return end
        }
        for length in stride(from: min(directive.longest, bytes.count - at), through: directive.shortest, by: -1) {
            guard let value = directive.value(bytes, at, length) else { continue }
            if let end = match(item + 1, at + length) {
                fields.set(directive, value, digits: length)
                return end
            }
        }
        return nil
    }

    /// Which of the names stands here, in any case of letters; short names are the first letters.
    private func name(_ names: [String], _ at: Int, _ length: Int?) -> (value: Int, length: Int)? {
        for (value, name) in names.enumerated() {
            let wanted = name.utf8.prefix(length ?? name.utf8.count)
            guard at + wanted.count <= bytes.count else { continue }
            let here = bytes[at..<at + wanted.count]
            if zip(here, wanted).allSatisfy({ ASCII.lower($0) == ASCII.lower($1) }) { return (value, wanted.count) }
        }
        return nil
    }
}

extension DateFormat.Directive {
    /// The names that it matches, in the order of their values; nil for a number.
    var names: [String]? {
        switch self {
        case .monthName, .shortMonthName: Calendar.months
        case .weekdayName, .shortWeekdayName: Calendar.weekdays
        case .half: ["am", "pm"]
        case .year, .shortYear, .month, .day, .hour, .halfHour, .minute, .second, .fraction, .sundayFirst, .mondayFirst, .dayOfYear,
            .weekFromSunday, .weekFromMonday, .isoYear, .isoWeek:
            nil
        }
    }

    var nameLength: Int? {
        self == .shortMonthName || self == .shortWeekdayName ? 3 : nil
    }

    var longest: Int {
        switch self {
        case .year, .isoYear: 4
        case .dayOfYear: 3
        case .fraction: 9
        case .sundayFirst, .mondayFirst: 1
        case .shortYear, .month, .day, .hour, .halfHour, .minute, .second, .weekFromSunday, .weekFromMonday, .isoWeek: 2
        case .monthName, .shortMonthName, .half, .weekdayName, .shortWeekdayName: 0
        }
    }

    var shortest: Int {
        switch self {
        case .year, .isoYear: 4
        case .shortYear: 2
        case .month, .day, .hour, .halfHour, .minute, .second, .fraction, .sundayFirst, .mondayFirst, .dayOfYear, .weekFromSunday,
            .weekFromMonday, .isoWeek, .monthName, .shortMonthName, .half, .weekdayName, .shortWeekdayName:
            1
        }
    }

    /// The values that it takes; any for years and fractions.
    private var range: ClosedRange<Int> {
        switch self {
        case .month, .halfHour: 1...12
        case .day: 1...31
        case .hour: 0...23
        case .minute: 0...59
        case .second: 0...61
        case .dayOfYear: 1...366
        case .sundayFirst: 0...6
        case .mondayFirst: 1...7
        case .weekFromSunday, .weekFromMonday: 0...53
        case .isoWeek: 1...53
        case .year, .shortYear, .fraction, .isoYear, .monthName, .shortMonthName, .half, .weekdayName, .shortWeekdayName: 0...999_999_999
        }
    }

    /// The number that so many digits make; a day of one digit may have a blank before it.
    func value(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int, _ length: Int) -> Int? {
        if self == .day, length == 2, bytes[at] == 32 {
            guard let digit = DateReader.number(bytes, at + 1, 1), digit > 0 else { return nil }
            return digit
        }
        guard let value = DateReader.number(bytes, at, length), range.contains(value) else { return nil }
        return value
    }
}
