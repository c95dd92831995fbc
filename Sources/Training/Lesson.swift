import Ranking

/// A sentence whose verdict or answer is known, with its candidates: what a ranker learns from.
public struct Lesson: Sendable {
    /// The table's name: all sentences about one table are held out together.
    public let table: String
    public let matrix: FeatureMatrix
    /// Each candidate's answer, by its place among the answers; a claim has two, False and True.
    public let answers: [Int]
    /// Whether each candidate comes to what is right.
    public let isRight: [Bool]
    /// The words of the sentence and of each column's name.
    public let terms: [String]
    public let headers: [[String]]

    public init(table: String, matrix: FeatureMatrix, answers: [Int], isRight: [Bool], terms: [String], headers: [[String]]) {
        self.table = table
        self.matrix = matrix
        self.answers = answers
        self.isRight = isRight
        self.terms = terms
        self.headers = headers
    }

    /// How surely a model decides, and whether it is right.
    func said(by model: RankerModel, guess: Double) -> (share: Double, isRight: Bool) {
        let shares = model.shares(matrix, terms: terms, headers: headers).decided
        var sums = [Float](repeating: 0, count: (answers.max() ?? -1) + 1)
        for (at, answer) in answers.enumerated() { sums[answer] += shares[at] }
        guard let best = sums.indices.max(by: { (sums[$0], -$0) < (sums[$1], -$1) }) else { return (guess, false) }
        return (Calibration.discounted(Double(sums[best]), of: answers.count, guess: guess), answers.indices.contains { answers[$0] == best && isRight[$0] })
    }
}
