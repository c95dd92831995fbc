import Diagnostics
import Values

/// ISO 8601 durations: `P1DT2H3M4.5S`, `-P1W`.
enum ISOSpan {
    /// - Throws: `valueError` where pandas raises `ValueError`.
    static func read(_ bytes: UnsafeBufferPointer<UInt8>) throws(Failure) -> Int {
        let invalid = Failure(.valueError, "Invalid ISO 8601 Duration format - \(String(decoding: bytes.prefix(60), as: UTF8.self))")
        let negative = bytes.first == UInt8(ascii: "-")
        var cursor = ByteCursor(bytes)
        if negative { cursor.advance() }
        guard cursor.byte == UInt8(ascii: "P") else { throw invalid }
        cursor.advance()
        var (total, inClock, count) = (0, false, 0)
        while !cursor.isAtEnd {
            if cursor.byte == UInt8(ascii: "T"), !inClock {
                inClock = true
                cursor.advance()
                continue
            }
            guard let part = number(&cursor), let unit = unit(cursor.byte, inClock) else { throw invalid }
            // pandas reads the whole part of other units as seconds.
            guard unit == .second || part == part.rounded() else {
                throw Failure(.unsupportedValue, "a fraction of any unit but seconds is not supported in an ISO 8601 duration")
            }
            cursor.advance()
            total = try SpanUnit.sum(total, unit.span(part))
            count += 1
        }
        guard count > 0 else { throw invalid }
        return negative ? 0 - total : total
    }

    private static func unit(_ byte: UInt8, _ inClock: Bool) -> SpanUnit? {
        switch (byte, inClock) {
        case (UInt8(ascii: "W"), false): .week
        case (UInt8(ascii: "D"), false): .day
        case (UInt8(ascii: "H"), true): .hour
        case (UInt8(ascii: "M"), true): .minute
        case (UInt8(ascii: "S"), true): .second
        default: nil
        }
    }

    private static func number(_ cursor: inout ByteCursor) -> Double? {
        let start = cursor.position
        while cursor.digit != nil || cursor.byte == UInt8(ascii: ".") { cursor.advance() }
        guard cursor.position > start else { return nil }
        return pythonFloat(UnsafeBufferPointer(rebasing: cursor.bytes[start..<cursor.position]))
    }
}
