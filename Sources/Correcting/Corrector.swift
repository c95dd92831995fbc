import Diagnostics
import Tables

/// Mends queries that were refused: RePanda's syntactic correction. A corrector may be a model; `CertainEdits` is the one that needs none.
public protocol Corrector: Sendable {
    /// A query to try instead, or nil where there is none to offer.
    ///
    /// - Parameter attempt: the query that was refused, and why.
    func correct(_ attempt: Attempt) -> Correction?
}

/// A query that was refused.
public struct Attempt: Sendable {
    /// The claim or question it was written for.
    public let text: String
    public let query: String
    public let table: Table
    /// All errors of the first phase that has any, with the warnings beside them.
    public let diagnostics: [Diagnostic]

    public init(text: String, query: String, table: Table, diagnostics: [Diagnostic]) {
        self.text = text
        self.query = query
        self.table = table
        self.diagnostics = diagnostics
    }
}

/// What a corrector offers.
public struct Correction: Sendable {
    public let query: String
    /// What was changed, each in words.
    public let edits: [String]

    public init(query: String, edits: [String]) {
        self.query = query
        self.edits = edits
    }
}
