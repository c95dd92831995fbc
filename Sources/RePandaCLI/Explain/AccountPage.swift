import Diagnostics
import Display
import Files
import HTML
import RePanda
import Values

/// Steps, query and table on one page, where a chosen step marks its part of the query and its cells.
///
/// Steps are radio buttons, so that keys and fingers choose them without a script; a page that is only read has the deciding cells marked.
struct AccountPage {
    let title: String
    /// Lines above the steps: label, text.
    let facts: [(label: String, text: String)]
    let query: String
    let account: Account
    let table: Frame

    private static let mostRows = 200

    /// Writes the page, whole or not at all.
    ///
    /// - Throws: `unreadableFile` where the folder does not take a new file.
    func write(to path: String) throws(Diagnostic) {
        let file = try AtomicFile(path)
        file.write(Array(Page(title, body: body).html.utf8))
        try file.commit()
    }

    private var body: Markup {
        """
        <style>\(style)</style>
        <h1>\(title)</h1>
        \(facts.map { fact -> Markup in "<p><span class=\"faint\">\(fact.label)</span> \(fact.text)</p>" })
        <h2>Query</h2>
        <pre>\(highlighted)</pre>
        <h2>Steps</h2>
        <fieldset class="steps"><legend class="faint">A chosen step marks its part of the query and the cells that decide it.</legend>
        \(account.steps.enumerated().map(step))
        </fieldset>
        <h2>Table</h2>
        <p class="faint">\(account.support.deciding.count) cells decide, \(account.support.read.count) are read\(rows.count < table.rowCount ? "; \(rows.count) of \(table.rowCount) rows are shown" : "").</p>
        <div class="scroll" tabindex="0"><table class="cells"><thead><tr><th scope="col"></th>\((0..<table.columnCount).map(head))</tr></thead><tbody>
        \(rows.map(row))
        </tbody></table></div>
        """
    }

    // MARK: Marking

    private var style: Markup {
        let marked: [Markup] = account.steps.indices.map { at in
            "main:has(#s\(at):checked) .s\(at), main:has(#s\(at):focus-visible) .s\(at), main:has([for=s\(at)]:hover) .s\(at) { background: var(--bar); color: #fff; }"
        }
        return """
            .steps { border: 0; margin: 0; padding: 0; } .steps label { display: block; padding: .3rem .5rem; border-radius: 4px; cursor: pointer; overflow-wrap: anywhere; }
            .steps label:has(:checked), .steps label:hover { background: var(--panel); }
            .decides { font-weight: 700; outline: 2px solid var(--bar); outline-offset: -2px; }
            \(marked.joined(separator: "\n"))
            """
    }

    private func step(_ at: Int, _ step: AccountStep) -> Markup {
        "<label for=\"s\(at)\"><input type=\"radio\" name=\"step\" id=\"s\(at)\"> \(at + 1). \(step.words): <strong>\(step.outcome)</strong></label>\n"
    }

    /// The query, cut wherever a step's part begins or ends.
    private var highlighted: Markup {
        let bytes = Array(query.utf8)
        let spans = account.steps.map { min(max($0.span.start, 0), bytes.count)..<min(max($0.span.end, $0.span.start, 0), bytes.count) }
        let cuts = Set(spans.flatMap { [$0.lowerBound, $0.upperBound] } + [0, bytes.count]).sorted()
        return zip(cuts, cuts.dropFirst()).map { start, end -> Markup in
            let steps = spans.indices.filter { spans[$0].lowerBound <= start && end <= spans[$0].upperBound }
            return "<span class=\"\(classes(steps))\">\(String(decoding: bytes[start..<end], as: UTF8.self))</span>"
        }.joined()
    }

    private func classes(_ steps: [Int]) -> String { steps.map { "s\($0)" }.joined(separator: " ") }

    // MARK: The table

    /// All rows, or where these are many, those that decide first.
    private var rows: [Int] {
        guard table.rowCount > AccountPage.mostRows else { return Array(0..<table.rowCount) }
        let deciding = account.support.deciding.rows.filter { $0 < table.rowCount }.prefix(AccountPage.mostRows)
        return Set(deciding + (0..<(AccountPage.mostRows - deciding.count))).sorted()
    }

    private func head(_ column: Int) -> Markup { "<th scope=\"col\" class=\"\(classes(row: -1, column))\">\(text(table.columns[column]))</th>" }

    private func row(_ row: Int) -> Markup {
        let cells: [Markup] = (0..<table.columnCount).map { "<td class=\"\(classes(row: row, $0))\">\(text(table.cell(row: row, column: $0)))</td>" }
        return "<tr><th scope=\"row\" class=\"faint\">\(row)</th>\(cells)</tr>\n"
    }

    private func classes(row: Int, _ column: Int) -> String {
        let steps = account.steps.indices.filter { account.steps[$0].cells.contains(row: row, column: column) }
        return classes(steps) + (account.support.deciding.contains(row: row, column: column) ? " decides" : "")
    }

    private func text(_ value: Value) -> String { (try? display(value)) ?? "?" }
}
