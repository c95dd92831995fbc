import Diagnostics
import Translation

/// Claims or questions of a split, each with the query that a translator wrote, and what that cost.
public struct TranslatedSplit: Sendable {
    let items: [EvaluationItem]
    public let cost: TranslationCost

    init(translated: [TranslatedItem]) {
        items = translated.map(\.evaluated)
        cost = TranslationCost(translated.compactMap { try? $0.draft?.get() })
    }
}

extension TranslatedItem {
    fileprivate var evaluated: EvaluationItem {
        switch draft {
        case .success(let answer)?: .record(item.subject.with(query: answer.text), item.subsets)
        case .failure(let error)?: .untranslated(item.subject, error, item.subsets)
        case nil: .unanswered(item.subject.kind, text: item.subject.text, label: item.subject.label, item.subsets)
        }
    }
}

/// What translators took for many sentences.
public struct TranslationCost: Hashable, Sendable {
    public private(set) var requests = 0
    /// Requests whose answer was recorded before.
    public private(set) var recorded = 0
    public private(set) var promptTokens = 0
    public private(set) var answerTokens = 0
    /// The seconds of all requests, one after the other.
    public private(set) var seconds = 0.0

    public init() {}

    init(_ answers: [TranslationAnswer]) {
        for answer in answers { add(answer) }
    }

    mutating func add(_ answer: TranslationAnswer) {
        requests += 1
        recorded += answer.isRecorded ? 1 : 0
        promptTokens += answer.promptTokens ?? 0
        answerTokens += answer.answerTokens ?? 0
        seconds += answer.seconds
    }
}
