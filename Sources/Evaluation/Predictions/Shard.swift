/// One of several equal parts of an evaluation: every so many-th record.
public struct Shard: Hashable, Sendable {
    /// From 1.
    public let number: Int
    /// How many parts there are.
    public let count: Int

    /// - Returns: nil where there is no such part.
    public init?(_ number: Int, of count: Int) {
        guard count >= 1, (1...count).contains(number) else { return nil }
        self.number = number
        self.count = count
    }

    /// `2/5`
    public init?(_ text: String) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 2, let number = Int(parts[0]), let count = Int(parts[1]) else { return nil }
        self.init(number, of: count)
    }

    /// Whether the record in this place, from 0, is of this part.
    func has(_ record: Int) -> Bool { record % count == number - 1 }
}
