import Diagnostics

/// Cuts a query into tokens as Python's tokenizer does.
public struct Lexer {
    /// `query` is the language inside `df.query("…")`: it also has names in backquotes.
    public enum Mode: Sendable { case python, query }

    let bytes: [UInt8]
    let mode: Mode
    private let origin: Int
    var at: Int
    let limit: Int
    private(set) var tokens: [Token] = []
    private(set) var diagnostics: [Diagnostic] = []
    /// Open brackets and where they stand.
    private var brackets: [(UInt8, Int)] = []
    private var indents: [Int]
    private var isLineStart = true
    /// The text stands in brackets that are not part of it: line ends mean nothing.
    private let isEnclosed: Bool

    public init(_ bytes: [UInt8], mode: Mode = .python, range: Range<Int>? = nil, isEnclosed: Bool = false, margin: Int = 0) {
        self.bytes = bytes
        self.mode = mode
        self.isEnclosed = isEnclosed
        indents = [margin]
        origin = range?.lowerBound ?? 0
        at = origin
        limit = range?.upperBound ?? bytes.count
        tokens.reserveCapacity((limit - at) / 4 + 8)
    }

    /// All tokens, ending with `.end`, and what could not be read.
    public static func tokenize(
        _ bytes: [UInt8], mode: Mode = .python, range: Range<Int>? = nil, isEnclosed: Bool = false, margin: Int = 0
    ) -> (tokens: [Token], diagnostics: [Diagnostic]) {
        var lexer = Lexer(bytes, mode: mode, range: range, isEnclosed: isEnclosed, margin: margin)
        lexer.run()
        return (lexer.tokens, lexer.diagnostics)
    }

    /// The tokens of a whole query, as the parser sees them: the blanks around it are no part of it.
    public static func tokens(ofQuery bytes: [UInt8]) -> (tokens: [Token], diagnostics: [Diagnostic]) {
        tokenize(bytes, range: Blanks.stripped(bytes, bytes.indices))
    }

    private mutating func run() {
        while at < limit {
            let before = at
            if isLineStart, !isInBrackets { readIndentation() }
            guard at < limit else { break }
            readToken()
            if at == before { at += 1 }
        }
        finish()
    }

    private mutating func finish() {
        for (bracket, place) in brackets {
            report(.unclosedBracket, "'\(Character(Unicode.Scalar(bracket)))' was never closed", place, place + 1)
        }
        if let last = tokens.last?.kind, last != .newline, !isInBrackets { append(.newline, limit) }
        for _ in indents.dropFirst() { append(.dedent, limit) }
        append(.end, limit)
    }

    func byte(_ offset: Int = 0) -> UInt8 { at + offset < limit ? bytes[at + offset] : 0 }

    mutating func append(_ kind: Token.Kind, _ start: Int) { tokens.append(Token(kind: kind, span: Span(start, at))) }

    mutating func report(_ code: Code, _ message: String, _ start: Int, _ end: Int, help: String? = nil) {
        guard diagnostics.count < SyntaxLimits.errors else { return }
        diagnostics.append(Diagnostic(code, message, at: Span(start, end), helps: help.map { [$0] } ?? []))
    }

    // MARK: Lines

    private var isInBrackets: Bool { isEnclosed || !brackets.isEmpty }

    private mutating func readIndentation() {
        isLineStart = false
        // The first line begins where its blanks end.
        var width = at == origin ? indents[0] : 0
        let start = at
        var continued = 0
        while at < limit {
            switch byte() {
            case UInt8(ascii: " "): width += 1
            case UInt8(ascii: "\t"): width = (width / 8 + 1) * 8
            case 12: width = 0
            case UInt8(ascii: "\\") where byte(1) == UInt8(ascii: "\n") || byte(1) == UInt8(ascii: "\r"):
                if continued == 0 { continued = width }
                at += byte(1) == UInt8(ascii: "\r") && byte(2) == UInt8(ascii: "\n") ? 2 : 1
            default:
                return indent(to: continued > 0 ? continued : width, from: start)
            }
            at += 1
        }
    }

    /// A line begins with this many columns of blanks; blank lines and comments count for nothing.
    private mutating func indent(to width: Int, from start: Int) {
        let next = byte()
        guard next != UInt8(ascii: "\n"), next != UInt8(ascii: "\r"), next != UInt8(ascii: "#") else { return }
        if width > indents.last ?? 0 {
            guard !tokens.isEmpty else { return report(.invalidIndentation, "unexpected indent", start, at) }
            indents.append(width)
            append(.indent, start)
        }
        while width < indents.last ?? 0 {
            indents.removeLast()
            append(.dedent, start)
        }
        if width != indents.last { report(.invalidIndentation, "unindent does not match any outer indentation level", start, at) }
    }

    private mutating func readToken() {
        let next = byte()
        switch next {
        case UInt8(ascii: " "), UInt8(ascii: "\t"), 12: at += 1
        case UInt8(ascii: "\n"), UInt8(ascii: "\r"): endLine()
        case UInt8(ascii: "#"): skipComment()
        case UInt8(ascii: "\\"): continueLine()
        case UInt8(ascii: "'"), UInt8(ascii: "\""): readString(at)
        case UInt8(ascii: "`") where mode == .query: readQuotedName()
        case UInt8(ascii: "0")...UInt8(ascii: "9"): readNumber()
        case UInt8(ascii: ".") where isDigit(byte(1)): readNumber()
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "_"), 128...: readName()
        default: readSymbol()
        }
    }

    private mutating func endLine() {
        let start = at
        at += byte() == UInt8(ascii: "\r") && byte(1) == UInt8(ascii: "\n") ? 2 : 1
        guard !isInBrackets else { return }
        isLineStart = true
        guard let last = tokens.last?.kind, last != .newline, last != .indent, last != .dedent else { return }
        append(.newline, start)
    }

    private mutating func skipComment() {
        while at < limit, byte() != UInt8(ascii: "\n"), byte() != UInt8(ascii: "\r") { at += 1 }
    }

    private mutating func continueLine() {
        let start = at
        at += 1
        if byte() == UInt8(ascii: "\r"), byte(1) == UInt8(ascii: "\n") { at += 2 }
        else if byte() == UInt8(ascii: "\n") || byte() == UInt8(ascii: "\r") { at += 1 }
        else { return report(.unexpectedCharacter, "unexpected character after line continuation character", start, at) }
        if at >= limit { report(.unexpectedToken, "unexpected end after a line continuation", start, at) }
    }

    // MARK: Names and symbols

    func isDigit(_ byte: UInt8) -> Bool { byte &- UInt8(ascii: "0") < 10 }

    private func isNameByte(_ byte: UInt8) -> Bool {
        byte | 32 >= UInt8(ascii: "a") && byte | 32 <= UInt8(ascii: "z") || isDigit(byte) || byte == UInt8(ascii: "_")
    }

    private mutating func readName() {
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
        let help: String? =
            switch scalar {
            case "\u{2018}", "\u{2019}", "\u{201C}", "\u{201D}": "write straight quotes: ' or \""
            case "\u{2264}": "write '<='"
            case "\u{2265}": "write '>='"
            case "\u{2260}": "write '!='"
            case "\u{2212}", "\u{2013}", "\u{2014}": "write '-'"
            case "\u{A0}": "write an ordinary space"
            default: nil
            }
        report(.unexpectedCharacter, "unexpected character \(code)", at, at + width, help: help)
        at += width
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
        for (word, keyword) in Lexer.keywords[at - start] where bytes[start..<at].elementsEqual(word) { return keyword }
        return nil
    }

    private static let keywords: [[([UInt8], Keyword)]] = {
        var table = Array(repeating: [([UInt8], Keyword)](), count: 9)
        for keyword in Keyword.allCases { table[keyword.rawValue.utf8.count].append((Array(keyword.rawValue.utf8), keyword)) }
        return table
    }()

    private mutating func readQuotedName() {
        let start = at
        at += 1
        while at < limit, byte() != UInt8(ascii: "`"), byte() != UInt8(ascii: "\n") { at += 1 }
        guard byte() == UInt8(ascii: "`") else { return report(.unterminatedString, "a name in backquotes is not closed", start, at) }
        at += 1
        append(.quotedName, start)
    }

    private mutating func readSymbol() {
        let start = at
        for symbol in Lexer.symbols[Int(byte()) & 127] where matches(symbol.1) {
            guard byte() < 128 else { break }
            at += symbol.1.count
            return append(symbol.0, start)
        }
        at += 1
        let (message, help): (String, String?) =
            switch bytes[start] {
            case UInt8(ascii: "!"): ("'!' is no operator here", "write 'not', or '~' for a mask")
            case UInt8(ascii: "`"): ("'`' has no meaning here", "remove the backquotes around the code")
            case UInt8(ascii: "$"), UInt8(ascii: "?"): ("'\(Character(Unicode.Scalar(bytes[start])))' has no meaning here", nil)
            default: ("unexpected character U+" + String(bytes[start], radix: 16, uppercase: true), nil)
            }
        report(.unexpectedCharacter, message, start, at, help: help)
    }

    private func matches(_ symbol: [UInt8]) -> Bool {
        guard at + symbol.count <= limit else { return false }
        for (offset, byte) in symbol.enumerated() where bytes[at + offset] != byte { return false }
        return true
    }

    /// Symbols by first byte, longest first.
    private static let symbols: [[(Symbol, [UInt8])]] = {
        var table = Array(repeating: [(Symbol, [UInt8])](), count: 128)
        for symbol in Symbol.allCases.sorted(by: { $0.rawValue.utf8.count > $1.rawValue.utf8.count }) {
            let bytes = Array(symbol.rawValue.utf8)
            table[Int(bytes[0])].append((symbol, bytes))
        }
        return table
    }()

    private mutating func append(_ symbol: Symbol, _ start: Int) {
        switch symbol {
        case .openParenthesis, .openBracket, .openBrace: brackets.append((bytes[start], start))
        case .closeParenthesis: close(UInt8(ascii: "("), start)
        case .closeBracket: close(UInt8(ascii: "["), start)
        case .closeBrace: close(UInt8(ascii: "{"), start)
        default: break
        }
        append(.symbol(symbol), start)
    }

    private mutating func close(_ opener: UInt8, _ start: Int) {
        let closer = Character(Unicode.Scalar(bytes[start]))
        guard let (last, place) = brackets.popLast() else { return report(.unclosedBracket, "unmatched '\(closer)'", start, at) }
        guard last != opener else { return }
        let open = Character(Unicode.Scalar(last))
        report(.unclosedBracket, "closing '\(closer)' does not match opening '\(open)'", start, at, help: "'\(open)' was opened at byte \(place)")
    }
}
