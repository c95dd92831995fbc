import Diagnostics
import Synchronization

/// Adds the parts of an evaluation up as they come.
final class Collector: Sendable {
    private struct State {
        var tally = Tally()
        var firstComplaint: Diagnostic?
    }

    private let settings: Evaluator.Settings
    private let observer: Evaluator.Observer
    private let state = Mutex(State())

    init(settings: Evaluator.Settings, observer: Evaluator.Observer) {
        self.settings = settings
        self.observer = observer
    }

    /// Whether a strict evaluation has met a bad record.
    var isStopped: Bool { settings.isStrict && state.withLock { $0.firstComplaint != nil } }

    func add(_ job: EvaluatedJob) {
        let claims = state.withLock { state in
            state.tally.add(job.tally)
            state.firstComplaint = state.firstComplaint ?? job.complaints.first
            return state.tally.claims
        }
        if !settings.isStrict { for complaint in job.complaints { observer.complaint(complaint) } }
        observer.predictions(job.predictions)
        observer.progress(job.progress, claims)
    }

    /// - Throws: in strict evaluations, what is wrong with the first bad record.
    func result() throws(Diagnostic) -> Tally {
        let (tally, complaint) = state.withLock { ($0.tally, $0.firstComplaint) }
        if settings.isStrict, let complaint { throw complaint }
        return tally
    }
}
