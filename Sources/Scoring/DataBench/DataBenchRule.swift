import Kernels
import Values

/// The rule of DataBench (`databench_eval` 4.0.1, `Evaluator.default_compare`) for whether an answer is the gold answer, by the type that
/// the data set declares. It is ported with its faults, which `faults` lists.
public enum DataBenchRule: String, CaseIterable, Sendable {
    case boolean, category, number
    case categories = "list[category]"
    case numbers = "list[number]"

    public static let name = "DataBench databench_eval 4.0.1"

    /// What the rule is known to get wrong.
    public static let faults = [
        "a number keeps only its digits, dots and minus signs: '1e5' is 15, and '3 of 4' is 34",
        "numbers are cut to two decimals, not rounded: 0.999 and 0.99 are equal, 0.30 and 0.2999 are not",
        "lists are split at every comma, also inside an item",
        "lists are compared as sets after their lengths: ['a', 'a', 'b'] equals ['a', 'b', 'b']",
        "texts that read as the same day are equal: '2000' and 'january 2000'",
    ]

    public func isCorrect(_ value: String, truth: String) -> Bool {
        let (given, gold) = (DataBenchRule.bare(value), DataBenchRule.bare(truth))
        let isNull = (DataBenchRule.nulls.contains(given), DataBenchRule.nulls.contains(gold))
        if isNull.0 || isNull.1 { return isNull.0 && isNull.1 }
        return switch self {
        case .boolean: DataBenchRule.truth(given).map { $0 == DataBenchRule.truth(gold) } ?? false
        case .category: given == gold || DataBenchRule.areSameDay(given, gold)
        case .number: DataBenchRule.areEqualNumbers(value, truth)
        case .categories: DataBenchRule.areEqualCategories(value, truth)
        case .numbers: DataBenchRule.areEqualLists(value, truth)
        }
    }

    private static let nulls: Set<String> = ["nan", "", " ", "np.nan", "None"]

    private static func bare(_ text: some StringProtocol) -> String { Text(text).strip("[]'\" ").string }

    private static func truth(_ text: String) -> Bool? {
        switch Text(text).lower().string {
        case "true", "yes", "y": true
        case "false", "no", "n": false
        default: nil
        }
    }

    // MARK: Days

    private static func day(_ text: String) -> Int? {
        guard let nanoseconds = try? DateReader().timestamp(Text(text)), nanoseconds != Column.missingTime else { return nil }
        let day = 86_400_000_000_000
        return (nanoseconds - (nanoseconds % day + day) % day) / day
    }

    private static func areSameDay(_ a: String, _ b: String) -> Bool {
        guard let first = day(a), let second = day(b) else { return false }
        return first == second
    }

    // MARK: Numbers

    private static func number(_ text: some StringProtocol) -> Double? {
        pythonFloat(Text(String(String.UnicodeScalarView(text.unicodeScalars.filter { $0 == "." || $0 == "-" || isDigit($0) }))))
    }

    private static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.numericType == .decimal || scalar.properties.numericType == .digit
    }

    private static func areEqualNumbers(_ a: String, _ b: String) -> Bool {
        guard let first = number(a), let second = number(b) else { return false }
        let (x, y) = ((first * 100).rounded(.towardZero), (second * 100).rounded(.towardZero))
        return x.isFinite && x == y
    }

    private static func areEqualLists(_ a: String, _ b: String) -> Bool {
        guard let first = numbers(a), let second = numbers(b) else { return false }
        return first.count == second.count && Set(first) == Set(second)
    }

    private static func numbers(_ text: String) -> [Double]? {
        var numbers: [Double] = []
        for item in items(text) where !Text(item).strip().isEmpty {
            guard let number = number(item), (number * 100).isFinite else { return nil }
            numbers.append((number * 100).rounded(.towardZero) / 100)
        }
        return numbers
    }

    // MARK: Lists

    private static func items(_ text: String) -> [String] {
        Text(text).strip("[]").string.unicodeScalars.split(separator: ",", omittingEmptySubsequences: false).map { String($0) }
    }

    private static func areEqualCategories(_ a: String, _ b: String) -> Bool {
        let (first, second) = (categories(a), categories(b))
        guard first.count == second.count else { return false }
        let (firstDays, secondDays) = (first.compactMap(day), second.compactMap(day))
        if firstDays.count == first.count, secondDays.count == second.count { return Set(firstDays) == Set(secondDays) }
        return Set(first) == Set(second)
    }

    private static func categories(_ text: String) -> [String] { items(text).map(bare).map { nulls.contains($0) ? "" : $0 } }
}
