import Linking
import Searching

/// A question's answers with their chances, each with a query that gives it.
public struct RankedQuestion: Sendable {
    /// The likeliest answers first, two queries of the likeliest; no two of one text.
    public let readings: [RankedReading]

    private static let mostReadings = 5
    /// Answers beyond these are not looked at.
    private static let mostAnswers = 12
    /// How many queries of the likeliest answer are written: one may not be taken.
    private static let mostOfBest = 2

    /// nil where nothing was found that the sentence could ask.
    public init?(_ sentence: LinkedSentence, _ table: QuestionTable, _ model: RankerModel) {
        let space = SearchSpace(sentence)
        let candidates = QuestionSearch.candidates(space, table)
        let matrix = FeatureMatrix.question(space, candidates, table)
        let shares = model.shares(matrix, terms: sentence.terms, headers: sentence.index.headerTerms).decided
        let writer = QueryWriter(space)
        var readings: [RankedReading] = []
        for (place, answer) in AnswerGroups(candidates, table).ranked(shares, most: RankedQuestion.mostAnswers).enumerated() {
            guard readings.count < RankedQuestion.mostReadings else { break }
            let share = Calibration.discounted(Double(answer.share), of: candidates.count, guess: 0)
            let chance = space.hasCommonGround ? model.calibration.chance(share) : 0
            let written = answer.candidates.lazy.compactMap { at in writer.query(candidates[at]).map { (at, $0) } }
            for (at, query) in written.prefix(place == 0 ? RankedQuestion.mostOfBest : 1) where !readings.contains(where: { $0.query == query }) {
                readings.append(
                    RankedReading(
                        query: query, outcome: .items(candidates[at].answer.items(in: sentence.index)), confidence: chance, spans: candidates[at].spans(space)))
            }
        }
        guard !readings.isEmpty else { return nil }
        self.readings = readings
    }
}
