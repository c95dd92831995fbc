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
        row[.distinctness] = table.distinctness[min(column, table.distinctness.count - 1)]
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

    func addAnswer(_ candidate: QuestionCandidate, _ repeated: inout RepeatedWords, to row: inout Row) {
        let count = candidate.answer.count
        row[.items] = Float(min(count, 8)) / 4
        row[.isMany] = count > 1 ? 1 : 0
        row[.manyAsAsked] = (count > 1) == asking.isMany ? 1 : -1
        row[.itemsSaid] = count > 1 && sentence.numbers.contains { $0.value == Double(count) } ? 1 : 0
        if case .number(let value) = candidate.answer {
            row[.isZero] = value == 0 ? 1 : 0
            row[.isOne] = value == 1 ? 1 : 0
        }
        guard let cell = candidate.answer.firstCell else { return }
        let said = repeated.share(cell.column, cell.row)
        row[.isBlank] = said == nil ? 1 : 0
        row[.repeated] = said ?? 0
        row[.isRepeated] = said == 1 ? 1 : 0
    }
}
