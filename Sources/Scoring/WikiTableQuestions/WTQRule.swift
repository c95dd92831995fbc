/// An item of a gold answer: as it is written, and in canonical form where the data set has one (`targetCanon` of the tagged files).
public struct WTQItem: Hashable, Sendable {
    public let text: String
    public let canonical: String?

    public init(_ text: String, canonical: String? = nil) {
        self.text = text
        self.canonical = canonical
    }
}

/// The official rule of WikiTableQuestions for whether a predicted answer is the gold answer (`evaluator.py`, version 1.0.2).
///
///     WTQRule.isCorrect(targets: [WTQItem("10 years", canonical: "10.0")], predictions: ["10"])      // true
///
/// Both answers are sets of items. They must have as many items, and every gold item must match some predicted one: by its normalised
/// text, as a number (to 1e-6), or as a date.
public enum WTQRule {
    public static let name = "WikiTableQuestions official evaluator 1.0.2"

    public static func isCorrect(targets: [WTQItem], predictions: [String]) -> Bool {
        let wanted = Set(targets.map { WTQValue($0.text, canonical: $0.canonical) })
        let given = Set(predictions.map { WTQValue($0, canonical: nil) })
        return wanted.count == given.count && wanted.allSatisfy { item in given.contains(where: item.matches) }
    }

    /// Whether the rule holds two texts for one and the same item.
    public static func areEqual(_ a: String, _ b: String) -> Bool { isCorrect(targets: [WTQItem(a)], predictions: [b]) }
}
