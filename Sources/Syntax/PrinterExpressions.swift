/// How tightly an expression holds together, loosest first; a place asks for a least binding and gets parentheses below it.
enum Binding: Int, Comparable {
    case named, conditional, or, and, not, comparison, bitOr, bitXor, bitAnd, shift, sum, product, unary, power, primary

    static func < (a: Binding, b: Binding) -> Bool { a.rawValue < b.rawValue }

    var tighter: Binding { Binding(rawValue: rawValue + 1) ?? .primary }
}

extension BinaryOperator {
    var binding: Binding {
        switch self {
        case .bitOr: .bitOr
        case .bitXor: .bitXor
        case .bitAnd: .bitAnd
        case .shiftLeft, .shiftRight: .shift
        case .add, .subtract: .sum
        case .multiply, .divide, .floorDivide, .modulo, .matrixMultiply: .product
        case .power: .power
        }
    }
}

extension Expression {
    var binding: Binding {
        switch kind {
        case .named: .named
        case .conditional, .lambda: .conditional
        case .boolean(.or, _): .or
        case .boolean(.and, _): .and
        case .unary(.not, _): .not
        case .unary: .unary
        case .comparison: .comparison
        case .binary(let symbol, _, _): symbol.binding
        case .name, .quotedName, .outerName, .literal, .formatted, .list, .tuple, .set, .dict, .attribute, .subscripted, .slice, .call,
            .comprehension, .starred:
            .primary
        }
    }
}

extension Printer {
    /// The expression, in parentheses where it binds looser than its place asks.
    func text(_ expression: Expression, _ least: Binding) -> String {
        let text = unwrapped(expression)
        return expression.binding < least ? "(\(text))" : text
    }

    private func unwrapped(_ expression: Expression) -> String {
        switch expression.kind {
        case .name(let name): name
        case .quotedName(let name): "`\(name)`"
        case .outerName(let name): "@\(name)"
        case .literal(let literal): self.literal(literal)
        case .formatted(let pieces): formatted(pieces)
        case .list(let items): "[\(commas(items, .named))]"
        case .tuple(let items): "(\(commas(items, .named, isTuple: true)))"
        case .set(let items): items.isEmpty ? "{*()}" : "{\(commas(items, .named))}"
        case .dict(let pairs): "{\(pairs.map(pair).joined(separator: ", "))}"
        case .attribute(let base, let name): "\(attributeBase(base)).\(name.text)"
        case .subscripted(let base, let index): "\(text(base, .primary))[\(subscriptText(index))]"
        case .slice(let lower, let upper, let step): slice(lower, upper, step)
        case .call(let function, let arguments): "\(text(function, .primary))(\(self.arguments(arguments)))"
        case .unary(.not, let operand): "not \(text(operand, .not))"
        case .unary(let symbol, let operand): "\(symbol.rawValue)\(text(operand, .unary))"
        case .binary(let symbol, let left, let right): binary(symbol, left, right)
        case .comparison(let operands, let symbols): comparison(operands, symbols)
        case .boolean(let symbol, let operands):
            operands.map { text($0, expression.binding.tighter) }.joined(separator: " \(symbol.rawValue) ")
        case .conditional(let then, let condition, let otherwise):
            "\(text(then, .or)) if \(text(condition, .or)) else \(text(otherwise, .conditional))"
        case .lambda(let parameters, let body): lambda(parameters, body)
        case .comprehension(let kind, let element, let value, let clauses): comprehension(kind, element, value, clauses)
        case .starred(let inner): "*\(text(inner, .bitOr))"
        case .named(let name, let value): "\(name.text) := \(text(value, .conditional))"
        }
    }

    func commas(_ items: [Expression], _ least: Binding, isTuple: Bool = false) -> String {
        let text = items.map { self.text($0, least) }.joined(separator: ", ")
        return isTuple && items.count == 1 ? text + "," : text
    }

    // MARK: Primaries

    /// A number before a dot would swallow it.
    private func attributeBase(_ base: Expression) -> String {
        guard case .literal(let literal) = base.kind else { return text(base, .primary) }
        switch literal {
        case .int, .bigInt: return "(\(text(base, .primary)))"
        case .none, .ellipsis, .bool, .float, .string: return text(base, .primary)
        }
    }

    private func subscriptText(_ index: Expression) -> String {
        guard case .tuple(let items) = index.kind, !items.isEmpty else { return text(index, .named) }
        return commas(items, .named, isTuple: true)
    }

    private func slice(_ lower: Expression?, _ upper: Expression?, _ step: Expression?) -> String {
        let bounds = "\(optional(lower)):\(optional(upper))"
        return step.map { "\(bounds):\(text($0, .conditional))" } ?? bounds
    }

    private func optional(_ expression: Expression?) -> String { expression.map { text($0, .conditional) } ?? "" }

    private func arguments(_ arguments: [Argument]) -> String {
        if arguments.count == 1, case .positional = arguments[0].kind,
            case .comprehension(.generator, let element, _, let clauses) = arguments[0].value.kind
        {
            return generator(element, clauses)
        }
        return arguments.map(argument).joined(separator: ", ")
    }

    private func argument(_ argument: Argument) -> String {
        switch argument.kind {
        case .positional: text(argument.value, .named)
        case .keyword(let name): "\(name.text)=\(text(argument.value, .conditional))"
        case .starred: "*\(text(argument.value, .conditional))"
        case .doubleStarred: "**\(text(argument.value, .conditional))"
        }
    }

    private func pair(_ pair: (key: Expression?, value: Expression)) -> String {
        guard let key = pair.key else { return "**\(text(pair.value, .bitOr))" }
        return "\(text(key, .conditional)): \(text(pair.value, .conditional))"
    }

    // MARK: Operators

    /// Left-associative, but for `**`.
    private func binary(_ symbol: BinaryOperator, _ left: Expression, _ right: Expression) -> String {
        let level = symbol.binding
        let (leftLeast, rightLeast): (Binding, Binding) = symbol == .power ? (.primary, .unary) : (level, level.tighter)
        return "\(text(left, leftLeast)) \(symbol.rawValue) \(text(right, rightLeast))"
    }

    private func comparison(_ operands: [Expression], _ symbols: [ComparisonOperator]) -> String {
        var parts = operands.first.map { [text($0, .bitOr)] } ?? []
        for (symbol, operand) in zip(symbols, operands.dropFirst()) { parts += [symbol.rawValue, text(operand, .bitOr)] }
        return parts.joined(separator: " ")
    }

    private func lambda(_ parameters: [Parameter], _ body: Expression) -> String {
        let names = parameters.map { parameter in
            parameter.name.text + (parameter.defaultValue.map { "=\(text($0, .conditional))" } ?? "")
        }
        let head = names.isEmpty ? "lambda" : "lambda \(names.joined(separator: ", "))"
        return "\(head): \(text(body, .conditional))"
    }

    // MARK: Comprehensions

    private func comprehension(_ kind: ComprehensionKind, _ element: Expression, _ value: Expression?, _ clauses: [Clause]) -> String {
        switch kind {
        case .list: "[\(generator(element, clauses))]"
        case .set: "{\(generator(element, clauses))}"
        case .generator: "(\(generator(element, clauses)))"
        case .dict: "{\(text(element, .conditional)): \(optional(value))\(self.clauses(clauses))}"
        }
    }

    private func generator(_ element: Expression, _ clauses: [Clause]) -> String { text(element, .named) + self.clauses(clauses) }

    private func clauses(_ clauses: [Clause]) -> String {
        clauses.map { clause in
            let conditions = clause.conditions.map { " if \(text($0, .or))" }.joined()
            return " for \(target(clause.target)) in \(text(clause.source, .or))\(conditions)"
        }.joined()
    }

    private func target(_ target: Expression) -> String {
        guard case .tuple(let items) = target.kind, !items.isEmpty else { return text(target, .bitOr) }
        return commas(items, .bitOr, isTuple: true)
    }
}
