import Linking

extension ClaimSearch {
    private static let largestCount = 60.0

    /// `3 games in june`, `more than 3`, `the only`.
    static func addCounts(_ space: SearchSpace, to all: inout [Candidate]) {
        let isOnly = space.sentence.cues.contains(.only)
        for selection in counted(space) {
            for number in space.free where !space.isUsed(space.sentence.numbers[number], by: selection) { addCounts(space, selection, number, to: &all) }
            if isOnly, !selection.conditions.isEmpty { all.append(Candidate(Shape(.onlyOne), base: selection.conditions, truth: selection.count == 1)) }
        }
    }

    /// The best selections, and of the rest those by a comparison.
    private static func counted(_ space: SearchSpace) -> [SearchSpace.Selection] {
        let rest = space.selections.dropFirst(26)
        let hasComparison = { (selection: SearchSpace.Selection) in selection.conditions.places.contains { space.conditions[$0].isComparison } }
        let singles = rest.filter { $0.conditions.count == 1 && hasComparison($0) }.prefix(5)
        let pairs = rest.filter { $0.conditions.count == 2 && $0.count > 0 && hasComparison($0) }.prefix(5)
        return Array(space.selections.prefix(26)) + singles + pairs
    }

    private static func addCounts(_ space: SearchSpace, _ selection: SearchSpace.Selection, _ number: Int, to all: inout [Candidate]) {
        let (value, word) = (space.sentence.numbers[number].value, space.sentence.numbers[number].word)
        guard value <= largestCount, value == value.rounded() else { return }
        let count = Double(selection.count)
        func add(_ relation: Relation, _ truth: Bool, cue: Int? = nil) {
            all.append(Candidate(Shape(.count, relation), base: selection.conditions, number: number, cue: cue, detail: abs(count - value), truth: truth))
        }
        add(.equal, count == value)
        for pointer in space.pointers(near: word, before: 4, after: 1) where !selection.words.contains(pointer.word) {
            if pointer.isAbove {
                add(.above, count > value, cue: pointer.word)
                add(.atLeast, count >= value, cue: pointer.word)
            } else {
                add(.below, count < value, cue: pointer.word)
                add(.atMost, count <= value, cue: pointer.word)
            }
        }
    }

    /// `40 % of the games`.
    static func addPercentages(_ space: SearchSpace, to all: inout [Candidate]) {
        guard space.sentence.cues.contains(.percent) else { return }
        for selection in space.narrow(11) {
            for number in space.free where !space.isUsed(space.sentence.numbers[number], by: selection) {
                let share = 100 * Double(selection.count) / Double(max(1, space.index.rowCount))
                all.append(
                    Candidate(Shape(.percentage), base: selection.conditions, number: number, truth: abs(share - space.sentence.numbers[number].value) < percentTolerance))
            }
        }
    }

    /// A percentage is right where it is as near as rounding takes it.
    static let percentTolerance = 0.6
}
