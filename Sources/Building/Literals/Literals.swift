import Plan
import Values

/// What a query compares cells with, as its writer wrote it: the texts and numbers that stand beside `==`, in `isin`, `str.contains` and
/// their like. Positions, formats, column names, and the numbers 0 and 1, which count and choose more often than they are looked for, are not.
struct Literals {
    private(set) var texts: [String] = []
    private(set) var numbers: [Double] = []

    private static let lookups: Set<String> = [
        "isin", "contains", "startswith", "endswith", "match", "fullmatch", "eq", "ne", "lt", "le", "gt", "ge", "between", "get_group", "count",
    ]

    private let columns: Set<String>

    init(of program: Program, columns: [String]) {
        self.columns = Set(columns)
        for step in program.statements { visit(step) }
        visit(program.result)
    }

    var count: Int { texts.count + numbers.count }

    private mutating func visit(_ step: Step) {
        switch step.kind {
        case .evaluate(let node), .assert(let node): visit(node)
        case .assign(_, let value), .augmented(_, _, _, let value):
            take(value)
            visit(value)
        case .conditional(let condition, let then, let otherwise):
            visit(condition)
            for step in then + otherwise { visit(step) }
        case .loop(_, let source, let body):
            take(source)
            visit(source)
            for step in body { visit(step) }
        case .delete, .pass, .breaking, .continuing: break
        }
    }

    private mutating func visit(_ node: Node) {
        switch node.kind {
        case .comparison(let operands, _): for operand in operands { take(operand) }
        case .method(_, let attribute, let arguments) where Literals.lookups.contains(attribute.name):
            for argument in arguments.positional { take(argument) }
        default: break
        }
        for child in node.children { visit(child) }
    }

    /// Takes a constant, or a list of them.
    private mutating func take(_ node: Node) {
        switch node.kind {
        case .constant(let value): take(value)
        case .unary(.negate, let operand): if case .constant(let value) = operand.kind, let number = value.number { add(-number) }
        case .list(let items), .tuple(let items), .set(let items): for item in items { take(item) }
        default: break
        }
    }

    private mutating func take(_ value: Value) {
        switch value {
        case .text(let text): add(text.string)
        case .int(let number): add(Double(number))
        case .float(let number): add(number)
        case .list(let list): for item in list.items { take(item) }
        case .tuple(let tuple): for item in tuple.items { take(item) }
        default: break
        }
    }

    /// A pattern's alternatives are looked for one by one; one with escapes stands for too much to be looked for.
    private mutating func add(_ text: String) {
        guard !text.contains("\\"), !columns.contains(text) else { return }
        for part in text.split(separator: "|").map(String.init) where !Occurrences.folded(part).isEmpty && !texts.contains(part) { texts.append(part) }
    }

    private mutating func add(_ number: Double) {
        guard number != 0, abs(number) != 1, !numbers.contains(number) else { return }
        numbers.append(number)
    }
}
