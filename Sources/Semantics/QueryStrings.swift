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
        asked(of: owner, span) { () throws(Diagnostic) in
            let (text, isInPlace) = try text(of: arguments, "query")
            let value = try inside(owner, text, text.parsed(), assigning: nil)
            let loc = Node.Attribute(name: "loc", operation: nil, span: owner.span)
            let frame = Node(.queried(value.slot, owner), type: owner.type, span: owner.span)
            let rows = Node(.property(frame, loc), type: .accessor(.loc, owner.type), span: owner.span)
            let result = Node(.subscripted(rows, value.node), type: owner.type, span: span)
            return isInPlace ? try replacing(owner, with: result, span) : result
        }
    }

    /// `df.eval("…")` with a constant text: the value of the expression, or the frame with the column that it assigns.
    func eval(_ owner: Node, _ arguments: [Argument], _ span: Span) -> Node? {
        asked(of: owner, span) { () throws(Diagnostic) in
            let (text, isInPlace) = try text(of: arguments, "eval")
            guard !isInPlace else { throw Diagnostic(.unsupportedArgument, "eval() in place is not supported") }
            let (target, expression) = try text.parsedAssignment()
            let value = try inside(owner, text, expression, assigning: target)
            let frame = Node(.queried(value.slot, owner), type: owner.type, span: owner.span)
            return last(of: [frame, value.node], span)
        }
    }

    /// Nil where the receiver has no such method for sure.
    private func asked(of owner: Node, _ span: Span, _ make: () throws(Diagnostic) -> Node) -> Node? {
        switch owner.type {
        case .frame, .dynamic: break
        default: return nil
        }
        do throws(Diagnostic) {
            return try make()
        } catch {
            return fail(error, at: span)
        }
    }

    /// The expression as a node, and the variable that holds the frame inside it.
    private func inside(
        _ owner: Node, _ text: QueryText, _ expression: Expression, assigning target: Name?
    ) throws(Diagnostic) -> (slot: Int, node: Node) {
        try requireColumnsOnce(owner.type, text)
        let (slot, hidden) = scope.shadow(Checker.queriedFrame, type: owner.type)
        defer { scope.restore(Checker.queriedFrame, hidden) }
        if isWholeTable(owner) { scope.tableSlots.insert(slot) }
        let rewriter = QueryRewriter(checker: self, text: text, frame: owner.type)
        let value = try rewriter.rewrite(expression).expression
        guard let target else { return (slot, check(value)) }
        let frame = Expression(.name(Checker.queriedFrame), value.span)
        let column = Argument(.keyword(Name(target.text, text.place(target.span))), value)
        return (slot, check(rewriter.asked(frame, "assign", value.span, [column])))
    }

    /// pandas looks at every column before it reads the text, and fails at a name that stands for two.
    private func requireColumnsOnce(_ type: StaticType, _ text: QueryText) throws(Diagnostic) {
        guard case .frame(let frame) = type, let columns = frame.columns else { return }
        var seen: Set<Text> = []
        guard let twice = columns.first(where: { !seen.insert($0.text).inserted }) else { return }
        throw Diagnostic(
            .typeMismatch, "the column '\(twice.label)' is there more than once, and a query string then reads none", at: text.whole,
            helps: ["select every column once: df[['\(twice.label)', …]]"])
    }

    /// Evaluates all of these; the value is the last one's.
    private func last(of nodes: [Node], _ span: Span) -> Node {
        let all = Node(.tuple(nodes), type: .tuple(nodes.map(\.type)), span: span)
        let at = Node(.constant(.int(nodes.count - 1)), type: .int, span: span)
        return Node(.subscripted(all, at), type: nodes[nodes.count - 1].type, span: span)
    }

    /// `inplace=True`: whatever holds the frame takes the result, and the value is None.
    private func replacing(_ owner: Node, with result: Node, _ span: Span) throws(Diagnostic) -> Node {
        let operation = Catalog.Operation.frame(.query)
        let flag = Node(.constant(.bool(true)), type: .bool, span: span)
        do {
            let binding = try operation.facts.signature.bind(positional: 1, keywords: ["inplace"], to: "query")
            let arguments = Node.Arguments(positional: [result], keywords: [("inplace", flag)], binding: binding)
            scope.tableSlots.removeAll()
            return Node(.method(owner, Node.Attribute(name: "query", operation: operation, span: span), arguments), type: .none, span: span)
        } catch {
            throw error.diagnostic
        }
    }

    /// The text's argument; of the others only what changes nothing may be given.
    private func text(of arguments: [Argument], _ method: String) throws(Diagnostic) -> (text: QueryText, isInPlace: Bool) {
        var text: Expression?
        var isInPlace = false
        for argument in arguments {
            switch argument.kind {
            case .positional where text == nil: text = argument.value
            case .keyword(let name) where name.text == "expr" && text == nil: text = argument.value
            case .keyword(let name) where isStandard(name.text, argument.value): continue
            case .keyword(let name) where name.text == "inplace" && argument.value.isTrue: isInPlace = true
            case .keyword(let name):
                throw Diagnostic(.unsupportedArgument, "'\(name.text)' of \(method)() is not supported", at: name.span)
            case .positional, .starred, .doubleStarred:
                throw Diagnostic(.unsupportedArgument, "\(method)() takes one text", at: argument.value.span)
            }
        }
        guard let text else { throw Diagnostic(.wrongArguments, "\(method)() missing 1 required argument: 'expr'") }
        return (try QueryText(text, of: self, method), isInPlace)
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
            guard case .slot(let slot)? = scope.meaning(of: name), case .string(let text)? = scope.constants[slot] else { return nil }
            return text
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
        case .value(let expression, nil, let spec, nil) where spec.isEmpty: constantText(expression) ?? constantNumber(expression)
        case .value: nil
        }
    }

    /// A number as an f-string writes it.
    private func constantNumber(_ expression: Expression) -> String? {
        guard case .name(let name) = expression.kind, case .slot(let slot)? = scope.meaning(of: name) else { return nil }
        switch scope.constants[slot] {
        case .int(let number): return String(number)
        case .float(let number) where abs(number) >= 1e-4 && abs(number) < 1e16: return "\(number)"
        default: return nil
        }
    }

    /// What a name is bound to, where the query spells it out.
    func constant(_ expression: Expression) -> Literal? {
        if let text = constantText(expression) { return .string(text) }
        if case .literal(let literal) = expression.kind { return literal }
        return nil
    }
}
