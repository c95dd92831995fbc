import Probing
import RePanda
import Tables

/// What a record's verdict rests on.
struct Support: Sendable {
    /// Why a record may be right for the wrong reason.
    enum Doubt: String, CaseIterable, Sendable {
        /// The query does not read the table.
        case constant
        /// A True that no disturbance of the table changes: it would hold for nearly every table. A False that none changes is what a wrong
        /// claim looks like, so only a True is doubted for it.
        case unmoved
        /// The query compares with something that neither the claim nor the table has.
        case inventedLiteral = "invented-literal"
        /// More candidates come to the other verdict.
        case outvoted
        /// Who proposed the query would not have taken its verdict for right by itself, or it leaves out what the claim says.
        case unsure
    }

    let permuted: Probe.Count
    let omitted: Probe.Count
    let isConstant: Bool
    /// No disturbed table changes the verdict.
    let isUnmoved: Bool
    let literals: Int
    let literalsInClaim: Int
    let literalsInTable: Int
    let doubts: [Doubt]

    /// `constant`, `unmoved` or `moves`.
    var dependence: String {
        if isConstant { return "constant" }
        return isUnmoved ? "unmoved" : "moves"
    }
}

/// Finds the support of queries over one table for one claim.
struct SupportSearch {
    let table: Table
    /// What is doubted of queries beside the claim; nil where none is proposed.
    let claim: ClaimDoubts?
    let tableWords: Occurrences
    let claimWords: Occurrences
    let probe: Probe

    /// - Parameters:
    ///   - isOutvoted: whether more candidates come to the other verdict.
    ///   - isUnsure: whether who proposed the query did not rely on it.
    func support(of query: Query, verdict: Bool, isOutvoted: Bool, isUnsure: Bool) -> Support {
        let isConstant = query.warnings.contains { $0.code == .verdictIgnoresTable }
        let permuted = probe.count(.permutedCells, of: query, on: table, verdict: verdict)
        let omitted = probe.count(.omittedRows, of: query, on: table, verdict: verdict)
        let isUnmoved = isUnmoved(permuted, omitted)
        let literals = Literals(of: query.program, columns: table.schema.names)
        var doubts: [Support.Doubt] = []
        if isConstant { doubts.append(.constant) }
        if !isConstant, verdict, isUnmoved { doubts.append(.unmoved) }
        if hasInvented(literals) { doubts.append(.inventedLiteral) }
        if isOutvoted { doubts.append(.outvoted) }
        if isUnsure { doubts.append(.unsure) }
        return Support(
            permuted: permuted, omitted: omitted, isConstant: isConstant, isUnmoved: isUnmoved, literals: literals.count, literalsInClaim: count(literals, claimWords),
            literalsInTable: count(literals, tableWords), doubts: doubts)
    }

    /// Whether a proposed query is not to be relied on beside its claim.
    func isUnsure(_ query: Query, _ candidate: Candidate) -> Bool {
        guard candidate.isProposed else { return false }
        return candidate.isUnsure || !query.doubts(beside: claim).isEmpty
    }

    /// A table of one row has no cells that could change places.
    private func isUnmoved(_ permuted: Probe.Count, _ omitted: Probe.Count) -> Bool {
        table.frame.rowCount > 1 && permuted.isUnmoved && omitted.changed == 0
    }

    private func count(_ literals: Literals, _ words: Occurrences) -> Int {
        literals.texts.count { words.has($0) } + literals.numbers.count { words.has($0) }
    }

    private func hasInvented(_ literals: Literals) -> Bool {
        literals.texts.contains { !claimWords.has($0) && !tableWords.has($0) } || literals.numbers.contains { !claimWords.has($0) && !tableWords.has($0) }
    }
}
