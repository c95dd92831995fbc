import Diagnostics

/// What parsing gave: a tree where the text is a sentence of the language, else what is wrong with it.
public struct ParseResult: Sendable {
    public let script: Script?
    public let diagnostics: [Diagnostic]
}

/// Limits of a query's text and shape; real queries nest 19 deep at most.
public enum SyntaxLimits {
    public static let bytes = 1 << 20
    public static let depth = 100
    /// Nodes from the top of a tree to a leaf, the links of chains counted: `a.b().c()…`, `1 + 1 + …`.
    public static let height = 400
    /// Errors reported of one text; what comes after is mostly their echo.
    public static let errors = 20
    /// Digits of one integer, as Python's own limit has it.
    public static let digits = 4300
}

/// A hand-written recursive-descent parser of the subset, with precedence climbing for binary operators.
///
/// It accepts what Python accepts within the subset, and refuses what Python refuses.
public struct Parser {
    let bytes: [UInt8]
    let tokens: [Token]
    var at = 0
    var diagnostics: [Diagnostic]
    var depth = 0
    /// How many loops stand around the statement.
    var loops = 0
    /// How many comprehension sources stand around the expression.
    var sources = 0
    /// The targets of `:=` so far that bind in the scope being read.
    var bound: [Name] = []
    let mode: Lexer.Mode

    /// Thrown to leave a broken construct; the diagnostic is already recorded.
    struct Stop: Error {}

    init(_ bytes: [UInt8], mode: Lexer.Mode, range: Range<Int>, isEnclosed: Bool = false, margin: Int = 0) {
        self.bytes = bytes
        self.mode = mode
        (tokens, diagnostics) = Lexer.tokenize(bytes, mode: mode, range: range, isEnclosed: isEnclosed, margin: margin)
    }

    /// Parses a whole query: expressions and straight-line statements.
    public static func parse(_ bytes: [UInt8]) -> ParseResult { parse(bytes, margin: 0) }

    /// Parses a query that was stripped of what stood around the code.
    public static func parse(_ query: NormalizedQuery) -> ParseResult { parse(query.bytes, margin: query.margin) }

    /// - Parameter margin: the columns of blanks that begin every line.
    static func parse(_ bytes: [UInt8], margin: Int) -> ParseResult {
        guard bytes.count <= SyntaxLimits.bytes else {
            return ParseResult(script: nil, diagnostics: [Diagnostic(.inputLimit, "a query may have at most \(SyntaxLimits.bytes) bytes")])
        }
        if let unreadable = unreadable(bytes) { return ParseResult(script: nil, diagnostics: [unreadable]) }
        var parser = Parser(bytes, mode: .python, range: Blanks.stripped(bytes, bytes.indices), margin: margin)
        guard parser.diagnostics.isEmpty else { return ParseResult(script: nil, diagnostics: parser.diagnostics) }
        let statements = parser.script()
        return ParseResult(script: parser.diagnostics.isEmpty ? Script(statements) : nil, diagnostics: parser.diagnostics)
    }

    /// What makes the bytes no source text at all: null bytes, or no UTF-8.
    private static func unreadable(_ bytes: [UInt8]) -> Diagnostic? {
        if let nul = bytes.firstIndex(of: 0) {
            return Diagnostic(.unexpectedCharacter, "a query cannot hold null bytes", at: Span(nul, nul + 1))
        }
        guard let first = bytes.firstIndex(where: { $0 > 127 }), String(validating: bytes[first...], as: UTF8.self) == nil else { return nil }
        return Diagnostic(.invalidEncoding, "the query is not valid UTF-8", at: Span(first, bytes.count))
    }

    /// Parses the language inside `df.query("…")`: one expression, with names in backquotes, `@name`, and `&`, `|` as `and`, `or`.
    public static func parseQuery(_ bytes: [UInt8]) -> (expression: Expression?, diagnostics: [Diagnostic]) {
        let parsed = parseEval(bytes)
        guard let target = parsed.target else { return (parsed.expression, parsed.diagnostics) }
        let sign = Span(target.span.end, parsed.expression?.span.start ?? target.span.end)
        let diagnostic = Diagnostic(.foreignOperator, "'=' does not compare", at: sign, helps: ["write '==' to compare"])
        return (nil, parsed.diagnostics + [diagnostic])
    }

    /// Parses the language inside `df.eval("…")`: as in `df.query`, and one name may be assigned.
    public static func parseEval(_ bytes: [UInt8]) -> (target: Name?, expression: Expression?, diagnostics: [Diagnostic]) {
        var parser = Parser(bytes, mode: .query, range: bytes.indices)
        guard parser.diagnostics.isEmpty else { return (nil, nil, parser.diagnostics) }
        do {
            let target = parser.kind == .name && parser.peek(1) == .symbol(.assign) ? try parser.name() : nil
            if target != nil { parser.advance() }
            let expression = try parser.expression()
            while parser.accept(.newline) {}
            try parser.expect(.end)
            return (target, expression, parser.diagnostics)
        } catch {
            return (nil, nil, parser.diagnostics)
        }
    }

    // MARK: Tokens

    var token: Token { tokens[min(at, tokens.count - 1)] }
    var kind: Token.Kind { token.kind }

    func peek(_ offset: Int) -> Token.Kind { tokens[min(at + offset, tokens.count - 1)].kind }

    @discardableResult mutating func advance() -> Token {
        let token = token
        if at < tokens.count - 1 { at += 1 }
        return token
    }

    mutating func accept(_ wanted: Token.Kind) -> Bool {
        guard kind == wanted else { return false }
        advance()
        return true
    }

    mutating func accept(_ symbol: Symbol) -> Bool {
        guard isAt(symbol) else { return false }
        advance()
        return true
    }

    mutating func accept(_ keyword: Keyword) -> Bool {
        guard isAt(keyword) else { return false }
        advance()
        return true
    }

    @inline(__always) func isAt(_ symbol: Symbol) -> Bool { if case .symbol(let found) = kind { found == symbol } else { false } }
    @inline(__always) func isAt(_ keyword: Keyword) -> Bool { if case .keyword(let found) = kind { found == keyword } else { false } }

    @discardableResult mutating func expect(_ wanted: Token.Kind) throws(Stop) -> Token {
        guard kind == wanted else { throw unexpected("expected \(Parser.name(wanted))") }
        return advance()
    }

    @discardableResult mutating func expect(_ symbol: Symbol) throws(Stop) -> Token { try expect(.symbol(symbol)) }

    func text(_ span: Span) -> String { String(decoding: bytes[span.start..<span.end], as: UTF8.self) }

    /// The end of what was read last.
    var lastEnd: Int { at > 0 ? tokens[at - 1].span.end : 0 }

    mutating func name() throws(Stop) -> Name {
        guard kind == .name else { throw unexpected("expected a name") }
        let token = advance()
        return Name(text(token.span), token.span)
    }

    // MARK: Errors

    mutating func fail(_ code: Code, _ message: String, _ span: Span, helps: [String] = [], suggestions: [Diagnostic.Suggestion] = []) -> Stop {
        diagnostics.append(Diagnostic(code, message, at: span, helps: helps, suggestions: suggestions))
        return Stop()
    }

    mutating func unexpected(_ expectation: String) -> Stop {
        let span = token.span
        if isAt(.assign) {
            return fail(
                .foreignOperator, "'=' does not compare", span, helps: ["write '==' to compare"],
                suggestions: [Diagnostic.Suggestion("compare with '=='", span: span, replacement: "==", isCertain: true)])
        }
        if isAt(.bitAnd), at > 0, tokens[at - 1].kind == .symbol(.bitAnd) {
            return fail(
                .foreignOperator, "'&&' is no operator here", span, helps: ["write 'and', or '&' between masks"], suggestions: [word("and", for: span)])
        }
        if isAt(.bitOr), at > 0, tokens[at - 1].kind == .symbol(.bitOr) {
            return fail(
                .foreignOperator, "'||' is no operator here", span, helps: ["write 'or', or '|' between masks"], suggestions: [word("or", for: span)])
        }
        if isAt(.greater), at > 0, tokens[at - 1].kind == .symbol(.less) {
            let both = Span(tokens[at - 1].span.start, span.end)
            return fail(
                .foreignOperator, "'<>' is no operator here", both, helps: ["write '!='"],
                suggestions: [Diagnostic.Suggestion("compare with '!='", span: both, replacement: "!=", isCertain: true)])
        }
        return fail(.unexpectedToken, "\(expectation), found \(Parser.name(kind))", span)
    }

    /// `&&` binds as loosely as `and`; between masks `&` is meant, and the checker says so next.
    private func word(_ word: String, for span: Span) -> Diagnostic.Suggestion {
        Diagnostic.Suggestion("write '\(word)'", span: Span(tokens[at - 1].span.start, span.end), replacement: " \(word) ", isCertain: true)
    }

    static func name(_ kind: Token.Kind) -> String {
        switch kind {
        case .name, .quotedName: "a name"
        case .keyword(let keyword): "'\(keyword.rawValue)'"
        case .number: "a number"
        case .string: "a string"
        case .symbol(let symbol): "'\(symbol.rawValue)'"
        case .newline: "the end of the line"
        case .indent: "an indented block"
        case .dedent: "the end of a block"
        case .end: "the end"
        }
    }

    /// Runs one level deeper.
    mutating func nested<T>(_ body: (inout Parser) throws(Stop) -> T) throws(Stop) -> T {
        depth += 1
        defer { depth -= 1 }
        guard depth <= SyntaxLimits.depth else {
            throw fail(.depthLimit, "the query nests deeper than \(SyntaxLimits.depth) levels", token.span)
        }
        return try body(&self)
    }

    /// Chains grow a tree to the left without nesting.
    mutating func checkChain(_ left: Expression) throws(Stop) {
        guard left.height < SyntaxLimits.height else {
            throw fail(.depthLimit, "a chain of more than \(SyntaxLimits.height) operations", token.span)
        }
    }
}
