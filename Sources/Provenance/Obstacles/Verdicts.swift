import Catalog
import Interpreter
import Plan
import Values

extension Obstacles {
    /// What stands in the way of the other truth of a node.
    func hindrance(_ node: Node) -> String? {
        let node = bare(node)
        switch node.kind {
        case .and(let operands): return junction(operands, settledBy: false)
        case .or(let operands): return junction(operands, settledBy: true)
        case .binary(.bitAnd, let left, let right) where isFlag(left) && isFlag(right): return junction([left, right], settledBy: false)
        case .binary(.bitOr, let left, let right) where isFlag(left) && isFlag(right): return junction([left, right], settledBy: true)
        case .not(let operand), .unary(.invert, let operand): return hindrance(operand)
        case .comparison(let operands, let symbols): return comparison(operands, symbols)
        case .conditional(let then, let condition, let otherwise): return truth(condition).flatMap { hindrance($0 ? then : otherwise) }
        case .method(let receiver, let attribute, let arguments) where arguments.nodes.isEmpty: return asked(attribute.name, of: receiver) ?? nonzero(node)
        case .property(let receiver, let attribute): return asked(attribute.name, of: receiver) ?? nonzero(node)
        case .function(let operation, let arguments): return arguments.positional.first.flatMap { asked(operation.name, of: $0) } ?? nonzero(node)
        case .call(_, let arguments) where arguments.positional.count == 1: return hindrance(arguments.positional[0])
        default: return nonzero(node)
        }
    }

    private func isFlag(_ node: Node) -> Bool { value(node)?.flag != nil }

    /// `and` and `or`: settled by one operand, or by several of which each is enough.
    private func junction(_ operands: [Node], settledBy settling: Bool) -> String? {
        let truths = operands.map(truth)
        let settlers = operands.indices.filter { truths[$0] == settling }
        if let failing = truths.firstIndex(of: nil) { return "`\(source(operands[failing]))` fails when it is reached" }
        if settlers.count == 1 { return hindrance(operands[settlers[0]]) }
        guard settlers.isEmpty else { return several(settlers.map { operands[$0] }, of: operands.count, fail: !settling) }
        let reasons = operands.map(hindrance)
        return reasons.contains { $0 == nil } ? nil : reasons[0]
    }

    private func several(_ parts: [Node], of count: Int, fail: Bool) -> String {
        let listed = parts.prefix(3).map { "`\(source($0))`" }.joined(separator: ", ")
        return fail ? "\(parts.count) of the \(count) conditions fail, not one: \(listed)" : "\(parts.count) of the \(count) conditions hold, and one is enough: \(listed)"
    }

    /// `any`, `all`, `empty`, `bool` and the like.
    private func asked(_ name: String, of receiver: Node) -> String? {
        switch name {
        case "any", "max": anyHindrance(receiver)
        case "all", "min": allHindrance(receiver)
        case "empty": chosen(receiver).flatMap { $0.count == 0 ? missing($0.masks) : "\($0.count) rows are left, and one is enough" }
        case "item", "bool", "squeeze": hindrance(receiver)
        default: nil
        }
    }

    private func anyHindrance(_ mask: Node) -> String? {
        guard let flags = value(mask)?.flags else { return nil }
        let held = flags.count { $0 }
        return held > 1 ? "\(held) rows meet the condition, and one is enough" : held == 0 ? missing([mask]) : nil
    }

    private func allHindrance(_ mask: Node) -> String? {
        guard let flags = value(mask)?.flags else { return nil }
        let failing = flags.count { !$0 }
        return failing > 1 ? "\(failing) of \(flags.count) rows fail the condition" : nil
    }

    /// A verdict that is no condition.
    private func nonzero(_ node: Node) -> String? {
        guard let value = value(node), value.flag == nil else { return nil }
        if let number = value.number {
            if let movement = movement(node), movement.most < abs(number) { return "the verdict is the number \(Abridged.text(value)), which is true until it is 0, and one cell does not take it there" }
            return "the verdict is the number \(Abridged.text(value)), and only 0 is false"
        }
        return "the verdict is \(Abridged.text(value)), a \(value.typeName) and no condition"
    }
}
