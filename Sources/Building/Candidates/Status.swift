/// What became of the candidates of a claim or a question.
enum Status: String, CaseIterable, Sendable {
    case asWritten = "as-written"
    case corrected
    /// The verdict is not the label.
    case disagrees
    /// The query ran and has a value that is no answer: groups, a function.
    case noAnswer = "no-answer"
    /// Failed while it ran, met a limit, or has a value without a verdict.
    case failed
    /// Found wrong or outside the subset before it ran.
    case refused
    case noCandidate = "no-candidate"

    /// How it is told in counts.
    var counted: String {
        switch self {
        case .asWritten: "as written"
        case .corrected: "corrected"
        case .disagrees: "no query agrees"
        case .noAnswer: "no query has an answer"
        case .failed: "every query fails"
        case .refused: "every query is refused"
        case .noCandidate: "no candidate"
        }
    }
}
