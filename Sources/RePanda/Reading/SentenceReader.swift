import Diagnostics
import Interpreter
import Linking
import Ranking
import Scoring
import Tables

/// Finds what sentences mean without any model: small programs over what their words have in common with a table, ranked by what was learned from
/// labels (RePanda's pipeline with a search in the model's place).
///
///     let table = try Table(csv: "venue,crowd\nmcg,20000\nscg,9000\n")
///     let reading = try SentenceReader().read("the largest crowd is above 15000", on: table)
///     reading.query.text       // "df['crowd'].max() > 15000"
///     reading.verdict          // .entailed
///     reading.confidence       // the chance that this is right, from 0 to 1
///
/// One instance for many sentences keeps the indexes of the last tables; it may be shared between threads.
public struct SentenceReader: Sendable {
    public enum Kind: String, Sendable { case claim, question }

    /// What a sentence may mean: a query that was run and came to what was reckoned.
    public struct Reading: Sendable {
        public let query: Query
        public let answer: Answer
        /// The chance that the verdict or the answer is right, from 0 to 1.
        public let confidence: Double
        /// Whether the chance is as high as is asked for.
        public let isSure: Bool
        /// How the parts of the sentence were read.
        public let spans: [SpanReading]

        /// Of a claim.
        public var verdict: Verdict? { answer.verdict.map { $0 ? .entailed : .refuted } }
        /// Of a question: the answer's items.
        public var items: [String] { answerItems(of: answer.value) ?? [] }
    }

    private let ranker: @Sendable () -> Ranker
    private let budget: Budget
    private let indexes = IndexCache()

    /// - Parameters:
    ///   - ranker: asked when there is something to rank.
    ///   - budget: what each query may spend.
    public init(ranker: @escaping @Sendable () -> Ranker = { .shipped }, budget: Budget = .standard) {
        self.ranker = ranker
        self.budget = budget
    }

    /// What a sentence means most likely, sure or not.
    ///
    /// - Throws: `noReading` where nothing is found in the table that it could mean.
    public func read(_ text: String, _ kind: Kind = .claim, caption: String = "", on table: Table) throws(Refusal) -> Reading {
        guard let best = readings(text, kind, caption: caption, on: table).first else { throw Refusal([SentenceReader.nothing(kind)]) }
        return best
    }

    /// What a sentence may mean, the likeliest first: one where it is sure enough, else what else it may be too.
    ///
    /// - Parameter threshold: the chance to be sure; nil for the ranker's own, where of claims 86 % and of questions 77 % are right.
    public func readings(_ text: String, _ kind: Kind = .claim, caption: String = "", on table: Table, sureFrom threshold: Double? = nil) -> [Reading] {
        let threshold = threshold ?? self.threshold(kind)
        var found: [Reading] = []
        for ranked in ranked(text, kind, caption: caption, on: table) {
            guard let reading = run(ranked, table, threshold), !found.contains(where: { kind == .question && $0.items == reading.items }) else { continue }
            found.append(reading)
            if found[0].isSure { break }
        }
        return found
    }

    /// Queries that a sentence may mean, the likeliest first, none of them run, each with whether its chance is one to be sure.
    public func proposals(_ text: String, _ kind: Kind, caption: String = "", on table: Table) -> [(query: String, isSure: Bool)] {
        let threshold = self.threshold(kind)
        return ranked(text, kind, caption: caption, on: table).map { ($0.query, $0.confidence >= threshold) }
    }

    /// The chance from which on readings are sure.
    public func threshold(_ kind: Kind) -> Double {
        switch kind {
        case .claim: ranker().claims?.calibration.threshold ?? 1
        case .question: ranker().questions?.calibration.threshold ?? 1
        }
    }

    private func ranked(_ text: String, _ kind: Kind, caption: String, on table: Table) -> [RankedReading] {
        let indexed = indexes[table]
        let sentence = LinkedSentence(text, caption: caption, indexed.index)
        switch kind {
        case .claim: return ranker().claims.flatMap { RankedClaim(sentence, $0) }?.readings ?? []
        case .question: return ranker().questions.flatMap { RankedQuestion(sentence, indexed.questions, $0) }?.readings ?? []
        }
    }

    private func run(_ ranked: RankedReading, _ table: Table, _ threshold: Double) -> Reading? {
        guard let query = try? Query(ranked.query, on: table), let answer = try? query.run(budget: budget), ranked.outcome.isReached(by: answer) else { return nil }
        return Reading(query: query, answer: answer, confidence: ranked.confidence, isSure: ranked.confidence >= threshold, spans: ranked.spans)
    }

    /// Why there is no reading.
    public static func nothing(_ kind: Kind) -> Diagnostic {
        Diagnostic(
            .noReading, "nothing was found in the table that the \(kind.rawValue) could mean",
            helps: ["name columns and cells as the table does, or have a model write the query: --translator http://127.0.0.1:8080"])
    }
}

extension RankedReading.Outcome {
    /// Whether a query came to what was reckoned.
    fileprivate func isReached(by answer: Answer) -> Bool {
        switch self {
        case .truth(let truth): answer.verdict == truth
        case .items(let items): answerItems(of: answer.value).map { WikiTableQuestionsRule.accepts($0, answer: items) } ?? false
        }
    }
}
