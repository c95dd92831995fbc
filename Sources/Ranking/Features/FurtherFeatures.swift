import Linking
import Searching

/// Features of how a candidate's parts stand to each other in the sentence, and of what its value says.
extension ClaimFeatures {
    func addFurther(_ candidate: Candidate, _ words: WordSet, to row: inout Row) {
        addNegation(candidate, to: &row)
        addValue(candidate, to: &row)
        addPlausibility(candidate, to: &row)
        addPlaces(candidate, words, to: &row)
        addConditionFacts(candidate, to: &row)
        addNames(candidate, words, to: &row)
        addCues(candidate, to: &row)
    }

    private func addNegation(_ candidate: Candidate, to row: inout Row) {
        let negates = candidate.isNegated || candidate.shape.family == .none
        row[.isNegatedCandidate] = negates ? 1 : 0
        row[.negationIgnored] = sentence.cues.contains(.negation) && !negates ? 1 : 0
    }

    private func addValue(_ candidate: Candidate, to row: inout Row) {
        row[.miss] = Float(candidate.miss)
        row[.isMiss] = candidate.miss > 0 ? 1 : 0
        guard row[.isEmpty] == 1, candidate.conditions.count > 1 else { return }
        let places = candidate.conditions.places
        let isNear = places.contains { left in
            let rows = places.reduce(space.index.allRows) { $1 == left ? $0 : $0.intersection(space.conditions[$1].rows) }
            return !rows.isEmpty
        }
        row[.nearMiss] = isNear ? 1 : 0
    }

    private static func isYear(_ value: Double) -> Bool { (1800...2050).contains(value) && value == value.rounded() }

    private func addPlausibility(_ candidate: Candidate, to row: inout Row) {
        candidate.conditions.forEach { at in
            let link = space.conditions[at]
            guard case .comparison(let comparison) = link.kind else { return }
            let value = sentence.numbers[comparison.number].value
            let isDateColumn = space.index.headers[link.column].kind == .date
            row[.outOfRange] += link.rows.isEmpty || link.rowTotal == space.index.rowCount ? 1 : 0
            row[.yearAsAmount] += ClaimFeatures.isYear(value) && !isDateColumn ? 1 : 0
            row[.amountAsYear] += !ClaimFeatures.isYear(value) && isDateColumn ? 1 : 0
        }
        guard let number = candidate.number else { return }
        let value = sentence.numbers[number].value
        let isDateColumn = candidate.column.map { space.index.headers[$0].kind == .date } ?? false
        row[.yearAsAmount] += ClaimFeatures.isYear(value) && !isDateColumn ? 1 : 0
        row[.amountAsYear] += candidate.shape.family == .extreme && !ClaimFeatures.isYear(value) && isDateColumn ? 1 : 0
        row[.numberOfRows] = value > Double(space.index.rowCount) ? 1 : 0
        row[.numberIsSmall] = value <= 3 ? 1 : 0
    }

    /// How near two things stand: 1 side by side, 0 eight words apart or more.
    private func nearness(_ one: WordSet, _ other: WordSet) -> Float {
        guard let least = one.distance(to: other) else { return 0 }
        return 1 - Float(min(least, 8)) / 8
    }

    private func addPlaces(_ candidate: Candidate, _ words: WordSet, to row: inout Row) {
        let base = union(candidate.base)
        let target = union(candidate.target)
        row[.baseFirst] = (base.first ?? 128) < (target.first ?? 128) ? 1 : 0
        row[.baseConditions] = Float(candidate.base.count)
        row[.targetConditions] = Float(candidate.target.count)
        if let first = words.first, let last = words.last { row[.wordsBetween] = Float(last - first + 1 - words.count) / 10 }
        guard let column = candidate.column else { return }
        let mention = sentence.mentions[column].words
        row[.measureToSuperlative] = nearness(mention, superlativeWords)
        row[.measureToComparative] = nearness(mention, comparativeWords)
        row[.measureToNumber] = candidate.number.map { nearness(mention, WordSet(sentence.numbers[$0].word)) } ?? 0
        row[.measureFirst] = (mention.first ?? 128) < (words.first ?? 128) ? 1 : 0
        let cues = superlativeWords.union(comparativeWords)
        row[.measureAfterCue] = mention.follows(cues, within: 2) ? 1 : 0
        row[.isPlainKey] = space.index.keys[column]?.isPlain ?? false ? 1 : 0
        row[.linkedMeasureWords] = Float(mention.intersection(words).count) / 2
    }

    private func union(_ conditions: ConditionSet) -> WordSet {
        var words = WordSet()
        conditions.forEach { words.formUnion(space.words[$0]) }
        return words
    }

    private func addConditionFacts(_ candidate: Candidate, to row: inout Row) {
        guard candidate.conditions.count > 0 else { return }
        let count = Float(candidate.conditions.count)
        candidate.conditions.forEach { at in
            row[.ambiguity] += (bestScores[at] - Float(space.conditions[at].score)) / 5
            row[.sameWordsColumns] += Float(min(rivals[at], 4)) / 4 / count
            row[.meanCoverage] += Float(space.conditions[at].coverage) / count
        }
    }

    /// Whether columns are named beside what is said of them.
    private func addNames(_ candidate: Candidate, _ words: WordSet, to row: inout Row) {
        if let number = candidate.number {
            let after = WordSet((sentence.numbers[number].word + 1)..<(sentence.numbers[number].word + 3))
            for (column, mention) in sentence.mentions.enumerated() where mention.share >= 0.3 && !mention.words.intersection(after).isEmpty {
                row[space.index.keys[column] == nil ? .numberNamesText : .numberNamesMeasure] = 1
                if candidate.column == column { row[.numberNamesColumn] = 1 }
            }
        }
        var (sum, least): (Float, Float) = (0, 1)
        candidate.conditions.forEach { at in
            let link = space.conditions[at]
            let near = named(link.column, space.words[at])
            (sum, least) = (sum + near, min(least, near))
            if link.isNumber { row[near > 0 ? .numericNamed : .numericUnnamed] += near > 0 ? near : 1 }
            let rival = space.conditions.indices.reduce(Float(0)) { space.conditions[$1].words == link.words ? max($0, named(space.conditions[$1].column, space.words[$1])) : $0 }
            row[.rivalNamed] += rival - near
        }
        guard candidate.conditions.count > 0 else { return }
        row[.conditionNamed] = sum / Float(candidate.conditions.count)
        row[.conditionNamedLeast] = least
    }

    /// How near a column is named to some words: 1 side by side.
    private func named(_ column: Int, _ words: WordSet) -> Float {
        let mention = sentence.mentions[column]
        return mention.share >= 0.3 ? nearness(mention.words.subtracting(words), words) : 0
    }

    private func addCues(_ candidate: Candidate, to row: inout Row) {
        let (cues, family) = (sentence.cues, candidate.shape.family)
        func fits(_ cue: Cues, _ families: FamilySet) -> Float { cues.contains(cue) == families.contains(family) ? 0 : families.contains(family) ? 1 : -1 }
        row[.superlativesLeft] = family.isSuperlative ? 0 : Float(min(superlativeWords.count, 2)) / 2
        row[.comparativesLeft] = family.usesTriggers || candidate.cue != nil ? 0 : Float(min(comparativeWords.count, 2)) / 2
        row[.hasMisplaced] = hasMisplaced ? 1 : 0
        row[.hasTotals] = hasTotals ? 1 : 0
        row[.cueOnlyUsed] = fits(.only, .only)
        row[.cueAllUsed] = fits(.all, .all)
        row[.cueSumUsed] = fits(.sum, .sum)
        row[.cueAverageUsed] = fits(.average, .average)
        row[.cueSameUsed] = fits(.same, .same)
        row[.cueModeUsed] = fits(.mode, .mode)
        row[.cueDifferenceUsed] = fits(.difference, .difference)
        row[.cueRowOrder] = cues.contains(.rowOrder) ? 1 : 0
    }
}

/// Families, one bit each.
private struct FamilySet: Sendable {
    private let bits: UInt64

    private init(_ families: Family...) { bits = families.reduce(0) { $0 | 1 << UInt64($1.rawValue) } }

    func contains(_ family: Family) -> Bool { bits >> UInt64(family.rawValue) & 1 == 1 }

    static let only = FamilySet(.onlyOne, .subset)
    static let all = FamilySet(.all, .subset, .each)
    static let sum = FamilySet(.sum, .pairSum)
    static let average = FamilySet(.average)
    static let same = FamilySet(.same, .uniform)
    static let mode = FamilySet(.mode)
    static let difference = FamilySet(.difference, .countDifference)
}
