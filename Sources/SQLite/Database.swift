import CSQLite
import Diagnostics

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

    /// Runs one statement that gives no rows.
    public borrowing func execute(_ text: String) throws(Failure) {
        let statement = try prepare(text)
        while try statement.step() {}
    }
}

/// What a connection's callbacks need: the budget, and why a function of ours refused.
final class ConnectionState {
    /// What a function of ours threw; SQLite carries only words.
    var failure: Failure?
    var instructionsLeft = Int.max
}
