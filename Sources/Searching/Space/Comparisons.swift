import Linking

/// Conditions that compare cells with a number of the sentence: `more than 20`, `before 1990`.
enum Comparisons {
    private static let most = 6
    private static let mostColumns = 5

    static func all(_ sentence: LinkedSentence, _ measured: [Int]) -> [Link] {
        var links: [Link] = []
        for number in sentence.numbers.indices {
            let pointers = pointers(sentence, sentence.numbers[number])
            for column in measured.prefix(mostColumns) where sentence.mentions[column].share > 0 || links.count <= 8 {
                for pointer in pointers { links += comparisons(sentence, number, column, pointer) }
            }
        }
        return Array(links.enumerated().sorted { ($1.element.score, $0.offset) < ($0.element.score, $1.offset) }.map(\.element).prefix(most))
    }

    /// The first word that points up and the first that points down.
    private static func pointers(_ sentence: LinkedSentence, _ number: LinkedSentence.Number) -> [(word: Int, isAbove: Bool)] {
        let near = sentence.comparatives.filter { $0.direction.sign != 0 && (-4...2).contains($0.word - number.word) }
        let up = near.first { $0.direction.sign > 0 }.map { ($0.word, true) }
        let down = near.first { $0.direction.sign < 0 }.map { ($0.word, false) }
        return [up, down].compactMap(\.self)
    }

    private static func comparisons(_ sentence: LinkedSentence, _ number: Int, _ column: Int, _ pointer: (word: Int, isAbove: Bool)) -> [Link] {
        guard let key = sentence.index.keys[column], let values = comparable(key, with: sentence.numbers[number].value) else { return [] }
        let (value, word) = (sentence.numbers[number].value, sentence.numbers[number].word)
        let span = min(word, pointer.word)..<(max(word, pointer.word) + 1)
        let share = sentence.mentions[column].share
        return [true, false].map { isStrict in
            var rows = RowSet(rows: values.count)
            for (row, cell) in values.enumerated() where meets(cell, value, pointer.isAbove, isStrict) { rows.insert(row) }
            let comparison = Link.Comparison(isAbove: pointer.isAbove, isStrict: isStrict, number: number, isYear: key.isDate)
            return Link(
                .comparison(comparison), span, column: column, rows: rows, rarity: 2, isNumber: true, nearness: share, score: 1.2 + 2 * share - (isStrict ? 0 : 0.2))
        }
    }

    private static func meets(_ cell: Double, _ value: Double, _ isAbove: Bool, _ isStrict: Bool) -> Bool {
        isAbove ? (isStrict ? cell > value : cell >= value) : (isStrict ? cell < value : cell <= value)
    }

    /// Dates compare with years by their years; other numbers say nothing of dates.
    private static func comparable(_ key: ColumnKey, with value: Double) -> [Double]? {
        switch key.kind {
        case .date: (1000...2100).contains(value) ? key.years : nil
        case .yearless: nil
        case .number, .grouped, .leading, .trailing, .year, .clock: key.values
        }
    }
}
