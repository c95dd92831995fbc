import Scoring

/// A question's right answer: its items as they are written, with their canonical forms where the clone has them.
struct RightAnswer: Sendable {
    let items: [String]
    /// As many; the items themselves where the clone has no tagged file.
    let canonical: [String]
    let isTagged: Bool
    /// The items as the official rule reads them.
    let values: [AnswerValue]

    init(_ source: SplitQuestion) { self.init(source.question.answers, tagged: source.tagged?.canonical ?? []) }

    init(_ items: [String], tagged: [String] = []) {
        self.items = items
        isTagged = tagged.count == items.count
        canonical = isTagged ? tagged : items
        values = zip(items, canonical).map { AnswerValue($0, canonical: $1) }
    }

    /// Whether the official rule takes these items for the answer.
    func accepts(_ prediction: [String]) -> Bool { WikiTableQuestionsRule.accepts(WikiTableQuestionsRule.values(prediction), answer: Set(values)) }
}
