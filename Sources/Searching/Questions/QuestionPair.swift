import Linking

extension QuestionSpace {
    /// Two things that a question sets beside each other, the first first.
    struct Pair {
        let first: Int
        let second: Int
        let isOneColumn: Bool

        var conditions: ConditionSet { ConditionSet(at: first).union(ConditionSet(at: second)) }
    }

    private static let mostThings = 8
    private static let mostPairs = 6

    /// Those of one column first, each by what speaks for it.
    static func pairs(_ space: SearchSpace) -> [Pair] {
        let things = (0..<min(mostThings, space.linkCount)).filter { !space.conditions[$0].isComparison }
        var pairs: [(pair: Pair, score: Double)] = []
        for first in things {
            for second in things where first != second && !space.conditions[first].overlaps(space.conditions[second]) {
                let (one, other) = (space.conditions[first], space.conditions[second])
                guard one.words.lowerBound < other.words.lowerBound, one.rows != other.rows else { continue }
                let pair = Pair(first: first, second: second, isOneColumn: one.column == other.column)
                pairs.append((pair, one.score + other.score + (pair.isOneColumn ? 4 : 0)))
            }
        }
        return pairs.enumerated().sorted { ($1.element.score, $0.offset) < ($0.element.score, $1.offset) }.prefix(mostPairs).map(\.element.pair)
    }
}
