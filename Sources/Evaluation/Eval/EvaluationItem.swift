import Diagnostics
import Files
import JSON

/// What an evaluation has to work on, one claim each.
enum EvaluationItem: Sendable {
    case line(JSONLine)
    case document(JSONValue)
    case record(ClaimRecord)
    /// A labelled claim that the file of queries passes over.
    case unanswered(id: JSONValue, label: Bool)
    case unreadable(Diagnostic)

    init(_ item: StreamItem) {
        switch item {
        case .line(let line): self = .line(line)
        case .document(let document): self = .document(document)
        case .unreadable(let diagnostic): self = .unreadable(diagnostic)
        }
    }
}
