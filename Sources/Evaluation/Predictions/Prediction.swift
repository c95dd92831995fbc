import Catalog
import Diagnostics
import JSON
import Probing
import RePanda

/// One claim or question with its outcome: what a line of predictions says.
public struct Prediction: Sendable {
    /// What a record asks.
    public enum Kind: String, Sendable { case claim, question }

    public let kind: Kind
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
    /// The steps and the cells; nil where nobody asked, or nothing came out.
    public internal(set) var evidence: Evidence?
    /// What the checker and the run doubt, told with the evidence.
    public internal(set) var doubts: [String] = []
    /// The codes of what is doubtful about the query, by itself and beside its claim; nil where nobody asked, or it was refused.
    public internal(set) var doubtCodes: [Code]?
    /// How the verdict took disturbed tables; nil where nobody asked, or there is none.
    public internal(set) var finding: Probe.Finding?
    /// What a reader wants to see of the claim; nil where nobody asked.
    public internal(set) var exhibit: Exhibit?

    /// nil where there is no label to agree with.
    public var isCorrect: Bool? {
        switch kind {
        case .claim: label.map { outcome.verdict == ($0 ? .entailed : .refuted) }
        case .question: if case .answered(true) = outcome { true } else { false }
        }
    }
}

/// A claim or a question, for a reader.
public struct Exhibit: Sendable {
    /// The claim or the question.
    public let statement: String
    public let caption: String?
    public let query: String?
    /// The right answer's items, of a question.
    public let answer: [String]?
    /// The query's value as pandas prints it; nil where there is none.
    public let value: String?
    /// The error with its place in the query.
    public let diagnostic: String?
    /// nil where the table could not be read.
    public let table: Excerpt?
}
