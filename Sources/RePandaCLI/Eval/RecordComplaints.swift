import Diagnostics
import Synchronization

/// Tells what is wrong with records, as far as a reader will read; the report has the count.
final class RecordComplaints: Sendable {
    private static let most = 20
    private let shown = Mutex(0)

    func show(_ diagnostic: Diagnostic) {
        let count = shown.withLock { count in
            count += 1
            return count
        }
        guard count <= RecordComplaints.most else { return }
        Progress.clear()
        Complaints(json: false).show([diagnostic])
        if count == RecordComplaints.most { StandardStreams.err("further records that are no claims are only counted\n") }
    }
}
