import Values

#if canImport(Glibc)
    import Glibc
#endif

extension Parser {
    /// A number: an integer that fits 64 bits, or a finite double rounded as IEEE 754 asks. Others are refused, not bent.
    mutating func number() throws(Fault) -> JSONValue {
        let start = position
        let negative = base[position] == UInt8(ascii: "-")
        if negative { position += 1 }
        let whole = try wholePart(start)
        var digits = whole
        var scale = 0
        var isInteger = true
        if position < end, base[position] == UInt8(ascii: ".") {
            isInteger = false
            scale = try fraction(start, &digits)
        }
        if position < end, base[position] | 0x20 == UInt8(ascii: "e") {
            isInteger = false
            scale += try exponent(start)
        }
        if isInteger { return .int(try digits.integer(negative: negative, start)) }
        if let exact = digits.double(negative: negative, scale: scale) { return .double(exact) }
        return .double(try slowDouble(start))
    }

    private mutating func wholePart(_ start: Int) throws(Fault) -> Digits {
        guard position < end else { throw Fault(.endOfInput, end) }
        var digits = Digits()
        if base[position] == UInt8(ascii: "0") {
            position += 1
            guard position >= end || !isDigit(base[position]) else { throw Fault(.invalidNumber, start) }
            return digits
        }
        try run(start, &digits)
        return digits
    }

    /// At least one digit.
    private mutating func run(_ start: Int, _ digits: inout Digits) throws(Fault) {
        guard position < end else { throw Fault(.endOfInput, end) }
        guard isDigit(base[position]) else { throw Fault(.invalidNumber, start) }
        while position < end, isDigit(base[position]) {
            digits.append(base[position] - UInt8(ascii: "0"))
            position += 1
        }
    }

    /// Gives the power of ten that the digits after the point bring.
    private mutating func fraction(_ start: Int, _ digits: inout Digits) throws(Fault) -> Int {
        position += 1
        let from = position
        try run(start, &digits)
        return from - position
    }

    private mutating func exponent(_ start: Int) throws(Fault) -> Int {
        position += 1
        guard position < end else { throw Fault(.endOfInput, end) }
        let sign = base[position]
        if sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") { position += 1 }
        var digits = Digits()
        try run(start, &digits)
        let size = digits.overflow ? 1_000_000 : Int(min(digits.value, 1_000_000))
        return sign == UInt8(ascii: "-") ? -size : size
    }

    /// The token once more through the C library, which rounds correctly however many digits there are.
    private func slowDouble(_ start: Int) throws(Fault) -> Double {
        let count = position - start
        let value = withUnsafeTemporaryAllocation(of: CChar.self, capacity: count + 1) { buffer in
            for offset in 0..<count { buffer[offset] = CChar(bitPattern: base[start + offset]) }
            buffer[count] = 0
            return buffer.baseAddress.map { strtod($0, nil) } ?? .nan
        }
        guard value.isFinite else { throw Fault(.numberRange, start) }
        return value
    }
}

@inline(__always) private func isDigit(_ byte: UInt8) -> Bool { byte &- UInt8(ascii: "0") < 10 }

/// Decimal digits gathered into one integer.
private struct Digits {
    var value: UInt64 = 0
    var overflow = false

    @inline(__always) mutating func append(_ digit: UInt8) {
        let (tens, over) = value.multipliedReportingOverflow(by: 10)
        let (sum, carry) = tens.addingReportingOverflow(UInt64(digit))
        value = sum
        overflow = overflow || over || carry
    }

    func integer(negative: Bool, _ start: Int) throws(Fault) -> Int {
        guard !overflow, value <= UInt64(Int.max) + (negative ? 1 : 0) else { throw Fault(.numberRange, start) }
        return negative ? Int(truncatingIfNeeded: 0 &- value) : Int(value)
    }

    /// Exact where both the digits and the power of ten are exact doubles; nil otherwise.
    func double(negative: Bool, scale: Int) -> Double? {
        guard !overflow, value <= 1 << 53, (-22...22).contains(scale) else { return nil }
        let size = scale < 0 ? Double(value) / powersOfTen[-scale] : Double(value) * powersOfTen[scale]
        return negative ? -size : size
    }
}

private let powersOfTen: [Double] = [
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22,
]
