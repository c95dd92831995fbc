import Diagnostics
import Files
import JSON

/// What an evaluation has to work on, one claim each.
enum EvaluationItem: Sendable {
    case line(JSONLine)
    case document(JSONValue)
    /// A claim of TabFact, with the sets that its table is in.
    case record(ClaimRecord, [Subset])
    /// A labelled claim of TabFact that the file of queries passes over.
    case unanswered(statement: String, label: Bool, [Subset])
    case unreadable(Diagnostic)

    init(_ item: StreamItem) {
        switch item {
        case .line(let line): self = .line(line)
        case .document(let document): self = .document(document)
        case .unreadable(let diagnostic): self = .unreadable(diagnostic)
        }
    }
}
