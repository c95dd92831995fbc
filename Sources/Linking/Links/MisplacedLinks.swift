/// `segment a be pineapple`, where the pineapple is in segment b: what the sentence says of the column it names.
extension Linker {
    private static let mostMisplaced = 3
    private static let reach = 3

    func misplaced(_ links: [Link]) -> [Link] {
        var found: [Link] = []
        for link in links where link.kind == .equal || link.kind == .contains && link.coverage >= 0.5 {
            guard let row = link.rows.lowest, !found.contains(where: { $0.words == link.words }) else { continue }
            let own = Set(links.filter { $0.words.overlaps(link.words) }.map(\.column))
            guard let column = namedBeside(link, links, except: own), named(own, beside: link) < 1, !holds(column, link.words) else { continue }
            found.append(
                Link(
                    .elsewhere(column: link.column, row: row), link.words, column: column, rows: RowSet(rows: index.rowCount), rarity: link.rarity, isNumber: link.isNumber,
                    nearness: mentions[column].share, score: link.score))
        }
        return Array(found.prefix(Linker.mostMisplaced))
    }

    /// Whether some cell of a column has the words after all.
    private func holds(_ column: Int, _ words: Range<Int>) -> Bool {
        guard let first = words.first, numbersOfForms[first] >= 0 else { return false }
        return index.cells.cells(with: numbersOfForms[first]).contains { index.cells.place($0).column == column && index.cells.holds($0, numbersOfForms[words]) }
    }

    /// The column that is wholly named within a few words of a link, before it rather than after it.
    private func namedBeside(_ link: Link, _ links: [Link], except own: Set<Int>) -> Int? {
        let candidates = mentions.indices.filter { column in
            !own.contains(column) && mentions[column].share >= 0.99 && mentions[column].words.intersection(WordSet(link.words)).isEmpty
                && distance(mentions[column].words, link.words) <= Linker.reach && (index.keys[column] != nil) == (index.keys[link.column] != nil)
        }
        return candidates.min { (distance(mentions[$0].words, link.words), $0) < (distance(mentions[$1].words, link.words), $1) }
    }

    /// How well the columns that do hold the words are named beside them.
    private func named(_ columns: Set<Int>, beside link: Link) -> Double {
        columns.reduce(0) { distance(mentions[$1].words, link.words) <= Linker.reach ? max($0, mentions[$1].share) : $0 }
    }

    private func distance(_ mention: WordSet, _ words: Range<Int>) -> Int {
        words.compactMap { mention.distance(to: $0) }.min() ?? .max
    }
}
