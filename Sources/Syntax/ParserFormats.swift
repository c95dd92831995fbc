import Diagnostics

extension Parser {
    /// The pieces of an f-string's text (PEP 498, as Python 3.11 reads it: no backslash or comment inside braces).
    mutating func formatPieces(_ literal: StringLiteral, _ range: Range<Int>, nestedSpec: Int) throws(Stop) -> [FormatPiece] {
        var pieces: [FormatPiece] = []
        var at = range.lowerBound
        var textStart = at
        while at < range.upperBound {
            let byte = bytes[at]
            guard byte == UInt8(ascii: "{") || byte == UInt8(ascii: "}") else {
                at += byte == UInt8(ascii: "\\") && !literal.isRaw && at + 1 < range.upperBound && bytes[at + 1] != UInt8(ascii: "{") ? 2 : 1
                continue
            }
            if nestedSpec == 0, at + 1 < range.upperBound, bytes[at + 1] == byte {
                pieces.append(.text(try decoded(literal, textStart..<at + 1)))
                at += 2
                textStart = at
                continue
            }
            guard byte == UInt8(ascii: "{") else {
                throw fail(.invalidFormatString, "f-string: single '}' is not allowed", Span(at, at + 1))
            }
            if textStart < at { pieces.append(.text(try decoded(literal, textStart..<at))) }
            let (piece, end) = try replacement(literal, at, range.upperBound, nestedSpec)
            pieces.append(piece)
            at = end
            textStart = at
        }
        if textStart < range.upperBound { pieces.append(.text(try decoded(literal, textStart..<range.upperBound))) }
        return pieces
    }

    /// One `{expression=!r:spec}`; gives the position after its closing brace.
    private mutating func replacement(_ literal: StringLiteral, _ start: Int, _ limit: Int, _ nestedSpec: Int) throws(Stop) -> (FormatPiece, Int) {
        guard nestedSpec < 2 else { throw fail(.invalidFormatString, "f-string: expressions nested too deeply", Span(start, start + 1)) }
        let end = try expressionEnd(start + 1, limit)
        var (stop, debug): (Int, String?) = (end, nil)
        if bytes[end] == UInt8(ascii: "=") {
            var after = end + 1
            while after < limit, bytes[after] == UInt8(ascii: " ") { after += 1 }
            debug = text(Span(start + 1, after))
            stop = after
        }
        let value = try inner(start + 1..<end)
        var conversion: FormatPiece.Conversion?
        if stop < limit, bytes[stop] == UInt8(ascii: "!") {
            guard stop + 1 < limit, let known = FormatPiece.Conversion(rawValue: Character(Unicode.Scalar(bytes[stop + 1]))) else {
                throw fail(.invalidFormatString, "f-string: invalid conversion character", Span(stop, min(stop + 2, limit)))
            }
            conversion = known
            stop += 2
        }
        var spec: [FormatPiece] = []
        if stop < limit, bytes[stop] == UInt8(ascii: ":") {
            let close = try specEnd(stop + 1, limit)
            spec = try formatPieces(literal, stop + 1..<close, nestedSpec: nestedSpec + 1)
            stop = close
        }
        guard stop < limit, bytes[stop] == UInt8(ascii: "}") else {
            throw fail(.invalidFormatString, "f-string: expecting '}'", Span(start, min(stop + 1, limit)))
        }
        return (.value(value, conversion: conversion, spec: spec, debug: debug), stop + 1)
    }

    /// Where the expression ends: at `!`, `:`, `=` or `}` outside brackets and strings.
    private mutating func expressionEnd(_ start: Int, _ limit: Int) throws(Stop) -> Int {
        var at = start
        var open = 0
        var quote: UInt8?
        while at < limit {
            let byte = bytes[at]
            if byte == UInt8(ascii: "\\") { throw fail(.invalidFormatString, "f-string expression part cannot include a backslash", Span(at, at + 1)) }
            if byte == UInt8(ascii: "#"), quote == nil { throw fail(.invalidFormatString, "f-string expression part cannot include '#'", Span(at, at + 1)) }
            if let current = quote {
                if byte == current { quote = nil }
            } else {
                switch byte {
                case UInt8(ascii: "'"), UInt8(ascii: "\""): quote = byte
                case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"): open += 1
                case UInt8(ascii: "}") where open == 0, UInt8(ascii: ":") where open == 0: return try nonempty(start, at)
                case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"): open -= 1
                case UInt8(ascii: "!") where open == 0 && !isFollowed(at, limit, by: UInt8(ascii: "=")): return try nonempty(start, at)
                case UInt8(ascii: "=") where open == 0:
                    if isComparison(at, start, limit) { at += isFollowed(at, limit, by: UInt8(ascii: "=")) ? 1 : 0 } else { return try nonempty(start, at) }
                case UInt8(ascii: "!"): at += 1
                default: break
                }
            }
            at += 1
        }
        throw fail(.invalidFormatString, "f-string: expecting '}'", Span(start - 1, limit))
    }

    private func isFollowed(_ at: Int, _ limit: Int, by byte: UInt8) -> Bool { at + 1 < limit && bytes[at + 1] == byte }

    /// `==`, `<=`, `>=`, `!=` are no `{value=}`.
    private func isComparison(_ at: Int, _ start: Int, _ limit: Int) -> Bool {
        if isFollowed(at, limit, by: UInt8(ascii: "=")) { return true }
        guard at > start else { return false }
        return [UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "!")].contains(bytes[at - 1])
    }

    private mutating func nonempty(_ start: Int, _ end: Int) throws(Stop) -> Int {
        guard bytes[start..<end].contains(where: { $0 > 32 }) else {
            throw fail(.invalidFormatString, "f-string: empty expression not allowed", Span(start - 1, end + 1))
        }
        return end
    }

    /// The closing brace of a format specification, nested braces passed over.
    private mutating func specEnd(_ start: Int, _ limit: Int) throws(Stop) -> Int {
        var (at, open) = (start, 0)
        while at < limit {
            if bytes[at] == UInt8(ascii: "{") { open += 1 }
            if bytes[at] == UInt8(ascii: "}") {
                if open == 0 { return at }
                open -= 1
            }
            at += 1
        }
        throw fail(.invalidFormatString, "f-string: expecting '}'", Span(start, limit))
    }

    /// The expression in a byte range of the same text.
    private mutating func inner(_ range: Range<Int>) throws(Stop) -> Expression {
        var trimmed = range
        while let first = trimmed.first, bytes[first] <= 32 { trimmed = first + 1..<trimmed.upperBound }
        var parser = Parser(bytes, mode: mode, range: trimmed)
        parser.depth = depth
        guard parser.diagnostics.isEmpty else {
            diagnostics += parser.diagnostics
            throw Stop()
        }
        do {
            let value = try parser.expressionList(allowsStars: false)
            while parser.accept(.newline) {}
            try parser.expect(.end)
            return value
        } catch {
            diagnostics += parser.diagnostics
            throw Stop()
        }
    }
}
