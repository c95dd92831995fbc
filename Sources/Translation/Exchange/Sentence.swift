import Tables

/// What is to be turned into a query: a sentence about a table.
public struct Sentence: Sendable {
    public enum Kind: String, Sendable { case claim, question }

    public let kind: Kind
    public let text: String
    /// What the table is called; nil or empty where nobody has said so.
    public let caption: String?
    public let table: Table

    public init(_ kind: Kind, _ text: String, caption: String? = nil, table: Table) {
        self.kind = kind
        self.text = text
        self.caption = caption
        self.table = table
    }
}
