#if canImport(Glibc)
    import Glibc
#endif
import Values

/// What Python's `int(text, base)` makes of a text.
public enum PythonInteger: Hashable, Sendable {
    case value(Int)
    /// A good integer beyond 64 bits, which we refuse.
    case tooLarge
    /// `ValueError: invalid literal for int() with base …`
    case invalid
}

/// Python's `int(text, base)`: blanks around, a sign, Unicode digits, single underscores between digits.
///
/// Base 0 takes the base from a prefix, as in source code; bases 2, 8 and 16 allow their own prefix. A base outside
/// 0 and 2…36 is invalid.
public func pythonInt(_ text: Text, base: Int = 10) -> PythonInteger { text.withBytes { pythonInt($0, base: base) } }

public func pythonInt(_ bytes: UnsafeBufferPointer<UInt8>, base: Int = 10) -> PythonInteger {
    guard base == 0 || (2...36).contains(base), let digits = asciiNumber(bytes) else { return .invalid }
    return digits.withUnsafeBufferPointer { integer($0, base: base) }
}

/// Python's `float(text)`: correctly rounded, underscores between digits, `inf`, `infinity` and `nan` in any case.
/// Nil is `ValueError: could not convert string to float`.
public func pythonFloat(_ text: Text) -> Double? { text.withBytes { pythonFloat($0) } }

public func pythonFloat(_ bytes: UnsafeBufferPointer<UInt8>) -> Double? {
    guard let ascii = asciiNumber(bytes), let plain = withoutUnderscores(ascii) else { return nil }
    return plain.withUnsafeBufferPointer { decimal($0) ?? specialWord($0) }
}

/// The text without blanks around it, Unicode digits made ASCII; nil where another character stands in it.
private func asciiNumber(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count)
    if bytes.allSatisfy({ $0 < 128 }) {
        out.append(contentsOf: bytes)
    } else {
        for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
            guard let byte = asciiByte(scalar) else { return nil }
            out.append(byte)
        }
    }
    guard let first = out.firstIndex(where: { !isBlank($0) }), let last = out.lastIndex(where: { !isBlank($0) }) else { return nil }
    return Array(out[first...last])
}

/// Python's `_PyUnicode_TransformDecimalAndSpaceToASCII`.
private func asciiByte(_ scalar: Unicode.Scalar) -> UInt8? {
    if scalar.isASCII { return UInt8(scalar.value) }
    if scalar.properties.isWhitespace { return 0x20 }
    guard scalar.properties.numericType == .decimal, let value = scalar.properties.numericValue else { return nil }
    return UInt8(ascii: "0") + UInt8(value)
}

/// C's `isspace`: Python trims these from numbers, and not the separators U+001C to U+001F.
private func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }

private func integer(_ bytes: UnsafeBufferPointer<UInt8>, base: Int) -> PythonInteger {
    var cursor = ByteCursor(bytes)
    let negative = cursor.skipSign()
    guard let (base, zeroOnly) = prefixedBase(&cursor, base: base) else { return .invalid }
    return digits(&cursor, base: base, negative: negative, zeroOnly: zeroOnly)
}

/// Takes a base prefix. `zeroOnly`: base 0 met a leading zero, after which only zeros may follow.
private func prefixedBase(_ cursor: inout ByteCursor, base: Int) -> (base: Int, zeroOnly: Bool)? {
    guard cursor.byte == UInt8(ascii: "0") else { return (base == 0 ? 10 : base, false) }
    let at = cursor.position
    let letter = at + 1 < cursor.bytes.count ? lowercased(cursor.bytes[at + 1]) : 0
    let named: Int =
        switch letter {
        case UInt8(ascii: "x"): 16
        case UInt8(ascii: "o"): 8
        case UInt8(ascii: "b"): 2
        default: 0
        }
    guard named != 0, base == 0 || base == named else { return (base == 0 ? 10 : base, base == 0) }
    cursor.advance()
    cursor.advance()
    // One underscore may follow the prefix.
    if cursor.byte == UInt8(ascii: "_") { cursor.advance() }
    return (named, false)
}

private func digits(_ cursor: inout ByteCursor, base: Int, negative: Bool, zeroOnly: Bool) -> PythonInteger {
    let limit: UInt64 = negative ? 1 << 63 : 1 << 63 - 1
    var number: UInt64 = 0
    var tooLarge = false
    var afterDigit = false
    while !cursor.isAtEnd {
        if cursor.byte == UInt8(ascii: "_"), afterDigit {
            afterDigit = false
            cursor.advance()
            continue
        }
        guard let digit = digitValue(cursor.byte), digit < base else { return .invalid }
        let (product, over) = number.multipliedReportingOverflow(by: UInt64(base))
        let (sum, more) = product.addingReportingOverflow(UInt64(digit))
        tooLarge = tooLarge || over || more || sum > limit
        number = tooLarge ? 0 : sum
        if zeroOnly, digit != 0 { return .invalid }
        afterDigit = true
        cursor.advance()
    }
    guard afterDigit else { return .invalid }
    if tooLarge { return .tooLarge }
    return .value(negative ? Int(truncatingIfNeeded: 0 &- number) : Int(truncatingIfNeeded: number))
}

private func digitValue(_ byte: UInt8) -> Int? {
    switch byte {
    case 48...57: Int(byte) - 48
    case 65...90: Int(byte) - 55
    case 97...122: Int(byte) - 87
    default: nil
    }
}

/// Drops the underscores; nil unless each stands between two digits.
private func withoutUnderscores(_ bytes: [UInt8]) -> [UInt8]? {
    guard bytes.contains(UInt8(ascii: "_")) else { return bytes }
    func isDigit(_ at: Int) -> Bool { bytes.indices.contains(at) && (48...57).contains(bytes[at]) }
    for at in bytes.indices where bytes[at] == UInt8(ascii: "_") && !(isDigit(at - 1) && isDigit(at + 1)) { return nil }
    return bytes.filter { $0 != UInt8(ascii: "_") }
}

/// A decimal number in Python's grammar, which has neither hexadecimal floats nor blanks; `strtod` rounds it.
private func decimal(_ bytes: UnsafeBufferPointer<UInt8>) -> Double? {
    var cursor = ByteCursor(bytes)
    _ = cursor.skipSign()
    var digits = countDigits(&cursor)
    if cursor.byte == UInt8(ascii: ".") {
        cursor.advance()
        digits += countDigits(&cursor)
    }
    guard digits > 0 else { return nil }
    if lowercased(cursor.byte) == UInt8(ascii: "e") {
        cursor.advance()
        _ = cursor.skipSign()
        guard countDigits(&cursor) > 0 else { return nil }
    }
    guard cursor.isAtEnd else { return nil }
    return nearestDouble(bytes)
}

private func countDigits(_ cursor: inout ByteCursor) -> Int {
    let start = cursor.position
    while cursor.digit != nil { cursor.advance() }
    return cursor.position - start
}

/// `strtod` over a copy that ends in NUL. The process never leaves the C locale, so the point is a point.
private func nearestDouble(_ bytes: UnsafeBufferPointer<UInt8>) -> Double {
    withUnsafeTemporaryAllocation(of: CChar.self, capacity: bytes.count + 1) { buffer in
        for at in bytes.indices { buffer[at] = CChar(bitPattern: bytes[at]) }
        buffer[bytes.count] = 0
        guard let start = buffer.baseAddress else { return .nan }
        return strtod(start, nil)
    }
}

private func specialWord(_ bytes: UnsafeBufferPointer<UInt8>) -> Double? {
    if let infinity = infinityWord(bytes) { return infinity }
    let signed = bytes.first == UInt8(ascii: "-") || bytes.first == UInt8(ascii: "+")
    let word = UnsafeBufferPointer(rebasing: bytes.dropFirst(signed ? 1 : 0))
    guard isWord(word, "nan") else { return nil }
    return bytes.first == UInt8(ascii: "-") ? -.nan : .nan
}
