/// Cells that hold words of the sentence as they follow each other.
extension Linker {
    /// Some words in a row, and the cells that hold them.
    private struct Span {
        let words: Range<Int>
        let cells: [Int32]
        /// Those that hold nothing else.
        let whole: [Int32]
    }

    func spanLinks() -> [Link] { kept(spans()).flatMap(links) }

    /// All runs of words that some cell holds.
    private func spans() -> [Span] {
        words.indices.flatMap { start -> [Span] in
            guard numbersOfForms[start] >= 0 else { return [] }
            var spans: [Span] = []
            var cells = Array(index.cells.cells(with: numbersOfForms[start]))
            var end = start + 1
            while !cells.isEmpty {
                spans.append(Span(words: start..<end, cells: cells, whole: cells.filter { index.cells.count(of: $0) == end - start }))
                guard end < words.count, numbersOfForms[end] >= 0 else { break }
                end += 1
                cells = cells.filter { index.cells.holds($0, numbersOfForms[start..<end]) }
            }
            return spans
        }
    }

    /// The longest runs, and those inside them that are a whole cell of another column.
    private func kept(_ spans: [Span]) -> [Span] {
        var kept: [Span] = []
        for span in spans.sorted(by: { ($1.words.count, $0.words.lowerBound) < ($0.words.count, $1.words.lowerBound) }) where isTelling(span) {
            let above = kept.filter { $0.words.lowerBound <= span.words.lowerBound && span.words.upperBound <= $0.words.upperBound }
            if !above.isEmpty {
                guard !span.whole.isEmpty, !columns(span.cells).isSubset(of: columns(above.flatMap(\.cells))) else { continue }
            }
            kept.append(span)
        }
        return kept
    }

    private func isTelling(_ span: Span) -> Bool {
        guard span.words.allSatisfy(isStop) else { return true }
        return !span.whole.isEmpty && span.words.count > 1
    }

    private func columns(_ cells: [Int32]) -> Set<Int> { Set(cells.map { index.cells.place($0).column }) }

    private func links(_ span: Span) -> [Link] {
        let isNumber = span.words.allSatisfy { words[$0].number != nil || (forms[$0].utf8.first.map(isDigit) ?? false) }
        let rarity = rarity(span.words)
        return Dictionary(grouping: span.cells) { index.cells.place($0).column }.sorted { $0.key < $1.key }.flatMap { column, cells in
            links(span, column, cells, isNumber: isNumber, rarity: rarity)
        }
    }

    private func links(_ span: Span, _ column: Int, _ cells: [Int32], isNumber: Bool, rarity: Double) -> [Link] {
        let whole = cells.filter { index.cells.count(of: $0) == span.words.count }
        let used = whole.isEmpty ? cells : whole
        let coverage = used.map { Double(span.words.count) / Double(max(index.cells.count(of: $0), 1)) }.max() ?? 0
        let exact = Link(
            whole.isEmpty ? .contains : .equal, span.words, column: column, rows: rows(used.map { index.cells.place($0).row }), isExact: !whole.isEmpty, coverage: coverage,
            rarity: rarity, isNumber: isNumber)
        guard !whole.isEmpty, whole.count < cells.count, !isNumber else { return [exact] }
        let wider = Link(
            .contains, span.words, column: column, rows: rows(cells.map { index.cells.place($0).row }), isExact: false, coverage: coverage * 0.8, rarity: rarity, isNumber: false)
        return [exact, wider]
    }
}
