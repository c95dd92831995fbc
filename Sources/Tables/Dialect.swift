/// How a file writes its table. It is named, never guessed: a wrong guess would change verdicts without a word.
public enum Dialect: String, CaseIterable, Sendable {
    /// `pd.read_csv(path)`: commas, quoted fields with doubled quotes.
    case csv
    /// TabFact's files, `pd.read_csv(path, delimiter="#", quoting=csv.QUOTE_NONE, encoding="utf-8", on_bad_lines="skip")`.
    case tabfact
    /// WikiTableQuestions' files, `pd.read_csv(path, escapechar="\\")`.
    case wtq
}

extension Dialect {
    /// The byte between fields.
    var delimiter: UInt8 {
        switch self {
        case .csv, .wtq: UInt8(ascii: ",")
        case .tabfact: UInt8(ascii: "#")
        }
    }

    /// Whether a field that begins with `"` runs to its closing `"`.
    var quotes: Bool {
        switch self {
        case .csv, .wtq: true
        case .tabfact: false
        }
    }

    /// Whether a backslash takes the next byte as it is.
    var escapes: Bool {
        switch self {
        case .csv, .tabfact: false
        case .wtq: true
        }
    }

    /// Whether rows with too many fields are left out instead of refused.
    var skipsLongRows: Bool {
        switch self {
        case .csv, .wtq: false
        case .tabfact: true
        }
    }
}
