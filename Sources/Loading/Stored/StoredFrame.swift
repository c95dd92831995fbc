import Diagnostics
import SQL
import SQLite
import Values

extension StoredTable {
    /// The whole table in memory, for the other engine.
    ///
    /// - Parameter limit: the most bytes that its cells may take.
    /// - Throws: `tableLimit`; `unsupportedColumn` for a column that holds blobs; `tableEncoding`.
    public func frame(limit: Int) throws(Failure) -> Frame {
        let columns = try withDatabase { database throws(Failure) in
            var left = limit
            var columns: [Values.Column] = []
            for column in layout.columns { columns.append(try read(column, database, &left)) }
            return columns
        }
        return Frame(columns, index: Index(count: layout.rowCount), columns: Index(.text(TextColumn(layout.columns.map(\.label)))))
    }

    private func read(_ column: TableLayout.Column, _ database: borrowing Database, _ left: inout Int) throws(Failure) -> Values.Column {
        try charge(layout.rowCount.multipliedReportingOverflow(by: 8).partialValue, &left)
        let name = SQLText.quote(column.name)
        let statement = try database.prepare("select \(name), \(kind(of: column)) from \(SQLText.quote(layout.name)) order by \(SQLText.quote(layout.row))")
        return switch column.facts.cells {
        case .bool: .bool(try cells(statement) { $0.datum(0).integer == 1 })
        case .int: .int(try cells(statement) { $0.datum(0).integer ?? 0 })
        case .float: .float(try cells(statement) { $0.datum(0).number ?? .nan })
        case .text: try text(statement, &left)
        case .objectBool, .mixed: .object(try objects(statement, column, &left))
        case .timestamp: .timestamp(try cells(statement) { $0.datum(0).integer ?? Values.Column.missingTime })
        case .timedelta: .timedelta(try cells(statement) { $0.datum(0).integer ?? Values.Column.missingTime })
        }
    }

    /// A blob's bytes, where there can be one.
    private func kind(of column: TableLayout.Column) -> String {
        let name = SQLText.quote(column.name)
        return column.facts.cells == .mixed ? "case typeof(\(name)) when 'blob' then hex(\(name)) end" : "null"
    }

    private func cells<Cell>(_ statement: borrowing Statement, _ cell: (borrowing Statement) -> Cell) throws(Failure) -> [Cell] {
        var cells: [Cell] = []
        cells.reserveCapacity(layout.rowCount)
        while try statement.step() { cells.append(cell(statement)) }
        return cells
    }

    private func text(_ statement: borrowing Statement, _ left: inout Int) throws(Failure) -> Values.Column {
        guard layout.rowCount > 0 else { return .object([]) }
        var builder = TextBuilder(rows: layout.rowCount)
        while try statement.step() {
            guard let text = statement.datum(0).text else {
                builder.appendMissing()
                continue
            }
            try charge(Int(text.count), &left)
            guard builder.byteCount + Int(text.count) <= TextStorage.limit else { throw StoredTable.tooLarge }
            text.withBytes { builder.append($0) }
            builder.endCell()
        }
        return .text(builder.finish())
    }

    private func objects(_ statement: borrowing Statement, _ column: TableLayout.Column, _ left: inout Int) throws(Failure) -> [Value] {
        var cells: [Value] = []
        while try statement.step() {
            let value = try value(statement.datum(0), blob: statement.datum(1).text?.string, column)
            if let text = value.text { try charge(Int(text.count) + 32, &left) }
            cells.append(value)
        }
        return cells
    }

    private func value(_ datum: Datum, blob: String?, _ column: TableLayout.Column) throws(Failure) -> Value {
        if let blob { return .bool(try truth(blob, column)) }
        return switch datum {
        case .null: .float(.nan)
        case .integer(let number): column.facts.cells == .objectBool ? .bool(number == 1) : .int(number)
        case .real(let number): .float(number)
        case .text(let text): .text(text)
        }
    }

    private func truth(_ blob: String, _ column: TableLayout.Column) throws(Failure) -> Bool {
        guard blobs == .truths, blob == "01" || blob == "00" else {
            throw Failure(.unsupportedColumn, "column '\(column.label.string)' holds blobs, which are neither text nor numbers")
        }
        return blob == "01"
    }

    private func charge(_ bytes: Int, _ left: inout Int) throws(Failure) {
        left -= bytes
        guard left >= 0 else { throw StoredTable.tooLarge }
    }

    private static let tooLarge = Failure(
        .tableLimit, "the table is too large to be held in memory", helps: ["let SQLite answer ('--engine sqlite'), or raise '--max-bytes'"])
}
