import Foundation
import RePanda
import SQLite

/// A folder for one test's files, gone with the test.
final class Folder {
    let path: String

    init() throws {
        path = NSTemporaryDirectory() + "repanda-engine-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    func file(_ name: String) -> String { path + "/" + name }

    @discardableResult func write(_ text: String, to name: String) throws -> String {
        try Data(text.utf8).write(to: URL(fileURLWithPath: file(name)))
        return file(name)
    }

    static var now: Int { Int(Date().timeIntervalSince1970 * 1e9) }

    /// The table of a text, imported into the folder's database.
    func stored(_ csv: String, named name: String, dialect: Dialect = .csv) throws -> StoredTable {
        try stored(try write(csv, to: name + ".csv"), dialect: dialect)
    }

    func stored(_ path: String, dialect: Dialect = .csv, progress: (Int) -> Void = { _ in }) throws -> StoredTable {
        try Store(path: file("store.sqlite"), now: Folder.now).table(of: Source(path: path, dialect: dialect), progress: progress)
    }

    /// A database of somebody else.
    func database(_ name: String, _ statements: [String]) throws -> String {
        let database = try Database.file(file(name), .creating)
        for statement in statements { try database.execute(statement) }
        return file(name)
    }
}
