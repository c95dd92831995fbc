import Diagnostics
import Values

/// A text as a time span, as `pd.Timedelta(text)` reads it: `1 days 02:03:04.5`, `-1 days +23:59:59`, `5m 34s`, `1:02:03`, `P1DT2H`.
///
/// The rules are those of pandas' `parse_timedelta_string`: blanks, commas and plus signs are passed over; a bare number counts
/// nanoseconds; `h:mm` needs seconds.
public struct SpanReader {
    private var negative = false
    private var number: [UInt8] = []
    private var fraction: [UInt8] = []
    private var unit: [UInt8] = []
    /// The part of the clock that comes before what is read now.
    private var clock: SpanUnit?
    private var hasDot = false
    private var hasValue = false
    private var total = 0

    private init() {}

    /// Nanoseconds; NaT for an empty text and for words such as `nan`.
    ///
    /// - Throws: `valueError` where pandas raises `ValueError`, `outOfBoundsDate` past 64 bits.
    public static func read(_ text: Text) throws(Failure) -> Int {
        try text.withBytes { bytes throws(Failure) in
            if DateReader.isMissing(bytes) { return Column.missingTime }
            if bytes.first == UInt8(ascii: "P") || bytes.count > 1 && bytes[0] == UInt8(ascii: "-") && bytes[1] == UInt8(ascii: "P") {
                return try ISOSpan.read(bytes)
            }
            var reader = SpanReader()
            for byte in bytes { try reader.take(byte) }
            return try reader.finished()
        }
    }

    private mutating func take(_ byte: UInt8) throws(Failure) {
        switch byte {
        case UInt8(ascii: " "), UInt8(ascii: ","), UInt8(ascii: "+"): break
        case UInt8(ascii: "-"):
            guard !negative, !hasValue, clock == nil else { throw Failure(.valueError, "only leading negative signs are allowed") }
            negative = true
        case UInt8(ascii: "0")...UInt8(ascii: "9"): try takeDigit(byte)
        case UInt8(ascii: ":"): try takeColon()
        case UInt8(ascii: "."): try takeDot()
        default:
            unit.append(byte)
            hasValue = true
            hasDot = false
        }
    }

    private mutating func takeDigit(_ byte: UInt8) throws(Failure) {
        if hasDot {
            if unit.isEmpty { return fraction.append(byte) }
            number.append(byte)
            hasDot = false
        } else if unit.isEmpty {
            number.append(byte)
        } else {
            try addUnit()
            number = [byte]
        }
    }

    private mutating func takeColon() throws(Failure) {
        // The sign of `-1 days +23:59:59` is that of the days alone.
        if hasValue { negative = false }
        guard !number.isEmpty else { throw Failure(.valueError, "expecting hh:mm:ss format") }
        switch clock {
        case nil: clock = .hour
        case .hour: clock = .minute
        case .minute: clock = .second
        case .second, .week, .day, .millisecond, .microsecond, .nanosecond: break
        }
        try add(digits: number, times: (clock ?? .second).nanoseconds)
        number = []
        unit = []
    }

    private mutating func takeDot() throws(Failure) {
        if !number.isEmpty, let clock {
            guard clock == .minute else { throw Failure(.valueError, "expected hh:mm:ss format before .") }
            try add(digits: number, times: SpanUnit.second.nanoseconds)
            hasValue = true
            (unit, number, fraction) = ([], [], [])
        }
        hasDot = true
    }

    private mutating func finished() throws(Failure) -> Int {
        if hasDot {
            if unit.isEmpty { try finishFraction() } else { try addUnit() }
        } else if let clock {
            guard clock == .minute else { throw Failure(.valueError, "expected hh:mm:ss format") }
            try add(digits: number, times: SpanUnit.second.nanoseconds)
        } else if !unit.isEmpty {
            guard !number.isEmpty else { throw Failure(.valueError, "unit abbreviation w/o a number") }
            try addUnit()
        } else if number.isEmpty {
            throw Failure(.valueError, "symbols w/o a number")
        } else if hasValue {
            throw Failure(.valueError, "have leftover units")
        } else {
            try add(SpanUnit.nanosecond.span(value))
        }
        return total
    }

    /// Digits after the point of the seconds.
    private mutating func finishFraction() throws(Failure) {
        guard clock != nil || number.isEmpty && fraction.isEmpty else { throw Failure(.valueError, "no units specified") }
        guard !fraction.isEmpty else { throw Failure(.valueError, "invalid literal for int() with base 10: ''") }
        let digits = Array(fraction.prefix(9))
        var scale = 1
        for _ in digits.count..<9 { scale *= 10 }
        try add(digits: digits, times: scale)
    }

    // MARK: Adding up

    private mutating func addUnit() throws(Failure) {
        let unit = try SpanUnit(name: String(decoding: self.unit, as: UTF8.self))
        try add(unit.span(value))
        (self.unit, number, fraction) = ([], [], [])
    }

    private var value: Double {
        get throws(Failure) {
            let text = String(decoding: number, as: UTF8.self) + "." + String(decoding: fraction, as: UTF8.self)
            guard let value = pythonFloat(Text(text)) else { throw Failure(.valueError, "could not convert string to float: '\(text)'") }
            return value
        }
    }

    private mutating func add(digits: [UInt8], times unit: Int) throws(Failure) {
        guard !digits.isEmpty else { throw Failure(.valueError, "invalid literal for int() with base 10: ''") }
        guard let count = DateNumber.whole(digits[...]) else { throw SpanUnit.outOfBounds }
        let (product, overflow) = count.multipliedReportingOverflow(by: unit)
        guard !overflow else { throw SpanUnit.outOfBounds }
        try add(product)
    }

    private mutating func add(_ span: Int) throws(Failure) {
        total = try SpanUnit.sum(total, negative ? 0 - span : span)
    }
}
