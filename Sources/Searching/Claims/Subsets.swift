import Linking

extension ClaimSearch {
    /// `all games in june be won`, `only carlton …`, `most …`: what one selection has, another has too.
    static func addSubsets(_ space: SearchSpace, to all: inout [Candidate]) {
        let cues = space.sentence.cues
        guard !cues.isDisjoint(with: [.only, .all, .most]) else { return }
        for (one, other) in pairs(space) {
            let comesFirst = (one.words.first ?? 0) < (other.words.first ?? 0) ? 1.0 : 0
            if !cues.isDisjoint(with: [.only, .all]) {
                all.append(
                    Candidate(Shape(.subset), base: one.conditions, target: other.conditions, detail: comesFirst, truth: one.count > 0 && one.rows.isSubset(of: other.rows)))
            }
            if cues.contains(.most) {
                all.append(
                    Candidate(
                        Shape(.majority), base: one.conditions, target: other.conditions, detail: comesFirst, truth: 2 * one.rows.intersection(other.rows).count > one.count))
            }
        }
    }

    private static func pairs(_ space: SearchSpace) -> ArraySlice<(SearchSpace.Selection, SearchSpace.Selection)> {
        var pairs: [(SearchSpace.Selection, SearchSpace.Selection)] = []
        let selections = space.narrow(15).filter { $0.conditions.count <= 2 }
        for one in selections { for other in selections where one.words.intersection(other.words).isEmpty { pairs.append((one, other)) } }
        return pairs.prefix(60)
    }

    /// `every game be won`, `most of the games be won`.
    static func addWholes(_ space: SearchSpace, to all: inout [Candidate]) {
        let cues = space.sentence.cues
        for selection in space.narrow(13) {
            if cues.contains(.all) { all.append(Candidate(Shape(.all), base: selection.conditions, truth: selection.count == space.index.rowCount)) }
            if cues.contains(.most) { all.append(Candidate(Shape(.majority, .atLeast), base: selection.conditions, truth: 2 * selection.count > space.index.rowCount)) }
        }
    }
}
