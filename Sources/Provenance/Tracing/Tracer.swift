import Catalog
import Interpreter
import Plan
import Values

/// Follows a run that has been recorded and says, for every node, which cells its value came from.
///
/// Whatever has no sharper rule falls back to "everything its operands came from", which is sound for every operation: values are immutable
/// underneath, and programs that change things in place (`Tangles.swift`) rest on the columns they name.
final class Tracer {
    let program: Program
    let table: Frame
    let recording: Recording
    /// What evaluating a part once more may spend.
    let budget: Budget
    /// Where each variable's value came from; the table's own until it is assigned.
    var slots: [Int: Trace] = [:]
    private lazy var untouched = Trace(shape: .table(rows: Array(0..<table.rowCount), columns: (0..<table.columnCount).map { [$0] }))
    /// What decided which statements ran.
    var ambient = Support()
    /// What a program rests on whose variables cannot be followed.
    private let tangled: Support?
    /// Traces of nodes that have been asked for.
    private var known: [ObjectIdentifier: Trace] = [:]
    /// The cells nearest to passing conditions that no row meets, where they have been asked for.
    var nearby: [ObjectIdentifier: CellSet] = [:]

    init(_ program: Program, on table: Frame, _ recording: Recording, budget: Budget) {
        self.program = program
        self.table = table
        self.recording = recording
        self.budget = budget
        tangled = program.isTangled ? Tracer.base(of: program, on: table) : nil
    }

    /// What the program's value rests on. Variables are known only once it has been asked for.
    private(set) lazy var support: Support = {
        if let tangled { return tangled }
        run(program.statements)
        return trace(program.result).support.union(ambient)
    }()

    /// All cells: what a program whose variables cannot be followed rests on.
    var everything: Support { Support(both: CellSet(rows: -1..<table.rowCount, columns: 0..<table.columnCount)) }

    /// Where a variable's value came from.
    func trace(slot: Int) -> Trace { slots[slot] ?? (slot == 0 ? untouched : .constant) }

    /// Where a node's value came from; a node that was not reached adds nothing.
    func trace(_ node: Node) -> Trace {
        if let tangled { return .whole(tangled) }
        guard recording.reached(node) else { return .constant }
        if let known = known[ObjectIdentifier(node)] { return known }
        let trace = rule(node)
        known[ObjectIdentifier(node)] = trace
        return trace
    }

    private func rule(_ node: Node) -> Trace {
        switch node.kind {
        case .constant, .operation, .failure: .constant
        case .local(let slot): trace(slot: slot)
        case .column(let frame, _, let label): column(.text(label), of: frame)
        case .property(let receiver, let attribute): property(node, receiver, attribute)
        case .method(let receiver, let attribute, let arguments): method(node, receiver, attribute, arguments)
        case .function(let operation, let arguments): function(node, operation, arguments)
        case .call(let callee, let arguments): call(node, callee, arguments)
        case .subscripted(let base, let key): subscripted(node, base, key)
        case .unary(_, let operand): elementwise(node, [operand])
        case .binary(let symbol, let left, let right): binary(node, symbol, left, right)
        case .comparison(let operands, let symbols): comparison(node, operands, symbols)
        case .and(let operands): connective(operands, settledBy: false)
        case .or(let operands): connective(operands, settledBy: true)
        case .not(let operand): .whole(trace(operand).support)
        case .conditional(let then, let condition, let otherwise): conditional(then, condition, otherwise)
        case .comprehension(let comprehension): self.comprehension(node, comprehension)
        case .slice, .list, .tuple, .set, .dict, .formatted, .starred, .lambda: opaque(node.children)
        case .bind(let slot, let value), .queried(let slot, let value): bind(slot, value)
        }
    }

    /// Everything that some nodes came from.
    func support(_ nodes: [Node]) -> Support { nodes.reduce(Support()) { $0.union(trace($1).support) } }

    func opaque(_ nodes: [Node]) -> Trace { .whole(support(nodes)) }

    private func bind(_ slot: Int, _ value: Node) -> Trace {
        let bound = trace(value)
        slots[slot] = bound
        return bound
    }

    private func conditional(_ then: Node, _ condition: Node, _ otherwise: Node) -> Trace {
        let settled = trace(condition).support
        let (one, other) = (recording.reached(then), recording.reached(otherwise))
        if one != other { return trace(one ? then : otherwise).controlled(by: settled) }
        return .whole(support([then, otherwise]).union(settled))
    }

    /// `and` is settled by a false operand, `or` by a true one; else every operand decides.
    private func connective(_ operands: [Node], settledBy settling: Bool) -> Trace {
        var all = Support()
        let reached = operands.filter(recording.reached)
        for operand in reached { all.formUnion(trace(operand).support) }
        if let last = reached.last, let value = recording[last], (try? Interpreter.truth(value)) == settling {
            all.deciding = trace(last).support.deciding
        }
        return .whole(all)
    }
}
