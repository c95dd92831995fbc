import Diagnostics
import JSON
import Threads

/// Runs a stream of request lines over several threads; the answers come in the order of the requests.
public struct Batch {
    /// Lines of one job: enough that threads seldom work on the same table, whose reference counts they would fight over.
    private static let linesPerJob = 256

    /// A line, or why there is none.
    private typealias Piece = Result<JSONLine, Diagnostic>

    private let threads: Int
    private let makeWorker: @Sendable () -> BatchWorker
    private let sink: @Sendable ([UInt8]) -> Void

    /// - Parameter sink: gets the bytes of whole answer lines, in order, one call at a time.
    public init(threads: Int, makeWorker: @escaping @Sendable () -> BatchWorker, sink: @escaping @Sendable ([UInt8]) -> Void) {
        self.threads = threads
        self.makeWorker = makeWorker
        self.sink = sink
    }

    /// Answers every line of a descriptor. A caller who waits for an answer before the next request gets it at once.
    ///
    /// - Throws: `unreadableFile` where reading fails; everything before has been answered.
    public func answer(descriptor: Int32) throws(Diagnostic) {
        guard threads > 1 else { return try answerAlone(descriptor) }
        let pool = OrderedPool<[Piece], [UInt8]>(threads: threads, makeWorker: { [makeWorker] in Batch.answerer(makeWorker()) }, sink: sink)
        defer { pool.finish() }
        var reader = JSONLReader(descriptor: descriptor, chunk: 1 << 18)
        while let job = try Batch.nextJob(&reader) { pool.submit(job) }
    }

    /// With one thread there is nobody to hand jobs to.
    private func answerAlone(_ descriptor: Int32) throws(Diagnostic) {
        let answer = Batch.answerer(makeWorker())
        var reader = JSONLReader(descriptor: descriptor, chunk: 1 << 18)
        while let job = try Batch.nextJob(&reader) { sink(answer(job)) }
    }

    private static func answerer(_ worker: BatchWorker) -> ([Piece]) -> [UInt8] {
        { pieces in
            var bytes: [UInt8] = []
            bytes.reserveCapacity(pieces.count * 160)
            for piece in pieces {
                switch piece {
                case .success(let line): worker.answer(line, to: &bytes)
                case .failure(let diagnostic): worker.refuse(diagnostic, to: &bytes)
                }
            }
            return bytes
        }
    }

    /// The lines that are at hand, at least one; nil at the end.
    private static func nextJob(_ reader: inout JSONLReader) throws(Diagnostic) -> [Piece]? {
        var job: [Piece] = []
        repeat {
            guard let piece = try nextPiece(&reader) else { break }
            job.append(piece)
        } while job.count < linesPerJob && reader.hasLineReady
        return job.isEmpty ? nil : job
    }

    private static func nextPiece(_ reader: inout JSONLReader) throws(Diagnostic) -> Piece? {
        do {
            return try reader.nextLine().map { .success($0) }
        } catch {
            guard error.code == .inputLimit else { throw error }
            return .failure(error)
        }
    }
}
