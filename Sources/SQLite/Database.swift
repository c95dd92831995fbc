import CSQLite
import Diagnostics
import Values

/// An open SQLite database: one connection, used by one thread, closed when it goes.
public struct Database: ~Copyable {
    let handle: OpaquePointer
    /// What the connection's callbacks share with it.
    let state: ConnectionState

    /// An empty database in memory.
    ///
    /// - Throws: `byteLimit` where there is no memory for it.
    public init() throws(Failure) {
        try self.init(path: ":memory:", flags: SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE)
    }

    /// A database in a file.
    ///
    /// - Throws: `unreadableFile`; `unusableDatabase` where the file is none; `busyDatabase`.
    public static func file(_ path: String, _ access: Access) throws(Failure) -> Database {
        let database = try Database(path: path, flags: access.flags)
        sqlite3_busy_timeout(database.handle, patience)
        // Also the first look at the file: what is no database says so here.
        try database.execute("pragma cell_size_check = on")
        // Rows that are sorted outgrow memory; a second thread sorts while the first reads.
        try database.execute("pragma threads = 2")
        _ = try database.integer("select count(*) from sqlite_schema")
        return database
    }

    /// What may be done with a file.
    public enum Access {
        /// The file must be there, and stays as it is.
        case reading
        /// The file must be there. Where it may not be written, it can still be read.
        case writing
        /// The file is made where it is not there.
        case creating

        fileprivate var flags: Int32 {
            switch self {
            case .reading: SQLITE_OPEN_READONLY
            case .writing: SQLITE_OPEN_READWRITE
            case .creating: SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE
            }
        }
    }

    /// How long another process may keep the file, in milliseconds.
    private static let patience: Int32 = 2_000

    private init(path: String, flags: Int32) throws(Failure) {
        var opened: OpaquePointer?
        let code = sqlite3_open_v2(path, &opened, flags | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, nil)
        guard code == SQLITE_OK, let opened else {
            let failure = DatabaseError(opened, code).failure
            sqlite3_close(opened)
            throw failure
        }
        handle = opened
        state = ConnectionState()
        harden()
    }

    deinit { sqlite3_close_v2(handle) }

    /// Prepares one statement; the text is our own, never a query's.
    public borrowing func prepare(_ text: String) throws(Failure) -> Statement {
        try Statement(text, handle, state)
    }

    /// The first cell of the first row of a statement of our own, where it is an integer.
    public borrowing func integer(_ text: String, _ bindings: [Datum] = []) throws(Failure) -> Int? {
        let statement = try prepare(text)
        try statement.bind(bindings)
        return try statement.step() ? statement.datum(0).integer : nil
    }

    /// All rows of a statement of our own.
    public borrowing func rows(_ text: String, _ bindings: [Datum] = []) throws(Failure) -> [[Datum]] {
        let statement = try prepare(text)
        try statement.bind(bindings)
        var rows: [[Datum]] = []
        while try statement.step() { rows.append(statement.row) }
        return rows
    }

    /// What the columns of a statement are called.
    public borrowing func columnNames(of text: String) throws(Failure) -> [String] {
        let statement = try prepare(text)
        return (0..<statement.columnCount).map { statement.name($0) }
    }

    /// Runs one statement of our own with parameters.
    public borrowing func execute(_ text: String, _ bindings: [Datum]) throws(Failure) { _ = try rows(text, bindings) }

    /// Runs one statement that gives no rows.
    public borrowing func execute(_ text: String) throws(Failure) {
        let statement = try prepare(text)
        while try statement.step() {}
    }
}

/// What a connection's callbacks need: the budget, and why a function of ours refused.
final class ConnectionState {
    /// What a function of ours threw, or what is wrong with a text that was read; SQLite carries only words.
    var failure: Failure?
    var instructionsLeft = Int.max

    /// A text out of a database, which may hold any bytes.
    func text(_ bytes: UnsafeBufferPointer<UInt8>) -> Text {
        guard firstInvalidUTF8(bytes) == nil else {
            failure = failure ?? Failure(.tableEncoding, "the database holds a text that is not UTF-8")
            return .empty
        }
        return Text(bytes: bytes)
    }
}
