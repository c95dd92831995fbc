import Catalog
import Diagnostics
import Plan
import Syntax
import Values

// `df.query("…")` and `df.eval("…")`: the text is read when the query is checked, and becomes ordinary code over the frame.
extension Checker {
    /// The frame inside the text; no query can write this name.
    static let queriedFrame = "`frame`"

    /// `df.query("…")` with a constant text: `df.loc[…]`. Nil where this is no frame's method.
    func query(_ owner: Node, _ arguments: [Argument], _ span: Span) -> Node? {
        inside(owner, arguments, span, "query") { slot, value in
            let frame = Node(.bind(slot, owner), type: owner.type, span: owner.span)
            let loc = Node.Attribute(name: "loc", operation: nil, span: owner.span)
            let rows = Node(.property(frame, loc), type: .accessor(.loc, owner.type), span: owner.span)
            return Node(.subscripted(rows, value), type: owner.type, span: span)
        }
    }

    /// `df.eval("…")` with a constant text: the value of the expression.
    func eval(_ owner: Node, _ arguments: [Argument], _ span: Span) -> Node? {
        inside(owner, arguments, span, "eval") { slot, value in
            let frame = Node(.bind(slot, owner), type: owner.type, span: owner.span)
            let both = Node(.tuple([frame, value]), type: .tuple([owner.type, value.type]), span: span)
            return Node(.subscripted(both, Node(.constant(.int(1)), type: .int, span: span)), type: value.type, span: span)
        }
    }

    private func inside(
        _ owner: Node, _ arguments: [Argument], _ span: Span, _ method: String, _ make: (Int, Node) -> Node
    ) -> Node? {
        switch owner.type {
        case .frame, .dynamic: break
        default: return nil
        }
        do throws(Diagnostic) {
            let text = try QueryText(argument(arguments, method), of: self, method)
            let expression = try text.parsed()
            let (slot, hidden) = scope.shadow(Checker.queriedFrame, type: owner.type)
            defer { scope.restore(Checker.queriedFrame, hidden) }
            if isWholeTable(owner) { scope.tableSlots.insert(slot) }
            let rewritten = try QueryRewriter(checker: self, text: text, frame: owner.type).rewrite(expression)
            return make(slot, check(rewritten.expression))
        } catch {
            return fail(error, at: span)
        }
    }

    /// The text's argument; of the others only what changes nothing may be given.
    private func argument(_ arguments: [Argument], _ method: String) throws(Diagnostic) -> Expression {
        var text: Expression?
        for argument in arguments {
            switch argument.kind {
            case .positional where text == nil: text = argument.value
            case .keyword(let name) where name.text == "expr" && text == nil: text = argument.value
            case .keyword(let name) where isStandard(name.text, argument.value): continue
            case .keyword(let name):
                throw Diagnostic(.unsupportedArgument, "'\(name.text)' of \(method)() is not supported", at: name.span)
            case .positional, .starred, .doubleStarred:
                throw Diagnostic(.unsupportedArgument, "\(method)() takes one text", at: argument.value.span)
            }
        }
        guard let text else { throw Diagnostic(.wrongArguments, "\(method)() missing 1 required argument: 'expr'") }
        return text
    }

    private func isStandard(_ name: String, _ value: Expression) -> Bool {
        switch (name, value.kind) {
        case ("engine", .literal(.string("python"))), ("parser", .literal(.string("pandas"))), ("inplace", .literal(.bool(false))): true
        default: false
        }
    }

    /// A text that the query itself spells out: a literal, a name bound to one, an f-string of such.
    func constantText(_ expression: Expression) -> String? {
        switch expression.kind {
        case .literal(.string(let text)): return text
        case .name(let name):
            guard case .slot(let slot)? = scope.meaning(of: name) else { return nil }
            return scope.constants[slot]
        case .formatted(let pieces):
            var out = ""
            for piece in pieces {
                guard let part = constantText(piece) else { return nil }
                out += part
            }
            return out
        case .binary(.add, let left, let right):
            guard let left = constantText(left), let right = constantText(right) else { return nil }
            return left + right
        default: return nil
        }
    }

    private func constantText(_ piece: FormatPiece) -> String? {
        switch piece {
        case .text(let text): text
        case .value(let expression, nil, let spec, nil) where spec.isEmpty: constantText(expression)
        case .value: nil
        }
    }
}

/// The text of a query string, and where its bytes stand in the query around it.
struct QueryText {
    let text: String
    /// The literal, or whatever gives the text.
    private let whole: Span
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
