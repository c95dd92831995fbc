import Diagnostics
import Values

/// The format that a column's first text seems to have: pandas' `guess_datetime_format`.
///
/// A format is guessed only where every number of the text is the year, the month, the day or part of the clock, and writing the date
/// with the format gives the text back. `%B` never matches a month in small letters, so `july 4 , 1996` has no format.
public enum DateGuess {
    public static func format(of text: Text, dayFirst: Bool) -> DateFormat? {
        text.withBytes { bytes in format(of: bytes, dayFirst: dayFirst) }
    }

    private static func format(of bytes: UnsafeBufferPointer<UInt8>, dayFirst: Bool) -> DateFormat? {
        guard !hasCommaInNumber(bytes), let tokens = DateTokens(bytes),
            let parts = try? DateGrammar.read(tokens, dayFirst: dayFirst, yearFirst: false), !parts.isEmpty, !parts.hasZone
        else { return nil }
        // pandas fills gaps from the running day and may take the text for it once a month; here what is missing matches nothing.
        let reader = DateReader(dayFirst: dayFirst)
        guard let date = try? reader.dateTime(parts, on: DateTime(DateGrammar.referenceYear, 1, 1), bytes) else { return nil }
        return DateGuessing(date: date, parts: parts, tokens: tokens).format(of: bytes, dayFirst: dayFirst)
    }

    /// `May 2,1992` has no format, though `May 2, 1992` has one.
    private static func hasCommaInNumber(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        bytes.indices.dropFirst().dropLast().contains {
            bytes[$0] == UInt8(ascii: ",") && ASCII.isDigit(bytes[$0 - 1]) && ASCII.isDigit(bytes[$0 + 1])
        }
    }
}

private struct DateGuessing {
    let date: DateTime
    private var texts: [String]
    private var guesses: [String?]
    private var found: Set<Attribute> = []
    private var absent: Set<Attribute> = []

    private enum Attribute { case year, month, day, hour, minute, second, weekday, half }

    private static let patterns: [(attributes: Set<Attribute>, format: String, padding: Int)] = [
        ([.year, .month, .day, .hour, .minute, .second], "%Y%m%d%H%M%S", 0),
        ([.year, .month, .day, .hour, .minute], "%Y%m%d%H%M", 0), ([.year, .month, .day, .hour], "%Y%m%d%H", 0),
        ([.year, .month, .day], "%Y%m%d", 0), ([.hour, .minute, .second], "%H%M%S", 0), ([.hour, .minute], "%H%M", 0),
        ([.year], "%Y", 0), ([.month], "%B", 0), ([.month], "%b", 0), ([.month], "%m", 2), ([.day], "%d", 2), ([.hour], "%H", 2),
        ([.minute], "%M", 2), ([.second], "%S", 2), ([.second], "%S.%f", 0), ([.weekday], "%a", 0), ([.weekday], "%A", 0),
        ([.half], "%p", 0),
    ]

    init(date: DateTime, parts: DateGrammar.Parts, tokens: DateTokens) {
        self.date = date
        if parts.year == nil { absent.insert(.year) }
        if parts.month == nil { absent.insert(.month) }
        if parts.day == nil { absent.insert(.day) }
        texts = (0..<tokens.count).map { String(decoding: tokens.bytes($0), as: UTF8.self) }
        guesses = Array(repeating: nil, count: texts.count)
    }

    func format(of bytes: UnsafeBufferPointer<UInt8>, dayFirst: Bool) -> DateFormat? {
        var copy = self
        copy.placeAll(dayFirst)
        guard copy.isComplete, let text = copy.assembled else { return nil }
        guard let format = try? DateFormat(Text(text)), (try? format.read(bytes, exact: true).timestamp()) != nil else { return nil }
        return TimeFormat(Text(text)).string(date) == copy.texts.joined() ? format : nil
    }

    private mutating func placeAll(_ dayFirst: Bool) {
        var patterns = DateGuessing.patterns
        if dayFirst, let day = patterns.firstIndex(where: { $0.format == "%d" }) { patterns.insert(patterns.remove(at: day), at: 0) }
        for pattern in patterns where found.isDisjoint(with: pattern.attributes) && absent.isDisjoint(with: pattern.attributes) {
            place(pattern.format, pattern.padding, pattern.attributes)
        }
    }

    /// Gives a format to the first token that it writes.
    private mutating func place(_ format: String, _ padding: Int, _ attributes: Set<Attribute>) {
        let written = TimeFormat(Text(format)).string(date)
        for at in texts.indices where guesses[at] == nil {
            let filled = DateGuessing.filled(texts[at], padding)
            guard filled == written else { continue }
            guesses[at] = format
            texts[at] = filled
            found.formUnion(attributes)
            return
        }
    }

    /// Zeros in front; seconds with a fraction get six digits of it.
    private static func filled(_ text: String, _ padding: Int) -> String {
        guard let point = text.firstIndex(of: "."), text.utf8.first.map(ASCII.isDigit) == true, text.utf8.last.map(ASCII.isDigit) == true else {
            return String(repeating: "0", count: max(0, padding - text.utf8.count)) + text
        }
        let seconds = text[..<point], fraction = text[text.index(after: point)...].prefix(6)
        let whole = Int(seconds).map { $0 < 10 ? "0\($0)" : "\($0)" } ?? String(seconds)
        return "\(whole).\(fraction)\(String(repeating: "0", count: 6 - fraction.count))"
    }

    private var isComplete: Bool {
        if found.isSuperset(of: [.year, .month, .day]) { return true }
        return guesses == ["%Y"] || guesses == ["%Y", nil, "%m"] && texts[1] == "-"
    }

    /// The formats and the signs between them; nil where a number has no format.
    private var assembled: String? {
        var parts = guesses
        if parts.contains("%p"), let hour = parts.firstIndex(of: "%H") { parts[hour] = "%I" }
        var out = ""
        for (at, part) in parts.enumerated() {
            if let part { out += part; continue }
            guard pythonFloat(Text(texts[at])) == nil else { return nil }
            out += texts[at]
        }
        return out
    }
}
