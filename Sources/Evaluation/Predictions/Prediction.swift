import Catalog
import JSON
import RePanda

/// One claim with its outcome: what a line of predictions says.
public struct Prediction: Sendable {
    /// The record's place in its file, from 0.
    public let number: Int
    public let id: JSONValue
    public let label: Bool?
    let reported: Bool?
    let subsets: [Subset]
    public let outcome: Outcome
    /// What the query does; empty where it was not understood.
    public let families: [Family]
    /// Whether the verdict would be the same for every table.
    let isConstant: Bool
    /// What compiling and running took; nil where nobody asked.
    let microseconds: Int?
    /// What a reader wants to see of a claim that went wrong; nil where nobody asked, or it went right.
    public let exhibit: Exhibit?

    /// nil where there is no label to agree with.
    public var isCorrect: Bool? { label.map { outcome.verdict == ($0 ? .entailed : .refuted) } }
}

/// A claim that went wrong, for a reader.
public struct Exhibit: Sendable {
    public let statement: String
    public let caption: String?
    public let query: String?
    /// The query's value as pandas prints it; nil where there is none.
    public let value: String?
    /// The error with its place in the query.
    public let diagnostic: String?
    /// nil where the table could not be read.
    public let table: Excerpt?
}
