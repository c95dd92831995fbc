import Display
import Plan
import Values

/// The typed program as a tree: each node with its type and the bytes of the query it was read from.
func dumpTyped(_ program: Program) -> String {
    let outliner = Outliner(program: program)
    return (program.statements.map(outliner.outline) + [Outline("result", [outliner.outline(program.result)])]).map(\.text).joined(separator: "\n")
}

/// Draws the nodes of one program.
struct Outliner {
    let program: Program

    func outline(_ node: Node) -> Outline {
        let (label, children) = parts(node.kind)
        return Outline("\(label): \(typeText(node.type))  \(node.span.start)..\(node.span.end)", children)
    }

    private func parts(_ kind: Node.Kind) -> (String, [Outline]) {
        switch kind {
        case .constant(let value): ("constant \(constantText(value))", [])
        case .column(let frame, let position, let label): ("column \(position) '\(label)'", [outline(frame)])
        case .local(let slot): ("variable \(name(slot))", [])
        case .operation(let operation): ("function \(operationText(operation))", [])
        case .property(let receiver, let attribute): ("property \(attributeText(attribute))", [outline(receiver)])
        case .method(let receiver, let attribute, let arguments):
            ("method \(attributeText(attribute))", [outline(receiver)] + self.arguments(arguments))
        case .function(let operation, let arguments): ("call \(operationText(operation))", self.arguments(arguments))
        case .call(let callee, let arguments): ("call a value", [outline(callee)] + self.arguments(arguments))
        case .subscripted(let base, let key): ("subscript", [outline(base), outline(key)])
        case .slice(let lower, let upper, let step): ("slice", [part("from", lower), part("to", upper), part("by", step)].compactMap(\.self))
        case .unary(let symbol, let operand): ("unary \(symbol.rawValue)", [outline(operand)])
        case .binary(let symbol, let left, let right): ("binary \(symbol.rawValue)", [outline(left), outline(right)])
        case .comparison(let operands, let symbols): ("compare \(symbols.map(\.rawValue).joined(separator: " "))", operands.map(outline))
        case .and(let operands): ("and", operands.map(outline))
        case .or(let operands): ("or", operands.map(outline))
        case .not(let operand): ("not", [outline(operand)])
        case .conditional(let then, let condition, let otherwise):
            ("conditional", [Outline("if", [outline(condition)]), Outline("then", [outline(then)]), Outline("else", [outline(otherwise)])])
        case .list(let items): ("list", items.map(outline))
        case .tuple(let items): ("tuple", items.map(outline))
        case .set(let items): ("set", items.map(outline))
        case .dict(let pairs): ("dict", pairs.map(pair))
        case .formatted(let parts): ("f-string", parts.map(format))
        case .lambda(let lambda): ("lambda \(lambda.parameters.map { name($0.slot) }.joined(separator: ", "))", [outline(lambda.body)])
        case .comprehension(let comprehension): ("\(comprehension.kind.rawValue) comprehension", self.parts(comprehension))
        case .bind(let slot, let value): ("bind \(name(slot))", [outline(value)])
        case .queried(let slot, let value): ("queried \(name(slot))", [outline(value)])
        case .starred(let value): ("*", [outline(value)])
        case .failure(let failure): ("failure \(failure.code.number): \(failure.message)", [])
        }
    }

    func name(_ slot: Int) -> String { slot < program.slotNames.count ? program.slotNames[slot] : "#\(slot)" }

    private func part(_ name: String, _ node: Node?) -> Outline? { node.map { Outline(name, [outline($0)]) } }

    private func arguments(_ arguments: Node.Arguments) -> [Outline] {
        arguments.positional.map(outline) + arguments.keywords.map { Outline("\($0.name) =", [outline($0.value)]) }
            + arguments.merged.map { Outline("**", [outline($0)]) }
    }

    private func pair(_ pair: (key: Node?, value: Node)) -> Outline {
        guard let key = pair.key else { return Outline("**", [outline(pair.value)]) }
        return Outline("pair", [outline(key), outline(pair.value)])
    }

    private func format(_ part: Node.FormatPart) -> Outline {
        switch part {
        case .text(let text): Outline("text \(constantText(.text(Text(text))))")
        case .value(let node, let conversion, let spec):
            Outline("value" + (conversion.map { " !\($0)" } ?? ""), [outline(node)] + spec.map(format))
        }
    }

    private func parts(_ comprehension: Node.Comprehension) -> [Outline] {
        [part("element", comprehension.element), part("value", comprehension.value)].compactMap(\.self) + comprehension.clauses.map(clause)
    }

    private func clause(_ clause: Node.Comprehension.Clause) -> Outline {
        Outline("for \(targetText(clause.target))", [outline(clause.source)] + clause.conditions.map { Outline("if", [outline($0)]) })
    }
}

extension Outliner {
    func outline(_ step: Step) -> Outline {
        switch step.kind {
        case .evaluate(let node): Outline("evaluate", [outline(node)])
        case .assign(let targets, let node): Outline("assign \(targets.map(targetText).joined(separator: ", "))", [outline(node)])
        case .augmented(let target, _, let symbol, let node): Outline("assign \(targetText(target)) \(symbol.rawValue)=", [outline(node)])
        case .conditional(let condition, let then, let otherwise):
            Outline("if", [outline(condition), Outline("then", then.map(outline)), Outline("else", otherwise.map(outline))])
        case .loop(let target, let source, let body): Outline("for \(targetText(target))", [outline(source), Outline("do", body.map(outline))])
        case .assert(let node): Outline("assert", [outline(node)])
        case .delete(let target): Outline("delete \(targetText(target))")
        case .pass: Outline("pass")
        case .breaking: Outline("break")
        case .continuing: Outline("continue")
        }
    }

    func targetText(_ target: Target) -> String {
        switch target {
        case .local(let slot): name(slot)
        case .subscripted(let base, let key): "\(PlanWriter(program: program).text(base))[\(PlanWriter(program: program).text(key))]"
        case .attribute(let base, let attribute): "\(PlanWriter(program: program).text(base)).\(attribute.name)"
        case .tuple(let targets, let starred):
            "(" + targets.enumerated().map { ($0.offset == starred ? "*" : "") + targetText($0.element) }.joined(separator: ", ") + ")"
        }
    }
}
