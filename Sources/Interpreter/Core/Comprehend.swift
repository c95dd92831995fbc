import Diagnostics
import Plan
import Values

extension Interpreter {
    func comprehend(_ comprehension: Node.Comprehension) throws(Failure) -> Value {
        switch comprehension.kind {
        case .list: .list(try elements(comprehension))
        case .set: .set(SetValue(try hashable(elements(comprehension))))
        case .dict: .dict(try pairs(comprehension))
        case .generator: .iterator(try generator(comprehension))
        }
    }

    private func elements(_ comprehension: Node.Comprehension) throws(Failure) -> [Value] {
        var elements: [Value] = []
        try walk(comprehension.clauses[...]) { () throws(Failure) in elements.append(try evaluate(comprehension.element)) }
        return elements
    }

    private func pairs(_ comprehension: Node.Comprehension) throws(Failure) -> DictValue {
        let dict = DictValue()
        guard let value = comprehension.value else { return dict }
        try walk(comprehension.clauses[...]) { () throws(Failure) in
            dict[try hashable(evaluate(comprehension.element))] = try evaluate(value)
        }
        return dict
    }

    /// Only the first clause's source is evaluated at once, as in Python; any later failure waits for its reader.
    private func generator(_ comprehension: Node.Comprehension) throws(Failure) -> IteratorValue {
        var elements: [Value] = []
        guard let first = comprehension.clauses.first else { return IteratorValue(.generator, []) }
        let source = try iterate(evaluate(first.source))
        do {
            try walk(source, comprehension.clauses[...]) { () throws(Failure) in elements.append(try evaluate(comprehension.element)) }
        } catch {
            guard error.code.phase != .limits else { throw error }
            return IteratorValue(.generator, elements, failure: error)
        }
        return IteratorValue(.generator, elements)
    }

    /// Runs the body for every combination of the clauses' items that meets the conditions.
    private func walk(_ clauses: ArraySlice<Node.Comprehension.Clause>, _ body: () throws(Failure) -> Void) throws(Failure) {
        guard let clause = clauses.first else { return try body() }
        try walk(iterate(evaluate(clause.source)), clauses, body)
    }

    private func walk(
        _ items: [Value], _ clauses: ArraySlice<Node.Comprehension.Clause>, _ body: () throws(Failure) -> Void
    ) throws(Failure) {
        guard let clause = clauses.first else { return }
        for item in items {
            try meter.charge(steps: 1)
            try assign(clause.target, item)
            if try holds(clause.conditions) { try walk(clauses.dropFirst(), body) }
        }
    }

    private func holds(_ conditions: [Node]) throws(Failure) -> Bool {
        for condition in conditions where try !truth(evaluate(condition)) { return false }
        return true
    }
}
