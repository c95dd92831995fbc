import Diagnostics
import Glibc

/// Python's and numpy's rounding, which differ: `round(2.675, 2)` is 2.67, `np.round(2.675, 2)` is 2.68.
public enum Rounding {
    /// Python's `round(x, digits)`: the exact decimal value of `x` rounded once, halves to even.
    public static func python(_ x: Double, digits: Int) throws(Failure) -> Double {
        guard x.isFinite, x != 0 else { return x }
        // CPython's bounds: no double has digits beyond the first, none reaches beyond the second.
        if digits > 323 { return x }
        if digits < -308 { return 0 * x }
        let rounded = digits >= 0 ? strtod(printed(x, precision: digits, conversion: "f"), nil) : tens(x, places: -digits)
        guard rounded.isFinite else { throw Failure(.overflow, "rounded value too large to represent") }
        return rounded
    }

    /// Python's `round(x)`, an int: halves to even.
    public static func python(_ x: Double) throws(Failure) -> Int {
        if x.isNaN { throw Failure(.valueError, "cannot convert float NaN to integer") }
        if x.isInfinite { throw Failure(.overflow, "cannot convert float infinity to integer") }
        guard let whole = Int(exactly: rint(x)) else { throw Failure(.unsupportedValue, "the integer does not fit in 64 bits") }
        return whole
    }

    /// Python's `round(i, digits)`: only a negative number of digits changes an int.
    public static func python(_ value: Int, digits: Int) throws(Failure) -> Int {
        if digits >= 0 { return value }
        if digits < -19 { return 0 }
        if digits == -19 {
            guard value.magnitude > 5_000_000_000_000_000_000 else { return 0 }
            throw Failure(.unsupportedValue, "the integer does not fit in 64 bits")
        }
        let unit = (0 ..< -digits).reduce(1) { power, _ in power * 10 }
        let (quotient, rest) = value.quotientAndRemainder(dividingBy: unit)
        let twice = rest.magnitude.addingReportingOverflow(rest.magnitude).partialValue
        let away = twice > UInt(unit) || (twice == UInt(unit) && quotient % 2 != 0)
        let rounded = (quotient + (away ? value.signum() : 0)).multipliedReportingOverflow(by: unit)
        guard !rounded.overflow else { throw Failure(.unsupportedValue, "the integer does not fit in 64 bits") }
        return rounded.partialValue
    }

    /// numpy's `round`: scaled, rounded to the nearest even whole, scaled back, with the errors of both scalings.
    public static func numpy(_ x: Double, decimals: Int) -> Double {
        if decimals == 0 { return rint(x) }
        let scale = pow(10, Double(decimals.magnitude))
        return decimals > 0 ? rint(x * scale) / scale : rint(x / scale) * scale
    }

    /// Rounds the whole part's digits at the given place of tens; a fraction only breaks ties.
    private static func tens(_ x: Double, places: Int) -> Double {
        let whole = trunc(x.magnitude)
        var digits = [UInt8]("0".utf8) + Array(printed(whole, precision: 0, conversion: "f").utf8)
        guard digits.count - 1 >= places else { return 0 * x }
        let kept = digits.count - places
        let dropped = digits[kept...]
        let half = dropped.first ?? 0
        let beyond = dropped.dropFirst().contains { $0 != UInt8(ascii: "0") } || whole != x.magnitude
        let odd = digits[kept - 1] & 1 == 1
        if half > UInt8(ascii: "5") || (half == UInt8(ascii: "5") && (beyond || odd)) { increment(&digits, upTo: kept) }
        let text = String(decoding: digits[..<kept], as: UTF8.self) + "e\(places)"
        return copysign(strtod(text, nil), x)
    }

    private static func increment(_ digits: inout [UInt8], upTo end: Int) {
        var at = end - 1
        while at >= 0, digits[at] == UInt8(ascii: "9") {
            digits[at] = UInt8(ascii: "0")
            at -= 1
        }
        if at >= 0 { digits[at] += 1 }
    }
}
