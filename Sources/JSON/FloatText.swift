/// Writes a finite double as Python's `repr` does: the shortest digits that read back, an exponent below 1e-4 and from 1e16.
///
/// Swift finds the same digits but lays them out differently.
func appendPythonFloat(_ value: Double, to out: inout [UInt8]) {
    if value.magnitude < 1e15, let whole = Int(exactly: value), whole != 0 || value.sign == .plus {
        appendInteger(whole, to: &out)
        out.append(UInt8(ascii: "."))
        out.append(UInt8(ascii: "0"))
        return
    }
    var text = value.description
    text.withUTF8 { layOut($0, to: &out) }
}

/// Digits and decimal point of Swift's text, once more as Python lays them out.
private func layOut(_ text: UnsafeBufferPointer<UInt8>, to out: inout [UInt8]) {
    let size = text.count
    // Swift and Python agree on plain notation between these bounds.
    let mark = text.firstIndex(of: UInt8(ascii: "e"))
    if mark == nil, !needsExponent(text) {
        out.append(contentsOf: text)
        return
    }
    var digits: [UInt8] = []
    var point = 0
    var seenPoint = false
    for byte in text[..<(mark ?? size)] {
        switch byte {
        case UInt8(ascii: "-"): out.append(byte)
        case UInt8(ascii: "."): seenPoint = true
        default:
            digits.append(byte)
            if !seenPoint { point += 1 }
        }
    }
    point += mark.map { exponent(text[($0 + 1)...]) } ?? 0
    trim(&digits, &point)
    if point > 16 || point < -3 { appendScientific(digits, point - 1, to: &out) } else { appendPlain(digits, point, to: &out) }
}

/// Without an exponent Swift's text may still be one that Python writes with one: sixteen digits or more before the point.
private func needsExponent(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    (text.firstIndex(of: UInt8(ascii: ".")) ?? text.count) > 16
}

private func exponent(_ text: Slice<UnsafeBufferPointer<UInt8>>) -> Int {
    var size = 0
    for byte in text where byte >= UInt8(ascii: "0") { size = size * 10 + Int(byte - UInt8(ascii: "0")) }
    return text.first == UInt8(ascii: "-") ? -size : size
}

/// Drops zeros that carry no information at both ends.
private func trim(_ digits: inout [UInt8], _ point: inout Int) {
    let leading = digits.prefix { $0 == UInt8(ascii: "0") }.count
    digits.removeFirst(leading)
    point -= leading
    while digits.last == UInt8(ascii: "0") { digits.removeLast() }
    if digits.isEmpty {
        digits = [UInt8(ascii: "0")]
        point = 1
    }
}

private func appendScientific(_ digits: [UInt8], _ exponent: Int, to out: inout [UInt8]) {
    out.append(digits[0])
    if digits.count > 1 {
        out.append(UInt8(ascii: "."))
        out.append(contentsOf: digits.dropFirst())
    }
    out.append(UInt8(ascii: "e"))
    out.append(exponent < 0 ? UInt8(ascii: "-") : UInt8(ascii: "+"))
    if abs(exponent) < 10 { out.append(UInt8(ascii: "0")) }
    appendInteger(abs(exponent), to: &out)
}

private func appendPlain(_ digits: [UInt8], _ point: Int, to out: inout [UInt8]) {
    let zero = UInt8(ascii: "0")
    if point <= 0 {
        out.append(contentsOf: [zero, UInt8(ascii: ".")])
        out.append(contentsOf: repeatElement(zero, count: -point))
        out.append(contentsOf: digits)
        return
    }
    out.append(contentsOf: digits.prefix(point))
    out.append(contentsOf: repeatElement(zero, count: max(0, point - digits.count)))
    out.append(UInt8(ascii: "."))
    if digits.count > point { out.append(contentsOf: digits.dropFirst(point)) } else { out.append(zero) }
}

func appendInteger(_ value: Int, to out: inout [UInt8]) {
    if value >= 0, value < 10 {
        out.append(UInt8(ascii: "0") + UInt8(value))
        return
    }
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 20) { buffer in
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
        out.append(contentsOf: UnsafeBufferPointer(rebasing: buffer[at...]))
    }
}
