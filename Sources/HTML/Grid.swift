/// A table of figures or cells.
public struct Grid: Sendable {
    private let headers: [String]
    private let rows: [[String]]
    private let style: Style

    public enum Style: String, Sendable {
        /// Figures: the first column names the row, the others are numbers.
        case figures
        /// The cells of somebody's table.
        case cells
    }

    public init(_ headers: [String], _ rows: [[String]], style: Style) {
        self.headers = headers
        self.rows = rows
        self.style = style
    }

    /// The table in a box that scrolls where it is too wide.
    public var markup: Markup {
        switch style {
        case .figures: box("grid", rows.map(figures), "number")
        case .cells: box("cells", rows.map(cells), "")
        }
    }

    private func box(_ name: String, _ rows: [Markup], _ kind: String) -> Markup {
        let heads: [Markup] = headers.enumerated().map { at, header in "<th scope=\"col\" class=\"\(at == 0 ? "" : kind)\">\(header)</th>" }
        return """
            <div class="scroll" tabindex="0"><table class="\(name)"><thead><tr>\(heads)</tr></thead><tbody>
            \(rows.joined(separator: "\n"))
            </tbody></table></div>
            """
    }

    private func figures(_ row: [String]) -> Markup {
        let rest: [Markup] = row.dropFirst().map { "<td class=\"number\">\($0)</td>" }
        return "<tr><th scope=\"row\">\(row.first ?? "")</th>\(rest)</tr>"
    }

    private func cells(_ row: [String]) -> Markup {
        let cells: [Markup] = row.map { "<td>\($0)</td>" }
        return "<tr>\(cells)</tr>"
    }
}
