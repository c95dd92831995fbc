import Diagnostics
import Plan
import Values

/// How a block of statements ended.
enum Flow { case next, breaking, continuing }

extension Interpreter {
    @discardableResult func execute(_ steps: [Step]) throws(Failure) -> Flow {
        for step in steps {
            do {
                let flow = try execute(step)
                guard case .next = flow else { return flow }
            } catch {
                guard error.span == nil else { throw error }
                var placed = error
                placed.span = step.span
                throw placed
            }
        }
        return .next
    }

    private func execute(_ step: Step) throws(Failure) -> Flow {
        switch step.kind {
        case .evaluate(let node): _ = try evaluate(node)
        case .assign(let targets, let node): try assign(targets, evaluate(node), from: node)
        case .augmented(let target, let current, let symbol, let node): try augment(target, current, symbol, node)
        case .conditional(let condition, let then, let otherwise): return try execute(truth(evaluate(condition)) ? then : otherwise)
        case .loop(let target, let source, let body): return try loop(target, source, body)
        case .assert(let node): try assert(node)
        case .delete(let target): try delete(target)
        case .pass: break
        case .breaking: return .breaking
        case .continuing: return .continuing
        }
        return .next
    }

    private func assign(_ targets: [Target], _ value: Value, from node: Node) throws(Failure) {
        for target in targets { try assign(target, value) }
        if case .series(let series) = value { try noteView(series, node) }
    }

    private func augment(_ target: Target, _ current: Node, _ symbol: BinaryOperator, _ node: Node) throws(Failure) {
        let old = try evaluate(current)
        let operand = try evaluate(node)
        if case .list(let list) = old, symbol == .add {
            let items = try iterate(operand)
            try charge(items: items.count)
            for item in items { try checkNesting(item, in: list) }
            list.items += items
            return
        }
        let new = try binary(symbol, old, operand)
        // Series and frames change in place: so do their other names.
        if case .local = target, old.series != nil && new.series != nil || old.frame != nil && new.frame != nil {
            return try replace(current, old, with: new)
        }
        try assign(target, new)
    }

    private func loop(_ target: Target, _ source: Node, _ body: [Step]) throws(Failure) -> Flow {
        for item in try iterate(evaluate(source)) {
            try meter.charge(steps: 1)
            try assign(target, item)
            if case .breaking = try execute(body) { break }
        }
        return .next
    }

    private func assert(_ node: Node) throws(Failure) {
        guard try truth(evaluate(node)) else { throw Failure(.assertion, "the assertion does not hold") }
    }
}
