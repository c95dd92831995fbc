import Catalog
import Diagnostics
import Plan
import Syntax
import Values

extension Checker {
    /// Lowers an expression and finds its type.
    func check(_ expression: Expression) -> Node {
        let span = expression.span
        switch expression.kind {
        case .name(let name): return self.name(name, span)
        case .quotedName(let name), .outerName(let name):
            return fail(Diagnostic(.unknownName, "'\(name)' is written as in a query string"), at: span)
        case .literal(let literal): return self.literal(literal, span)
        case .formatted(let pieces): return Node(.formatted(parts(pieces)), type: .text, span: span)
        case .list(let items): return Node(.list(items.map(item)), type: .list(.dynamic), span: span)
        case .tuple(let items): return tuple(items, span)
        case .set(let items): return Node(.set(items.map(item)), type: .set(.dynamic), span: span)
        case .dict(let pairs): return dict(pairs, span)
        case .attribute(let base, let name): return attribute(base, name, span)
        case .subscripted(let base, let key): return subscripted(base, key, span)
        case .slice(let lower, let upper, let step): return slice(lower, upper, step, span)
        case .call(let callee, let arguments): return call(callee, arguments, span)
        case .unary(let symbol, let operand): return unary(symbol, operand, span)
        case .binary(let symbol, let left, let right): return binary(symbol, left, right, span)
        case .comparison(let operands, let symbols): return comparison(operands, symbols, span)
        case .boolean(let symbol, let operands): return boolean(symbol, operands, span)
        case .conditional(let then, let condition, let otherwise): return conditional(then, condition, otherwise, span)
        case .lambda(let parameters, let body): return lambda(parameters, body, span)
        case .comprehension(let kind, let element, let value, let clauses): return comprehension(kind, element, value, clauses, span)
        case .starred(let inner): return Node(.starred(check(inner)), type: .dynamic, span: span)
        case .named(let name, let value): return named(name, value, span)
        }
    }

    private func item(_ expression: Expression) -> Node { check(expression) }

    private func tuple(_ items: [Expression], _ span: Span) -> Node {
        let nodes = items.map(check)
        let starred = nodes.contains { if case .starred = $0.kind { true } else { false } }
        return Node(.tuple(nodes), type: starred ? .dynamic : .tuple(nodes.map(\.type)), span: span)
    }

    private func dict(_ pairs: [(key: Expression?, value: Expression)], _ span: Span) -> Node {
        let lowered = pairs.map { pair in (key: pair.key.map(check), value: check(pair.value)) }
        return Node(.dict(lowered), type: .dict(.dynamic, .dynamic), span: span)
    }

    private func slice(_ lower: Expression?, _ upper: Expression?, _ step: Expression?, _ span: Span) -> Node {
        Node(.slice(lower.map(check), upper.map(check), step.map(check)), type: .slice, span: span)
    }

    private func named(_ name: Name, _ value: Expression, _ span: Span) -> Node {
        let node = check(value)
        return Node(.bind(scope.slot(assigning: name.text, type: lazyDepth == 0 ? node.type : .dynamic), node), type: node.type, span: span)
    }

    // MARK: Literals

    func literal(_ literal: Literal, _ span: Span) -> Node {
        switch literal {
        case .none: Node(.constant(.none), type: .none, span: span)
        case .bool(let flag): Node(.constant(.bool(flag)), type: .bool, span: span)
        case .int(let number): Node(.constant(.int(number)), type: .int, span: span)
        case .float(let number): Node(.constant(.float(number)), type: .float, span: span)
        case .string(let text): Node(.constant(.string(text)), type: .text, span: span)
        case .bigInt: fail(Diagnostic(.unsupportedValue, "an integer beyond 64 bits is not supported"), at: span)
        case .ellipsis: fail(Diagnostic(.unsupportedSyntax, "'...' is not supported"), at: span)
        }
    }

    private func parts(_ pieces: [FormatPiece]) -> [Node.FormatPart] {
        pieces.flatMap { piece -> [Node.FormatPart] in
            switch piece {
            case .text(let text): [.text(text)]
            case .value(let expression, let conversion, let spec, let debug): value(expression, conversion, spec, debug)
            }
        }
    }

    /// `{x=}` shows the source text, then the value's repr unless a format is given.
    private func value(
        _ expression: Expression, _ conversion: FormatPiece.Conversion?, _ spec: [FormatPiece], _ debug: String?
    ) -> [Node.FormatPart] {
        let shown = conversion?.rawValue ?? (debug != nil && spec.isEmpty ? "r" : nil)
        let part = Node.FormatPart.value(check(expression), conversion: shown, spec: parts(spec))
        return debug.map { [.text($0), part] } ?? [part]
    }

    // MARK: What may not run

    private func boolean(_ symbol: BooleanOperator, _ operands: [Expression], _ span: Span) -> Node {
        var nodes: [Node] = []
        for (at, operand) in operands.enumerated() { nodes.append(at == 0 ? check(operand) : lazily { check(operand) }) }
        let areMasks = nodes.allSatisfy { $0.type == .series(.bool) }
        let meant = Diagnostic.Suggestion(
            "combine masks with '\(symbol == .and ? "&" : "|")'", span: Precedence.inside(span, operands), replacement: Precedence.combined(symbol, operands), isCertain: true)
        for at in operands.indices.dropLast() {
            let asked = { self.truth(of: nodes[at], operands[at].span, suggestions: areMasks ? [meant] : []) }
            nodes[at] = at == 0 ? asked() : lazily(asked)
        }
        let type = nodes.allSatisfy { $0.type == .bool } ? StaticType.bool : .dynamic
        switch symbol {
        case .and: return Node(.and(nodes), type: type, span: span)
        case .or: return Node(.or(nodes), type: type, span: span)
        }
    }

    private func conditional(_ then: Expression, _ condition: Expression, _ otherwise: Expression, _ span: Span) -> Node {
        let test = truth(condition)
        let (yes, no) = lazily { (check(then), check(otherwise)) }
        return Node(.conditional(then: yes, condition: test, otherwise: no), type: yes.type == no.type ? yes.type : .dynamic, span: span)
    }

    /// An expression whose truth is asked: a Series or a frame has none.
    func truth(_ expression: Expression) -> Node {
        truth(of: check(expression), expression.span)
    }

    /// - Parameter suggestions: what may have been meant instead.
    func truth(of node: Node, _ span: Span, suggestions: [Diagnostic.Suggestion] = []) -> Node {
        switch node.type {
        case .series, .frame, .index:
            let what = node.type.label
            return fail(
                Diagnostic(
                    .ambiguousTruth, "the truth value of a \(what) is ambiguous", at: span,
                    helps: ["use '&', '|' and '~' with parentheses between masks", "ask '.any()', '.all()', '.iloc[0]', or 'len(…) > 0'"],
                    suggestions: suggestions),
                at: span)
        case .dynamic, .none, .bool, .int, .float, .text, .timestamp, .timedelta, .date, .groupBy, .array, .list, .tuple, .set, .dict,
            .function, .type, .slice, .accessor, .module:
            return node
        }
    }

    // MARK: Functions of the query

    private func lambda(_ parameters: [Parameter], _ body: Expression, _ span: Span) -> Node {
        let defaults = parameters.map { $0.defaultValue.map(check) }
        let bound = parameters.map { scope.shadow($0.name.text, type: .dynamic) }
        let lowered = lazily { check(body) }
        for (at, parameter) in parameters.enumerated().reversed() { scope.restore(parameter.name.text, bound[at].hidden) }
        let slots = parameters.indices.map { (slot: bound[$0].slot, name: parameters[$0].name.text, defaultValue: defaults[$0]) }
        return Node(.lambda(Node.Lambda(parameters: slots, body: lowered)), type: .function, span: span)
    }

    private func comprehension(
        _ kind: ComprehensionKind, _ element: Expression, _ value: Expression?, _ clauses: [Clause], _ span: Span
    ) -> Node {
        var hidden: [(String, Scope.Meaning?)] = []
        var lowered: [Node.Comprehension.Clause] = []
        for (at, clause) in clauses.enumerated() {
            let source = at == 0 ? check(clause.source) : lazily { check(clause.source) }
            let target = shadowing(clause.target, &hidden)
            lowered.append(Node.Comprehension.Clause(target: target, source: source, conditions: lazily { clause.conditions.map(truth) }))
        }
        let (result, second) = lazily { (check(element), value.map(check)) }
        for (name, meaning) in hidden.reversed() { scope.restore(name, meaning) }
        let node = Node.Comprehension(kind: Node.Comprehension.Kind(kind), element: result, value: second, clauses: lowered)
        return Node(.comprehension(node), type: Checker.type(of: kind), span: span)
    }

    private static func type(of kind: ComprehensionKind) -> StaticType {
        switch kind {
        case .list: .list(.dynamic)
        case .set: .set(.dynamic)
        case .dict: .dict(.dynamic, .dynamic)
        case .generator: .dynamic
        }
    }

    /// A comprehension's variables live in the comprehension only.
    private func shadowing(_ expression: Expression, _ hidden: inout [(String, Scope.Meaning?)]) -> Target {
        switch expression.kind {
        case .name(let name):
            let (slot, before) = scope.shadow(name, type: .dynamic)
            hidden.append((name, before))
            return .local(slot)
        case .tuple(let items), .list(let items):
            let starred = items.firstIndex { if case .starred = $0.kind { true } else { false } }
            return .tuple(items.map { shadowing($0, &hidden) }, starred: starred)
        case .starred(let inner): return shadowing(inner, &hidden)
        case .quotedName, .outerName, .literal, .formatted, .set, .dict, .attribute, .subscripted, .slice, .call, .unary, .binary, .comparison, .boolean,
            .conditional, .lambda, .comprehension, .named:
            _ = fail(Diagnostic(.unsupportedSyntax, "only names can be the variables of a comprehension"), at: expression.span)
            return .tuple([], starred: nil)
        }
    }
}

extension Node.Comprehension.Kind {
    init(_ kind: ComprehensionKind) {
        switch kind {
        case .list: self = .list
        case .set: self = .set
        case .dict: self = .dict
        case .generator: self = .generator
        }
    }
}
