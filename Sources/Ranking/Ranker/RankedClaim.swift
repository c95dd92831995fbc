import Linking
import Searching

/// A claim's candidates with their shares, and what they say together.
public struct RankedClaim: Sendable {
    /// A candidate that can be written, with its query.
    public struct Reading: Sendable {
        public let candidate: Candidate
        /// As a person would write it.
        public let query: String
        /// Its share by what it says, from 0 to 1.
        public let share: Double
        /// How the parts of the sentence were read.
        public let spans: [SpanReading]
    }

    public let space: SearchSpace
    /// Whether the claim is rather true than false.
    public let verdict: Bool
    /// The chance that the verdict is right, from 0.5 to 1.
    public let confidence: Double
    /// The likeliest by what they say, those that come to the verdict first; no two of one text.
    public let readings: [Reading]

    private static let mostReadings = 5
    /// The chance of a verdict on a sentence that has nothing in common with the table.
    private static let guess = 0.5

    /// nil where nothing was found that the sentence could mean.
    public init?(_ sentence: LinkedSentence, _ model: RankerModel) {
        let space = SearchSpace(sentence)
        let candidates = ClaimSearch.candidates(space)
        guard !candidates.isEmpty else { return nil }
        let matrix = FeatureMatrix.claim(space, candidates)
        let terms = model.numbers(of: sentence.terms)
        let truth = RankedClaim.truth(matrix, model.shares(model.aware, matrix, terms))
        let verdict = truth >= 0.5
        self.space = space
        self.verdict = verdict
        confidence = space.hasCommonGround ? model.calibration.chance(Double(max(truth, 1 - truth))) : RankedClaim.guess
        readings = RankedClaim.readings(space, candidates, model.shares(model.blind, matrix, terms), verdict)
        guard !readings.isEmpty else { return nil }
    }

    /// The share of the candidates that come to True.
    public static func truth(_ matrix: FeatureMatrix, _ shares: [Float]) -> Float {
        shares.indices.reduce(Float(0)) { matrix.truths[$1] ? $0 + shares[$1] : $0 }
    }

    private static func readings(_ space: SearchSpace, _ candidates: [Candidate], _ shares: [Float], _ verdict: Bool) -> [Reading] {
        let writer = QueryWriter(space)
        let order = candidates.indices.sorted { (shares[$1], $0) < (shares[$0], $1) }
        var readings: [Reading] = []
        for agrees in [true, false] {
            for at in order where (candidates[at].truth == verdict) == agrees {
                guard readings.count < (agrees ? mostReadings - 2 : mostReadings) else { break }
                guard let query = writer.query(candidates[at]), !readings.contains(where: { $0.query == query }) else { continue }
                readings.append(Reading(candidate: candidates[at], query: query, share: Double(shares[at]), spans: candidates[at].spans(space)))
            }
        }
        return readings
    }
}
