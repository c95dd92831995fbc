import Diagnostics
import Values

/// One date text without a known format, as `pd.Timestamp(text)` and `pd.to_datetime(…, format='mixed')` read it.
///
/// The order is that of pandas 2.2.3: ISO 8601, delimited dates (`07/04/1996`), quarters and months (`1996Q3`, `jul 1996`), dateutil.
public struct DateReader: Sendable {
    public var dayFirst: Bool
    public var yearFirst: Bool
    /// The day that a time without a date falls on (pandas takes the running day); nil refuses such texts.
    public var today: Int?

    public init(dayFirst: Bool = false, yearFirst: Bool = false, today: Int? = nil) {
        self.dayFirst = dayFirst
        self.yearFirst = yearFirst
        self.today = today
    }

    /// Nanoseconds since 1970-01-01; NaT for an empty text and for words such as `nan`.
    ///
    /// - Throws: `dateParse` or `valueError` where pandas raises `ValueError`, `outOfBoundsDate`, and `unsupportedValue` for a time zone
    ///   or for what depends on the running day.
    public func timestamp(_ text: Text) throws(Failure) -> Int {
        try text.withBytes { bytes throws(Failure) in
            if DateReader.isMissing(bytes) { return Column.missingTime }
            if let date = try ISODate.read(bytes) { return try date.timestamp() }
            var date = try dateTime(bytes)
            date.nanosecond -= date.nanosecond % DateReader.resolution(bytes)
            return try date.timestamp()
        }
    }

    public func dateTime(_ text: Text) throws(Failure) -> DateTime {
        try text.withBytes { bytes throws(Failure) in try dateTime(bytes) }
    }

    /// ISO 8601 and nothing else.
    ///
    /// - Throws: `valueError` for any other text.
    public static func iso(_ text: Text) throws(Failure) -> DateTime {
        guard let date = try text.withBytes({ bytes throws(Failure) in try ISODate.read(bytes) }) else {
            throw Failure(.valueError, "Time data \(text.string) is not ISO8601 format")
        }
        return date
    }

    /// Texts that are NaT wherever a date is read.
    public static func isMissing(_ text: Text) -> Bool { text.withBytes(isMissing) }

    static func isMissing(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        guard bytes.count <= 4 else { return false }
        return ["", "NaT", "nat", "NAT", "nan", "NaN", "NAN"].contains(String(decoding: bytes, as: UTF8.self))
    }

    private func dateTime(_ bytes: UnsafeBufferPointer<UInt8>) throws(Failure) -> DateTime {
        if let date = try ISODate.read(bytes) { return date }
        if bytes.elementsEqual("now".utf8) || bytes.elementsEqual("today".utf8) {
            throw Failure(.unsupportedValue, "the running day is not supported")
        }
        guard DateReader.looksLikeDate(bytes) else {
            throw Failure(.dateParse, "Given date string \"\(brief(bytes))\" not likely a datetime")
        }
        if DateReader.looksLikeTime(bytes) { return try time(bytes) }
        if let date = try delimited(bytes) { return date }
        if let date = try DateReader.quarterOrMonth(bytes) { return date }
        return try reading(bytes, on: DateTime(1, 1, 1)).date
    }

    private func time(_ bytes: UnsafeBufferPointer<UInt8>) throws(Failure) -> DateTime {
        guard let today else {
            // Unreadable texts are refused as such, whatever day it is.
            let time = try reading(bytes, on: DateTime(2000, 1, 1))
            guard !time.hasWholeDate else { return time.date }
            throw Failure(.unsupportedValue, "the time '\(brief(bytes))' has no date; pandas would take the running day, which is not supported")
        }
        let (year, month, day) = Calendar.civil(today)
        return try reading(bytes, on: DateTime(year, month, day)).date
    }

    /// A small number is no date, nor is a lone letter of a clock.
    private static func looksLikeDate(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        guard let first = bytes.first, first != UInt8(ascii: "0") else { return true }
        if bytes.count == 1, ["a", "m", "p", "t"].contains(Unicode.Scalar(ASCII.lower(first))) { return false }
        guard let number = pythonFloat(bytes) else { return true }
        return number >= 1000
    }

    /// Starts with `H:MM` or `HH:MM`.
    private static func looksLikeTime(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        guard bytes.count >= 4 else { return false }
        if bytes[1] == UInt8(ascii: ":") {
            return number(bytes, 0, 1) != nil && (number(bytes, 2, 2) ?? 60) < 60
        }
        guard bytes[2] == UInt8(ascii: ":"), bytes.count >= 5 else { return false }
        return (number(bytes, 0, 2) ?? 24) < 24 && (number(bytes, 3, 2) ?? 60) < 60
    }

    /// How finely pandas keeps the second of a text that is not ISO 8601: by the digits after `H:MM:SS.`, and whole where it is written
    /// otherwise (`1:5:7.5`). In nanoseconds.
    private static func resolution(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
        for at in 1..<max(1, bytes.count) where bytes[at] == UInt8(ascii: ":") {
            guard number(bytes, at - 1, 1) != nil, number(bytes, at + 1, 2) != nil, at + 7 < bytes.count, bytes[at + 3] == UInt8(ascii: ":"),
                number(bytes, at + 4, 2) != nil, bytes[at + 6] == UInt8(ascii: ".")
            else { continue }
            let digits = bytes[(at + 7)...].prefix(while: ASCII.isDigit).count
            if digits > 0 { return digits <= 3 ? 1_000_000 : 1_000 }
        }
        return Calendar.nanosecondsPerSecond
    }

    // MARK: Delimited dates

    /// MM/DD/YYYY, DD/MM/YYYY, MM/YYYY, with any of ` /-.` for the slash.
    private func delimited(_ bytes: UnsafeBufferPointer<UInt8>) throws(Failure) -> DateTime? {
        guard let (first, second, year) = DateReader.delimitedNumbers(bytes) else { return nil }
        var (month, day) = (first, second ?? 1)
        guard (1...31).contains(month), (1...31).contains(day), month <= 12 || day <= 12 else {
            throw Failure(.dateParse, "Invalid date specified (\(month)/\(day))")
        }
        if second != nil, month > 12 || day <= 12 && dayFirst { swap(&month, &day) }
        guard Calendar.isDate(year, month, day) else {
            throw Failure(.valueError, month > 12 ? "month must be in 1..12" : "day is out of range for month")
        }
        return DateTime(year, month, day)
    }

    private static func delimitedNumbers(_ bytes: UnsafeBufferPointer<UInt8>) -> (first: Int, second: Int?, year: Int)? {
        guard (7...10).contains(bytes.count) else { return nil }
        let firstWidth = isDelimiter(bytes[1]) ? 1 : 2
        guard isDelimiter(bytes[firstWidth]), let first = number(bytes, 0, firstWidth),
            let year = number(bytes, bytes.count - 4, 4), year >= 1000
        else { return nil }
        let secondWidth = bytes.count - 6 - firstWidth
        if bytes.count == 7 {
            return firstWidth == 2 && bytes[2] != UInt8(ascii: ".") ? (first, nil, year) : nil
        }
        guard (1...2).contains(secondWidth), isDelimiter(bytes[firstWidth + 1 + secondWidth]),
            let second = number(bytes, firstWidth + 1, secondWidth)
        else { return nil }
        return (first, second, year)
    }

    private static func isDelimiter(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "/") || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".") || byte == UInt8(ascii: " ")
    }

    static func number(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int, _ width: Int) -> Int? {
        guard at >= 0, at + width <= bytes.count else { return nil }
        var value = 0
        for place in at..<at + width {
            guard ASCII.isDigit(bytes[place]) else { return nil }
            value = value * 10 + Int(bytes[place] - UInt8(ascii: "0"))
        }
        return value
    }
}
