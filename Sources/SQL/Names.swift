extension Select {
    /// The names of all columns that the statement reads or makes.
    public var columnNames: Set<String> {
        var names: Set<String> = []
        collectNames(&names)
        return names
    }

    func collectNames(_ names: inout Set<String>) {
        for output in outputs { output.expression.collectNames(&names) }
        from?.collectNames(&names)
        for expression in conditions + grouping { expression.collectNames(&names) }
        for expression in [having, limit, offset].compactMap(\.self) { expression.collectNames(&names) }
        for ordering in order { ordering.expression.collectNames(&names) }
    }
}

extension Expression {
    /// The expression and every one inside it, those of statements inside too.
    public func contains(where holds: (Expression) -> Bool) -> Bool { holds(self) || parts.contains { $0.contains(where: holds) } }

    private var parts: [Expression] {
        switch self {
        case .null, .integer, .real, .text, .all, .countRows, .column, .qualified: []
        case .unary(_, let operand), .test(let operand, _), .cast(let operand, _): [operand]
        case .binary(_, let left, let right): [left, right]
        case .call(_, let arguments, _): arguments
        case .window(let function, let window): [function] + window.partition + window.order.map(\.expression)
        case .choice(let whens, let otherwise): whens.flatMap { [$0.condition, $0.value] } + [otherwise].compactMap(\.self)
        case .isIn(let operand, let values): [operand] + values
        case .isInRows(let operand, let select): [operand] + select.expressions
        case .rows(let select), .exists(let select): select.expressions
        }
    }
}

extension Select {
    /// All expressions of the statement, those of its sources too.
    var expressions: [Expression] {
        outputs.map(\.expression) + (from?.expressions ?? []) + conditions + grouping + [having, limit, offset].compactMap(\.self)
            + order.map(\.expression)
    }
}

extension Source {
    var expressions: [Expression] {
        switch self {
        case .table: []
        case .rows(let select, _): select.expressions
        case .joined(let left, _, let right, let condition): left.expressions + right.expressions + [condition]
        }
    }
}

extension Source {
    func collectNames(_ names: inout Set<String>) {
        switch self {
        case .table: break
        case .rows(let select, _): select.collectNames(&names)
        case .joined(let left, _, let right, let condition):
            left.collectNames(&names)
            right.collectNames(&names)
            condition.collectNames(&names)
        }
    }
}

extension Expression {
    func collectNames(_ names: inout Set<String>) {
        switch self {
        case .null, .integer, .real, .text, .all, .countRows: break
        case .column(let name), .qualified(_, let name): names.insert(name)
        case .unary(_, let operand), .test(let operand, _), .cast(let operand, _): operand.collectNames(&names)
        case .binary(_, let left, let right):
            left.collectNames(&names)
            right.collectNames(&names)
        case .call(_, let arguments, _): for argument in arguments { argument.collectNames(&names) }
        case .window(let function, let window):
            function.collectNames(&names)
            for expression in window.partition + window.order.map(\.expression) { expression.collectNames(&names) }
        case .choice(let whens, let otherwise):
            for when in whens {
                when.condition.collectNames(&names)
                when.value.collectNames(&names)
            }
            otherwise?.collectNames(&names)
        case .isIn(let operand, let values): for expression in [operand] + values { expression.collectNames(&names) }
        case .isInRows(let operand, let select):
            operand.collectNames(&names)
            select.collectNames(&names)
        case .rows(let select), .exists(let select): select.collectNames(&names)
        }
    }
}
