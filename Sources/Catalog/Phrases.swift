/// How a reader without pandas is told what an operation did.
///
/// `{}` stands for what it was asked of, `{1}` for its first argument. Operations that the book does not list are told by their summary in
/// the catalogue, so that every operation has words (a test holds that).
extension Operation {
    public var phrase: String { PhraseBook.phrases[receiver]?[name] ?? PhraseBook.phrase(of: facts.summary) }
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

    static let phrases: [Receiver: [String: String]] = [
        .series: column,
        .index: column,
        .array: column,
        .frame: frame,
        .builtin: builtin,
        .str: text,
        .text: text,
        .groupBy: groups,
        .pandas: ["to_numeric": "{} as numbers", "to_datetime": "{} as dates", "to_timedelta": "{} as time spans", "isna": "{} is missing", "notna": "{} is not missing"],
        .dt: ["year": "the year of {}", "month": "the month of {}", "day": "the day of {}", "date": "the date of {}", "hour": "the hour of {}"],
    ]

    private static let column: [String: String] = [
        "max": "the largest {}", "min": "the smallest {}", "sum": "the sum of {}", "mean": "the average {}", "median": "the median {}",
        "count": "how many {} are not missing", "nunique": "how many different {}", "unique": "the different {}", "any": "in some row {}", "all": "in every row {}",
        "idxmax": "the row with the largest {}", "idxmin": "the row with the smallest {}", "argmax": "the position of the largest {}",
        "argmin": "the position of the smallest {}", "value_counts": "how often each {} occurs", "mode": "the most frequent {}",
        "isna": "{} is missing", "isnull": "{} is missing", "notna": "{} is not missing", "notnull": "{} is not missing", "isin": "{} is one of {1}",
        "between": "{} is between {1} and {2}", "head": "the first rows of {}", "tail": "the last rows of {}", "tolist": "the list of {}",
        "to_list": "the list of {}", "to_numpy": "{}", "values": "{}", "copy": "{}", "item": "the only {}", "shape": "how many {}", "size": "how many {}",
        "empty": "there is no {}", "astype": "{} as {1}", "round": "{}, rounded", "abs": "the magnitude of {}", "sort_values": "{}, sorted",
        "nlargest": "the largest {}", "nsmallest": "the smallest {}", "index": "the rows of {}", "dropna": "{} without gaps", "fillna": "{} with gaps filled by {1}",
        "drop_duplicates": "the different {}", "diff": "the change of {} from row to row", "cumsum": "the running sum of {}", "std": "the standard deviation of {}",
        "var": "the variance of {}", "rank": "the rank of {}", "apply": "a function of each {}", "map": "a function of each {}", "eq": "{} is {1}", "ne": "{} is not {1}",
        "gt": "{} > {1}", "lt": "{} < {1}", "ge": "{} ≥ {1}", "le": "{} ≤ {1}", "duplicated": "{} occurred before",
    ]

    private static let frame: [String: String] = [
        "shape": "how many rows and columns {} has", "size": "how many cells {} has", "empty": "{} has no row", "columns": "the column names of {}", "head": "the first rows of {}",
        "tail": "the last rows of {}", "sort_values": "{}, sorted by {1}", "nlargest": "the {1} rows of {} with the largest {2}",
        "nsmallest": "the {1} rows of {} with the smallest {2}", "groupby": "{}, grouped by {1}", "index": "the row numbers of {}", "iloc": "{}", "drop_duplicates": "the different rows of {}",
        "reset_index": "{}, numbered anew", "copy": "{}", "dropna": "the rows of {} without gaps", "isin": "{} is one of {1}", "set_index": "{}, labelled by {1}",
        "values": "the cells of {}", "apply": "a function of each part of {}", "query": "the rows of {} where {1}", "count": "how many cells of {} are not missing",
    ]

    private static let builtin: [String: String] = [
        "len": "how many {}", "sum": "the sum of {}", "max": "the largest of {}", "min": "the smallest of {}", "abs": "the magnitude of {}", "round": "{}, rounded",
        "any": "for some row {}", "all": "for every row {}", "sorted": "{}, sorted",
    ]

    private static let text: [String: String] = [
        "contains": "{} contains {1}", "startswith": "{} starts with {1}", "endswith": "{} ends with {1}", "lower": "{} in small letters", "upper": "{} in capitals",
        "len": "the length of {}", "strip": "{} without blanks around", "replace": "{} with {1} replaced by {2}", "split": "the parts of {} between {1}", "extract": "the part of {} that matches {1}",
        "match": "{} begins with a match of {1}", "fullmatch": "{} matches {1}", "count": "how often {1} occurs in {}", "slice": "a part of {}", "get": "an item of {}",
        "title": "{} with capitals", "find": "the place of {1} in {}", "findall": "all matches of {1} in {}",
    ]

    private static let groups: [String: String] = [
        "size": "how many rows in each group of {}", "count": "how many in each group of {}", "sum": "the sum in each group of {}", "mean": "the average in each group of {}",
        "max": "the largest in each group of {}", "min": "the smallest in each group of {}", "nunique": "how many different in each group of {}", "first": "the first in each group of {}",
    ]
}
