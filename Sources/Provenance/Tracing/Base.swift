import Catalog
import Plan
import Values

extension Tracer {
    /// The bound that holds for every program: all rows of the columns that it names, or of all columns where it uses the table as a whole.
    static func base(of program: Program, on table: Frame) -> Support {
        var names = Names(table)
        for step in program.statements { names.note(step) }
        names.note(program.result)
        return Support(both: CellSet(rows: names.isWhole ? -1..<table.rowCount : 0..<table.rowCount, columns: names.columns))
    }

    private struct Names {
        let table: Frame
        private(set) var isWhole = false
        private var named: Set<Int> = []

        init(_ table: Frame) { self.table = table }

        var columns: [Int] { isWhole ? Array(0..<table.columnCount) : named.sorted() }

        mutating func note(_ step: Step) {
            switch step.kind {
            case .evaluate(let node), .assert(let node): note(node)
            case .assign(let targets, let node):
                note(node)
                for target in targets { note(target) }
            case .augmented(let target, let current, _, let node):
                note(target)
                note(current)
                note(node)
            case .conditional(let condition, let then, let otherwise):
                note(condition)
                for step in then + otherwise { note(step) }
            case .loop(let target, let source, let body):
                note(target)
                note(source)
                for step in body { note(step) }
            case .delete(let target): note(target)
            case .pass, .breaking, .continuing: break
            }
        }

        /// Setting a column reads none.
        private mutating func note(_ target: Target) {
            switch target {
            case .local: break
            case .subscripted(let base, let key):
                if case .local(0) = base.kind, case .constant(.text) = key.kind { return }
                note(base)
                note(key)
            case .attribute(let base, _): note(base)
            case .tuple(let targets, _): for target in targets { note(target) }
            }
        }

        mutating func note(_ node: Node) {
            switch node.kind {
            case .local(0): isWhole = true
            case .column(let frame, _, let label): note(frame, column: .text(label))
            case .subscripted(let frame, let key):
                if case .constant(let label) = key.kind, case .text = label { note(frame, column: label) } else { noteChildren(node) }
            default: noteChildren(node)
            }
        }

        private mutating func noteChildren(_ node: Node) {
            for child in node.children { note(child) }
        }

        /// A label that the table lacks is of a column that the program made.
        private mutating func note(_ frame: Node, column label: Value) {
            guard case .local(0) = frame.kind else { return note(frame) }
            named.formUnion(table.columns.positions(of: label))
        }
    }
}
