import Linking

extension QuestionSearch {
    /// `which team won the most times`: the value that most or fewest rows have.
    static func addModes(_ space: QuestionSpace, to all: inout [QuestionCandidate]) {
        guard space.hasDirection || !space.cues.isDisjoint(with: [.mode, .most]) else { return }
        for rows in space.selections.prefix(8) where rows.count > 1 {
            for column in space.columns { addMode(space, rows, column, to: &all) }
        }
        for rows in space.unions {
            guard let column = rows.either.places.first.map(space.space.column) else { continue }
            addMode(space, rows, column, to: &all)
        }
        for column in space.columns where space.index.keys[column] == nil { addGroupSums(space, column, to: &all) }
    }

    private static func addMode(_ space: QuestionSpace, _ rows: QuestionSpace.Rows, _ column: Int, to all: inout [QuestionCandidate]) {
        let counts = FirstRows(space.table, column, rows.rows)
        guard let most = counts.counts.max(), let least = counts.counts.min(), most > least else { return }
        let family: QuestionFamily = rows.either.isEmpty ? .mode : .choiceByCount
        for (relation, count) in [(QuestionRelation.largest, most), (.smallest, least)] {
            guard let place = counts.counts.firstIndex(of: count) else { continue }
            all.append(
                QuestionCandidate(QuestionShape(family, relation), base: rows.base, either: rows.either, column: column, .cell(column: column, row: counts.rows[place])))
        }
        addCommonest(rows, column, counts, most, to: &all)
        if rows.either.isEmpty { all.append(QuestionCandidate(QuestionShape(.modeCount), base: rows.base, column: column, .number(Double(most)))) }
    }

    /// All values that as many rows have.
    private static func addCommonest(_ rows: QuestionSpace.Rows, _ column: Int, _ counts: FirstRows, _ most: Int, to all: inout [QuestionCandidate]) {
        let places = counts.counts.indices.filter { counts.counts[$0] == most }
        guard places.count > 1, rows.either.isEmpty else { return }
        var firsts = rows.rows.subtracting(rows.rows)
        for place in places { firsts.insert(counts.rows[place]) }
        all.append(QuestionCandidate(QuestionShape(.mode, .allLargest), base: rows.base, column: column, .cells(column: column, rows: firsts)))
    }

    /// `which country won the most medals in all`.
    private static func addGroupSums(_ space: QuestionSpace, _ column: Int, to all: inout [QuestionCandidate]) {
        let groups = FirstRows(space.table, column, space.index.allRows)
        guard groups.counts.contains(where: { $0 > 1 }), groups.counts.count > 1 else { return }
        for measured in space.measured.prefix(4) where !(space.index.keys[measured]?.isDate ?? true) {
            let key = space.space.key(measured)
            let sums = groups.sums(key)
            for (relation, sum) in [(QuestionRelation.largest, sums.max()), (.smallest, sums.min())] {
                guard let sum, let place = sums.firstIndex(of: sum) else { continue }
                all.append(
                    QuestionCandidate(QuestionShape(.groupSum, relation), measure: .column(measured), column: column, .cell(column: column, row: groups.rows[place])))
            }
        }
    }
}
