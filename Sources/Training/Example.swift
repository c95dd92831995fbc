import Ranking

/// A sentence's candidates with which of them come to what is right.
public struct Example: Sendable {
    public let matrix: FeatureMatrix
    public let isRight: [Bool]
    /// The numbers of the sentence's words that the network knows.
    public var terms: [Int]
    /// For every column of the table, the numbers of its name's words.
    public var headers: [[Int]]

    public init(matrix: FeatureMatrix, isRight: [Bool], terms: [Int] = [], headers: [[Int]] = []) {
        self.terms = terms
        self.headers = headers
        self.matrix = matrix
        self.isRight = isRight
    }

    /// Whether there is something to learn: right candidates and wrong ones.
    var tells: Bool { isRight.contains(true) && isRight.contains(false) }
}
