import Diagnostics
import SQL
import SQLite
import Values

/// Puts a frame into a database: one transaction, one prepared statement, only the columns that are read.
public enum Loader {
    /// - Parameter wanted: the names of the columns to load, as the layout has them.
    public static func load(_ frame: Frame, _ layout: TableLayout, wanted: Set<String>, into database: borrowing Database) throws(Failure) {
        let positions = layout.columns.indices.filter { wanted.contains(layout.columns[$0].name) }
        let names = [layout.row] + positions.map { layout.columns[$0].name }
        try database.execute("begin")
        try database.execute(create(layout, names))
        try insert(positions.map(frame.column), frame.rowCount, database.prepare(insertion(layout, names)))
        try database.execute("commit")
    }

    /// Columns have no type, so that no affinity turns `007` into 7.
    private static func create(_ layout: TableLayout, _ names: [String]) -> String {
        let columns = names.enumerated().map { at, name in SQLText.quote(name) + (at == 0 ? " integer primary key" : "") }
        return "create table \(SQLText.quote(layout.name)) (\(columns.joined(separator: ", ")))"
    }

    private static func insertion(_ layout: TableLayout, _ names: [String]) -> String {
        let parameters = names.indices.map { "?\($0 + 1)" }
        return "insert into \(SQLText.quote(layout.name)) (\(names.map(SQLText.quote).joined(separator: ", "))) values (\(parameters.joined(separator: ", ")))"
    }

    private static func insert(_ columns: [Values.Column], _ rows: Int, _ statement: borrowing Statement) throws(Failure) {
        for row in 0..<rows {
            try statement.bind(.integer(row), at: 0)
            for (at, column) in columns.enumerated() { try bind(column, row, statement, at + 1) }
            _ = try statement.step()
        }
    }

    private static func bind(_ column: Values.Column, _ row: Int, _ statement: borrowing Statement, _ at: Int) throws(Failure) {
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

    private static func bind(_ cells: TextColumn, _ row: Int, _ statement: borrowing Statement, _ at: Int) throws(Failure) {
        guard !cells.isMissing(row) else { return try statement.bind(.null, at: at) }
        try statement.bind(borrowed: cells.bytes(row), at: at)
    }
}
