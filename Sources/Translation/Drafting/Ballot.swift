import Diagnostics
import Ranking
import Threads

/// Several drafts for one sentence, and what most of them say.
///
/// A sample votes with its finding, the weaker the more is doubtful about its query. Refused samples have none; verdicts that would be the same for every table are not counted either,
/// unless there is only one sample.
public struct Ballot: Sendable {
    public typealias Sample = Result<Draft, Diagnostic>

    public let samples: [Sample]
    /// How many samples voted, and how many of them for the winning finding.
    public let counted: Int
    public let votes: Int
    /// The first sample that says what most say; where none votes, the first with a query, else the first at all.
    public let chosen: Sample?
    /// Whether the agreement is too low to decide.
    public let isUndecided: Bool
    /// The chance that each sample's finding is right, from 0 to 1; empty where nobody can tell.
    public let chances: [Double]
    /// The chance that the winner is right; nil where nobody can tell.
    public var confidence: Double? { chances.first }
    /// How the parts of the sentence were read for the chosen query; empty where nobody can tell.
    public let spans: [SpanReading]

    /// Why there is no query, where there is none.
    public var failure: Diagnostic {
        switch chosen {
        case .success(let draft)?: draft.error ?? Diagnostic(.emptyAnswer, "no query was written")
        case .failure(let error)?: error
        case nil: Diagnostic(.internalFault, "a ballot without a sample")
        }
    }

    /// The winner's share of the votes by their weight, from 0 to 1; nil where nobody voted.
    public let agreement: Double?

    /// Drafts whose first is what is meant most likely, and whose others are what else may be meant.
    ///
    /// - Parameters:
    ///   - chances: as many as drafts.
    ///   - abstainBelow: a chance lower than this decides nothing.
    public init(readings: [Draft], chances: [Double], abstainBelow: Double, spans: [SpanReading] = []) {
        samples = readings.map { .success($0) }
        let found = readings.compactMap { $0.accepted?.finding }
        counted = found.count
        votes = found.filter { $0 == found.first }.count
        agreement = found.isEmpty ? nil : Double(votes) / Double(found.count)
        chosen = samples.first
        isUndecided = chances.first.map { $0 < abstainBelow } ?? true
        self.chances = chances
        self.spans = spans
    }

    /// - Parameter abstainBelow: an agreement lower than this decides nothing.
    public init(_ samples: [Sample], abstainBelow: Double?) {
        self.samples = samples
        let voters = samples.indices.filter { Ballot.finding(samples[$0], isAlone: samples.count == 1) != nil }
        let tally = Dictionary(grouping: voters) { Ballot.finding(samples[$0], isAlone: samples.count == 1) }
        // Of two findings with the same weight, the one that came first.
        let winner = tally.values.max { (Ballot.weight($0, samples), -($0.first ?? 0)) < (Ballot.weight($1, samples), -($1.first ?? 0)) } ?? []
        counted = voters.count
        votes = winner.count
        let agreement = voters.isEmpty ? nil : Ballot.weight(winner, samples) / Ballot.weight(voters, samples)
        self.agreement = agreement
        chosen = winner.first.map { samples[$0] } ?? samples.first { (try? $0.get().accepted) != nil } ?? samples.first
        chances = []
        spans = []
        isUndecided = abstainBelow.map { limit in agreement.map { $0 < limit } ?? Ballot.hasQuery(samples) } ?? false
    }

    private static func weight(_ voters: [Int], _ samples: [Sample]) -> Double {
        voters.reduce(0) { sum, at in sum + ((try? samples[at].get().accepted?.weight) ?? 0) }
    }

    private static func hasQuery(_ samples: [Sample]) -> Bool { samples.contains { (try? $0.get().accepted) != nil } }

    private static func finding(_ sample: Sample, isAlone: Bool) -> Finding? {
        guard let accepted = try? sample.get().accepted, isAlone || !accepted.isConstant else { return nil }
        return accepted.finding
    }
}

extension Drafter: SentenceTranslator {
    /// Drafts a sentence several times, each with a seed of its own.
    public func poll(_ sentence: Sentence, samples: Int, abstainBelow: Double? = nil, concurrency: Int = 1) throws(Diagnostic) -> Ballot {
        let drafts = concurrency > 1 && samples > 1 ? inParallel(sentence, samples, concurrency) : (0..<max(samples, 1)).map { sample(sentence, $0) }
        for case .failure(let error) in drafts where error.code.endsRun { throw error }
        if drafts.allSatisfy({ (try? $0.get()) == nil }), case .failure(let error)? = drafts.first { throw error }
        return Ballot(drafts, abstainBelow: abstainBelow)
    }

    private func sample(_ sentence: Sentence, _ number: Int) -> Ballot.Sample {
        do throws(Diagnostic) { return .success(try draft(sentence, sample: number)) } catch { return .failure(error) }
    }

    private func inParallel(_ sentence: Sentence, _ samples: Int, _ concurrency: Int) -> [Ballot.Sample] {
        let collected = Collected()
        let pool = OrderedPool<Int, Ballot.Sample>(
            threads: min(concurrency, samples), makeWorker: { { sample(sentence, $0) } }, sink: { collected.samples.append($0) })
        for number in 0..<samples { pool.submit(number) }
        pool.finish()
        return collected.samples
    }

    /// Filled by one thread at a time.
    private final class Collected: @unchecked Sendable {
        var samples: [Ballot.Sample] = []
    }
}
