import Values

/// What a column is about, as far as it tells which way `first`, `best` and `most` point.
public enum ColumnClass: Int, CaseIterable, Sendable {
    case other
    /// A year, a date, a season.
    case date
    /// A place in an order: the best is the lowest.
    case rank
    /// A time taken: the best is the lowest.
    case time
    /// A result of two sides.
    case score
    /// No column: the order of the rows.
    case rowOrder

    init(_ forms: [String], isDate: Bool) {
        if isDate || forms.contains(where: ColumnClass.dates.contains) {
            self = .date
        } else if forms.contains(where: ColumnClass.ranks.contains) {
            self = .rank
        } else if forms.contains(where: ColumnClass.times.contains) {
            self = .time
        } else {
            self = forms.contains(where: ColumnClass.scores.contains) ? .score : .other
        }
    }

    private static let dates: Set<String> = ["year", "date", "season"]
    private static let ranks: Set<String> = [
        "rank", "plac", "place", "position", "po", "pick", "no", "draw", "seed", "finish", "grid", "order", "number", "round", "ranking", "rankin", "standing", "par",
    ]
    private static let times: Set<String> = ["tim", "time"]
    private static let scores: Set<String> = ["scor", "score", "result"]
}
