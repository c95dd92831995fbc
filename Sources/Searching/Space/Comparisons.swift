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
        links += ranges(sentence, measured) + tops(sentence, measured)
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

    /// `between 10 and 20`, `from 1990 to 1995`.
    private static func ranges(_ sentence: LinkedSentence, _ measured: [Int]) -> [Link] {
        let numbers = sentence.numbers
        return numbers.indices.dropLast().flatMap { at -> [Link] in
            let (one, other) = (numbers[at], numbers[at + 1])
            guard one.writing == .digits, other.writing == .digits, one.value < other.value, (1...3).contains(other.word - one.word) else { return [] }
            let start = (max(0, one.word - 2)..<one.word).first { sentence.wordCues[$0].contains(.between) }
            guard let start = start ?? (one.isPaired ? one.word : nil) else { return [] }
            return measured.prefix(mostColumns).compactMap { range(sentence, at, $0, start..<(other.word + 1)) }
        }
    }

    private static func range(_ sentence: LinkedSentence, _ at: Int, _ column: Int, _ span: Range<Int>) -> Link? {
        let (low, high) = (sentence.numbers[at].value, sentence.numbers[at + 1].value)
        guard let key = sentence.index.keys[column], let values = comparable(key, with: low) else { return nil }
        var rows = RowSet(rows: values.count)
        for (row, cell) in values.enumerated() where low <= cell && cell <= high { rows.insert(row) }
        guard !rows.isEmpty else { return nil }
        let share = sentence.mentions[column].share
        return Link(
            .between(Link.Between(low: at, high: at + 1, isYear: key.isDate)), span, column: column, rows: rows, rarity: 2, isNumber: true, nearness: share,
            score: 1.6 + 2 * share)
    }

    /// `top 10`: places up to the tenth.
    private static func tops(_ sentence: LinkedSentence, _ measured: [Int]) -> [Link] {
        sentence.numbers.indices.flatMap { at -> [Link] in
            let number = sentence.numbers[at]
            guard number.word > 0, sentence.words[number.word - 1].surface == "top", number.writing != .ordinal else { return [] }
            return measured.filter { sentence.index.headers[$0].kind == .rank }.prefix(2).map { column in
                var rows = RowSet(rows: sentence.index.rowCount)
                for (row, cell) in (sentence.index.keys[column]?.values ?? []).enumerated() where cell <= number.value { rows.insert(row) }
                let comparison = Link.Comparison(isAbove: false, isStrict: false, number: at, isYear: false)
                return Link(
                    .comparison(comparison), (number.word - 1)..<(number.word + 1), column: column, rows: rows, rarity: 2, isNumber: true,
                    nearness: sentence.mentions[column].share, score: 2.5)
            }
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
