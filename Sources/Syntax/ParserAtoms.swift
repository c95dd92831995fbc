import Diagnostics

extension Parser {
    mutating func atom() throws(Stop) -> Expression {
        let span = token.span
        switch kind {
        case .name:
            advance()
            return Expression(.name(text(span)), span)
        case .quotedName:
            advance()
            return Expression(.quotedName(text(Span(span.start + 1, span.end - 1))), span)
        case .number: return try number()
        case .string: return try strings()
        case .keyword(let keyword): return try atom(keyword, span)
        case .symbol(let symbol): return try atom(symbol, span)
        case .newline, .indent, .dedent, .end: throw unexpected("expected an expression")
        }
    }

    private mutating func atom(_ keyword: Keyword, _ span: Span) throws(Stop) -> Expression {
        let literal: Literal
        switch keyword {
        case .true: literal = .bool(true)
        case .false: literal = .bool(false)
        case .none: literal = .none
        default: throw unexpected("expected an expression")
        }
        advance()
        return Expression(.literal(literal), span)
    }

    private mutating func atom(_ symbol: Symbol, _ span: Span) throws(Stop) -> Expression {
        switch symbol {
        case .openParenthesis: return try nested { (parser: inout Parser) throws(Stop) in try parser.parenthesised() }
        case .openBracket: return try nested { (parser: inout Parser) throws(Stop) in try parser.list() }
        case .openBrace: return try nested { (parser: inout Parser) throws(Stop) in try parser.braces() }
        case .ellipsis:
            advance()
            return Expression(.literal(.ellipsis), span)
        case .at where mode == .query:
            advance()
            let name = try name()
            return Expression(.outerName(name.text), Span(span.start, name.span.end))
        default: throw unexpected("expected an expression")
        }
    }

    // MARK: Brackets

    private mutating func parenthesised() throws(Stop) -> Expression {
        let start = advance().span.start
        if accept(.closeParenthesis) { return Expression(.tuple([]), Span(start, lastEnd)) }
        return try group(from: start, until: .symbol(.closeParenthesis))
    }

    /// What may stand in parentheses: one expression, a tuple, a generator.
    mutating func group(from start: Int, until closer: Token.Kind) throws(Stop) -> Expression {
        if isAt(.yield) { throw fail(.unsupportedSyntax, "'yield' is not supported", token.span) }
        let first = try starredOrNamed()
        if isAt(.for) {
            let clauses = try clauses(from: start)
            try expect(closer)
            try refuseStar(first)
            return Expression(.comprehension(.generator, element: first, value: nil, clauses: clauses), Span(start, lastEnd))
        }
        guard isAt(.comma) else {
            try expect(closer)
            try refuseStar(first)
            return Expression(first.kind, Span(start, lastEnd))
        }
        let items = try rest(first, until: closer)
        return Expression(.tuple(items), Span(start, lastEnd))
    }

    private mutating func refuseStar(_ expression: Expression) throws(Stop) {
        if case .starred = expression.kind { throw fail(.unexpectedToken, "cannot use a starred expression here", expression.span) }
    }

    private mutating func starredOrNamed() throws(Stop) -> Expression {
        let start = token.span.start
        if accept(.multiply) { return Expression(.starred(try binary(.bitOr)), Span(start, lastEnd)) }
        return try namedExpression()
    }

    /// The items after the first, up to and including the closing bracket.
    private mutating func rest(_ first: Expression, until closer: Token.Kind) throws(Stop) -> [Expression] {
        var items = [first]
        while accept(.comma) {
            if kind == closer { break }
            items.append(try starredOrNamed())
        }
        try expect(closer)
        return items
    }

    private mutating func list() throws(Stop) -> Expression {
        let start = advance().span.start
        if accept(.closeBracket) { return Expression(.list([]), Span(start, lastEnd)) }
        let first = try starredOrNamed()
        if isAt(.for) {
            let clauses = try clauses(from: start)
            try expect(.closeBracket)
            try refuseStar(first)
            return Expression(.comprehension(.list, element: first, value: nil, clauses: clauses), Span(start, lastEnd))
        }
        let items = try rest(first, until: .symbol(.closeBracket))
        return Expression(.list(items), Span(start, lastEnd))
    }

    private mutating func braces() throws(Stop) -> Expression {
        let start = advance().span.start
        if accept(.closeBrace) { return Expression(.dict([]), Span(start, lastEnd)) }
        if isAt(.power) { return try dict(start) }
        let isNamed = kind == .name && peek(1) == .symbol(.walrus)
        let first = try starredOrNamed()
        if isAt(.colon), !isNamed { return try dict(start, first) }
        if isAt(.for) {
            let clauses = try clauses(from: start)
            try expect(.closeBrace)
            try refuseStar(first)
            return Expression(.comprehension(.set, element: first, value: nil, clauses: clauses), Span(start, lastEnd))
        }
        let items = try rest(first, until: .symbol(.closeBrace))
        return Expression(.set(items), Span(start, lastEnd))
    }

    private mutating func dict(_ start: Int, _ first: Expression) throws(Stop) -> Expression {
        try refuseStar(first)
        try expect(.colon)
        let value = try expression()
        if isAt(.for) {
            let clauses = try clauses(from: start)
            try expect(.closeBrace)
            return Expression(.comprehension(.dict, element: first, value: value, clauses: clauses), Span(start, lastEnd))
        }
        return try pairs(start, [(first, value)])
    }

    private mutating func dict(_ start: Int) throws(Stop) -> Expression {
        advance()
        return try pairs(start, [(nil, try binary(.bitOr))])
    }

    private mutating func pairs(_ start: Int, _ first: [(key: Expression?, value: Expression)]) throws(Stop) -> Expression {
        var pairs = first
        while accept(.comma) {
            if isAt(.closeBrace) { break }
            if accept(.power) {
                pairs.append((nil, try binary(.bitOr)))
                continue
            }
            let key = try expression()
            try expect(.colon)
            pairs.append((key, try expression()))
        }
        try expect(.closeBrace)
        return Expression(.dict(pairs), Span(start, lastEnd))
    }

    // MARK: Strings

    /// String literals side by side are one.
    private mutating func strings() throws(Stop) -> Expression {
        let start = token.span.start
        if let plain = plainString(token.span), peek(1) != .string {
            return Expression(.literal(.string(plain)), advance().span)
        }
        var pieces: [FormatPiece] = []
        var isFormatted = false
        while kind == .string {
            let literal = StringLiteral(bytes, advance().span)
            if literal.isBytes { throw fail(.unsupportedSyntax, "bytes literals are not supported", Span(start, lastEnd)) }
            isFormatted = isFormatted || literal.isFormatted
            pieces += try self.pieces(of: literal)
        }
        let span = Span(start, lastEnd)
        guard isFormatted else { return Expression(.literal(.string(Parser.joined(pieces))), span) }
        return Expression(.formatted(Parser.merged(pieces)), span)
    }

    /// The text of a literal without prefix, escapes or long quotes, which nearly all are; nil for the others.
    private func plainString(_ span: Span) -> String? {
        let quote = bytes[span.start]
        guard quote == UInt8(ascii: "'") || quote == UInt8(ascii: "\""), span.end - span.start >= 2 else { return nil }
        let content = span.start + 1..<span.end - 1
        for at in content where bytes[at] == quote || bytes[at] == UInt8(ascii: "\\") || bytes[at] == UInt8(ascii: "\r") { return nil }
        return String(decoding: bytes[content], as: UTF8.self)
    }

    /// Text pieces side by side are one, however they were written.
    static func merged(_ pieces: [FormatPiece]) -> [FormatPiece] {
        pieces.reduce(into: []) { merged, piece in
            if case .text("") = piece { return }
            if case .text(let text) = piece, case .text(let before)? = merged.last {
                merged[merged.count - 1] = .text(before + text)
            } else {
                merged.append(piece)
            }
        }
    }

    private static func joined(_ pieces: [FormatPiece]) -> String {
        pieces.reduce(into: "") { text, piece in if case .text(let part) = piece { text += part } }
    }

    private mutating func pieces(of literal: StringLiteral) throws(Stop) -> [FormatPiece] {
        guard !literal.isFormatted else {
            return try nested { (parser: inout Parser) throws(Stop) in try parser.formatPieces(literal) }
        }
        return [.text(try decoded(literal, literal.content))]
    }

    /// A part of a literal with its escapes resolved.
    mutating func decoded(_ literal: StringLiteral, _ range: Range<Int>) throws(Stop) -> String {
        switch literal.decode(range) {
        case .success(let text): return text
        case .failure(let diagnostic):
            diagnostics.append(diagnostic)
            throw Stop()
        }
    }
}
