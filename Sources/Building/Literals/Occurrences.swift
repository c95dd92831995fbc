import Kernels
import Values

/// The words and numbers of a text, to look literals up in: case, blanks and punctuation do not count, and numbers may be written in words.
struct Occurrences {
    private let folded: Text
    private let numbers: Set<Double>

    init(_ text: String) {
        folded = Text(Occurrences.folded(text))
        numbers = Occurrences.numbers(in: text)
    }

    /// Whether the text has it, or every number in it.
    func has(_ literal: String) -> Bool {
        if folded.contains(Text(Occurrences.folded(literal))) { return true }
        let inside = Occurrences.numbers(in: literal)
        return !inside.isEmpty && inside.isSubset(of: numbers)
    }

    func has(_ number: Double) -> Bool { numbers.contains(number) || numbers.contains(abs(number)) }

    /// Letters and digits in lower case.
    static func folded(_ text: String) -> String {
        var out = ""
        for scalar in text.unicodeScalars where scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
            out.unicodeScalars.append(contentsOf: scalar.properties.lowercaseMapping.unicodeScalars)
        }
        return out
    }

    private static func numbers(in text: String) -> Set<Double> {
        var found: Set<Double> = []
        for token in text.lowercased().split(whereSeparator: { !$0.isLetter && !$0.isNumber && $0 != "." && $0 != "," }) {
            if let number = words[String(token)] { found.insert(number) }
            found.formUnion(digits(in: token))
        }
        return found
    }

    /// `1,332` is a number, `12.9` one, `3rd` has one.
    private static func digits(in token: Substring) -> [Double] {
        let runs = token.split { !$0.isASCII || !($0.isNumber || $0 == "." || $0 == ",") }
        return runs.compactMap { run in
            var digits = run.filter { $0 != "," }
            while digits.last == "." { digits.removeLast() }
            return Double(digits)
        }
    }

    private static let words: [String: Double] = {
        let counts = [
            "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen",
            "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty",
        ]
        let ordinals = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth"]
        let months = [
            "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
        ]
        let others: [(String, Double)] = [
            ("once", 1), ("twice", 2), ("both", 2), ("couple", 2), ("pair", 2), ("half", 0.5), ("dozen", 12), ("thirty", 30), ("forty", 40),
            ("fifty", 50), ("sixty", 60), ("seventy", 70), ("eighty", 80), ("ninety", 90), ("hundred", 100), ("thousand", 1000),
            ("million", 1_000_000), ("billion", 1_000_000_000),
        ]
        let listed = counts.enumerated().map { ($1, Double($0)) } + ordinals.enumerated().map { ($1, Double($0 + 1)) }
        let named = months.enumerated().flatMap { at, month in [(month, Double(at + 1)), (String(month.prefix(3)), Double(at + 1))] }
        return Dictionary(listed + named + others, uniquingKeysWith: { first, _ in first })
    }()
}
