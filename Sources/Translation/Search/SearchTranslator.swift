import Diagnostics
import Interpreter
import Linking
import Ranking
import RePanda

/// Finds what a sentence may mean without any model: small programs over what its words have in common with the table, ranked by what was learned
/// from labels.
public struct SearchTranslator: SentenceTranslator {
    public struct Settings: Sendable {
        /// What each query may spend.
        public var budget = Budget.standard

        public init() {}
    }

    private let ranker: @Sendable () -> Ranker
    private let settings: Settings
    private let indexes = IndexCache()

    /// - Parameter ranker: asked when there is something to rank.
    public init(_ ranker: @escaping @Sendable () -> Ranker, _ settings: Settings = Settings()) {
        self.ranker = ranker
        self.settings = settings
    }

    public func poll(_ sentence: Sentence, samples: Int, abstainBelow: Double?, concurrency: Int) throws(Diagnostic) -> Ballot {
        switch sentence.kind {
        case .claim: try claim(sentence, abstainBelow)
        case .question: throw SearchTranslator.questions
        }
    }

    private func claim(_ sentence: Sentence, _ abstainBelow: Double?) throws(Diagnostic) -> Ballot {
        let linked = LinkedSentence(sentence.text, caption: sentence.caption ?? "", indexes.index(of: sentence.table))
        guard let model = ranker().claims, let ranked = RankedClaim(linked, model) else { throw SearchTranslator.nothing(sentence) }
        let threshold = abstainBelow ?? model.calibration.threshold
        let isDecided = ranked.confidence >= threshold
        let drafts = drafts(ranked.readings, sentence, most: isDecided ? 1 : .max)
        guard !drafts.isEmpty else { throw SearchTranslator.nothing(sentence) }
        let spans = ranked.readings.first { $0.query == drafts.first?.query }?.spans ?? []
        return Ballot(readings: drafts, confidence: ranked.confidence, abstainBelow: threshold, spans: spans)
    }

    /// Readings that run and come to what was reckoned.
    private func drafts(_ readings: [RankedClaim.Reading], _ sentence: Sentence, most: Int) -> [Draft] {
        var drafts: [Draft] = []
        for reading in readings where drafts.count < most {
            if let accepted = run(reading.query, sentence), accepted.finding == .verdict(reading.candidate.truth ? .entailed : .refuted) {
                drafts.append(Draft(reading: reading.query, accepted))
            }
        }
        return drafts
    }

    private func run(_ text: String, _ sentence: Sentence) -> AcceptedQuery? {
        guard let query = try? Query(text, on: sentence.table), let answer = try? query.run(budget: settings.budget), let verdict = answer.verdict else { return nil }
        return AcceptedQuery(query: query, answer: answer, finding: .verdict(verdict ? .entailed : .refuted), doubts: [])
    }

    private static let questions = Diagnostic(
        .noReading, "the built-in translator reads claims, not questions",
        helps: ["start a model with: llama-server -m model.gguf --port 8080", "then give --translator http://127.0.0.1:8080, or set REPANDA_TRANSLATOR"])

    private static func nothing(_ sentence: Sentence) -> Diagnostic {
        Diagnostic(
            .noReading, "nothing was found in the table that the \(sentence.kind.rawValue) could mean",
            helps: ["name columns and cells as the table does, or have a model write the query: --translator http://127.0.0.1:8080"])
    }
}

extension Draft {
    /// A query that nobody was asked for.
    fileprivate init(reading query: String, _ accepted: AcceptedQuery) {
        self.init(
            rounds: [Round(answer: TranslationAnswer(text: query, finish: "stop"), code: query, edits: [], refusal: [])], end: .accepted, accepted: accepted, error: nil)
    }
}
