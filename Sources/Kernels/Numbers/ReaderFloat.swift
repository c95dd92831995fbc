/// Reads a cell as pandas' `read_csv` reads a float64 by default (`precise_xstrtod`, pandas 2.2.3), bit for bit.
///
/// pandas keeps 17 digits, gathers them in a double and scales by a table of powers, so that its last bit often differs from
/// the nearest double: `float("0.3745401188473625")` is not what `read_csv` gives. Verdicts follow pandas, hence this copy of
/// the arithmetic. Words for infinity count only where nothing stands around them. Nil where pandas refuses the cell.
@inline(__always) @inlinable public func parseFloat(_ bytes: UnsafeBufferPointer<UInt8>) -> Double? {
    guard let base = bytes.baseAddress, bytes.count > 0 else { return nil }
    if bytes.count <= 16, let plain = plainDecimal(base, bytes.count) { return plain }
    return parseAnyFloat(bytes)
}

/// A sign, digits and a point with digits on either side, few enough that every step is exact until the one division.
@usableFromInline func plainDecimal(_ base: UnsafePointer<UInt8>, _ count: Int) -> Double? {
    var at = 0
    let negative = base[0] == UInt8(ascii: "-")
    if negative { at = 1 }
    guard at < count, base[at] &- UInt8(ascii: "0") < 10 else { return nil }
    var digits = 0
    var decimals = -1
    while at < count {
        let digit = base[at] &- UInt8(ascii: "0")
        if digit < 10 {
            digits = digits &* 10 &+ Int(digit)
            if decimals >= 0 { decimals &+= 1 }
        } else if base[at] == UInt8(ascii: "."), decimals < 0 {
            decimals = 0
        } else {
            return nil
        }
        at &+= 1
    }
    // 16 bytes can hold 16 digits; past 2^53 the steps would no longer be exact.
    guard digits < 1 << 53 else { return nil }
    let number = decimals > 0 ? Double(digits) / smallPowers[decimals] : Double(digits)
    return negative ? -number : number
}

@usableFromInline func parseAnyFloat(_ bytes: UnsafeBufferPointer<UInt8>) -> Double? {
    switch scanFloat(bytes) {
    case .value(let number, _): number
    case .notNumber: infinityWord(bytes)
    }
}

/// What `precise_xstrtod` says of a whole cell.
enum FloatScan {
    /// `isInteger`: neither a point nor an exponent was seen.
    case value(Double, isInteger: Bool)
    /// Not a number, or one that it takes for too large.
    case notNumber
}

/// pandas' decimal arithmetic: at most 17 digits, 32-bit exponents that wrap (`1e4294967297` is 10.0 to pandas too).
func scanFloat(_ bytes: UnsafeBufferPointer<UInt8>) -> FloatScan {
    var cursor = ByteCursor(bytes)
    cursor.skipBlanks()
    let negative = cursor.skipSign()
    var mantissa = Mantissa()
    mantissa.readWhole(&cursor)
    var isInteger = true
    if cursor.byte == UInt8(ascii: ".") {
        isInteger = false
        mantissa.readDecimals(&cursor)
    }
    guard mantissa.digits > 0 else { return .notNumber }
    var exponent = mantissa.exponent
    if lowercased(cursor.byte) == UInt8(ascii: "e") {
        isInteger = false
        exponent &+= readExponent(&cursor)
    }
    guard let magnitude = scaled(mantissa.number, by: exponent) else { return .notNumber }
    cursor.skipBlanks()
    guard cursor.isAtEnd else { return .notNumber }
    return .value(negative ? -magnitude : magnitude, isInteger: isInteger)
}

private let mostDigits = 17

/// The digits before the exponent.
private struct Mantissa {
    var number = 0.0
    var digits = 0
    var exponent: Int32 = 0

    mutating func readWhole(_ cursor: inout ByteCursor) {
        while let digit = cursor.digit {
            if digits < mostDigits { take(digit) } else { exponent &+= 1 }
            cursor.advance()
        }
    }

    mutating func readDecimals(_ cursor: inout ByteCursor) {
        cursor.advance()
        while digits < mostDigits, let digit = cursor.digit {
            take(digit)
            exponent &-= 1
            cursor.advance()
        }
        guard digits >= mostDigits else { return }
        while cursor.digit != nil { cursor.advance() }
    }

    private mutating func take(_ digit: UInt8) {
        number = number * 10 + Double(digit)
        digits += 1
    }
}

/// The exponent after `e`. Without digits the cursor stays before the end, so that the cell is refused.
private func readExponent(_ cursor: inout ByteCursor) -> Int32 {
    cursor.advance()
    let negative = cursor.skipSign()
    var exponent: Int32 = 0
    var digits = 0
    while digits < mostDigits, let digit = cursor.digit {
        exponent = exponent &* 10 &+ Int32(digit)
        digits += 1
        cursor.advance()
    }
    if digits == 0 { cursor.moveBack() }
    return negative ? 0 &- exponent : exponent
}

/// The number times ten to the exponent, rounded as pandas rounds it; nil where it is too large.
private func scaled(_ number: Double, by exponent: Int32) -> Double? {
    if exponent > 308 { return nil }
    let result: Double
    if exponent > 0 {
        result = number * powersOfTen[Int(exponent)]
    } else if exponent >= -308 {
        result = number / powersOfTen[Int(-exponent)]
    } else if exponent >= -616 {
        result = number / powersOfTen[Int(-308 - exponent)] / powersOfTen[308]
    } else {
        result = 0
    }
    return result.isInfinite ? nil : result
}

/// The words for infinity that pandas takes, in any case.
func infinityWord(_ bytes: UnsafeBufferPointer<UInt8>) -> Double? {
    let signed = bytes.first == UInt8(ascii: "-") || bytes.first == UInt8(ascii: "+")
    let word = UnsafeBufferPointer(rebasing: bytes.dropFirst(signed ? 1 : 0))
    guard isWord(word, "inf") || isWord(word, "infinity") else { return nil }
    return bytes.first == UInt8(ascii: "-") ? -.infinity : .infinity
}

private let powersOfTen: [Double] = (0...308).map { Double("1e\($0)") ?? .infinity }

private let smallPowers: [Double] = [1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16]
