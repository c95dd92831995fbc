import Linking

/// Candidates that order rows by a number.
extension QueryWriter {
    func superlative(_ candidate: QuestionCandidate) -> String? {
        guard let column = candidate.column else { return nil }
        if case .rowOrder = candidate.measure { return cells(column, candidate).map { "\($0).iloc[\(candidate.shape.relation.isSmallest ? 0 : -1)]" } }
        guard let measured = candidate.measured, let keys = keys(measured, candidate) else { return nil }
        switch candidate.shape.relation {
        case .allLargest, .allSmallest: return winners(candidate, column, measured, "\(keys).\(candidate.shape.relation.reduction)()")
        case .plain, .one, .many, .first, .last, .largest, .smallest, .above, .atLeast, .below, .equal:
            return "df.loc[\(keys).\(candidate.shape.relation.place)(), \(name(column))]"
        }
    }

    /// A column's cells in all rows that have a value.
    private func winners(_ candidate: QuestionCandidate, _ column: Int, _ measured: Int, _ value: String) -> String? {
        let isValue = Piece.open("\(key(measured)) == \(value)")
        guard !candidate.conditions.isEmpty else { return "df.loc[\(isValue.text), \(name(column))]" }
        return rows(candidate).flatMap { Piece.joined([$0, isValue], by: "&") }.map { "df.loc[\($0.text), \(name(column))]" }
    }

    func extreme(_ candidate: QuestionCandidate) -> String? {
        guard let measured = candidate.measured, let keys = keys(measured, candidate) else { return nil }
        if case .number? = index.keys[measured]?.kind { return "\(keys).\(candidate.shape.relation.reduction)()" }
        return "df.loc[\(keys).\(candidate.shape.relation.place)(), \(name(measured))]"
    }

    func nth(_ candidate: QuestionCandidate) -> String? {
        guard let number = candidate.number, let column = candidate.column else { return nil }
        let place = Int(space.sentence.numbers[number].value)
        if case .rowOrder = candidate.measure { return cells(column, candidate).map { "\($0).iloc[\(place - 1)]" } }
        guard let measured = candidate.measured, let keys = keys(measured, candidate) else { return nil }
        return "df.loc[\(keys).\(candidate.shape.relation.isSmallest ? "nsmallest" : "nlargest")(\(place)).index[-1], \(name(column))]"
    }

    func reckoned(_ candidate: QuestionCandidate) -> String? { candidate.measured.flatMap { keys($0, candidate) } }

    func range(_ candidate: QuestionCandidate) -> String? {
        guard let column = candidate.measured, let keys = keys(column, candidate) else { return nil }
        let numbers = index.keys[column]?.kind == .date ? "\(keys).dt.year" : keys
        return "\(numbers).max() - \(numbers).min()"
    }

    func sharing(_ candidate: QuestionCandidate) -> String? {
        guard let column = candidate.column else { return nil }
        return sharers(candidate).map { "df.loc[\($0), \(name(column))]" }
    }

    /// The rows that share the first row's cell, without the rows themselves.
    func sharers(_ candidate: QuestionCandidate) -> String? {
        guard let second = candidate.second, let rows = rows(candidate) else { return nil }
        return cells(second, candidate).map { "(\(column(second)) == \($0).iloc[0]) & ~\(rows.inside)" }
    }

    /// The rows whose value is above or below that of the first row.
    private func farther(_ candidate: QuestionCandidate) -> String? {
        let sign = candidate.shape.relation.comparison
        if case .rowOrder = candidate.measure { return rows(candidate).map { "df.index \(sign) \($0.inside).idxmax()" } }
        guard let column = candidate.measured, let keys = keys(column, candidate) else { return nil }
        return "\(key(column)) \(sign) \(keys)\(gaps(column)).iloc[0]"
    }

    func beyond(_ candidate: QuestionCandidate) -> String? {
        guard let column = candidate.column else { return nil }
        return farther(candidate).map { "df.loc[\($0), \(name(column))]" }
    }

    func beyondCount(_ candidate: QuestionCandidate) -> String? { farther(candidate).map { "(\($0)).sum()" } }

    /// What leaves out rows without a number, where there are some.
    func gaps(_ column: Int) -> String { space.key(column).contains(where: \.isNaN) ? ".dropna()" : "" }
}
