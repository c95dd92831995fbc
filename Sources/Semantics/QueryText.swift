import Diagnostics
import Syntax

/// The text of a query string, and where its bytes stand in the query around it.
struct QueryText {
    let text: String
    /// The literal, or whatever gives the text.
    let whole: Span
    /// Where the text's first byte stands, if its bytes stand in the query as they are.
    private let start: Int?

    /// - Throws: where the text is not known before the query runs; where it has no line, or several.
    init(_ expression: Expression, of checker: Checker, _ method: String) throws(Diagnostic) {
        guard let constant = checker.constantText(expression) else {
            throw Diagnostic(
                .unsupportedValue, "\(method)() needs a text that is known before it runs", at: expression.span,
                helps: ["write the condition as a mask: df[…]"])
        }
        whole = expression.span
        // Two bytes more than the text: quotes without a prefix or escapes.
        let isPlain = expression.span.end - expression.span.start == constant.utf8.count + 2
        guard !constant.isEmpty else { throw Diagnostic(.valueError, "expr cannot be an empty string", at: expression.span) }
        let lines = constant.split(whereSeparator: \.isNewline).map(QueryText.trimmed).filter { !$0.isEmpty }
        guard lines.count <= 1 else {
            throw Diagnostic(.valueError, "expressions of several lines are only valid where they assign", at: expression.span)
        }
        guard let line = lines.first else { throw Diagnostic(.emptyQuery, "the query string is empty", at: expression.span) }
        text = String(line)
        start = isPlain ? expression.span.start + 1 + constant.utf8.distance(from: constant.startIndex, to: line.startIndex) : nil
    }

    private static func trimmed(_ line: Substring) -> Substring {
        var line = line.drop(while: \.isWhitespace)
        while line.last?.isWhitespace == true { line.removeLast() }
        return line
    }

    /// pandas cuts the text into tokens as Python does, backquotes or not: in a name, a bracket must be closed somewhere and a quote
    /// must not find its pair behind the name.
    private func requireReadableNames() throws(Diagnostic) {
        let backquote = UInt8(ascii: "`")
        var (open, isInName) = (0, false)
        var rest = Array(text.utf8)[...]
        while let byte = rest.popFirst() {
            switch byte {
            case backquote: isInName.toggle()
            case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"): open += 1
            case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"): open -= 1
            case UInt8(ascii: "'"), UInt8(ascii: "\""):
                guard let end = rest.firstIndex(of: byte) else { continue }
                if isInName, rest[..<end].contains(backquote) { throw unreadable("a quote in a name in backquotes is taken for a string") }
                rest = rest[(end + 1)...]
            default: continue
            }
        }
        if open != 0 { throw unreadable("a bracket in a name in backquotes was never closed") }
    }

    private func unreadable(_ message: String) -> Diagnostic {
        Diagnostic(.unexpectedToken, message, at: whole, helps: ["use df['…'] instead"])
    }

    /// The place in the query around the text.
    func place(_ span: Span) -> Span { start.map { Span($0 + span.start, $0 + span.end) } ?? whole }

    func parsed() throws(Diagnostic) -> Expression {
        let (expression, diagnostics) = Parser.parseQuery(Array(text.utf8))
        return try read(expression, diagnostics)
    }

    /// The expression, and the name that it is assigned to.
    func parsedAssignment() throws(Diagnostic) -> (target: Name?, expression: Expression) {
        let (target, expression, diagnostics) = Parser.parseEval(Array(text.utf8))
        return (target, try read(expression, diagnostics))
    }

    private func read(_ expression: Expression?, _ diagnostics: [Diagnostic]) throws(Diagnostic) -> Expression {
        if let expression {
            if text.contains("`") { try requireReadableNames() }
            return expression
        }
        var first = diagnostics.first ?? Diagnostic(.unexpectedToken, "the query string cannot be read")
        first.span = place(first.span ?? Span(0, text.utf8.count))
        if start == nil { first.suggestions = [] }
        for at in first.suggestions.indices { first.suggestions[at].span = place(first.suggestions[at].span) }
        throw first
    }
}
