import Linking

extension QuestionSearch {
    /// `how many more gold than silver medals did …`, `how long did … serve`: two columns of one row.
    static func addColumns(_ space: QuestionSpace, to all: inout [QuestionCandidate]) {
        let isSpan = space.sentence.says("long") || space.cues.contains(.year) || space.cues.contains(.quantity)
        let numbers = space.measured.filter { space.sentence.mentions[$0].share > 0 && !(space.index.keys[$0]?.isDate ?? true) }.prefix(4).sorted()
        let dates = isSpan ? Array(space.columns.filter { isYear(space.index, $0) }.prefix(4)) : []
        for rows in space.selections.dropFirst().prefix(8) where rows.count == 1 {
            guard let row = rows.rows.lowest else { continue }
            for columns in [numbers, dates] {
                for first in columns { for second in columns where first < second { addColumns(space, rows, row, first, second, to: &all) } }
            }
        }
    }

    private static func addColumns(
        _ space: QuestionSpace, _ rows: QuestionSpace.Rows, _ row: Int, _ first: Int, _ second: Int, to all: inout [QuestionCandidate]
    ) {
        let (one, other) = (number(space.index, first, row), number(space.index, second, row))
        guard !one.isNaN, !other.isNaN else { return }
        let measure = Candidate.Measure.column(first)
        func add(_ family: QuestionFamily, _ value: Double) {
            all.append(QuestionCandidate(space.shape(family, .plain, measure), base: rows.base, measure: measure, second: second, .number(value)))
        }
        add(.columnDifference, abs(one - other))
        if !isYear(space.index, first) { add(.columnSum, one + other) }
    }

    /// Whether a column says years, or days that have one.
    static func isYear(_ index: TableIndex, _ column: Int) -> Bool {
        guard let key = index.keys[column] else { return false }
        let isInRange = key.values.contains { (1000...2100).contains($0) } && key.values.allSatisfy { $0.isNaN || (1000...2100).contains($0) }
        return key.kind == .date || key.kind == .year || !key.isDate && isInRange
    }

    /// A column's number in a row; the year of a day.
    private static func number(_ index: TableIndex, _ column: Int, _ row: Int) -> Double {
        guard let key = index.keys[column], !key.values[row].isNaN else { return .nan }
        return key.isDate ? ColumnKey.year(of: key.values[row]) : key.values[row]
    }

    // MARK: Other rows

    private static let mostRest = 20

    /// `which players are not from denmark`.
    static func addRest(_ space: QuestionSpace, to all: inout [QuestionCandidate]) {
        guard space.cues.contains(.negation) || space.cues.contains(.other) else { return }
        for rows in space.selections.dropFirst().prefix(4) {
            let rest = space.index.allRows.subtracting(rows.rows)
            guard let row = rest.lowest else { continue }
            let count = rest.count
            for column in space.columns where count <= mostRest {
                let answer = count == 1 ? Answer.cell(column: column, row: row) : .cells(column: column, rows: rest)
                all.append(QuestionCandidate(QuestionShape(.rest, count == 1 ? .one : .many), base: rows.base, column: column, answer))
            }
        }
    }

    /// `the most consecutive wins`.
    static func addStreaks(_ space: QuestionSpace, to all: inout [QuestionCandidate]) {
        guard space.cues.contains(.consecutive) else { return }
        for rows in space.selections.dropFirst().prefix(8) {
            var (run, longest, last) = (0, 0, -2)
            rows.rows.forEach { row in
                run = row == last + 1 ? run + 1 : 1
                last = row
                longest = max(longest, run)
            }
            all.append(QuestionCandidate(QuestionShape(.streak), base: rows.base, .number(Double(longest))))
        }
    }
}
