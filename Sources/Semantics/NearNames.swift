/// Names near a misspelt one: look-alikes first (case, blanks, punctuation), then by edit distance.
enum NearNames {
    static func find(_ name: String, among candidates: [String], limit: Int = 3) -> [String] {
        let folded = fold(name)
        var scored: [(distance: Int, at: Int)] = []
        for (at, candidate) in candidates.enumerated() where candidate != name {
            let other = fold(candidate)
            let distance = other == folded ? 0 : edits(folded, other)
            if distance <= max(1, min(folded.count, other.count) / 3) { scored.append((distance, at)) }
        }
        var seen = Set<String>()
        return scored.sorted { ($0.distance, $0.at) < ($1.distance, $1.at) }.map { candidates[$0.at] }.filter { seen.insert($0).inserted }
            .prefix(limit).map { $0 }
    }

    private static func fold(_ name: String) -> [Character] {
        name.lowercased().filter { $0.isLetter || $0.isNumber }.prefix(60).map { $0 }
    }

    /// Damerau-Levenshtein distance (optimal string alignment).
    static func edits(_ a: [Character], _ b: [Character]) -> Int {
        if a.isEmpty || b.isEmpty { return max(a.count, b.count) }
        var before: [Int] = []
        var last = Array(0...b.count)
        for i in 1...a.count {
            var row = [i]
            for j in 1...b.count {
                var cost = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1))
                if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] { cost = min(cost, before[j - 2] + 1) }
                row.append(cost)
            }
            (before, last) = (last, row)
        }
        return last[b.count]
    }
}
