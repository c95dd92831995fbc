import Diagnostics

#if canImport(Glibc)
    import Glibc
#endif

/// What the file system says of a file: while it stays the same, so, nearly always, does the content.
public struct FileStamp: Hashable, Sendable {
    public let bytes: Int
    public let inode: Int
    /// Nanoseconds since 1970: the last write, and the last change of content or attributes, which no program can set back.
    public let modified: Int
    public let changed: Int

    public init(bytes: Int, inode: Int, modified: Int, changed: Int) {
        self.bytes = bytes
        self.inode = inode
        self.modified = modified
        self.changed = changed
    }

    init(_ status: stat) {
        bytes = Int(status.st_size)
        inode = Int(truncatingIfNeeded: status.st_ino)
        modified = FileStamp.nanoseconds(status.st_mtim)
        changed = FileStamp.nanoseconds(status.st_ctim)
    }

    private static func nanoseconds(_ time: timespec) -> Int { time.tv_sec &* 1_000_000_000 &+ time.tv_nsec }

    /// Whether a write after this moment (nanoseconds since 1970) could have left the stamp as it is: clocks tick more slowly than files change.
    public func isTooYoung(at moment: Int) -> Bool { max(modified, changed) > moment - 2_000_000_000 }
}

/// A file's stamp as it is now, and the XXH64 of its content.
///
/// - Throws: `unreadableFile`.
public func contentHash(path: String) throws(Diagnostic) -> (stamp: FileStamp, hash: Int) {
    var window = try FileWindow(path)
    while !window.isLast { try window.skip() }
    return (window.stamp, window.hash)
}

/// A file's stamp as it is now.
///
/// - Throws: `unreadableFile`.
public func fileStamp(path: String) throws(Diagnostic) -> FileStamp {
    try FileWindow(path).stamp
}

/// A file's absolute path, without links.
///
/// - Throws: `unreadableFile`.
public func realPath(_ path: String) throws(Diagnostic) -> String {
    guard let resolved = realpath(path, nil) else { throw FileBytes.unreadable(path, error: errno) }
    defer { free(resolved) }
    return String(cString: resolved)
}

/// Whether a path leads to a file with a content of its own: no pipe, no device, no folder.
public func isRegularFile(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
}

/// Whether something is there under a path.
public func fileExists(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0
}

/// Whether a file can be read and begins with these bytes.
public func fileBegins(_ path: String, with bytes: [UInt8]) -> Bool {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { return false }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return false }
    var found = [UInt8](repeating: 0, count: bytes.count)
    return read(descriptor, &found, found.count) == found.count && found == bytes
}
