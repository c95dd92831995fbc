/// What the sentence names and no cell holds: numbers, and runs of words that claims hardly use otherwise.
extension Linker {
    func absent(_ links: [Link], captionForms: Set<String>) -> [Link] {
        var covered = WordSet()
        for link in links { covered.formUnion(WordSet(link.words)) }
        for mention in mentions { covered.formUnion(mention.words) }
        return missingNumbers(covered) + missingWords(covered, captionForms)
    }

    /// A sentence that has nothing in common with the table says something that no cell holds.
    func whole(_ links: [Link]) -> [Link] {
        guard links.isEmpty, !words.isEmpty, index.columnCount > 0, mentions.allSatisfy({ $0.share == 0 }) else { return [] }
        return [missing(words.indices, isNumber: false)]
    }

    private func missingNumbers(_ covered: WordSet) -> [Link] {
        numbers.compactMap { number in
            guard number.writing == .digits, !number.isCaptioned, !covered.contains(number.word), number.value > 31 || number.value != number.value.rounded() else { return nil }
            return missing(number.word..<(number.word + 1), isNumber: true)
        }
    }

    private func missingWords(_ covered: WordSet, _ captionForms: Set<String>) -> [Link] {
        var links: [Link] = []
        var start: Int?
        for at in 0...words.count {
            let isMissing = at < words.count && isUnknown(at, covered, captionForms)
            if isMissing { start = start ?? at }
            if !isMissing, let from = start {
                links.append(missing(from..<at, isNumber: false))
                start = nil
            }
        }
        return links
    }

    private func isUnknown(_ at: Int, _ covered: WordSet, _ captionForms: Set<String>) -> Bool {
        let word = words[at]
        return !covered.contains(at) && !isStop(at) && word.number == nil && word.surface.utf8.count > 2 && !captionForms.contains(word.form)
            && !CommonWords.contains(word.surface) && !CommonWords.contains(word.form)
    }

    /// The column that the sentence names best among those that could hold it.
    func missing(_ span: Range<Int>, isNumber: Bool) -> Link {
        let candidates = mentions.indices.filter { (index.keys[$0] != nil) == isNumber }
        let column = candidates.max { (mentions[$0].share, -$0) < (mentions[$1].share, -$1) } ?? 0
        let nearness = mentions.indices.contains(column) ? mentions[column].share : 0
        return Link(.absent, span, column: column, rows: RowSet(rows: index.rowCount), rarity: 3, isNumber: isNumber, nearness: nearness, score: 2)
    }
}
