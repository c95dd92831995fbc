/// `no colour`: cells of a named column that say that there is nothing.
extension Linker {
    func blankLinks() -> [Link] {
        words.indices.filter { Linker.blankWords.contains(words[$0].surface) }.flatMap { at in
            mentions.indices.compactMap { column -> Link? in
                guard mentions[column].share >= 0.5, let distance = mentions[column].words.distance(to: at), distance <= 3 else { return nil }
                let rows = index.blankRows(column)
                return rows.isEmpty ? nil : Link(.blank, at..<(at + 1), column: column, rows: rows, isExact: true, coverage: 1, rarity: 1.5, isNumber: false)
            }
        }
    }

    private static let blankWords: Set<String> = ["no", "not", "without", "never", "none", "nothing", "any"]
}
