import Diagnostics
import Values

#if canImport(Glibc)
    import Glibc
#endif

/// One line of a JSONL stream, without its line end.
public struct JSONLine: Sendable {
    /// The line's number in the stream, from 1.
    public var number: Int { origin.line }
    let storage: TextStorage
    let origin: Origin
    let limits: JSONLimits

    /// Reads the line as one JSON value.
    public func parse() throws(Diagnostic) -> JSONValue {
        try JSONValue.parse(storage, limits: limits, origin: origin)
    }

    /// The line's bytes, which may be no valid UTF-8; valid while the line lives.
    public func withBytes<R>(_ body: (UnsafeBufferPointer<UInt8>) -> R) -> R {
        defer { withExtendedLifetime(storage) {} }
        return body(UnsafeBufferPointer(start: storage.base, count: storage.count))
    }
}

/// Reads lines from a file descriptor as soon as they are complete: LF or CRLF, the last one with or without an end.
/// Blank lines are passed over (and counted).
///
///     var reader = JSONLReader(descriptor: 0)
///     while let line = try reader.nextLine() { let request = try line.parse().requireObject() }
public struct JSONLReader: ~Copyable {
    private var source: ByteSource
    private let limits: JSONLimits

    /// Does not take the descriptor over: the caller closes it.
    public init(descriptor: Int32, limits: JSONLimits = .standard, chunk: Int = 1 << 16) {
        source = ByteSource(descriptor: descriptor, chunk: chunk)
        self.limits = limits
    }

    /// The next line that is not blank, or nil at the end of the stream.
    ///
    /// Throws `inputLimit` for a line longer than the limit; the reader then stands at the line after it and can go on.
    public mutating func nextLine() throws(Diagnostic) -> JSONLine? {
        while true {
            guard let length = try lineLength() else { return nil }
            let origin = source.origin
            let bytes = source.bytes(from: 0, to: length)
            if bytes.allSatisfy(isJSONBlank) {
                pass(length)
                continue
            }
            let line = JSONLine(storage: TextStorage(copying: trimmed(bytes)), origin: origin, limits: limits)
            pass(length)
            return line
        }
    }

    /// Whether a complete line is at hand, so that `nextLine` will not wait for the input.
    public var hasLineReady: Bool { find(from: 0) != nil }

    /// The next line as a value, or nil at the end.
    public mutating func next() throws(Diagnostic) -> JSONValue? {
        guard let line = try nextLine() else { return nil }
        return try line.parse()
    }

    /// Bytes up to the next newline or the end of the stream; nil where nothing is left.
    private mutating func lineLength() throws(Diagnostic) -> Int? {
        var searched = 0
        while true {
            if let at = find(from: searched) { return at }
            searched = source.count
            guard searched <= limits.bytes else { throw try skipLine() }
            guard try source.fill() else { return source.count == 0 ? nil : source.count }
        }
    }

    private func find(from searched: Int) -> Int? {
        let bytes = source.bytes(from: searched, to: source.count)
        guard let start = bytes.baseAddress, bytes.count > 0, let hit = memchr(start, Int32(newline), bytes.count) else { return nil }
        return searched + (UnsafeRawPointer(hit) - UnsafeRawPointer(start))
    }

    private func trimmed(_ bytes: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
        guard bytes.last == UInt8(ascii: "\r") else { return bytes }
        return UnsafeBufferPointer(rebasing: bytes.dropLast())
    }

    private mutating func pass(_ length: Int) {
        if length < source.count { source.consume(length + 1, newlines: 1) } else { source.consume(length, newlines: 0) }
        source.release()
    }

    /// Passes over the line that is too long without keeping it.
    private mutating func skipLine() throws(Diagnostic) -> Diagnostic {
        let tooLong = JSONValue.tooLong(limits, source.origin)
        while true {
            if let at = find(from: 0) {
                pass(at)
                return tooLong
            }
            source.consume(source.count, newlines: 0)
            guard try source.fill() else { return tooLong }
        }
    }
}
