import Synchronization
import Tables
import Values

/// A table's cells by their words, and its columns by what their cells can be ordered by: made once, asked for every sentence.
public final class TableIndex: Sendable {
    public let frame: Frame
    public let headers: [Header]
    public let columns: [Column]
    /// What each column's cells are ordered by; nil where they are only texts.
    public let keys: [ColumnKey?]
    /// Columns whose cells are results, such as `3 - 1`.
    public let scores: [ScoreColumn]
    public let allRows: RowSet
    /// The column and the rows that say that they are totals of the others; nil where none does, or half of them do.
    public let totals: (column: Int, rows: RowSet)?
    let cells: CellWords
    private let known: Mutex<[Int: ColumnCodes]>
    /// The stems of all column names.
    let headerForms: Set<String>

    public var rowCount: Int { frame.rowCount }
    public var columnCount: Int { headers.count }

    /// A column's name as words.
    public struct Header: Sendable {
        /// The label that a query uses.
        public let name: String
        public let forms: [String]
        public let kind: ColumnClass
    }

    /// Columns beyond these are not looked at.
    private static let mostColumns = 256

    public init(_ table: Table) {
        frame = table.frame
        columns = Array(frame.allColumns.prefix(TableIndex.mostColumns))
        cells = CellWords(columns, rows: frame.rowCount)
        allRows = .all(frame.rowCount)
        totals = TableIndex.totals(columns, rows: frame.rowCount)
        known = Mutex([:])
        let keys = columns.map { ColumnKey($0) }
        self.keys = keys
        scores = columns.enumerated().compactMap { ScoreColumn($1, at: $0) }
        headers = zip(table.schema.columns, keys).map { schema, key in
            let forms = Word.read(schema.header.string, limit: 64).map(\.form)
            return Header(name: schema.name.string, forms: forms, kind: ColumnClass(forms, isDate: key?.isDate ?? false))
        }
        headerForms = Set(headers.flatMap(\.forms))
    }

    /// Reading the words of larger tables takes longer than judging a claim.
    private static let mostCells = 200_000

    /// The index of a table; nil where the table is too large to look for a claim's words in it.
    public static func small(_ table: Table) -> TableIndex? {
        table.frame.rowCount <= mostCells / max(table.frame.columnCount, 1) ? TableIndex(table) : nil
    }

    /// A cell's text as the file has it; empty where it is missing.
    public func text(row: Int, column: Int) -> String {
        guard case .text(let cells) = columns[column] else { return "" }
        return cells[row]?.string ?? ""
    }

    /// Rows whose cell is missing, or says that there is nothing.
    public func blankRows(_ column: Int) -> RowSet {
        var rows = RowSet(rows: rowCount)
        for row in 0..<rowCount where isBlank(row, column) { rows.insert(row) }
        return rows
    }

    private func isBlank(_ row: Int, _ column: Int) -> Bool {
        guard case .text(let cells) = columns[column] else { return columns[column].isMissing(row) }
        return cells[row].map(CellNumber.isBlank) ?? true
    }

    /// What tells a column's cells from each other; made when first asked for.
    public func codes(_ column: Int) -> ColumnCodes {
        known.withLock { known in
            if let codes = known[column] { return codes }
            let codes = ColumnCodes(columns[column])
            known[column] = codes
            return codes
        }
    }

    private static func totals(_ columns: [Column], rows count: Int) -> (column: Int, rows: RowSet)? {
        for column in columns.indices.prefix(3) {
            guard case .text(let cells) = columns[column] else { continue }
            var rows = RowSet(rows: count)
            for row in 0..<count where !cells.isMissing(row) && isTotal(cells.bytes(row)) { rows.insert(row) }
            if !rows.isEmpty, rows.count * 2 < count { return (column, rows) }
        }
        return nil
    }

    private static func isTotal(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        guard bytes.count <= 12, let first = bytes.first, [UInt8(ascii: "t"), UInt8(ascii: "o"), UInt8(ascii: "s"), UInt8(ascii: "a")].contains(first | 32) else { return false }
        return totalWords.contains(String(decoding: bytes, as: UTF8.self).lowercased())
    }

    private static let totalWords: Set<String> = ["total", "totals", "total :", "overall", "sum", "average"]
}
