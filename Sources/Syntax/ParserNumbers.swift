import Diagnostics

extension Parser {
    /// A number token.
    mutating func number() throws(Stop) -> Expression {
        let span = advance().span
        let digits = bytes[span.start..<span.end].filter { $0 != UInt8(ascii: "_") }
        let text = String(decoding: digits, as: UTF8.self)
        if digits.count > 2, digits[digits.startIndex] == UInt8(ascii: "0"), let radix = Parser.radix(digits[digits.startIndex + 1]) {
            return Expression(.literal(try integer(digits.dropFirst(2), radix: radix, span)), span)
        }
        guard text.utf8.contains(where: { $0 == UInt8(ascii: ".") || $0 | 32 == UInt8(ascii: "e") }) else { return try integer(text, span) }
        guard let value = Double(text) else { throw fail(.invalidNumber, "'\(text)' is no number", span) }
        return Expression(.literal(.float(value)), span)
    }

    private static func radix(_ letter: UInt8) -> Int? {
        switch letter | 32 {
        case UInt8(ascii: "x"): 16
        case UInt8(ascii: "o"): 8
        case UInt8(ascii: "b"): 2
        default: nil
        }
    }

    private mutating func integer(_ text: String, _ span: Span) throws(Stop) -> Expression {
        if text.utf8.count > 1, text.utf8.first == UInt8(ascii: "0"), text.utf8.contains(where: { $0 != UInt8(ascii: "0") }) {
            throw fail(.invalidNumber, "leading zeros in decimal integer literals are not permitted", span, helps: ["remove the zeros, or quote the number"])
        }
        guard text.utf8.count <= SyntaxLimits.digits else { throw tooManyDigits(span) }
        return Expression(.literal(Int(text).map(Literal.int) ?? .bigInt(text)), span)
    }

    private mutating func tooManyDigits(_ span: Span) -> Stop {
        fail(.invalidNumber, "an integer may have at most \(SyntaxLimits.digits) digits", span)
    }

    /// Digits of another base; beyond 64 bits multiplied out by hand, nine decimal digits a limb.
    private mutating func integer(_ digits: ArraySlice<UInt8>, radix: Int, _ span: Span) throws(Stop) -> Literal {
        if let value = Int(String(decoding: digits, as: UTF8.self), radix: radix) { return .int(value) }
        guard digits.count <= SyntaxLimits.digits else { throw tooManyDigits(span) }
        var limbs: [Int] = []
        for digit in digits {
            var carry = digit < 58 ? Int(digit) - 48 : Int(digit | 32) - 87
            for place in limbs.indices {
                let sum = limbs[place] * radix + carry
                limbs[place] = sum % 1_000_000_000
                carry = sum / 1_000_000_000
            }
            if carry > 0 { limbs.append(carry) }
        }
        let parts = limbs.reversed().map(String.init)
        let padded = parts.dropFirst().map { String(repeating: "0", count: 9 - $0.utf8.count) + $0 }
        return .bigInt((parts.first ?? "0") + padded.joined())
    }
}
