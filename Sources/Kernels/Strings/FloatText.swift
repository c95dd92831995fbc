import Glibc
import Values

/// The decimal digits of a finite double: its value is 0.d₁d₂d₃… × 10^`point`.
struct Decimal {
    var digits: [UInt8]
    var point: Int

    /// The fewest digits that read back as `x`.
    init(shortest x: Double) {
        self.init(parsing: x.magnitude.description)
    }

    /// `x` correctly rounded to `count` significant digits, halves to even.
    init(_ x: Double, significant count: Int) {
        self.init(parsing: printed(x.magnitude, precision: count - 1, conversion: "e"))
    }

    private init(parsing text: String) {
        digits = []
        point = 0
        var exponent = 0
        var seenPoint = false
        var bytes = text.utf8.makeIterator()
        while let byte = bytes.next() {
            switch byte {
            case UInt8(ascii: "."): seenPoint = true
            case UInt8(ascii: "e"):
                var rest = ""
                while let more = bytes.next() { rest.unicodeScalars.append(Unicode.Scalar(more)) }
                exponent = Int(rest) ?? 0
            default:
                digits.append(byte)
                if !seenPoint { point += 1 }
            }
        }
        point += exponent
        dropZeros()
    }

    private mutating func dropZeros() {
        let leading = digits.prefix { $0 == UInt8(ascii: "0") }.count
        digits.removeFirst(leading)
        point -= leading
        while digits.last == UInt8(ascii: "0") { digits.removeLast() }
        if digits.isEmpty {
            digits = [UInt8(ascii: "0")]
            point = 1
        }
    }
}

/// What C's `printf` makes of a double, under the C locale: correctly rounded for every precision.
func printed(_ x: Double, precision: Int, conversion: Character, alternate: Bool = false) -> String {
    let format = "%\(alternate ? "#" : "").\(max(precision, 0))\(conversion)"
    return withVaList([x]) { arguments in
        // 309 digits before the point, the precision after it, sign, point, exponent.
        let capacity = max(precision, 0) + 330
        return withUnsafeTemporaryAllocation(of: CChar.self, capacity: capacity) { buffer in
            let written = vsnprintf(buffer.baseAddress, capacity, format, arguments)
            return String(decoding: buffer.prefix(max(0, min(Int(written), capacity - 1))).lazy.map { UInt8(bitPattern: $0) }, as: UTF8.self)
        }
    }
}

extension Decimal {
    /// The digits laid out with a point, or with an exponent of at least two digits; `places` pads with zeros behind the point.
    func layout(exponent: Bool, places: Int = 0, pointAlways: Bool = false, marker: UInt8 = UInt8(ascii: "e")) -> [UInt8] {
        let point = exponent ? 1 : self.point
        var out: [UInt8] = []
        let zero = UInt8(ascii: "0")
        if point <= 0 {
            out.append(zero)
        } else {
            out += digits.prefix(point)
            out += repeatElement(zero, count: max(0, point - digits.count))
        }
        var fraction = [UInt8](repeating: zero, count: max(0, -point)) + digits.dropFirst(max(0, point))
        if fraction.count < places { fraction += repeatElement(zero, count: places - fraction.count) }
        if !fraction.isEmpty || pointAlways { out.append(UInt8(ascii: ".")) }
        out += fraction
        if exponent { out += exponentSuffix(marker) }
        return out
    }

    private func exponentSuffix(_ marker: UInt8) -> [UInt8] {
        let value = point - 1
        let size = String(value.magnitude)
        return [marker, UInt8(ascii: value < 0 ? "-" : "+")] + (size.count < 2 ? [UInt8(ascii: "0")] : []) + Array(size.utf8)
    }
}

extension TextBuilder {
    /// `repr` and `str` of a float: the fewest digits that read back, an exponent from 1e16 and below 1e-4.
    public mutating func append(repr x: Double) {
        if x.isNaN { return append("nan") }
        if x.isInfinite { return append(x < 0 ? "-inf" : "inf") }
        if x.sign == .minus { append(byte: UInt8(ascii: "-")) }
        let size = x.magnitude
        if size < 1e15, let whole = Int(exactly: size) {
            append(decimal: whole)
            return append(".0")
        }
        let decimal = Decimal(shortest: size)
        let exponent = decimal.point <= -4 || decimal.point > 16
        let fraction = exponent ? 0 : 1
        decimal.layout(exponent: exponent, places: fraction).withUnsafeBufferPointer { append($0) }
    }

    public mutating func append(decimal value: Int) {
        if value < 0 { append(byte: UInt8(ascii: "-")) }
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 20) { digits in
            var rest = value.magnitude
            var at = 20
            repeat {
                at -= 1
                digits[at] = UInt8(ascii: "0") + UInt8(rest % 10)
                rest /= 10
            } while rest > 0
            append(UnsafeBufferPointer(rebasing: digits[at...]))
        }
    }
}
