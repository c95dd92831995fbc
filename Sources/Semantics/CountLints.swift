import Catalog
import Diagnostics
import Plan
import Values

extension Checker {
    /// Warns of `len(df) >= 0` and its like, which hold for every table: a count is never negative.
    func lintCounts(_ node: Node) {
        switch node.kind {
        case .and(let operands), .or(let operands): operands.forEach(lintCounts)
        case .not(let operand): lintCounts(operand)
        case .call(let callee, let arguments):
            if case .constant(.type(.bool)) = callee.kind { arguments.positional.forEach(lintCounts) }
        case .comparison(let operands, let symbols): lintCounts(node, operands, symbols)
        default: return
        }
    }

    private func lintCounts(_ node: Node, _ operands: [Node], _ symbols: [ComparisonOperator]) {
        guard symbols.count == 1, let answer = answer(operands[0], symbols[0], operands[1]) ?? answer(operands[1], symbols[0].flipped, operands[0])
        else { return }
        report(.warning(
            .verdictIgnoresTable, "a count is never negative, so the answer is \(answer ? "True" : "False") for every table", at: node.span,
            helps: ["compare the count with the number that the claim speaks of"]))
    }

    /// What `count symbol bound` is for every count, nil where it depends.
    private func answer(_ count: Node, _ symbol: ComparisonOperator, _ bound: Node) -> Bool? {
        guard isCount(count), let bound = number(bound) else { return nil }
        switch symbol {
        case .greaterEqual: return bound <= 0 ? true : nil
        case .greater, .notEqual: return bound < 0 ? true : nil
        case .less: return bound <= 0 ? false : nil
        case .lessEqual, .equal: return bound < 0 ? false : nil
        case .isSame, .isNot, .contains, .notContains: return nil
        }
    }

    private func number(_ node: Node) -> Double? {
        switch node.kind {
        case .constant(let value): value.number
        case .unary(.negate, let operand): number(operand).map { -$0 }
        default: nil
        }
    }

    private func isCount(_ node: Node) -> Bool {
        switch node.kind {
        case .function(.builtin(.len), _): true
        case .property(_, let attribute): attribute.name == "size"
        case .method(_, let attribute, _): attribute.name == "nunique"
        case .subscripted(let base, _): if case .property(_, let attribute) = base.kind { attribute.name == "shape" } else { false }
        default: false
        }
    }
}
