import Linking

/// A candidate that can be written, with its query.
public struct RankedReading: Sendable {
    /// What a query was reckoned to come to, before it ran.
    public enum Outcome: Hashable, Sendable {
        /// Of a claim.
        case truth(Bool)
        /// Of a question: the answer's items.
        case items([String])
    }

    /// As a person would write it.
    public let query: String
    public let outcome: Outcome
    /// The chance that this outcome is right, from 0 to 1.
    public let confidence: Double
    /// How the parts of the sentence were read.
    public let spans: [SpanReading]
}
