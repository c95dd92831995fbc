import Diagnostics
import Plan

extension Checker {
    /// Warnings about the program as a whole.
    func lint(_ program: Program) {
        guard readsTable else {
            report(.warning(
                .verdictIgnoresTable, "the query does not read the table, so its answer is the same for every table", at: program.result.span,
                helps: ["ask something of 'df'"]))
            return
        }
        lintCounts(program.result)
        lintVerdict(program.result)
        program.forEachNode {
            lintConditions($0)
            lintOrder($0)
        }
    }

    /// Warns of `... or True` and `df.equals(df)`: no cell has a say in the verdict.
    private func lintVerdict(_ result: Node) {
        guard !diagnostics.contains(where: { $0.code == .verdictIgnoresTable }), let truth = constantVerdict.truth(of: result) else { return }
        report(.warning(
            .verdictIgnoresTable, "the verdict is \(truth ? "True" : "False") whatever the cells are", at: result.span,
            helps: ["leave out the part that is always \(truth ? "true" : "false")"]))
    }

    /// What is known of the table without its cells, as long as 'df' is the table.
    private var constantVerdict: ConstantVerdict { ConstantVerdict(rows: scope.tableSlots.contains(0) ? table.rows : nil) }
}
