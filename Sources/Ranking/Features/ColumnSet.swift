/// A set of the first 256 columns.
struct ColumnSet {
    private var bits = SIMD4<UInt64>.zero

    mutating func insert(_ column: Int) { if (0..<256).contains(column) { bits[column / 64] |= 1 << UInt64(column % 64) } }
    func contains(_ column: Int) -> Bool { (0..<256).contains(column) && bits[column / 64] >> UInt64(column % 64) & 1 == 1 }
    /// The lowest two columns; nil where there are fewer.
    var firstTwo: (Int?, Int?) {
        var found: [Int] = []
        forEach { if found.count < 2 { found.append($0) } }
        return (found.first, found.dropFirst().first)
    }

    var count: Int { bits[0].nonzeroBitCount + bits[1].nonzeroBitCount + bits[2].nonzeroBitCount + bits[3].nonzeroBitCount }

    func forEach(_ body: (Int) -> Void) {
        for word in 0..<4 {
            var left = bits[word]
            while left != 0 {
                body(64 * word + left.trailingZeroBitCount)
                left &= left - 1
            }
        }
    }
}
