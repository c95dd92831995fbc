import Catalog
import Display
import Plan
import Values

/// The program the engines run, one line a step: every operation by the type it belongs to, every column by its position.
///
///     return (> (Series.max (column 1 'crowd' df)) 15000)
func dumpPlan(_ program: Program) -> String {
    let writer = PlanWriter(program: program)
    return (program.statements.flatMap(writer.lines) + ["return \(writer.text(program.result))"]).joined(separator: "\n")
}

/// Writes the nodes of one program as S-expressions.
struct PlanWriter {
    let program: Program

    func text(_ node: Node) -> String {
        switch node.kind {
        case .constant(let value): constantText(value)
        case .column(let frame, let position, let label): form("column \(position) '\(label)'", [frame])
        case .local(let slot): outliner.name(slot)
        case .operation(let operation): operationText(operation)
        case .property(let receiver, let attribute): form(attributeText(attribute), [receiver])
        case .method(let receiver, let attribute, let arguments): form(attributeText(attribute), [receiver], arguments)
        case .function(let operation, let arguments): form(operationText(operation), [], arguments)
        case .call(let callee, let arguments): form("call", [callee], arguments)
        case .subscripted(let base, let key): form("subscript", [base, key])
        case .slice(let lower, let upper, let step): "(slice \([lower, upper, step].map { $0.map(text) ?? "None" }.joined(separator: " ")))"
        case .unary(let symbol, let operand): form(symbol.rawValue, [operand])
        case .binary(let symbol, let left, let right): form(symbol.rawValue, [left, right])
        case .comparison(let operands, let symbols): form(symbols.map(\.rawValue).joined(separator: ","), operands)
        case .and(let operands): form("and", operands)
        case .or(let operands): form("or", operands)
        case .not(let operand): form("not", [operand])
        case .conditional(let then, let condition, let otherwise): form("if", [condition, then, otherwise])
        case .list(let items): form("list", items)
        case .tuple(let items): form("tuple", items)
        case .set(let items): form("set", items)
        case .dict(let pairs): "(dict" + pairs.map { " \($0.key.map(text) ?? "**") \(text($0.value))" }.joined() + ")"
        case .formatted(let parts): "(format" + parts.map { " " + format($0) }.joined() + ")"
        case .lambda(let lambda): "(lambda (\(lambda.parameters.map { outliner.name($0.slot) }.joined(separator: " "))) \(text(lambda.body)))"
        case .comprehension(let comprehension): self.comprehension(comprehension)
        case .bind(let slot, let value): "(bind \(outliner.name(slot)) \(text(value)))"
        case .queried(let slot, let value): "(queried \(outliner.name(slot)) \(text(value)))"
        case .starred(let value): "*\(text(value))"
        case .failure(let failure): "(fail \(failure.code.number))"
        }
    }

    private var outliner: Outliner { Outliner(program: program) }

    private func form(_ head: String, _ nodes: [Node], _ arguments: Node.Arguments? = nil) -> String {
        var items = [head] + nodes.map(text)
        if let arguments {
            items += arguments.positional.map(text)
            items += arguments.keywords.map { "\($0.name)=\(text($0.value))" }
            items += arguments.merged.map { "**\(text($0))" }
        }
        return "(\(items.joined(separator: " ")))"
    }

    private func format(_ part: Node.FormatPart) -> String {
        switch part {
        case .text(let text): constantText(.text(Text(text)))
        case .value(let node, let conversion, let spec):
            "{" + text(node) + (conversion.map { "!\($0)" } ?? "") + (spec.isEmpty ? "" : ":" + spec.map(format).joined()) + "}"
        }
    }

    private func comprehension(_ comprehension: Node.Comprehension) -> String {
        let element = text(comprehension.element) + (comprehension.value.map { " " + text($0) } ?? "")
        let clauses = comprehension.clauses.map { clause in
            " (for \(outliner.targetText(clause.target)) \(text(clause.source))" + clause.conditions.map { " (if \(text($0)))" }.joined() + ")"
        }
        return "(\(comprehension.kind.rawValue)-comprehension \(element)\(clauses.joined()))"
    }
}

extension PlanWriter {
    func lines(_ step: Step) -> [String] {
        switch step.kind {
        case .evaluate(let node): [text(node)]
        case .assign(let targets, let node): [targets.map { outliner.targetText($0) + " = " }.joined() + text(node)]
        case .augmented(let target, _, let symbol, let node): ["\(outliner.targetText(target)) \(symbol.rawValue)= \(text(node))"]
        case .conditional(let condition, let then, let otherwise):
            ["if \(text(condition))"] + block(then) + (otherwise.isEmpty ? [] : ["else"] + block(otherwise))
        case .loop(let target, let source, let body): ["for \(outliner.targetText(target)) in \(text(source))"] + block(body)
        case .assert(let node): ["assert \(text(node))"]
        case .delete(let target): ["delete \(outliner.targetText(target))"]
        case .pass: ["pass"]
        case .breaking: ["break"]
        case .continuing: ["continue"]
        }
    }

    private func block(_ steps: [Step]) -> [String] { steps.flatMap(lines).map { "  " + $0 } }
}

/// A constant as Python would write it, shortened.
func constantText(_ value: Value) -> String {
    let text = (try? display(.list(ListValue([value])), options: DisplayOptions(limit: 400))).map { String($0.dropFirst().dropLast()) }
    return text ?? "<\(value.typeName)>"
}

func operationText(_ operation: Operation) -> String { "\(operation.receiver.label).\(operation.name)" }

/// The operation where the receiver's type told it, else the bare name, looked up when it runs.
func attributeText(_ attribute: Node.Attribute) -> String { attribute.operation.map(operationText) ?? ".\(attribute.name)" }
