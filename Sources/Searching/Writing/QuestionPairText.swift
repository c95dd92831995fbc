import Linking

/// Candidates that set two things or two columns beside each other.
extension QueryWriter {
    /// Both things, as the sentence has them.
    func pair(_ candidate: QuestionCandidate, _ text: (ConditionSet) -> String?) -> (String, String)? {
        let places = candidate.either.places.sorted { space.conditions[$0].words.lowerBound < space.conditions[$1].words.lowerBound }
        guard places.count == 2, let one = text(ConditionSet(at: places[0])), let other = text(ConditionSet(at: places[1])) else { return nil }
        return (one, other)
    }

    /// The first number of each.
    func firstValues(_ candidate: QuestionCandidate) -> (String, String)? {
        pair(candidate) { conditions in
            if case .rowOrder = candidate.measure { return mask(conditions).map { "\($0.inside).idxmax()" } }
            guard let column = candidate.measured, let keys = key(column, conditions) else { return nil }
            return "\(keys)\(gaps(column)).iloc[0]"
        }
    }

    func verdict(_ candidate: QuestionCandidate) -> String? { firstValues(candidate).map { "\($0) \(candidate.shape.relation.comparison) \($1)" } }

    func difference(_ candidate: QuestionCandidate) -> String? {
        guard let (one, other) = firstValues(candidate) else { return nil }
        guard space.isDate(candidate.measure) else { return "abs(\(one) - \(other))" }
        switch QuestionSearch.unit(space, candidate.measure) {
        case .years: return "abs(\(one).year - \(other).year)"
        case .months: return "abs((\(one).year - \(other).year) * 12 + \(one).month - \(other).month)"
        case .weeks: return "abs(\(one) - \(other)).days // 7"
        case .days: return "abs(\(one) - \(other)).days"
        }
    }

    func sumDifference(_ candidate: QuestionCandidate) -> String? {
        guard let column = candidate.measured else { return nil }
        return pair(candidate) { key(column, $0).map { "\($0).sum()" } }.map { "abs(\($0) - \($1))" }
    }

    /// Two columns' numbers in the candidate's row; of days, the years.
    func twoColumns(_ candidate: QuestionCandidate) -> (String, String)? {
        guard let first = candidate.measured, let second = candidate.second, let one = number(first, candidate), let other = number(second, candidate) else { return nil }
        return (one, other)
    }

    private func number(_ column: Int, _ candidate: QuestionCandidate) -> String? {
        keys(column, candidate).map { "\($0).iloc[0]\(index.keys[column]?.isDate ?? false ? ".year" : "")" }
    }

    /// One of two words of the question.
    func choice(_ candidate: QuestionCandidate, _ one: String, _ other: String) -> String? {
        guard let choice = WordChoice(space.sentence) else { return nil }
        let (larger, smaller) = (choice.word(isLarger: true, candidate.shape.relation), choice.word(isLarger: false, candidate.shape.relation))
        return "\(Python.text(larger)) if \(one) > \(other) else \(Python.text(smaller))"
    }

    func numberChoice(_ candidate: QuestionCandidate) -> String? {
        guard let column = candidate.measured, let number = candidate.number, let keys = keys(column, candidate) else { return nil }
        return choice(candidate, "\(keys)\(gaps(column)).iloc[0]", Python.number(space.sentence.numbers[number].value))
    }
}
