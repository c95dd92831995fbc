/// The bytes that a match and each of its groups took, and the groups' names.
public struct MatchGroups: Sendable {
    /// By group number; 0 is the whole, nil a group that took no part.
    public let ranges: [Range<Int>?]
    public let names: [(name: String, number: Int)]

    public init(ranges: [Range<Int>?], names: [(name: String, number: Int)]) {
        self.ranges = ranges
        self.names = names
    }
}
