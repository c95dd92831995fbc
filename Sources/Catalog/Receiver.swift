/// What an operation is asked of. One folder of the interpreter and one file of the catalogue a receiver.
public enum Receiver: String, CaseIterable, Sendable {
    /// Python's builtin functions: no receiver at all.
    case builtin
    /// Functions of `pd`.
    case pandas
    /// Functions of `np`.
    case numpy
    /// Functions of `math`, `re` and `datetime`.
    case standard
    case series, frame, groupBy, index, array
    /// `series.str`
    case str
    /// `series.dt`
    case dt
    /// Python's `str`
    case text
    case list, tuple, set, dict
    /// int, float, bool and their numpy kin
    case number
    case timestamp, timedelta, date
    case rolling
    /// A bin of `pd.cut`.
    case interval
    /// What `re.search(…)` gives.
    case match
    /// What `re.compile(…)` gives.
    case pattern

    /// How a message names it.
    public var label: String {
        switch self {
        case .builtin: "builtin"
        case .pandas: "pandas"
        case .numpy: "numpy"
        case .standard: "standard library"
        case .series: "Series"
        case .frame: "DataFrame"
        case .groupBy: "GroupBy"
        case .index: "Index"
        case .array: "array"
        case .str: "Series.str"
        case .dt: "Series.dt"
        case .text: "str"
        case .list: "list"
        case .tuple: "tuple"
        case .set: "set"
        case .dict: "dict"
        case .number: "number"
        case .timestamp: "Timestamp"
        case .timedelta: "Timedelta"
        case .date: "date"
        case .rolling: "Rolling"
        case .interval: "Interval"
        case .match: "Match"
        case .pattern: "Pattern"
        }
    }
}
