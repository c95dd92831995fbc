import Linking

extension ClaimSearch {
    /// `… and …`, `… while …`: each side holds for some row.
    static func addTogether(_ space: SearchSpace, to all: inout [Candidate]) {
        let cuts = (1..<max(1, space.sentence.words.count - 1)).filter { space.sentence.wordCues[$0].contains(.junction) }.prefix(4)
        let selections = space.narrow(59)
        for cut in cuts {
            let left = selections.filter { ($0.words.last ?? 0) < cut }.prefix(2)
            let right = selections.filter { ($0.words.first ?? 0) >= cut }.prefix(2)
            for one in left {
                for other in right {
                    all.append(
                        Candidate(
                            Shape(.together), base: one.conditions, target: other.conditions, detail: one.rows.intersects(other.rows) ? 0 : 1,
                            truth: one.count > 0 && other.count > 0))
                }
            }
        }
    }

    /// `carlton, essendon and geelong won in june`.
    static func addEach(_ space: SearchSpace, to all: inout [Candidate]) {
        for column in Set((0..<space.linkCount).map { space.column(of: $0) }).sorted() {
            let things = things(space, in: column)
            guard things.count >= 2 else { continue }
            let words = things.reduce(WordSet()) { $0.union(space.words[$1]) }
            let others = space.narrow(11).filter { rest in
                rest.conditions.count <= 2 && rest.words.intersection(words).isEmpty && rest.conditions.places.allSatisfy { space.column(of: $0) != column }
            }
            for rest in [space.selections[0]] + others.prefix(3) { addEach(space, things, words, rest, to: &all) }
        }
    }

    /// The best links into a column that share no words, five at most.
    private static func things(_ space: SearchSpace, in column: Int) -> [Int] {
        var things: [Int] = []
        for at in 0..<space.linkCount where space.column(of: at) == column && things.allSatisfy({ !space.conditions[$0].overlaps(space.conditions[at]) }) { things.append(at) }
        return Array(things.prefix(5))
    }

    private static func addEach(_ space: SearchSpace, _ things: [Int], _ words: WordSet, _ rest: SearchSpace.Selection, to all: inout [Candidate]) {
        let target = things.reduce(into: ConditionSet()) { $0.insert(ConditionSet(at: $1)) }
        func add(_ relation: Relation, number: Int? = nil, _ truth: Bool) {
            all.append(Candidate(Shape(.each, relation), base: rest.conditions, target: target, number: number, truth: truth))
        }
        add(.plain, things.allSatisfy { space.conditions[$0].rows.intersects(rest.rows) })
        let union = things.reduce(RowSet(rows: space.index.rowCount)) { $0.union(space.conditions[$1].rows) }.intersection(rest.rows)
        for number in space.free {
            let said = space.sentence.numbers[number]
            guard said.writing != .ordinal, !words.contains(said.word), !space.isUsed(said, by: rest) else { continue }
            add(.equal, number: number, Double(union.count) == said.value)
            add(.atLeast, number: number, things.allSatisfy { Double(space.conditions[$0].rows.intersection(rest.rows).count) == said.value })
        }
        if space.sentence.cues.contains(.only), !rest.conditions.isEmpty { add(.above, rest.count > 0 && rest.rows.isSubset(of: union)) }
    }
}
