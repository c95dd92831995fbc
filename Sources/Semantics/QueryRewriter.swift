import Diagnostics
import Plan
import Syntax
import Values

/// Turns the language of `df.query` into ordinary code over the frame, as pandas' evaluator (`pandas.core.computation.expr`) reads it.
///
/// Names are columns; `and`, `or` and `not` work cell by cell; a chained comparison is its pairs joined by `and`; `==` beside a list or
/// `in` asks `isin`. A method can be asked only of what pandas has evaluated by then: of names, calls and lists, not of `a + b`.
struct QueryRewriter {
    let checker: Checker
    let text: QueryText
    let frame: StaticType

    func rewrite(_ expression: Expression) throws(Diagnostic) -> QueryPiece {
        let span = text.place(expression.span)
        switch expression.kind {
        case .name(let name): return try column(name, span)
        case .quotedName(let name): return try quoted(name, span)
        case .outerName(let name): return try outer(name, span)
        case .literal(let literal): return constant(literal, span)
        case .list(let items), .tuple(let items): return try list(items, span)
        case .attribute(let base, let name): return try attribute(of: base, name, span)
        case .subscripted(let base, let key): return try subscripted(base, key, span)
        case .call(let callee, let arguments): return try call(callee, arguments, span)
        case .unary(let symbol, let operand): return try unary(symbol, operand, span)
        case .binary(let symbol, let left, let right): return try arithmetic(symbol, rewrite(left), rewrite(right), span)
        case .comparison(let operands, let symbols): return try comparisons(operands, symbols, span)
        case .boolean(let symbol, let operands): return try boolean(symbol, operands, span)
        case .formatted, .set, .dict, .slice, .conditional, .lambda, .comprehension, .starred, .named:
            throw Diagnostic(.notImplemented, "pandas cannot read this in a query string", at: span, helps: ["write the condition as a mask: df[…]"])
        }
    }

    private func constant(_ literal: Literal, _ span: Span) -> QueryPiece {
        let expression = Expression(.literal(literal), span)
        if case .string = literal { return QueryPiece(expression, .text) }
        return QueryPiece(expression, .scalar)
    }

    private func list(_ items: [Expression], _ span: Span) throws(Diagnostic) -> QueryPiece {
        var pieces: [Expression] = []
        for item in items { pieces.append(try rewrite(item).expression) }
        return QueryPiece(Expression(.list(pieces), span), .list)
    }

    // MARK: Attributes and calls

    /// What a method or an attribute is asked of.
    private func term(_ base: Expression) throws(Diagnostic) -> QueryPiece {
        let piece = try rewrite(base)
        guard piece.isTerm != false else {
            throw Diagnostic(
                .attributeError, "pandas cannot ask an attribute of an operation in a query string", at: text.place(base.span),
                helps: ["write the condition as a mask: df[…]"])
        }
        return piece
    }

    private func attribute(of base: Expression, _ name: Name, _ span: Span) throws(Diagnostic) -> QueryPiece {
        let base = try term(base)
        return QueryPiece(Expression(.attribute(base.expression, Name(name.text, text.place(name.span))), span), .unknown)
    }

    private func subscripted(_ base: Expression, _ key: Expression, _ span: Span) throws(Diagnostic) -> QueryPiece {
        let base = try rewrite(base)
        return QueryPiece(Expression(.subscripted(base.expression, try rewrite(key).expression), span), .unknown)
    }

    private func call(_ callee: Expression, _ arguments: [Argument], _ span: Span) throws(Diagnostic) -> QueryPiece {
        var isFunction = false
        let function: Expression
        switch callee.kind {
        case .attribute(let base, _):
            try refuseNumpy(base)
            function = try rewrite(callee).expression
        case .name(let name) where QueryRewriter.functions.contains(name) && !isColumn(name):
            isFunction = true
            function = attribute(Expression(.name("np"), span), name, text.place(callee.span))
        case .name(let name) where !isColumn(name):
            throw Diagnostic(.unknownName, "\"\(name)\" is not a supported function", at: text.place(callee.span))
        case .name, .quotedName, .outerName: function = try rewrite(callee).expression
        default: throw Diagnostic(.typeError, "only named functions are supported in a query string", at: text.place(callee.span))
        }
        var rewritten: [Argument] = []
        for argument in arguments { rewritten.append(try self.argument(argument, isFunction)) }
        return QueryPiece(Expression(.call(function, rewritten), span), isFunction ? .other : .unknown, isTerm: !isFunction)
    }

    /// pandas loses the arguments of `@np.name(…)` on its way.
    private func refuseNumpy(_ base: Expression) throws(Diagnostic) {
        guard case .outerName(let name) = base.kind, case .module(.numpy)? = checker.scope.meaning(of: name) else { return }
        throw Diagnostic(.typeError, "pandas cannot call numpy's functions by '@\(name)' in a query string", at: text.place(base.span))
    }

    private func isColumn(_ name: String) -> Bool {
        guard case .frame(let frame) = frame else { return false }
        return !frame.positions(of: name).isEmpty
    }

    private func argument(_ argument: Argument, _ isFunction: Bool) throws(Diagnostic) -> Argument {
        let value = try rewrite(argument.value).expression
        switch argument.kind {
        case .positional: return Argument(.positional, value)
        case .keyword(let name):
            guard !isFunction else { throw Diagnostic(.typeError, "the function does not support keyword arguments", at: text.place(name.span)) }
            return Argument(.keyword(Name(name.text, text.place(name.span))), value)
        case .starred, .doubleStarred: throw Diagnostic(.notImplemented, "pandas cannot read '*' in a query string", at: value.span)
        }
    }

    // MARK: Operators

    private func unary(_ symbol: Syntax.UnaryOperator, _ operand: Expression, _ span: Span) throws(Diagnostic) -> QueryPiece {
        let piece = try rewrite(operand)
        let lowered: Syntax.UnaryOperator = symbol == .not ? .invert : symbol
        return QueryPiece(Expression(.unary(lowered, piece.expression), span), .other, isTerm: false)
    }

    private func arithmetic(
        _ symbol: Syntax.BinaryOperator, _ a: QueryPiece, _ b: QueryPiece, _ span: Span
    ) throws(Diagnostic) -> QueryPiece {
        switch symbol {
        case .add, .subtract, .multiply, .divide, .floorDivide, .modulo, .power: break
        case .matrixMultiply, .bitAnd, .bitOr, .bitXor, .shiftLeft, .shiftRight:
            throw Diagnostic(.unsupportedSyntax, "pandas has no '\(symbol.rawValue)' in a query string", at: span)
        }
        let (hasObjects, hasUnknown) = (a.kind == .object || b.kind == .object, a.kind == .unknown || b.kind == .unknown)
        guard !hasObjects || hasUnknown || a.kind == b.kind else {
            throw Diagnostic(
                .typeError, "pandas cannot compute '\(symbol.rawValue)' between a text column and another type in a query string", at: span)
        }
        let kind: QueryPiece.Kind = hasUnknown ? .unknown : hasObjects ? .object : .other
        return QueryPiece(Expression(.binary(symbol, a.expression, b.expression), span), kind, isTerm: a.isKnown(beside: b))
    }

    private func boolean(_ symbol: BooleanOperator, _ operands: [Expression], _ span: Span) throws(Diagnostic) -> QueryPiece {
        var pieces: [QueryPiece] = []
        for operand in operands { pieces.append(try rewrite(operand)) }
        return try joined(pieces, symbol, span)
    }

    private func joined(_ pieces: [QueryPiece], _ symbol: BooleanOperator, _ span: Span) throws(Diagnostic) -> QueryPiece {
        var result = pieces[0]
        for piece in pieces.dropFirst() {
            try requireFlags(result)
            try requireFlags(piece)
            let expression = Expression(.binary(symbol == .and ? .bitAnd : .bitOr, result.expression, piece.expression), span)
            result = QueryPiece(expression, .other, isTerm: result.isKnown(beside: piece))
        }
        return result
    }

    /// A number or a text is no condition.
    private func requireFlags(_ piece: QueryPiece) throws(Diagnostic) {
        guard piece.isConstant else { return }
        if case .literal(.bool) = piece.expression.kind { return }
        guard piece.kind == .list || piece.expression.isLiteral else { return }
        throw Diagnostic(.notImplemented, "cannot evaluate scalar only bool ops", at: piece.expression.span)
    }

    // MARK: Comparisons

    private func comparisons(
        _ operands: [Expression], _ symbols: [Syntax.ComparisonOperator], _ span: Span
    ) throws(Diagnostic) -> QueryPiece {
        var pairs: [QueryPiece] = []
        for (at, symbol) in symbols.enumerated() {
            pairs.append(try comparison(symbol, rewrite(operands[at]), rewrite(operands[at + 1]), span))
        }
        return try joined(pairs, .and, span)
    }

    private func comparison(
        _ symbol: Syntax.ComparisonOperator, _ a: QueryPiece, _ b: QueryPiece, _ span: Span
    ) throws(Diagnostic) -> QueryPiece {
        switch symbol {
        case .isSame, .isNot: throw Diagnostic(.notImplemented, "pandas has no '\(symbol.rawValue)' in a query string", at: span)
        case .contains, .notContains: return try membership(a, b, negated: symbol == .notContains, span)
        case .less, .lessEqual, .greater, .greaterEqual: return compared(symbol, date(a, beside: b), date(b, beside: a), span)
        case .equal, .notEqual: return try equality(symbol, a, b, span)
        }
    }

    private func compared(_ symbol: Syntax.ComparisonOperator, _ a: QueryPiece, _ b: QueryPiece, _ span: Span) -> QueryPiece {
        QueryPiece(Expression(.comparison([a.expression, b.expression], [symbol]), span), .other, isTerm: a.isKnown(beside: b))
    }

    /// A number beside dates is read as a date: `day > 2020`.
    private func date(_ piece: QueryPiece, beside other: QueryPiece) -> QueryPiece {
        guard other.kind == .datetime, case .literal(.int(let number)) = piece.expression.kind else { return piece }
        return QueryPiece(Expression(.literal(.string(String(number))), piece.expression.span), .text)
    }

    /// `==` and `!=`: beside a list they ask membership, where pandas has both sides by then.
    private func equality(_ symbol: Syntax.ComparisonOperator, _ a: QueryPiece, _ b: QueryPiece, _ span: Span) throws(Diagnostic) -> QueryPiece {
        guard a.isTerm != false, b.isTerm != false else { return compared(symbol, a, b, span) }
        if a.kind == .list || b.kind == .list || a.isConstant && b.isConstant && (a.kind == .text || b.kind == .text) {
            return try membership(a, b, negated: symbol == .notEqual, span)
        }
        let plain = compared(symbol, date(a, beside: b), date(b, beside: a), span)
        if a.kind == .text || b.kind == .text { return QueryPiece(plain.expression, .other) }
        guard let variable = [a, b].first(where: { $0.kind == .unknown && $0.expression.isName }) else { return plain }
        let other = variable.expression === a.expression ? b : a
        let asked = try membership(other, QueryPiece(variable.expression, .list), negated: symbol == .notEqual, span)
        return QueryPiece(Expression(.conditional(then: asked.expression, condition: isList(variable.expression, span), otherwise: plain.expression), span), .other, isTerm: nil)
    }

    private func isList(_ variable: Expression, _ span: Span) -> Expression {
        let arguments = [Argument(.positional, variable), Argument(.positional, Expression(.name("list"), span))]
        return Expression(.call(Expression(.name("isinstance"), span), arguments), span)
    }

    /// `x in y` is `x.isin(y)`, or `y.isin(x)` for a list x; a text is a list of one.
    private func membership(_ a: QueryPiece, _ b: QueryPiece, negated: Bool, _ span: Span) throws(Diagnostic) -> QueryPiece {
        let (x, y) = (listed(a), listed(b))
        if x.isConstant && y.isConstant {
            throw Diagnostic(.unsupportedValue, "a condition between constants is not supported in a query string", at: span)
        }
        if x.kind == .scalar {
            let symbol: Syntax.ComparisonOperator = negated ? .notContains : .contains
            return QueryPiece(Expression(.comparison([x.expression, y.expression], [symbol]), span), .other)
        }
        let (cells, values) = x.kind == .list ? (y, x) : (x, y)
        let asked = asked(cells.expression, "isin", span, [Argument(.positional, values.expression)])
        return QueryPiece(negated ? Expression(.unary(.invert, asked), span) : asked, .other)
    }

    private func listed(_ piece: QueryPiece) -> QueryPiece {
        guard piece.kind == .text else { return piece }
        return QueryPiece(Expression(.list([piece.expression]), piece.expression.span), .list)
    }
}

extension Expression {
    var isLiteral: Bool { if case .literal = kind { true } else { false } }
    var isTrue: Bool { if case .literal(.bool(true)) = kind { true } else { false } }
    var isName: Bool { if case .name = kind { true } else { false } }
}
