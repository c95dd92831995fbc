import Catalog
import Plan
import Values

extension Narrator {
    /// What a node says, where it is named inside another step: the value of a scalar that has a step, else its words.
    func named(_ node: Node) -> String {
        guard let number = number(node), let value = recording[node] else { return words(node) }
        if value.isScalar { return Abridged.text(value) }
        if case .series = value { return "value of step \(number)" }
        return "step \(number)"
    }

    /// A node in plain words.
    func words(_ node: Node) -> String {
        switch node.kind {
        case .constant(let value): Abridged.text(value)
        case .local(let slot): slot == 0 && tracer.program.slotNames[slot] == "df" ? "the table" : tracer.program.slotNames[slot]
        case .column(let frame, _, let label): column(label.string, of: frame)
        case .property(let receiver, let attribute): property(node, receiver, attribute)
        case .method(let receiver, let attribute, let arguments): phrase(operation(attribute, receiver), attribute.name, receiver, arguments.nodes)
        case .function(let operation, let arguments): phrase(operation, operation.name, arguments.positional.first, Array(arguments.nodes.dropFirst()))
        case .subscripted(let base, let key): subscripted(node, base, key)
        case .unary(let symbol, let operand): unary(symbol, operand)
        case .binary(let symbol, let left, let right): "\(named(left)) \(binary(symbol, node)) \(named(right))"
        case .comparison(let operands, let symbols): comparison(operands, symbols)
        case .and(let operands): connected(operands, "and")
        case .or(let operands): connected(operands, "or")
        case .not(let operand): "not \(named(operand))"
        case .conditional(let then, let condition, let otherwise): "\(named(then)) if \(named(condition)), else \(named(otherwise))"
        case .bind(_, let value): named(value)
        case .list(let items), .tuple(let items), .set(let items): "[" + items.map(named).joined(separator: ", ") + "]"
        case .operation, .call, .slice, .dict, .formatted, .lambda, .comprehension, .starred, .failure: source(node.span)
        }
    }

    private func operation(_ attribute: Node.Attribute, _ receiver: Node) -> Operation? { tracer.operation(attribute, of: receiver) }

    private func phrase(_ operation: Operation?, _ name: String, _ receiver: Node?, _ arguments: [Node]) -> String {
        let counts = name == "sum" && receiver.flatMap { recording[$0]?.flags } != nil
        let template = counts ? "how many rows have {}" : operation?.phrase ?? "\(name) of {}"
        var words = template.replacing("{}", with: receiver.map { name == "len" ? counted($0) : named($0) } ?? "nothing")
        for (at, argument) in arguments.enumerated() { words = words.replacing("{\(at + 1)}", with: named(argument)) }
        for adjective in ["largest", "smallest", "average", "median"] { words = words.replacing("the \(adjective) their ", with: "their \(adjective) ") }
        return words.replacing("{1}", with: "…").replacing("{2}", with: "…")
    }

    /// Operands that were not reached did not matter.
    private func connected(_ operands: [Node], _ word: String) -> String {
        let reached = operands.filter(recording.reached)
        let rest = reached.count < operands.count ? " (which settles it)" : ""
        return reached.map(named).joined(separator: " \(word) ") + rest
    }

    /// What `len` counts.
    private func counted(_ node: Node) -> String {
        guard let value = recording[node] else { return named(node) }
        switch value {
        case .frame: if case .local(0) = node.kind { return "rows" } else { return "rows of \(named(node))" }
        case .text: return "characters of \(named(node))"
        default: return number(node) == nil ? named(node) : "values of step \(number(node) ?? 0)"
        }
    }

    private func property(_ node: Node, _ receiver: Node, _ attribute: Node.Attribute) -> String {
        if AccessorKind(rawValue: attribute.name) != nil { return named(receiver) }
        guard let operation = operation(attribute, receiver) else { return column(attribute.name, of: receiver) }
        return phrase(operation, attribute.name, receiver, [])
    }

    /// `crowd`, `their crowd`, `crowd of step 1`.
    func column(_ label: String, of frame: Node) -> String {
        if case .local(let slot) = frame.kind, slot == 0 || tracer.program.slotNames[slot].hasPrefix("`") { return label }
        if isLatest(frame) { return recording[frame]?.frame?.rowCount == 1 || recording[frame]?.frame == nil ? "its \(label)" : "their \(label)" }
        return "\(label) of \(named(frame))"
    }

    private func unary(_ symbol: UnaryOperator, _ operand: Node) -> String {
        switch symbol {
        case .negate: "-\(named(operand))"
        case .plus: named(operand)
        case .invert: "not (\(named(operand)))"
        }
    }

    private func binary(_ symbol: BinaryOperator, _ node: Node) -> String {
        switch symbol {
        case .bitAnd: "and"
        case .bitOr: "or"
        case .multiply: "×"
        case .divide: "÷"
        case .subtract: "−"
        case .add, .floorDivide, .modulo, .power, .bitXor, .shiftLeft, .shiftRight, .matrixMultiply: symbol.rawValue
        }
    }

    private func comparison(_ operands: [Node], _ symbols: [ComparisonOperator]) -> String {
        var words = named(operands[0])
        for (at, symbol) in symbols.enumerated() { words += " \(comparison(symbol)) \(named(operands[at + 1]))" }
        return words
    }

    private func comparison(_ symbol: ComparisonOperator) -> String {
        switch symbol {
        case .equal, .isSame: "is"
        case .notEqual, .isNot: "is not"
        case .lessEqual: "≤"
        case .greaterEqual: "≥"
        case .less, .greater: symbol.rawValue
        case .contains: "is among"
        case .notContains: "is not among"
        }
    }
}
