import Diagnostics

extension Lexer {
    // MARK: Numbers

    mutating func readNumber() {
        let start = at
        if byte() == UInt8(ascii: "0"), let digits = radixDigits(byte(1) | 32) {
            at += 2
            let first = at
            while at < limit, digits(byte()) || byte() == UInt8(ascii: "_") && digits(byte(1)) { at += 1 }
            if at == first { return report(.invalidNumber, "a number in another base needs digits", start, at) }
        } else {
            readDecimal()
        }
        if byte() | 32 == UInt8(ascii: "j") {
            at += 1
            return report(.unsupportedSyntax, "complex numbers are not supported", start, at)
        }
        append(.number, start)
    }

    private func radixDigits(_ letter: UInt8) -> ((UInt8) -> Bool)? {
        switch letter {
        case UInt8(ascii: "x"): { $0 &- 48 < 10 || ($0 | 32) &- 97 < 6 }
        case UInt8(ascii: "o"): { $0 &- 48 < 8 }
        case UInt8(ascii: "b"): { $0 &- 48 < 2 }
        default: nil
        }
    }

    private mutating func readDecimal() {
        readDigits()
        if byte() == UInt8(ascii: ".") {
            at += 1
            readDigits()
        }
        guard byte() | 32 == UInt8(ascii: "e") else { return }
        let sign = byte(1) == UInt8(ascii: "+") || byte(1) == UInt8(ascii: "-") ? 1 : 0
        guard isDigit(byte(1 + sign)) else { return }
        at += 1 + sign
        readDigits()
    }

    private mutating func readDigits() {
        while at < limit, isDigit(byte()) || byte() == UInt8(ascii: "_") && isDigit(byte(1)) { at += 1 }
    }

    // MARK: Strings

    /// `start` is where the prefix begins; the quote is at `at`.
    mutating func readString(_ start: Int) {
        let quote = byte()
        let isLong = byte(1) == quote && byte(2) == quote
        at += isLong ? 3 : 1
        while at < limit {
            let next = byte()
            if next == UInt8(ascii: "\\") {
                at = min(at + (byte(1) == UInt8(ascii: "\r") && byte(2) == UInt8(ascii: "\n") ? 3 : 2), limit)
            } else if next == quote, !isLong || byte(1) == quote && byte(2) == quote {
                at += isLong ? 3 : 1
                return append(.string, start)
            } else if next == UInt8(ascii: "\n") || next == UInt8(ascii: "\r"), !isLong {
                break
            } else {
                at += 1
            }
        }
        report(.unterminatedString, "unterminated \(isLong ? "triple-quoted " : "")string literal", start, at)
    }
}
