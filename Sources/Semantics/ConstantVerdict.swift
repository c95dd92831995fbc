import Catalog
import Plan
import Values

/// What an expression's truth is whatever the cells are: for every table of these columns and so many rows.
struct ConstantVerdict {
    /// nil where it is not known.
    let rows: Int?

    /// nil where the cells decide.
    func truth(of node: Node) -> Bool? {
        switch node.kind {
        case .constant(let value): truth(value)
        case .and(let operands): all(operands)
        case .or(let operands): any(operands)
        case .not(let operand): truth(of: operand).map { !$0 }
        case .conditional(let then, let condition, let otherwise): either(then, condition, otherwise)
        case .comparison(let operands, let symbols): symbols.count == 1 ? compared(operands[0], symbols[0], operands[1]) : nil
        case .property(let receiver, let attribute): attribute.name == "empty" && isTable(receiver) ? rows.map { $0 == 0 } : nil
        case .method(let receiver, let attribute, let arguments): attribute.name == "equals" && isAlone(arguments, receiver) ? true : nil
        case .call(let callee, let arguments): converted(callee, arguments)
        default: nil
        }
    }

    private func truth(_ value: Value) -> Bool? {
        switch value {
        case .none: false
        case .bool(let flag): flag
        case .text(let text): !text.isEmpty
        default: value.number.map { $0 != 0 }
        }
    }

    private func all(_ operands: [Node]) -> Bool? {
        if ConstantVerdict.contradiction(operands) != nil { return false }
        let truths = operands.map(truth)
        return truths.contains(false) ? false : truths.contains(nil) ? nil : true
    }

    private func any(_ operands: [Node]) -> Bool? {
        let truths = operands.map(truth)
        return truths.contains(true) ? true : truths.contains(nil) ? nil : false
    }

    private func either(_ then: Node, _ condition: Node, _ otherwise: Node) -> Bool? {
        if let holds = truth(of: condition) { return truth(of: holds ? then : otherwise) }
        let (one, other) = (truth(of: then), truth(of: otherwise))
        return one == other ? one : nil
    }

    /// `bool(x)`
    private func converted(_ callee: Node, _ arguments: Node.Arguments) -> Bool? {
        guard case .constant(.type(.bool)) = callee.kind, arguments.nodes.count == 1 else { return nil }
        return truth(of: arguments.nodes[0])
    }

    /// `x.equals(x)`
    private func isAlone(_ arguments: Node.Arguments, _ receiver: Node) -> Bool { arguments.nodes.count == 1 && arguments.nodes[0].isSame(as: receiver) }

    private func isTable(_ node: Node) -> Bool { if case .local(0) = node.kind { true } else { false } }

    private func compared(_ left: Node, _ symbol: ComparisonOperator, _ right: Node) -> Bool? {
        if let asked = isThere(left, symbol, right) { return asked }
        if case .constant(let one) = left.kind, case .constant(let other) = right.kind { return Condition.holds(one, symbol, other) }
        if let rows, rows > 0 { return hasRows(left, symbol, right) ?? hasRows(right, symbol.flipped, left) }
        return nil
    }

    /// `len(df) > 0`; that the table has this or that number of rows may be what a claim says.
    private func hasRows(_ count: Node, _ symbol: ComparisonOperator, _ bound: Node) -> Bool? {
        guard isRowCount(count), case .constant(let value) = bound.kind, let number = value.number else { return nil }
        switch symbol {
        case .greater: return number == 0 ? true : nil
        case .greaterEqual: return number == 1 ? true : nil
        case .equal: return number == 0 ? false : nil
        case .notEqual: return number == 0 ? true : nil
        case .less: return number == 1 ? false : nil
        case .lessEqual: return number == 0 ? false : nil
        case .isSame, .isNot, .contains, .notContains: return nil
        }
    }

    private func isRowCount(_ node: Node) -> Bool {
        switch node.kind {
        case .function(.builtin(.len), let arguments): arguments.nodes.count == 1 && isTable(arguments.nodes[0])
        case .subscripted(let base, let key):
            if case .property(let receiver, let attribute) = base.kind, case .constant(.int(0)) = key.kind {
                attribute.name == "shape" && isTable(receiver)
            } else {
                false
            }
        default: false
        }
    }

    /// `'crowd' in df.columns`
    private func isThere(_ label: Node, _ symbol: ComparisonOperator, _ place: Node) -> Bool? {
        guard symbol == .contains || symbol == .notContains, case .constant(.text(let wanted)) = label.kind, let labels = labels(place) else { return nil }
        return labels.contains { $0.text == wanted } == (symbol == .contains)
    }

    private func labels(_ place: Node) -> [FrameType.Column]? {
        switch place.kind {
        case .local(0): if case .frame(let type) = place.type { type.columns } else { nil }
        case .property(let receiver, let attribute): attribute.name == "columns" ? labels(receiver) : nil
        default: nil
        }
    }
}
