import Linking
import Searching

/// The features of a claim's candidates.
struct ClaimFeatures {
    /// One name a feature, in their order.
    enum Feature: Int, CaseIterable {
        case conditions, score, meanScore, leastScore
        case covered, coveredByConditions, linkableLeft, numbersLeft, digitsLeft
        case measureNamed, measureNamedLeast, isDate, isLeading, isTrailing, isRank, isRowOrder, hasNoMeasure
        case nearness, partial, synonyms, numeric, comparisons, inexact
        case detail, namedColumnsLeft
        case direction, plainDirection, hasNoDirection
        case isNegated, isOnly, superlatives, comparatives, isEmpty
        case isOrdinal, isWordNumber, isDigits, numberDistance, sharedColumns, length, share
        case startsFirst, coveredBehindBest, coveredByConditionsBehindBest, scoreBehindBest
        case cueBefore, cueAfter, saysThan, numberFirst, numberLast, numberAtEdge, absentNumber, absentWords
        // Further facts.
        case isNegatedCandidate, negationIgnored, miss, nearMiss, isMiss
        case outOfRange, yearAsAmount, amountAsYear
        case measureToSuperlative, measureToComparative, measureToNumber, measureAfterCue, measureFirst
        case ambiguity, meanCoverage, baseFirst, targetConditions, baseConditions, wordsBetween
        case isPlainKey, unknownLeft, capitalLeft, numberOfRows, numberIsSmall, cueOnlyUsed, cueAllUsed, cueSumUsed, cueAverageUsed, cueSameUsed, cueModeUsed, cueDifferenceUsed
        case sameWordsColumns, linkedMeasureWords, cueRowOrder
        case numberNamesMeasure, numberNamesText, numberNamesColumn, conditionNamed, conditionNamedLeast, rivalNamed, numericNamed, numericUnnamed, superlativesLeft, comparativesLeft, misplaced, isDetail, hasMisplaced, hasTotals
    }

    let space: SearchSpace
    let sentence: LinkedSentence
    let linkable: WordSet
    let numberWords: WordSet
    let digitWords: WordSet
    let triggers: WordSet
    let captioned: WordSet
    let absentWords: WordSet
    let superlativeWords: WordSet
    let comparativeWords: WordSet
    let named: [Int]
    let contentCount: Float
    let superlativeSign: Float
    let plainSuperlativeSign: Float
    let comparativeSign: Float
    let hasSuperlativeSign: Bool
    let hasComparativeSign: Bool
    /// The best score of a condition with the same words, for each condition.
    let bestScores: [Float]
    /// How many other columns a condition's words are linked to.
    let rivals: [Int]
    let hasMisplaced: Bool
    let hasTotals: Bool

    init(_ space: SearchSpace) {
        let sentence = space.sentence
        self.space = space
        self.sentence = sentence
        linkable = sentence.links.filter { $0.score > 1 }.reduce(WordSet()) { $0.union(WordSet($1.words)) }.intersection(sentence.content)
        numberWords = sentence.numbers.reduce(into: WordSet()) { $0.insert($1.word) }
        digitWords = sentence.numbers.reduce(into: WordSet()) { if $1.writing == .digits { $0.insert($1.word) } }
        triggers = (sentence.comparatives + sentence.superlatives).reduce(into: WordSet()) { $0.insert($1.word) }
        absentWords = sentence.absent.reduce(WordSet()) { $0.union(WordSet($1.words)) }
        superlativeWords = sentence.superlatives.reduce(into: WordSet()) { if $1.direction.sign != 0 { $0.insert($1.word) } }
        comparativeWords = sentence.comparatives.reduce(into: WordSet()) { if $1.direction.sign != 0 { $0.insert($1.word) } }
        captioned = sentence.captioned.intersection(sentence.content)
        named = sentence.mentions.indices.filter { sentence.mentions[$0].share >= 0.99 }
        contentCount = Float(max(1, sentence.content.count))
        let superlative = sentence.superlatives.first { $0.direction.sign != 0 }
        let comparative = sentence.comparatives.first { $0.direction.sign != 0 }
        superlativeSign = Float(superlative?.direction.sign.signum() ?? 0)
        plainSuperlativeSign = sentence.superlatives.first.map { abs($0.direction.sign) == 1 ? Float($0.direction.sign) : 0 } ?? 0
        comparativeSign = Float(comparative?.direction.sign.signum() ?? 0)
        hasSuperlativeSign = superlative != nil
        hasComparativeSign = comparative != nil
        let conditions = space.conditions
        hasMisplaced = conditions.contains { if case .elsewhere = $0.kind { true } else { false } }
        hasTotals = conditions.contains { $0.kind == .detail }
        bestScores = conditions.map { one in Float(conditions.reduce(one.score) { $1.words == one.words ? max($0, $1.score) : $0 }) }
        rivals = conditions.map { one in Set(conditions.filter { $0.words == one.words && $0.column != one.column }.map(\.column)).count }
    }

    func matrix(_ candidates: [Candidate]) -> FeatureMatrix {
        var matrix = FeatureMatrix(width: Feature.allCases.count, capacity: candidates.count)
        var row = Row()
        for candidate in candidates {
            row.clear()
            fill(&row, candidate)
            matrix.append(row.values, candidate.shape, candidate.truth)
        }
        matrix.addDistances(.coveredBehindBest, from: .covered)
        matrix.addDistances(.coveredByConditionsBehindBest, from: .coveredByConditions)
        matrix.addDistances(.scoreBehindBest, from: .score)
        return matrix
    }

    private func fill(_ row: inout Row, _ candidate: Candidate) {
        let conditions = candidate.conditions
        let words = addConditions(conditions, to: &row)
        addMeasure(candidate, to: &row)
        let used = addCoverage(candidate, words, to: &row)
        addDirection(candidate, to: &row)
        addSentence(candidate, to: &row)
        addNumber(candidate, words, to: &row)
        addFurther(candidate, words, to: &row)
        row[.namedColumnsLeft] = Float(named.reduce(0) { used.contains($1) ? $0 : $0 + 1 }) / 2
        row[.detail] = Float(min(abs(candidate.detail), 5)) / 2
        row[.startsFirst] = (words.first ?? 9) <= 1 ? 1 : 0
    }

    struct Row {
        var values = [Float](repeating: 0, count: Feature.allCases.count)
        mutating func clear() { for at in values.indices { values[at] = 0 } }
        subscript(feature: Feature) -> Float {
            get { values[feature.rawValue] }
            set { values[feature.rawValue] = newValue }
        }
    }

    private func addConditions(_ conditions: ConditionSet, to row: inout Row) -> WordSet {
        var words = WordSet()
        var rows = space.index.allRows
        var (score, least, nearness) = (Float(0), Float(9), Float(0))
        var columns = ColumnSet()
        let count = Float(conditions.count)
        conditions.forEach { at in
            let link = space.conditions[at]
            words.formUnion(space.words[at])
            rows = rows.intersection(link.rows)
            columns.insert(link.column)
            score += Float(link.score)
            least = min(least, Float(link.score))
            nearness += Float(link.nearness)
            row[.numeric] += link.isNumber ? 1 : 0
            row[.inexact] += link.isExact ? 0 : 1
            addKind(link, to: &row)
        }
        row[.conditions] = count
        row[.score] = score / 10
        guard count > 0 else {
            row[.share] = 1
            return words
        }
        row[.meanScore] = score / count / 5
        row[.leastScore] = least / 5
        row[.nearness] = nearness / count
        row[.isEmpty] = rows.isEmpty ? 1 : 0
        row[.sharedColumns] = count - Float(columns.count)
        row[.share] = Float(rows.count) / Float(max(1, space.index.rowCount))
        return words
    }

    private func addKind(_ link: Link, to row: inout Row) {
        switch link.kind {
        case .contains: row[.partial] += 1
        case .synonym: row[.synonyms] += 1
        case .comparison(let comparison):
            let word = sentence.numbers[comparison.number].word
            row[.comparisons] += 1
            row[.numberAtEdge] += (word < link.words.upperBound - 1 ? 0.5 : 0) + (word == link.words.lowerBound ? 0.5 : 0)
        case .between, .blank: row[.comparisons] += 1
        case .elsewhere: row[.misplaced] += 1
        case .detail: row[.isDetail] = 1
        case .absent: row[link.isNumber ? .absentNumber : .absentWords] += 1
        case .equal, .date, .ordinal: break
        }
    }

    private func addMeasure(_ candidate: Candidate, to row: inout Row) {
        switch candidate.measure {
        case .none: row[.hasNoMeasure] = 1
        case .rowOrder:
            row[.isRowOrder] = 1
            row[.measureNamed] = 0.3
            row[.measureNamedLeast] = 0.3
        case .column(let column):
            row[.measureNamed] = Float(sentence.mentions[column].share)
            row[.measureNamedLeast] = row[.measureNamed]
            row[.isRank] = space.index.headers[column].kind == .rank ? 1 : 0
            addKey(space.index.keys[column]?.kind, to: &row)
        }
    }

    private func addKey(_ kind: ColumnKey.Kind?, to row: inout Row) {
        switch kind {
        case .date, .yearless, .year: row[.isDate] = 1
        case .leading: row[.isLeading] = 1
        case .trailing, .clock: row[.isTrailing] = 1
        case .number, .grouped, nil: break
        }
    }

    /// - Returns: the columns that the candidate uses.
    private func addCoverage(_ candidate: Candidate, _ words: WordSet, to row: inout Row) -> ColumnSet {
        var used = ColumnSet()
        candidate.conditions.forEach { used.insert(space.conditions[$0].column) }
        if let column = candidate.column { used.insert(column) }
        var covered = words
        used.forEach { covered.formUnion(sentence.mentions[$0].words) }
        if let number = candidate.number { covered.insert(sentence.numbers[number].word) }
        if let cue = candidate.cue { covered.insert(cue) }
        if candidate.shape.family.usesTriggers { covered.formUnion(triggers) }
        row[.covered] = Float(covered.union(captioned).intersection(sentence.content).count) / contentCount
        row[.coveredByConditions] = Float(words.intersection(sentence.content).count) / contentCount
        row[.linkableLeft] = Float(linkable.subtracting(covered).count) / 3
        row[.numbersLeft] = Float(numberWords.subtracting(covered).subtracting(captioned).count) / 2
        row[.digitsLeft] = Float(digitWords.subtracting(covered).subtracting(captioned).count) / 2
        row[.unknownLeft] = Float(absentWords.subtracting(covered).count) / 3
        return used
    }

    private func addDirection(_ candidate: Candidate, to row: inout Row) {
        let sign = candidate.shape.direction
        guard sign != 0 else { return }
        if candidate.shape.family.isSuperlative {
            row[.direction] = sign * superlativeSign
            row[.plainDirection] = sign * plainSuperlativeSign
            row[.hasNoDirection] = hasSuperlativeSign ? 0 : 1
        } else {
            row[.direction] = sign * comparativeSign
            row[.hasNoDirection] = hasComparativeSign ? 0 : 1
        }
    }

    private func addSentence(_ candidate: Candidate, to row: inout Row) {
        row[.isNegated] = sentence.cues.contains(.negation) ? 1 : 0
        row[.isOnly] = sentence.cues.contains(.only) ? 1 : 0
        row[.superlatives] = Float(min(sentence.superlatives.count, 3)) / 2
        row[.comparatives] = Float(min(sentence.comparatives.count, 3)) / 2
        row[.length] = Float(sentence.words.count) / 20
    }

    private func addNumber(_ candidate: Candidate, _ words: WordSet, to row: inout Row) {
        guard let number = candidate.number else { return }
        let said = sentence.numbers[number]
        row[.isOrdinal] = said.writing == .ordinal ? 1 : 0
        row[.isWordNumber] = said.writing == .word ? 1 : 0
        row[.isDigits] = said.writing == .digits ? 1 : 0
        row[.numberDistance] = words.distance(to: said.word).map { Float(min($0, 8)) / 8 } ?? 0
        row[.cueBefore] = sentence.comparatives.contains { $0.direction.sign != 0 && (1...2).contains($0.word - said.word) } ? 1 : 0
        row[.cueAfter] = sentence.comparatives.contains { $0.direction.sign != 0 && (1...3).contains(said.word - $0.word) } ? 1 : 0
        row[.saysThan] = sentence.says("than") ? 1 : 0
        row[.numberFirst] = words.first.map { said.word < $0 ? 1 : 0 } ?? 0
        row[.numberLast] = words.last.map { said.word > $0 ? 1 : 0 } ?? 0
    }
}

extension FeatureMatrix {
    /// How far each row is behind the best.
    fileprivate mutating func addDistances(_ feature: ClaimFeatures.Feature, from source: ClaimFeatures.Feature) {
        guard let best = (0..<count).map({ value($0, source.rawValue) }).max() else { return }
        for row in 0..<count { set(row, feature.rawValue, value(row, source.rawValue) - best) }
    }
}

extension Family {
    /// Whether the words that compare are spoken for.
    var usesTriggers: Bool {
        switch self {
        case .superlative, .extreme, .nth, .comparison, .countComparison, .groupComparison, .difference, .mode, .majority, .leading, .groupExtreme, .frequency,
            .largestBound, .smallestBound, .range:
            true
        case .exists, .none, .count, .onlyOne, .subset, .all, .percentage, .pairSum, .countDifference, .average, .sum, .median, .distinct, .uniform, .same, .together, .each, .score,
            .absent, .consecutive:
            false
        }
    }

    var isSuperlative: Bool {
        switch self {
        case .superlative, .extreme, .nth, .mode, .leading, .groupExtreme, .frequency, .largestBound, .smallestBound: true
        case .exists, .none, .count, .onlyOne, .subset, .all, .majority, .percentage, .comparison, .difference, .pairSum, .groupComparison, .countComparison,
            .countDifference, .average, .sum, .median, .range, .distinct, .uniform, .same, .together, .each, .score, .absent, .consecutive:
            false
        }
    }
}

extension Shape {
    /// The way it points: 1 for more, -1 for less.
    fileprivate var direction: Float {
        switch family {
        case .largestBound: 1
        case .smallestBound: -1
        case .exists, .none, .count, .onlyOne, .subset, .all, .majority, .percentage, .superlative, .extreme, .nth, .comparison, .difference, .pairSum,
            .groupComparison, .countComparison, .countDifference, .average, .sum, .median, .range, .distinct, .uniform, .mode, .same, .together, .each, .score, .leading,
            .consecutive, .groupExtreme, .frequency, .absent:
            relation.sign
        }
    }
}

extension Relation {
    fileprivate var sign: Float {
        switch self {
        case .above, .atLeast, .largest: 1
        case .below, .atMost, .smallest: -1
        case .plain, .equal: 0
        }
    }
}
