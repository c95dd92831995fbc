import Linking
import Values

extension ClaimSearch {
    /// `carlton have the most points in total`, `most games be in june`: one group of rows against all others.
    static func addGroups(_ space: SearchSpace, to all: inout [Candidate]) {
        guard !space.sentence.superlatives.isEmpty || space.hasComparative else { return }
        for at in 0..<min(6, space.linkCount) where !space.conditions[at].isComparison {
            addTotals(space, at, to: &all)
            if let unit = unit(space, at) { addFrequency(space, at, unit, to: &all) }
        }
    }

    private static func addTotals(_ space: SearchSpace, _ at: Int, to all: inout [Candidate]) {
        let link = space.conditions[at]
        guard link.kind == .equal, link.rowTotal < space.index.rowCount, case .text = space.index.columns[link.column] else { return }
        let groups = space.index.codes(link.column)
        guard groups.count > 1, groups.count < space.index.rowCount else { return }
        for column in space.columns(3) where column != link.column && space.index.headers[column].kind != .date && !space.isDate(.column(column)) {
            let key = space.key(column)
            var totals = [Double](repeating: 0, count: groups.count)
            for row in 0..<space.index.rowCount where groups.codes[row] >= 0 && !key[row].isNaN { totals[Int(groups.codes[row])] += key[row] }
            guard let most = totals.max(), let least = totals.min() else { continue }
            let own = values(key, link.rows).reduce(0, +)
            all.append(Candidate(Shape(.groupExtreme, .largest), base: ConditionSet(at: at), measure: .column(column), truth: own == most))
            all.append(Candidate(Shape(.groupExtreme, .smallest), base: ConditionSet(at: at), measure: .column(column), truth: own == least))
        }
    }

    /// Whether a link names a month or a year among dates.
    static func unit(_ space: SearchSpace, _ at: Int) -> DateUnit? {
        let link = space.conditions[at]
        guard link.words.count == 1, space.isDate(.column(link.column)) else { return nil }
        let word = space.sentence.words[link.words.lowerBound]
        if word.isMonth { return .months }
        return word.number.map { (1000...2100).contains($0) } ?? false ? .years : nil
    }

    private static func addFrequency(_ space: SearchSpace, _ at: Int, _ unit: DateUnit, to all: inout [Candidate]) {
        let link = space.conditions[at]
        var counts: [Double: Int] = [:]
        for day in space.key(link.column) where !day.isNaN { counts[unit.part(day), default: 0] += 1 }
        guard counts.count > 1, let most = counts.values.max(), let least = counts.values.min() else { return }
        all.append(Candidate(Shape(.frequency, .largest), base: ConditionSet(at: at), measure: .column(link.column), truth: link.rowTotal >= most))
        all.append(Candidate(Shape(.frequency, .smallest), base: ConditionSet(at: at), measure: .column(link.column), truth: link.rowTotal <= least))
    }
}
