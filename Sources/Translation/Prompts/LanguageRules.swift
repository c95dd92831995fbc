import Catalog

/// The language in a few lines, for a model that knows pandas and not us: which operations there are, by the catalogue.
enum LanguageRules {
    /// What people and models use most, commonest first; the catalogue says which of it exists.
    private static let wanted: [(Receiver, [String])] = [
        (
            .frame,
            [
                "loc", "iloc", "shape", "columns", "index", "sort_values", "groupby", "drop_duplicates", "nlargest", "nsmallest", "head", "tail", "query",
                "dropna", "apply", "isin",
            ]
        ),
        (
            .series,
            [
                "iloc", "max", "min", "sum", "mean", "median", "count", "nunique", "unique", "value_counts", "idxmax", "idxmin", "isin", "between", "any", "all",
                "mode", "astype", "apply", "map", "notna", "isna", "diff", "cumsum", "shift", "rank", "sort_values", "tolist", "is_unique",
            ]
        ),
        (.str, ["contains", "startswith", "endswith", "lower", "strip", "split", "replace", "extract", "len", "match"]),
        (.dt, ["year", "month", "day", "month_name", "day_name"]),
        (.groupBy, ["size", "count", "sum", "mean", "max", "min", "nunique", "agg", "filter"]),
        (.pandas, ["to_datetime", "to_numeric", "isna", "notna", "concat"]),
        (.builtin, ["len", "sum", "max", "min", "any", "all", "abs", "round", "sorted", "set", "str", "int", "float"]),
    ]

    /// One line a receiver: `- Series.str has contains, startswith, …`
    static var operations: String {
        wanted.map { receiver, names in
            let there = names.filter { receiver.operation(named: $0) != nil || LanguageRules.isKnown($0, receiver) }
            return "- \(label(receiver)): \(there.joined(separator: ", "))"
        }.joined(separator: "\n")
    }

    /// The names that the catalogue does not have.
    static var unknown: [String] {
        wanted.flatMap { receiver, names in
            names.filter { receiver.operation(named: $0) == nil && !isKnown($0, receiver) }.map { "\(receiver.label).\($0)" }
        }
    }

    /// Row access and types are the checker's own, no operations.
    private static func isKnown(_ name: String, _ receiver: Receiver) -> Bool {
        switch receiver {
        case .frame, .series: ["loc", "iloc"].contains(name)
        case .builtin: ["set", "str", "int", "float"].contains(name)
        case .pandas, .numpy, .standard, .groupBy, .index, .array, .str, .dt, .text, .list, .tuple, .dict, .set, .number, .timestamp, .timedelta, .date,
            .rolling, .interval, .match, .pattern:
            false
        }
    }

    private static func label(_ receiver: Receiver) -> String { receiver == .builtin ? "functions" : receiver == .pandas ? "pd" : receiver.label }
}
