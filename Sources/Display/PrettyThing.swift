import Diagnostics
import Values

/// The most items of a container that pandas shows inside a cell or a label.
private let maximumItems = 100
/// Containers nested deeper than this are shown by `str`.
private let maximumNesting = 3

extension Printer {
    /// pandas' `pprint_thing`: how labels, names and the cells of object columns are shown.
    mutating func pretty(_ value: Value, quotes: Bool = false, escapes: Bool = true, _ nesting: Int = 0) throws(Failure) -> String {
        try charge(4)
        if nesting < maximumNesting {
            if case .dict(let dict) = value { return try pretty(dict, nesting) }
            if let items = try sequenceItems(value) { return try pretty(items, like: value, quotes: quotes, escapes: escapes, nesting) }
        }
        if case .text(let text) = value {
            let shown = escapes ? escapingBlanks(text.string) : text.string
            return try charged(quotes ? "'\(shown)'" : shown)
        }
        let shown = try str(value)
        return escapes ? escapingBlanks(shown) : shown
    }

    /// Strings inside a dict are always quoted, and their line ends are not escaped: so does pandas.
    private mutating func pretty(_ dict: DictValue, _ nesting: Int) throws(Failure) -> String {
        var pairs: [String] = []
        for (key, value) in zip(dict.keys, dict.values).prefix(maximumItems) {
            let name = try pretty(key, quotes: true, escapes: false, nesting + 1)
            pairs.append(name + ": " + (try pretty(value, quotes: true, escapes: false, nesting + 1)))
        }
        return "{" + pairs.joined(separator: ", ") + (dict.count > maximumItems ? ", ..." : "") + "}"
    }

    private mutating func pretty(
        _ items: [Value], like value: Value, quotes: Bool, escapes: Bool, _ nesting: Int
    ) throws(Failure) -> String {
        var texts: [String] = []
        for item in items.prefix(maximumItems) { texts.append(try pretty(item, quotes: quotes, escapes: escapes, nesting + 1)) }
        return sequenceText(texts, count: items.count, like: value)
    }

    private func sequenceItems(_ value: Value) throws(Failure) -> [Value]? {
        switch value {
        case .list(let list): list.items
        case .tuple(let tuple): tuple.items
        case .set(let set): try items(of: set)
        case .range(let range): (0..<min(range.count, maximumItems + 1)).map { .int(range[$0]) }
        case .array(let array): array.isFlat ? array.column.values : nil
        case .series(let series): series.column.values
        case .index(let index): index.values
        case .none, .bool, .int, .float, .text, .numpyBool, .numpyInt, .numpyFloat, .timestamp, .timedelta, .date, .time, .interval, .dict,
            .slice, .iterator, .frame, .groupBy, .accessor, .function, .type, .dtype, .module:
            nil
        }
    }

    private func sequenceText(_ texts: [String], count: Int, like value: Value) -> String {
        var body = texts.joined(separator: ", ")
        switch value {
        case .set:
            if count > texts.count { body += ", ..." }
            return "{" + body + "}"
        case .tuple, .range:
            if count > texts.count { body += ", ..." } else if count == 1 { body += "," }
            return "(" + body + ")"
        case .none, .bool, .int, .float, .text, .numpyBool, .numpyInt, .numpyFloat, .timestamp, .timedelta, .date, .time, .interval, .list,
            .dict, .slice, .iterator, .series, .frame, .index, .array, .groupBy, .accessor, .function, .type, .dtype, .module:
            if count > texts.count { body += ", ..." }
            return "[" + body + "]"
        }
    }
}

/// Tabs, returns and newlines as `\t`, `\r`, `\n`, so that a cell stays on its line.
func escapingBlanks(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: { $0 == "\t" || $0 == "\n" || $0 == "\r" }) else { return text }
    var out = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
        switch scalar {
        case "\t": out.append(contentsOf: ["\\", "t"])
        case "\n": out.append(contentsOf: ["\\", "n"])
        case "\r": out.append(contentsOf: ["\\", "r"])
        case let other: out.append(other)
        }
    }
    return String(out)
}
