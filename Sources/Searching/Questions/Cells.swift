import Linking

extension QuestionSearch {
    /// `in which city was the race of 1990`: a column's cells in the rows; of many rows, all, the first or the last.
    static func addCells(_ space: QuestionSpace, to all: inout [QuestionCandidate]) {
        for rows in space.selections {
            for column in space.columns where !isWhatItSays(space, rows, column) { addCells(space, rows, column, to: &all) }
        }
        for rows in space.unions { for column in space.columns where space.sentence.mentions[column].share > 0 { addCells(space, rows, column, to: &all) } }
    }

    /// Whether the rows were chosen by just this cell.
    static func isWhatItSays(_ space: QuestionSpace, _ rows: QuestionSpace.Rows, _ column: Int) -> Bool {
        rows.base.count == 1 && rows.either.isEmpty
            && rows.base.places.contains { space.space.column(of: $0) == column && space.space.conditions[$0].kind == .equal }
    }

    private static func addCells(_ space: QuestionSpace, _ rows: QuestionSpace.Rows, _ column: Int, to all: inout [QuestionCandidate]) {
        guard let first = rows.rows.lowest, let last = rows.rows.highest else { return }
        func add(_ relation: QuestionRelation, _ answer: Answer) {
            all.append(QuestionCandidate(space.shape(.cells, relation, answer: column), base: rows.base, either: rows.either, column: column, answer))
        }
        guard rows.count > 1 else { return add(.one, .cell(column: column, row: first)) }
        if !rows.conditions.isEmpty { add(.many, .cells(column: column, rows: rows.rows)) }
        guard rows.either.isEmpty, !rows.conditions.isEmpty || space.cues.contains(.rowOrder) || space.hasDirection else { return }
        add(.first, .cell(column: column, row: first))
        add(.last, .cell(column: column, row: last))
    }

    /// `who came after carlton`: a column's cell in the row below or above.
    static func addNeighbours(_ space: QuestionSpace, to all: inout [QuestionCandidate]) {
        guard space.cues.contains(.neighbour) else { return }
        for rows in space.selections.dropFirst().prefix(10) {
            guard let first = rows.rows.lowest, let last = rows.rows.highest else { continue }
            for column in space.columns {
                func add(_ relation: QuestionRelation, _ row: Int) {
                    guard (0..<space.index.rowCount).contains(row) else { return }
                    all.append(QuestionCandidate(space.shape(.neighbour, relation, answer: column), base: rows.base, column: column, .cell(column: column, row: row)))
                }
                add(.last, last + 1)
                add(.first, first - 1)
            }
        }
    }
}
