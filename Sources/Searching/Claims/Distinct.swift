import Linking

extension ClaimSearch {
    /// `there be 3 different venues`, `all games be at the same venue`.
    static func addDistinct(_ space: SearchSpace, to all: inout [Candidate]) {
        let isSaid = space.sentence.cues.contains(.distinct)
        let columns = space.index.headers.indices.filter { space.sentence.mentions[$0].share > 0 && (isSaid || isCounted(space, $0)) }
            .sorted { (space.sentence.mentions[$1].share, $0) < (space.sentence.mentions[$0].share, $1) }.prefix(4)
        for column in columns {
            for selection in space.selections.prefix(6) { addDistinct(space, column, selection, to: &all) }
        }
    }

    /// Whether a number stands just before a column's name: `8 countries`.
    private static func isCounted(_ space: SearchSpace, _ column: Int) -> Bool {
        let mention = space.sentence.mentions[column].words
        return space.free.contains { number in
            let word = space.sentence.numbers[number].word
            return mention.contains(word + 1) || mention.contains(word + 2)
        }
    }

    private static func addDistinct(_ space: SearchSpace, _ column: Int, _ selection: SearchSpace.Selection, to all: inout [Candidate]) {
        var rows: [Int] = []
        selection.rows.forEach { rows.append($0) }
        let counts = space.index.codes(column).counts(rows)
        guard !counts.isEmpty else { return }
        for number in space.free {
            let said = space.sentence.numbers[number]
            guard said.writing != .ordinal, !space.isUsed(said, by: selection) else { continue }
            all.append(
                Candidate(
                    Shape(.distinct, .equal), base: selection.conditions, measure: .column(column), number: number,
                    miss: miss(Double(counts.count), said.value), truth: Double(counts.count) == said.value))
        }
        if space.sentence.says("same") { all.append(Candidate(Shape(.uniform, .equal), base: selection.conditions, measure: .column(column), truth: counts.count == 1)) }
        if space.sentence.says("different") || space.sentence.says("unique") || space.sentence.says("distinct") {
            all.append(Candidate(Shape(.uniform), base: selection.conditions, measure: .column(column), truth: counts.count == selection.count))
        }
    }

    /// `carlton be the most common winner`.
    static func addModes(_ space: SearchSpace, to all: inout [Candidate]) {
        guard space.sentence.cues.contains(.mode) else { return }
        for at in 0..<min(8, space.linkCount) {
            let link = space.conditions[at]
            let counts = space.index.codes(link.column).counts(0..<space.index.rowCount)
            guard let most = counts.max(), let least = counts.min() else { continue }
            all.append(Candidate(Shape(.mode, .largest), base: ConditionSet(at: at), truth: link.rowTotal >= most))
            all.append(Candidate(Shape(.mode, .smallest), base: ConditionSet(at: at), truth: link.rowTotal == least))
        }
    }
}
