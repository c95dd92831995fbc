import Kernels
import Values

/// A number of an answer, as Python holds it: an integer of any size, or a float that is not near one.
public enum AnswerNumber: Hashable, Sendable {
    /// The decimal digits, with a minus where it is negative.
    case integer(String)
    case fraction(Double)

    /// How near two numbers are when they are the same, and a float and an integer when the float is cut.
    static let tolerance = 1e-6
    /// The most digits that Python's `int` reads.
    private static let mostDigits = 4300

    /// A text that Python's `int`, else its `float`, reads as a finite number.
    init?(_ text: String) {
        if let digits = AnswerNumber.digits(text) {
            self = .integer(digits)
        } else if let number = pythonFloat(Text(text)), number.isFinite {
            self.init(number)
        } else {
            return nil
        }
    }

    /// A float within 1e-6 of an integer is cut at the point, as Python's `int` cuts it: 2.9999999 is 2.
    private init(_ number: Double) {
        let isNearInteger = abs(number - number.rounded(.toNearestOrEven)) < AnswerNumber.tolerance
        self = isNearInteger ? .integer(decimalDigits(of: number.rounded(.towardZero))) : .fraction(number)
    }

    func matches(_ other: AnswerNumber) -> Bool {
        switch (self, other) {
        case (.integer(let own), .integer(let their)): own == their
        case (.fraction(let own), .fraction(let their)): abs(own - their) < AnswerNumber.tolerance
        case (.integer, .fraction), (.fraction, .integer): false
        }
    }

    /// Python's `str` of the number.
    var text: String {
        switch self {
        case .integer(let digits): digits
        case .fraction(let number): Text.written { $0.append(repr: number) }.string
        }
    }

    /// The digits of a text that Python's `int` reads; nil where it does not.
    static func digits(_ text: String) -> String? {
        switch pythonInt(Text(text)) {
        case .value(let number): return String(number)
        case .tooLarge: return manyDigits(text)
        case .invalid: return nil
        }
    }

    private static func manyDigits(_ text: String) -> String? {
        let digits = text.unicodeScalars.compactMap { $0.properties.numericType == .decimal ? $0.properties.numericValue : nil }
        guard digits.count <= mostDigits else { return nil }
        return (text.contains("-") ? "-" : "") + digits.drop { $0 == 0 }.map { String(Int($0)) }.joined()
    }
}

/// The digits of a whole number, all of them: 1e22 is 10000000000000000000000.
private func decimalDigits(of number: Double) -> String {
    if let small = Int(exactly: number) { return String(small) }
    var digits = String(number.significandBitPattern | 1 << 52).utf8.reversed().map { $0 - UInt8(ascii: "0") }
    for _ in 0..<(Int(number.exponent) - 52) { double(&digits) }
    return (number < 0 ? "-" : "") + digits.reversed().map { String($0) }.joined()
}

/// Twice a number written from its last digit on.
private func double(_ digits: inout [UInt8]) {
    var carry: UInt8 = 0
    for at in digits.indices {
        let twice = digits[at] * 2 + carry
        digits[at] = twice % 10
        carry = twice / 10
    }
    if carry > 0 { digits.append(carry) }
}
