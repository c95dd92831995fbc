import Diagnostics
import JSON
import Synchronization

/// Adds the parts of an evaluation up as they come.
final class Collector: Sendable {
    private struct State {
        var report: Report
        var firstComplaint: Diagnostic?
    }

    private let settings: Evaluator.Settings
    private let observer: Evaluator.Observer
    private let state: Mutex<State>

    init(settings: Evaluator.Settings, observer: Evaluator.Observer) {
        self.settings = settings
        self.observer = observer
        state = Mutex(State(report: Report(run: Report.Run(source: settings.source, engine: settings.engine, probe: settings.probe.map { .init(runs: $0.runs, seed: $0.seed) }), mostListed: settings.mostListed)))
    }

    /// Whether a strict evaluation has met a bad record.
    var isStopped: Bool { settings.isStrict && state.withLock { $0.firstComplaint != nil } }

    func add(_ job: EvaluatedJob) {
        let claims = state.withLock { state in
            for prediction in job.predictions { state.report.add(prediction) }
            state.report.add(unreadable: job.unreadable)
            state.firstComplaint = state.firstComplaint ?? job.complaints.first
            return state.report.tally.claims
        }
        if !settings.isStrict { for complaint in job.complaints { observer.complaint(complaint) } }
        var writer = JSONWriter()
        for prediction in job.predictions {
            prediction.write(to: &writer)
            observer.judged(prediction)
        }
        observer.predictions(writer.bytes)
        observer.progress(job.progress, claims)
    }

    /// - Parameter records: how many there were, of all shards.
    /// - Throws: in strict evaluations, what is wrong with the first bad record.
    func result(records: Int) throws(Diagnostic) -> Report {
        let (report, complaint) = state.withLock { ($0.report, $0.firstComplaint) }
        if settings.isStrict, let complaint { throw complaint }
        if let shard = settings.shard {
            observer.predictions(ShardEnd(shard: shard, run: report.run, records: records, unreadable: report.tally.unreadable).bytes)
        }
        return report
    }
}
