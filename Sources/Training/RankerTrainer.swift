import Random
import Ranking
import Threads

/// Fits what ranks claims: networks from labels alone, their calibration on tables that were held out, then the networks anew from all tables.
public struct RankerTrainer: Sendable {
    public struct Settings: Sendable {
        public var network = NetworkTrainer.Settings()
        /// How many networks that see what candidates come to, each from a seed of its own.
        public var networks = 3
        /// How many that do not.
        public var blindNetworks = 1
        /// A word is known where one sentence in so many has it, and at least `fewestUses`.
        public var termShare = 400
        public var fewestUses = 12
        /// One table in so many is held out.
        public var heldOut: UInt64 = 5
        public var seed: UInt64 = 1
        /// The share of the held-out answers that is to be right from the threshold on; of TabFact's validation claims, which are harder than its
        /// training claims, some 86 % are then.
        public var promise = 0.878
        /// How far chances found on held-out tables are believed.
        public var caution = 0.97
        /// Networks that are fitted side by side.
        public var threads = processorCount
        /// Told how much is done, from 0 to 1.
        public var progress: @Sendable (Double) -> Void = { _ in }

        public init() {}
    }

    /// A claim with its candidates.
    public struct Claim: Sendable {
        public let table: String
        public let label: Bool
        public let matrix: FeatureMatrix
        public let terms: [String]

        public init(table: String, label: Bool, matrix: FeatureMatrix, terms: [String]) {
            self.table = table
            self.label = label
            self.matrix = matrix
            self.terms = terms
        }
    }

    /// Fewer claims than these teach nothing.
    public static let fewest = 100

    private let settings: Settings

    public init(_ settings: Settings) { self.settings = settings }

    public func train(_ claims: [Claim]) -> (model: RankerModel, report: TrainingReport) {
        let heldOut = claims.filter(isHeldOut)
        let rest = claims.filter { !isHeldOut($0) }
        let trial = model(rest, Calibration(points: [], threshold: settings.promise), stage: 0)
        let said = heldOut.map { RankerTrainer.said($0, trial) }
        let calibration = Calibration.fitted(said, promise: settings.promise, caution: settings.caution)
        let model = self.model(claims, calibration, stage: 1)
        return (model, TrainingReport(claims: claims.count, tables: Set(claims.map(\.table)).count, said: said, calibration: calibration))
    }

    private func isHeldOut(_ claim: Claim) -> Bool {
        var generator = SeededGenerator(seed: settings.seed, name: claim.table)
        return generator.chance(settings.heldOut)
    }

    /// How surely a model decides a claim, and whether it is right.
    static func said(_ claim: Claim, _ model: RankerModel) -> (share: Double, isRight: Bool) {
        let truth = model.truth(of: claim.matrix, terms: claim.terms)
        return (Double(max(truth, 1 - truth)), (truth >= 0.5) == claim.label)
    }

    // MARK: Networks

    private func model(_ claims: [Claim], _ calibration: Calibration, stage: Int) -> RankerModel {
        let terms = RankerTrainer.terms(claims, floor: max(settings.fewestUses, claims.count / max(settings.termShare, 1)))
        let numbers = Dictionary(uniqueKeysWithValues: terms.enumerated().map { ($1, $0) })
        let examples = claims.map { claim in
            Example(matrix: claim.matrix, isRight: claim.matrix.truths.map { $0 == claim.label }, terms: claim.terms.compactMap { numbers[$0] })
        }
        let networks = networks(examples, terms: terms.count, stage: stage)
        return RankerModel(terms: terms, blind: networks.filter { !$0.seesTruth }, aware: networks.filter(\.seesTruth), calibration: calibration)
    }

    /// The words that enough of the sentences have, in the order of the alphabet.
    private static func terms(_ claims: [Claim], floor: Int) -> [String] {
        var counts: [String: Int] = [:]
        for claim in claims { for term in claim.terms { counts[term, default: 0] += 1 } }
        return counts.filter { $0.value >= floor }.keys.sorted()
    }

    private func networks(_ examples: [Example], terms: Int, stage: Int) -> [Network] {
        let fitted = Fitted(count: 2 * jobs.count, finished: stage * jobs.count, report: settings.progress)
        let pool = OrderedPool<(seed: Int, seesTruth: Bool), Network>(
            threads: settings.threads, window: max(jobs.count, 1),
            makeWorker: { { job in network(examples, terms: terms, job.seed, job.seesTruth, at: stage * jobs.count + (job.seesTruth ? job.seed : settings.networks + job.seed), fitted) } }, sink: { fitted.networks.append($0) })
        for job in jobs { pool.submit(job) }
        pool.finish()
        return fitted.networks
    }

    /// The networks to fit, those that see what candidates come to first.
    private var jobs: [(seed: Int, seesTruth: Bool)] { (0..<settings.networks).map { ($0, true) } + (0..<settings.blindNetworks).map { ($0, false) } }

    private func network(_ examples: [Example], terms: Int, _ seed: Int, _ seesTruth: Bool, at job: Int, _ fitted: Fitted) -> Network {
        var settings = settings.network
        settings.seed = self.settings.seed &+ UInt64(seed)
        let network = NetworkTrainer(settings).train(
            examples, features: FeatureMatrix.claimWidth, shapes: FeatureMatrix.claimShapes, terms: terms, seesTruth: seesTruth,
            hiding: seesTruth ? [] : FeatureMatrix.claimHidden, progress: { fitted.note($0, of: job) })
        return network.folded.packed
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

extension RankerModel {
    /// The share of the candidates that come to True, by the networks that see what candidates come to.
    func truth(of matrix: FeatureMatrix, terms: [String]) -> Float { matrix.count == 0 ? 0.5 : RankedClaim.truth(matrix, shares(aware, matrix, numbers(of: terms))) }
}
