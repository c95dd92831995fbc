import Diagnostics
import Files
import JSON

/// What an evaluation has to work on, one claim or question each.
enum EvaluationItem: Sendable {
    case line(JSONLine)
    case document(JSONValue)
    /// A claim or a question of a data set, with the sets that its table is in.
    case record(Subject, [Subset])
    /// One that the file of queries passes over.
    case unanswered(Prediction.Kind, text: String, label: Bool?, [Subset])
    /// One that no query was written for: why.
    case untranslated(Subject, Diagnostic, [Subset])
    /// One whose samples agree too little to decide.
    case undecided(Subject, [Subset])
    case unreadable(Diagnostic)

    init(_ item: StreamItem) {
        switch item {
        case .line(let line): self = .line(line)
        case .document(let document): self = .document(document)
        case .unreadable(let diagnostic): self = .unreadable(diagnostic)
        }
    }
}
