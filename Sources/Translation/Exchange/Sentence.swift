import Linking
import RePanda
import Synchronization
import Tables

/// What is to be turned into a query: a sentence about a table.
public struct Sentence: Sendable {
    public enum Kind: String, Sendable { case claim, question }

    public let kind: Kind
    public let text: String
    /// What the table is called; nil or empty where nobody has said so.
    public let caption: String?
    public let table: Table
    private let reading: Reading

    public init(_ kind: Kind, _ text: String, caption: String? = nil, table: Table) {
        self.kind = kind
        self.text = text
        self.caption = caption
        self.table = table
        reading = Reading(kind == .claim ? ClaimText(text, caption: caption ?? "") : nil)
    }

    /// The cells that it mentions, as the table spells them, a line each; none where the table is too large to look through.
    var mentionedCells: [String] { TableIndex.small(table).map { MentionedCells(text, caption: caption ?? "", in: $0).lines } ?? [] }

    /// What is doubted of queries beside the claim; nil of a question.
    var doubts: ClaimDoubts? { reading.doubts(over: table) }

    /// A claim read once for all queries that are written for it.
    private final class Reading: Sendable {
        private let claim: ClaimText?
        private let known = Mutex<ClaimDoubts?>(nil)

        init(_ claim: ClaimText?) { self.claim = claim }

        func doubts(over table: Table) -> ClaimDoubts? {
            known.withLock { known in
                if known == nil { known = claim.flatMap { ClaimDoubts($0, table: table) } }
                return known
            }
        }
    }
}
