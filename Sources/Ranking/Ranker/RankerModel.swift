import Linking

/// What ranks the candidates of one kind of sentence.
public struct RankerModel: Sendable {
    /// The words and pairs of words that the networks know.
    public let terms: [String]
    /// The words of column names that they know.
    public let headerTerms: [String]
    /// Networks that do not know what candidates come to: they alone say which query is shown for a claim. Empty for questions.
    public let blind: [Network]
    /// Networks that do: with the others they say how likely it is that a claim is true, and which answer a question has.
    public let aware: [Network]
    /// From the share of the candidates that agree to the chance that they are right.
    public let calibration: Calibration
    private let termNumbers: [String: Int]
    private let headerNumbers: [String: Int]

    public init(terms: [String], headerTerms: [String], blind: [Network], aware: [Network], calibration: Calibration) {
        self.terms = terms
        self.blind = blind
        self.aware = aware
        self.calibration = calibration
        self.headerTerms = headerTerms
        termNumbers = RankerModel.numbers(terms)
        headerNumbers = RankerModel.numbers(headerTerms)
    }

    private static func numbers(_ terms: [String]) -> [String: Int] { Dictionary(terms.enumerated().map { ($1, $0) }) { first, _ in first } }

    /// The numbers of a sentence's words that the networks know.
    public func numbers(of terms: [String]) -> [Int] { terms.compactMap { termNumbers[$0] } }

    /// For every column, the numbers of the words of its name that the networks know; empty where they know of no names.
    public func numbers(ofHeaders headers: [[String]]) -> [[Int]] { headerTerms.isEmpty ? [] : headers.map { $0.compactMap { headerNumbers[$0] } } }

    /// Each candidate's probability.
    public struct Shares: Sendable {
        /// By the mean of all networks: what says how likely a verdict or an answer is.
        public let decided: [Float]
        /// By the mean of those that do not know what candidates come to: what says which query is shown for a claim.
        public let blind: [Float]
    }

    /// - Parameters:
    ///   - terms: the words of the sentence.
    ///   - headers: for every column, the words of its name.
    public func shares(_ matrix: FeatureMatrix, terms: [String], headers: [[String]]) -> Shares {
        let (terms, headers) = (numbers(of: terms), numbers(ofHeaders: headers))
        let rows = SparseRows(matrix)
        let sums = [aware, blind].map { networks in
            networks.reduce(into: [Float](repeating: 0, count: matrix.count)) { sum, network in
                for (at, share) in Ranking.shares(network.scores(rows, terms: terms, headers: headers)).enumerated() { sum[at] += share }
            }
        }
        let (all, blind) = (Float(aware.count + blind.count), Float(max(self.blind.count, 1)))
        return Shares(decided: zip(sums[0], sums[1]).map { ($0 + $1) / all }, blind: sums[1].map { $0 / blind })
    }
}
