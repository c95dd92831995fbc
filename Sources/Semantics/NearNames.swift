/// Names near a misspelt one: look-alikes first (case, blanks, punctuation), then by edit distance.
package enum NearNames {
    package static func find(_ name: String, among candidates: [String], limit: Int = 3) -> [String] {
        let folded = fold(name)
        var scored: [(distance: Int, at: Int)] = []
        for (at, candidate) in candidates.enumerated() where candidate != name {
            let other = fold(candidate)
            let most = max(1, min(folded.count, other.count) / 3)
            if let distance = edits(folded, other, most: most) { scored.append((distance, at)) }
        }
        var seen = Set<String>()
        return scored.sorted { ($0.distance, $0.at) < ($1.distance, $1.at) }.map { candidates[$0.at] }.filter { seen.insert($0).inserted }
            .prefix(limit).map { $0 }
    }

    /// The candidates that differ by case, blanks and punctuation only.
    static func lookAlikes(of name: String, among candidates: [String]) -> [String] {
        let folded = fold(name)
        return folded.isEmpty ? [] : candidates.filter { fold($0) == folded }
    }

    /// Letters and digits in lower case.
    private static func fold(_ name: String) -> [UInt32] {
        var out: [UInt32] = []
        for scalar in name.unicodeScalars {
            if out.count == 60 { break }
            if scalar.isASCII {
                let lower = UInt8(scalar.value) | 0x20
                if scalar.value >= 0x30, isLetterOrDigit(lower) { out.append(UInt32(lower)) }
            } else if scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
                out += scalar.properties.lowercaseMapping.unicodeScalars.map(\.value)
            }
        }
        return out
    }

    private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }

    /// Damerau-Levenshtein distance (optimal string alignment); nil where it is more than `most`.
    static func edits(_ a: [UInt32], _ b: [UInt32], most: Int) -> Int? {
        guard abs(a.count - b.count) <= most else { return nil }
        if a == b { return 0 }
        if a.isEmpty || b.isEmpty { return max(a.count, b.count) }
        var before = Array(repeating: 0, count: b.count + 1)
        var last = Array(0...b.count)
        var row = before
        for i in 1...a.count {
            row[0] = i
            var least = i
            for j in 1...b.count {
                var cost = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1))
                if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] { cost = min(cost, before[j - 2] + 1) }
                row[j] = cost
                least = min(least, cost)
            }
            // A swap reaches two rows back, so one row beyond the bound is not yet the end.
            if least > most + 1 { return nil }
            (before, last, row) = (last, row, before)
        }
        return last[b.count] <= most ? last[b.count] : nil
    }
}
