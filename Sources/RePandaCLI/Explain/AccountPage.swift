import Diagnostics
import Evaluation
import Files
import HTML
import Ranking
import RePanda
import Values

/// Steps, query and table on one page, where a chosen step marks its part of the query and its cells.
///
/// Steps are radio buttons, so that keys and fingers choose them without a script; a page that is only read has the deciding cells marked.
struct AccountPage {
    let title: String
    /// What stands above the title: the way back.
    var navigation = Markup.empty
    /// What the query was found for, with how its words were read; nil where somebody wrote it.
    var sentence: ReadSentence?
    /// Lines above the steps: label, text.
    let facts: [(label: String, text: String)]
    let query: String
    let evidence: Evidence
    let table: Excerpt

    /// Writes the page, whole or not at all.
    ///
    /// - Throws: `unreadableFile` where the folder does not take a new file.
    func write(to path: String) throws(Diagnostic) {
        let file = try AtomicFile(path)
        file.write(Array(html.utf8))
        try file.commit()
    }

    /// The document.
    var html: String { Page(title, body: body).html }

    private var body: Markup {
        let marks = CellMarks(evidence, sentence?.spans ?? [])
        return """
            <style>\(style)</style>
            \(navigation)<h1>\(title)</h1>
            \(sentence.map { sentence -> Markup in "<p><span class=\"faint\">Claim</span> \(sentence.sentence)</p>\n" })
            \(facts.map { fact -> Markup in "<p><span class=\"faint\">\(fact.label)</span> \(fact.text)</p>\n" })
            \(sentence?.parts)<h2>Query</h2>
            <pre>\(highlighted)</pre>
            <h2>Steps</h2>
            <fieldset class="steps"><legend class="faint">A chosen step marks its part of the query and the cells that decide it.</legend>
            \(evidence.steps.enumerated().map(step))
            </fieldset>
            <h2>Table</h2>
            <p class="faint">\(counts)</p>
            <div class="scroll" tabindex="0"><table class="cells"><thead><tr><th scope="col"></th>\(table.header.indices.map { head($0, marks) })</tr></thead><tbody>
            \(table.rows.indices.map { row($0, marks) })
            </tbody></table></div>
            """
    }

    private var counts: String {
        let rows = table.rows.count < table.rowCount ? "; \(table.rows.count) of \(table.rowCount) rows are shown" : ""
        let columns = table.header.count < table.columnCount ? "; \(table.header.count) of \(table.columnCount) columns are shown" : ""
        return "\(evidence.deciding.count) of the \(counted(evidence.read.count, "cell")) that were read decide\(rows)\(columns)."
    }

    // MARK: Marking

    private var style: Markup {
        let marked: [Markup] = (evidence.steps.indices.map { "s\($0)" } + (sentence?.names ?? [])).map { name in
            "main:has(#\(name):checked) .\(name), main:has(#\(name):focus-visible) .\(name), main:has([for=\(name)]:hover) .\(name) { background: var(--bar); color: #fff; }"
        }
        return """
            .steps { border: 0; margin: 0; padding: 0; } .steps label { display: block; padding: .3rem .5rem; border-radius: 4px; cursor: pointer; overflow-wrap: anywhere; }
            .steps label:has(:checked), .steps label:hover { background: var(--panel); }
            .decides { font-weight: 700; outline: 2px solid var(--bar); outline-offset: -2px; }
            \(marked.joined(separator: "\n"))
            """
    }

    private func step(_ at: Int, _ step: Evidence.Step) -> Markup {
        "<label for=\"s\(at)\"><input type=\"radio\" name=\"step\" id=\"s\(at)\"> \(at + 1). \(step.words): <strong>\(step.outcome)</strong></label>\n"
    }

    /// The query, cut wherever a step's part begins or ends.
    private var highlighted: Markup {
        let bytes = Array(query.utf8)
        let spans = evidence.steps.map { $0.bytes.clamped(to: 0..<bytes.count) }
        let cuts = Set(spans.flatMap { [$0.lowerBound, $0.upperBound] } + [0, bytes.count]).sorted()
        return zip(cuts, cuts.dropFirst()).map { start, end -> Markup in
            let steps = spans.indices.filter { spans[$0].lowerBound <= start && end <= spans[$0].upperBound }
            return "<span\(CellMarks.attribute(steps.map { "s\($0)" }))>\(String(decoding: bytes[start..<end], as: UTF8.self))</span>"
        }.joined()
    }

    // MARK: The table

    private func head(_ at: Int, _ marks: CellMarks) -> Markup {
        "<th scope=\"col\"\(marks.attribute(row: -1, column: table.columnPositions[at]))>\(table.header[at])</th>"
    }

    private func row(_ at: Int, _ marks: CellMarks) -> Markup {
        let position = table.rowPositions[at]
        let cells: [Markup] = zip(table.columnPositions, table.rows[at]).map { column, text in
            "<td\(marks.attribute(row: position, column: column))>\(text)</td>"
        }
        return "<tr><th scope=\"row\" class=\"faint\">\(position)</th>\(cells)</tr>\n"
    }
}

/// Which steps rest on a cell, and whether it decides, as classes.
private struct CellMarks {
    private var names: [CellSet.Cell: [String]] = [:]

    init(_ evidence: Evidence, _ spans: [SpanReading]) {
        for (at, span) in spans.enumerated() {
            for row in span.rows + [-1] { names[CellSet.Cell(row: row, column: span.columnPosition), default: []].append("l\(at)") }
        }
        for (at, step) in evidence.steps.enumerated() { for cell in step.cells { names[cell, default: []].append("s\(at)") } }
        for cell in evidence.deciding { names[cell, default: []].append("decides") }
    }

    func attribute(row: Int, column: Int) -> Markup { CellMarks.attribute(names[CellSet.Cell(row: row, column: column)] ?? []) }

    static func attribute(_ names: [String]) -> Markup { names.isEmpty ? .empty : " class=\"\(names.joined(separator: " "))\"" }
}
