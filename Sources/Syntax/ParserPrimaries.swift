import Diagnostics

extension Parser {
    /// An atom with what follows it: attributes, calls, subscripts.
    mutating func primary() throws(Stop) -> Expression {
        if isAt(.await) { throw fail(.unsupportedSyntax, "'await' is not supported", token.span) }
        var value = try atom()
        while true {
            try checkChain(value)
            if accept(.dot) {
                let name = try name()
                value = Expression(.attribute(value, name), value.span.joined(name.span))
            } else if isAt(.openParenthesis) {
                let arguments = try arguments()
                value = Expression(.call(value, arguments), Span(value.span.start, lastEnd))
            } else if isAt(.openBracket) {
                let index = try index()
                value = Expression(.subscripted(value, index), Span(value.span.start, lastEnd))
            } else {
                return value
            }
        }
    }

    private mutating func index() throws(Stop) -> Expression {
        advance()
        let start = token.span.start
        var items = [try slice()]
        var isTuple = false
        while accept(.comma) {
            isTuple = true
            if isAt(.closeBracket) { break }
            items.append(try slice())
        }
        if case .starred = items[0].kind { isTuple = true }
        let index = isTuple ? Expression(.tuple(items), Span(start, lastEnd)) : items[0]
        try expect(.closeBracket)
        return index
    }

    private mutating func slice() throws(Stop) -> Expression {
        let start = token.span.start
        if accept(.multiply) { return Expression(.starred(try expression()), Span(start, lastEnd)) }
        if kind == .name, peek(1) == .symbol(.walrus) { return try namedExpression() }
        let lower = isAt(.colon) ? nil : try expression()
        if let lower, !isAt(.colon) { return lower }
        try expect(.colon)
        let upper = isAt(.colon) || isAt(.comma) || isAt(.closeBracket) ? nil : try expression()
        let step: Expression? = accept(.colon) && !isAt(.comma) && !isAt(.closeBracket) ? try expression() : nil
        return Expression(.slice(lower: lower, upper: upper, step: step), Span(start, lastEnd))
    }

    private mutating func arguments() throws(Stop) -> [Argument] {
        advance()
        var arguments: [Argument] = []
        while !isAt(.closeParenthesis) {
            let argument = try argument(first: arguments.isEmpty)
            try check(argument, after: arguments)
            arguments.append(argument)
            guard accept(.comma) else { break }
        }
        try expect(.closeParenthesis)
        return arguments
    }

    private mutating func argument(first: Bool) throws(Stop) -> Argument {
        if accept(.multiply) { return Argument(.starred, try expression()) }
        if accept(.power) { return Argument(.doubleStarred, try expression()) }
        if kind == .name, peek(1) == .symbol(.assign) {
            let name = try name()
            advance()
            return Argument(.keyword(name), try expression())
        }
        let value = try namedExpression()
        guard isAt(.for) else { return Argument(.positional, value) }
        let start = value.span.start
        let clauses = try clauses(from: start)
        let generator = Expression(.comprehension(.generator, element: value, value: nil, clauses: clauses), Span(start, lastEnd))
        guard first, isAt(.closeParenthesis) else {
            throw fail(.invalidArguments, "a generator expression must be parenthesized", generator.span)
        }
        return Argument(.positional, generator)
    }

    /// Positional arguments come first; a keyword comes once.
    private mutating func check(_ argument: Argument, after before: [Argument]) throws(Stop) {
        switch argument.kind {
        case .doubleStarred: return
        case .keyword(let name):
            let repeated = before.contains { if case .keyword(let other) = $0.kind { other.text == name.text } else { false } }
            if repeated { throw fail(.invalidArguments, "keyword argument repeated: '\(name.text)'", name.span) }
        case .positional:
            if before.contains(where: { if case .keyword = $0.kind { true } else { false } }) {
                throw fail(.invalidArguments, "a positional argument follows a keyword argument", argument.value.span)
            }
            fallthrough
        case .starred:
            if before.contains(where: { if case .doubleStarred = $0.kind { true } else { false } }) {
                throw fail(.invalidArguments, "a positional argument follows keyword argument unpacking", argument.value.span)
            }
        }
    }
}
