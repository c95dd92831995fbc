import Kernels
import Values

/// One item of an answer as the official evaluator of WikiTableQuestions (1.0.2) reads it: a number, a date, or words.
public struct AnswerValue: Hashable, Sendable {
    public enum Kind: Hashable, Sendable {
        case number(AnswerNumber)
        /// Unknown parts are nil; at least one of month and day is known. A year has any number of digits.
        case date(year: String?, month: Int?, day: Int?)
        case words
    }

    public let kind: Kind
    /// The item as it was written, normalised.
    public let normalized: Text

    /// - Parameters:
    ///   - original: the item as it is written.
    ///   - canonical: its canonical form from the tagged files; nil or empty where there is none.
    public init(_ original: String, canonical: String? = nil) {
        kind = AnswerValue.kind(canonical.flatMap { $0.isEmpty ? nil : $0 } ?? original)
        normalized = Text(original.isEmpty ? AnswerValue.text(kind) : Normalization.normalized(original))
    }

    /// Whether the evaluator takes a predicted item for this one.
    public func matches(_ predicted: AnswerValue) -> Bool {
        if normalized == predicted.normalized { return true }
        switch (kind, predicted.kind) {
        case (.number(let own), .number(let other)): return own.matches(other)
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
        if let number = AnswerNumber(text) { return .number(number) }
        guard let date = date(text) else { return .words }
        if date.month == nil, date.day == nil, let year = date.year { return .number(.integer(year)) }
        return .date(year: date.year, month: date.month, day: date.day)
    }

    /// What stands for an item that is written as nothing; the evaluator writes an unknown day as -1.
    private static func text(_ kind: Kind) -> String {
        switch kind {
        case .number(let number): number.text
        case .date(let year, let month, let day): "\(year ?? "xx")-\(month.map(String.init) ?? "xx")-\(day.map(String.init) ?? "-1")"
        case .words: ""
        }
    }

    /// `y-m-d`, `xx` (or `xxxx` for the year) where a part is unknown.
    private static func date(_ text: String) -> (year: String?, month: Int?, day: Int?)? {
        let parts = Text(text).lower().string.unicodeScalars.split(separator: "-", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 3, let year = part(parts[0], ["xx", "xxxx"]), let month = part(parts[1], ["xx"]), let day = part(parts[2], ["xx"]) else { return nil }
        guard year != nil || month != nil || day != nil, isIn(1...12, month), isIn(1...31, day) else { return nil }
        return (year, month.flatMap { Int($0) }, day.flatMap { Int($0) })
    }

    /// - Returns: nil where it is no part of a date, a nil inside where it is unknown.
    private static func part(_ text: String, _ unknown: [String]) -> String?? {
        if unknown.contains(text) { return .some(nil) }
        return AnswerNumber.digits(text).map { .some($0) }
    }

    private static func isIn(_ range: ClosedRange<Int>, _ digits: String?) -> Bool { digits.map { Int($0).map(range.contains) ?? false } ?? true }
}
