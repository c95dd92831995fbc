import Diagnostics
import Values

#if canImport(Glibc)
    import Glibc
#endif

/// A file read front to back through a piece of memory that slides over it.
struct FileWindow: ~Copyable {
    private let path: String
    private let descriptor: Int32
    private var base: UnsafeMutablePointer<UInt8>
    private var capacity: Int
    private(set) var count = 0
    /// Where the first row of the window begins; the byte before it ends the row before.
    private(set) var start = 0
    /// Where `base` lies in the file.
    private(set) var place = FilePlace.start
    /// Whether the file ends where the window does.
    private(set) var isLast = false
    private var content = ContentHash()
    /// The file as it was when it was opened.
    let stamp: FileStamp

    private static let smallest = 1 << 16

    /// - Throws: `unreadableFile`.
    init(_ path: String) throws(Diagnostic) {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw FileBytes.unreadable(path, error: errno) }
        var status = stat()
        let code = fstat(descriptor, &status)
        guard code == 0, status.st_mode & S_IFMT != S_IFDIR else {
            let error = code == 0 ? EISDIR : errno
            close(descriptor)
            throw FileBytes.unreadable(path, error: error)
        }
        self.path = path
        self.descriptor = descriptor
        stamp = FileStamp(status)
        capacity = FileWindow.smallest
        base = .allocate(capacity: capacity)
    }

    deinit {
        base.deallocate()
        close(descriptor)
    }

    /// The XXH64 of what was read so far.
    var hash: Int { Int(truncatingIfNeeded: content.value) }

    /// How much of the file has been read.
    var bytesRead: Int { place.offset + count }

    /// Whether the file is no longer what it was when it was opened.
    var hasChanged: Bool {
        var status = stat()
        return fstat(descriptor, &status) != 0 || FileStamp(status) != stamp || (isLast && bytesRead != stamp.bytes)
    }

    /// Reads on until the window holds as much as is wanted, or the file ends.
    mutating func fill(to wanted: Int) throws(Diagnostic) {
        reserve(wanted)
        while count < wanted, !isLast {
            let got = Glibc.read(descriptor, base + count, wanted - count)
            if got < 0 {
                guard errno == EINTR else { throw FileBytes.unreadable(path, error: errno) }
                continue
            }
            content.add(UnsafeRawBufferPointer(start: base + count, count: got))
            count += got
            isLast = got == 0
        }
    }

    /// Reads a piece and lets it go.
    mutating func skip() throws(Diagnostic) {
        try fill(to: FileWindow.smallest)
        slide(to: count)
    }

    private mutating func reserve(_ wanted: Int) {
        guard wanted > capacity else { return }
        let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: wanted)
        larger.update(from: base, count: count)
        base.deallocate()
        base = larger
        capacity = wanted
    }

    /// A copy of the window, to be decoded in place, with an LF behind it. It ends behind a line, or at least between two characters.
    func copy() -> TextStorage {
        let end = isLast ? count : lastBoundary
        let copy = UnsafeMutablePointer<UInt8>.allocate(capacity: end + 1)
        copy.update(from: base, count: end)
        copy[end] = 0x0A
        return TextStorage(owning: copy, count: end)
    }

    private var lastBoundary: Int {
        if let feed = UnsafeBufferPointer(start: base, count: count).lastIndex(of: 0x0A) { return feed + 1 }
        var end = count
        while end > 0, count - end < 3, base[end - 1] & 0xC0 == 0x80 { end -= 1 }
        return end > 0 && base[end - 1] >= 0xC0 ? end - 1 : count
    }

    /// Lets the bytes before an offset go, but for the last of them.
    mutating func slide(to offset: Int) {
        let gone = max(offset - 1, 0)
        let passed = UnsafeBufferPointer(start: base, count: gone)
        place = place.advanced(by: passed, following: gone < count ? base[gone] : nil)
        memmove(base, base + gone, count - gone)
        count -= gone
        start = offset - gone
    }
}
