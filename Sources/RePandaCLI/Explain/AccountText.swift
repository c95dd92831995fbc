import Display
import RePanda
import Values

/// Steps and deciding cells for a reader.
struct AccountText {
    let account: Account
    let table: Frame
    let color: Bool
    private static let mostRows = 20
    private static let mostColumns = 8

    /// Lines without their ends.
    func lines(answeredBy engine: Engine) -> [String] {
        let by = engine == .memory ? "" : " (told by the in-memory engine)"
        var lines = ["", "steps\(by)"]
        lines += account.steps.enumerated().map { "  \($0 + 1). \(visible($1.words)): \(visible($1.outcome))" }
        return lines + [""] + cells
    }

    private var cells: [String] {
        let deciding = account.support.deciding
        let rows = deciding.rows
        guard !rows.isEmpty else { return [headers] }
        var text = TextTable(["row"] + columns.map(label))
        for row in rows.prefix(AccountText.mostRows) {
            text.append([String(row)] + columns.map { cell(row, $0) }, marked: Set(columns.indices.filter { isDeciding(row, columns[$0]) }.map { $0 + 1 }))
        }
        let rest = rows.count > AccountText.mostRows ? ["  … and \(counted(rows.count - AccountText.mostRows, "row")) more"] : []
        return ["cells that decide (\(deciding.count) of \(account.support.read.count) read)"] + text.render(color: color).split(separator: "\n").map { "  " + $0 } + rest
    }

    /// No cell decides: what is left to say.
    private var headers: String {
        let names = account.support.deciding.columns.map { "'\(visible(label($0)))'" }
        return names.isEmpty ? "no cell decides: the answer rests on the table's shape alone" : "the column names decide: " + names.joined(separator: ", ")
    }

    /// The columns that matter, after the table's first, which mostly names the row.
    private var columns: [Int] {
        let deciding = account.support.deciding.columns
        return ((deciding.contains(0) ? [] : [0]) + deciding).prefix(AccountText.mostColumns).map { $0 }
    }

    private func isDeciding(_ row: Int, _ column: Int) -> Bool { account.support.deciding.contains(row: row, column: column) }

    private func label(_ column: Int) -> String { (try? display(table.columns[column])) ?? "?" }

    /// Marks are brackets where there is no colour.
    private func cell(_ row: Int, _ column: Int) -> String {
        let text = (try? display(table.cell(row: row, column: column))) ?? "?"
        return isDeciding(row, column) && !color ? "[\(text)]" : text
    }
}
