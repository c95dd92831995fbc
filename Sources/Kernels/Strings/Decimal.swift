import Glibc

/// The decimal digits of a finite double: its value is 0.d₁d₂d₃… × 10^`point`.
public struct Decimal {
    public private(set) var digits: [UInt8] = []
    public private(set) var point = 0

    /// The fewest digits that read back as `x`.
    public init(shortest x: Double) {
        var text = x.magnitude.description
        self = text.withUTF8 { Decimal(parsing: $0) }
    }

    /// `x` correctly rounded to `count` significant digits, halves to even.
    init(_ x: Double, significant count: Int) {
        var text = printed(x.magnitude, precision: count - 1, conversion: "e")
        self = text.withUTF8 { Decimal(parsing: $0) }
    }

    /// Digits after the point in positional notation.
    public var fractionCount: Int { max(0, digits.count - point) }

    /// Digits, perhaps a point, perhaps an exponent; a sign is passed over.
    init(parsing text: UnsafeBufferPointer<UInt8>) {
        let end = text.firstIndex(of: UInt8(ascii: "e")) ?? text.count
        var seenPoint = false
        for byte in text[..<end] {
            switch byte {
            case UInt8(ascii: "-"): continue
            case UInt8(ascii: "."): seenPoint = true
            default:
                digits.append(byte)
                if !seenPoint { point += 1 }
            }
        }
        point += Decimal.exponent(text[end...])
        dropZeros()
    }

    /// The number in `e-05`; 0 where there is none.
    private static func exponent(_ text: Slice<UnsafeBufferPointer<UInt8>>) -> Int {
        let size = text.reduce(0) { ASCII.isDigit($1) ? $0 * 10 + Int($1 - UInt8(ascii: "0")) : $0 }
        return text.contains(UInt8(ascii: "-")) ? -size : size
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

extension Decimal {
    /// The digits laid out with a point, or with an exponent of at least two digits; `places` pads with zeros behind the point.
    public func layout(exponent: Bool, places: Int = 0, pointAlways: Bool = false, marker: UInt8 = UInt8(ascii: "e")) -> [UInt8] {
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

/// What C's `printf` makes of a double, under the C locale: correctly rounded for every precision.
public func printed(_ x: Double, precision: Int, conversion: Character, alternate: Bool = false) -> String {
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
