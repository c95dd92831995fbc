import Diagnostics
import Glibc
import Tables
import Values

/// The folder that table paths of requests and claims are relative to. No path leaves it: not by `..`, not by a link.
public struct TableFolder: Sendable {
    public let path: String
    /// The folder without links, for comparison; nil where it does not exist.
    private let real: String?

    /// - Parameter path: empty stands for the folder of the process.
    public init(_ path: String) {
        self.path = path.isEmpty ? "." : path
        real = TableFolder.real(self.path)
    }

    /// The path of a table below the folder.
    ///
    /// - Throws: `pathOutsideRoot` where the path is empty, absolute, holds a NUL, or leaves the folder.
    public func resolve(_ table: String) throws(Diagnostic) -> String {
        let steps = table.split(separator: "/", omittingEmptySubsequences: false)
        guard !table.isEmpty, !table.hasPrefix("/"), !steps.contains(".."), !table.utf8.contains(0) else { throw outside(table) }
        let joined = path + "/" + table
        if steps.count == 1, !TableFolder.isLink(joined) { return joined }
        // Where there is no such file, the reader says so.
        guard let target = TableFolder.real(joined) else { return joined }
        guard let real, target.hasPrefix(real == "/" ? real : real + "/") else { throw outside(table) }
        return target
    }

    private func outside(_ table: String) -> Diagnostic {
        Diagnostic(
            .pathOutsideRoot, "the table path \(quoted(Text(table), limit: 200)) is not below the tables folder",
            helps: ["write it relative to that folder, without '..'"])
    }

    /// Only a link can lead a name without folders elsewhere; this is much cheaper to see than where a path really leads.
    private static func isLink(_ path: String) -> Bool {
        var status = stat()
        return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFLNK
    }

    private static func real(_ path: String) -> String? {
        guard let resolved = realpath(path, nil) else { return nil }
        defer { free(resolved) }
        return String(cString: resolved)
    }
}
