import Diagnostics
import Files
import Interpreter
import JSON
import Probing
import RePanda
import Threads

/// Judges every claim of a file, several at once, and counts.
public struct Evaluator: Sendable {
    public struct Settings: Sendable {
        public var budget = Budget.standard
        /// What runs the queries.
        public var engine = Engine.memory
        public var threads = 1
        /// The part of the records to evaluate; nil for all.
        public var shard: Shard?
        /// How readers know the claims.
        public var source = ""
        /// Whether a record that is no claim ends the evaluation.
        public var isStrict = false
        /// Whether to take the time of every claim.
        public var isTimed = false
        /// Which claims are kept with their table, query and value: for pages and for shards.
        public var exhibits = Exhibits.none
        /// Whether predictions have their evidence.
        public var explains = false
        /// What disturbs the table of every claim that has a verdict; nil for nothing.
        public var probe: Probe?
        /// Whether to count what is doubtful about queries.
        public var countsDoubts = false
        /// How many claims that went wrong in one way the report keeps.
        public var mostListed = 0

        public init() {}
    }

    /// Claims that are kept for a reader.
    public enum Exhibits: String, CaseIterable, Sendable {
        case none
        /// Those that did not go right.
        case wrong
        case all

        func has(_ prediction: Prediction) -> Bool {
            switch self {
            case .none: false
            case .wrong: prediction.isCorrect != true
            case .all: true
            }
        }
    }

    /// What is told while an evaluation runs, by one thread at a time.
    public struct Observer: Sendable {
        /// The share done, where it is known, and the claims so far.
        public var progress: @Sendable (Double?, Int) -> Void
        /// What is wrong with a record.
        public var complaint: @Sendable (Diagnostic) -> Void
        /// Lines of predictions, in the order of the records.
        public var predictions: @Sendable ([UInt8]) -> Void
        /// One claim with its outcome, in the order of the records.
        public var judged: @Sendable (Prediction) -> Void

        public init(
            progress: @escaping @Sendable (Double?, Int) -> Void, complaint: @escaping @Sendable (Diagnostic) -> Void,
            predictions: @escaping @Sendable ([UInt8]) -> Void, judged: @escaping @Sendable (Prediction) -> Void = { _ in }
        ) {
            self.progress = progress
            self.complaint = complaint
            self.predictions = predictions
            self.judged = judged
        }
    }

    private static let claimsPerJob = 32

    let tables: TableCache
    let settings: Settings
    let observer: Observer

    public init(tables: TableCache, settings: Settings, observer: Observer) {
        self.tables = tables
        self.settings = settings
        self.observer = observer
    }

    /// Evaluates records in PanTabFact's form: a JSON array, or one object a line.
    ///
    /// - Throws: where the file cannot be read to its end; in strict evaluations, what is wrong with the first bad record.
    public func evaluate(records path: String) throws(Diagnostic) -> Report {
        var stream = try RecordStream(path: path)
        var number = 0
        return try evaluate { () throws(Diagnostic) in
            guard let item = try stream.next() else { return nil }
            number += 1
            return Numbered(number: number - 1, item: EvaluationItem(item), progress: stream.progress)
        }
    }

    /// Evaluates a split of TabFact.
    public func evaluate(_ split: TabFactSplit) throws(Diagnostic) -> Report { try evaluate(split.items) }

    /// Evaluates questions of WikiTableQuestions.
    public func evaluate(_ split: QuestionSplit) throws(Diagnostic) -> Report { try evaluate(split.items) }

    /// Evaluates claims or questions with the queries that a translator wrote.
    public func evaluate(_ split: TranslatedSplit) throws(Diagnostic) -> Report { try evaluate(split.items) }

    private func evaluate(_ items: [EvaluationItem]) throws(Diagnostic) -> Report {
        var number = 0
        return try evaluate { () throws(Diagnostic) in
            guard number < items.count else { return nil }
            number += 1
            return Numbered(number: number - 1, item: items[number - 1], progress: Double(number) / Double(items.count))
        }
    }

    struct Numbered: Sendable {
        let number: Int
        let item: EvaluationItem
        let progress: Double?
    }

    private func evaluate(_ next: () throws(Diagnostic) -> Numbered?) throws(Diagnostic) -> Report {
        let (tables, settings) = (self.tables, self.settings)
        let collector = Collector(settings: settings, observer: observer)
        let pool = OrderedPool<[Numbered], EvaluatedJob>(
            threads: settings.threads, makeWorker: { { EvaluatedJob($0, tables: tables, settings: settings) } }, sink: { collector.add($0) })
        var records = 0
        do throws(Diagnostic) {
            while !collector.isStopped, let job = try nextJob(next, &records) { pool.submit(job) }
        } catch {
            pool.finish()
            throw error
        }
        pool.finish()
        return try collector.result(records: records)
    }

    /// The next records of this evaluation's shard; all that pass are counted.
    private func nextJob(_ next: () throws(Diagnostic) -> Numbered?, _ records: inout Int) throws(Diagnostic) -> [Numbered]? {
        var job: [Numbered] = []
        while job.count < Evaluator.claimsPerJob, let item = try next() {
            records += 1
            if settings.shard?.has(item.number) ?? true { job.append(item) }
        }
        return job.isEmpty ? nil : job
    }
}
