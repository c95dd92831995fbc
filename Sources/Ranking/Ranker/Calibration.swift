/// A line through points: how often what is said with some share of the candidates is right.
public struct Calibration: Hashable, Sendable {
    /// Shares and chances, both rising, at least two.
    public let points: [Point]
    /// The chance from which on so many of the answers are right as is promised (85 % of claims' verdicts, 78 % of questions' answers).
    public let threshold: Double

    public struct Point: Hashable, Sendable {
        public let share: Double
        public let chance: Double

        public init(share: Double, chance: Double) {
            self.share = share
            self.chance = chance
        }
    }

    public init(points: [Point], threshold: Double) {
        self.points = points
        self.threshold = threshold
    }

    /// The chance that belongs to a share, between the points on either side of it.
    public func chance(_ share: Double) -> Double {
        guard let first = points.first, let last = points.last else { return share }
        guard share > first.share else { return first.chance }
        guard let above = points.firstIndex(where: { $0.share >= share }), above > 0 else { return last.chance }
        let (low, high) = (points[above - 1], points[above])
        guard high.share > low.share else { return high.chance }
        return low.chance + (high.chance - low.chance) * (share - low.share) / (high.share - low.share)
    }

    /// A share with less behind it where there are few candidates: one alone has all of the probability, whatever it is.
    ///
    /// - Parameter guess: the share of one who guesses.
    public static func discounted(_ share: Double, of candidates: Int, guess: Double) -> Double {
        let behind = min(1, Double(max(candidates - 1, 0)) / Double(enough - 1))
        return guess + (share - guess) * behind * behind
    }

    /// So many candidates are enough: of held-out claims decided with a share of 0.95 or more 94 % were right from four candidates on, 66 % with two or
    /// three, 56 % with one.
    private static let enough = 4

    /// Fits a line to what was said and whether it was right: the best that never falls (pool adjacent violators; Ayer and others, 1955), drawn through
    /// about a dozen points.
    ///
    /// - Parameters:
    ///   - promise: what share of the answers is to be right from the threshold on.
    ///   - guess: the chance of one who guesses.
    ///   - caution: how far chances are believed, from 0 (all are guesses) to 1: sentences from elsewhere are harder than those that were held out.
    public static func fitted(_ said: [(share: Double, isRight: Bool)], promise: Double, guess: Double, caution: Double) -> Calibration {
        let sorted = said.sorted { $0.share < $1.share }
        guard sorted.count >= 24 else { return Calibration(points: [], threshold: promise) }
        let groups = 16
        var pools: [(share: Double, right: Double, count: Double)] = []
        for group in 0..<groups {
            let part = sorted[(group * sorted.count / groups)..<((group + 1) * sorted.count / groups)]
            pools.append((part.reduce(0) { $0 + $1.share }, Double(part.filter(\.isRight).count), Double(part.count)))
            while pools.count > 1, pools[pools.count - 2].right / pools[pools.count - 2].count > pools[pools.count - 1].right / pools[pools.count - 1].count {
                let last = pools.removeLast()
                let before = pools.removeLast()
                pools.append((before.share + last.share, before.right + last.right, before.count + last.count))
            }
        }
        let points = pools.map { Point(share: rounded($0.share / $0.count), chance: rounded(guess + caution * ($0.right / $0.count - guess))) }
        let line = Calibration(points: points, threshold: 0)
        return Calibration(points: points, threshold: rounded(line.threshold(sorted, promise)))
    }

    /// The lowest chance from which on the promise holds.
    private func threshold(_ sorted: [(share: Double, isRight: Bool)], _ promise: Double) -> Double {
        var (right, best) = (0, 1.0)
        for (at, said) in sorted.reversed().enumerated() {
            right += said.isRight ? 1 : 0
            if Double(right) >= promise * Double(at + 1) { best = chance(said.share) }
        }
        return best
    }

    private static func rounded(_ value: Double) -> Double { (value * 10_000).rounded() / 10_000 }
}
