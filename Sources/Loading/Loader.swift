import Diagnostics
import SQL
import SQLite
import Values

/// Puts a frame into a database: one transaction, one prepared statement, only the columns that are read.
public enum Loader {
    /// - Parameter wanted: the names of the columns to load, as the layout has them.
    public static func load(_ frame: Frame, _ layout: TableLayout, wanted: Set<String>, into database: borrowing Database) throws(Failure) {
        let positions = layout.columns.indices.filter { wanted.contains(layout.columns[$0].name) }
        let table = StoredRows(table: layout.name, row: layout.row, columns: positions.map { layout.columns[$0].name })
        try database.execute("begin")
        try database.execute(table.creation)
        try table.append(positions.map(frame.column), rows: frame.rowCount, from: 0, by: database.prepare(table.insertion))
        try database.execute("commit")
    }
}

/// The rows of a table in a database: a column of row labels 0, 1, 2 …, then the cells.
struct StoredRows {
    let table: String
    let row: String
    let columns: [String]

    /// Columns have no type, so that no affinity turns `007` into 7.
    var creation: String {
        let columns = [SQLText.quote(row) + " integer primary key"] + columns.map(SQLText.quote)
        return "create table \(SQLText.quote(table)) (\(columns.joined(separator: ", ")))"
    }

    var insertion: String {
        let names = ([row] + columns).map(SQLText.quote)
        let parameters = names.indices.map { "?\($0 + 1)" }
        return "insert into \(SQLText.quote(table)) (\(names.joined(separator: ", "))) values (\(parameters.joined(separator: ", ")))"
    }

    /// - Parameters:
    ///   - first: the label of the first row.
    ///   - statement: the insertion, prepared.
    func append(_ columns: [Values.Column], rows: Int, from first: Int, by statement: borrowing Statement) throws(Failure) {
        for row in 0..<rows {
            try statement.bind(.integer(first + row), at: 0)
            for (at, column) in columns.enumerated() { try bind(column, row, statement, at + 1) }
            _ = try statement.step()
        }
    }

    private func bind(_ column: Values.Column, _ row: Int, _ statement: borrowing Statement, _ at: Int) throws(Failure) {
        switch column {
        case .bool(let cells): try statement.bind(.integer(cells[row] ? 1 : 0), at: at)
        case .int(let cells): try statement.bind(.integer(cells[row]), at: at)
        case .float(let cells): try statement.bind(cells[row].isNaN ? .null : .real(cells[row]), at: at)
        case .text(let cells): try bind(cells, row, statement, at)
        case .object(let cells): try statement.bind(cells[row].isMissing ? .null : .integer(cells[row].integer ?? 0), at: at)
        case .categorical: throw Failure(.rowsNotLowered, "categories are not lowered to SQL")
        case .timestamp(let cells), .timedelta(let cells):
            try statement.bind(cells[row] == Values.Column.missingTime ? .null : .integer(cells[row]), at: at)
        }
    }

    private func bind(_ cells: TextColumn, _ row: Int, _ statement: borrowing Statement, _ at: Int) throws(Failure) {
        guard !cells.isMissing(row) else { return try statement.bind(.null, at: at) }
        try statement.bind(borrowed: cells.bytes(row), at: at)
    }
}
