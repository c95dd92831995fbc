import CSQLite
import Diagnostics

/// What SQLite says against a call: its own words with its result code.
struct DatabaseError {
    let code: Int32
    let message: String

    init(_ handle: OpaquePointer?, _ code: Int32) {
        self.code = code
        message = handle.flatMap(sqlite3_errmsg).map { String(cString: $0) } ?? String(cString: sqlite3_errstr(code))
    }

    /// A statement of ours that SQLite refuses is our fault, but for the limits that it keeps for us.
    var failure: Failure {
        switch code & 0xFF {
        case SQLITE_INTERRUPT: Failure(.stepLimit, "the query needs more steps than its budget has")
        case SQLITE_NOMEM: Failure(.byteLimit, "SQLite has no memory left for the query")
        case SQLITE_TOOBIG: Failure(.byteLimit, "a text or a statement is too long for SQLite")
        case SQLITE_FULL: Failure(.byteLimit, "the database is full")
        case SQLITE_NOTADB: Failure(.unusableDatabase, "the file is not a SQLite database")
        case SQLITE_CORRUPT: Failure(.unusableDatabase, "the database is damaged: \(message)")
        case SQLITE_BUSY, SQLITE_LOCKED:
            Failure(.busyDatabase, "another process is writing to the database", helps: ["ask again when it is done"])
        case SQLITE_CANTOPEN, SQLITE_IOERR, SQLITE_PERM, SQLITE_READONLY: Failure(.unreadableFile, "the database cannot be used: \(message)")
        default: Failure(.internalFault, "SQLite: \(message)")
        }
    }
}
