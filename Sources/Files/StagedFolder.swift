import Diagnostics
import Glibc
import Tables
import Values

/// A folder of files that appears whole or not at all: written beside its place under a hidden name, then renamed.
///
/// A folder that is there already is replaced only where the caller has said so. What an interrupted process left behind is removed by the
/// next one that writes to the same place.
public final class StagedFolder {
    /// Where the folder will be.
    public let path: String
    /// Where its files are written until then.
    public let staging: String
    private let replaces: Bool
    private var isDone = false

    /// - Parameter replaces: whether a folder in the place may be replaced.
    /// - Throws: `unreadableFile` where the place cannot be written; `invalidOption` where it is taken.
    public init(_ path: String, replaces: Bool) throws(Diagnostic) {
        self.path = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
        self.replaces = replaces
        let (parent, name) = StagedFolder.split(self.path)
        staging = "\(parent)/.\(name).\(getpid()).building"
        try StagedFolder.refuseTaken(self.path, replaces)
        StagedFolder.removeLeftovers(in: parent, of: name)
        guard mkdir(staging, 0o755) == 0 else { throw StagedFolder.failure(self.path) }
    }

    deinit { if !isDone { removeTree(staging) } }

    /// Makes a folder inside.
    public func makeFolder(_ name: String) throws(Diagnostic) {
        guard mkdir(staging + "/" + name, 0o755) == 0 || errno == EEXIST else { throw StagedFolder.failure(path + "/" + name) }
    }

    /// Puts the folder in its place.
    ///
    /// - Throws: where it cannot be; the place is then as it was.
    public func commit() throws(Diagnostic) {
        try StagedFolder.refuseTaken(path, replaces)
        let old = staging + ".old"
        let isReplacing = rename(path, old) == 0
        guard rename(staging, path) == 0 else {
            let failure = StagedFolder.failure(path)
            if isReplacing { rename(old, path) }
            throw failure
        }
        isDone = true
        if isReplacing { removeTree(old) }
    }

    private static func refuseTaken(_ path: String, _ replaces: Bool) throws(Diagnostic) {
        guard isFolder(path) else {
            guard !isFile(path) else { throw Diagnostic(.invalidOption, "\(quoted(Text(path), limit: 200)) is a file, not a folder") }
            return
        }
        guard !replaces, !((try? names(in: path)) ?? []).isEmpty else { return }
        throw Diagnostic(.invalidOption, "the folder \(quoted(Text(path), limit: 200)) is not empty", helps: ["give another place, or --force to replace it"])
    }

    /// Folders of processes that are no more.
    private static func removeLeftovers(in parent: String, of name: String) {
        guard let listing = try? names(in: parent, hidden: true) else { return }
        for entry in listing where entry.hasPrefix(".\(name).") && entry.hasSuffix(".building") {
            let number = entry.dropFirst(name.count + 2).dropLast(".building".count)
            guard let process = pid_t(number), kill(process, 0) != 0, errno == ESRCH else { continue }
            removeTree(parent + "/" + entry)
        }
    }

    private static func split(_ path: String) -> (parent: String, name: String) {
        guard let slash = path.lastIndex(of: "/") else { return (".", path) }
        return (slash == path.startIndex ? "/" : String(path[..<slash]), String(path[path.index(after: slash)...]))
    }

    private static func failure(_ path: String) -> Diagnostic {
        Diagnostic(.unreadableFile, "\(quoted(Text(path), limit: 200)) cannot be written: \(String(cString: strerror(errno)).lowercased())")
    }
}

/// Removes a folder with all that is in it; links are removed, not followed.
private func removeTree(_ path: String) {
    for name in (try? names(in: path, hidden: true)) ?? [] {
        let inside = path + "/" + name
        var status = stat()
        guard lstat(inside, &status) == 0 else { continue }
        if status.st_mode & S_IFMT == S_IFDIR { removeTree(inside) } else { unlink(inside) }
    }
    rmdir(path)
}
