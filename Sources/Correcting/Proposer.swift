import Tables

/// Proposes queries for a sentence that nobody has written one for.
public protocol Proposer: Sendable {
    /// What the sentence may mean, the likeliest first; none where nothing is found.
    ///
    /// - Parameter caption: what the table is called; empty where nobody has said so.
    func propose(for text: String, isQuestion: Bool, caption: String, over table: Table) -> [Proposal]
}

/// A query that a sentence may mean.
public struct Proposal: Sendable {
    public let query: String
    /// Whether the proposer would have taken what it comes to for right by itself.
    public let isSure: Bool

    public init(query: String, isSure: Bool) {
        self.query = query
        self.isSure = isSure
    }
}
