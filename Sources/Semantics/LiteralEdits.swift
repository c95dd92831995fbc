import Diagnostics
import Plan
import Syntax
import Values

/// What may have been meant by a comparison with a text that no cell of its column is, the likeliest first.
struct LiteralEdits {
    let suggestions: [Diagnostic.Suggestion]
    /// The same in words.
    let helps: [String]

    /// Columns with more cells are not looked through.
    static let mostCells = 100_000
    /// Of these the nearest is looked for.
    private static let mostCandidates = 2_000
    /// Shorter texts are in many cells by chance.
    private static let shortest = 3

    init(_ comparison: WrittenComparison, column at: Int, position: Int, wanted: Text, _ table: TableView) {
        let writer = EditWriter(comparison: comparison, at: at, wanted: wanted)
        let holders = wanted.count < LiteralEdits.shortest ? [] : LiteralEdits.holders(of: wanted, table, position)
        let near = LiteralEdits.nearest(wanted, table, position).map { writer.cell($0, "the nearest cell is '\($0)'") }
        let holder = holders.count == 1 ? writer.cell(holders[0].string, "one cell has it among other words: '\(holders[0].string)'") : nil
        let column = LiteralEdits.otherColumn(with: wanted, table, position).map { writer.column($0, "a cell of '\($0)' is that text") } ?? nil
        let contains = holders.isEmpty ? nil : writer.contains("look for cells that have it among other words", table.hasGaps(position))
        // By how many of a model's queries each was measured to put right.
        suggestions = [holder, contains, column, near].compactMap(\.self).unique
        helps = suggestions.map(\.message)
    }

    private static func nearest(_ wanted: Text, _ table: TableView, _ position: Int) -> String? {
        guard let cells = table.texts(position) else { return nil }
        return NearNames.find(wanted.string, among: (0..<min(cells.count, mostCandidates)).compactMap { cells[$0]?.string }, limit: 1).first
    }

    /// The different cells that have a text among other words; more than two are all the same to who asks.
    private static func holders(of wanted: Text, _ table: TableView, _ position: Int) -> [Text] {
        guard let cells = table.texts(position) else { return [] }
        var found: [Text] = []
        for at in 0..<cells.count {
            guard let cell = cells[at], cell.holds(wanted), !found.contains(cell) else { continue }
            found.append(cell)
            if found.count > 1 { break }
        }
        return found
    }

    /// The one other column that has a cell of that text.
    private static func otherColumn(with wanted: Text, _ table: TableView, _ position: Int) -> String? {
        guard let columns = table.type.columns else { return nil }
        let holding = columns.indices.filter { at in
            guard at != position, let cells = table.texts(at), cells.count <= mostCells else { return false }
            return (0..<cells.count).contains { cells[$0] == wanted }
        }
        return holding.count == 1 ? columns[holding[0]].label : nil
    }
}

/// Writes the edits of one comparison.
private struct EditWriter {
    let comparison: WrittenComparison
    /// Which side the column is.
    let at: Int
    let wanted: Text

    func cell(_ text: String, _ message: String) -> Diagnostic.Suggestion {
        Diagnostic.Suggestion(message, span: comparison.operands[1 - at].span, replacement: Checker.quoted(text))
    }

    /// nil where the column is not written with its name.
    func column(_ label: String, _ message: String) -> Diagnostic.Suggestion? {
        switch comparison.operands[at].kind {
        case .subscripted(_, let key): Diagnostic.Suggestion(message, span: key.span, replacement: Checker.quoted(label))
        case .attribute(let base, _):
            Diagnostic.Suggestion(message, span: comparison.operands[at].span, replacement: "\(Printer.print(base))[\(Checker.quoted(label))]")
        default: nil
        }
    }

    func contains(_ message: String, _ hasGaps: Bool) -> Diagnostic.Suggestion {
        let column = Printer.print(comparison.operands[at])
        let search = "\(column).str.contains(\(Checker.quoted(wanted.string)), regex=False\(hasGaps ? ", na=False" : ""))"
        return Diagnostic.Suggestion(message, span: comparison.span, replacement: comparison.symbol == .notEqual ? "~\(search)" : search)
    }
}

extension Text {
    /// Whether another text is a part of this one.
    fileprivate func holds(_ other: Text) -> Bool {
        withBytes { own in
            other.withBytes { wanted in
                own.count >= wanted.count && (0...(own.count - wanted.count)).contains { own[$0...].starts(with: wanted) }
            }
        }
    }
}

extension [Diagnostic.Suggestion] {
    /// The nearest cell may be the one that has the text: it is offered once.
    fileprivate var unique: Self {
        reduce(into: []) { kept, edit in
            if !kept.contains(where: { $0.span == edit.span && $0.replacement == edit.replacement }) { kept.append(edit) }
        }
    }
}
