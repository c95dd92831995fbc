import Diagnostics

/// The inside of f-strings (PEP 498 as Python 3.11 reads it: no backslash and no comment between braces).
extension Parser {
    /// The text between the quotes, in pieces.
    mutating func formatPieces(_ literal: StringLiteral) throws(Stop) -> [FormatPiece] {
        let (pieces, end) = try pieces(literal, literal.content, level: 0)
        guard end == literal.content.upperBound else {
            throw fail(.invalidFormatString, "f-string: single '}' is not allowed", Span(end, end + 1))
        }
        return pieces
    }

    /// Text and replacements up to the end, or in a format specification (`level` over 0) up to its closing brace.
    private mutating func pieces(_ literal: StringLiteral, _ range: Range<Int>, level: Int) throws(Stop) -> ([FormatPiece], Int) {
        var pieces: [FormatPiece] = []
        var at = range.lowerBound
        while at < range.upperBound {
            let text = literalText(literal, at..<range.upperBound, level)
            if !text.range.isEmpty { pieces.append(.text(try decoded(literal, text.range))) }
            at = text.next
            guard at < range.upperBound, !text.isDoubled else { continue }
            if bytes[at] == UInt8(ascii: "}") { break }
            let (piece, end) = try replacement(literal, at..<range.upperBound, level)
            pieces.append(piece)
            at = end
        }
        return (pieces, at)
    }

    /// The text up to a brace; a doubled brace ends it too, with one brace kept. A specification knows no doubled braces.
    private func literalText(_ literal: StringLiteral, _ range: Range<Int>, _ level: Int) -> (range: Range<Int>, next: Int, isDoubled: Bool) {
        var at = range.lowerBound
        while at < range.upperBound {
            if !literal.isRaw, bytes[at] == UInt8(ascii: "\\"), at + 1 < range.upperBound {
                at += 1
                if !isBrace(bytes[at]) {
                    at += 1
                    continue
                }
            }
            guard isBrace(bytes[at]) else {
                at += 1
                continue
            }
            if level == 0, at + 1 < range.upperBound, bytes[at + 1] == bytes[at] { return (range.lowerBound..<at + 1, at + 2, true) }
            break
        }
        return (range.lowerBound..<at, at, false)
    }

    private func isBrace(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "{") || byte == UInt8(ascii: "}") }

    // MARK: Replacements

    /// One `{expression=!r:spec}`; gives the position after its closing brace.
    private mutating func replacement(_ literal: StringLiteral, _ range: Range<Int>, _ level: Int) throws(Stop) -> (FormatPiece, Int) {
        let (start, limit) = (range.lowerBound, range.upperBound)
        guard level < 2 else { throw fail(.invalidFormatString, "f-string: expressions nested too deeply", Span(start, start + 1)) }
        var at = try expressionEnd(start + 1..<limit)
        let value = try enclosed(start + 1..<at)
        let debug = debugText(start + 1, &at, limit)
        var conversion = try conversion(&at, limit)
        var spec: [FormatPiece] = []
        if at < limit, bytes[at] == UInt8(ascii: ":") {
            (spec, at) = try pieces(literal, at + 1..<limit, level: level + 1)
            // `{value=}` shows the repr, `{value=:}` the plain text.
            if debug != nil, spec.isEmpty, conversion == nil { conversion = .str }
        }
        guard at < limit, bytes[at] == UInt8(ascii: "}") else {
            throw fail(.invalidFormatString, "f-string: expecting '}'", Span(start, min(at + 1, limit)))
        }
        return (.value(value, conversion: conversion, spec: Parser.merged(spec), debug: debug), at + 1)
    }

    /// The source text of `{value = }`, equals sign and blanks included.
    private func debugText(_ start: Int, _ at: inout Int, _ limit: Int) -> String? {
        guard at < limit, bytes[at] == UInt8(ascii: "=") else { return nil }
        at += 1
        while at < limit, bytes[at] == 32 || (9...13).contains(bytes[at]) { at += 1 }
        return text(Span(start, at))
    }

    private mutating func conversion(_ at: inout Int, _ limit: Int) throws(Stop) -> FormatPiece.Conversion? {
        guard at < limit, bytes[at] == UInt8(ascii: "!") else { return nil }
        guard at + 1 < limit, let known = FormatPiece.Conversion(rawValue: Character(Unicode.Scalar(bytes[at + 1]))) else {
            throw fail(.invalidFormatString, "f-string: invalid conversion character", Span(at, min(at + 2, limit)), helps: ["write !s, !r or !a"])
        }
        at += 2
        return known
    }

    // MARK: Expressions

    /// Where the expression ends: at `!`, `:`, `=` or `}` outside brackets and strings.
    private mutating func expressionEnd(_ range: Range<Int>) throws(Stop) -> Int {
        var scanner = FormatScanner(bytes: bytes, at: range.lowerBound, limit: range.upperBound)
        switch scanner.run() {
        case .success(let end):
            guard bytes[range.lowerBound..<end].contains(where: { $0 != 32 && $0 != 9 && $0 != 10 && $0 != 12 && $0 != 13 }) else {
                throw fail(.invalidFormatString, "f-string: empty expression not allowed", Span(range.lowerBound - 1, end + 1))
            }
            return end
        case .failure(let diagnostic):
            diagnostics.append(diagnostic)
            throw Stop()
        }
    }

    /// The expression in a byte range of the same text, read as if it stood in parentheses.
    private mutating func enclosed(_ range: Range<Int>) throws(Stop) -> Expression {
        var parser = Parser(bytes, mode: mode, range: range, isEnclosed: true)
        (parser.depth, parser.sources, parser.bound) = (depth, sources, bound)
        defer {
            diagnostics += parser.diagnostics
            bound = parser.bound
        }
        guard parser.diagnostics.isEmpty else { throw Stop() }
        return try parser.group(from: range.lowerBound, until: .end)
    }
}

/// Finds the end of an expression between the braces of an f-string.
private struct FormatScanner {
    let bytes: [UInt8]
    var at: Int
    let limit: Int
    var open: [UInt8] = []

    typealias End = Result<Int, Diagnostic>

    mutating func run() -> End {
        let start = at
        while at < limit {
            let byte = bytes[at]
            switch byte {
            case UInt8(ascii: "\\"): return failure("f-string expression part cannot include a backslash", at)
            case UInt8(ascii: "#"): return failure("f-string expression part cannot include '#'", at)
            case UInt8(ascii: "'"), UInt8(ascii: "\""): if let failure = skipString() { return .failure(failure) }
            case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"): open.append(byte)
            case UInt8(ascii: "!"), UInt8(ascii: ":"), UInt8(ascii: "}"), UInt8(ascii: "="), UInt8(ascii: "<"), UInt8(ascii: ">"):
                if open.isEmpty, isEnd(byte) { return .success(at) }
                if byte == UInt8(ascii: "}"), let failure = close(byte) { return .failure(failure) }
            case UInt8(ascii: ")"), UInt8(ascii: "]"): if let failure = close(byte) { return .failure(failure) }
            default: break
            }
            at += 1
        }
        return failure("f-string: expecting '}'", start - 1)
    }

    private func failure(_ message: String, _ place: Int) -> End {
        .failure(Diagnostic(.invalidFormatString, message, at: Span(place, min(place + 1, limit))))
    }

    /// `!=`, `==`, `<=` and `>=` are operators, passed over whole.
    private mutating func isEnd(_ byte: UInt8) -> Bool {
        let takesEqual = byte != UInt8(ascii: ":") && byte != UInt8(ascii: "}")
        if takesEqual, at + 1 < limit, bytes[at + 1] == UInt8(ascii: "=") {
            at += 1
            return false
        }
        return byte != UInt8(ascii: "<") && byte != UInt8(ascii: ">")
    }

    private mutating func close(_ closer: UInt8) -> Diagnostic? {
        let opener = open.popLast()
        switch (opener, closer) {
        case (UInt8(ascii: "("), UInt8(ascii: ")")), (UInt8(ascii: "["), UInt8(ascii: "]")), (UInt8(ascii: "{"), UInt8(ascii: "}")): return nil
        default:
            return Diagnostic(.invalidFormatString, "f-string: unmatched '\(Character(Unicode.Scalar(closer)))'", at: Span(at, at + 1))
        }
    }

    /// Leaves `at` on the last quote.
    private mutating func skipString() -> Diagnostic? {
        let (start, quote) = (at, bytes[at])
        let width = isTripled(quote) ? 3 : 1
        at += width
        while at < limit {
            if bytes[at] == UInt8(ascii: "\\") {
                return Diagnostic(.invalidFormatString, "f-string expression part cannot include a backslash", at: Span(at, at + 1))
            }
            if bytes[at] == quote, width == 1 || isTripled(quote) {
                at += width - 1
                return nil
            }
            at += 1
        }
        return Diagnostic(.invalidFormatString, "f-string: unterminated string", at: Span(start, limit))
    }

    private func isTripled(_ quote: UInt8) -> Bool { at + 2 < limit && bytes[at + 1] == quote && bytes[at + 2] == quote }
}
