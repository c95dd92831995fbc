import ArgumentParser
import Diagnostics
import Glibc
import RePanda

/// Where a table is kept, if not in memory for one query.
struct DatabaseOptions: ParsableArguments {
    @Option(
        name: .customLong("table"),
        help: ArgumentHelp("Take the file for a SQLite database, and query this table of it, which is only read.", valueName: "name"))
    var name: String?

    @Option(
        help: ArgumentHelp(
            "Keep the table in this SQLite database: read the file once, and answer from there while the file stays as it is.", valueName: "file"))
    var database: String?

    func validate() throws {
        guard name == nil || database == nil else { throw ValidationError("'--table' and '--database' exclude each other: a database's table is there already") }
    }

    /// The table of a file, as the options say.
    func load(_ path: String, _ options: TableOptions) throws(Diagnostic) -> LoadedTable {
        if let name { return .stored(try table(name, of: path)) }
        if DatabaseFile(path: path).isDatabase { return .stored(try table(nil, of: path)) }
        guard let database else { return .memory(try options.read(path)) }
        return .stored(try imported(path, options, into: database))
    }

    private func table(_ name: String?, of path: String) throws(Diagnostic) -> StoredTable {
        do { return try DatabaseFile(path: path).table(name) } catch { throw error.diagnostic }
    }

    private func imported(_ path: String, _ options: TableOptions, into database: String) throws(Diagnostic) -> StoredTable {
        let source = try Source(path: path, dialect: options.dialect, limits: options.limits.limits)
        let progress = Progress("of \(path) imported")
        defer { progress.finish() }
        let size = try fileStamp(path: path).bytes
        return try Store(path: database, now: DatabaseOptions.now).table(of: source) { bytesRead in
            progress.show(size > 0 ? Double(bytesRead) / Double(size) : nil)
        }
    }

    private static var now: Int {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return time.tv_sec &* 1_000_000_000 &+ time.tv_nsec
    }
}

/// A table that queries can be asked of.
enum LoadedTable {
    case memory(Table)
    case stored(StoredTable)

    func query(_ source: String) throws(Refusal) -> Query {
        switch self {
        case .memory(let table): try Query(source, on: table)
        case .stored(let table): try Query(source, on: table)
        }
    }

    func engine(_ option: EngineOption) -> Engine {
        switch self {
        case .memory: option.engine
        case .stored: option.storedEngine
        }
    }

    var schema: Schema {
        switch self {
        case .memory(let table): table.schema
        case .stored(let table): table.schema
        }
    }

    var warnings: [Diagnostic] {
        switch self {
        case .memory(let table): table.warnings
        case .stored(let table): table.warnings
        }
    }
}
