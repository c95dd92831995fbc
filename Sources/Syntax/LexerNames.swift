import Diagnostics

extension Lexer {
    func isDigit(_ byte: UInt8) -> Bool { byte &- UInt8(ascii: "0") < 10 }

    private func isNameByte(_ byte: UInt8) -> Bool {
        byte | 32 >= UInt8(ascii: "a") && byte | 32 <= UInt8(ascii: "z") || isDigit(byte) || byte == UInt8(ascii: "_")
    }

    mutating func readName() {
        let start = at
        while at < limit, isNameByte(byte()) { at += 1 }
        if at < limit, byte() >= 128, !readUnicodeName(from: start) { return }
        if at < limit, at - start <= 2, byte() == UInt8(ascii: "'") || byte() == UInt8(ascii: "\""), isStringPrefix(start) {
            return readString(start)
        }
        append(keyword(start).map(Token.Kind.keyword) ?? .name, start)
    }

    /// Letters of other scripts; anything else beyond ASCII is no part of a query.
    private mutating func readUnicodeName(from start: Int) -> Bool {
        while at < limit {
            if byte() < 128 {
                guard isNameByte(byte()) else { return true }
                at += 1
                continue
            }
            guard let (scalar, width) = scalar() else {
                report(.invalidEncoding, "the query is not valid UTF-8", at, at + 1)
                at += 1
                return false
            }
            let isPart = at == start ? scalar.properties.isXIDStart : scalar.properties.isXIDContinue
            guard isPart else {
                if at > start { return true }
                reportCharacter(scalar, width)
                return false
            }
            if isRewritten(scalar) {
                report(.unsupportedSyntax, "names with letters that Python rewrites (NFKC) are not supported", start, at + width)
            }
            at += width
        }
        return true
    }

    /// Python reads a name in its compatibility form: `ａ` is `a`. What folds beyond lower case has such a form, or may have one.
    private func isRewritten(_ scalar: Unicode.Scalar) -> Bool {
        let lower = scalar.properties.lowercaseMapping.unicodeScalars
        guard lower.count == 1, let letter = lower.first else { return true }
        if letter == "ß" || letter == "ς" { return false }
        return letter.properties.changesWhenNFKCCaseFolded || scalar.properties.canonicalCombiningClass.rawValue >= 200
    }

    /// The code point here and how many bytes it takes.
    private func scalar() -> (Unicode.Scalar, Int)? {
        let width = byte() < 0xE0 ? 2 : byte() < 0xF0 ? 3 : 4
        guard at + width <= limit, let decoded = String(validating: bytes[at..<at + width], as: UTF8.self) else { return nil }
        return decoded.unicodeScalars.first.map { ($0, width) }
    }

    private mutating func reportCharacter(_ scalar: Unicode.Scalar, _ width: Int) {
        let code = "U+" + String(scalar.value, radix: 16, uppercase: true)
        let found = lookAlike(scalar)
        report(.unexpectedCharacter, "unexpected character \(code)", at, at + width, help: found?.help, replacement: found?.text)
        at += width
    }

    /// What a word processor or a model made of an ASCII symbol.
    private func lookAlike(_ scalar: Unicode.Scalar) -> (text: String, help: String)? {
        switch scalar {
        case "\u{2018}", "\u{2019}": ("'", "write straight quotes: ' or \"")
        case "\u{201C}", "\u{201D}": ("\"", "write straight quotes: ' or \"")
        case "\u{2264}": ("<=", "write '<='")
        case "\u{2265}": (">=", "write '>='")
        case "\u{2260}": ("!=", "write '!='")
        case "\u{D7}": ("*", "write '*'")
        case "\u{2212}", "\u{2013}", "\u{2014}": ("-", "write '-'")
        case "\u{A0}": (" ", "write an ordinary space")
        default: nil
        }
    }

    private func isStringPrefix(_ start: Int) -> Bool {
        let letters = bytes[start..<at].map { $0 | 32 }
        return switch letters {
        case [UInt8(ascii: "r")], [UInt8(ascii: "b")], [UInt8(ascii: "u")], [UInt8(ascii: "f")]: true
        case [UInt8(ascii: "r"), UInt8(ascii: "b")], [UInt8(ascii: "b"), UInt8(ascii: "r")]: true
        case [UInt8(ascii: "r"), UInt8(ascii: "f")], [UInt8(ascii: "f"), UInt8(ascii: "r")]: true
        default: false
        }
    }

    /// Keywords by length, so that most names are told apart without comparing.
    private func keyword(_ start: Int) -> Keyword? {
        guard (2...8).contains(at - start) else { return nil }
        let word = Lexer.packed(bytes[start..<at])
        return Lexer.keywords[at - start].first { $0.word == word }?.keyword
    }

    /// Up to eight bytes as one number.
    private static func packed(_ bytes: some Sequence<UInt8>) -> UInt64 { bytes.reduce(0) { $0 << 8 | UInt64($1) } }

    /// Keywords by length.
    private static let keywords: [[(word: UInt64, keyword: Keyword)]] = {
        var table = Array(repeating: [(word: UInt64, keyword: Keyword)](), count: 9)
        for keyword in Keyword.allCases { table[keyword.rawValue.utf8.count].append((packed(keyword.rawValue.utf8), keyword)) }
        return table
    }()

    mutating func readQuotedName() {
        let start = at
        at += 1
        while at < limit, byte() != UInt8(ascii: "`"), byte() != UInt8(ascii: "\n") { at += 1 }
        guard byte() == UInt8(ascii: "`") else { return report(.unterminatedString, "a name in backquotes is not closed", start, at) }
        at += 1
        append(.quotedName, start)
    }
}
