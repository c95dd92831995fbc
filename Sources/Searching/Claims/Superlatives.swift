import Linking

extension ClaimSearch {
    /// `the largest crowd be at prince park`, `the largest crowd be 33254`, `the third largest …`.
    static func addSuperlatives(_ space: SearchSpace, to all: inout [Candidate]) {
        guard !space.sentence.superlatives.isEmpty || space.hasComparative else { return }
        let bases = space.wholes + space.narrow(13).filter { $0.conditions.count <= 2 && $0.count >= 2 }.prefix(5)
        let targets = Array(space.narrow(19).filter { $0.conditions.count <= 2 }.prefix(12))
        var measures = space.columns(4).map { Candidate.Measure.column($0) }
        if space.sentence.cues.contains(.rowOrder) { measures.append(.rowOrder) }
        for measure in measures {
            let key = space.key(measure)
            for base in bases { addSuperlatives(Ranking(space, key, measure, base), targets, to: &all) }
        }
    }

    /// The rows of a selection by a key.
    struct Ranking {
        let space: SearchSpace
        let key: [Double]
        let measure: Candidate.Measure
        let base: SearchSpace.Selection
        /// Rows with their keys, the lowest first.
        let rows: [(key: Double, row: Int)]

        init(_ space: SearchSpace, _ key: [Double], _ measure: Candidate.Measure, _ base: SearchSpace.Selection) {
            var rows: [(key: Double, row: Int)] = []
            base.rows.forEach { if !key[$0].isNaN { rows.append((key[$0], $0)) } }
            self.space = space
            self.key = key
            self.measure = measure
            self.base = base
            self.rows = rows.sorted { ($0.key, $0.row) < ($1.key, $1.row) }
        }

        /// The rows whose key is a value.
        func rows(at value: Double) -> RowSet {
            var set = RowSet(rows: space.index.rowCount)
            for row in rows where row.key == value { set.insert(row.row) }
            return set
        }

        /// The key at a place from the top or the bottom, ties counted; nil where there are fewer rows.
        func value(_ place: Int, _ relation: Relation) -> Double? {
            guard place >= 1, place <= rows.count else { return nil }
            return relation == .largest ? rows[rows.count - place].key : rows[place - 1].key
        }
    }

    private static func addSuperlatives(_ ranking: Ranking, _ targets: [SearchSpace.Selection], to all: inout [Candidate]) {
        guard ranking.rows.count >= 2 else { return }
        for relation in [Relation.largest, .smallest] {
            addWinners(ranking, relation, targets, to: &all)
            addExtremes(ranking, relation, to: &all)
            addBounds(ranking, relation, to: &all)
            addNth(ranking, relation, targets, to: &all)
        }
    }

    private static func addWinners(_ ranking: Ranking, _ relation: Relation, _ targets: [SearchSpace.Selection], to all: inout [Candidate]) {
        guard let value = ranking.value(1, relation) else { return }
        let winners = ranking.rows(at: value)
        let shape = Shape(.superlative, relation, ranking.space.columnClass(ranking.measure))
        for target in targets where isOther(target, ranking) && !(target.conditions.count == 1 && isNumberOf(ranking, target)) {
            all.append(
                Candidate(
                    shape, base: ranking.base.conditions, target: target.conditions, measure: ranking.measure, detail: winners.count == 1 ? 1 : 0,
                    truth: winners.intersects(target.rows)))
        }
    }

    /// Whether a selection has other words than the base, and says something of another column than the key's.
    private static func isOther(_ target: SearchSpace.Selection, _ ranking: Ranking) -> Bool {
        guard target.words.intersection(ranking.base.words).isEmpty else { return false }
        guard case .column(let column) = ranking.measure else { return true }
        return target.conditions.places.contains { ranking.space.column(of: $0) != column }
    }

    private static func isNumberOf(_ ranking: Ranking, _ target: SearchSpace.Selection) -> Bool {
        guard case .column(let column) = ranking.measure else { return false }
        return target.conditions.places.contains { ranking.space.column(of: $0) == column && ranking.space.conditions[$0].isNumber }
    }

    private static func addExtremes(_ ranking: Ranking, _ relation: Relation, to all: inout [Candidate]) {
        guard case .column(let column) = ranking.measure, let value = ranking.value(1, relation) else { return }
        let (space, base) = (ranking.space, ranking.base)
        let shape = Shape(.extreme, relation, space.columnClass(ranking.measure))
        for number in space.free where space.sentence.numbers[number].writing != .ordinal && !space.isUsed(space.sentence.numbers[number], by: base) {
            all.append(
                Candidate(shape, base: base.conditions, measure: ranking.measure, number: number,
                    miss: ClaimSearch.miss(value, space.sentence.numbers[number].value), truth: abs(value - space.sentence.numbers[number].value) < 1e-6))
        }
        let winners = ranking.rows(at: value)
        for at in 0..<space.linkCount where space.conditions[at].column == column && !space.conditions[at].isNumber && space.words[at].intersection(base.words).isEmpty {
            all.append(
                Candidate(
                    shape, base: base.conditions, target: ConditionSet(at: at), measure: ranking.measure, truth: winners.intersects(space.conditions[at].rows)))
        }
    }

    /// `the largest crowd be above 15000`.
    private static func addBounds(_ ranking: Ranking, _ relation: Relation, to all: inout [Candidate]) {
        let space = ranking.space
        guard case .column = ranking.measure, !space.isDate(ranking.measure), let value = ranking.value(1, relation) else { return }
        for number in space.free {
            let said = space.sentence.numbers[number]
            guard said.writing != .ordinal, !space.isUsed(said, by: ranking.base) else { continue }
            func add(_ bound: Relation, _ truth: Bool, _ cue: Int) {
                let shape = Shape(relation == .largest ? .largestBound : .smallestBound, bound)
                all.append(Candidate(shape, base: ranking.base.conditions, measure: ranking.measure, number: number, cue: cue, miss: miss(value, said.value), truth: truth))
            }
            for pointer in space.pointers(near: said.word, before: 4, after: 1) where !ranking.base.words.contains(pointer.word) {
                if pointer.isAbove {
                    add(.above, value > said.value, pointer.word)
                    add(.atLeast, value >= said.value, pointer.word)
                } else {
                    add(.below, value < said.value, pointer.word)
                    add(.atMost, value <= said.value, pointer.word)
                }
            }
        }
    }

    private static func addNth(_ ranking: Ranking, _ relation: Relation, _ targets: [SearchSpace.Selection], to all: inout [Candidate]) {
        let (space, base) = (ranking.space, ranking.base)
        for number in space.free {
            let place = space.sentence.numbers[number]
            guard place.writing == .ordinal, !space.isUsed(place, by: base), let value = ranking.value(Int(place.value), relation) else { continue }
            let rows = ranking.rows(at: value)
            for target in targets where isOther(target, ranking) && !target.words.contains(place.word) {
                all.append(
                    Candidate(
                        Shape(.nth, relation, space.columnClass(ranking.measure)), base: base.conditions, target: target.conditions, measure: ranking.measure, number: number,
                        truth: rows.intersects(target.rows)))
            }
        }
    }
}
