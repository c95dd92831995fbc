import Diagnostics
import Plan

extension Checker {
    /// Warns of conditions that all rows meet, or none.
    func lintConditions(_ node: Node) {
        switch node.kind {
        case .and(let operands): lintAll(operands, node)
        case .or(let operands): lintAny(operands, node)
        case .binary(.bitAnd, _, _): lintAll(node.parts(of: .bitAnd), node)
        case .binary(.bitOr, _, _): lintAny(node.parts(of: .bitOr), node)
        case .comparison(let operands, let symbols): lintSides(operands, symbols, node)
        case .method(let receiver, let attribute, let arguments): lintSides(receiver, attribute, arguments, node)
        default: return
        }
    }

    private func lintAll(_ operands: [Node], _ node: Node) {
        guard let (first, second) = ConstantVerdict.contradiction(operands) else { return }
        reportOnce(.warning(
            .alwaysFalse, "nothing can meet both conditions, so together they are always false", at: first.span.joined(second.span),
            helps: ["join conditions on one cell with 'or' ('|' between columns), or leave one out"]))
    }

    private func lintAny(_ operands: [Node], _ node: Node) {
        guard let (first, second) = ConstantVerdict.pair(operands, where: { $0.completes($1) }) else { return }
        reportOnce(.warning(
            .alwaysTrue, "everything meets one condition or the other, so together they are always true", at: first.span.joined(second.span),
            helps: ["join conditions on one cell with 'and' ('&' between columns), or leave one out"]))
    }

    private func lintSides(_ operands: [Node], _ symbols: [ComparisonOperator], _ node: Node) {
        guard symbols.count == 1, operands[0].readsTable, operands[0].isSame(as: operands[1]) else { return }
        reportSides(node)
    }

    /// `df.equals(df)`, `df['a'].eq(df['a'])`
    private func lintSides(_ receiver: Node, _ attribute: Node.Attribute, _ arguments: Node.Arguments, _ node: Node) {
        guard Checker.comparing.contains(attribute.name), arguments.positional.count == 1, receiver.readsTable, receiver.isSame(as: arguments.positional[0])
        else { return }
        reportSides(node)
    }

    private static let comparing: Set<String> = ["equals", "eq", "ne", "lt", "le", "gt", "ge"]

    private func reportSides(_ node: Node) {
        reportOnce(.warning(
            .comparedWithItself, "both sides of the comparison are the same", at: node.span, helps: ["compare with what the claim says"]))
    }

    /// A chain of conditions is looked at as a whole, then once more without its last.
    private func reportOnce(_ diagnostic: Diagnostic) {
        if !diagnostics.contains(where: { $0.code == diagnostic.code && $0.span == diagnostic.span }) { report(diagnostic) }
    }
}

extension ConstantVerdict {
    /// Chains longer than this are not looked through.
    private static let mostConditions = 32

    /// The first two conditions that nothing can meet at once.
    static func contradiction(_ operands: [Node]) -> (Node, Node)? { pair(operands) { $0.excludes($1) } }

    static func pair(_ operands: [Node], where matches: (Condition, Condition) -> Bool) -> (Node, Node)? {
        let conditions = operands.prefix(mostConditions).compactMap { node in Condition(node).map { (node: node, condition: $0) } }
        for (at, one) in conditions.enumerated() {
            if let other = conditions[(at + 1)...].first(where: { matches(one.condition, $0.condition) }) { return (one.node, other.node) }
        }
        return nil
    }
}

extension Node {
    /// The operands of a chain of one operator: `a & b & c`.
    fileprivate func parts(of symbol: BinaryOperator) -> [Node] {
        guard case .binary(symbol, let left, let right) = kind else { return [self] }
        return left.parts(of: symbol) + right.parts(of: symbol)
    }
}
