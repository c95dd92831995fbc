import CSQLite
import Diagnostics
import Values

/// A prepared statement, finalized when it goes. It must not outlive its database.
public struct Statement: ~Copyable {
    private let handle: OpaquePointer
    private let database: OpaquePointer
    private let state: ConnectionState

    init(_ text: String, _ database: OpaquePointer, _ state: ConnectionState) throws(Failure) {
        var prepared: OpaquePointer?
        var text = text
        let code = text.withUTF8 { bytes in
            bytes.withMemoryRebound(to: CChar.self) { sqlite3_prepare_v2(database, $0.baseAddress, Int32(clamping: $0.count), &prepared, nil) }
        }
        guard code == SQLITE_OK, let prepared else { throw DatabaseError(database, code).failure }
        handle = prepared
        self.database = database
        self.state = state
    }

    deinit { sqlite3_finalize(handle) }

    /// Binds the parameters `?1`, `?2` …, in order.
    public borrowing func bind(_ data: [Datum]) throws(Failure) {
        for (at, datum) in data.enumerated() { try bind(datum, at: at) }
    }

    /// Binds one parameter, counted from 0.
    public borrowing func bind(_ datum: Datum, at: Int) throws(Failure) {
        let parameter = Int32(clamping: at + 1)
        switch datum {
        case .null: try check(sqlite3_bind_null(handle, parameter))
        case .integer(let number): try check(sqlite3_bind_int64(handle, parameter, Int64(number)))
        case .real(let number): try check(sqlite3_bind_double(handle, parameter, number))
        case .text(let text): try check(text.withBytes { repanda_sqlite_bind_text(handle, parameter, $0.baseAddress, UInt64($0.count)) })
        }
    }

    /// Binds text whose bytes the caller keeps alive until the statement is bound again or goes.
    public borrowing func bind(borrowed bytes: UnsafeBufferPointer<UInt8>, at: Int) throws(Failure) {
        try check(repanda_sqlite_bind_borrowed_text(handle, Int32(clamping: at + 1), bytes.baseAddress, UInt64(bytes.count)))
    }

    /// Goes to the next row.
    ///
    /// - Returns: false at the end, after which the statement can be bound and run again.
    /// - Throws: what a function of ours threw; `tableEncoding` where a text that was read is not UTF-8; `stepLimit` where the budget is spent; `internalFault` for what SQLite refuses.
    public borrowing func step() throws(Failure) -> Bool {
        if let failure = state.failure {
            state.failure = nil
            sqlite3_reset(handle)
            throw failure
        }
        let code = sqlite3_step(handle)
        switch code {
        case SQLITE_ROW: return true
        case SQLITE_DONE:
            sqlite3_reset(handle)
            return false
        default:
            let failure = state.failure ?? DatabaseError(database, code).failure
            state.failure = nil
            sqlite3_reset(handle)
            throw failure
        }
    }

    /// The row at hand.
    public var row: [Datum] { (0..<columnCount).map { datum($0) } }

    borrowing func name(_ column: Int) -> String {
        sqlite3_column_name(handle, Int32(clamping: column)).map { String(cString: $0) } ?? ""
    }

    public var columnCount: Int { Int(sqlite3_column_count(handle)) }

    /// A cell of the row at hand, by column from 0.
    public borrowing func datum(_ column: Int) -> Datum {
        let at = Int32(clamping: column)
        switch sqlite3_column_type(handle, at) {
        case SQLITE_INTEGER: return .integer(Int(sqlite3_column_int64(handle, at)))
        case SQLITE_FLOAT: return .real(sqlite3_column_double(handle, at))
        case SQLITE_NULL: return .null
        default:
            let bytes = sqlite3_column_text(handle, at)
            return .text(state.text(UnsafeBufferPointer(start: bytes, count: Int(sqlite3_column_bytes(handle, at)))))
        }
    }

    private borrowing func check(_ code: Int32) throws(Failure) {
        guard code == SQLITE_OK else { throw DatabaseError(database, code).failure }
    }
}
