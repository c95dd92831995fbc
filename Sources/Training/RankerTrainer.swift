import Random
import Ranking
import Threads

/// Fits what ranks the candidates of sentences: networks from verdicts or answers alone, their calibration on tables that were held out, then the
/// networks anew from all tables.
public struct RankerTrainer: Sendable {
    public struct Settings: Sendable {
        /// One table in so many is held out.
        public var heldOut: UInt64 = 5
        public var seed: UInt64 = 1
        /// Networks that are fitted side by side.
        public var threads = processorCount
        /// Told how much is done, from 0 to 1.
        public var progress: @Sendable (Double) -> Void = { _ in }

        public init() {}
    }

    /// Fewer sentences than these teach nothing.
    public static let fewest = 100

    private let course: Course
    private let settings: Settings

    public init(_ course: Course, _ settings: Settings) {
        self.course = course
        self.settings = settings
    }

    public func train(_ lessons: [Lesson]) -> (model: RankerModel, report: TrainingReport) {
        let heldOut = lessons.filter(isHeldOut)
        let rest = lessons.filter { !isHeldOut($0) }
        let trial = model(rest, Calibration(points: [], threshold: course.promise), stage: 0)
        let said = heldOut.map { $0.said(by: trial, guess: course.guess) }
        let calibration = Calibration.fitted(said, promise: course.promise, guess: course.guess, caution: course.caution)
        let model = self.model(lessons, calibration, stage: 1)
        return (model, TrainingReport(count: lessons.count, tables: Set(lessons.map(\.table)).count, said: said, calibration: calibration, guess: course.guess))
    }

    private func isHeldOut(_ lesson: Lesson) -> Bool {
        var generator = SeededGenerator(seed: settings.seed, name: lesson.table)
        return generator.chance(settings.heldOut)
    }

    // MARK: Networks

    private func model(_ lessons: [Lesson], _ calibration: Calibration, stage: Int) -> RankerModel {
        let terms = RankerTrainer.terms(lessons.lazy.map(\.terms), floor: floor(lessons.count, course.termShare))
        let headerTerms = course.headerShare.map { RankerTrainer.terms(lessons.lazy.map { $0.headers.flatMap(\.self) }, floor: floor(lessons.count, $0)) } ?? []
        let numbers = RankerModel(terms: terms, headerTerms: headerTerms, blind: [], aware: [], calibration: calibration)
        let examples = lessons.map { lesson in
            Example(matrix: lesson.matrix, isRight: lesson.isRight, terms: numbers.numbers(of: lesson.terms), headers: numbers.numbers(ofHeaders: lesson.headers))
        }
        let fitted = Fitted(count: 2 * jobs.count, finished: stage * jobs.count, report: settings.progress)
        fit(examples, fitted, terms: terms.count, headerTerms: headerTerms.count, stage: stage)
        let blind = fitted.networks.suffix(course.blindNetworks)
        return RankerModel(terms: terms, headerTerms: headerTerms, blind: Array(blind), aware: Array(fitted.networks.dropLast(blind.count)), calibration: calibration)
    }

    private func floor(_ lessons: Int, _ share: Int) -> Int { max(Course.fewestUses, lessons / max(share, 1)) }

    /// The words that are used often enough, in the order of the alphabet.
    private static func terms(_ sentences: some Sequence<[String]>, floor: Int) -> [String] {
        var counts: [String: Int] = [:]
        for terms in sentences { for term in terms { counts[term, default: 0] += 1 } }
        return counts.filter { $0.value >= floor }.keys.sorted()
    }

    /// A network to fit: those that see what candidates come to first.
    private struct Job: Sendable {
        let seed: Int
        let isBlind: Bool
    }

    private var jobs: [Job] { (0..<course.networks).map { Job(seed: $0, isBlind: false) } + (0..<course.blindNetworks).map { Job(seed: $0, isBlind: true) } }

    private func fit(_ examples: [Example], _ fitted: Fitted, terms: Int, headerTerms: Int, stage: Int) {
        let jobs = self.jobs
        let pool = OrderedPool<Int, Network>(
            threads: settings.threads, window: max(jobs.count, 1),
            makeWorker: {
                { at in
                    let job = jobs[at]
                    let empty = Network(course.form, hidden: course.network.hidden, terms: terms, headerTerms: headerTerms, isBlind: job.isBlind)
                    var settings = course.network
                    settings.seed = self.settings.seed &+ UInt64(job.seed)
                    return NetworkTrainer(settings).train(examples, empty) { fitted.note($0, of: stage * jobs.count + at) }.folded.packed
                }
            }, sink: { fitted.networks.append($0) })
        for at in jobs.indices { pool.submit(at) }
        pool.finish()
    }

    /// Networks in the order they were asked for; filled by one thread at a time.
    private final class Fitted: @unchecked Sendable {
        var networks: [Network] = []
        private let monitor = Monitor()
        private var done: [Double]
        private let report: @Sendable (Double) -> Void

        /// - Parameter finished: how many of the networks were fitted before.
        init(count: Int, finished: Int, report: @escaping @Sendable (Double) -> Void) {
            done = (0..<count).map { $0 < finished ? 1 : 0 }
            self.report = report
        }

        func note(_ share: Double, of job: Int) {
            let sum = monitor.locked {
                if done.indices.contains(job) { done[job] = share }
                return done.reduce(0, +)
            }
            report(sum / Double(max(done.count, 1)))
        }
    }
}
