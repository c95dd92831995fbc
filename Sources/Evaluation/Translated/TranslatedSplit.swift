import Diagnostics
import JSON
import Translation

/// Claims or questions of a split, each with the query that a translator wrote, and what that cost.
public struct TranslatedSplit: Sendable {
    let items: [EvaluationItem]
    public let cost: TranslationCost

    init(translated: [TranslatedItem]) {
        items = translated.map(\.evaluated)
        var cost = TranslationCost()
        for case .success(let ballot)? in translated.map(\.ballot) { cost.add(ballot) }
        self.cost = cost
    }
}

extension TranslatedItem {
    /// A query that was refused to the end goes on too: the evaluation says why it has no verdict.
    fileprivate var evaluated: EvaluationItem {
        switch ballot {
        case .success(let ballot)?:
            guard !ballot.isUndecided else { return .undecided(item.subject, item.subsets) }
            switch ballot.chosen {
            case .success(let draft)?: return .record(item.subject.with(query: draft.query), item.subsets)
            case .failure(let error)?: return .untranslated(item.subject, error, item.subsets)
            case nil: return .unanswered(item.subject.kind, text: item.subject.text, label: item.subject.label, item.subsets)
            }
        case .failure(let error)?: return .untranslated(item.subject, error, item.subsets)
        case nil: return .unanswered(item.subject.kind, text: item.subject.text, label: item.subject.label, item.subsets)
        }
    }
}

extension TranslatedItem {
    /// The line of a file of drafts; nil where nobody was asked.
    ///
    ///     {"record": 0, "id": "…", "table": "…", "statement": "…", "label": true, "query": "…", "translation": {…}, "error": null}
    func line(number: Int) -> [UInt8]? {
        guard let ballot else { return nil }
        let subject = item.subject
        var writer = JSONWriter()
        writer.beginObject()
        writer.key("record")
        writer.int(number)
        writer.key("id")
        writer.value(subject.id)
        writer.key("table")
        writer.optional(subject.tablePath)
        if subject.kind == .claim { writer.key("statement") } else { writer.key("question") }
        writer.string(subject.text)
        writer.key("label")
        writer.optional(subject.label)
        write(ballot, to: &writer)
        writer.endObject()
        writer.endLine()
        return writer.bytes
    }

    private func write(_ ballot: Result<Ballot, Diagnostic>, to writer: inout JSONWriter) {
        let chosen = try? ballot.get().chosen?.get()
        writer.key("query")
        writer.optional(chosen?.query)
        writer.key("translation")
        if case .success(let ballot) = ballot { ballot.write(to: &writer) } else { writer.null() }
        writer.key("error")
        if case .failure(let error) = ballot { writeDiagnostic(error, to: &writer) } else { writer.null() }
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
    /// Drafts whose first query was taken, and those that needed further rounds.
    public private(set) var atOnce = 0
    public private(set) var mended = 0
    /// Taken ones that had something left out or mended without asking.
    public private(set) var edited = 0
    /// Drafts without a query: all rounds used up, the same query again, no answer to a refusal.
    public private(set) var exhausted = 0
    public private(set) var repeated = 0
    public private(set) var unanswered = 0
    public private(set) var rounds = 0

    public init() {}

    mutating func add(_ ballot: Ballot) {
        for case .success(let draft) in ballot.samples where !draft.isFound { add(draft) }
    }

    mutating func add(_ draft: Draft) {
        for round in draft.rounds { add(round.answer) }
        rounds += draft.rounds.count
        switch draft.end {
        case .accepted: accepted(draft)
        case .exhausted: exhausted += 1
        case .repeated: repeated += 1
        case .unanswered: unanswered += 1
        }
    }

    private mutating func accepted(_ draft: Draft) {
        if draft.rounds.count > 1 { mended += 1 } else { atOnce += 1 }
        if draft.rounds.last.map({ !$0.edits.isEmpty }) ?? false { edited += 1 }
    }

    private mutating func add(_ answer: TranslationAnswer) {
        requests += 1
        recorded += answer.isRecorded ? 1 : 0
        promptTokens += answer.promptTokens ?? 0
        answerTokens += answer.answerTokens ?? 0
        seconds += answer.seconds
    }
}
