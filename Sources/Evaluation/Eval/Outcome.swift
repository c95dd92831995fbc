import Diagnostics
import RePanda

/// How one claim or question of an evaluation ended.
public enum Outcome: Sendable {
    case judged(Verdict)
    /// A question's query has a value: whether it is the right answer.
    case answered(isCorrect: Bool)
    /// Found wrong or outside the subset before it ran.
    case refused(Diagnostic)
    /// Failed while it ran, met a limit, or its table could not be read.
    case failed(Diagnostic)
    /// The file of queries has none for the claim.
    case noQuery
    /// A translator's samples agree too little.
    case undecided

    init(_ refusal: Refusal) { self.init(refusal.first) }

    init(_ error: Diagnostic) {
        switch error.code.phase {
        case .syntax, .names, .types, .subset: self = .refused(error)
        case .translator, .running, .limits, .lowering, .tables, .fault: self = .failed(error)
        }
    }

    public var verdict: Verdict? { if case .judged(let verdict) = self { verdict } else { nil } }

    /// Whether there is a verdict or an answer, right or wrong.
    var isAnswered: Bool {
        switch self {
        case .judged, .answered: true
        case .refused, .failed, .noQuery, .undecided: false
        }
    }

    public var error: Diagnostic? {
        switch self {
        case .judged, .answered, .noQuery, .undecided: nil
        case .refused(let error), .failed(let error): error
        }
    }
}
