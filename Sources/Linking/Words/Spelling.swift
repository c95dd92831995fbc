/// Words that differ by a slip of the pen.
enum Spelling {
    /// Whether two words are within one edit, or two where one of them has eight letters or more; a swap of neighbours is one edit
    /// (Damerau's distance on bytes).
    static func isNear(_ one: String, _ other: String) -> Bool {
        let (a, b) = (Array(one.utf8), Array(other.utf8))
        let most = max(a.count, b.count) < 8 ? 1 : 2
        guard abs(a.count - b.count) <= most else { return false }
        var (before, row) = ([Int](), Array(0...b.count))
        for i in 1...max(a.count, 1) where i <= a.count {
            let next = nextRow(a, b, i, row, before)
            guard next.contains(where: { $0 <= most }) else { return false }
            (before, row) = (row, next)
        }
        return row[b.count] <= most
    }

    private static func nextRow(_ a: [UInt8], _ b: [UInt8], _ i: Int, _ row: [Int], _ before: [Int]) -> [Int] {
        var next = [i] + Array(repeating: 0, count: b.count)
        for j in 1...max(b.count, 1) where j <= b.count {
            next[j] = min(row[j] + 1, next[j - 1] + 1, row[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1))
            if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] { next[j] = min(next[j], before[j - 2] + 1) }
        }
        return next
    }
}
