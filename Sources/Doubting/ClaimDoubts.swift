import Diagnostics
import Linking
import Plan
import Tables

/// What is doubtful about queries beside one claim: what the claim names and a query does not use, and the other way round.
///
///     ClaimDoubts(ClaimText("the crowd at prince park be 33254"), table: table)?.doubts(about: query.program)
public struct ClaimDoubts: Sendable {
    private let claim: LinkedSentence
    private let labels: Set<String>

    /// nil where the table is too large.
    public init?(_ claim: ClaimText, table: Table) { self.init(claim, TableIndex.small(table)) }

    /// - Parameter index: nil where the table is too large, and nothing is doubted.
    public init?(_ claim: ClaimText, _ index: TableIndex?) {
        guard let index else { return nil }
        self.claim = LinkedSentence(claim.text, caption: claim.caption, index)
        labels = Set(index.headers.map(\.name))
    }

    /// Warnings: what the claim names first, then what the query names, then what it does.
    public func doubts(about program: Program) -> [Diagnostic] {
        let facts = QueryFacts(program, labels: labels)
        return NameDoubts(claim, facts).all + LiteralDoubts(claim, facts).all + OperationDoubts(claim, facts).all
    }
}
