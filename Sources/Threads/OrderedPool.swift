import Glibc

/// Threads that do jobs side by side and hand their results on in the order the jobs came.
///
///     let pool = OrderedPool(threads: 4, makeWorker: { { $0 * 2 } }, sink: { print($0) })
///     for number in 1...1000 { pool.submit(number) }
///     pool.finish()
///
/// At most `window` jobs a thread are under way, done ones that wait for an earlier one included: memory is bounded however slow one
/// job is. The sink is called by one thread at a time.
public final class OrderedPool<Job: Sendable, Output: Sendable>: @unchecked Sendable {
    /// What one thread works with; made on that thread, so it may hold state that is not shared.
    public typealias Worker = (Job) -> Output

    private let capacity: Int
    private let sink: @Sendable (Output) -> Void
    private let monitor = Monitor()
    private let jobCame = Monitor.Event()
    private let roomCame = Monitor.Event()
    private var threads: [BigStack] = []

    // Guarded by the monitor.
    private var waiting: [Int: Job] = [:]
    private var done: [Int: Output] = [:]
    private var submitted = 0
    private var taken = 0
    private var handedOn = 0
    private var isHandingOn = false
    private var isClosed = false

    public init(threads count: Int, window: Int = 4, makeWorker: @escaping @Sendable () -> Worker, sink: @escaping @Sendable (Output) -> Void) {
        capacity = max(count, 1) * max(window, 1)
        self.sink = sink
        threads = (0..<max(count, 1)).map { _ in BigStack { [self] in work(makeWorker()) } }
    }

    /// Gives a job to the first thread that is free; waits while too many are under way.
    public func submit(_ job: Job) {
        monitor.locked {
            while submitted - handedOn >= capacity { monitor.wait(for: roomCame) }
            waiting[submitted] = job
            submitted += 1
            jobCame.happened()
        }
    }

    /// Waits until every result has been handed on. No job may follow.
    public func finish() {
        monitor.locked {
            isClosed = true
            jobCame.happenedForAll()
        }
        for thread in threads { thread.join() }
        threads = []
    }

    private func work(_ worker: Worker) {
        while let (number, job) = next() {
            let output = worker(job)
            monitor.locked { done[number] = output }
            handOn()
        }
    }

    private func next() -> (Int, Job)? {
        monitor.locked {
            while taken == submitted, !isClosed { monitor.wait(for: jobCame) }
            guard taken < submitted, let job = waiting.removeValue(forKey: taken) else { return nil }
            defer { taken += 1 }
            return (taken, job)
        }
    }

    /// Passes on what is next in order. One thread does it at a time; a result that comes meanwhile is seen by that thread's next look.
    private func handOn() {
        guard monitor.locked({ claimHandingOn() }) else { return }
        while let output = monitor.locked({ nextOutput() }) { sink(output) }
    }

    private func claimHandingOn() -> Bool {
        guard !isHandingOn else { return false }
        isHandingOn = true
        return true
    }

    private func nextOutput() -> Output? {
        guard let output = done.removeValue(forKey: handedOn) else {
            isHandingOn = false
            return nil
        }
        handedOn += 1
        roomCame.happened()
        return output
    }
}

/// How many threads the machine runs at once.
public var processorCount: Int { max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }
