import Diagnostics
import Plan

extension Checker {
    /// Warnings about the program as a whole.
    func lint(_ program: Program) {
        guard !readsTable else { return lintCounts(program.result) }
        report(.warning(
            .verdictIgnoresTable, "the query does not read the table, so its answer is the same for every table", at: program.result.span,
            helps: ["ask something of 'df'"]))
    }
}
