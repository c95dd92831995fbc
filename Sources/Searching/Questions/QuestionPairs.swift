import Linking

extension QuestionSearch {
    /// `how many more points did carlton score than essendon`, `how many games were between …`.
    static func addPairs(_ space: QuestionSpace, to all: inout [QuestionCandidate]) {
        for pair in space.pairs {
            let (one, other) = (space.space.conditions[pair.first].rows, space.space.conditions[pair.second].rows)
            guard let a = one.lowest, let b = other.lowest else { continue }
            func add(_ family: QuestionFamily, _ value: Double) { all.append(QuestionCandidate(QuestionShape(family), either: pair.conditions, .number(value))) }
            add(.countDifference, Double(abs(one.count - other.count)))
            if a != b { add(.between, Double(abs(a - b) - 1)) }
            for column in space.measured where column != space.space.column(of: pair.first) && column != space.space.column(of: pair.second) {
                addDifferences(space, pair, column, one, other, to: &all)
            }
            addVerdicts(space, pair, .rowOrder, Double(a), Double(b), to: &all)
        }
    }

    private static func addDifferences(
        _ space: QuestionSpace, _ pair: QuestionSpace.Pair, _ column: Int, _ one: RowSet, _ other: RowSet, to all: inout [QuestionCandidate]
    ) {
        let measure = Candidate.Measure.column(column)
        let (values, others) = (space.values(measure, one).map(\.value), space.values(measure, other).map(\.value))
        guard let a = values.first, let b = others.first else { return }
        func add(_ family: QuestionFamily, _ value: Double) {
            all.append(QuestionCandidate(space.shape(family, .plain, measure), either: pair.conditions, measure: measure, .number(value)))
        }
        addVerdicts(space, pair, measure, a, b, to: &all)
        guard !space.space.isDate(measure) else { return add(.difference, daysApart(space, measure, a, b)) }
        add(.difference, abs(a - b))
        if values.count > 1 || others.count > 1 { add(.sumDifference, abs(values.reduce(0, +) - others.reduce(0, +))) }
    }

    /// How far two days are apart in the unit that the question names; in years where it names none.
    static func daysApart(_ space: QuestionSpace, _ measure: Candidate.Measure, _ a: Double, _ b: Double) -> Double {
        switch unit(space.space, measure) {
        case .years: abs(ColumnKey.year(of: a) - ColumnKey.year(of: b))
        case .months: abs(ColumnKey.month(of: a) - ColumnKey.month(of: b))
        case .weeks: (abs(a - b).rounded(.down) / 7).rounded(.down)
        case .days: abs(a - b).rounded(.down)
        }
    }

    /// Days without a year are counted in days where the question names no unit.
    static func unit(_ space: SearchSpace, _ measure: Candidate.Measure) -> DateUnit {
        if let unit = DateUnit(space.sentence.cues) { return unit }
        guard case .column(let column) = measure, space.index.keys[column]?.kind == .date else { return .days }
        return .years
    }

    /// `did carlton score more than essendon`.
    private static func addVerdicts(
        _ space: QuestionSpace, _ pair: QuestionSpace.Pair, _ measure: Candidate.Measure, _ a: Double, _ b: Double, to all: inout [QuestionCandidate]
    ) {
        guard space.hasDirection, !space.sentence.says("or"), let first = space.sentence.words.first, verbs.contains(first.surface) else { return }
        all.append(QuestionCandidate(space.shape(.verdict, .above, measure), either: pair.conditions, measure: measure, .truth(a > b)))
        all.append(QuestionCandidate(space.shape(.verdict, .below, measure), either: pair.conditions, measure: measure, .truth(a < b)))
    }

    private static let verbs: Set<String> = ["is", "was", "were", "are", "did", "does", "do", "has", "have", "had"]
}
