import Diagnostics
import SQL
import SQLite
import Tables
import Values

/// A SQLite database that is not ours: it is read, and never written.
public struct DatabaseFile: Sendable {
    private let path: String
    private let steps: Int

    /// - Parameter steps: how many rows a column may have when it is described: a view may never end.
    public init(path: String, steps: Int = 50_000_000) {
        self.path = path
        self.steps = steps
    }

    /// Whether the file begins as a SQLite database does ("SQLite Database File Format", section 1.2).
    public var isDatabase: Bool { fileBegins(path, with: Array("SQLite format 3\0".utf8)) }

    /// A table or view of the database, with columns as `pandas.read_csv` would hold the same cells: NULL is NaN, integers beside NULL or
    /// beside reals are floats.
    ///
    /// - Parameter name: nil where the caller names none, which only asks which tables there are.
    /// - Throws: `unknownTable`; `unusableDatabase`, `busyDatabase`, `unreadableFile` for the database.
    public func table(_ name: String?) throws(Failure) -> StoredTable {
        let database = try Database.file(path, .reading)
        try database.execute("begin")
        let found = try described(try self.name(name, database), database)
        database.allowReadingOnly()
        return StoredTable(layout: found.layout, schema: found.schema, warnings: [], blobs: .unknown, database: database)
    }

    /// What SQLite has against a table here (a collation or a module that is not there) is the database's fault, not ours.
    private func described(_ name: String, _ database: borrowing Database) throws(Failure) -> ForeignTable {
        do {
            let columns = try database.columnNames(of: "select * from main.\(SQLText.quote(name))").count
            // Each column is counted, compared and typed: some 64 instructions a row.
            database.limit(instructions: steps.multipliedReportingOverflow(by: 64 * (columns + 1)).partialValue)
            let table = try ForeignTable(name, in: database)
            try database.execute(table.view)
            return table
        } catch {
            guard error.code == .internalFault else { throw error }
            throw Failure(.unusableDatabase, "table '\(name)' cannot be read: \(error.message)")
        }
    }

    /// The table's name as the database writes it; SQLite folds case.
    private func name(_ wanted: String?, _ database: borrowing Database) throws(Failure) -> String {
        let names = try database.rows("select name from sqlite_schema where type in ('table', 'view') and name not like 'sqlite^_%' escape '^' order by name")
            .compactMap { $0[0].text?.string }
        if let wanted, let name = names.first(where: { $0 == wanted }) ?? names.first(where: { $0.lowercased() == wanted.lowercased() }) { return name }
        let known = names.isEmpty ? "the database has no tables" : "the tables are " + names.map { "'\($0)'" }.joined(separator: ", ")
        guard let wanted else {
            throw Failure(.unknownTable, "the file is a SQLite database, and no table of it is named", helps: [known, "name one with '--table'"])
        }
        throw Failure(.unknownTable, "unknown table '\(wanted)'", helps: [known])
    }
}
