import Diagnostics
import SQL
import SQLite
import Tables
import Values

/// A text file that holds a table.
public struct Source: Sendable {
    /// Absolute, without links: the same file is the same table wherever the program is started.
    public let path: String
    public let dialect: Dialect
    public let limits: Limits

    /// - Throws: `unreadableFile`.
    public init(path: String, dialect: Dialect, limits: Limits = .standard) throws(Diagnostic) {
        self.path = try realPath(path)
        guard isRegularFile(self.path) else {
            throw Diagnostic(.unreadableFile, "only a file can be kept in a database, not a pipe or a folder", helps: ["leave '--database' out"])
        }
        self.dialect = dialect
        self.limits = limits
    }

    /// The file's name without folders and endings.
    var stem: String {
        let name = path.split(separator: "/").last.map(String.init) ?? ""
        return name.split(separator: ".", omittingEmptySubsequences: false).first.map(String.init) ?? name
    }
}

/// A database file of ours, which keeps tables that were read once.
public struct Store: Sendable {
    /// How many bytes of the file have been read.
    public typealias Progress = (_ bytesRead: Int) -> Void

    private let path: String
    private let now: Int

    /// - Parameters:
    ///   - path: the database's file; it is made where it is not there.
    ///   - now: nanoseconds since 1970.
    public init(path: String, now: Int) {
        self.path = path
        self.now = now
    }

    /// The table of a file as it is now, imported first where the database does not hold that.
    ///
    /// A file is taken for unchanged while size, times and inode stay the same, or else the hash of its content.
    ///
    /// - Throws: where the file is no table; `changedFile` where it changes meanwhile; `unusableDatabase`, `busyDatabase`, `unreadableFile`
    ///   for the database; `rowsNotLowered` where row labels are read from the file.
    public func table(of source: Source, progress: Progress) throws(Diagnostic) -> StoredTable {
        if fileExists(path), let table = try held(source) { return table }
        try Importer(source, into: path, now: now).run(progress)
        guard let table = try held(source) else { throw Diagnostic(.changedFile, "the file changes faster than it can be imported") }
        return table
    }

    private func held(_ source: Source) throws(Diagnostic) -> StoredTable? {
        do {
            let database = try Database.file(path, .writing)
            guard try Imports.isOurs(database), let found = try Imports.find(source, in: database) else { return nil }
            guard try isCurrent(found, source, database) else { return nil }
            return try opened(found, source, database)
        } catch let failure as Failure {
            throw failure.diagnostic
        } catch let diagnostic as Diagnostic {
            throw diagnostic
        } catch {
            throw Diagnostic(.internalFault, "\(error)")
        }
    }

    private func isCurrent(_ found: Import, _ source: Source, _ database: borrowing Database) throws -> Bool {
        let stamp = try fileStamp(path: source.path)
        if stamp == found.stamp, !stamp.isTooYoung(at: found.moment) { return true }
        guard stamp.bytes == found.stamp.bytes else { return false }
        let content = try contentHash(path: source.path)
        guard content.hash == found.hash else { return false }
        // Where the database may not be written, the content is looked at again next time.
        try? Imports.restamp(found, content.stamp, at: now, in: database)
        return true
    }

    private func opened(_ found: Import, _ source: Source, _ database: consuming Database) throws -> StoredTable {
        try database.execute("begin")
        let columns = try Imports.columns(of: found, in: database)
        let warnings = try Imports.warnings(of: found, in: database)
        guard found.rowCount <= source.limits.rows else {
            throw Diagnostic(.tableLimit, "the table has more than \(source.limits.rows) rows")
        }
        let layout = TableLayout(name: found.name, labels: columns.map(\.schema.name), facts: columns.map(\.facts), rowCount: found.rowCount)
        let schema = Schema(dialect: source.dialect, columns: columns.map(\.schema), indexColumns: [], rowCount: found.rowCount)
        database.allowReadingOnly()
        return StoredTable(layout: layout, schema: schema, warnings: warnings, blobs: .truths, database: database)
    }
}
