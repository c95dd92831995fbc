import Diagnostics

/// Turns sentences into queries and says how far they can be relied on: a model that is asked, or the search for what a sentence may mean.
public protocol SentenceTranslator: Sendable {
    /// - Parameters:
    ///   - samples: how many queries are to be drawn, where they are drawn.
    ///   - abstainBelow: nothing is decided where less of the votes agrees, or the chance of being right is lower; nil for the translator's own.
    ///   - concurrency: how many are asked for at once.
    /// - Throws: where the translator is not there, or has no query at all.
    func poll(_ sentence: Sentence, samples: Int, abstainBelow: Double?, concurrency: Int) throws(Diagnostic) -> Ballot
}
