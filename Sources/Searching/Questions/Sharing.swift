import Linking

extension QuestionSearch {
    private static let mostThings = 4

    /// `who else is from the country of carlton`: others that share a row's value.
    static func addSharing(_ space: QuestionSpace, to all: inout [QuestionCandidate]) {
        guard space.cues.contains(.other) || space.cues.contains(.same) else { return }
        for thing in things(space) {
            let link = space.space.conditions[thing]
            guard let row = link.rows.lowest else { continue }
            for column in space.columns where column != link.column {
                let rows = sharers(space, column, row).subtracting(link.rows)
                guard !rows.isEmpty else { continue }
                let base = ConditionSet(at: thing)
                all.append(QuestionCandidate(QuestionShape(.sharing), base: base, column: link.column, second: column, .cells(column: link.column, rows: rows)))
                all.append(QuestionCandidate(QuestionShape(.sharingCount), base: base, second: column, .number(Double(rows.count))))
            }
        }
    }

    /// The rows with the same cell.
    private static func sharers(_ space: QuestionSpace, _ column: Int, _ row: Int) -> RowSet {
        var rows = RowSet(rows: space.index.rowCount)
        let codes = space.table.codes(column)
        let own = codes[row]
        for (other, code) in codes.enumerated() where code == own && own >= 0 { rows.insert(other) }
        return rows
    }

    /// `who scored more than carlton`, `how many came before …`: rows whose value is above or below a row's.
    static func addBeyond(_ space: QuestionSpace, to all: inout [QuestionCandidate]) {
        guard space.hasDirection || space.cues.contains(.neighbour) else { return }
        for thing in things(space) {
            for measure in space.measured.prefix(4).map(Candidate.Measure.column) + [.rowOrder] where measure != .column(space.space.column(of: thing)) {
                for relation in [QuestionRelation.above, .below] { addBeyond(space, thing, measure, relation, to: &all) }
            }
        }
    }

    private static func addBeyond(
        _ space: QuestionSpace, _ thing: Int, _ measure: Candidate.Measure, _ relation: QuestionRelation, to all: inout [QuestionCandidate]
    ) {
        let link = space.space.conditions[thing]
        guard let value = space.values(measure, link.rows).first?.value else { return }
        var rows = RowSet(rows: space.index.rowCount)
        for (other, row) in space.values(measure, space.index.allRows) where relation == .above ? other > value : other < value { rows.insert(row) }
        all.append(
            QuestionCandidate(space.shape(.beyondCount, relation, measure), base: ConditionSet(at: thing), measure: measure, .number(Double(rows.count))))
        guard (1...12).contains(rows.count) else { return }
        all.append(
            QuestionCandidate(
                space.shape(.beyond, relation, measure), base: ConditionSet(at: thing), measure: measure, column: link.column, .cells(column: link.column, rows: rows)))
    }

    /// The best links to cells.
    private static func things(_ space: QuestionSpace) -> [Int] { Array((0..<space.space.linkCount).prefix(mostThings)) }
}
