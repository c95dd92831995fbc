import Linking

/// What candidates for a sentence are made of: conditions on rows, selections of rows by several of them, columns to reckon with.
public struct SearchSpace: Sendable {
    /// Rows that meet some conditions.
    struct Selection: Sendable {
        let conditions: ConditionSet
        let rows: RowSet
        let count: Int
        /// How much speaks for it.
        let score: Double
        let words: WordSet
    }

    public let sentence: LinkedSentence
    /// The sentence's links, comparisons of cells with its numbers, and what it names in vain.
    public let conditions: [Link]
    /// The words of each condition.
    public let words: [WordSet]
    /// All rows first, then the best selections.
    let selections: [Selection]
    /// Those by one condition, the best first.
    let singles: [Selection]
    /// The columns that can be reckoned with, those that the sentence names first.
    let measured: [Int]
    /// The condition that leaves totals out; nil where there are none.
    let detail: Int?
    /// How many of the conditions are links, how many of them and comparisons are no absent ones.
    let linkCount: Int
    let foundCount: Int

    public var index: TableIndex { sentence.index }

    /// Whether the sentence names anything that the table has: a cell, a column, a number to compare with.
    public var hasCommonGround: Bool { foundCount > 0 || sentence.mentions.contains { $0.share > 0 } }

    public init(_ sentence: LinkedSentence) {
        let index = sentence.index
        let measured = index.keys.indices.filter { index.keys[$0] != nil }.enumerated()
            .sorted { (sentence.mentions[$1.element].share, $0.offset) < (sentence.mentions[$0.element].share, $1.offset) }.map(\.element)
        let found = sentence.links + Comparisons.all(sentence, measured)
        self.sentence = sentence
        self.measured = measured
        linkCount = sentence.links.count
        foundCount = found.count
        let details = SearchSpace.details(index)
        conditions = found + sentence.absent + details
        detail = details.isEmpty ? nil : conditions.count - 1
        words = conditions.map { WordSet($0.words) }
        singles = SearchSpace.singles(found, words)
        selections = SearchSpace.selections(found, words, index, singles)
    }

    private static func details(_ index: TableIndex) -> [Link] {
        guard let totals = index.totals else { return [] }
        return [Link(.detail, 0..<0, column: totals.column, rows: index.allRows.subtracting(totals.rows), rarity: 0, isNumber: false, nearness: 0, score: 0)]
    }

    /// All rows, and where some are totals the others alone.
    var wholes: [Selection] {
        guard let detail else { return [selections[0]] }
        return [selections[0], Selection(conditions: ConditionSet(at: detail), rows: conditions[detail].rows, count: conditions[detail].rowTotal, score: 0, words: WordSet())]
    }

    private static func singles(_ found: [Link], _ words: [WordSet]) -> [Selection] {
        found.indices.map { Selection(conditions: ConditionSet(at: $0), rows: found[$0].rows, count: found[$0].rowTotal, score: found[$0].score, words: words[$0]) }
    }

    private static let mostSpans = 8
    private static let mostSelections = 70
    private static let mostConditions = 5

    /// Selections by conditions with different words, as many as the beam holds; those by one condition that fell out of it come last.
    private static func selections(_ found: [Link], _ words: [WordSet], _ index: TableIndex, _ singles: [Selection]) -> [Selection] {
        let all = Selection(conditions: [], rows: index.allRows, count: index.rowCount, score: 0, words: WordSet())
        var beam = [all]
        for span in spans(found) {
            var longer: [Selection] = []
            for selection in beam where selection.conditions.count < mostConditions {
                for at in found.indices where found[at].words == span { if let next = narrowed(selection, by: at, found, words) { longer.append(next) } }
            }
            beam += longer
            if beam.count > mostSelections { beam = [all] + sorted(Array(beam.dropFirst())).prefix(mostSelections - 1) }
        }
        let best = [all] + sorted(Array(beam.dropFirst()))
        let held = Set(best.map(\.conditions))
        return best + singles.filter { !held.contains($0.conditions) }
    }

    private static func spans(_ found: [Link]) -> ArraySlice<Range<Int>> {
        var spans: [Range<Int>] = []
        for link in found where !spans.contains(link.words) { spans.append(link.words) }
        return spans.prefix(mostSpans)
    }

    private static func narrowed(_ selection: Selection, by at: Int, _ found: [Link], _ words: [WordSet]) -> Selection? {
        guard selection.words.intersection(words[at]).isEmpty else { return nil }
        let rows = selection.rows.intersection(found[at].rows)
        let count = rows.count
        if count == 0, selection.conditions.places.contains(where: { found[$0].column == found[at].column }) { return nil }
        return Selection(
            conditions: selection.conditions.union(ConditionSet(at: at)), rows: rows, count: count, score: selection.score + found[at].score + (count > 0 ? 0.5 : -0.5),
            words: selection.words.union(words[at]))
    }

    private static func sorted(_ selections: [Selection]) -> [Selection] {
        selections.enumerated().sorted { ($1.element.score, $0.offset) < ($0.element.score, $1.offset) }.map(\.element)
    }
}

extension SearchSpace {
    /// The first selections but all rows.
    func narrow(_ count: Int) -> ArraySlice<Selection> { selections.dropFirst().prefix(count) }

    /// Numbers that a candidate may compare with.
    var free: [Int] { Array(sentence.numbers.indices.filter { !sentence.numbers[$0].isPaired }.prefix(5)) }

    func isUsed(_ number: LinkedSentence.Number, by selection: Selection) -> Bool { selection.words.contains(number.word) }

    /// The columns to reckon with first: named ones, then as many others as there is room for.
    func columns(_ count: Int) -> [Int] {
        let named = measured.filter { sentence.mentions[$0].share > 0 }.prefix(count)
        let others = measured.filter { sentence.mentions[$0].share == 0 }.prefix(max(2, count - named.count))
        return Array(named) + others
    }

    /// The column's key; an empty list where it has none.
    func key(_ column: Int) -> [Double] { index.keys[column]?.values ?? [] }

    func key(_ measure: Candidate.Measure) -> [Double] {
        switch measure {
        case .none: []
        case .rowOrder: (0..<index.rowCount).map(Double.init)
        case .column(let column): key(column)
        }
    }

    /// Whether a measure's numbers are days.
    func isDate(_ measure: Candidate.Measure) -> Bool {
        guard case .column(let column) = measure else { return false }
        return index.keys[column]?.isDate ?? false
    }

    func columnClass(_ measure: Candidate.Measure) -> ColumnClass {
        switch measure {
        case .none: .other
        case .rowOrder: .rowOrder
        case .column(let column): index.headers[column].kind
        }
    }

    /// Comparing words near a number, with what they point at: (word, upwards).
    func pointers(near word: Int, before: Int, after: Int) -> [(word: Int, isAbove: Bool)] {
        sentence.comparatives.filter { $0.direction.sign != 0 && $0.word - word >= -before && $0.word - word <= after }.map { ($0.word, $0.direction.sign > 0) }
    }

    var hasComparative: Bool { sentence.comparatives.contains { $0.direction.sign != 0 } }
    func column(of condition: Int) -> Int { conditions[condition].column }
}
