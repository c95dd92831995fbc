import Glibc

/// Finds what the words of a sentence say of a table's cells.
struct Linker {
    let words: [Word]
    let forms: [String]
    let numbers: [LinkedSentence.Number]
    let mentions: [LinkedSentence.Mention]
    let index: TableIndex
    /// The number of every form in the table; -1 for a word that no cell has.
    let numbersOfForms: [Int32]

    init(words: [Word], forms: [String], numbers: [LinkedSentence.Number], mentions: [LinkedSentence.Mention], _ index: TableIndex) {
        self.words = words
        self.forms = forms
        self.numbers = numbers
        self.mentions = mentions
        self.index = index
        numbersOfForms = forms.map { index.cells.vocabulary[$0] ?? -1 }
    }

    /// All links, the best first.
    mutating func links() -> [Link] {
        var links = spanLinks() + dateLinks() + ordinalLinks() + synonymLinks() + blankLinks() + smallWordLinks()
        for at in links.indices {
            links[at].nearness = mentions[links[at].column].share
            links[at].score += links[at].nearness
        }
        return links.enumerated().sorted { ($1.element.score, $0.offset) < ($0.element.score, $1.offset) }.map(\.element)
    }

    func isStop(_ word: Int) -> Bool { WordLists.stop.contains(words[word].surface) }

    /// How rare some words are among the rows.
    func rarity(_ span: Range<Int>) -> Double {
        span.reduce(0) { sum, at in
            guard !isStop(at) else { return sum }
            let rows = numbersOfForms[at] < 0 ? 0 : index.cells.rowFrequency[Int(numbersOfForms[at])]
            return sum + log(Double(index.rowCount + 1) / (Double(rows) + 0.5)) + 0.3
        }
    }

    func rows(_ list: some Sequence<Int>) -> RowSet { list.reduce(into: RowSet(rows: index.rowCount)) { $0.insert($1) } }
}

extension Linker {
    /// The word of the table that a word is a misspelling of, where there is just one; else the word's own form.
    static func corrected(_ word: Word, _ index: TableIndex) -> String {
        let form = word.form
        guard form.utf8.count >= 4, word.number == nil, form.utf8.count > 4 || !CommonWords.contains(word.surface) && !CommonWords.contains(form), index.cells.vocabulary[form] == nil, !index.headerForms.contains(form),
            !WordLists.stop.contains(word.surface), Direction.superlative(word) == nil, Direction.comparative(word) == nil
        else { return form }
        return index.cells.nearWord(form) ?? form
    }
}

extension CellWords {
    /// Looking through larger vocabularies would take longer than the rest.
    private static let mostNeighbours = 20_000

    /// The one word with the same first letter that is a slip of the pen away; nil where there is none, or more.
    func nearWord(_ form: String) -> String? {
        guard let first = form.utf8.first, vocabulary.count <= CellWords.mostNeighbours else { return nil }
        var found: String?
        for word in vocabulary.keys where word.utf8.first == first && word.utf8.count >= 4 && abs(word.utf8.count - form.utf8.count) <= 2 {
            guard Spelling.isNear(form, word) else { continue }
            guard found == nil else { return nil }
            found = word
        }
        return found
    }
}
