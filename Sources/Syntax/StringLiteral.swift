import Diagnostics

/// One string token: its prefix, its quotes and what stands between them.
struct StringLiteral {
    let bytes: [UInt8]
    let span: Span
    let isRaw: Bool
    let isBytes: Bool
    let isFormatted: Bool
    /// The byte range between the quotes.
    let content: Range<Int>

    init(_ bytes: [UInt8], _ span: Span) {
        self.bytes = bytes
        self.span = span
        var at = span.start
        var prefix: Set<UInt8> = []
        while bytes[at] != UInt8(ascii: "'"), bytes[at] != UInt8(ascii: "\"") {
            prefix.insert(bytes[at] | 32)
            at += 1
        }
        isRaw = prefix.contains(UInt8(ascii: "r"))
        isBytes = prefix.contains(UInt8(ascii: "b"))
        isFormatted = prefix.contains(UInt8(ascii: "f"))
        let isLong = span.end - at >= 6 && bytes[at + 1] == bytes[at] && bytes[at + 2] == bytes[at]
        let width = isLong ? 3 : 1
        content = at + width..<span.end - width
    }

    /// The text of a part of the content, escapes resolved unless the literal is raw.
    func decode(_ range: Range<Int>) -> Result<String, Diagnostic> {
        let part = bytes[range]
        guard part.contains(UInt8(ascii: "\r")) || !isRaw && part.contains(UInt8(ascii: "\\")) else { return validated(part, range) }
        var out: [UInt8] = []
        var at = range.lowerBound
        while at < range.upperBound {
            guard !isRaw, bytes[at] == UInt8(ascii: "\\"), at + 1 < range.upperBound else {
                at += readByte(at, range.upperBound, &out)
                continue
            }
            switch escape(at, range.upperBound) {
            case .success(let (decoded, width)):
                out += decoded
                at += width
            case .failure(let diagnostic): return .failure(diagnostic)
            }
        }
        return validated(out[...], range)
    }

    /// One byte as it stands; every kind of line end is a newline, as Python reads source text.
    private func readByte(_ at: Int, _ end: Int, _ out: inout [UInt8]) -> Int {
        guard bytes[at] == UInt8(ascii: "\r") else {
            out.append(bytes[at])
            return 1
        }
        out.append(UInt8(ascii: "\n"))
        return at + 1 < end && bytes[at + 1] == UInt8(ascii: "\n") ? 2 : 1
    }

    private func validated(_ part: ArraySlice<UInt8>, _ range: Range<Int>) -> Result<String, Diagnostic> {
        guard let text = String(validating: part, as: UTF8.self) else {
            return .failure(Diagnostic(.invalidEncoding, "the string is not valid UTF-8", at: Span(range.lowerBound, range.upperBound)))
        }
        return .success(text)
    }

    /// What the escape at a backslash stands for, and how many bytes it takes.
    private func escape(_ at: Int, _ end: Int) -> Result<([UInt8], Int), Diagnostic> {
        switch bytes[at + 1] {
        case UInt8(ascii: "\n"): .success(([], 2))
        case UInt8(ascii: "\r"): .success(([], at + 2 < end && bytes[at + 2] == UInt8(ascii: "\n") ? 3 : 2))
        case UInt8(ascii: "\\"): .success(([92], 2))
        case UInt8(ascii: "'"): .success(([39], 2))
        case UInt8(ascii: "\""): .success(([34], 2))
        case UInt8(ascii: "a"): .success(([7], 2))
        case UInt8(ascii: "b"): .success(([8], 2))
        case UInt8(ascii: "f"): .success(([12], 2))
        case UInt8(ascii: "n"): .success(([10], 2))
        case UInt8(ascii: "r"): .success(([13], 2))
        case UInt8(ascii: "t"): .success(([9], 2))
        case UInt8(ascii: "v"): .success(([11], 2))
        case UInt8(ascii: "0")...UInt8(ascii: "7"): octal(at, end)
        case UInt8(ascii: "x"): hexadecimal(at, 2, end)
        case UInt8(ascii: "u"): hexadecimal(at, 4, end)
        case UInt8(ascii: "U"): hexadecimal(at, 8, end)
        case UInt8(ascii: "N"):
            .failure(Diagnostic(.unsupportedSyntax, "escapes by name are not supported", at: Span(at, at + 2)))
        default: .success(([92, bytes[at + 1]], 2))
        }
    }

    private func octal(_ at: Int, _ end: Int) -> Result<([UInt8], Int), Diagnostic> {
        var (value, width) = (0, 1)
        while width < 4, at + width < end, (UInt8(ascii: "0")...UInt8(ascii: "7")).contains(bytes[at + width]) {
            value = value * 8 + Int(bytes[at + width] - 48)
            width += 1
        }
        return scalar(value, at, width)
    }

    private func hexadecimal(_ at: Int, _ digits: Int, _ end: Int) -> Result<([UInt8], Int), Diagnostic> {
        let range = at + 2..<min(at + 2 + digits, end)
        guard range.count == digits, let value = Int(String(decoding: bytes[range], as: UTF8.self), radix: 16), bytes[at + 2] != UInt8(ascii: "+"),
            bytes[at + 2] != UInt8(ascii: "-")
        else { return .failure(Diagnostic(.invalidEscape, "truncated escape", at: Span(at, min(at + 2 + digits, end)))) }
        return scalar(value, at, digits + 2)
    }

    private func scalar(_ value: Int, _ at: Int, _ width: Int) -> Result<([UInt8], Int), Diagnostic> {
        guard !(0xD800...0xDFFF).contains(value) else {
            return .failure(Diagnostic(.unsupportedSyntax, "half a character (a lone surrogate) is not supported", at: Span(at, at + width)))
        }
        guard let scalar = UInt32(exactly: value).flatMap(Unicode.Scalar.init) else {
            return .failure(Diagnostic(.invalidEscape, "the escape names no character", at: Span(at, at + width)))
        }
        return .success((Array(String(Character(scalar)).utf8), width))
    }
}
