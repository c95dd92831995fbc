import Linking
import Searching

/// The features of what a candidate reckons with and of the column that its answer is taken from.
extension QuestionFeatures {
    func addMeasure(_ candidate: QuestionCandidate, to row: inout Row) {
        if let second = candidate.second { row[.secondNamed] = Float(sentence.mentions[second].share) }
        guard let column = candidate.measured else {
            row[.hasNoMeasure] = 1
            return
        }
        row[.measureNamed] = Float(sentence.mentions[column].share)
        row[.measureDistance] = nearestTrigger(sentence.mentions[column].words)
        row[.isRank] = space.index.headers[column].kind == .rank ? 1 : 0
        addKey(space.index.keys[column]?.kind, to: &row)
    }

    /// How near a column's name is to a word that compares; 0 where there is none.
    private func nearestTrigger(_ words: WordSet) -> Float {
        let distances = (sentence.superlatives + sentence.comparatives).compactMap { words.distance(to: $0.word) }
        return distances.min().map { 1 - Float(min($0, 8)) / 8 } ?? 0
    }

    private func addKey(_ kind: ColumnKey.Kind?, to row: inout Row) {
        switch kind {
        case .date, .yearless, .year: row[.isDate] = 1
        case .leading: row[.isLeading] = 1
        case .trailing, .clock: row[.isTrailing] = 1
        case .number, .grouped, nil: break
        }
    }

    func addAnswerColumn(_ candidate: QuestionCandidate, to row: inout Row) {
        guard let column = candidate.column, candidate.answer.firstCell != nil else {
            row[.isReckoned] = 1
            row[.asksAmount] = asking.isHowMany ? 1 : -1
            return
        }
        let (mention, kind) = (sentence.mentions[column], space.index.headers[column].kind)
        let isNumber = space.index.keys[column]?.isPlain ?? false
        let isDate = kind == .date
        row[.answerNamed] = Float(mention.share)
        addPlace(mention, to: &row)
        row[.answerIsNumber] = isNumber && !isDate ? 1 : 0
        row[.answerIsDate] = isDate ? 1 : 0
        row[.answerIsText] = space.index.keys[column] == nil ? 1 : 0
        row[.answerIsFirst] = column == 0 ? 1 : 0
        row[.answerIsSecond] = column == 1 ? 1 : 0
        candidate.conditions.forEach { if space.conditions[$0].column == column { row[.answerIsCondition] = 1 } }
        row[.asksWho] = asking.isWho ? (isNumber || isDate ? -1 : 1) : 0
        row[.asksWhen] = asking.isWhen ? (isDate ? 1 : -1) : 0
        row[.asksWhere] = asking.isWhere ? (isNumber || isDate ? -1 : 1) : 0
        row[.asksHowMany] = asking.isHowMany ? (isNumber && !isDate ? 1 : -1) : 0
        row[.asksQuantityOfText] = asking.isHowMany && space.index.keys[column] == nil ? 1 : 0
    }

    private func addPlace(_ mention: LinkedSentence.Mention, to row: inout Row) {
        guard let first = mention.words.first else { return }
        let distance = mention.words.distance(to: asking.word) ?? 9
        row[.answerDistance] = 1 - Float(min(distance, 8)) / 8
        row[.answerNear] = first <= asking.word + 3 ? 1 : 0
        row[.answerNext] = mention.words.contains(asking.word + 1) || mention.words.contains(asking.word + 2) ? 1 : 0
        row[.namedWhole] = mention.share >= 0.99 ? 1 : 0
        row[.namedBeforeOthers] = first == asking.firstMention ? 1 : 0
    }

    func addAnswer(_ candidate: QuestionCandidate, to row: inout Row) {
        let count = candidate.answer.count
        row[.items] = Float(min(count, 8)) / 4
        row[.isMany] = count > 1 ? 1 : 0
        switch candidate.answer {
        case .number(let value): row[.isZero] = value == 0 ? 1 : 0
        case .cell, .cells, .truth: break
        }
        guard let cell = candidate.answer.firstCell else { return }
        let said = asking.share(space.index, cell.column, cell.row)
        row[.isBlank] = said == nil ? 1 : 0
        row[.repeated] = said ?? 0
        row[.isRepeated] = said == 1 ? 1 : 0
    }
}

/// What a question's asking word says.
struct Asking {
    /// The place of the first word that asks; 0 where there is none.
    let word: Int
    let isWho: Bool
    let isWhen: Bool
    let isWhere: Bool
    let isHowMany: Bool
    /// The place of the first word that names a column.
    let firstMention: Int?
    private let forms: Set<String>

    private static let words: Set<String> = ["which", "what", "who", "whose", "whom", "where", "when", "how", "name"]

    init(_ sentence: LinkedSentence) {
        let surfaces = sentence.words.map(\.surface)
        word = surfaces.firstIndex(where: Asking.words.contains) ?? 0
        isWho = surfaces.contains("who")
        isWhen = surfaces.contains("when") || surfaces.contains("year") || surfaces.contains("date")
        isWhere = surfaces.contains("where")
        isHowMany = surfaces.contains("many") || surfaces.contains("much") || surfaces.contains("total") || surfaces.contains("number")
        firstMention = sentence.mentions.compactMap { $0.share >= 0.5 ? $0.words.first : nil }.min()
        forms = Set(sentence.words.map(\.form))
    }

    /// The share of a cell's words that the question has; nil where the cell says nothing.
    func share(_ index: TableIndex, _ column: Int, _ row: Int) -> Float? {
        guard case .text = index.columns[column] else { return 0 }
        let words = Word.read(index.text(row: row, column: column), limit: 16)
        guard !words.isEmpty else { return nil }
        return Float(words.count { forms.contains($0.form) }) / Float(words.count)
    }
}

/// A set of the first 256 columns.
struct ColumnSet {
    private var bits = SIMD4<UInt64>.zero

    mutating func insert(_ column: Int) { if (0..<256).contains(column) { bits[column / 64] |= 1 << UInt64(column % 64) } }
    func contains(_ column: Int) -> Bool { (0..<256).contains(column) && bits[column / 64] >> UInt64(column % 64) & 1 == 1 }
    var count: Int { bits[0].nonzeroBitCount + bits[1].nonzeroBitCount + bits[2].nonzeroBitCount + bits[3].nonzeroBitCount }

    func forEach(_ body: (Int) -> Void) {
        for word in 0..<4 {
            var left = bits[word]
            while left != 0 {
                body(64 * word + left.trailingZeroBitCount)
                left &= left - 1
            }
        }
    }
}
