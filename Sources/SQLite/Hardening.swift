import CSQLite

extension Database {
    /// Whatever a hostile table or query could reach for is off before the first statement.
    borrowing func harden() {
        repanda_sqlite_set(handle, SQLITE_DBCONFIG_DEFENSIVE, 1)
        repanda_sqlite_set(handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0)
        repanda_sqlite_set(handle, SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0)
        repanda_sqlite_set(handle, SQLITE_DBCONFIG_DQS_DML, 0)
        repanda_sqlite_set(handle, SQLITE_DBCONFIG_DQS_DDL, 0)
        for (limit, most) in Database.limits { sqlite3_limit(handle, limit, most) }
    }

    /// Far above what a lowered query needs, far below what could hurt.
    private static let limits: [(Int32, Int32)] = [
        (SQLITE_LIMIT_ATTACHED, 0), (SQLITE_LIMIT_TRIGGER_DEPTH, 0), (SQLITE_LIMIT_WORKER_THREADS, 3),
        (SQLITE_LIMIT_SQL_LENGTH, 4_000_000), (SQLITE_LIMIT_EXPR_DEPTH, 1000), (SQLITE_LIMIT_COMPOUND_SELECT, 50),
        (SQLITE_LIMIT_VDBE_OP, 1_000_000), (SQLITE_LIMIT_LENGTH, 1 << 30),
    ]

    /// From here on nothing can be written, attached or configured: statements may only read.
    public borrowing func allowReadingOnly() {
        sqlite3_set_authorizer(handle, authorize, nil)
    }

    /// Ends statements that need more virtual machine instructions than this, counted from now.
    public borrowing func limit(instructions: Int) {
        state.instructionsLeft = instructions
        sqlite3_progress_handler(handle, Int32(ConnectionState.stride), countInstructions, Unmanaged.passUnretained(state).toOpaque())
    }
}

extension ConnectionState {
    /// How many instructions run between two looks at the budget.
    static let stride = 1000
}

private func authorize(
    _: UnsafeMutableRawPointer?, action: Int32, _: UnsafePointer<CChar>?, _: UnsafePointer<CChar>?, _: UnsafePointer<CChar>?,
    _: UnsafePointer<CChar>?
) -> Int32 {
    switch action {
    case SQLITE_SELECT, SQLITE_READ, SQLITE_FUNCTION: SQLITE_OK
    default: SQLITE_DENY
    }
}

private func countInstructions(_ context: UnsafeMutableRawPointer?) -> Int32 {
    guard let context else { return 1 }
    let state = Unmanaged<ConnectionState>.fromOpaque(context).takeUnretainedValue()
    state.instructionsLeft -= ConnectionState.stride
    return state.instructionsLeft < 0 ? 1 : 0
}
