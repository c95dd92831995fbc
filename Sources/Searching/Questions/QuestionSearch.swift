import Linking

/// Lists what a question may ask.
///
///     let table = QuestionTable(index)
///     QuestionSearch.candidates(SearchSpace(sentence), table).first?.answer
public enum QuestionSearch {
    /// Candidates beyond these are left out.
    public static let most = 1500

    private static let families: [@Sendable (QuestionSpace, inout [QuestionCandidate]) -> Void] = [
        addCounts, addCells, addSuperlatives, addChoices, addPairs, addNeighbours, addReckonings, addModes, addSharing, addBeyond, addColumns, addGroups,
        addRest, addStreaks, addWordChoices,
    ]

    /// Candidates without two of one meaning, in the order of their families.
    public static func candidates(_ space: SearchSpace, _ table: QuestionTable) -> [QuestionCandidate] {
        guard space.index.rowCount > 0 else { return [] }
        let space = QuestionSpace(space, table)
        var all: [QuestionCandidate] = []
        for add in families where all.count < most { add(space, &all) }
        var known: Set<QuestionCandidate.Meaning> = []
        return all.filter { known.insert($0.meaning).inserted }.prefix(most).map(\.self)
    }
}
