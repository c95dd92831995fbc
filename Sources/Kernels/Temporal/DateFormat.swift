import Diagnostics
import Values

/// A `strptime` format, read once and matched against many cells.
///
/// The directives and what each accepts are those of Python 3.11's `_strptime`, with pandas' changes: up to nine digits of `%f`.
public struct DateFormat: Sendable {
    enum Item: Hashable, Sendable {
        /// A byte, in either case of letter.
        case literal(UInt8)
        /// One or more blanks.
        case blanks
        case field(Directive)
    }

    /// What a percent sign and a letter stand for.
    enum Directive: String, Hashable, Sendable, CaseIterable {
        case year = "Y", shortYear = "y", month = "m", monthName = "B", shortMonthName = "b", day = "d"
        case hour = "H", halfHour = "I", half = "p", minute = "M", second = "S", fraction = "f"
        case weekdayName = "A", shortWeekdayName = "a", sundayFirst = "w", mondayFirst = "u"
        case dayOfYear = "j", weekFromSunday = "U", weekFromMonday = "W", isoYear = "G", isoWeek = "V"
    }

    public let text: String
    let items: [Item]

    /// - Throws: `valueError` for a directive that Python has not, `unsupportedArgument` for time zones.
    public init(_ text: Text) throws(Failure) {
        self.text = text.string
        var builder = DateFormatBuilder()
        try builder.add(Array(self.text.utf8), of: self.text)
        try builder.validate()
        items = builder.items
    }

    /// The date in a text.
    ///
    /// - Throws: `valueError` where the text does not match or names no date.
    public func read(_ text: Text, exact: Bool = true) throws(Failure) -> DateTime {
        try text.withBytes { bytes throws(Failure) in try read(bytes, exact: exact) }
    }

    func read(_ bytes: UnsafeBufferPointer<UInt8>, exact: Bool) throws(Failure) -> DateTime {
        var match = DateFormatMatch(items: items, bytes: bytes)
        guard let end = match.find(exact: exact) else {
            throw Failure(.valueError, "time data \"\(brief(bytes))\" doesn't match format \"\(text)\"")
        }
        guard !exact || end == bytes.count else {
            throw Failure(.valueError, "unconverted data remains when parsing with format \"\(text)\": \"\(brief(bytes))\"")
        }
        return try match.fields.dateTime()
    }

    private func brief(_ bytes: UnsafeBufferPointer<UInt8>) -> String { String(decoding: bytes.prefix(60), as: UTF8.self) }
}

/// Reads a format's text.
private struct DateFormatBuilder {
    private(set) var items: [DateFormat.Item] = []

    mutating func add(_ bytes: [UInt8], of text: String) throws(Failure) {
        var at = 0
        while at < bytes.count {
            let byte = bytes[at]
            at += 1
            if ASCII.isSpace(byte) {
                if items.last != .blanks || !ASCII.isSpace(bytes[max(0, at - 2)]) { items.append(.blanks) }
            } else if byte == UInt8(ascii: "%") {
                guard at < bytes.count else { throw Failure(.valueError, "stray % in format '\(text)'") }
                try addDirective(bytes[at], text)
                at += 1
            } else {
                items.append(.literal(ASCII.lower(byte)))
            }
        }
    }

    private mutating func addDirective(_ byte: UInt8, _ text: String) throws(Failure) {
        let name = String(Unicode.Scalar(byte))
        if let directive = DateFormat.Directive(rawValue: name) {
            guard !items.contains(.field(directive)) else {
                throw Failure(.invalidPattern, "the directive '%\(name)' stands twice in the format '\(text)'")
            }
            return items.append(.field(directive))
        }
        switch name {
        case "%": items.append(.literal(byte))
        case "c": try add(Array("%a %b %d %H:%M:%S %Y".utf8), of: text)
        case "x": try add(Array("%m/%d/%y".utf8), of: text)
        case "X": try add(Array("%H:%M:%S".utf8), of: text)
        case "z", "Z": throw Failure(.unsupportedArgument, "'%\(name)' of a date format is not supported: time zones are not supported")
        default: throw Failure(.valueError, "'\(name)' is a bad directive in format '\(text)'")
        }
    }

    private func has(_ directives: DateFormat.Directive...) -> Bool { directives.contains { items.contains(.field($0)) } }

    /// pandas' `_validate_fmt`: weeks need a year and a weekday.
    func validate() throws(Failure) {
        if has(.weekFromSunday, .weekFromMonday) {
            guard has(.year, .shortYear), has(.weekdayName, .shortWeekdayName, .sundayFirst) else {
                throw Failure(.valueError, "Cannot use '%W' or '%U' without day and year")
            }
        } else if has(.dayOfYear), has(.isoYear) {
            throw Failure(.valueError, "Day of the year directive '%j' is not compatible with ISO year directive '%G'")
        } else if has(.isoYear) || has(.isoWeek) {
            guard has(.isoYear), has(.isoWeek), has(.weekdayName, .shortWeekdayName, .sundayFirst, .mondayFirst) else {
                throw Failure(.valueError, "ISO year '%G' and ISO week '%V' must be used together and with a weekday")
            }
        }
    }
}
