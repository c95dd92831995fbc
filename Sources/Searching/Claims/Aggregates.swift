import Linking

extension ClaimSearch {
    /// `the average crowd be 20000`, `the total of …`.
    static func addAggregates(_ space: SearchSpace, to all: inout [Candidate]) {
        let families = [(Family.average, Cues.average), (.sum, .sum)].filter { space.sentence.cues.contains($0.1) }.map(\.0)
        guard !families.isEmpty else { return }
        for column in space.columns(4) where !(space.index.keys[column]?.isDate ?? true) {
            for selection in space.wholes + space.narrow(13) {
                let values = values(space.key(column), selection.rows)
                guard !values.isEmpty else { continue }
                let sum = values.reduce(0, +)
                for family in families { addAggregate(space, family, column, selection, family == .sum ? sum : sum / Double(values.count), to: &all) }
            }
        }
    }

    private static func addAggregate(_ space: SearchSpace, _ family: Family, _ column: Int, _ selection: SearchSpace.Selection, _ value: Double, to all: inout [Candidate]) {
        for number in space.free {
            let said = space.sentence.numbers[number]
            guard said.writing != .ordinal, !space.isUsed(said, by: selection) else { continue }
            func add(_ relation: Relation, _ truth: Bool, cue: Int? = nil) {
                all.append(Candidate(Shape(family, relation), base: selection.conditions, measure: .column(column), number: number, cue: cue, miss: miss(value, said.value), truth: truth))
            }
            add(.equal, abs(value - said.value) <= tolerance(family, said.value))
            for pointer in space.pointers(near: said.word, before: 4, after: 1) {
                add(pointer.isAbove ? .above : .below, pointer.isAbove ? value > said.value : value < said.value, cue: pointer.word)
            }
        }
    }

    /// A mean is right as far as it is written out.
    static func tolerance(_ family: Family, _ said: Double) -> Double { family == .sum ? 1e-6 : said == said.rounded() ? 0.5 : 0.06 }
}
