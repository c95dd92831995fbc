import Tables
import Values

/// As many rows of a table as a prompt has room for: all, or those that the sentence mentions and then the first ones.
struct TableSample {
    /// The rows shown, in the table's order.
    let rows: [Int]
    private let lines: [Int: String]
    private let header: String
    private let rowCount: Int

    /// Rows that are drawn from when not all fit; a row further down is shown only where it is mentioned.
    private static let mostFirst = 2_000

    /// - Parameters:
    ///   - room: characters of all rows together; at least one row is shown.
    ///   - mostColumns: further columns are left out.
    init(_ whole: Frame, for sentence: String, room: Int, mostColumns: Int = 200) {
        let frame = whole.columnCount > mostColumns ? whole.select(Array(0..<mostColumns)) : whole
        let csv = CSVText(frame, mostCharacters: 200)
        header = csv.header
        rowCount = frame.rowCount
        var (lines, used): ([Int: String], Int) = ([:], 0)
        let first = Array(0..<min(frame.rowCount, TableSample.mostFirst))
        let order = TableSample.fits(frame, csv, room) ? first : MentionedRows(sentence).find(in: frame) + first
        for row in order where lines[row] == nil {
            let line = csv.row(row)
            used += line.unicodeScalars.count
            guard used <= room || lines.isEmpty else { break }
            lines[row] = line
        }
        self.lines = lines
        rows = lines.keys.sorted()
    }

    private static func fits(_ frame: Frame, _ csv: CSVText, _ room: Int) -> Bool {
        guard frame.rowCount <= mostFirst else { return false }
        var used = 0
        for row in 0..<frame.rowCount {
            used += csv.row(row).unicodeScalars.count
            if used > room { return false }
        }
        return true
    }

    /// `all 12 rows`, `14 of 3000 rows`
    var extent: String { rows.count == rowCount ? "all \(rowCount) rows" : "\(rows.count) of \(rowCount) rows" }

    /// Header and rows as CSV; a line of three points stands for rows left out.
    var text: String {
        var out = header
        var next = 0
        for row in rows {
            if row > next { out += "...\n" }
            out += lines[row] ?? ""
            next = row + 1
        }
        return next < rowCount ? out + "...\n" : out
    }
}
