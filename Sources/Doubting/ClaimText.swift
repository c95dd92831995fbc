import Linking
import Tables

/// A claim in words, with what its table is called.
public struct ClaimText: Sendable {
    public let text: String
    public let caption: String

    public init(_ text: String, caption: String = "") {
        self.text = text
        self.caption = caption
    }
}

extension TableIndex {
    /// Reading the words of larger tables takes longer than judging a claim.
    private static let mostCells = 200_000

    /// The index of a table; nil where the table is too large to look for a claim's words in it.
    public static func small(_ table: Table) -> TableIndex? {
        table.frame.rowCount <= mostCells / max(table.frame.columnCount, 1) ? TableIndex(table) : nil
    }
}
