import Correcting
import JSON
import Tables

extension BuildSettings {
    /// The candidates that files have; where they have none, those that are proposed.
    func candidates(_ written: [Candidate], for text: String, isQuestion: Bool, caption: String, over table: Table) -> [Candidate] {
        guard written.isEmpty, let proposer else { return written }
        return proposer.propose(for: text, isQuestion: isQuestion, caption: caption, over: table).enumerated()
            .map { Candidate(rank: $0.offset + 1, query: $0.element.query, isProposed: true, isUnsure: !$0.element.isSure) }
    }

    /// How a manifest tells that candidates are proposed.
    var proposing: [(String, JSONValue)] { proposer == nil ? [] : [("translator", .string("search"))] }
}
