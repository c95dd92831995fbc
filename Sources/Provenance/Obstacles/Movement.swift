import Catalog
import Plan
import Values

/// How far one cell can move a number.
struct Movement {
    /// The furthest, at most.
    let most: Double
    /// Whether it is either that far or not at all.
    let isStep: Bool

    static let none = Movement(most: 0, isStep: true)
}

extension Obstacles {
    /// How far one cell can move a number that is made of counts and constants; nil where it is made of anything else.
    func movement(_ node: Node) -> Movement? {
        let node = bare(node)
        if case .constant = node.kind { return Movement.none }
        if let counting = counting(node), counting.isLocal { return counting.masks.isEmpty ? Movement.none : Movement(most: 1, isStep: true) }
        if isCountOfGroup(node) { return Movement(most: 1, isStep: true) }
        if let most = groups(node) { return Movement(most: most, isStep: true) }
        switch node.kind {
        case .unary(_, let operand): return movement(operand)
        case .binary(let symbol, let left, let right): return movement(symbol, left, right)
        default: return nil
        }
    }

    /// How many rows, different values or groups there are among rows that conditions chose: one cell makes one more, or one fewer.
    private func groups(_ node: Node) -> Double? {
        switch node.kind {
        case .function(let operation, let arguments) where operation.name == "len" && arguments.positional.count == 1: isThinned(arguments.positional[0]) ? 1 : nil
        case .function(let operation, let arguments) where operation.name == "sum" && arguments.positional.count == 1:
            isSumOfItsItems(arguments.positional[0]) ? 1 : nil
        case .method(let receiver, let attribute, _) where attribute.name == "nunique": isThinned(receiver) ? 1 : nil
        case .property(let receiver, let attribute) where ["size", "ngroups"].contains(attribute.name): isThinned(receiver) ? 1 : nil
        default: nil
        }
    }

    /// `sum(c(x) for x in rows)`: a count, where each item looks at nothing but itself.
    private func isSumOfItsItems(_ node: Node) -> Bool {
        let node = bare(node)
        guard case .comprehension(let comprehension) = node.kind, tracer.trace(comprehension.element).support.read.isEmpty else { return false }
        return isRowByRow(comprehension) && value(node)?.isOfFlagsAndOnes == true
    }

    /// Whether a node has one item a chosen row, or one a group or a different value of them.
    private func isThinned(_ node: Node) -> Bool {
        let node = bare(node)
        if chosen(node) != nil { return true }
        switch node.kind {
        case .column(let frame, _, _): return isThinned(frame)
        case .comprehension(let comprehension): return isRowByRow(comprehension)
        case .property(let receiver, _): return isThinned(receiver)
        case .comparison(let operands, _): return operands.count == 2 && isThinned(operands[0]) && value(operands[1])?.isScalar == true
        case .subscripted(let base, let key): return value(key)?.columnNames != nil && isThinned(base)
        case .method(let receiver, let attribute, let arguments):
            return arguments.nodes.allSatisfy { tracer.trace($0).support.read.isEmpty || value($0)?.isScalar == true }
                && tracer.operation(attribute, of: receiver)?.isThinning == true && isThinned(receiver)
        default: return false
        }
    }

    /// Whether each item is made of its own item of the source.
    private func isRowByRow(_ comprehension: Node.Comprehension) -> Bool {
        guard comprehension.clauses.count == 1, comprehension.kind != .dict else { return false }
        let clause = comprehension.clauses[0]
        // A condition that looks at more than its own item lets one cell decide about many.
        guard clause.conditions.allSatisfy({ tracer.trace($0).support.read.isEmpty }) else { return false }
        if case .function(let operation, let arguments) = clause.source.kind, ["zip", "enumerate"].contains(operation.name) { return arguments.positional.allSatisfy(isThinned) }
        return isThinned(clause.source)
    }

    /// One of the numbers that say how often a value occurs or how many rows a group has, or the largest of them.
    private func isCountOfGroup(_ node: Node) -> Bool {
        guard value(node)?.integer != nil else { return false }
        switch node.kind {
        case .subscripted(let base, _): return areCounts(base)
        case .method(let receiver, let attribute, _): return ["max", "min", "get", "item"].contains(attribute.name) && areCounts(receiver)
        default: return false
        }
    }

    private func areCounts(_ node: Node) -> Bool {
        let node = bare(node)
        switch node.kind {
        case .property(let receiver, let attribute): return ["iloc", "loc", "values", "at", "iat"].contains(attribute.name) && areCounts(receiver)
        case .method(let receiver, let attribute, _):
            if attribute.name == "value_counts" { return isThinned(receiver) }
            if case .groupBy? = value(receiver) { return ["size", "count"].contains(attribute.name) && isThinned(receiver) }
            return ["to_dict", "sort_values", "head", "sort_index", "nlargest", "nsmallest", "tolist"].contains(attribute.name) && areCounts(receiver)
        default: return false
        }
    }

    private func movement(_ symbol: BinaryOperator, _ left: Node, _ right: Node) -> Movement? {
        guard let a = movement(left), let b = movement(right) else { return nil }
        let isStep = a.isStep && b.isStep && (a.most == 0 || b.most == 0)
        switch symbol {
        case .add, .subtract: return Movement(most: a.most + b.most, isStep: isStep)
        case .multiply: return scaled(a, b, value(left)?.number, value(right)?.number)
        case .divide: return b.most == 0 ? value(right)?.number.flatMap { $0 == 0 ? nil : Movement(most: a.most / abs($0), isStep: isStep) } : nil
        case .floorDivide, .modulo, .power, .bitAnd, .bitOr, .bitXor, .shiftLeft, .shiftRight, .matrixMultiply: return nil
        }
    }

    private func scaled(_ a: Movement, _ b: Movement, _ left: Double?, _ right: Double?) -> Movement? {
        guard let left, let right else { return nil }
        if b.most == 0 { return Movement(most: a.most * abs(right), isStep: a.isStep) }
        return a.most == 0 ? Movement(most: b.most * abs(left), isStep: b.isStep) : nil
    }
}

extension Operation {
    /// Whether there is one item a row, or one a group or a different value, so that a row more makes at most one item more.
    fileprivate var isThinning: Bool {
        switch lineage {
        case .elementwise, .looseElementwise, .positional, .grouping, .groupReduction, .counted, .running, .cumulative, .stepping, .splitting: name != "mode"
        case .rowsByPosition, .rowsByValue, .parts, .labelling, .rowFunction, .structure, .labels, .headers, .reduction, .winner, .quantifier, .columns, .fetching, .assigning, .opaque:
            ["unique", "drop_duplicates", "head", "tail", "cumcount", "transform", "sort_values"].contains(name)
        }
    }
}

extension Value {
    /// Whether each item is a flag or 1, so that the sum is a count.
    fileprivate var isOfFlagsAndOnes: Bool {
        guard let cells else { return false }
        return (0..<cells.count).allSatisfy { cells[$0].flag != nil || cells[$0].integer == 1 }
    }
}
