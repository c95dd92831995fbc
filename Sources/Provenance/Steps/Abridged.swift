import Values

/// A value in a few words.
enum Abridged {
    private static let mostItems = 5
    private static let mostCharacters = 60

    static func text(_ value: Value) -> String {
        switch value {
        case .none: "nothing"
        case .bool(let flag), .numpyBool(let flag): flag ? "yes" : "no"
        case .text(let text): "'\(shortened(text.string))'"
        case .list(let list): "[\(items(list.items))]"
        case .tuple(let tuple): "(\(items(tuple.items)))"
        case .set(let set): "{\(items(set.items))}"
        case .dict(let dict): counted(dict.count, "pair")
        case .series(let series): series.count == 0 ? "no values" : items(series.column)
        case .array(let array): items(array.column)
        case .index(let index): items(index.column)
        case .frame(let frame): "\(counted(frame.rowCount, "row")), \(counted(frame.columnCount, "column"))"
        case .groupBy(let groups): counted(groups.groupCount, "group")
        default: plain(value)
        }
    }

    private static func counted(_ count: Int, _ thing: String) -> String { "\(count) \(thing)\(count == 1 ? "" : "s")" }

    /// A scalar without quotes.
    static func plain(_ value: Value) -> String {
        switch value {
        case .text(let text): shortened(text.string)
        case .int(let number), .numpyInt(let number): grouped(number)
        case .float(let number), .numpyFloat(let number): float(number)
        case .timestamp(let time): time == Column.missingTime ? "missing" : date(time)
        case .type(let type): type.rawValue
        default: "a \(value.typeName)"
        }
    }

    static func items(_ column: Column) -> String { items((0..<min(column.count, mostItems + 1)).map { column[$0] }, of: column.count) }

    private static func items(_ values: [Value], of count: Int? = nil) -> String {
        let total = count ?? values.count
        let shown = values.prefix(mostItems).map(text).joined(separator: ", ")
        return total > mostItems ? "\(shown), … (\(total))" : shown
    }

    private static func shortened(_ text: String) -> String { text.count > mostCharacters ? text.prefix(mostCharacters) + "…" : text }

    /// Thousands apart from 10,000 on, so that years stay years.
    private static func grouped(_ number: Int) -> String {
        let digits = String(number.magnitude)
        guard digits.count > 4 else { return String(number) }
        var out = ""
        for (at, digit) in digits.enumerated() {
            if at > 0, (digits.count - at) % 3 == 0 { out += "," }
            out.append(digit)
        }
        return (number < 0 ? "-" : "") + out
    }

    /// The day of a time (Howard Hinnant's `civil_from_days`).
    private static func date(_ nanoseconds: Int) -> String {
        let day = Int((Double(nanoseconds) / 86_400e9).rounded(.down)) + 719_468
        let era = (day >= 0 ? day : day - 146_096) / 146_097
        let ofEra = day - era * 146_097
        let year = (ofEra - ofEra / 1460 + ofEra / 36_524 - ofEra / 146_096) / 365
        let ofYear = ofEra - (365 * year + year / 4 - year / 100)
        let month = (5 * ofYear + 2) / 153
        let (monthOfYear, dayOfMonth) = (month < 10 ? month + 3 : month - 9, ofYear - (153 * month + 2) / 5 + 1)
        return "\(year + era * 400 + (monthOfYear <= 2 ? 1 : 0))-\(padded(monthOfYear))-\(padded(dayOfMonth))"
    }

    private static func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }

    private static func float(_ number: Double) -> String {
        if number.isNaN { return "missing" }
        if let whole = Int(exactly: number), abs(whole) < 1 << 50 { return grouped(whole) + ".0" }
        return "\((number * 10_000).rounded() / 10_000)"
    }
}
