import Diagnostics
import Values

/// ISO 8601 as pandas' C reader takes it: `1996`, `1996-07`, `1996-07-04`, `19960704T12:30:45.5`, with any one of ` -./\` between the
/// parts of the date.
///
/// The rules are those of `parse_iso_8601_datetime` in pandas' `np_datetime_strings.c`, which `to_datetime` tries first.
struct ISODate {
    private var cursor: ByteCursor
    private var result = DateTime(0, 1, 1)
    private let count: Int

    /// The date, or nil where the text is no such date.
    ///
    /// - Throws: `unsupportedValue` for a time zone.
    static func read(_ bytes: UnsafeBufferPointer<UInt8>) throws(Failure) -> DateTime? {
        var reader = ISODate(cursor: ByteCursor(bytes), count: bytes.count)
        return try reader.read() ? reader.result : nil
    }

    private init(cursor: ByteCursor, count: Int) {
        self.cursor = cursor
        self.count = count
    }

    private var left: Int { count - cursor.position }

    private mutating func read() throws(Failure) -> Bool {
        cursor.skipBlanks()
        // A sign makes a year that is out of bounds wherever the rest is read.
        let isNegative = cursor.byte == UInt8(ascii: "-")
        if isNegative { cursor.advance() }
        guard !cursor.isAtEnd else { return false }
        readYear()
        if isNegative { result.year = -result.year }
        if cursor.isAtEnd { return true }
        guard let separator = readSeparator(), readMonth(separator) else { return false }
        if cursor.isAtEnd { return separator != 0 }
        guard readDay(separator) else { return false }
        if cursor.isAtEnd { return true }
        return try readClock()
    }

    /// Four digits; fewer leave the year 0, which is out of bounds wherever the rest is read.
    private mutating func readYear() {
        var ahead = cursor
        var year = 0
        for _ in 0..<4 {
            guard let digit = ahead.digit else { return }
            year = year * 10 + Int(digit)
            ahead.advance()
        }
        result.year = year
        cursor = ahead
    }

    /// The byte between year and month: 0 for none, nil where the text is no date.
    private mutating func readSeparator() -> UInt8? {
        if cursor.digit != nil { return 0 }
        let separator = cursor.byte
        switch separator {
        case UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "/"), UInt8(ascii: "\\"), UInt8(ascii: " "): break
        default: return nil
        }
        cursor.advance()
        return cursor.digit == nil ? nil : separator
    }

    private mutating func readMonth(_ separator: UInt8) -> Bool {
        guard let month = number(twoDigits: separator == 0), (1...12).contains(month) else { return false }
        result.month = month
        return true
    }

    private mutating func readDay(_ separator: UInt8) -> Bool {
        if separator != 0 {
            guard cursor.byte == separator, left > 1 else { return false }
            cursor.advance()
        }
        guard let day = number(twoDigits: separator == 0), day >= 1, day <= Calendar.daysInMonth(result.year, result.month) else {
            return false
        }
        result.day = day
        return true
    }

    /// One or two digits, or exactly two.
    private mutating func number(twoDigits: Bool) -> Int? {
        guard let first = cursor.digit else { return nil }
        cursor.advance()
        guard let second = cursor.digit else { return twoDigits ? nil : Int(first) }
        cursor.advance()
        return Int(first) * 10 + Int(second)
    }

    private mutating func readClock() throws(Failure) -> Bool {
        guard cursor.byte == UInt8(ascii: "T") || cursor.byte == UInt8(ascii: " "), left > 1 else { return false }
        cursor.advance()
        let start = cursor.position
        guard let hour = number(twoDigits: false), hour < 24 else { return false }
        result.hour = hour
        let isWide = cursor.position - start == 2
        if cursor.isAtEnd { return isWide }
        let colons = cursor.byte == UInt8(ascii: ":")
        if colons {
            cursor.advance()
            guard cursor.digit != nil else { return false }
        } else if cursor.digit == nil {
            guard isWide else { return false }
            return try readZone()
        }
        return try readMinute(colons)
    }

    private mutating func readMinute(_ colons: Bool) throws(Failure) -> Bool {
        guard let minute = number(twoDigits: !colons), minute < 60 else { return false }
        result.minute = minute
        if cursor.isAtEnd { return true }
        if colons, cursor.byte == UInt8(ascii: ":") {
            cursor.advance()
            guard cursor.digit != nil else { return false }
        } else if colons || cursor.digit == nil {
            return try readZone()
        }
        guard let second = number(twoDigits: !colons), second < 60 else { return false }
        result.second = second
        readFraction()
        return try readZone()
    }

    /// Digits after the point; those past nanoseconds are read and dropped.
    private mutating func readFraction() {
        guard cursor.byte == UInt8(ascii: ".") else { return }
        cursor.advance()
        var (fraction, unit, digits) = (0, 100_000_000, 0)
        while let digit = cursor.digit, digits < 18 {
            fraction += Int(digit) * unit
            unit /= 10
            digits += 1
            cursor.advance()
        }
        result.nanosecond = fraction
    }

    private mutating func readZone() throws(Failure) -> Bool {
        cursor.skipBlanks()
        if cursor.isAtEnd { return true }
        switch cursor.byte {
        case UInt8(ascii: "Z"), UInt8(ascii: "+"), UInt8(ascii: "-"):
            throw Failure(.unsupportedValue, "a date with a time zone is not supported")
        default: return false
        }
    }
}
