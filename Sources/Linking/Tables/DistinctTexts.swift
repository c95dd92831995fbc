import Kernels
import Values

/// The different texts of a column with where they stand: what is reckoned of a text is reckoned once.
struct DistinctTexts {
    let texts: [Text]
    /// In how many cells each stands.
    private(set) var counts: [Int] = []
    /// For every cell the number of its text; -1 where it is missing.
    private let codes: [Int32]

    init(_ cells: TextColumn) {
        var numbers = ByteNumbers()
        var texts: [Text] = []
        var counts: [Int] = []
        codes = (0..<cells.count).map { row in
            guard !cells.isMissing(row) else { return -1 }
            let (number, isNew) = numbers.number(of: cells.bytes(row))
            if isNew {
                texts.append(cells[row] ?? Text(""))
                counts.append(0)
            }
            counts[number] += 1
            return Int32(clamping: number)
        }
        self.texts = texts
        self.counts = counts
    }

    /// How many cells have a text of which something is so.
    func count(where holds: (Text) -> Bool) -> Int { texts.indices.reduce(0) { holds(texts[$1]) ? $0 + counts[$1] : $0 } }

    /// A number for every cell, NaN where its text has none; nil where fewer than `enough` have one.
    func values(_ enough: Int, _ read: (Text) -> Double?) -> [Double]? {
        var (values, found) = ([Double](), 0)
        values.reserveCapacity(texts.count)
        var allowed = counts.reduce(0, +) - enough
        for (text, count) in zip(texts, counts) {
            let value = read(text) ?? .nan
            values.append(value)
            if value.isNaN { allowed -= count } else { found += count }
            guard allowed >= 0 else { return nil }
        }
        return found >= enough ? codes.map { $0 < 0 ? .nan : values[Int($0)] } : nil
    }
}
