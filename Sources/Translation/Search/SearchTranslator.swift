import Diagnostics
import Ranking
import RePanda
import Scoring

/// The search for what a sentence may mean as a translator: it needs no model.
public struct SearchTranslator: SentenceTranslator {
    private let reader: SentenceReader

    public init(_ reader: SentenceReader) { self.reader = reader }

    public func poll(_ sentence: Sentence, samples: Int, abstainBelow: Double?, concurrency: Int) throws(Diagnostic) -> Ballot {
        let kind = sentence.kind.reading
        let threshold = abstainBelow ?? reader.threshold(kind)
        let readings = reader.readings(sentence.text, kind, caption: sentence.caption ?? "", on: sentence.table, sureFrom: threshold)
        guard let best = readings.first else { throw SentenceReader.nothing(kind) }
        return Ballot(readings: readings.map { Draft($0, kind) }, chances: readings.map(\.confidence), abstainBelow: threshold, spans: best.spans)
    }
}

extension Sentence.Kind {
    fileprivate var reading: SentenceReader.Kind {
        switch self {
        case .claim: .claim
        case .question: .question
        }
    }
}

extension Draft {
    /// A query that nobody was asked for.
    fileprivate init(_ reading: SentenceReader.Reading, _ kind: SentenceReader.Kind) {
        let finding: Finding? =
            switch kind {
            case .claim: reading.verdict.map(Finding.verdict)
            case .question: .answer(WikiTableQuestionsRule.values(reading.items))
            }
        let text = reading.query.text
        self.init(
            rounds: [Round(answer: TranslationAnswer(text: text, finish: "stop"), code: text, edits: [], refusal: [])], end: .accepted,
            accepted: AcceptedQuery(query: reading.query, answer: reading.answer, finding: finding, doubts: []), error: nil, isFound: true)
    }
}
