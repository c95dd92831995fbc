import Catalog
import Plan
import Values

extension Narrator {
    /// What a node says, where it is named inside another step: the value of a scalar that has a step, else its words.
    func named(_ node: Node) -> String {
        guard let number = number(node), let value = recording[node] else { return words(node) }
        if value.isScalar { return Abridged.text(value) }
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
        case .conditional(let then, let condition, let otherwise): conditional(then, condition, otherwise)
        case .bind(_, let value), .queried(_, let value): named(value)
        case .list(let items): "[" + items.map(named).joined(separator: ", ") + "]"
        case .tuple(let items): "(" + items.map(named).joined(separator: ", ") + ")"
        case .set(let items): "{" + items.map(named).joined(separator: ", ") + "}"
        case .call(let callee, let arguments): called(callee, arguments) ?? source(node.span)
        case .operation, .slice, .dict, .formatted, .lambda, .comprehension, .starred, .failure: source(node.span)
        }
    }

    /// A branch that was not reached did not matter.
    private func conditional(_ then: Node, _ condition: Node, _ otherwise: Node) -> String {
        let (one, other) = (recording.reached(then), recording.reached(otherwise))
        if one != other { return named(one ? then : otherwise) + (isOurs(condition) ? "" : ", because \(named(condition))") }
        return "\(named(then)) if \(named(condition)), else \(named(otherwise))"
    }

    /// `list(x)`, `int(x)`: a type that is called.
    private func called(_ callee: Node, _ arguments: Node.Arguments) -> String? {
        guard case .constant(.type(let type)) = callee.kind, let argument = arguments.nodes.first, arguments.nodes.count == 1 else { return nil }
        let name = named(argument)
        if callee.isContainer { return "the list of \(name)" }
        switch type.rawValue {
        case "int": return "\(name) as a whole number"
        case "float": return "\(name) as a number"
        case "str": return "\(name) as text"
        case "bool": return "whether \(name)"
        case "set", "frozenset": return "the different \(name)"
        default: return "\(name) as \(type.rawValue)"
        }
    }

    private func operation(_ attribute: Node.Attribute, _ receiver: Node) -> Operation? { tracer.operation(attribute, of: receiver) }

    private func phrase(_ operation: Operation?, _ name: String, _ receiver: Node?, _ arguments: [Node]) -> String {
        let template = receiver.flatMap { ofFlags(name, $0) } ?? operation?.phrase ?? "\(name) of {}"
        var words = template.replacing("{}", with: receiver.map { name == "len" ? counted($0) : named($0) } ?? "nothing")
        for (at, argument) in arguments.enumerated() { words = words.replacing("{\(at + 1)}", with: named(argument)) }
        for adjective in ["largest", "smallest", "average", "median"] {
            words = words.replacing("the \(adjective) their ", with: "their \(adjective) ").replacing("the \(adjective) the ", with: "the \(adjective) of the ").replacing("the \(adjective) step ", with: "the \(adjective) of step ")
        }
        return words.replacing("{1}", with: "…").replacing("{2}", with: "…")
    }

    /// What is made of yes and no.
    private func ofFlags(_ name: String, _ receiver: Node) -> String? {
        guard recording[receiver]?.flags != nil else { return nil }
        return switch name {
        case "sum": "how many rows have {}"
        case "mean": "the share of rows where {}"
        default: nil
        }
    }

    /// Operands that were not reached did not matter.
    private func connected(_ operands: [Node], _ word: String) -> String {
        let reached = operands.filter(recording.reached)
        let rest = reached.count < operands.count ? " (which settles it)" : ""
        return reached.map(named).joined(separator: " \(word) ") + rest
    }

    /// What `len` counts.
    private func counted(_ node: Node) -> String {
        switch recording[node] {
        case .frame: rows(of: node)
        case .index: if case .property(let owner, _) = node.kind { rows(of: owner) } else { "values of \(named(node))" }
        case .text: "characters of \(named(node))"
        case .series where number(node) == nil && recording[node]?.flags != nil: "values, yes or no, (\(named(node))) has"
        default: "values of \(named(node))"
        }
    }

    func rows(of node: Node) -> String {
        if case .local(0) = node.kind { return "rows" }
        return recording[node]?.frame == nil ? "values of \(named(node))" : "rows of \(named(node))"
    }

    private func property(_ node: Node, _ receiver: Node, _ attribute: Node.Attribute) -> String {
        if AccessorKind(rawValue: attribute.name) != nil { return named(receiver) }
        guard let operation = operation(attribute, receiver) else { return column(attribute.name, of: receiver) }
        return phrase(operation, attribute.name, receiver, [])
    }

    /// `crowd`, `their crowd`, `crowd of step 1`.
    func column(_ label: String, of frame: Node) -> String {
        if case .local(let slot) = frame.kind, slot == 0 || tracer.program.slotNames[slot].hasPrefix("`") { return label }
        if isLatest(frame), !isGrouped(frame) { return recording[frame]?.frame?.rowCount == 1 || recording[frame]?.frame == nil ? "its \(label)" : "their \(label)" }
        return "\(label) of \(named(frame))"
    }

    private func isGrouped(_ node: Node) -> Bool { if case .groupBy? = recording[node] { true } else { false } }

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

extension Node {
    /// Whether calling it only puts items into a list or a tuple.
    var isContainer: Bool {
        if case .constant(.type(let type)) = kind { type == .list || type == .tuple } else { false }
    }
}
