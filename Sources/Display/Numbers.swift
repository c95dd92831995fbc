#if canImport(Glibc)
    import Glibc
#endif

/// Python's `repr(float)`: the shortest digits that read back, an exponent below 1e-4 and from 1e16.
func pythonFloat(_ value: Double) -> String {
    if value.isNaN { return "nan" }
    if value.isInfinite { return value < 0 ? "-inf" : "inf" }
    let parts = ShortestDigits(value)
    let sign = value.sign == .minus ? "-" : ""
    return sign + (parts.point > 16 || parts.point < -3 ? parts.scientific : parts.positional)
}

/// The shortest decimal digits that name a double: 0.`digits` × 10^`point`.
struct ShortestDigits {
    var digits: [Character]
    var point: Int

    init(_ value: Double) {
        let text = value.magnitude.description
        let mark = text.firstIndex { $0 == "e" } ?? text.endIndex
        let mantissa = text[..<mark]
        let exponent = mark == text.endIndex ? 0 : Int(text[text.index(after: mark)...]) ?? 0
        let whole = mantissa.prefix { $0 != "." }
        digits = mantissa.filter { $0 != "." }
        point = whole.count + exponent
        trim()
    }

    private mutating func trim() {
        let leading = digits.prefix { $0 == "0" }.count
        digits.removeFirst(leading)
        point -= leading
        while digits.last == "0" { digits.removeLast() }
        if digits.isEmpty {
            digits = ["0"]
            point = 1
        }
    }

    /// At least one digit after the point.
    var positional: String {
        if point <= 0 { return "0." + String(repeating: "0", count: -point) + String(digits) }
        if digits.count <= point { return String(digits) + String(repeating: "0", count: point - digits.count) + ".0" }
        return String(digits[..<point]) + "." + String(digits[point...])
    }

    var scientific: String {
        let rest = digits.count > 1 ? "." + String(digits[1...]) : ""
        let size = abs(point - 1)
        return String(digits[0]) + rest + (point < 1 ? "e-" : "e+") + (size < 10 ? "0" : "") + String(size)
    }

    /// Digits after the decimal point in positional notation.
    var fractionCount: Int { max(0, digits.count - point) }
}

/// Python's `f"{value:.{digits}f}"`, correctly rounded.
func fixed(_ value: Double, _ digits: Int) -> String { formatted("%.*f", value, digits) }

/// Python's `f"{value:.{digits}e}"`.
func scientific(_ value: Double, _ digits: Int) -> String { formatted("%.*e", value, digits) }

private func formatted(_ format: String, _ value: Double, _ digits: Int) -> String {
    if value.isNaN { return "nan" }
    if value.isInfinite { return value < 0 ? "-inf" : "inf" }
    // The largest double has 309 digits before its point.
    return withUnsafeTemporaryAllocation(of: CChar.self, capacity: 340 + digits) { buffer in
        guard let start = buffer.baseAddress else { return "" }
        let count = withVaList([Int32(digits), value]) { vsnprintf(start, buffer.count, format, $0) }
        return String(decoding: UnsafeRawBufferPointer(start: start, count: max(0, Int(count))), as: UTF8.self)
    }
}
