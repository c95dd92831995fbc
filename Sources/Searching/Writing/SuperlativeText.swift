import Linking

extension QueryWriter {
    func superlative(_ candidate: Candidate) -> String? {
        if case .rowOrder = candidate.measure { return row(candidate, candidate.shape.relation == .largest ? "-1" : "0") }
        guard let column = candidate.column, let top = key(column, candidate.base) else { return nil }
        return winners(candidate, key(column), "\(top).\(candidate.shape.relation.reduction)()")
    }

    /// The rows whose key is a value, and what is said of one of them.
    private func winners(_ candidate: Candidate, _ key: String, _ value: String) -> String? {
        let conditions = candidate.conditions.places.map(condition)
        guard !conditions.contains(where: { $0 == nil }) else { return nil }
        let all = [Piece.open("\(key) == \(value)")] + conditions.compactMap(\.self)
        return Piece.joined(all, by: "&").map { "\($0.inside).any()" }
    }

    /// What is said of a row at a place among the base's rows.
    private func row(_ candidate: Candidate, _ place: String) -> String? {
        guard let target = mask(candidate.target) else { return nil }
        guard !candidate.base.isEmpty else { return "\(target.inside).iloc[\(place)]" }
        return mask(candidate.base).map { "\(target.inside)[\($0.text)].iloc[\(place)]" }
    }

    func extreme(_ candidate: Candidate) -> String? {
        guard let column = candidate.column, let top = key(column, candidate.base) else { return nil }
        let value = "\(top).\(candidate.shape.relation.reduction)()"
        return number(candidate).map { "\(value) == \($0)" } ?? winners(candidate, key(column), value)
    }

    func bound(_ candidate: Candidate, _ reduction: String) -> String? {
        guard let column = candidate.column, let keys = key(column, candidate.base), let number = number(candidate) else { return nil }
        return "\(keys).\(reduction)() \(candidate.shape.relation.sign) \(number)"
    }

    func nth(_ candidate: Candidate) -> String? {
        guard let number = candidate.number else { return nil }
        let place = Int(space.sentence.numbers[number].value)
        let isLargest = candidate.shape.relation == .largest
        if case .rowOrder = candidate.measure { return row(candidate, isLargest ? String(-place) : String(place - 1)) }
        guard let column = candidate.column, let keys = key(column, candidate.base) else { return nil }
        return winners(candidate, key(column), "\(keys).\(isLargest ? "nlargest" : "nsmallest")(\(place)).iloc[-1]")
    }

    func aggregate(_ candidate: Candidate, _ reduced: (String) -> String) -> String? {
        guard let column = candidate.column, let keys = key(column, candidate.base), let number = number(candidate), let said = candidate.number else { return nil }
        let value = reduced(keys)
        guard candidate.shape.relation == .equal else { return "\(value) \(candidate.shape.relation.sign) \(number)" }
        if candidate.shape.family != .average, isWhole(column, number) { return "\(value) == \(number)" }
        let tolerance = ClaimSearch.tolerance(candidate.shape.family, space.sentence.numbers[said].value)
        return "abs(\(value) - \(number)) <= \(tolerance == 1e-6 ? "1e-6" : String(tolerance))"
    }

    /// Whether sums and differences of a column are exact beside a number.
    func isWhole(_ column: Int, _ number: String) -> Bool {
        guard case .int = index.columns[column] else { return false }
        return Int(number) != nil
    }

    func distinct(_ candidate: Candidate) -> String? {
        guard let column = candidate.column, let cells = cells(column, candidate.base), let number = number(candidate) else { return nil }
        return "\(cells).nunique() == \(number)"
    }

    func uniform(_ candidate: Candidate) -> String? {
        guard let column = candidate.column, let cells = cells(column, candidate.base) else { return nil }
        guard candidate.shape.relation == .plain else { return "\(cells).nunique() == 1" }
        return "\(cells).nunique() == len(\(cells))"
    }

    func mode(_ candidate: Candidate) -> String? {
        guard let place = candidate.base.places.first, let condition = condition(place) else { return nil }
        let counts = "\(column(space.conditions[place].column)).value_counts()"
        return candidate.shape.relation == .largest ? "\(condition.inside).sum() >= \(counts).max()" : "\(condition.inside).sum() == \(counts).min()"
    }

    func score(_ candidate: Candidate) -> String? {
        guard let column = candidate.column else { return nil }
        let key = scoreKey(column, candidate.shape.columnClass)
        let base = mask(candidate.base)
        guard base != nil || candidate.base.isEmpty else { return nil }
        let keys = base.map { "\(key)[\($0.text)]" } ?? key
        guard let number = number(candidate) else { return winners(candidate, key, "\(keys).\(candidate.shape.relation.reduction)()") }
        return candidate.shape.relation == .equal ? "(\(keys) == \(number)).any()" : "\(keys).max() == \(number)"
    }

    /// What the two sides of a result come to (`ScoreColumn` reads the same).
    private func scoreKey(_ column: Int, _ measure: ColumnClass) -> String {
        let sides = "\(self.column(column)).str.extract(r'(?i)^\\s*(?:[wld]\\s+)?([0-9]{1,3})\\s*[-–:]\\s*([0-9]{1,3})(?![0-9]|\\s*[-–:]\\s*[0-9])').astype(float)"
        switch measure {
        case .score: return "\(sides).diff(axis=1)[1].abs()"
        case .rank: return "\(sides).max(axis=1)"
        case .other, .date, .time, .rowOrder: return "\(sides).sum(axis=1, skipna=False)"
        }
    }
}
