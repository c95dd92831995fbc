import Diagnostics
import Tables

/// Mends queries: RePanda's syntactic correction, and its logical one where the right verdict is known. A corrector may be a model;
/// `CertainEdits` is the one that needs none.
public protocol Corrector: Sendable {
    /// A query to try instead, or nil where there is none to offer.
    ///
    /// - Parameter attempt: the query, and what is wrong with it.
    func correct(_ attempt: Attempt) -> Correction?
}

/// A query that was tried in vain.
public struct Attempt: Sendable {
    public enum Complaint: Sendable {
        /// All errors of the first phase that has any, with the warnings beside them.
        case refused([Diagnostic])
        /// It ran, and its verdict is not the label, or its value not the answer: known only to who builds data.
        case disagrees(value: String, expected: String)
    }

    /// The claim or question it was written for.
    public let text: String
    public let isQuestion: Bool
    /// What the table is called; empty where nobody has said so.
    public let caption: String
    public let query: String
    public let table: Table
    public let complaint: Complaint

    public init(text: String, isQuestion: Bool = false, caption: String = "", query: String, table: Table, complaint: Complaint) {
        self.text = text
        self.isQuestion = isQuestion
        self.caption = caption
        self.query = query
        self.table = table
        self.complaint = complaint
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

/// Asks several correctors in turn.
public struct Correctors: Corrector {
    private let all: [any Corrector]

    public init(_ all: [any Corrector]) { self.all = all }

    public func correct(_ attempt: Attempt) -> Correction? {
        for corrector in all {
            if let correction = corrector.correct(attempt), correction.query != attempt.query { return correction }
        }
        return nil
    }
}
