import Ranking

/// How a ranker does on tables that it did not learn from.
public struct TrainingReport: Sendable {
    /// Sentences and tables in all.
    public let count: Int
    public let tables: Int
    /// Held-out sentences with how surely each was decided, and whether that was right.
    public let said: [(share: Double, isRight: Bool)]
    public let calibration: Calibration
    /// The chance of one who guesses.
    public let guess: Double

    /// A tenth of the chances: what was promised and what came.
    public struct Tenth: Sendable {
        public let count: Int
        public let promised: Double
        public let right: Double
    }

    /// The share of the held-out sentences that was decided rightly, whatever the chance.
    public var accuracy: Double { said.isEmpty ? 0 : Double(said.filter(\.isRight).count) / Double(said.count) }

    /// Of those at the threshold or above: their share of all, and the share of them that was right.
    public var answered: (share: Double, right: Double) {
        let sure = said.filter { calibration.chance($0.share) >= calibration.threshold }
        guard !sure.isEmpty else { return (0, 0) }
        return (Double(sure.count) / Double(said.count), Double(sure.filter(\.isRight).count) / Double(sure.count))
    }

    /// Sentences by their chance, each tenth from that of a guess up; tenths without a sentence left out.
    public var tenths: [Tenth] {
        let chances = said.map { (chance: calibration.chance($0.share), isRight: $0.isRight) }
        return stride(from: guess, to: 0.99, by: 0.1).compactMap { low in
            let part = chances.filter { $0.chance >= low && ($0.chance < low + 0.1 || low >= 0.89) }
            guard !part.isEmpty else { return nil }
            let count = Double(part.count)
            return Tenth(count: part.count, promised: part.reduce(0) { $0 + $1.chance } / count, right: Double(part.filter(\.isRight).count) / count)
        }
    }
}
