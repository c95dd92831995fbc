import Linking

/// What ranks the candidates of one kind of sentence.
public struct RankerModel: Sendable {
    /// The words and pairs of words that the networks know.
    public let terms: [String]
    /// Networks that do not know what candidates come to: their mean says which query is shown.
    public let blind: [Network]
    /// Networks that do: their mean says how likely it is that the sentence is true. Empty for questions.
    public let aware: [Network]
    /// From the share of the candidates that agree to the chance that they are right.
    public let calibration: Calibration
    private let termNumbers: [String: Int]

    public init(terms: [String], blind: [Network], aware: [Network], calibration: Calibration) {
        self.terms = terms
        self.blind = blind
        self.aware = aware
        self.calibration = calibration
        termNumbers = Dictionary(terms.enumerated().map { ($1, $0) }) { first, _ in first }
    }

    /// The numbers of a sentence's words that the networks know.
    public func numbers(of terms: [String]) -> [Int] { terms.compactMap { termNumbers[$0] } }

    /// Each candidate's share by the mean of some networks.
    public func shares(_ networks: [Network], _ matrix: FeatureMatrix, _ terms: [Int]) -> [Float] {
        guard let first = networks.first else { return Array(repeating: 0, count: matrix.count) }
        var sum = Ranking.shares(first.scores(matrix, terms: terms))
        for network in networks.dropFirst() { for (at, share) in Ranking.shares(network.scores(matrix, terms: terms)).enumerated() { sum[at] += share } }
        let count = Float(networks.count)
        return sum.map { $0 / count }
    }
}
