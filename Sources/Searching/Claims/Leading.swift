import Linking

extension ClaimSearch {
    /// `the first 3 games be won`, `the top 2 teams be from canada`.
    static func addLeading(_ space: SearchSpace, to all: inout [Candidate]) {
        for number in space.free {
            let said = space.sentence.numbers[number]
            guard said.writing != .ordinal, said.word > 0, said.value >= 2, said.value <= 20, said.value == said.value.rounded(), isPlace(space, said.word - 1) else { continue }
            let measures = [Candidate.Measure.rowOrder] + space.columns(3).map { Candidate.Measure.column($0) }
            for measure in measures { addLeading(space, measure, number, Int(said.value), to: &all) }
        }
    }

    private static func isPlace(_ space: SearchSpace, _ word: Int) -> Bool {
        space.sentence.wordCues[word].contains(.rowOrder) || space.sentence.superlatives.contains { $0.word == word }
    }

    private static func addLeading(_ space: SearchSpace, _ measure: Candidate.Measure, _ number: Int, _ count: Int, to all: inout [Candidate]) {
        let ranking = Ranking(space, space.key(measure), measure, space.selections[0])
        guard ranking.rows.count > count else { return }
        for relation in [Relation.largest, .smallest] {
            let rows = relation == .largest ? ranking.rows.suffix(count) : ranking.rows.prefix(count)
            for target in space.narrow(12) where target.conditions.count <= 2 && !space.isUsed(space.sentence.numbers[number], by: target) {
                all.append(
                    Candidate(
                        Shape(.leading, relation, space.columnClass(measure)), target: target.conditions, measure: measure, number: number,
                        truth: rows.allSatisfy { target.rows.contains($0.row) }))
            }
        }
    }

    /// `3 games in a row`.
    static func addConsecutive(_ space: SearchSpace, to all: inout [Candidate]) {
        guard space.sentence.cues.contains(.consecutive) else { return }
        for selection in space.narrow(10) {
            let longest = longestRun(selection.rows)
            for number in space.free where !space.isUsed(space.sentence.numbers[number], by: selection) {
                let said = space.sentence.numbers[number].value
                guard said == said.rounded(), said <= 60 else { continue }
                all.append(Candidate(Shape(.consecutive, .atLeast), base: selection.conditions, number: number, miss: miss(Double(longest), said), truth: Double(longest) >= said))
                all.append(Candidate(Shape(.consecutive, .equal), base: selection.conditions, number: number, miss: miss(Double(longest), said), truth: Double(longest) == said))
            }
        }
    }

    private static func longestRun(_ rows: RowSet) -> Int {
        var (longest, run, last) = (0, 0, -2)
        rows.forEach { row in
            run = row == last + 1 ? run + 1 : 1
            longest = max(longest, run)
            last = row
        }
        return longest
    }
}
