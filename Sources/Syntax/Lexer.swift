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
        tokens.reserveCapacity((limit - at) / 2 + 8)
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

    mutating func report(_ code: Code, _ message: String, _ start: Int, _ end: Int, help: String? = nil, replacement: String? = nil) {
        guard diagnostics.count < SyntaxLimits.errors else { return }
        let suggestions = replacement.map { [Diagnostic.Suggestion(help ?? message, span: Span(start, end), replacement: $0, isCertain: true)] } ?? []
        diagnostics.append(Diagnostic(code, message, at: Span(start, end), helps: help.map { [$0] } ?? [], suggestions: suggestions))
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

    // MARK: Symbols

    private mutating func readSymbol() {
        let start = at
        let first = byte()
        if first < 128, let spelling = Lexer.symbols[Int(first)].first(where: { $0.stands(before: byte(1), byte(2)) }) {
            at += spelling.count
            return append(spelling.symbol, start)
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

    /// How a symbol is written after its first byte; 0 where it has ended.
    private struct Spelling {
        let symbol: Symbol
        let count: Int
        private let second: UInt8
        private let third: UInt8

        init(_ symbol: Symbol) {
            let bytes = Array(symbol.rawValue.utf8) + [0, 0]
            self.symbol = symbol
            count = bytes.count - 2
            second = bytes[1]
            third = bytes[2]
        }

        func stands(before next: UInt8, _ last: UInt8) -> Bool { (count < 2 || second == next) && (count < 3 || third == last) }
    }

    /// Symbols by first byte, longest first.
    private static let symbols: [[Spelling]] = {
        var table = Array(repeating: [Spelling](), count: 128)
        for symbol in Symbol.allCases.sorted(by: { $0.rawValue.utf8.count > $1.rawValue.utf8.count }) {
            guard let first = symbol.rawValue.utf8.first else { continue }
            table[Int(first)].append(Spelling(symbol))
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
