import Diagnostics
import Values

/// A number's parts, before alignment and grouping.
struct NumberLayout {
    /// `-`, `+`, a blank, or nothing.
    var sign: String
    /// `0x` and its like.
    var prefix = ""
    /// The digits that grouping applies to: the whole part.
    var digits: [UInt8]
    /// The point, the fraction, the exponent, the per cent sign.
    var rest: [UInt8] = []

    /// Splits the leading digits of printed digits from what follows them.
    init(sign: String, printed: some Collection<UInt8>) {
        self.sign = sign
        digits = Array(printed.prefix(while: ASCII.isDigit))
        rest = Array(printed.dropFirst(digits.count))
    }

    init(sign: String, prefix: String, digits: [UInt8]) {
        self.sign = sign
        self.prefix = prefix
        self.digits = digits
    }

    /// The sign that a specification asks for.
    static func sign(negative: Bool, _ wanted: Unicode.Scalar?) -> String {
        if negative { return "-" }
        switch wanted {
        case "+": return "+"
        case " ": return " "
        default: return ""
        }
    }

    /// The parts in order, filled up to the width.
    func laid(_ spec: FormatSpec) -> Text {
        let align = spec.align ?? ">"
        let fixed = sign.utf8.count + prefix.utf8.count + rest.count
        // Zeros between sign and digits are grouped like digits.
        let least = spec.fill == "0" && align == "=" ? spec.width - fixed : 0
        let body = digits.isEmpty ? [] : grouped(spec, least: least)
        let missing = max(0, spec.width - fixed - body.count)
        let left = align == ">" ? missing : align == "^" ? missing / 2 : 0
        let inner = align == "=" ? missing : 0
        return Text.written(bytes: spec.width + fixed) { out in
            out.append(spec.fill, times: left)
            out.append(sign)
            out.append(prefix)
            out.append(spec.fill, times: inner)
            body.withUnsafeBufferPointer { out.append($0) }
            rest.withUnsafeBufferPointer { out.append($0) }
            out.append(spec.fill, times: missing - left - inner)
        }
    }

    /// Digits in groups from the right, with leading zeros up to at least `least` characters.
    private func grouped(_ spec: FormatSpec, least: Int) -> [UInt8] {
        let zero = UInt8(ascii: "0")
        guard let mark = spec.grouping else {
            return [UInt8](repeating: zero, count: max(0, least - digits.count)) + digits
        }
        let size = NumberLayout.groupSize(spec.type)
        var backwards: [UInt8] = []
        var left = digits[...]
        var wanted = least
        while true {
            let length = min(size, max(left.count, wanted, 1))
            for _ in 0..<length { backwards.append(left.popLast() ?? zero) }
            wanted -= length
            if left.isEmpty && wanted <= 0 { break }
            backwards.append(UInt8(ascii: mark))
            wanted -= 1
        }
        return backwards.reversed()
    }

    private static func groupSize(_ type: Unicode.Scalar?) -> Int {
        switch type {
        case "b", "o", "x", "X": 4
        default: 3
        }
    }
}

extension TextBuilder {
    mutating func append(_ fill: Unicode.Scalar, times: Int) {
        for _ in 0..<max(0, times) { append(fill) }
    }
}
