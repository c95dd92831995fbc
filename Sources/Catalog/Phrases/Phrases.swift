/// How a reader without pandas is told what an operation did.
///
/// `{}` stands for what it was asked of, `{1}` for its first argument. Operations that the book does not list are told by their summary in
/// the catalogue, so that every operation has words (a test holds that).
extension Operation {
    public var phrase: String { PhraseBook.phrases[receiver]?[name] ?? PhraseBook.shared[name] ?? PhraseBook.phrase(of: facts.summary) }
}

enum PhraseBook {
    /// A summary as a phrase: "The mean of the cells." asks of "the cells", which are named instead.
    static func phrase(of summary: String) -> String {
        var words = summary.hasSuffix(".") ? String(summary.dropLast()) : summary
        if let first = words.first, words.dropFirst().first?.isLowercase ?? false { words = first.lowercased() + words.dropFirst() }
        for cells in ["the cells", "each cell", "every cell", "each text", "the items", "the rows"] {
            guard let place = words.firstRange(of: cells) else { continue }
            words.replaceSubrange(place, with: "{}")
            return words
        }
        return "{}: " + words
    }

    /// Words of one receiver's own.
    static let phrases: [Receiver: [String: String]] = [
        .frame: frame,
        .builtin: builtin,
        .str: text,
        .text: text,
        .groupBy: groups,
        .rolling: windows,
        .list: sequence,
        .tuple: sequence,
        .standard: patterns,
        .pattern: patterns,
    ]

    private static let sequence: [String: String] = [
        "count": "how often {1} occurs in {}", "index": "the place of {1} in {}", "append": "{1} put behind {}", "extend": "{1} put behind {}", "insert": "an item put into {}",
        "pop": "an item of {}", "sort": "{}, sorted", "reverse": "{}, from last to first",
    ]

    private static let patterns: [String: String] = [
        "search": "a match of {} in {1}", "match": "{1} begins with a match of {}", "fullmatch": "{1} matches {}", "findall": "all matches of {} in {1}",
        "finditer": "all matches of {} in {1}", "split": "the parts of {1} between {}", "sub": "{2} with {} replaced by {1}",
    ]

    private static let frame: [String: String] = [
        "shape": "how many rows and columns {} has", "size": "how many cells {} has", "empty": "{} has no row", "sort_values": "{}, sorted by {1}",
        "nlargest": "the {1} rows of {} with the largest {2}", "nsmallest": "the {1} rows of {} with the smallest {2}", "index": "the row numbers of {}",
        "drop_duplicates": "the different rows of {}", "duplicated": "an equal row of {} came before", "dropna": "the rows of {} without gaps", "values": "the cells of {}",
        "apply": "a function of each part of {}", "count": "how many cells of {} are not missing",
    ]

    private static let builtin: [String: String] = [
        "len": "how many {}", "sum": "the sum of {}", "max": "the largest of {}", "min": "the smallest of {}", "any": "for some row {}", "all": "for every row {}", "sorted": "{}, sorted",
        "map": "a function of each of {1}", "filter": "those of {1} for which a function holds",
    ]

    private static let text: [String: String] = [
        "count": "how often {1} occurs in {}", "get": "an item of {}", "index": "the place of {1} in {}", "repeat": "{}, several times over", "join": "{1} put together with {} between",
    ]

    /// What each group gives, where a column gives one value.
    private static let groups: [String: String] = eachGroup([
        "size": "how many rows", "count": "how many", "sum": "the sum", "prod": "the product", "mean": "the average", "median": "the median", "max": "the largest", "min": "the smallest",
        "nunique": "how many different", "first": "the first", "last": "the last", "std": "the standard deviation", "var": "the variance", "sem": "the standard error of the mean",
        "skew": "the skewness", "any": "whether some is true", "all": "whether each is true", "idxmax": "the row with the largest", "idxmin": "the row with the smallest",
        "quantile": "a quantile", "describe": "a summary", "unique": "the different values", "value_counts": "how often each value occurs", "nlargest": "the largest values",
        "nsmallest": "the smallest values", "head": "the first rows", "tail": "the last rows", "cumsum": "the running sum", "cumprod": "the running product", "cummax": "the largest so far",
        "cummin": "the smallest so far", "rank": "the rank", "diff": "the change from row to row", "shift": "the value some rows before", "apply": "a function", "agg": "{1}", "aggregate": "{1}",
        "transform": "{1}",
    ])

    private static func eachGroup(_ words: [String: String]) -> [String: String] { words.mapValues { $0 + " in each group of {}" } }

    private static let windows: [String: String] = [
        "max": "the largest", "min": "the smallest", "sum": "the sum", "mean": "the average", "median": "the median", "std": "the standard deviation", "var": "the variance", "count": "how many",
        "sem": "the standard error of the mean", "quantile": "a quantile", "apply": "a function", "agg": "{1}", "aggregate": "{1}",
    ].mapValues { $0 + " in each window of {}" }
}
