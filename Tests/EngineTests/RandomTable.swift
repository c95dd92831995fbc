import RePanda

/// A small table with everything that engines disagree about: ties, gaps, signs, case, blanks, letters beyond ASCII.
struct RandomTable {
    /// A column's header and what its cells are.
    struct Column {
        enum Kind: CaseIterable { case int, float, text, bool }
        let name: String
        let kind: Kind
        let hasGaps: Bool
    }

    let columns: [Column]
    let csv: String

    private static let headers = ["a", "b", "c d", "select", "Row", "row", "e\"f", "count", "ä", "x.y", "index", "value"]
    private static let words = ["mcg", "MCG", "scg", "gabba", "a b", "ärger", "Ärger", "10", "2", "", "x'y", "é", "mcg ", "zz"]

    init(_ dice: inout Dice) {
        var names = RandomTable.headers
        var columns: [Column] = []
        for _ in 0..<2 + dice.roll(4) {
            let name = names.remove(at: dice.roll(names.count))
            columns.append(Column(name: name, kind: dice.pick(Column.Kind.allCases), hasGaps: dice.chance(1, in: 3)))
        }
        let rows = dice.chance(1, in: 12) ? dice.roll(2) : 2 + dice.roll(30)
        var lines = [columns.map { RandomTable.quoted($0.name) }.joined(separator: ",")]
        for _ in 0..<rows { lines.append(columns.map { RandomTable.cell($0, &dice) }.joined(separator: ",")) }
        self.columns = columns
        csv = lines.joined(separator: "\n") + "\n"
    }

    private static func cell(_ column: Column, _ dice: inout Dice) -> String {
        if column.hasGaps, dice.chance(1, in: 5) { return "" }
        switch column.kind {
        case .int: return String(dice.chance(1, in: 40) ? dice.pick([Int.max, Int.min, 1 << 53]) : dice.roll(9) - 3)
        case .float: return dice.pick(["0.5", "-1.25", "2.0", "3.75", "0.1", "1e308", "-0.0", "1e-3", "7.0"])
        case .bool: return dice.pick(["True", "False"])
        case .text: return quoted(dice.pick(words))
        }
    }

    private static func quoted(_ text: String) -> String { "\"" + text.replacing("\"", with: "\"\"") + "\"" }
}
