import Values

/// Calls `body` with Python's `repr` of a float: the fewest digits that read back, an exponent from 1e16 and below 1e-4.
///
/// Swift finds the same digits but lays them out differently.
func withFloatText(_ x: Double, _ body: (UnsafeBufferPointer<UInt8>) -> Void) {
    if x.isNaN { return emit("nan", body) }
    if x.isInfinite { return emit(x < 0 ? "-inf" : "inf", body) }
    if x.magnitude < 1e15, let whole = Int(exactly: x), whole != 0 || x.sign == .plus {
        return withDecimalText(whole, suffix: ".0", body)
    }
    var text = x.description
    text.withUTF8 { layOut($0, body) }
}

/// Calls `body` with the decimal digits of an integer and what follows them.
func withDecimalText(_ value: Int, suffix: StaticString = "", _ body: (UnsafeBufferPointer<UInt8>) -> Void) {
    let size = 20 + suffix.utf8CodeUnitCount
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: size) { buffer in
        for at in 0..<suffix.utf8CodeUnitCount { buffer[20 + at] = suffix.utf8Start[at] }
        var rest = value.magnitude
        var at = 20
        repeat {
            at -= 1
            buffer[at] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
            rest /= 10
        } while rest > 0
        if value < 0 {
            at -= 1
            buffer[at] = UInt8(ascii: "-")
        }
        body(UnsafeBufferPointer(rebasing: buffer[at..<size]))
    }
}

private func emit(_ word: StaticString, _ body: (UnsafeBufferPointer<UInt8>) -> Void) {
    body(UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount))
}

/// Swift's text of a finite number as Python lays it out; the two agree on plain notation up to sixteen digits before the point.
private func layOut(_ text: UnsafeBufferPointer<UInt8>, _ body: (UnsafeBufferPointer<UInt8>) -> Void) {
    let isPlain = !text.contains(UInt8(ascii: "e")) && (text.firstIndex(of: UInt8(ascii: ".")) ?? text.count) <= 16
    if isPlain { return body(text) }
    let decimal = Decimal(parsing: text)
    let exponent = decimal.point > 16 || decimal.point < -3
    let digits = decimal.layout(exponent: exponent, places: exponent ? 0 : 1)
    let sign: [UInt8] = text.first == UInt8(ascii: "-") ? [UInt8(ascii: "-")] : []
    (sign + digits).withUnsafeBufferPointer(body)
}

extension TextBuilder {
    /// `repr` and `str` of a float.
    public mutating func append(repr x: Double) { withFloatText(x) { append($0) } }

    public mutating func append(decimal value: Int) { withDecimalText(value) { append($0) } }
}

extension [UInt8] {
    /// `repr` and `str` of a float.
    public mutating func append(repr x: Double) { withFloatText(x) { append(contentsOf: $0) } }

    public mutating func append(decimal value: Int) { withDecimalText(value) { append(contentsOf: $0) } }
}
