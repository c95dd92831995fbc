import Diagnostics
import Synchronization
import Threads

/// What one job adds to a data set: lines of files, and counts.
struct Chunk: Sendable {
    private(set) var files: [(name: String, lines: [UInt8], rows: Int)] = []
    var counts: Counts

    init(_ counts: Counts) { self.counts = counts }

    mutating func append(_ lines: [UInt8], to name: String) {
        if let at = files.firstIndex(where: { $0.name == name }) {
            files[at].lines += lines
            files[at].rows += 1
        } else {
            files.append((name, lines, 1))
        }
    }
}

/// What is told and asked while a data set is built.
public struct BuildObserver: Sendable {
    /// The share done, and the records so far.
    public var progress: @Sendable (Double, Int) -> Void
    /// Whether to stop; what was built is then thrown away.
    public var isCancelled: @Sendable () -> Bool

    public init(progress: @escaping @Sendable (Double, Int) -> Void = { _, _ in }, isCancelled: @escaping @Sendable () -> Bool = { false }) {
        self.progress = progress
        self.isCancelled = isCancelled
    }
}

/// Does jobs side by side and writes what they give in the jobs' order, so that the bytes do not depend on the number of threads.
struct Assembly {
    let threads: Int
    let observer: BuildObserver

    /// - Returns: the counts of all jobs; nil where the build was cancelled.
    /// - Throws: where a file cannot be written.
    func run<Job: Sendable>(
        _ jobs: [Job], into folder: DatasetFolder, counting counts: Counts, _ work: @escaping @Sendable (Job) -> Chunk
    ) throws(Diagnostic) -> Counts? {
        let gathered = Gathered(folder: folder, counts: counts, jobs: jobs.count, observer: observer)
        let pool = OrderedPool<Job, Chunk>(threads: threads, makeWorker: { work }, sink: { gathered.add($0) })
        for job in jobs where !observer.isCancelled() { pool.submit(job) }
        pool.finish()
        let counts = try gathered.result()
        return observer.isCancelled() ? nil : counts
    }
}

extension Assembly {
    /// What jobs done side by side give, in their order; nil where the build was cancelled.
    func map<Job: Sendable, Output: Sendable>(_ jobs: [Job], _ work: @escaping @Sendable (Job) -> Output) -> [Output]? {
        let outputs = Outputs<Output>()
        let pool = OrderedPool<Job, Output>(
            threads: threads, makeWorker: { work },
            sink: { [observer] output in
                let done = outputs.add(output)
                observer.progress(Double(done) / Double(jobs.count), done)
            })
        for job in jobs where !observer.isCancelled() { pool.submit(job) }
        pool.finish()
        return observer.isCancelled() ? nil : outputs.all
    }
}

/// Outputs as they come.
private final class Outputs<Output: Sendable>: Sendable {
    private let state = Mutex<[Output]>([])

    var all: [Output] { state.withLock { $0 } }

    /// - Returns: how many there are.
    func add(_ output: Output) -> Int {
        state.withLock { outputs in
            outputs.append(output)
            return outputs.count
        }
    }
}

private final class Gathered: Sendable {
    private struct State {
        var counts: Counts
        var done = 0
        var rows = 0
        var failure: Diagnostic?
    }

    private let folder: DatasetFolder
    private let jobs: Int
    private let observer: BuildObserver
    private let state: Mutex<State>

    init(folder: DatasetFolder, counts: Counts, jobs: Int, observer: BuildObserver) {
        self.folder = folder
        self.jobs = jobs
        self.observer = observer
        state = Mutex(State(counts: counts))
    }

    func add(_ chunk: Chunk) {
        let (done, rows) = state.withLock { state in
            do throws(Diagnostic) {
                for file in chunk.files { try folder.append(file.lines, rows: file.rows, to: file.name) }
            } catch {
                state.failure = state.failure ?? error
            }
            state.counts.add(chunk.counts)
            state.done += 1
            state.rows += chunk.files.first?.rows ?? 0
            return (state.done, state.rows)
        }
        observer.progress(Double(done) / Double(max(jobs, 1)), rows)
    }

    func result() throws(Diagnostic) -> Counts {
        let (failure, counts) = state.withLock { ($0.failure, $0.counts) }
        if let failure { throw failure }
        return counts
    }
}
