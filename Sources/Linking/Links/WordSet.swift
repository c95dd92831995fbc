/// A set of a sentence's words, by their places.
public struct WordSet: Hashable, Sendable {
    private var bits: UInt128

    /// Words of a sentence beyond these are not looked at.
    public static let capacity = 128

    public init() { bits = 0 }
    public init(_ word: Int) { bits = word >= 0 && word < WordSet.capacity ? 1 << UInt128(word) : 0 }

    public init(_ words: Range<Int>) {
        let (low, high) = (max(words.lowerBound, 0), min(words.upperBound, WordSet.capacity))
        bits = low < high ? (high == 128 ? .max : (1 << UInt128(high)) - 1) & ~((1 << UInt128(low)) - 1) : 0
    }

    public var isEmpty: Bool { bits == 0 }
    public var count: Int { bits.nonzeroBitCount }
    /// The first word; nil where there is none.
    public var first: Int? { bits == 0 ? nil : bits.trailingZeroBitCount }
    public var last: Int? { bits == 0 ? nil : 127 - bits.leadingZeroBitCount }

    public func contains(_ word: Int) -> Bool { word >= 0 && word < 128 && bits >> UInt128(word) & 1 == 1 }
    public mutating func insert(_ word: Int) { self = union(WordSet(word)) }
    public func union(_ other: WordSet) -> WordSet { WordSet(bits: bits | other.bits) }
    public func intersection(_ other: WordSet) -> WordSet { WordSet(bits: bits & other.bits) }
    public func subtracting(_ other: WordSet) -> WordSet { WordSet(bits: bits & ~other.bits) }
    public mutating func formUnion(_ other: WordSet) { bits |= other.bits }

    private init(bits: UInt128) { self.bits = bits }

    /// The words' places, in order.
    public var places: [Int] {
        var places: [Int] = []
        var left = bits
        while left != 0 {
            places.append(left.trailingZeroBitCount)
            left &= left - 1
        }
        return places
    }

    /// How far the nearest two words of two sets are apart; nil where one is empty.
    public func distance(to other: WordSet) -> Int? {
        guard bits != 0, other.bits != 0 else { return nil }
        var (left, least) = (bits, WordSet.capacity)
        while left != 0 {
            least = min(least, other.distance(to: left.trailingZeroBitCount) ?? least)
            left &= left - 1
        }
        return least
    }

    /// Whether one of its words stands up to so many words behind one of another set's.
    public func follows(_ other: WordSet, within words: Int) -> Bool { (1...words).contains { bits & other.bits << UInt128($0) != 0 } }

    /// How far the nearest of its words is from a place; nil where it is empty.
    public func distance(to word: Int) -> Int? {
        guard bits != 0 else { return nil }
        if contains(word) { return 0 }
        let below = bits & ((1 << UInt128(max(word, 0))) - 1)
        let above = bits & ~((1 << UInt128(max(word, 0))) - 1)
        let left = below == 0 ? Int.max : word - (127 - below.leadingZeroBitCount)
        let right = above == 0 ? Int.max : above.trailingZeroBitCount - word
        return min(left, right)
    }
}
