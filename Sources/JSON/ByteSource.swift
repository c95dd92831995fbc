import Diagnostics

#if canImport(Glibc)
    import Glibc
#endif

/// A window over a file descriptor: bytes `start..<end` are read and not yet consumed. It does not own the descriptor.
///
/// The window grows only as long as its reader keeps asking without consuming, so memory is bounded by the longest piece.
struct ByteSource: ~Copyable {
    private let descriptor: Int32
    private let chunk: Int
    private(set) var base: UnsafeMutablePointer<UInt8>
    private var capacity: Int
    private(set) var start = 0
    private(set) var end = 0
    private(set) var isAtEnd = false
    /// The place of the window's first byte in the file.
    private(set) var origin = Origin()

    init(descriptor: Int32, chunk: Int) {
        self.descriptor = descriptor
        self.chunk = max(chunk, 16)
        capacity = self.chunk
        base = .allocate(capacity: capacity)
    }

    deinit { base.deallocate() }

    var count: Int { end - start }

    /// The bytes of the window from an offset within it; valid until the source is changed.
    func bytes(from offset: Int, to stop: Int) -> UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(start: base + start + offset, count: stop - offset)
    }

    /// Reads more; false at the end of the file. What a pipe has ready is enough: a request must not wait for the next one.
    mutating func fill() throws(Diagnostic) -> Bool {
        guard !isAtEnd else { return false }
        makeRoom()
        while true {
            let got = read(descriptor, base + end, capacity - end)
            if got > 0 {
                end += got
                return true
            }
            if got == 0 {
                isAtEnd = true
                return false
            }
            guard errno == EINTR else {
                throw Diagnostic(.unreadableFile, "the input cannot be read: \(String(cString: strerror(errno)))")
            }
        }
    }

    private mutating func makeRoom() {
        if start > 0 {
            if end > start { memmove(base, base + start, end - start) }
            end -= start
            start = 0
        }
        guard capacity - end < chunk else { return }
        let larger = max(capacity * 2, end + chunk)
        let moved = UnsafeMutablePointer<UInt8>.allocate(capacity: larger)
        moved.update(from: base, count: end)
        base.deallocate()
        base = moved
        capacity = larger
    }

    /// Drops bytes of the window's beginning and keeps count of the place in the file.
    mutating func consume(_ count: Int) {
        let dropped = UnsafeBufferPointer(start: base + start, count: count)
        var lines = 0
        for byte in dropped { lines &+= byte == newline ? 1 : 0 }
        consume(count, newlines: lines)
    }

    /// As `consume`, for a caller who knows how many newlines the bytes hold.
    mutating func consume(_ count: Int, newlines: Int) {
        origin.offset += count
        origin.line += newlines
        if newlines > 0 { origin.column = 0 }
        var at = start + count
        while at > start, base[at - 1] != newline {
            at -= 1
            if base[at] & 0xC0 != 0x80 { origin.column += 1 }
        }
        start += count
    }

    /// A file shrinks back to its usual window after one long piece.
    mutating func release() {
        guard count == 0, capacity > chunk * 16 else { return }
        base.deallocate()
        base = .allocate(capacity: chunk)
        capacity = chunk
        start = 0
        end = 0
    }
}
