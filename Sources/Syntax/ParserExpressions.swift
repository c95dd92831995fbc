import Diagnostics

/// How tightly binary operators bind, loosest first (the Python reference, "Operator precedence").
enum Precedence: Int, Comparable {
    case bitOr, bitXor, bitAnd, shift, sum, product

    static func < (a: Precedence, b: Precedence) -> Bool { a.rawValue < b.rawValue }

    /// The level that binds the right operand of a left-associative operator.
    var tighter: Precedence? { Precedence(rawValue: rawValue + 1) }
}

extension Parser {
    /// `a`, or `a, b, *c` as a tuple.
    mutating func expressionList(allowsStars: Bool) throws(Stop) -> Expression {
        let start = token.span.start
        var items = [try starOrNamed(allowsStars)]
        guard isAt(.comma) else { return items[0] }
        while accept(.comma) {
            guard startsExpression else { break }
            items.append(try starOrNamed(allowsStars))
        }
        return Expression(.tuple(items), Span(start, lastEnd))
    }

    mutating func starOrNamed(_ allowsStars: Bool) throws(Stop) -> Expression {
        let start = token.span.start
        if allowsStars, accept(.multiply) { return Expression(.starred(try binary(.bitOr)), Span(start, lastEnd)) }
        return try expression()
    }

    /// Whether the next token can begin an expression.
    var startsExpression: Bool {
        switch kind {
        case .name, .number, .string, .quotedName: true
        case .keyword(let keyword):
            switch keyword {
            case .not, .lambda, .true, .false, .none, .await, .yield: true
            default: false
            }
        case .symbol(let symbol):
            switch symbol {
            case .openParenthesis, .openBracket, .openBrace, .add, .subtract, .invert, .multiply, .ellipsis, .at: true
            default: false
            }
        case .newline, .indent, .dedent, .end: false
        }
    }

    /// `name := value`, or an expression.
    mutating func namedExpression() throws(Stop) -> Expression {
        guard kind == .name, peek(1) == .symbol(.walrus) else { return try expression() }
        let name = try name()
        guard sources == 0 else {
            throw fail(.unexpectedToken, "':=' cannot be used in what a comprehension runs over", name.span)
        }
        advance()
        bound.append(name)
        let value = try expression()
        return Expression(.named(name, value), Span(name.span.start, lastEnd))
    }

    /// A lambda, a conditional, or anything that binds tighter.
    mutating func expression() throws(Stop) -> Expression {
        try nested { (parser: inout Parser) throws(Stop) in
            if parser.isAt(.lambda) { return try parser.lambda() }
            if parser.isAt(.yield) || parser.isAt(.await) {
                throw parser.fail(.unsupportedSyntax, "\(Parser.name(parser.kind)) is not supported", parser.token.span)
            }
            let then = try parser.or()
            guard parser.accept(.if) else { return then }
            let condition = try parser.or()
            try parser.expect(.keyword(.else))
            let otherwise = try parser.expression()
            return Expression(.conditional(then: then, condition: condition, otherwise: otherwise), then.span.joined(otherwise.span))
        }
    }

    private mutating func lambda() throws(Stop) -> Expression {
        let start = advance().span.start
        var parameters: [Parameter] = []
        while !isAt(.colon) {
            if isAt(.multiply) || isAt(.power) || isAt(.divide) {
                throw fail(.unsupportedSyntax, "starred and positional-only parameters are not supported", token.span)
            }
            let name = try name()
            guard !parameters.contains(where: { $0.name.text == name.text }) else {
                throw fail(.invalidArguments, "duplicate argument '\(name.text)' in a lambda", name.span)
            }
            let value = accept(.assign) ? try expression() : nil
            if value == nil, parameters.last?.defaultValue != nil {
                throw fail(.invalidArguments, "a parameter without a default follows one with a default", name.span)
            }
            parameters.append(Parameter(name, defaultValue: value))
            guard accept(.comma) else { break }
        }
        try expect(.colon)
        let outside = bound.count
        let body = try expression()
        bound.removeLast(bound.count - outside)
        return Expression(.lambda(parameters, body: body), Span(start, lastEnd))
    }

    mutating func or() throws(Stop) -> Expression {
        let first = try and()
        guard isAt(.or) || isQuerySymbol(.bitOr) else { return first }
        var operands = [first]
        while accept(.or) || acceptInQuery(.bitOr) { operands.append(try and()) }
        return Expression(.boolean(.or, operands), Span(first.span.start, lastEnd))
    }

    private mutating func and() throws(Stop) -> Expression {
        let first = try not()
        guard isAt(.and) || isQuerySymbol(.bitAnd) else { return first }
        var operands = [first]
        while accept(.and) || acceptInQuery(.bitAnd) { operands.append(try not()) }
        return Expression(.boolean(.and, operands), Span(first.span.start, lastEnd))
    }

    /// pandas reads `&` and `|` of a query string as `and` and `or`, with their precedence.
    private func isQuerySymbol(_ symbol: Symbol) -> Bool { mode == .query && isAt(symbol) }

    private mutating func acceptInQuery(_ symbol: Symbol) -> Bool { mode == .query && accept(symbol) }

    private mutating func not() throws(Stop) -> Expression {
        guard isAt(.not) else { return try comparison() }
        let start = advance().span.start
        return try nested { (parser: inout Parser) throws(Stop) in
            let operand = try parser.not()
            return Expression(.unary(.not, operand), Span(start, operand.span.end))
        }
    }

    private mutating func comparison() throws(Stop) -> Expression {
        let first = try binary(.bitOr)
        guard var symbol = comparisonOperator() else { return first }
        var (operands, symbols): ([Expression], [ComparisonOperator]) = ([first], [])
        while true {
            symbols.append(symbol)
            operands.append(try binary(.bitOr))
            guard let next = comparisonOperator() else { break }
            symbol = next
        }
        return Expression(.comparison(operands, symbols), Span(first.span.start, lastEnd))
    }

    /// Reads a comparison operator, if one is next.
    private mutating func comparisonOperator() -> ComparisonOperator? {
        let found: ComparisonOperator? =
            switch kind {
            case .symbol(.equal): .equal
            case .symbol(.notEqual): .notEqual
            case .symbol(.less): .less
            case .symbol(.lessEqual): .lessEqual
            case .symbol(.greater): .greater
            case .symbol(.greaterEqual): .greaterEqual
            case .keyword(.in): .contains
            case .keyword(.is): peek(1) == .keyword(.not) ? .isNot : .isSame
            case .keyword(.not): peek(1) == .keyword(.in) ? .notContains : nil
            default: nil
            }
        guard let found else { return nil }
        advance()
        if found == .isNot || found == .notContains { advance() }
        return found
    }

    // MARK: Binary operators

    /// Operators that bind at least this tightly, left to right.
    mutating func binary(_ least: Precedence) throws(Stop) -> Expression {
        var left = try unary()
        while let (symbol, level) = binaryOperator, level >= least {
            advance()
            try checkChain(left)
            let right = if let tighter = level.tighter { try binary(tighter) } else { try unary() }
            left = Expression(.binary(symbol, left, right), left.span.joined(right.span))
        }
        return left
    }

    private var binaryOperator: (BinaryOperator, Precedence)? {
        guard case .symbol(let symbol) = kind else { return nil }
        switch symbol {
        case .bitOr: return mode == .query ? nil : (.bitOr, .bitOr)
        case .bitXor: return (.bitXor, .bitXor)
        case .bitAnd: return mode == .query ? nil : (.bitAnd, .bitAnd)
        case .shiftLeft: return (.shiftLeft, .shift)
        case .shiftRight: return (.shiftRight, .shift)
        case .add: return (.add, .sum)
        case .subtract: return (.subtract, .sum)
        case .multiply: return (.multiply, .product)
        case .divide: return (.divide, .product)
        case .floorDivide: return (.floorDivide, .product)
        case .modulo: return (.modulo, .product)
        case .at: return mode == .query ? nil : (.matrixMultiply, .product)
        default: return nil
        }
    }

    /// `-x`, `+x`, `~x`, then `**`, which binds its left side tighter and its right side looser.
    private mutating func unary() throws(Stop) -> Expression {
        let symbol: UnaryOperator? = isAt(.subtract) ? .negate : isAt(.add) ? .plus : isAt(.invert) ? .invert : nil
        guard let symbol else { return try power() }
        let start = advance().span.start
        return try nested { (parser: inout Parser) throws(Stop) in
            let operand = try parser.unary()
            return Expression(.unary(symbol, operand), Span(start, operand.span.end))
        }
    }

    private mutating func power() throws(Stop) -> Expression {
        let base = try primary()
        guard accept(.power) else { return base }
        return try nested { (parser: inout Parser) throws(Stop) in
            let exponent = try parser.unary()
            return Expression(.binary(.power, base, exponent), base.span.joined(exponent.span))
        }
    }
}
