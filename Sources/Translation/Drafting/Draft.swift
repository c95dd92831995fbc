import Diagnostics
import RePanda
import Scoring

/// How a sentence became a query, or did not: the rounds of one conversation.
public struct Draft: Sendable {
    /// One answer of the translator and what came of it.
    public struct Round: Sendable {
        public let answer: TranslationAnswer
        /// The code that was tried: the answer without what stands around code, and as mended.
        public let code: String
        /// What was left out and mended without asking, each in words.
        public let edits: [String]
        /// Why the code was refused; empty where it was taken.
        public let refusal: [Diagnostic]
        /// What the translator was asked to think over, though the query was taken; empty where it was not asked.
        public var doubts: [Diagnostic] = []
    }

    /// Why there are no further rounds.
    public enum End: String, Sendable {
        case accepted
        /// As many rounds as allowed were refused.
        case exhausted
        /// The translator gave a query again that had been refused.
        case repeated
        /// The translator gave no answer after a refusal.
        case unanswered
    }

    public let rounds: [Round]
    public let end: End
    /// nil where every round was refused.
    public let accepted: AcceptedQuery?
    /// Why there is no query; nil where there is one.
    public let error: Diagnostic?
    /// Whether nobody was asked: the search for what the sentence may mean wrote it.
    public var isFound = false

    /// The query that was taken, else that of the last round.
    public var query: String { accepted?.query.text ?? rounds.last?.code ?? "" }
}

/// A query that was taken: checked, and run where it was to be.
public struct AcceptedQuery: Sendable {
    public let query: Query
    /// nil where nothing was to run.
    public let answer: Answer?
    public let finding: Finding?
    /// What runs and may not mean what it should: the query by itself, and beside its claim.
    public let doubts: [Diagnostic]

    /// What its vote counts beside other samples' votes: 1 where nothing is doubtful.
    public var weight: Double { AcceptedQuery.weights[min(doubts.count, AcceptedQuery.weights.count - 1)] }

    /// By the number of doubts: the log odds of being right of 22,904 queries of a model, beside those of queries without a doubt.
    private static let weights = [1, 0.4, 0.15, 0.1]

    /// Whether the verdict would be the same for every table.
    public var isConstant: Bool { query.warnings.contains { $0.code == .verdictIgnoresTable } }
}

/// What a query says of its sentence; samples vote over these.
public enum Finding: Hashable, Sendable {
    case verdict(Verdict)
    /// An answer's items, equal where the official rule of WikiTableQuestions takes one for the other's writing.
    case answer(Set<AnswerValue>)
}
