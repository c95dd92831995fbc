import Catalog
import Diagnostics
import Plan
import Values

extension Interpreter {
    /// The value of a node; a failure without a place gets this node's.
    func evaluate(_ node: Node) throws(Failure) -> Value {
        try enter()
        defer { depth -= 1 }
        do {
            let value = try value(of: node)
            if let observer { observer.evaluated(node, value) }
            return value
        } catch {
            guard error.span == nil else { throw error }
            var placed = error
            placed.span = node.span
            throw placed
        }
    }

    private func enter() throws(Failure) {
        depth += 1
        try meter.charge(steps: 1)
        guard depth <= meter.budget.depth else {
            depth -= 1
            throw Failure(.depthLimit, "the query nests deeper than \(meter.budget.depth) evaluations")
        }
    }

    private func value(of node: Node) throws(Failure) -> Value {
        switch node.kind {
        case .constant(let value): value
        case .column(let frame, let position, let label): try column(frame, position, label)
        case .local(let slot): try local(slot)
        case .operation(let operation): .function(OperationValue(operation))
        case .property(let receiver, let attribute): try property(attribute, of: evaluate(receiver))
        case .method(let receiver, let attribute, let arguments): try method(receiver, attribute, arguments)
        case .function(let operation, let arguments): try function(operation, arguments)
        case .call(let callee, let arguments): try call(callee, arguments)
        case .subscripted(let base, let key): try subscripted(base, key)
        case .slice(let lower, let upper, let step): try slice(lower, upper, step)
        case .unary(let symbol, let operand): try unary(symbol, evaluate(operand))
        case .binary(let symbol, let left, let right): try binary(symbol, evaluate(left), evaluate(right))
        case .comparison(let operands, let symbols): try comparison(operands, symbols)
        case .and(let operands): try and(operands)
        case .or(let operands): try or(operands)
        case .not(let operand): .bool(try !truth(evaluate(operand)))
        case .conditional(let then, let condition, let otherwise): try evaluate(truth(evaluate(condition)) ? then : otherwise)
        case .list(let items): .list(try values(of: items))
        case .tuple(let items): .tuple(try values(of: items))
        case .set(let items): try set(items)
        case .dict(let pairs): try dict(pairs)
        case .formatted(let parts): .text(try formatted(parts))
        case .lambda(let lambda): .function(try closure(lambda))
        case .comprehension(let comprehension): try comprehend(comprehension)
        case .bind(let slot, let value): try bind(slot, evaluate(value))
        case .queried(let slot, let frame): try bind(slot, queryable(evaluate(frame)))
        case .starred: throw Failure(.unexpectedToken, "can't use a starred expression here")
        case .failure(let failure): throw failure
        }
    }

    /// A column by the position that the checker found; by label where the frame is not the one that was foreseen.
    private func column(_ frame: Node, _ position: Int, _ label: Text) throws(Failure) -> Value {
        let value = try evaluate(frame)
        guard case .frame(let table) = value, position < table.columnCount, table.columns[position].text == label else {
            return try subscripted(value, key: .text(label))
        }
        return .series(table.series(position))
    }

    private func local(_ slot: Int) throws(Failure) -> Value {
        guard let value = slots[slot] else { throw Failure(.nameError, "a variable is used before it has a value") }
        return value
    }

    private func bind(_ slot: Int, _ value: Value) throws(Failure) -> Value {
        try keep(value, in: slot)
        return value
    }

    /// The frame that a query string is asked of. pandas makes a Series of every column before it reads the string, by the column's label
    /// (`NDFrame._get_cleaned_column_resolvers`): a label that stands for several columns fails, unless it is a number, which no string can name.
    private func queryable(_ value: Value) throws(Failure) -> Value {
        guard case .frame(let frame) = value else { throw Failure(.attributeError, "'\(value.typeName)' object has no attribute 'query'") }
        var seen = Set<HashKey>(minimumCapacity: frame.columnCount)
        for label in frame.columns.values where label.integer == nil {
            guard seen.insert(HashKey(label)).inserted else { throw Failure(.typeError, "the column \(Interpreter.brief(label)) is there more than once, and a query string then reads none") }
        }
        return value
    }

    private func and(_ operands: [Node]) throws(Failure) -> Value {
        var last = Value.none
        for (at, operand) in operands.enumerated() {
            last = try evaluate(operand)
            if at < operands.count - 1, try !truth(last) { return last }
        }
        return last
    }

    private func or(_ operands: [Node]) throws(Failure) -> Value {
        var last = Value.none
        for (at, operand) in operands.enumerated() {
            last = try evaluate(operand)
            if at < operands.count - 1, try truth(last) { return last }
        }
        return last
    }

    /// `a < b <= c`: each operand is evaluated once, and only as far as the answer needs.
    private func comparison(_ operands: [Node], _ symbols: [ComparisonOperator]) throws(Failure) -> Value {
        var left = try evaluate(operands[0])
        var result = Value.bool(true)
        for (at, symbol) in symbols.enumerated() {
            let right = try evaluate(operands[at + 1])
            result = try compare(symbol, left, right)
            if at < symbols.count - 1, try !truth(result) { return result }
            left = right
        }
        return result
    }

    /// The items of a display; `*values` are spliced.
    func values(of nodes: [Node]) throws(Failure) -> [Value] {
        var items: [Value] = []
        items.reserveCapacity(nodes.count)
        for node in nodes {
            if case .starred(let source) = node.kind {
                items += try iterate(evaluate(source))
            } else {
                items.append(try evaluate(node))
            }
        }
        return items
    }

    private func set(_ nodes: [Node]) throws(Failure) -> Value {
        .set(SetValue(try hashable(values(of: nodes))))
    }

    private func dict(_ pairs: [(key: Node?, value: Node)]) throws(Failure) -> Value {
        let dict = DictValue()
        for pair in pairs {
            if let key = pair.key {
                dict[try hashable(evaluate(key))] = try evaluate(pair.value)
            } else {
                guard case .dict(let merged) = try evaluate(pair.value) else { throw Failure(.typeError, "'**' needs a dict") }
                for (key, value) in zip(merged.keys, merged.values) { dict[key] = value }
            }
        }
        return .dict(dict)
    }

    private func slice(_ lower: Node?, _ upper: Node?, _ step: Node?) throws(Failure) -> Value {
        .slice(SliceValue(lower: try part(lower), upper: try part(upper), step: try part(step)))
    }

    private func part(_ node: Node?) throws(Failure) -> Value {
        guard let node else { return .none }
        return try evaluate(node)
    }

    /// `base[key]`; an indexer (`df.loc[…]`) is asked at once, without becoming a value.
    private func subscripted(_ base: Node, _ key: Node) throws(Failure) -> Value {
        let value = try evaluate(base)
        return try charged(subscripted(value, key: evaluate(key)))
    }

    /// A value that can be a key of a dict or a set.
    func hashable(_ value: Value) throws(Failure) -> Value {
        guard value.isHashable else { throw Failure(.typeError, "unhashable type: '\(value.typeName)'") }
        return value
    }

    func hashable(_ values: [Value]) throws(Failure) -> [Value] {
        for value in values { _ = try hashable(value) }
        return values
    }
}
