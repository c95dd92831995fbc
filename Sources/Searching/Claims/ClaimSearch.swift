import Linking

/// Lists what a claim may mean.
///
///     ClaimSearch.candidates(SearchSpace(sentence)).first?.shape
public enum ClaimSearch {
    /// Candidates beyond these are left out.
    public static let most = 1500

    private static let families: [@Sendable (SearchSpace, inout [Candidate]) -> Void] = [
        addAbsent, addExistence, addCounts, addPercentages, addSubsets, addWholes, addSuperlatives, addPairs, addAggregates, addDistinct, addModes, addTogether, addEach,
        addScores, addLeading, addConsecutive, addGroups,
    ]

    /// Candidates without two of one meaning, in the order of their families.
    public static func candidates(_ space: SearchSpace) -> [Candidate] {
        var all: [Candidate] = []
        for add in families where all.count < most { add(space, &all) }
        if space.sentence.cues.contains(.negation) { all += all.filter(\.shape.family.canBeNegated).map(\.negated) }
        var known: Set<Candidate.Meaning> = []
        return all.filter { known.insert($0.meaning).inserted }.prefix(most).map(\.self)
    }

    /// How far a value is from what is said, as a share of what is said; at most 2.
    static func miss(_ value: Double, _ said: Double) -> Double { min(2, abs(value - said) / max(1, abs(said))) }
}
