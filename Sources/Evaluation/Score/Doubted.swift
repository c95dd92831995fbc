import Diagnostics

/// How well labelled claims and questions were judged by what was doubtful about their queries.
public struct Doubted: Sendable {
    /// By the number of doubts: none, one, two, and three or more.
    public private(set) var byCount = Array(repeating: Score(), count: Doubted.most + 1)
    /// Those whose query has a doubt of this code.
    public private(set) var byCode: [Code: Score] = [:]

    /// So many doubts are counted as one with more.
    public static let most = 3

    public var claims: Int { byCount.reduce(0) { $0 + $1.claims } }

    mutating func add(_ prediction: Prediction) {
        guard let codes = prediction.doubtCodes, let isCorrect = prediction.isCorrect else { return }
        let isAnswered = prediction.outcome.isAnswered
        byCount[min(codes.count, Doubted.most)].add(isAnswered: isAnswered, isCorrect: isCorrect)
        for code in Set(codes) { byCode[code, default: Score()].add(isAnswered: isAnswered, isCorrect: isCorrect) }
    }
}
