/// What a query does with a table, as the field breaks accuracy down. A query may do several of these.
///
/// The families follow the reasoning types that TabFact's authors count claims by; what makes a query one of a family is written here and in
/// `Evaluation`'s `FamilySearch`, for what has no name (masks, comparisons, positions).
public enum Family: String, CaseIterable, Sendable {
    /// Picks rows by a condition.
    case filter
    /// Asks how many.
    case count
    /// Puts two things of the table in order, or holds them against each other.
    case comparison
    /// Asks for the largest, the smallest, the most frequent, or sorts.
    case superlative
    /// Adds up, averages, groups.
    case aggregate
    /// Asks by place in an order.
    case ordinal
    /// Asks for what is different.
    case unique
    /// Looks into texts.
    case text
    /// Reads dates.
    case date

    /// The names of operations that make a query one of the family, whatever table-like thing they are asked of.
    public var names: [String] {
        switch self {
        case .filter: ["query", "filter", "where", "mask", "get_group", "select_dtypes"]
        case .count: ["len", "count", "size", "shape", "value_counts", "ngroups", "cumcount", "count_nonzero", "crosstab"]
        case .comparison: ["lt", "le", "gt", "ge", "ne", "between", "less", "less_equal", "greater", "greater_equal", "isclose", "allclose", "clip"]
        case .superlative:
            [
                "max", "min", "idxmax", "idxmin", "argmax", "argmin", "nlargest", "nsmallest", "sort_values", "sorted", "argsort", "sort", "amax", "amin", "nanmax",
                "nanmin", "nanargmax", "nanargmin", "maximum", "minimum", "fmax", "fmin", "cummax", "cummin", "mode", "ptp",
            ]
        case .aggregate:
            [
                "sum", "mean", "median", "std", "var", "sem", "skew", "kurt", "kurtosis", "prod", "product", "quantile", "describe", "agg", "aggregate", "groupby",
                "cumsum", "cumprod", "average", "nansum", "nanmean", "nanmedian", "nanstd", "nanvar", "nanprod", "percentile", "nanpercentile", "nanquantile",
                "corr", "cov", "corrcoef", "corrwith", "pivot_table", "fsum",
            ]
        case .ordinal: ["rank", "nth", "head", "tail", "first", "last", "shift", "diff", "pct_change", "searchsorted", "get_loc"]
        case .unique:
            ["unique", "nunique", "drop_duplicates", "duplicated", "is_unique", "has_duplicates", "factorize", "union1d", "intersect1d", "setdiff1d", "setxor1d"]
        case .text: ["str", "search", "match", "fullmatch", "findall", "finditer", "sub", "split", "compile", "escape"]
        case .date:
            [
                "dt", "to_datetime", "to_timedelta", "date_range", "Timestamp", "Timedelta", "datetime", "date", "time", "timedelta", "strptime", "strftime",
                "fromisoformat", "fromordinal", "year", "month", "day", "quarter", "weekday", "day_name", "month_name", "dayofweek", "day_of_week", "dayofyear",
                "day_of_year", "hour", "minute", "second",
            ]
        }
    }

    /// The family of a name whose receiver only the data tells.
    public init?(named name: String) {
        guard let family = Family.byName[name] else { return nil }
        self = family
    }

    private static let byName = Dictionary(
        Family.allCases.flatMap { family in family.names.map { ($0, family) } }, uniquingKeysWith: { first, _ in first })
}

extension Operation {
    /// The family that the operation makes a query one of: its receiver's, else its name's.
    public var family: Family? { receiver.family ?? Family(named: name) }
}

extension Receiver {
    /// The family of all operations of texts and of dates.
    var family: Family? {
        switch self {
        case .str, .text, .match, .pattern: .text
        case .dt, .timestamp, .timedelta, .date: .date
        case .builtin, .pandas, .numpy, .standard, .series, .frame, .groupBy, .index, .array, .list, .tuple, .set, .dict, .number, .rolling, .interval: nil
        }
    }
}
