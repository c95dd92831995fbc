import Linking

/// Writes candidates as a person would write them in pandas.
public struct QueryWriter {
    let space: SearchSpace

    var index: TableIndex { space.index }

    public init(_ space: SearchSpace) { self.space = space }

    func column(_ at: Int) -> String { "df[\(Python.text(index.headers[at].name))]" }
    func key(_ at: Int) -> String { index.keys[at]?.kind.text(column(at)) ?? column(at) }

    /// The candidate as one expression; nil where what it means cannot be named in so many words.
    public func query(_ candidate: Candidate) -> String? {
        positive(candidate).map { candidate.isNegated ? "not (\($0))" : $0 }
    }

    private func positive(_ candidate: Candidate) -> String? {
        switch candidate.shape.family {
        case .exists, .absent: exists(candidate)
        case .none: mask(candidate.base).map { "not \($0.inside).any()" }
        case .count: count(candidate)
        case .onlyOne: mask(candidate.base).map { "\($0.inside).sum() == 1" }
        case .percentage: percentage(candidate)
        case .subset: subset(candidate)
        case .all: mask(candidate.base).map { "\($0.inside).all()" }
        case .majority: majority(candidate)
        case .superlative: superlative(candidate)
        case .extreme: extreme(candidate)
        case .largestBound: bound(candidate, "max")
        case .smallestBound: bound(candidate, "min")
        case .nth: nth(candidate)
        case .comparison: comparison(candidate)
        case .difference: difference(candidate)
        case .pairSum: pairSum(candidate)
        case .groupComparison: groupComparison(candidate)
        case .countComparison: countComparison(candidate)
        case .countDifference: countDifference(candidate)
        case .average: aggregate(candidate) { "\($0).mean()" }
        case .sum: aggregate(candidate) { "\($0).sum()" }
        case .median: aggregate(candidate) { "\($0).median()" }
        case .range: aggregate(candidate) { "\($0).max() - \($0).min()" }
        case .distinct: distinct(candidate)
        case .uniform: uniform(candidate)
        case .mode: mode(candidate)
        case .same: same(candidate)
        case .together: together(candidate)
        case .each: each(candidate)
        case .score: score(candidate)
        case .leading: leading(candidate)
        case .consecutive: consecutive(candidate)
        case .groupExtreme: groupExtreme(candidate)
        case .frequency: frequency(candidate)
        }
    }

    // MARK: Parts

    func number(_ candidate: Candidate) -> String? { candidate.number.map { Python.number(space.sentence.numbers[$0].value) } }

    /// Whether the rows of all sets can be written.
    private func selected(_ text: String, _ conditions: ConditionSet) -> String? {
        guard !conditions.isEmpty else { return text }
        return mask(conditions).map { "\(text)[\($0.text)]" }
    }

    /// A column's numbers over a selection.
    func key(_ column: Int, _ conditions: ConditionSet) -> String? {
        guard case .number? = index.keys[column]?.kind, !conditions.isEmpty else { return selected(key(column), conditions) }
        return cells(column, conditions)
    }

    /// A column's cells over a selection.
    func cells(_ column: Int, _ conditions: ConditionSet) -> String? {
        guard !conditions.isEmpty else { return self.column(column) }
        return mask(conditions).map { "df.loc[\($0.text), \(Python.text(index.headers[column].name))]" }
    }

    // MARK: Rows that are there

    private func exists(_ candidate: Candidate) -> String? { mask(candidate.conditions).map { "\($0.inside).any()" } }

    private func count(_ candidate: Candidate) -> String? {
        guard let number = number(candidate) else { return nil }
        let sign = candidate.shape.relation.sign
        guard !candidate.base.isEmpty else { return "len(df) \(sign) \(number)" }
        return mask(candidate.base).map { "\($0.inside).sum() \(sign) \(number)" }
    }

    private func percentage(_ candidate: Candidate) -> String? {
        guard let number = number(candidate) else { return nil }
        return mask(candidate.base).map { "abs(\($0.inside).mean() * 100 - \(number)) < \(ClaimSearch.percentTolerance)" }
    }

    private func subset(_ candidate: Candidate) -> String? {
        guard let base = mask(candidate.base), let target = mask(candidate.target) else { return nil }
        return "\(base.inside).any() and \(target.inside)[\(base.text)].all()"
    }

    private func majority(_ candidate: Candidate) -> String? {
        guard let base = mask(candidate.base) else { return nil }
        guard candidate.shape.relation == .plain else { return "\(base.inside).sum() * 2 > len(df)" }
        return mask(candidate.target).map { "(\(base.inside) & \($0.inside)).sum() * 2 > \(base.inside).sum()" }
    }

    private func together(_ candidate: Candidate) -> String? {
        guard let one = mask(candidate.base), let other = mask(candidate.target) else { return nil }
        return "\(one.inside).any() and \(other.inside).any()"
    }

    private func each(_ candidate: Candidate) -> String? {
        let things = candidate.target.places.compactMap(condition)
        guard things.count == candidate.target.count, let either = Piece.joined(things, by: "|") else { return nil }
        let rest = mask(candidate.base)
        guard rest != nil || candidate.base.isEmpty else { return nil }
        if candidate.shape.relation == .plain {
            return things.map { "\(Piece.joined([$0, rest].compactMap(\.self), by: "&")?.inside ?? "").any()" }.joined(separator: " and ")
        }
        if candidate.shape.relation == .atLeast, let number = number(candidate) {
            return things.map { "\(Piece.joined([$0, rest].compactMap(\.self), by: "&")?.inside ?? "").sum() == \(number)" }.joined(separator: " and ")
        }
        if candidate.shape.relation == .equal, let number = number(candidate) {
            return "\(Piece.joined([either, rest].compactMap(\.self), by: "&")?.inside ?? "").sum() == \(number)"
        }
        return rest.map { "\($0.inside).any() and \(either.inside)[\($0.text)].all()" }
    }
}

extension Relation {
    var sign: String {
        switch self {
        case .plain, .equal: "=="
        case .above: ">"
        case .atLeast: ">="
        case .below: "<"
        case .atMost: "<="
        case .largest: ">="
        case .smallest: "<="
        }
    }

    /// The reduction that gives the largest or smallest value.
    var reduction: String { self == .smallest ? "min" : "max" }
}
