import Linking

extension ClaimSearch {
    /// Two things of the sentence, the first first, and what both have in common.
    struct Pair {
        let space: SearchSpace
        let first: Int
        let second: Int
        let context: ConditionSet
        let rows: (RowSet, RowSet)

        var conditions: ConditionSet { ConditionSet(at: first).union(ConditionSet(at: second)) }

        func isUsed(_ word: Int) -> Bool { context.union(conditions).places.contains { space.words[$0].contains(word) } }

        /// The numbers that the pair may differ by or come to.
        var numbers: [Int] { space.free.filter { space.sentence.numbers[$0].writing != .ordinal && !isUsed(space.sentence.numbers[$0].word) } }
    }

    /// `carlton have a larger crowd than essendon`: two rows, or two groups of them.
    static func addPairs(_ space: SearchSpace, to all: inout [Candidate]) {
        for pair in pairsOfThings(space) {
            for measure in space.columns(4).map({ Candidate.Measure.column($0) }) + [.rowOrder] { addComparisons(pair, measure, to: &all) }
            addCountComparisons(pair, to: &all)
            addSame(pair, to: &all)
        }
    }

    private static func pairsOfThings(_ space: SearchSpace) -> [Pair] {
        let things = (0..<min(8, space.singles.count)).filter { !space.conditions[$0].isNumber || space.conditions[$0].kind == .equal }
        var pairs: [(first: Int, second: Int, score: Double)] = []
        for first in things {
            for second in things where first != second && !space.conditions[first].overlaps(space.conditions[second]) {
                let (one, other) = (space.conditions[first], space.conditions[second])
                guard one.words.lowerBound <= other.words.lowerBound, !one.isComparison, !other.isComparison else { continue }
                pairs.append((first, second, one.score + other.score + (one.column == other.column ? 2 : 0)))
            }
        }
        let best = pairs.enumerated().sorted { ($1.element.score, $0.offset) < ($0.element.score, $1.offset) }.map(\.element).prefix(6)
        return best.flatMap { contexts(space, $0.first, $0.second) }
    }

    private static func contexts(_ space: SearchSpace, _ first: Int, _ second: Int) -> [Pair] {
        let (one, other) = (space.conditions[first], space.conditions[second])
        var contexts: [(ConditionSet, RowSet)] = [([], space.index.allRows)]
        if one.column == other.column {
            for at in 0..<min(6, space.singles.count) where at != first && at != second && !space.conditions[at].overlaps(one) && !space.conditions[at].overlaps(other) {
                contexts.append((ConditionSet(at: at), space.conditions[at].rows))
            }
        }
        return contexts.prefix(3).compactMap { context, rows in
            let (a, b) = (one.rows.intersection(rows), other.rows.intersection(rows))
            return a.isEmpty || b.isEmpty ? nil : Pair(space: space, first: first, second: second, context: context, rows: (a, b))
        }
    }

    /// The keys of a selection's rows, in the order of the rows.
    static func values(_ key: [Double], _ rows: RowSet) -> [Double] {
        var values: [Double] = []
        rows.forEach { if !key[$0].isNaN { values.append(key[$0]) } }
        return values
    }

    private static func addComparisons(_ pair: Pair, _ measure: Candidate.Measure, to all: inout [Candidate]) {
        let (space, key) = (pair.space, pair.space.key(measure))
        if case .column(let column) = measure, column == space.column(of: pair.first) || column == space.column(of: pair.second) { return }
        let (one, other) = (values(key, pair.rows.0), values(key, pair.rows.1))
        guard let a = one.first, let b = other.first else { return }
        let areSingle = one.count == 1 && other.count == 1 ? 2.0 : 0
        let columnClass = space.columnClass(measure)
        func add(_ shape: Shape, _ truth: Bool, number: Int? = nil, miss: Double = 0) {
            all.append(Candidate(shape, base: pair.context, target: pair.conditions, measure: measure, number: number, detail: areSingle, miss: miss, truth: truth))
        }
        if space.hasComparative || !space.sentence.superlatives.isEmpty {
            add(Shape(.comparison, .above, columnClass), a > b)
            add(Shape(.comparison, .below, columnClass), a < b)
        }
        if space.sentence.cues.contains(.same), measure != .rowOrder { add(Shape(.comparison, .equal, columnClass), a == b) }
        for number in pair.numbers { addDifferences(space, measure, a, b, number, add) }
        if one.count > 1 || other.count > 1, columnClass != .rowOrder, !space.isDate(measure) {
            let (value, otherValue) = (groupValue(space, one), groupValue(space, other))
            add(Shape(.groupComparison, .above), value > otherValue)
            add(Shape(.groupComparison, .below), value < otherValue)
        }
    }

    /// What a group's numbers, one at least, come to: their mean where the sentence speaks of averages, else their sum.
    private static func groupValue(_ space: SearchSpace, _ numbers: [Double]) -> Double {
        let sum = numbers.reduce(0, +)
        return space.sentence.cues.contains(.average) ? sum / Double(numbers.count) : sum
    }

    private static func addDifferences(_ space: SearchSpace, _ measure: Candidate.Measure, _ a: Double, _ b: Double, _ number: Int, _ add: (Shape, Bool, Int?, Double) -> Void) {
        let value = space.sentence.numbers[number].value
        if measure == .rowOrder { return add(Shape(.difference, .equal, .rowOrder), abs(abs(a - b) - value) < 1e-6, number, miss(abs(a - b), value)) }
        if space.isDate(measure) {
            if let unit = DateUnit(space.sentence.cues) { add(Shape(.difference, .equal, .date), abs(abs(unit.value(a) - unit.value(b)) - value) < 1e-6, number, 0) }
            return
        }
        add(Shape(.difference, .above), abs((a - b) - value) < 1e-6, number, miss(a - b, value))
        add(Shape(.difference, .below), abs((b - a) - value) < 1e-6, number, miss(b - a, value))
        if space.sentence.cues.contains(.sum) { add(Shape(.pairSum), abs(a + b - value) < 1e-6, number, miss(a + b, value)) }
    }

    private static func addCountComparisons(_ pair: Pair, to all: inout [Candidate]) {
        let (a, b) = (pair.rows.0.count, pair.rows.1.count)
        func add(_ shape: Shape, _ truth: Bool, number: Int? = nil) {
            all.append(Candidate(shape, base: pair.context, target: pair.conditions, number: number, truth: truth))
        }
        add(Shape(.countComparison, .above), a > b)
        add(Shape(.countComparison, .below), a < b)
        if pair.space.sentence.cues.contains(.same) { add(Shape(.countComparison, .equal), a == b) }
        for number in pair.numbers { add(Shape(.countDifference), Double(abs(a - b)) == pair.space.sentence.numbers[number].value, number: number) }
    }

    /// `carlton and essendon play at the same venue`.
    private static func addSame(_ pair: Pair, to all: inout [Candidate]) {
        let space = pair.space
        guard space.sentence.cues.contains(.same), pair.context.isEmpty, let one = pair.rows.0.lowest, let other = pair.rows.1.lowest else { return }
        let columns = space.index.headers.indices.sorted { (space.sentence.mentions[$1].share, $0) < (space.sentence.mentions[$0].share, $1) }.prefix(3)
        for column in columns where column != space.column(of: pair.first) && column != space.column(of: pair.second) {
            let truth = space.index.codes(column).areEqual(one, other)
            all.append(Candidate(Shape(.same), target: pair.conditions, measure: .column(column), truth: truth))
        }
    }
}
