import Diagnostics
import Interpreter
import Plan
import Values

/// Why one change of one cell may not turn a verdict: what stands in its way.
///
/// The program is read from its result downwards, the way a person would argue: two conditions fail, so mending one is not enough; the
/// count is 6 and would have to be 2; no row meets more than one of the three conditions. Each sentence states what the run came to, so it
/// is true whether or not it is the only reason.
package final class Obstacles {
    let program: Program
    let table: Frame
    let tracer: Tracer
    let narrator: Narrator
    private let budget: Budget

    /// - Throws: as `Interpreter.run`.
    package init(of program: Program, text: String, on table: Frame, budget: Budget = .standard) throws(Failure) {
        let recording = Recording()
        _ = try Interpreter.run(program, on: table, budget: budget, observer: recording)
        self.program = program
        self.table = table
        self.budget = budget
        tracer = Tracer(program, on: table, recording, budget: budget)
        _ = tracer.support
        narrator = Narrator(tracer, text: text, isTracing: true)
    }

    /// What stands in the way of the other verdict; nil where nothing that is known does.
    package var reason: String? {
        if let fixed = fixed(program.result) { return fixed }
        return hindrance(program.result)
    }

    /// The value of a node: the recorded one, or that of the node on its own where the run passed it over.
    func value(_ node: Node) -> Value? {
        if let value = tracer.items(of: node) { return value }
        return try? Interpreter.run(Program(statements: program.statements, result: node, slotNames: program.slotNames), on: table, budget: budget)
    }

    func truth(_ node: Node) -> Bool? { value(node).flatMap { try? Interpreter.truth($0) } }

    /// What a variable was last given, where that is one expression.
    func assigned(_ slot: Int) -> Node? {
        for step in program.statements.reversed() {
            guard case .assign(let targets, let node) = step.kind else { continue }
            for case .local(slot) in targets { return node }
        }
        return nil
    }

    /// A node without what only names or copies it.
    func bare(_ node: Node) -> Node {
        switch node.kind {
        case .bind(_, let value), .queried(_, let value): bare(value)
        case .local(let slot) where slot != 0: assigned(slot).map(bare) ?? node
        default: node
        }
    }

    /// The query's own text for a node, on one line.
    func source(_ node: Node) -> String {
        narrator.source(node.span).split(whereSeparator: \.isNewline).joined(separator: " ")
    }

    private func fixed(_ node: Node) -> String? {
        let cells = tracer.trace(node).support.union(tracer.ambient).read.cells
        if cells.isEmpty { return "no cell is read: the verdict follows from the query, or from how many rows and columns the table has" }
        if cells.allSatisfy({ $0.row < 0 }) { return "only the names of the columns are read" }
        return nil
    }
}
