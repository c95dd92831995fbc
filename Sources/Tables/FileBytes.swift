import Diagnostics
import Values

#if canImport(Glibc)
    import Glibc
#endif

/// A file's bytes in memory of our own, with one LF behind the last: the tokenizer's stop mark.
struct FileBytes: ~Copyable {
    private var base: UnsafeMutablePointer<UInt8>
    private var count = 0
    private var capacity: Int
    private var isOwned = true

    private init(capacity: Int) {
        self.capacity = capacity + 1
        base = .allocate(capacity: self.capacity)
    }

    deinit { if isOwned { base.deallocate() } }

    /// The bytes of a buffer, copied.
    static func copying(_ bytes: UnsafeBufferPointer<UInt8>, limit: Int) throws(Diagnostic) -> TextStorage {
        guard bytes.count <= limit else { throw tooLarge(bytes.count, limit: limit) }
        var file = FileBytes(capacity: bytes.count)
        if let source = bytes.baseAddress { file.base.update(from: source, count: bytes.count) }
        file.count = bytes.count
        return file.finish()
    }

    /// The bytes of a file.
    static func reading(_ path: String, limit: Int) throws(Diagnostic) -> TextStorage {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw unreadable(path, error: errno) }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw unreadable(path, error: errno) }
        guard status.st_mode & S_IFMT != S_IFDIR else { throw unreadable(path, error: EISDIR) }
        guard status.st_size <= limit else { throw tooLarge(status.st_size, limit: limit) }
        // A pipe has no size: then the memory grows as the bytes come.
        var file = FileBytes(capacity: max(status.st_size + 1, 4096))
        while try file.readMore(descriptor, path: path) {
            guard file.count <= limit else { throw tooLarge(file.count, limit: limit) }
        }
        return file.finish()
    }

    /// Reads a piece; false at the end of the file.
    private mutating func readMore(_ descriptor: Int32, path: String) throws(Diagnostic) -> Bool {
        if count + 1 >= capacity { grow() }
        let got = Glibc.read(descriptor, base + count, capacity - count - 1)
        guard got >= 0 else {
            guard errno == EINTR else { throw FileBytes.unreadable(path, error: errno) }
            return true
        }
        count += got
        return got > 0
    }

    private mutating func grow() {
        let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity * 2)
        larger.update(from: base, count: count)
        base.deallocate()
        base = larger
        capacity *= 2
    }

    private consuming func finish() -> TextStorage {
        base[count] = 0x0A
        isOwned = false
        return TextStorage(owning: base, count: count)
    }

    private static func tooLarge(_ count: Int, limit: Int) -> Diagnostic {
        Diagnostic(.tableLimit, "the table has at least \(count) bytes; the limit is \(limit)")
    }

    static func unreadable(_ path: String, error: Int32) -> Diagnostic {
        Diagnostic(.unreadableFile, "\(quoted(Text(path), limit: 200)) cannot be read: \(String(cString: strerror(error)).lowercased())")
    }
}
