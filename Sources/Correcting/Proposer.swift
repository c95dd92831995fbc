import Tables

/// Proposes queries for a sentence that nobody has written one for.
public protocol Proposer: Sendable {
    /// Queries that the sentence may mean, the likeliest first; none where nothing is found.
    ///
    /// - Parameter caption: what the table is called; empty where nobody has said so.
    func propose(for text: String, isQuestion: Bool, caption: String, over table: Table) -> [String]
}
