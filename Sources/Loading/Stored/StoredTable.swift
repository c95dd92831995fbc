import Diagnostics
import SQL
import SQLite
import Synchronization
import Tables
import Values

/// A table that stays in a database file, of which a query reads what it needs.
///
/// All its readers see the rows that were there when it was opened. Until it goes, no other process can write to the file.
public final class StoredTable: Sendable {
    public let layout: TableLayout
    public let schema: Schema
    /// What was passed over in silence when the table was read.
    public let warnings: [Diagnostic]
    /// What a blob among a column's cells stands for.
    let blobs: Blobs
    private let connection: Mutex<Connection>

    enum Blobs {
        /// One byte: a bool among cells of other types.
        case truths
        case unknown
    }

    /// One thread at a time has the connection.
    private struct Connection: ~Copyable, @unchecked Sendable {
        let database: Database
    }

    /// - Parameter database: with a transaction that has begun.
    init(layout: TableLayout, schema: Schema, warnings: [Diagnostic], blobs: Blobs, database: consuming Database) {
        self.layout = layout
        self.schema = schema
        self.warnings = warnings
        self.blobs = blobs
        connection = Mutex(Connection(database: database))
    }

    /// Does something with the database, one thread at a time.
    public func withDatabase<R: Sendable>(_ body: (borrowing Database) throws(Failure) -> R) throws(Failure) -> R {
        try connection.withLock { connection throws(Failure) in try body(connection.database) }
    }
}
