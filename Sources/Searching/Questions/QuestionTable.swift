import Linking

/// What questions over one table have in common: made once a table, asked for every question.
public struct QuestionTable: Sendable {
    public let index: TableIndex
    /// How many different values each column has.
    public let distinctCounts: [Int]
    let keys: AnswerKeys

    public init(_ index: TableIndex) {
        self.index = index
        distinctCounts = index.headers.indices.map { index.codes($0).count }
        keys = AnswerKeys(index)
    }

    /// What tells a column's cells from each other.
    func codes(_ column: Int) -> [Int32] { index.codes(column).codes }
}
