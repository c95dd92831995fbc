import Linking
import Searching

/// What is plain to see of a table, whatever is asked.
struct TableFacts {
    /// The share of each column's cells that are unlike all cells above them.
    let distinctness: [Float]
    /// 1 where the first column of dates goes up from row to row, -1 where it goes down, 0 where it does neither.
    let dateOrder: Float

    init(_ table: QuestionTable) {
        let index = table.index
        distinctness = table.distinctCounts.map { Float($0) / Float(max(1, index.rowCount)) }
        let dates = index.headers.indices.first { index.headers[$0].kind == .date && index.keys[$0] != nil }
        dateOrder = dates.flatMap { index.keys[$0]?.values }.map(TableFacts.order) ?? 0
    }

    private static func order(_ values: [Double]) -> Float {
        let known = values.filter { !$0.isNaN }
        guard let first = known.first, let last = known.last, first != last else { return 0 }
        let steps = zip(known, known.dropFirst())
        if steps.allSatisfy({ $0 <= $1 }) { return 1 }
        return steps.allSatisfy { $0 >= $1 } ? -1 : 0
    }
}
