import Linking

extension QuestionSearch {
    /// `what is the total of …`, `the average …`, `the difference between the highest and the lowest …`.
    static func addReckonings(_ space: QuestionSpace, to all: inout [QuestionCandidate]) {
        for column in space.measured where !(space.index.keys[column]?.isDate ?? true) {
            for rows in space.selections.prefix(10) where rows.count > 1 { addReckonings(space, column, rows, to: &all) }
            for rows in space.unions { addUnionSum(space, column, rows, to: &all) }
        }
        for column in space.measured where space.index.keys[column]?.kind == .date { addSpans(space, column, to: &all) }
    }

    private static func addReckonings(_ space: QuestionSpace, _ column: Int, _ rows: QuestionSpace.Rows, to all: inout [QuestionCandidate]) {
        let measure = Candidate.Measure.column(column)
        let values = space.values(measure, rows.rows).map(\.value)
        guard let most = values.max(), let least = values.min(), values.count > 1 else { return }
        let sum = values.reduce(0, +)
        func add(_ family: QuestionFamily, _ value: Double) {
            all.append(QuestionCandidate(space.shape(family, .plain, measure), base: rows.base, measure: measure, .number(value)))
        }
        if !space.cues.isDisjoint(with: [.sum, .quantity]) { add(.sum, sum) }
        if space.cues.contains(.average) { add(.average, sum / Double(values.count)) }
        if !space.cues.isDisjoint(with: [.difference, .between, .quantity]) || space.sentence.says("long") || space.hasDirection { add(.range, most - least) }
    }

    private static func addUnionSum(_ space: QuestionSpace, _ column: Int, _ rows: QuestionSpace.Rows, to all: inout [QuestionCandidate]) {
        guard !space.cues.isDisjoint(with: [.sum, .quantity]), !rows.either.places.contains(where: { space.space.column(of: $0) == column }) else { return }
        let measure = Candidate.Measure.column(column)
        let values = space.values(measure, rows.rows)
        guard values.count > 1 else { return }
        all.append(QuestionCandidate(QuestionShape(.unionSum), base: rows.base, either: rows.either, measure: measure, .number(values.reduce(0) { $0 + $1.value })))
    }

    /// Years from the first day to the last.
    private static func addSpans(_ space: QuestionSpace, _ column: Int, to all: inout [QuestionCandidate]) {
        guard space.cues.contains(.quantity) || space.sentence.says("long") else { return }
        let measure = Candidate.Measure.column(column)
        for rows in space.selections.prefix(10) where rows.count > 1 {
            let values = space.values(measure, rows.rows).map(\.value)
            guard let most = values.max(), let least = values.min(), values.count > 1 else { continue }
            let years = ColumnKey.year(of: most) - ColumnKey.year(of: least)
            all.append(QuestionCandidate(space.shape(.range, .plain, measure), base: rows.base, measure: measure, .number(years)))
        }
    }
}
