import Linking
import Values

/// What questions over one table have in common: made once a table, asked for every question.
public struct QuestionTable: Sendable {
    public let index: TableIndex
    /// How many different values each column has.
    public let distinctCounts: [Int]
    let keys: AnswerKeys
    /// For every cell, column by column, the place of its value among the column's, in order of appearance; -1 where it is missing.
    private let codes: [Int32]

    public init(_ index: TableIndex) {
        var codes: [Int32] = []
        codes.reserveCapacity(index.rowCount * index.columnCount)
        var counts: [Int] = []
        for column in index.columns { counts.append(QuestionTable.append(column, rows: index.rowCount, to: &codes)) }
        self.index = index
        self.codes = codes
        distinctCounts = counts
        keys = AnswerKeys(index)
    }

    /// - Returns: how many different values there are.
    private static func append(_ column: Column, rows: Int, to codes: inout [Int32]) -> Int {
        var known: [AnyHashable: Int32] = [:]
        for row in 0..<rows {
            guard let key = CellEquality.key(column, row) else {
                codes.append(-1)
                continue
            }
            let code = known[key] ?? Int32(clamping: known.count)
            known[key] = code
            codes.append(code)
        }
        return known.count
    }

    /// A column's codes, row by row.
    func codes(_ column: Int) -> ArraySlice<Int32> { codes[(column * index.rowCount)..<((column + 1) * index.rowCount)] }
}
