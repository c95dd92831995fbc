import Linking

extension QuestionSearch {
    private static let mostBases = 8

    /// `who scored the most points`, `what was the highest score`, `the second longest …`.
    static func addSuperlatives(_ space: QuestionSpace, to all: inout [QuestionCandidate]) {
        guard space.hasDirection || space.cues.contains(.most) || space.cues.contains(.rowOrder) else { return }
        let bases = space.selections.filter { $0.count > 1 }.prefix(mostBases)
        for column in space.measured {
            let measure = Candidate.Measure.column(column)
            for base in bases {
                let ranked = space.values(measure, base.rows).sorted { ($0.value, $0.row) < ($1.value, $1.row) }
                guard ranked.count > 1 else { continue }
                for isLargest in [true, false] {
                    addWinners(space, base, measure, ranked, isLargest, to: &all)
                    addNth(space, base, measure, ranked, isLargest, to: &all)
                }
            }
        }
        for base in bases { addNthRows(space, base, to: &all) }
    }

    private static func addWinners(
        _ space: QuestionSpace, _ base: QuestionSpace.Rows, _ measure: Candidate.Measure, _ ranked: [(value: Double, row: Int)], _ isLargest: Bool,
        to all: inout [QuestionCandidate]
    ) {
        guard case .column(let measured) = measure, let best = isLargest ? ranked.last?.value : ranked.first?.value else { return }
        let winners = ranked.filter { $0.value == best }
        guard let row = winners.first?.row else { return }
        let relation: QuestionRelation = isLargest ? .largest : .smallest
        all.append(QuestionCandidate(space.shape(.extreme, relation, measure), base: base.base, measure: measure, column: measured, .cell(column: measured, row: row)))
        var rows = RowSet(rows: space.index.rowCount)
        for winner in winners { rows.insert(winner.row) }
        for column in space.columns where column != measured {
            all.append(
                QuestionCandidate(
                    space.shape(.superlative, relation, measure, answer: column), base: base.base, measure: measure, column: column, .cell(column: column, row: row)))
            guard winners.count > 1 else { continue }
            all.append(
                QuestionCandidate(
                    space.shape(.superlative, isLargest ? .allLargest : .allSmallest, measure, answer: column), base: base.base, measure: measure, column: column,
                    .cells(column: column, rows: rows)))
        }
    }

    /// The n-th row by value; of equal ones, the first in the table comes first.
    private static func addNth(
        _ space: QuestionSpace, _ base: QuestionSpace.Rows, _ measure: Candidate.Measure, _ ranked: [(value: Double, row: Int)], _ isLargest: Bool,
        to all: inout [QuestionCandidate]
    ) {
        for number in ordinals(space, base) {
            let place = Int(space.sentence.numbers[number].value)
            guard place >= 1, place < ranked.count else { continue }
            let order = isLargest ? ranked.sorted { ($1.value, $0.row) < ($0.value, $1.row) } : ranked
            for column in space.columns {
                all.append(
                    QuestionCandidate(
                        space.shape(.nth, isLargest ? .largest : .smallest, measure, answer: column), base: base.base, measure: measure, column: column, number: number,
                        .cell(column: column, row: order[place - 1].row)))
            }
        }
    }

    /// The n-th row of the table from above.
    private static func addNthRows(_ space: QuestionSpace, _ base: QuestionSpace.Rows, to all: inout [QuestionCandidate]) {
        var rows: [Int] = []
        base.rows.forEach { rows.append($0) }
        for number in ordinals(space, base) {
            let place = Int(space.sentence.numbers[number].value)
            guard (2...max(2, rows.count)).contains(place), place <= rows.count else { continue }
            for column in space.columns {
                all.append(
                    QuestionCandidate(
                        space.shape(.nth, .smallest, .rowOrder, answer: column), base: base.base, measure: .rowOrder, column: column, number: number,
                        .cell(column: column, row: rows[place - 1])))
            }
        }
    }

    private static func ordinals(_ space: QuestionSpace, _ base: QuestionSpace.Rows) -> [Int] {
        space.space.free.indices.filter { space.sentence.numbers[$0].writing == .ordinal && !base.words.contains(space.sentence.numbers[$0].word) }
    }

    /// `who is older, carlton or essendon`: the thing of two or more whose row has the larger value.
    static func addChoices(_ space: QuestionSpace, to all: inout [QuestionCandidate]) {
        for rows in space.unions {
            guard let column = rows.either.places.first.map(space.space.column) else { continue }
            for measure in space.measured.map(Candidate.Measure.column) + [.rowOrder] where measure != .column(column) {
                addChoice(space, rows, measure, column, to: &all)
            }
        }
    }

    private static func addChoice(
        _ space: QuestionSpace, _ rows: QuestionSpace.Rows, _ measure: Candidate.Measure, _ column: Int, to all: inout [QuestionCandidate]
    ) {
        let values = space.values(measure, rows.rows)
        guard let most = values.map(\.value).max(), let least = values.map(\.value).min(), most > least else { return }
        for (relation, value) in [(QuestionRelation.largest, most), (.smallest, least)] {
            guard let row = values.first(where: { $0.value == value })?.row else { continue }
            all.append(
                QuestionCandidate(
                    space.shape(.choice, relation, measure), base: rows.base, either: rows.either, measure: measure, column: column, .cell(column: column, row: row)))
        }
    }
}
