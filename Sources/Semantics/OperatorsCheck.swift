import Catalog
import Diagnostics
import Plan
import Syntax
import Values

extension Checker {
    func unary(_ symbol: Syntax.UnaryOperator, _ operand: Expression, _ span: Span) -> Node {
        let node = check(operand)
        guard symbol != .not else { return Node(.not(truth(of: node, operand.span, suggestions: inverted(node, operand, span))), type: .bool, span: span) }
        let lowered: Plan.UnaryOperator = symbol == .negate ? .negate : symbol == .invert ? .invert : .plus
        if lowered == .negate, case .constant(let value) = node.kind, let folded = Checker.negated(value) {
            return Node(.constant(folded), type: node.type, span: span)
        }
        return Node(.unary(lowered, node), type: unaryType(lowered, node.type), span: span)
    }

    /// `not mask` is `~mask`.
    private func inverted(_ node: Node, _ operand: Expression, _ span: Span) -> [Diagnostic.Suggestion] {
        guard node.type == .series(.bool) else { return [] }
        let end = operand.span.end
        return [Diagnostic.Suggestion("invert a mask with '~'", span: Span(min(span.start, end), end), replacement: "~(\(Printer.print(operand)))", isCertain: true)]
    }

    private static func negated(_ value: Value) -> Value? {
        switch value {
        case .int(let number) where number != .min: .int(-number)
        case .float(let number): .float(-number)
        default: nil
        }
    }

    private func unaryType(_ symbol: Plan.UnaryOperator, _ type: StaticType) -> StaticType {
        switch type {
        case .series, .frame, .int, .float, .array: type
        case .bool: .int
        default: .dynamic
        }
    }

    func binary(_ symbol: Syntax.BinaryOperator, _ left: Expression, _ right: Expression, _ span: Span) -> Node {
        let (a, b) = (check(left), check(right))
        let lowered = Plan.BinaryOperator(symbol)
        if let refused = refuse(lowered, a, b, span) { return refused }
        return Node(.binary(lowered, a, b), type: type(of: lowered, a.type, b.type), span: span)
    }

    /// A text or a float beside a mask: the missing parentheses around a comparison.
    private func refuse(_ symbol: Plan.BinaryOperator, _ a: Node, _ b: Node, _ span: Span) -> Node? {
        guard symbol == .bitAnd || symbol == .bitOr || symbol == .bitXor else { return nil }
        let pair = (a.type, b.type)
        switch pair {
        case (.text, .series(.bool)), (.text, .series(.int)), (.text, .series(.float)), (.float, .series(.bool)), (.float, .series(.int)):
            return mayHoldGaps(b) ? nil : refusal(symbol, a, b, span)
        case (.series(.bool), .text), (.series(.int), .text), (.series(.float), .text), (.series(.bool), .float), (.series(.int), .float):
            return mayHoldGaps(a) ? nil : refusal(symbol, a, b, span)
        default: return nil
        }
    }

    /// Whether flags may be objects with gaps among them, which pandas combines with anything: `str.contains` over a column with gaps.
    private func mayHoldGaps(_ flags: Node) -> Bool {
        guard case .method(let receiver, let attribute, _) = flags.kind, attribute.operation?.facts.nulls == .propagate else { return false }
        return column(under: receiver).map(table.hasGaps) ?? false
    }

    /// The column that a chain of properties and methods begins with.
    private func column(under node: Node) -> Int? {
        switch node.kind {
        case .property(let receiver, _), .method(let receiver, _, _): column(under: receiver)
        case .column(_, let position, let label): table.type.columns.flatMap { position < $0.count && $0[position].text == label ? position : nil }
        default: nil
        }
    }

    private func refusal(_ symbol: Plan.BinaryOperator, _ a: Node, _ b: Node, _ span: Span) -> Node {
        fail(
            Diagnostic(
                .typeMismatch, "cannot combine \(a.type.label) and \(b.type.label) with '\(symbol.rawValue)'",
                helps: ["'&' and '|' bind tighter than '==': put each comparison in parentheses"]), at: span)
    }

    /// The type of `left symbol right`.
    func type(of symbol: Plan.BinaryOperator, _ left: StaticType, _ right: StaticType) -> StaticType {
        switch (left, right) {
        case (.series(let a), .series(let b)): .series(element(symbol, a, b))
        case (.series(let a), _): .series(scalarElement(right).map { element(symbol, a, $0) } ?? .unknown)
        case (_, .series(let b)): .series(scalarElement(left).map { element(symbol, $0, b) } ?? .unknown)
        case (.int, .int), (.int, .float), (.float, .int), (.float, .float): scalar(symbol, left, right)
        case (.text, .text) where symbol == .add: .text
        default: .dynamic
        }
    }

    private func scalarElement(_ type: StaticType) -> StaticType.Element? {
        switch type {
        case .bool: .bool
        case .int: .int
        case .float: .float
        case .text: .text
        case .timestamp: .timestamp
        case .timedelta: .timedelta
        case .dynamic, .none, .date, .series, .frame, .groupBy, .index, .array, .list, .tuple, .set, .dict, .function, .type, .slice, .accessor,
            .module:
            nil
        }
    }

    private func scalar(_ symbol: Plan.BinaryOperator, _ a: StaticType, _ b: StaticType) -> StaticType {
        if symbol == .divide { return .float }
        if symbol == .power { return .dynamic }
        return a == .int && b == .int ? .int : .float
    }

    private func element(_ symbol: Plan.BinaryOperator, _ a: StaticType.Element, _ b: StaticType.Element) -> StaticType.Element {
        switch symbol {
        case .bitAnd, .bitOr, .bitXor: return a == .int && b == .int ? .int : a == .bool || b == .bool ? .bool : .unknown
        case .add, .subtract, .multiply: return arithmetic(a, b)
        case .divide: return isNumeric(a) && isNumeric(b) ? .float : .unknown
        case .floorDivide, .modulo, .power, .shiftLeft, .shiftRight, .matrixMultiply: return .unknown
        }
    }

    private func arithmetic(_ a: StaticType.Element, _ b: StaticType.Element) -> StaticType.Element {
        if a == .int, b == .int { return .int }
        if isNumeric(a), isNumeric(b), a == .float || b == .float { return .float }
        return .unknown
    }

    private func isNumeric(_ element: StaticType.Element) -> Bool {
        switch element {
        case .bool, .int, .float: true
        case .text, .timestamp, .timedelta, .object, .unknown: false
        }
    }

    // MARK: Comparisons

    func comparison(_ operands: [Expression], _ symbols: [Syntax.ComparisonOperator], _ span: Span) -> Node {
        let before = diagnostics.count
        guard operands.count > 2 else {
            let nodes = operands.map(check)
            suggestParentheses(operands, symbols, since: before, span)
            return pair(nodes, Plan.ComparisonOperator(symbols[0]), operands, span)
        }
        var nodes: [Node] = []
        for (at, operand) in operands.enumerated() { nodes.append(at < 2 ? check(operand) : lazily { check(operand) }) }
        if nodes[0].type.isTabular || nodes[1].type.isTabular, !symbols[0].isMembership {
            return fail(
                Diagnostic(
                    .ambiguousTruth, "a chained comparison asks the truth of a \(nodes[0].type.isTabular ? nodes[0].type.label : nodes[1].type.label)",
                    helps: ["write (a < b) & (b < c), or .between(a, c)"], suggestions: unchained(operands, symbols, span)), at: span)
        }
        return Node(.comparison(nodes, symbols.map(Plan.ComparisonOperator.init)), type: .dynamic, span: span)
    }

    /// Adds the parentheses that are missing to an error that their lack has made.
    private func suggestParentheses(_ operands: [Expression], _ symbols: [Syntax.ComparisonOperator], since before: Int, _ span: Span) {
        guard before < diagnostics.count, diagnostics[before].code == .typeMismatch, diagnostics[before].severity == .error else { return }
        diagnostics[before].suggestions += parentheses(operands, symbols, span)
    }

    private func parentheses(_ operands: [Expression], _ symbols: [Syntax.ComparisonOperator], _ span: Span) -> [Diagnostic.Suggestion] {
        guard let meant = Precedence.regrouped(operands, symbols) else { return [] }
        return [Diagnostic.Suggestion("put each comparison in parentheses", span: Precedence.inside(span, operands), replacement: meant, isCertain: true)]
    }

    /// A chain over columns, each comparison on its own.
    private func unchained(_ operands: [Expression], _ symbols: [Syntax.ComparisonOperator], _ span: Span) -> [Diagnostic.Suggestion] {
        let parentheses = parentheses(operands, symbols, span)
        guard parentheses.isEmpty, !symbols.contains(where: \.isMembership) else { return parentheses }
        let place = Precedence.inside(span, operands)
        return [Diagnostic.Suggestion("compare twice", span: place, replacement: Precedence.unchained(operands, symbols), isCertain: true)]
    }

    private func pair(_ nodes: [Node], _ symbol: Plan.ComparisonOperator, _ operands: [Expression], _ span: Span) -> Node {
        let (a, b) = (nodes[0], nodes[1])
        if let refused = refuse(symbol, a, b, span) ?? refuse(symbol.flipped, b, a, span) { return refused }
        if warns { lint(WrittenComparison(symbol: symbol, nodes: nodes, operands: operands, span: span)) }
        return Node(.comparison(nodes, [symbol]), type: comparisonType(symbol, a.type, b.type), span: span)
    }

    func comparisonType(_ symbol: Plan.ComparisonOperator, _ a: StaticType, _ b: StaticType) -> StaticType {
        switch symbol {
        case .isSame, .isNot, .contains, .notContains: return .bool
        case .equal, .notEqual, .less, .lessEqual, .greater, .greaterEqual: break
        }
        switch (a, b) {
        case (.series, .dynamic), (.dynamic, .series): return .dynamic
        case (.frame, _), (_, .frame): return .dynamic
        case (.series, _), (_, .series): return .series(.bool)
        case (.dynamic, _), (_, .dynamic), (.array, _), (_, .array), (.index, _), (_, .index): return .dynamic
        default: return .bool
        }
    }

    /// An ordering that no cell can bear: text against numbers.
    private func refuse(_ symbol: Plan.ComparisonOperator, _ column: Node, _ other: Node, _ span: Span) -> Node? {
        guard symbol.isOrdering, case .series(let element) = column.type else { return nil }
        switch (element, other.type) {
        case (.int, .text), (.float, .text), (.bool, .text): return unordered(symbol, column, other, span)
        case (.text, .int), (.text, .float), (.text, .bool):
            guard let at = wholeColumn(column), table.holdsText(at) else { return nil }
            return unordered(symbol, column, other, span)
        default: return nil
        }
    }

    private func unordered(_ symbol: Plan.ComparisonOperator, _ column: Node, _ other: Node, _ span: Span) -> Node {
        fail(
            Diagnostic(
                .typeMismatch, "'\(symbol.rawValue)' cannot compare \(column.type.label) with \(other.type.label)",
                helps: ["convert the text first: 'pd.to_numeric(…, errors=\"coerce\")'"]), at: span)
    }
}

extension Plan.BinaryOperator {
    init(_ symbol: Syntax.BinaryOperator) {
        switch symbol {
        case .add: self = .add
        case .subtract: self = .subtract
        case .multiply: self = .multiply
        case .divide: self = .divide
        case .floorDivide: self = .floorDivide
        case .modulo: self = .modulo
        case .power: self = .power
        case .matrixMultiply: self = .matrixMultiply
        case .bitAnd: self = .bitAnd
        case .bitOr: self = .bitOr
        case .bitXor: self = .bitXor
        case .shiftLeft: self = .shiftLeft
        case .shiftRight: self = .shiftRight
        }
    }
}

extension Plan.ComparisonOperator {
    init(_ symbol: Syntax.ComparisonOperator) {
        switch symbol {
        case .equal: self = .equal
        case .notEqual: self = .notEqual
        case .less: self = .less
        case .lessEqual: self = .lessEqual
        case .greater: self = .greater
        case .greaterEqual: self = .greaterEqual
        case .isSame: self = .isSame
        case .isNot: self = .isNot
        case .contains: self = .contains
        case .notContains: self = .notContains
        }
    }

    var isOrdering: Bool {
        switch self {
        case .less, .lessEqual, .greater, .greaterEqual: true
        case .equal, .notEqual, .isSame, .isNot, .contains, .notContains: false
        }
    }

    /// `a < b` is `b > a`.
    var flipped: Plan.ComparisonOperator {
        switch self {
        case .less: .greater
        case .lessEqual: .greaterEqual
        case .greater: .less
        case .greaterEqual: .lessEqual
        case .equal, .notEqual, .isSame, .isNot, .contains, .notContains: self
        }
    }
}

extension Syntax.ComparisonOperator {
    var isMembership: Bool {
        switch self {
        case .isSame, .isNot, .contains, .notContains: true
        case .equal, .notEqual, .less, .lessEqual, .greater, .greaterEqual: false
        }
    }
}
