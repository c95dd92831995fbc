import Linking

/// What some numbers come to.
private enum Aggregate: CaseIterable {
    case average, sum, median, range

    var family: Family {
        switch self {
        case .average: .average
        case .sum: .sum
        case .median: .median
        case .range: .range
        }
    }

    func isSaid(_ sentence: LinkedSentence) -> Bool {
        switch self {
        case .average: sentence.cues.contains(.average)
        case .sum: sentence.cues.contains(.sum)
        case .median: sentence.says("median")
        case .range: Aggregate.saysRange(sentence)
        }
    }

    /// `the difference between the largest and the smallest`
    private static func saysRange(_ sentence: LinkedSentence) -> Bool {
        let signs = Set(sentence.superlatives.map { $0.direction.sign.signum() })
        return signs.isSuperset(of: [1, -1]) && (sentence.cues.contains(.difference) || ["range", "gap", "spread"].contains(where: sentence.says))
    }

    /// Of one number or more.
    func value(_ numbers: [Double]) -> Double {
        switch self {
        case .average: numbers.reduce(0, +) / Double(numbers.count)
        case .sum: numbers.reduce(0, +)
        case .median: Aggregate.median(numbers.sorted())
        case .range: (numbers.max() ?? 0) - (numbers.min() ?? 0)
        }
    }

    private static func median(_ sorted: [Double]) -> Double { (sorted[(sorted.count - 1) / 2] + sorted[sorted.count / 2]) / 2 }
}

extension ClaimSearch {
    /// `the average crowd be 20000`, `the total of …`, `the median …`, `the difference between the largest and the smallest crowd …`.
    static func addAggregates(_ space: SearchSpace, to all: inout [Candidate]) {
        let aggregates = Aggregate.allCases.filter { $0.isSaid(space.sentence) }
        guard !aggregates.isEmpty else { return }
        for column in space.columns(4) where !(space.index.keys[column]?.isDate ?? true) {
            for selection in space.wholes + space.narrow(13) {
                let values = values(space.key(column), selection.rows)
                guard !values.isEmpty else { continue }
                for aggregate in aggregates { addAggregate(space, aggregate.family, column, selection, aggregate.value(values), to: &all) }
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
    static func tolerance(_ family: Family, _ said: Double) -> Double { family != .average ? 1e-6 : said == said.rounded() ? 0.5 : 0.06 }
}
