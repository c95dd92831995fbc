/// The official rule of WikiTableQuestions for whether a predicted answer is the gold answer (`evaluator.py`, version 1.0.2).
///
///     WikiTableQuestionsRule.accepts(["10"], answer: ["10 years"], canonical: ["10.0"])      // true
///
/// Both answers are sets of items. They must have as many items, and every gold item must match some predicted one: by its normalised
/// text, as a number (to 1e-6), or as a date.
public enum WikiTableQuestionsRule {
    public static let name = "WikiTableQuestions official evaluator 1.0.2"

    /// - Parameter canonical: the canonical forms of the answer's items (`targetCanon` of the tagged files), as many; nil where there are none.
    public static func accepts(_ prediction: [String], answer: [String], canonical: [String]? = nil) -> Bool {
        accepts(values(prediction), answer: values(answer, canonical))
    }

    public static func accepts(_ prediction: Set<AnswerValue>, answer: Set<AnswerValue>) -> Bool {
        answer.count == prediction.count && answer.allSatisfy { item in prediction.contains(where: item.matches) }
    }

    /// The distinct items of an answer.
    public static func values(_ items: [String], _ canonical: [String]? = nil) -> Set<AnswerValue> {
        guard let canonical, canonical.count == items.count else { return Set(items.map { AnswerValue($0) }) }
        return Set(zip(items, canonical).map { AnswerValue($0, canonical: $1) })
    }
}
