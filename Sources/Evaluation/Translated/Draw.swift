import Random

/// Some of many, drawn by chance that a seed decides. The first few of a larger draw are the smaller draw: a run can be made longer later.
public struct Draw: Sendable {
    /// How many; nil for all, in the order they come.
    public let limit: Int?
    public let seed: UInt64

    public init(limit: Int?, seed: UInt64) {
        self.limit = limit
        self.seed = seed
    }

    /// - Returns: in the order drawn.
    func callAsFunction<Item>(_ items: [Item]) -> [Item] {
        guard let limit else { return items }
        var generator = SeededGenerator(seed: seed)
        return generator.permutation(items.count).prefix(max(limit, 0)).map { items[$0] }
    }
}
