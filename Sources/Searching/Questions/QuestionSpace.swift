import Linking

/// What a question's candidates are made of: the rows it may speak of, and the columns that may hold its answer.
struct QuestionSpace {
    /// Rows that meet all of some conditions, and one of some others where there are any.
    struct Rows {
        let base: ConditionSet
        let either: ConditionSet
        let rows: RowSet
        let count: Int
        let words: WordSet

        var conditions: ConditionSet { base.union(either) }
    }

    let space: SearchSpace
    let table: QuestionTable
    /// All rows, then the best selections that have some.
    let selections: [Rows]
    /// The best selections by one of several conditions on one column.
    let unions: [Rows]
    /// Two things that share no words, the best first.
    let pairs: [Pair]
    /// Columns that an answer may be taken from.
    let columns: [Int]
    /// Columns to reckon with.
    let measured: [Int]

    var index: TableIndex { space.index }
    var sentence: LinkedSentence { space.sentence }
    var cues: Cues { space.sentence.cues }
    /// Whether the question compares or asks for the first of something.
    var hasDirection: Bool { !sentence.superlatives.isEmpty || !sentence.comparatives.isEmpty }

    private static let mostSelections = 16
    private static let mostSingles = 8
    private static let mostUnions = 4
    private static let mostColumns = 16
    private static let mostMeasured = 6

    init(_ space: SearchSpace, _ table: QuestionTable) {
        self.space = space
        self.table = table
        let all = Rows(base: [], either: [], rows: space.index.allRows, count: space.index.rowCount, words: WordSet())
        let found = space.selections.dropFirst().filter { $0.count > 0 }
        let singles = found.dropFirst(QuestionSpace.mostSelections).filter { $0.conditions.count == 1 }.prefix(QuestionSpace.mostSingles)
        let best = found.prefix(QuestionSpace.mostSelections) + singles
        selections = [all] + best.map { Rows(base: $0.conditions, either: [], rows: $0.rows, count: $0.count, words: $0.words) }
        pairs = QuestionSpace.pairs(space)
        unions = QuestionSpace.unions(space, pairs, Array(selections.prefix(QuestionSpace.mostSelections)))
        columns = Array(space.index.headers.indices.prefix(QuestionSpace.mostColumns))
        measured = Array(space.measured.prefix(QuestionSpace.mostMeasured))
    }

    /// Conditions of a pair as one selection each, alone and with what the question says of both.
    private static func unions(_ space: SearchSpace, _ pairs: [Pair], _ selections: [Rows]) -> [Rows] {
        var unions: [Rows] = []
        for things in pairs.filter(\.isOneColumn).prefix(mostUnions).map({ [$0.first, $0.second] }) + groups(space) {
            let either = things.reduce(into: ConditionSet()) { $0.insert(ConditionSet(at: $1)) }
            let words = things.reduce(WordSet()) { $0.union(space.words[$1]) }
            let rows = things.reduce(RowSet(rows: space.index.rowCount)) { $0.union(space.conditions[$1].rows) }
            unions.append(Rows(base: [], either: either, rows: rows, count: rows.count, words: words))
            for rest in selections.dropFirst().filter({ $0.base.count == 1 && $0.words.intersection(words).isEmpty }).prefix(2) {
                let both = rows.intersection(rest.rows)
                guard !both.isEmpty, both != rows else { continue }
                unions.append(Rows(base: rest.base, either: either, rows: both, count: both.count, words: words.union(rest.words)))
            }
        }
        return unions
    }

    /// Three things or more of one column that share no words.
    private static func groups(_ space: SearchSpace) -> [[Int]] {
        let columns = Set((0..<space.linkCount).map { space.column(of: $0) }).sorted()
        return columns.compactMap { column in
            var things: [Int] = []
            for at in 0..<space.linkCount where space.column(of: at) == column && things.allSatisfy({ !space.conditions[$0].overlaps(space.conditions[at]) }) {
                things.append(at)
            }
            return things.count >= 3 ? Array(things.prefix(5)) : nil
        }.prefix(2).map(\.self)
    }

    // MARK: Columns

    func answerClass(_ column: Int) -> AnswerClass {
        guard let key = index.keys[column] else { return .text }
        if index.headers[column].kind == .date { return .date }
        return key.isPlain ? .number : .text
    }

    func shape(_ family: QuestionFamily, _ relation: QuestionRelation = .plain, _ measure: Candidate.Measure = .none, answer column: Int? = nil) -> QuestionShape {
        QuestionShape(family, relation, family.told(space.columnClass(measure)), family.told(column.map(answerClass) ?? .none))
    }

    /// The numbers of a column in some rows, with the rows, in the order of the table.
    func values(_ measure: Candidate.Measure, _ rows: RowSet) -> [(value: Double, row: Int)] {
        let key = space.key(measure)
        var values: [(value: Double, row: Int)] = []
        rows.forEach { if !key[$0].isNaN { values.append((key[$0], $0)) } }
        return values
    }
}
