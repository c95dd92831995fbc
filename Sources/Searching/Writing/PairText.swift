import Linking

extension QueryWriter {
    /// The two sides of a pair, each with the context.
    private func sides(_ candidate: Candidate) -> (ConditionSet, ConditionSet)? {
        let places = candidate.target.places.sorted { space.conditions[$0].words.lowerBound < space.conditions[$1].words.lowerBound }
        guard places.count == 2 else { return nil }
        return (candidate.base.union(ConditionSet(at: places[0])), candidate.base.union(ConditionSet(at: places[1])))
    }

    private func pair(_ candidate: Candidate, _ text: (ConditionSet) -> String?) -> (String, String)? {
        guard let (one, other) = sides(candidate), let first = text(one), let second = text(other) else { return nil }
        return (first, second)
    }

    /// The first row's value of each side.
    private func firstValues(_ candidate: Candidate) -> (String, String)? {
        pair(candidate) { conditions in
            if case .rowOrder = candidate.measure { return mask(conditions).map { "\($0.inside).idxmax()" } }
            guard let column = candidate.column, let keys = key(column, conditions) else { return nil }
            let hasGaps = space.key(column).contains(where: \.isNaN)
            return "\(keys)\(hasGaps ? ".dropna()" : "").iloc[0]"
        }
    }

    func comparison(_ candidate: Candidate) -> String? { firstValues(candidate).map { "\($0) \(candidate.shape.relation.sign) \($1)" } }

    func difference(_ candidate: Candidate) -> String? {
        guard let (one, other) = firstValues(candidate), let number = number(candidate) else { return nil }
        guard candidate.shape.relation != .equal else { return span(candidate, one, other, number) }
        let (larger, smaller) = candidate.shape.relation == .above ? (one, other) : (other, one)
        guard let column = candidate.column, isWhole(column, number) else { return "abs(\(larger) - \(smaller) - \(number)) < 1e-6" }
        return "\(larger) - \(smaller) == \(number)"
    }

    private func span(_ candidate: Candidate, _ one: String, _ other: String, _ number: String) -> String? {
        if case .rowOrder = candidate.measure { return "abs(\(one) - \(other)) == \(number)" }
        switch DateUnit(space.sentence.cues) {
        case .years: return "abs(\(one).year - \(other).year) == \(number)"
        case .months: return "abs((\(one).year - \(other).year) * 12 + \(one).month - \(other).month) == \(number)"
        case .weeks: return "abs((\(one) - \(other)).days) == 7 * \(number)"
        case .days: return "abs((\(one) - \(other)).days) == \(number)"
        case nil: return nil
        }
    }

    func pairSum(_ candidate: Candidate) -> String? {
        guard let (one, other) = firstValues(candidate), let number = number(candidate) else { return nil }
        guard let column = candidate.column, isWhole(column, number) else { return "abs(\(one) + \(other) - \(number)) < 1e-6" }
        return "\(one) + \(other) == \(number)"
    }

    func groupComparison(_ candidate: Candidate) -> String? {
        guard let column = candidate.column, !(index.keys[column]?.isDate ?? false) else { return nil }
        let reduction = space.sentence.cues.contains(.average) ? "mean" : "sum"
        return pair(candidate) { key(column, $0).map { "\($0).\(reduction)()" } }.map { "\($0) \(candidate.shape.relation.sign) \($1)" }
    }

    func countComparison(_ candidate: Candidate) -> String? {
        pair(candidate) { mask($0).map { "\($0.inside).sum()" } }.map { "\($0) \(candidate.shape.relation.sign) \($1)" }
    }

    func countDifference(_ candidate: Candidate) -> String? {
        guard let number = number(candidate) else { return nil }
        return pair(candidate) { mask($0).map { "\($0.inside).sum()" } }.map { "abs(\($0) - \($1)) == \(number)" }
    }

    func same(_ candidate: Candidate) -> String? {
        guard let column = candidate.column else { return nil }
        return pair(candidate) { cells(column, $0).map { "\($0).iloc[0]" } }.map { "\($0) == \($1)" }
    }
}
