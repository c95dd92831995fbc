/// A set of row positions, one bit a row; tables of at most 64 rows need no memory of their own for it.
public struct RowSet: Hashable, Sendable {
    private var first: UInt64 = 0
    /// Rows from 64 on; as long as the table is, whatever is in the set.
    private var rest: [UInt64]

    /// The empty set of a table's rows.
    public init(rows: Int) { rest = rows > 64 ? Array(repeating: 0, count: (rows - 1) / 64) : [] }

    /// All rows of a table.
    public static func all(_ rows: Int) -> RowSet {
        var set = RowSet(rows: rows)
        set.first = RowSet.low(rows)
        for at in set.rest.indices { set.rest[at] = RowSet.low(rows - 64 * (at + 1)) }
        return set
    }

    private static func low(_ count: Int) -> UInt64 { count >= 64 ? .max : (1 << UInt64(max(count, 0))) - 1 }

    public var isEmpty: Bool { first == 0 && rest.allSatisfy { $0 == 0 } }
    public var count: Int { rest.reduce(first.nonzeroBitCount) { $0 + $1.nonzeroBitCount } }

    public mutating func insert(_ row: Int) {
        if row < 64 { first |= 1 << UInt64(row) } else { rest[row / 64 - 1] |= 1 << UInt64(row % 64) }
    }

    public func contains(_ row: Int) -> Bool { (row < 64 ? first : rest[row / 64 - 1]) >> UInt64(row % 64) & 1 == 1 }

    public func intersection(_ other: RowSet) -> RowSet { combined(other, &) }
    public func union(_ other: RowSet) -> RowSet { combined(other, |) }
    public func subtracting(_ other: RowSet) -> RowSet { combined(other) { $0 & ~$1 } }

    public func intersects(_ other: RowSet) -> Bool { first & other.first != 0 || zip(rest, other.rest).contains { $0 & $1 != 0 } }
    public func isSubset(of other: RowSet) -> Bool { first & ~other.first == 0 && zip(rest, other.rest).allSatisfy { $0 & ~$1 == 0 } }

    private func combined(_ other: RowSet, _ operation: (UInt64, UInt64) -> UInt64) -> RowSet {
        var result = self
        result.first = operation(first, other.first)
        for at in rest.indices { result.rest[at] = operation(rest[at], other.rest[at]) }
        return result
    }

    /// Calls with every row, in order.
    @inline(__always) public func forEach(_ body: (Int) -> Void) {
        RowSet.forEach(first, 0, body)
        for at in rest.indices where rest[at] != 0 { RowSet.forEach(rest[at], 64 * (at + 1), body) }
    }

    @inline(__always) private static func forEach(_ word: UInt64, _ offset: Int, _ body: (Int) -> Void) {
        var left = word
        while left != 0 {
            body(offset + left.trailingZeroBitCount)
            left &= left - 1
        }
    }

    /// The lowest row; nil where there is none.
    public var lowest: Int? {
        if first != 0 { return first.trailingZeroBitCount }
        guard let at = rest.firstIndex(where: { $0 != 0 }) else { return nil }
        return 64 * (at + 1) + rest[at].trailingZeroBitCount
    }

    /// The highest row; nil where there is none.
    public var highest: Int? {
        if let at = rest.lastIndex(where: { $0 != 0 }) { return 64 * (at + 1) + 63 - rest[at].leadingZeroBitCount }
        return first == 0 ? nil : 63 - first.leadingZeroBitCount
    }
}
