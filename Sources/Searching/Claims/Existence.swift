import Linking

extension ClaimSearch {
    /// `… in prince park on 9 june`: some row; with a negation, none.
    static func addExistence(_ space: SearchSpace, to all: inout [Candidate]) {
        let isNegated = space.sentence.cues.contains(.negation)
        for selection in space.narrow(44) {
            all.append(Candidate(Shape(.exists), base: selection.conditions, truth: selection.count > 0))
            if isNegated { all.append(Candidate(Shape(.none), base: selection.conditions, truth: selection.count == 0)) }
        }
    }

    /// The best selection that leaves the words free, with what no cell holds.
    static func addAbsent(_ space: SearchSpace, to all: inout [Candidate]) {
        for at in space.foundCount..<space.conditions.count where at != space.detail {
            let best = space.selections.filter { $0.words.intersection(space.words[at]).isEmpty }.max { $0.score < $1.score }
            all.append(Candidate(Shape(.absent), base: best?.conditions ?? [], target: ConditionSet(at: at), truth: false))
        }
    }
}
