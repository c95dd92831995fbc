import Linking

extension ClaimSearch {
    /// `the total score be 59`, `won by 3 points`: the two sides of a result.
    static func addScores(_ space: SearchSpace, to all: inout [Candidate]) {
        for column in space.index.scores {
            for measure in ScoreColumn.Measure.allCases where !space.sentence.cues.isDisjoint(with: measure.cues) {
                let key = column.values(measure)
                for selection in space.selections.prefix(10) { addScores(space, column.column, measure, key, selection, to: &all) }
            }
        }
    }

    private static func addScores(
        _ space: SearchSpace, _ column: Int, _ measure: ScoreColumn.Measure, _ key: [Double], _ selection: SearchSpace.Selection, to all: inout [Candidate]
    ) {
        let values = values(key, selection.rows)
        guard let most = values.max(), let least = values.min() else { return }
        func add(_ relation: Relation, target: ConditionSet = [], number: Int? = nil, _ truth: Bool) {
            all.append(
                Candidate(Shape(.score, relation, measure.columnClass), base: selection.conditions, target: target, measure: .column(column), number: number, truth: truth))
        }
        for number in space.free {
            let said = space.sentence.numbers[number]
            guard said.writing != .ordinal, !space.isUsed(said, by: selection) else { continue }
            add(.equal, number: number, values.contains(said.value))
            add(.largest, number: number, most == said.value)
        }
        guard !space.sentence.superlatives.isEmpty, measure != .higher else { return }
        let targets = space.narrow(11).filter { $0.conditions.count <= 2 && $0.words.intersection(selection.words).isEmpty }.prefix(6)
        for target in targets {
            var (isMost, isLeast) = (false, false)
            selection.rows.intersection(target.rows).forEach { row in
                isMost = isMost || key[row] == most
                isLeast = isLeast || key[row] == least
            }
            add(.largest, target: target.conditions, isMost)
            add(.smallest, target: target.conditions, isLeast)
        }
    }
}

extension ScoreColumn.Measure {
    /// What a sentence says that means it.
    fileprivate var cues: Cues {
        switch self {
        case .sum: [.sum, .score]
        case .gap: .margin
        case .higher: .score
        }
    }

    /// Shapes of the three measures are told apart as if by their column.
    public var columnClass: ColumnClass {
        switch self {
        case .sum: .other
        case .gap: .score
        case .higher: .rank
        }
    }
}
