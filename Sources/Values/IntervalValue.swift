/// A range of numbers: pandas' `Interval`, a bin of `pd.cut`.
public struct IntervalValue: Hashable, Sendable {
    public let left: Double
    public let right: Double
    /// Whether the right end belongs to it; if not, the left one does.
    public let isClosedRight: Bool
    /// The ends are integers.
    public let isWhole: Bool

    public init(left: Double, right: Double, isClosedRight: Bool, isWhole: Bool) {
        self.left = left
        self.right = right
        self.isClosedRight = isClosedRight
        self.isWhole = isWhole
    }

    public func contains(_ number: Double) -> Bool {
        isClosedRight ? left < number && number <= right : left <= number && number < right
    }
}
