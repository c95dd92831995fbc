import Diagnostics
import RePanda

/// How one claim of an evaluation ended.
public enum Outcome: Sendable {
    case judged(Verdict)
    /// Found wrong or outside the subset before it ran.
    case refused(Diagnostic)
    /// Failed while it ran, met a limit, or its table could not be read.
    case failed(Diagnostic)
    /// The file of queries has none for the claim.
    case noQuery

    init(_ refusal: Refusal) { self.init(refusal.first) }

    init(_ error: Diagnostic) {
        switch error.code.phase {
        case .syntax, .names, .types, .subset: self = .refused(error)
        case .running, .limits, .lowering, .tables, .fault: self = .failed(error)
        }
    }

    public var verdict: Verdict? { if case .judged(let verdict) = self { verdict } else { nil } }

    public var error: Diagnostic? {
        switch self {
        case .judged, .noQuery: nil
        case .refused(let error), .failed(let error): error
        }
    }
}
