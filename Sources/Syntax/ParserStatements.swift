import Diagnostics

extension Parser {
    /// All statements; after a broken one it goes on at the next line.
    mutating func script() -> [Statement] {
        var statements: [Statement] = []
        while kind != .end, diagnostics.count < SyntaxLimits.errors {
            // The end of a block whose head was broken.
            if accept(.dedent) { continue }
            let before = at
            do {
                try line(into: &statements)
            } catch {
                recover()
            }
            if at == before { advance() }
        }
        return statements
    }

    private mutating func recover() {
        while kind != .end, kind != .newline { advance() }
        while accept(.newline) || accept(.dedent) || accept(.indent) {}
    }

    /// A compound statement, or simple ones between semicolons up to the end of the line.
    private mutating func line(into statements: inout [Statement]) throws(Stop) {
        if accept(.newline) { return }
        if case .indent = kind { throw fail(.invalidIndentation, "unexpected indent", token.span) }
        if let compound = try compound() {
            statements.append(compound)
            return
        }
        repeat {
            if case .newline = kind { break }
            statements.append(try simple())
        } while accept(.semicolon)
        guard kind != .end else { return }
        try expect(.newline)
    }

    private mutating func compound() throws(Stop) -> Statement? {
        guard case .keyword(let keyword) = kind else { return isAt(.at) ? try refuse("decorators") : nil }
        switch keyword {
        case .if: return try conditional()
        case .for: return try loop()
        case .def: return try refuse("'def'")
        case .class: return try refuse("'class'")
        case .while: return try refuse("'while'")
        case .with: return try refuse("'with'")
        case .try: return try refuse("'try'")
        case .async: return try refuse("'async'")
        case .except, .finally, .elif, .else: throw unexpected("expected a statement")
        case .and, .or, .not, .in, .is, .lambda, .true, .false, .none, .import, .from, .as, .del, .pass, .break, .continue, .assert,
            .raise, .return, .yield, .global, .nonlocal, .await:
            return nil
        }
    }

    private mutating func refuse(_ what: String) throws(Stop) -> Statement? {
        throw fail(.unsupportedSyntax, "\(what) is not supported", token.span, helps: ["a query is expressions and straight-line statements"])
    }

    private mutating func conditional() throws(Stop) -> Statement {
        let start = advance().span
        let condition = try namedExpression()
        let body = try block()
        var otherwise: [Statement] = []
        if isAt(.elif) {
            otherwise = [try nested { (parser: inout Parser) throws(Stop) in try parser.conditional() }]
        } else if accept(.else) {
            otherwise = try block()
        }
        return Statement(.conditional(condition: condition, body: body, otherwise: otherwise), Span(start.start, lastEnd))
    }

    private mutating func loop() throws(Stop) -> Statement {
        let start = advance().span
        let target = try targetList()
        try expect(.keyword(.in))
        let source = try unstarred(expressionList(allowsStars: true))
        loops += 1
        defer { loops -= 1 }
        let body = try block()
        if isAt(.else) { _ = try refuse("'else' after 'for'") }
        return Statement(.loop(target: target, source: source, body: body), Span(start.start, lastEnd))
    }

    private mutating func block() throws(Stop) -> [Statement] {
        try expect(.colon)
        return try nested { (parser: inout Parser) throws(Stop) in
            var statements: [Statement] = []
            guard parser.accept(.newline) else {
                repeat {
                    if case .newline = parser.kind { break }
                    statements.append(try parser.simple())
                } while parser.accept(.semicolon)
                if parser.kind != .end { try parser.expect(.newline) }
                return statements
            }
            guard parser.accept(.indent) else { throw parser.fail(.invalidIndentation, "expected an indented block", parser.token.span) }
            while parser.kind != .dedent, parser.kind != .end { try parser.line(into: &statements) }
            _ = parser.accept(.dedent)
            return statements
        }
    }

    // MARK: Simple statements

    private mutating func simple() throws(Stop) -> Statement {
        let start = token.span
        if case .keyword(let keyword) = kind, let kind = try simple(keyword) { return Statement(kind, Span(start.start, lastEnd)) }
        return try expressionStatement()
    }

    private mutating func simple(_ keyword: Keyword) throws(Stop) -> Statement.Kind? {
        switch keyword {
        case .import: return try importing()
        case .from: return try importingFrom()
        case .del: return try delete()
        case .assert: return try assert()
        case .pass: return word(.pass)
        case .break: return try loopWord(.breaking)
        case .continue: return try loopWord(.continuing)
        case .raise, .return, .yield, .global, .nonlocal, .await:
            throw fail(.unsupportedSyntax, "'\(keyword.rawValue)' is not supported", token.span)
        case .and, .or, .not, .in, .is, .lambda, .true, .false, .none, .as, .if, .else, .for, .elif, .def, .class, .while, .with, .try,
            .except, .finally, .async:
            return nil
        }
    }

    private mutating func word(_ kind: Statement.Kind) -> Statement.Kind {
        advance()
        return kind
    }

    private mutating func loopWord(_ kind: Statement.Kind) throws(Stop) -> Statement.Kind {
        guard loops > 0 else { throw fail(.unexpectedToken, "\(Parser.name(self.kind)) outside a loop", token.span) }
        return word(kind)
    }

    private mutating func dottedName() throws(Stop) -> Name {
        var whole = try name()
        while accept(.dot) {
            let next = try name()
            whole = Name(whole.text + "." + next.text, whole.span.joined(next.span))
        }
        return whole
    }

    private mutating func importing() throws(Stop) -> Statement.Kind {
        advance()
        var imports: [Statement.Import] = []
        repeat { imports.append(Statement.Import(module: try dottedName(), name: nil, alias: try alias())) } while accept(.comma)
        return .importing(imports)
    }

    private mutating func alias() throws(Stop) -> Name? {
        guard accept(.as) else { return nil }
        return try name()
    }

    private mutating func importingFrom() throws(Stop) -> Statement.Kind {
        advance()
        if isAt(.dot) || isAt(.ellipsis) { throw fail(.unsupportedSyntax, "relative imports are not supported", token.span) }
        let module = try dottedName()
        try expect(.keyword(.import))
        if isAt(.multiply) { throw fail(.unsupportedSyntax, "'import *' is not supported", token.span) }
        let parenthesised = accept(.openParenthesis)
        var imports: [Statement.Import] = []
        repeat {
            if parenthesised, !imports.isEmpty, isAt(.closeParenthesis) { break }
            imports.append(Statement.Import(module: module, name: try name(), alias: try alias()))
        } while accept(.comma)
        if parenthesised { try expect(.closeParenthesis) }
        return .importing(imports)
    }

    private mutating func delete() throws(Stop) -> Statement.Kind {
        advance()
        let list = try expressionList(allowsStars: false)
        let targets: [Expression] = if case .tuple(let items) = list.kind { items } else { [list] }
        for target in targets { try checkTarget(target, allowsStar: false, deleting: true) }
        return .delete(targets)
    }

    private mutating func assert() throws(Stop) -> Statement.Kind {
        advance()
        let condition = try expression()
        if accept(.comma) { _ = try expression() }
        return .assert(condition)
    }

    private mutating func expressionStatement() throws(Stop) -> Statement {
        let first = try expressionList(allowsStars: true)
        if let symbol = augmentation { return try augmented(first, symbol) }
        guard isAt(.assign) else {
            if isAt(.colon) { throw fail(.unsupportedSyntax, "annotations are not supported", token.span) }
            return Statement(.expression(try unstarred(first)), first.span)
        }
        var targets = [first]
        var value = first
        while accept(.assign) {
            value = try expressionList(allowsStars: true)
            targets.append(value)
        }
        targets.removeLast()
        for target in targets { try checkTarget(target, allowsStar: false) }
        return Statement(.assign(targets, try unstarred(value)), Span(first.span.start, lastEnd))
    }

    private mutating func unstarred(_ expression: Expression) throws(Stop) -> Expression {
        if case .starred = expression.kind { throw fail(.unexpectedToken, "can't use a starred expression here", expression.span) }
        return expression
    }

    private var augmentation: BinaryOperator? {
        guard case .symbol(let symbol) = kind else { return nil }
        return switch symbol {
        case .addAssign: .add
        case .subtractAssign: .subtract
        case .multiplyAssign: .multiply
        case .divideAssign: .divide
        case .floorAssign: .floorDivide
        case .moduloAssign: .modulo
        case .powerAssign: .power
        case .andAssign: .bitAnd
        case .orAssign: .bitOr
        case .xorAssign: .bitXor
        case .leftAssign: .shiftLeft
        case .rightAssign: .shiftRight
        case .matrixAssign: .matrixMultiply
        default: nil
        }
    }

    private mutating func augmented(_ target: Expression, _ symbol: BinaryOperator) throws(Stop) -> Statement {
        switch target.kind {
        case .name, .attribute, .subscripted: break
        default: throw fail(.invalidTarget, "this cannot be assigned to", target.span)
        }
        advance()
        let value = try unstarred(expressionList(allowsStars: true))
        return Statement(.augmented(target, symbol, value), Span(target.span.start, lastEnd))
    }
}
