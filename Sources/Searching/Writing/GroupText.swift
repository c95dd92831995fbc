import Linking

extension QueryWriter {
    /// All of the first rows, by value or as they stand; of equal values the earlier row comes first, the later last.
    func leading(_ candidate: Candidate) -> String? {
        guard let target = mask(candidate.target), let number = number(candidate) else { return nil }
        let isLargest = candidate.shape.relation == .largest
        guard let column = candidate.column else { return "\(target.inside).iloc[\(isLargest ? "-\(number):" : ":\(number)")].all()" }
        let rows = "\(key(column)).dropna().sort_values(kind='stable').index[\(isLargest ? "-\(number):" : ":\(number)")]"
        return "\(target.inside)[\(rows)].all()"
    }

    /// The longest run of rows that meet the conditions.
    func consecutive(_ candidate: Candidate) -> String? {
        guard let base = mask(candidate.base), let number = number(candidate) else { return nil }
        return "\(base.inside).groupby((~\(base.inside)).cumsum()).sum().max() \(candidate.shape.relation.sign) \(number)"
    }

    func groupExtreme(_ candidate: Candidate) -> String? {
        guard let column = candidate.column, let place = candidate.base.places.first, let own = key(column, candidate.base) else { return nil }
        let group = self.column(space.conditions[place].column)
        return "\(own).sum() == \(key(column)).groupby(\(group)).sum().\(candidate.shape.relation.reduction)()"
    }

    func frequency(_ candidate: Candidate) -> String? {
        guard let column = candidate.column, let place = candidate.base.places.first, let base = condition(place), let unit = ClaimSearch.unit(space, place) else { return nil }
        return "\(base.inside).sum() \(candidate.shape.relation.sign) \(key(column)).\(unit.part).value_counts().\(candidate.shape.relation.reduction)()"
    }
}
