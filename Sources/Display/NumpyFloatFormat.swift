import Kernels

/// numpy's `FloatingFormat`: one notation for all elements, the point in one column, up to eight digits after it.
struct NumpyFloatFormat {
    private static let precision = 8

    private let isScientific: Bool
    /// Digits after the point in scientific notation.
    private var digits = 0
    private var exponentWidth = 0
    private var left = 0
    private var right = 0

    init(_ values: [Double]) {
        let finite = values.filter(\.isFinite)
        isScientific = NumpyFloatFormat.needsExponent(finite)
        for value in finite { if isScientific { measureScientific(value) } else { measurePlain(value) } }
        if isScientific, !finite.isEmpty { right = exponentWidth + 2 + digits }
        guard finite.count < values.count else { return }
        let hasNegativeInfinity = values.contains(-.infinity)
        left = max(left, 3 - (right + 1), 3 + (hasNegativeInfinity ? 1 : 0) - (right + 1))
    }

    func texts(_ values: [Double]) -> [String] { values.map(text) }

    /// Large, small or very different sizes ask for exponents.
    private static func needsExponent(_ finite: [Double]) -> Bool {
        let sizes = finite.map(\.magnitude).filter { $0 != 0 }
        guard let largest = sizes.max(), let smallest = sizes.min() else { return false }
        return largest >= 1e8 || smallest < 0.0001 || largest / smallest > 1000
    }

    private mutating func measureScientific(_ value: Double) {
        let (mantissa, exponent) = split(NumpyFloatFormat.shortScientific(value))
        let parts = mantissa.split(separator: ".", omittingEmptySubsequences: false)
        left = max(left, parts[0].count)
        digits = max(digits, parts.count > 1 ? parts[1].count - trailingZeros(parts[1]) : 0)
        exponentWidth = max(exponentWidth, exponent.count - 1)
    }

    private mutating func measurePlain(_ value: Double) {
        let parts = NumpyFloatFormat.shortPlain(value).split(separator: ".", omittingEmptySubsequences: false)
        left = max(left, parts[0].count)
        right = max(right, parts[1].count)
    }

    private func text(_ value: Double) -> String {
        guard value.isFinite else { return fixed(value, 0).rightJustified(left + right + 1) }
        return isScientific ? scientificText(value) : plainText(value)
    }

    private func plainText(_ value: Double) -> String {
        let text = NumpyFloatFormat.shortPlain(value)
        let whole = text.prefix { $0 != "." }.count
        return (blanks(left - whole) + text).leftJustified(left + 1 + right)
    }

    private func scientificText(_ value: Double) -> String {
        let (mantissa, exponent) = split(scientific(value, digits))
        let sign = exponent.prefix(1)
        let size = exponent.dropFirst()
        let point = digits == 0 ? "." : ""
        let whole = mantissa.prefix { $0 != "." }.count
        return blanks(left - whole) + mantissa + point + "e" + sign + String(repeating: "0", count: max(0, exponentWidth - size.count)) + size
    }

    private func split(_ text: String) -> (mantissa: String, exponent: Substring) {
        let mark = text.firstIndex(of: "e") ?? text.endIndex
        return (String(text[..<mark]), text[mark...].dropFirst())
    }

    /// The shortest digits, at most eight after the point, no zeros at the end: `1.`, `0.5`.
    private static func shortPlain(_ value: Double) -> String {
        let shortest = Decimal(shortest: value)
        guard shortest.fractionCount <= precision else { return trimmed(fixed(value, precision)) }
        let sign = value.sign == .minus ? "-" : ""
        return trimmed(sign + String(decoding: shortest.layout(exponent: false, places: 1), as: UTF8.self))
    }

    private static func shortScientific(_ value: Double) -> String {
        let count = Decimal(shortest: value).digits.count - 1
        return scientific(value, min(count, precision))
    }

    private func trailingZeros(_ text: Substring) -> Int { text.reversed().prefix { $0 == "0" }.count }

    private static func trimmed(_ text: String) -> String {
        var text = text
        while text.hasSuffix("0") { text.removeLast() }
        return text
    }
}
