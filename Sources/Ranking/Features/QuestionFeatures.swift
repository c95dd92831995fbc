import Linking
import Searching

/// The features of a question's candidates.
struct QuestionFeatures {
    /// One name a feature, in their order.
    enum Feature: Int, CaseIterable {
        case conditions, score, meanScore, leastScore
        case covered, coveredByConditions, linkableLeft, numbersLeft, digitsLeft
        case nearness, partial, synonyms, numeric, comparisons, inexact, sharedColumns, isUnion
        case nameDistance, wordNumbers, saysOne, before, after
        case measureNamed, hasNoMeasure, isDate, isLeading, isTrailing, isRank, secondNamed, measureDistance
        case answerNamed, isReckoned, answerDistance, answerNear, answerNext, answerIsNumber, answerIsDate, answerIsText, answerIsFirst, answerIsSecond
        case answerIsCondition, distinctness, namedWhole, namedBeforeOthers
        case asksWho, asksWhen, asksWhere, asksHowMany, asksQuantityOfText, asksAmount
        case direction, plainDirection, comparativeDirection, hasNoDirection
        case superlatives, comparatives, isOrdinal, numberDistance, numberUsed, length
        case isOneRow, share, namedColumnsLeft
        case asksMany, dateOrder
        case items, isMany, isZero, isOne, isBlank, repeated, isRepeated, manyAsAsked, itemsSaid
        case coveredBehindBest, coveredByConditionsBehindBest, answerNamedBehindBest, scoreBehindBest
    }

    /// Features that tell what a candidate's answer is.
    static let telling: [Feature] = [.items, .isMany, .isZero, .isOne, .isBlank, .repeated, .isRepeated, .manyAsAsked, .itemsSaid]

    let space: SearchSpace
    let sentence: LinkedSentence
    let asking: Asking
    let table: TableFacts
    private let linkable: WordSet
    private let numberWords: WordSet
    private let digitWords: WordSet
    let triggers: WordSet
    private let named: [Int]
    private let contentCount: Float
    private let superlativeSign: Float
    private let plainSign: Float
    private let comparativeSign: Float

    init(_ space: SearchSpace, _ table: QuestionTable) {
        let sentence = space.sentence
        self.space = space
        self.sentence = sentence
        asking = Asking(sentence)
        self.table = TableFacts(table)
        linkable = sentence.links.filter { $0.score > 1 }.reduce(WordSet()) { $0.union(WordSet($1.words)) }.intersection(sentence.content)
        numberWords = sentence.numbers.reduce(into: WordSet()) { $0.insert($1.word) }
        digitWords = sentence.numbers.reduce(into: WordSet()) { if $1.writing == .digits { $0.insert($1.word) } }
        triggers = (sentence.comparatives + sentence.superlatives).reduce(into: WordSet()) { $0.insert($1.word) }
        named = sentence.mentions.indices.filter { sentence.mentions[$0].share >= 0.99 }
        contentCount = Float(max(1, sentence.content.count))
        let superlative = sentence.superlatives.first { $0.direction.sign != 0 }
        superlativeSign = Float(superlative?.direction.sign.signum() ?? 0)
        plainSign = superlative.map { abs($0.direction.sign) == 1 ? Float($0.direction.sign) : 0 } ?? 0
        comparativeSign = Float(sentence.comparatives.first { $0.direction.sign != 0 }?.direction.sign.signum() ?? 0)
    }

    func matrix(_ candidates: [QuestionCandidate]) -> FeatureMatrix {
        var matrix = FeatureMatrix(width: Feature.allCases.count, capacity: candidates.count)
        var row = Row()
        var repeated = RepeatedWords(asking, space.index)
        for candidate in candidates {
            row.clear()
            fill(&row, candidate)
            addAnswer(candidate, &repeated, to: &row)
            matrix.append(row.values, shape: candidate.shape.number, false)
            matrix.append(columns: columns(candidate))
        }
        matrix.addDistances(.coveredBehindBest, from: .covered)
        matrix.addDistances(.coveredByConditionsBehindBest, from: .coveredByConditions)
        matrix.addDistances(.answerNamedBehindBest, from: .answerNamed)
        matrix.addDistances(.scoreBehindBest, from: .score)
        return matrix
    }

    /// The answer's column, what it reckons with, and the first two that its rows are chosen by.
    private func columns(_ candidate: QuestionCandidate) -> [Int?] {
        var chosen = ColumnSet()
        candidate.conditions.forEach { chosen.insert(space.conditions[$0].column) }
        let (first, second) = chosen.firstTwo
        return [candidate.column, candidate.measured, first, second]
    }

    struct Row {
        var values = [Float](repeating: 0, count: Feature.allCases.count)

        subscript(feature: Feature) -> Float {
            get { values[feature.rawValue] }
            set { values[feature.rawValue] = newValue }
        }

        mutating func clear() { for at in values.indices { values[at] = 0 } }
    }

    private func fill(_ row: inout Row, _ candidate: QuestionCandidate) {
        let words = addConditions(candidate, to: &row)
        addMeasure(candidate, to: &row)
        addAnswerColumn(candidate, to: &row)
        addCoverage(candidate, words, to: &row)
        addDirection(candidate, to: &row)
        addNumber(candidate, words, to: &row)
        row[.asksMany] = asking.isMany ? 1 : 0
        if case .cells = candidate.shape.family { row[.dateOrder] = candidate.shape.relation.sign * table.dateOrder }
        row[.superlatives] = Float(min(sentence.superlatives.count, 3)) / 2
        row[.comparatives] = Float(min(sentence.comparatives.count, 3)) / 2
        row[.length] = Float(sentence.words.count) / 20
    }

    private func addCoverage(_ candidate: QuestionCandidate, _ words: WordSet, to row: inout Row) {
        var used = ColumnSet()
        candidate.conditions.forEach { used.insert(space.conditions[$0].column) }
        for column in [candidate.measured, candidate.column, candidate.second] { if let column { used.insert(column) } }
        var covered = words
        used.forEach { covered.formUnion(sentence.mentions[$0].words) }
        if let number = candidate.number { covered.insert(sentence.numbers[number].word) }
        if candidate.shape.family.usesTriggers { covered.formUnion(triggers) }
        row[.covered] = Float(covered.intersection(sentence.content).count) / contentCount
        row[.coveredByConditions] = Float(words.intersection(sentence.content).count) / contentCount
        row[.linkableLeft] = Float(linkable.subtracting(covered).count) / 3
        row[.numbersLeft] = Float(numberWords.subtracting(covered).count) / 2
        row[.digitsLeft] = Float(digitWords.subtracting(covered).count) / 2
        row[.namedColumnsLeft] = Float(named.reduce(0) { $0 + (used.contains($1) ? 0 : 1) }) / 2
    }

    private func addDirection(_ candidate: QuestionCandidate, to row: inout Row) {
        let sign = candidate.shape.relation.sign
        guard sign != 0 else { return }
        row[.direction] = sign * superlativeSign
        row[.plainDirection] = sign * plainSign
        row[.comparativeDirection] = sign * comparativeSign
        row[.hasNoDirection] = superlativeSign == 0 && comparativeSign == 0 ? 1 : 0
    }

    private func addNumber(_ candidate: QuestionCandidate, _ words: WordSet, to row: inout Row) {
        guard let number = candidate.number else { return }
        let said = sentence.numbers[number]
        row[.numberUsed] = 1
        row[.isOrdinal] = said.writing == .ordinal ? 1 : 0
        row[.numberDistance] = words.distance(to: said.word).map { Float(min($0, 8)) / 8 } ?? 0
    }
}

extension FeatureMatrix {
    /// How far each row is behind the best.
    fileprivate mutating func addDistances(_ feature: QuestionFeatures.Feature, from source: QuestionFeatures.Feature) {
        guard let best = (0..<count).map({ value($0, source.rawValue) }).max() else { return }
        for row in 0..<count { set(row, feature.rawValue, value(row, source.rawValue) - best) }
    }
}
