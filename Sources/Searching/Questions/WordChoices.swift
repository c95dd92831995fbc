import Linking

/// Two words of a question that point in opposite ways, with `or` between them: `more or less`.
struct WordChoice {
    let up: String
    let down: String

    /// nil where the question has none.
    init?(_ sentence: LinkedSentence) {
        let pointers = (sentence.comparatives + sentence.superlatives).filter { $0.direction.sign != 0 }
        for place in sentence.words.indices where sentence.words[place].surface == "or" {
            let before = pointers.first { $0.word == place - 1 || $0.word == place - 2 }
            let after = pointers.first { $0.word == place + 1 || $0.word == place + 2 }
            guard let before, let after, (before.direction.sign > 0) != (after.direction.sign > 0) else { continue }
            let (one, other) = (sentence.words[before.word].surface, sentence.words[after.word].surface)
            self.init(up: before.direction.sign > 0 ? one : other, down: before.direction.sign > 0 ? other : one)
            return
        }
        return nil
    }

    private init(up: String, down: String) {
        self.up = up
        self.down = down
    }

    /// What is said of a thing whose value is the larger one, or the smaller; the other way round where small is up.
    func word(isLarger: Bool, _ relation: QuestionRelation) -> String { isLarger == (relation == .above) ? up : down }
}

extension QuestionSearch {
    /// `did carlton score more or less than essendon`.
    static func addWordChoices(_ space: QuestionSpace, to all: inout [QuestionCandidate]) {
        guard let choice = WordChoice(space.sentence) else { return }
        for measure in space.measured.map(Candidate.Measure.column) + [.rowOrder] {
            for pair in space.pairs { addWordChoices(space, choice, pair, measure, to: &all) }
            if measure != .rowOrder { addNumberChoices(space, choice, measure, to: &all) }
        }
    }

    private static func addWordChoices(
        _ space: QuestionSpace, _ choice: WordChoice, _ pair: QuestionSpace.Pair, _ measure: Candidate.Measure, to all: inout [QuestionCandidate]
    ) {
        let one = space.values(measure, space.space.conditions[pair.first].rows).first?.value
        let other = space.values(measure, space.space.conditions[pair.second].rows).first?.value
        guard let one, let other, one != other else { return }
        for relation in [QuestionRelation.above, .below] {
            all.append(
                QuestionCandidate(
                    space.shape(.wordChoice, relation, measure), either: pair.conditions, measure: measure, .word(choice.word(isLarger: one > other, relation))))
        }
    }

    private static func addNumberChoices(_ space: QuestionSpace, _ choice: WordChoice, _ measure: Candidate.Measure, to all: inout [QuestionCandidate]) {
        guard !space.space.isDate(measure) else { return }
        for rows in space.selections.dropFirst().prefix(4) {
            guard let value = space.values(measure, rows.rows).first?.value else { continue }
            for number in space.space.free.indices where !rows.words.contains(space.sentence.numbers[number].word) {
                let said = space.sentence.numbers[number].value
                guard value != said else { continue }
                for relation in [QuestionRelation.above, .below] {
                    all.append(
                        QuestionCandidate(
                            QuestionShape(.wordChoiceByNumber, relation), base: rows.base, measure: measure, number: number,
                            .word(choice.word(isLarger: value > said, relation))))
                }
            }
        }
    }
}
