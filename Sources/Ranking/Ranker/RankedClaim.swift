import Linking
import Searching

/// A claim's candidates with their shares, and what they say together.
public struct RankedClaim: Sendable {
    public let space: SearchSpace
    /// Whether the claim is rather true than false.
    public let verdict: Bool
    /// The chance that the verdict is right, from 0.5 to 1.
    public let confidence: Double
    /// The likeliest by what they say, those that come to the verdict first; no two of one text.
    public let readings: [RankedReading]

    private static let mostReadings = 4
    /// The chance of a verdict on a sentence that has nothing in common with the table.
    private static let guess = 0.5

    /// nil for a sentence without words, or a table without columns.
    public init?(_ sentence: LinkedSentence, _ model: RankerModel) {
        guard let ranked = RankedClaim(linked: sentence, model) ?? RankedClaim(linked: sentence.unlinked, model, isGuess: true) else { return nil }
        self = ranked
    }

    /// nil where nothing was found that the sentence could mean.
    private init?(linked sentence: LinkedSentence, _ model: RankerModel, isGuess: Bool = false) {
        let space = SearchSpace(sentence)
        let candidates = ClaimSearch.candidates(space)
        guard !candidates.isEmpty else { return nil }
        let matrix = FeatureMatrix.claim(space, candidates)
        let shares = model.shares(matrix, terms: sentence.terms, headers: model.headerTerms.isEmpty ? [] : sentence.index.headerTerms)
        let truth = RankedClaim.truth(matrix, shares.decided)
        let verdict = truth >= 0.5
        self.space = space
        self.verdict = verdict
        let share = Calibration.discounted(Double(max(truth, 1 - truth)), of: candidates.count, guess: RankedClaim.guess)
        confidence = space.hasCommonGround && !isGuess ? model.calibration.chance(share) : RankedClaim.guess
        readings = RankedClaim.readings(space, candidates, shares.blind, verdict, confidence)
        guard !readings.isEmpty else { return nil }
    }

    /// The share of the candidates that come to True.
    private static func truth(_ matrix: FeatureMatrix, _ shares: [Float]) -> Float {
        shares.indices.reduce(Float(0)) { matrix.truths[$1] ? $0 + shares[$1] : $0 }
    }

    private static func readings(_ space: SearchSpace, _ candidates: [Candidate], _ shares: [Float], _ verdict: Bool, _ confidence: Double) -> [RankedReading] {
        let writer = QueryWriter(space)
        let order = candidates.indices.sorted { (shares[$1], $0) < (shares[$0], $1) }
        var readings: [RankedReading] = []
        for agrees in [true, false] {
            for at in order where (candidates[at].truth == verdict) == agrees {
                guard readings.count < (agrees ? mostReadings - 2 : mostReadings) else { break }
                guard let query = writer.query(candidates[at]), !readings.contains(where: { $0.query == query }) else { continue }
                readings.append(
                    RankedReading(
                        query: query, outcome: .truth(candidates[at].truth), confidence: agrees ? confidence : 1 - confidence, spans: candidates[at].spans(space)))
            }
        }
        return readings
    }
}
