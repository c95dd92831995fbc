import Kernels
import Values

/// Numbers in texts, by the patterns that queries read them with (`KeyPattern` has them as regular expressions).
enum CellNumber {
    private static let blanks: Set<String> = ["", "-", "none", "n / a", "n/a", "tba", "—", "–", "?"]

    /// A cell that says that there is nothing.
    static func isBlank(_ text: Text) -> Bool { text.count <= 5 && blanks.contains(text.string) }

    /// `^-?[0-9,]*\.?[0-9]+$` without its commas.
    static func grouped(_ text: Text) -> Double? {
        text.withBytes { bytes in
            let digits = bytes.filter { $0 != UInt8(ascii: ",") }
            guard digits.allSatisfy({ isDigit($0) || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "-") }) else { return nil }
            return number(digits[...])
        }
    }

    /// `^[^0-9+-]{0,4}([+-]?\s?[0-9][0-9,]*\.?[0-9]*)`
    static func leading(_ text: Text) -> Double? {
        text.withBytes { bytes in
            var at = 0
            var skipped = 0
            while at < bytes.count, skipped < 4, !isDigit(bytes[at]), !isSign(bytes[at]) {
                at += bytes[at] < 128 ? 1 : bytes[at] < 0xE0 ? 2 : bytes[at] < 0xF0 ? 3 : 4
                skipped += 1
            }
            return signed(bytes, at)
        }
    }

    /// `([0-9]+)`
    static func firstDigits(_ text: Text) -> Double? {
        text.withBytes { bytes in
            guard let start = bytes.firstIndex(where: isDigit) else { return nil }
            return number(bytes[start...].prefix(while: isDigit).filter { _ in true }[...])
        }
    }

    private static func signed(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> Double? {
        var at = start
        let isNegative = at < bytes.count && bytes[at] == UInt8(ascii: "-")
        if at < bytes.count, isSign(bytes[at]) { at += 1 }
        if at < bytes.count, bytes[at] == UInt8(ascii: " ") { at += 1 }
        return unsigned(bytes, at).map { isNegative ? -$0 : $0 }
    }

    /// `[0-9][0-9,]*\.?[0-9]*`
    private static func unsigned(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> Double? {
        guard start < bytes.count, isDigit(bytes[start]) else { return nil }
        var end = start
        while end < bytes.count, isDigit(bytes[end]) || bytes[end] == UInt8(ascii: ",") { end += 1 }
        if end < bytes.count, bytes[end] == UInt8(ascii: ".") { end += 1 }
        while end < bytes.count, bytes[end - 1] != UInt8(ascii: ","), isDigit(bytes[end]) { end += 1 }
        return number(bytes[start..<end].filter { $0 != UInt8(ascii: ",") }[...])
    }

    /// `([0-9][0-9,]*\.?[0-9]*)\)?\s*$`, after a blank or a parenthesis.
    static func trailing(_ text: Text) -> Double? {
        text.withBytes { bytes in
            var end = bytes.count
            while end > 0, bytes[end - 1] == UInt8(ascii: " ") { end -= 1 }
            if end > 0, bytes[end - 1] == UInt8(ascii: ")") { end -= 1 }
            var start = end
            while start > 0, isDigit(bytes[start - 1]) || bytes[start - 1] == UInt8(ascii: ",") || bytes[start - 1] == UInt8(ascii: ".") { start -= 1 }
            guard start < end, start > 0, bytes[start - 1] == UInt8(ascii: " ") || bytes[start - 1] == UInt8(ascii: "("), isDigit(bytes[start]) else { return nil }
            return number(bytes[start..<end].filter { $0 != UInt8(ascii: ",") }[...])
        }
    }

    /// The first four digits in a row.
    static func year(_ text: Text) -> Double? {
        text.withBytes { bytes in
            var run = 0
            for at in bytes.indices {
                run = isDigit(bytes[at]) ? run + 1 : 0
                if run == 4 { return number(bytes[(at - 3)...at].filter { _ in true }[...]) }
            }
            return nil
        }
    }

    /// Seconds of `1:23.45` (two parts) or `1:02:03` (three).
    static func clock(_ text: Text, parts: Int) -> Double? {
        text.withBytes { bytes in
            let fields = bytes.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
            guard fields.count == parts, let last = fields.last, last.count >= 2, last.dropFirst(2).first ?? UInt8(ascii: ".") == UInt8(ascii: ".") else { return nil }
            let numbers = fields.compactMap { $0.first.map(isDigit) ?? false ? number(Array($0)[...]) : nil }
            guard numbers.count == parts, numbers.dropFirst(parts - 2).allSatisfy({ $0 < 60 }), fields.dropLast().allSatisfy({ (1...2).contains($0.count) }) else { return nil }
            return numbers.reduce(0) { $0 * 60 + $1 }
        }
    }

    private static func isSign(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "-") || byte == UInt8(ascii: "+") }

    private static func number(_ digits: ArraySlice<UInt8>) -> Double? {
        guard digits.contains(where: isDigit), digits.count <= 24 else { return nil }
        return Double(String(decoding: digits, as: UTF8.self))
    }
}
