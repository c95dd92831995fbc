import Linking

extension QuestionSearch {
    /// `how many games were in june`, `how many different venues`.
    static func addCounts(_ space: QuestionSpace, to all: inout [QuestionCandidate]) {
        for rows in space.selections { all.append(QuestionCandidate(QuestionShape(.count), base: rows.base, .number(Double(rows.count)))) }
        for rows in space.unions {
            all.append(QuestionCandidate(QuestionShape(.unionCount), base: rows.base, either: rows.either, .number(Double(rows.count))))
        }
        if space.cues.contains(.other) || space.cues.contains(.negation) {
            for rows in space.selections.dropFirst().prefix(8) {
                all.append(QuestionCandidate(QuestionShape(.restCount), base: rows.base, .number(Double(space.index.rowCount - rows.count))))
            }
        }
        for rows in space.selections.prefix(10) { addDistinct(space, rows, to: &all) }
    }

    private static func addDistinct(_ space: QuestionSpace, _ rows: QuestionSpace.Rows, to all: inout [QuestionCandidate]) {
        for column in space.columns where space.sentence.mentions[column].share > 0.2 {
            let counts = FirstRows(space.table, column, rows.rows).counts
            all.append(QuestionCandidate(QuestionShape(.distinct), base: rows.base, column: column, .number(Double(counts.count))))
        }
    }

    /// `how many venues had more than two games`: values that so many rows have.
    static func addGroups(_ space: QuestionSpace, to all: inout [QuestionCandidate]) {
        for column in space.columns where space.sentence.mentions[column].share > 0.2 && space.index.keys[column] == nil {
            let counts = FirstRows(space.table, column, space.index.allRows).counts
            guard counts.contains(where: { $0 > 1 }) else { continue }
            for number in space.space.free.indices where space.sentence.numbers[number].writing != .ordinal {
                let value = space.sentence.numbers[number].value
                func add(_ relation: QuestionRelation, _ meets: (Double) -> Bool) {
                    let count = counts.count { meets(Double($0)) }
                    all.append(QuestionCandidate(QuestionShape(.frequent, relation), column: column, number: number, .number(Double(count))))
                }
                add(.above) { $0 > value }
                add(.atLeast) { $0 >= value }
                add(.below) { $0 < value }
                add(.equal) { $0 == value }
            }
        }
    }
}
