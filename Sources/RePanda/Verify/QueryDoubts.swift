import Diagnostics
@_exported import Doubting

extension Claim {
    /// What is doubtful about the query beside the statement: what one of them names and the other does not. None where the table is large.
    ///
    /// - Throws: what compiling the query throws.
    public func doubts() throws(Refusal) -> [Diagnostic] {
        let program = try Query(query, on: table).program
        return ClaimDoubts(ClaimText(statement, caption: caption), table: table)?.doubts(about: program) ?? []
    }
}

extension Query {
    /// What is doubtful about the query by itself: it runs, and may not mean what it should.
    public var doubts: [Diagnostic] { warnings.filter { Query.doubtful.contains($0.code) } }

    /// The same, with what is doubtful about it beside a claim.
    ///
    /// - Parameter claim: nil where the claim is not known, or the table too large to look for its words.
    public func doubts(beside claim: ClaimDoubts?) -> [Diagnostic] { doubts + (claim?.doubts(about: program) ?? []) }

    private static let doubtful: Set<Code> = [
        .textComparedWithNumber, .alwaysFalse, .verdictIgnoresTable, .literalNotInColumn, .emptySelection, .comparedWithItself, .alwaysTrue, .textOrder, .countOfCells,
    ]
}
