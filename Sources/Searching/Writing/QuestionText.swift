import Linking

/// Writes a question's candidates as a person would write them in pandas.
extension QueryWriter {
    /// The candidate as one expression; nil where what it means cannot be named in so many words.
    public func query(_ candidate: QuestionCandidate) -> String? {
        switch candidate.shape.family {
        case .cells: cells(candidate)
        case .neighbour: neighbour(candidate)
        case .count, .unionCount: count(candidate)
        case .rest: rest(candidate)
        case .restCount: rows(candidate).map { "(~\($0.inside)).sum()" }
        case .distinct: distinct(candidate)
        case .superlative, .choice: superlative(candidate)
        case .extreme: extreme(candidate)
        case .nth: nth(candidate)
        case .sum, .unionSum: reckoned(candidate).map { "\($0).sum()" }
        case .average: reckoned(candidate).map { "\($0).mean()" }
        case .range: range(candidate)
        case .mode, .choiceByCount: mode(candidate)
        case .modeCount: counts(candidate).map { "\($0).max()" }
        case .frequent: frequent(candidate)
        case .groupSum: groupSum(candidate)
        case .difference: difference(candidate)
        case .countDifference: pair(candidate) { mask($0).map { "\($0.inside).sum()" } }.map { "abs(\($0) - \($1))" }
        case .sumDifference: sumDifference(candidate)
        case .between: pair(candidate) { mask($0).map { "\($0.inside).idxmax()" } }.map { "abs(\($0) - \($1)) - 1" }
        case .sharing: sharing(candidate)
        case .sharingCount: sharers(candidate).map { "(\($0)).sum()" }
        case .beyond: beyond(candidate)
        case .beyondCount: beyondCount(candidate)
        case .columnDifference: twoColumns(candidate).map { "abs(\($0) - \($1))" }
        case .columnSum: twoColumns(candidate).map { "\($0) + \($1)" }
        case .verdict: verdict(candidate)
        case .wordChoice: firstValues(candidate).flatMap { choice(candidate, $0, $1) }
        case .wordChoiceByNumber: numberChoice(candidate)
        case .streak: rows(candidate).map { "\($0.inside).groupby((~\($0.inside)).cumsum()).sum().max()" }
        }
    }

    // MARK: Parts

    /// The candidate's rows as a mask; nil where they are all rows, or cannot be written.
    func rows(_ candidate: QuestionCandidate) -> Piece? {
        guard !candidate.either.isEmpty else { return mask(candidate.base) }
        let things = candidate.either.places.compactMap(condition)
        guard things.count == candidate.either.count, let either = Piece.joined(things, by: "|") else { return nil }
        guard !candidate.base.isEmpty else { return either }
        return mask(candidate.base).flatMap { Piece.joined([$0, either], by: "&") }
    }

    /// The cells of a column in the candidate's rows.
    func cells(_ column: Int, _ candidate: QuestionCandidate) -> String? {
        guard !candidate.conditions.isEmpty else { return self.column(column) }
        return rows(candidate).map { "df.loc[\($0.text), \(name(column))]" }
    }

    /// The numbers of a column in the candidate's rows.
    func keys(_ column: Int, _ candidate: QuestionCandidate) -> String? {
        guard !candidate.conditions.isEmpty else { return key(column) }
        if case .number? = index.keys[column]?.kind { return cells(column, candidate) }
        return rows(candidate).map { "\(key(column))[\($0.text)]" }
    }

    func name(_ column: Int) -> String { Python.text(index.headers[column].name) }

    // MARK: Cells and counts

    private func cells(_ candidate: QuestionCandidate) -> String? {
        guard let column = candidate.column, let cells = cells(column, candidate) else { return nil }
        return candidate.shape.relation == .many ? cells : "\(cells).iloc[\(candidate.shape.relation == .last ? -1 : 0)]"
    }

    private func rest(_ candidate: QuestionCandidate) -> String? {
        guard let column = candidate.column, let rows = rows(candidate) else { return nil }
        return "df.loc[~\(rows.inside), \(name(column))]\(candidate.shape.relation == .one ? ".iloc[0]" : "")"
    }

    private func neighbour(_ candidate: QuestionCandidate) -> String? {
        guard let column = candidate.column, let rows = rows(candidate) else { return nil }
        if case .first = candidate.shape.relation { return "df.loc[\(rows.inside).idxmax() - 1, \(name(column))]" }
        return "df.loc[df[\(rows.text)].index[-1] + 1, \(name(column))]"
    }

    private func count(_ candidate: QuestionCandidate) -> String? {
        guard !candidate.conditions.isEmpty else { return "len(df)" }
        return rows(candidate).map { "\($0.inside).sum()" }
    }

    private func distinct(_ candidate: QuestionCandidate) -> String? { candidate.column.flatMap { cells($0, candidate) }.map { "\($0).nunique()" } }

    private func counts(_ candidate: QuestionCandidate) -> String? { candidate.column.flatMap { cells($0, candidate) }.map { "\($0).value_counts()" } }

    /// Of values that have as many rows, the first in the table comes first.
    private func mode(_ candidate: QuestionCandidate) -> String? {
        guard let column = candidate.column else { return nil }
        if case .allLargest = candidate.shape.relation { return cells(column, candidate).map { "\($0).mode()" } }
        let groups = "groupby(\(name(column)), sort=False).size().\(candidate.shape.relation.place)()"
        guard !candidate.conditions.isEmpty else { return "df.\(groups)" }
        return rows(candidate).map { "df[\($0.text)].\(groups)" }
    }

    private func frequent(_ candidate: QuestionCandidate) -> String? {
        guard let counts = counts(candidate), let number = candidate.number else { return nil }
        return "(\(counts) \(candidate.shape.relation.comparison) \(Python.number(space.sentence.numbers[number].value))).sum()"
    }

    private func groupSum(_ candidate: QuestionCandidate) -> String? {
        guard let column = candidate.column, let measured = candidate.measured else { return nil }
        return "\(key(measured)).groupby(\(self.column(column)), sort=False).sum().\(candidate.shape.relation.place)()"
    }
}

extension QuestionRelation {
    /// What gives the row of the largest or smallest value.
    var place: String { isSmallest ? "idxmin" : "idxmax" }
    /// What gives the largest or smallest value.
    var reduction: String { isSmallest ? "min" : "max" }

    var isSmallest: Bool {
        switch self {
        case .smallest, .allSmallest: true
        case .plain, .one, .many, .first, .last, .largest, .allLargest, .above, .atLeast, .below, .equal: false
        }
    }

    var comparison: String {
        switch self {
        case .above: ">"
        case .atLeast: ">="
        case .below: "<"
        case .plain, .one, .many, .first, .last, .largest, .smallest, .allLargest, .allSmallest, .equal: "=="
        }
    }
}
