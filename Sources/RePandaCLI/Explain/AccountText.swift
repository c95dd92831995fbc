import Diagnostics
import Display
import Probing
import RePanda
import Values

/// Steps and deciding cells for a reader.
struct AccountText {
    let account: Account
    let table: Frame
    let color: Bool
    private static let mostRows = 20
    private static let mostColumns = 8

    /// Steps and cells: lines without their ends.
    func lines(answeredBy engine: Engine) -> [String] { AccountText.steps(account, answeredBy: engine) + [""] + cells }

    /// The steps alone; none where there is nothing to tell.
    static func steps(_ account: Account, answeredBy engine: Engine) -> [String] {
        guard !account.steps.isEmpty else { return [] }
        let by = engine == .memory ? "" : " (told by the in-memory engine)"
        return ["", "steps\(by)"] + account.steps.enumerated().map { "  \($0 + 1). \(visible($1.words)): \(visible($1.outcome))" }
    }

    /// The change of one cell that turns the verdict, or why there is none; after an empty line.
    func lines(_ flip: Flip.Finding) -> [String] {
        switch flip {
        case .turns(let cell, let value): ["", "one change turns the verdict: \(visible(label(cell.column))) in row \(cell.row) to \(text(value))"]
        case .stays(let reason): ["", "no one change turns the verdict: \(visible(reason))"]
        case .unknown(let tries): ["", "no change of one deciding cell was found that turns the verdict (\(counted(tries, "table")) tried)"]
        }
    }

    private func text(_ value: Value) -> String {
        if case .text(let text) = value { "'\(visible(text.string))'" } else { (try? display(value)) ?? "another value" }
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
