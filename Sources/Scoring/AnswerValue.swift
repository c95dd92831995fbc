import Kernels
import Values

/// One item of an answer as the official evaluator of WikiTableQuestions (1.0.2) reads it: a number, a date, or words.
public struct AnswerValue: Hashable, Sendable {
    public enum Kind: Hashable, Sendable {
        case number(Double)
        /// Unknown parts are nil; at least one of month and day is known.
        case date(year: Int?, month: Int?, day: Int?)
        case words
    }

    public let kind: Kind
    /// The item as it was written, normalised.
    public let normalized: String

    /// - Parameters:
    ///   - original: the item as it is written.
    ///   - canonical: its canonical form from the tagged files; nil or empty where there is none.
    public init(_ original: String, canonical: String? = nil) {
        normalized = Normalization.normalized(original)
        kind = AnswerValue.kind(canonical.flatMap { $0.isEmpty ? nil : $0 } ?? original)
    }

    /// Whether the evaluator takes a predicted item for this one.
    public func matches(_ predicted: AnswerValue) -> Bool {
        if normalized == predicted.normalized { return true }
        switch (kind, predicted.kind) {
        case (.number(let own), .number(let other)): return abs(own - other) < 1e-6
        case (.date, .date): return kind == predicted.kind
        case (.number, .date), (.number, .words), (.date, .number), (.date, .words), (.words, .number), (.words, .date), (.words, .words): return false
        }
    }

    /// Numbers and dates are equal by what they are, words by how they are written.
    public static func == (a: AnswerValue, b: AnswerValue) -> Bool { a.kind == b.kind && (a.kind != .words || a.normalized == b.normalized) }

    public func hash(into hasher: inout Hasher) {
        hasher.combine(kind)
        if kind == .words { hasher.combine(normalized) }
    }

    // MARK: Reading

    private static func kind(_ text: String) -> Kind {
        if let number = number(text) { return .number(number) }
        guard let date = date(text) else { return .words }
        if date.month == nil, date.day == nil, let year = date.year { return .number(Double(year)) }
        return .date(year: date.year, month: date.month, day: date.day)
    }

    /// A number within 1e-6 of an integer is that integer.
    private static func number(_ text: String) -> Double? {
        guard let number = pythonFloat(Text(text)), number.isFinite else { return nil }
        return abs(number - number.rounded()) < 1e-6 ? number.rounded() : number
    }

    /// `y-m-d`, `xx` (or `xxxx` for the year) where a part is unknown.
    private static func date(_ text: String) -> (year: Int?, month: Int?, day: Int?)? {
        let parts = text.lowercased().split(separator: "-", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 3, let year = part(parts[0], ["xx", "xxxx"]), let month = part(parts[1], ["xx"]), let day = part(parts[2], ["xx"]) else { return nil }
        guard year != nil || month != nil || day != nil, month.map((1...12).contains) ?? true, day.map((1...31).contains) ?? true else { return nil }
        return (year, month, day)
    }

    /// - Returns: nil where it is no part of a date, a nil inside where it is unknown.
    private static func part(_ text: String, _ unknown: [String]) -> Int?? {
        if unknown.contains(text) { return .some(nil) }
        guard case .value(let number) = pythonInt(Text(text)) else { return nil }
        return .some(number)
    }
}

/// Answers of WikiTableQuestions compared as the official evaluator 1.0.2 compares them.
public enum WikiTableQuestionsRule {
    public static let name = "WikiTableQuestions evaluator 1.0.2"

    /// Whether a prediction is the answer: both have as many distinct items, and every item of the answer matches one that was predicted.
    ///
    /// - Parameter canonical: the canonical forms of the answer's items, as many; nil where there are none.
    public static func accepts(_ prediction: [String], answer: [String], canonical: [String]? = nil) -> Bool {
        accepts(values(prediction), answer: values(answer, canonical))
    }

    public static func accepts(_ prediction: Set<AnswerValue>, answer: Set<AnswerValue>) -> Bool {
        answer.count == prediction.count && answer.allSatisfy { item in prediction.contains { item.matches($0) } }
    }

    /// The distinct items of an answer.
    public static func values(_ items: [String], _ canonical: [String]? = nil) -> Set<AnswerValue> {
        guard let canonical, canonical.count == items.count else { return Set(items.map { AnswerValue($0) }) }
        return Set(zip(items, canonical).map { AnswerValue($0, canonical: $1) })
    }
}
