import Diagnostics
import Values

/// Reads one JSON array from a file descriptor element by element, keeping a single element in memory.
///
///     var reader = JSONArrayReader(descriptor: file)
///     while let record = try reader.next() { … }
///
/// After an error the stream's place is not known any more: further calls give nil.
public struct JSONArrayReader: ~Copyable {
    private enum State { case beforeArray, beforeFirst, afterElement, finished }

    private var source: ByteSource
    private let limits: JSONLimits
    private var state = State.beforeArray
    /// How many elements have been read.
    public private(set) var count = 0

    /// `limits.bytes` is the size of one element; the array may be of any length. The caller closes the descriptor.
    public init(descriptor: Int32, limits: JSONLimits = .standard, chunk: Int = 1 << 18) {
        source = ByteSource(descriptor: descriptor, chunk: chunk)
        self.limits = limits
    }

    /// The next element, or nil after the closing bracket and nothing but blanks.
    public mutating func next() throws(Diagnostic) -> JSONValue? {
        do {
            return try advance()
        } catch {
            state = .finished
            throw error
        }
    }

    private mutating func advance() throws(Diagnostic) -> JSONValue? {
        if state == .beforeArray { try open() }
        guard state != .finished else { return nil }
        let byte = try peek()
        if byte == UInt8(ascii: "]") { return try close() }
        if state == .afterElement {
            guard byte == UInt8(ascii: ",") else { throw fault(byte == nil ? .endOfInput : .expectedCommaOrBracket) }
            source.consume(1, newlines: 0)
            let after = try peek()
            guard after != UInt8(ascii: "]") else { throw fault(.expectedValue) }
        }
        return try element()
    }

    private mutating func open() throws(Diagnostic) {
        while source.count < 3, try source.fill() {}
        source.consume(byteOrderMarkLength(source.bytes(from: 0, to: source.count)), newlines: 0)
        let byte = try peek()
        guard byte == UInt8(ascii: "[") else {
            throw Diagnostic(
                .invalidJSON, "the file must hold one JSON array (line \(source.origin.line), column \(source.origin.column + 1))",
                at: Span(source.origin.offset, source.origin.offset + 1), helps: ["a file with one object a line is JSONL: name it .jsonl"])
        }
        source.consume(1, newlines: 0)
        state = .beforeFirst
    }

    private mutating func close() throws(Diagnostic) -> JSONValue? {
        source.consume(1, newlines: 0)
        guard try peek() == nil else { throw fault(.trailingText) }
        state = .finished
        return nil
    }

    /// The next byte that is no blank, or nil at the end of the file; blanks before it are consumed.
    private mutating func peek() throws(Diagnostic) -> UInt8? {
        while true {
            let bytes = source.bytes(from: 0, to: source.count)
            let blanks = bytes.firstIndex { !isJSONBlank($0) } ?? bytes.count
            if blanks > 0 { source.consume(blanks) }
            if source.count > 0 { return source.base[source.start] }
            guard try source.fill() else { return nil }
        }
    }

    private mutating func element() throws(Diagnostic) -> JSONValue {
        var scanner = ElementScanner()
        while !scanner.scan(source.bytes(from: scanner.position, to: source.count)) {
            guard source.count <= limits.bytes else { throw JSONValue.tooLong(limits, source.origin) }
            guard try source.fill() else { break }
        }
        var origin = source.origin
        origin.element = count
        let storage = TextStorage(copying: source.bytes(from: 0, to: scanner.position))
        try JSONValue.checkSize(UnsafeBufferPointer(start: storage.base, count: storage.count), limits, origin)
        let value = try JSONValue.parse(storage, limits: limits, origin: origin)
        source.consume(scanner.position)
        source.release()
        state = .afterElement
        count += 1
        return value
    }

    private func fault(_ kind: Fault.Kind) -> Diagnostic {
        var origin = source.origin
        origin.element = count
        return Fault(kind, 0).diagnostic(in: UnsafeBufferPointer(start: nil, count: 0), origin: origin)
    }
}

/// Finds where an element ends: at the comma or bracket outside its own brackets and strings. Can be fed piece by piece.
struct ElementScanner {
    private var depth = 0
    private var inString = false
    private var escaped = false
    /// Bytes passed so far; once `scan` gives true, the element's length.
    private(set) var position = 0

    /// Goes on with bytes that follow those seen; true once the end is found.
    mutating func scan(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        var at = 0
        defer { position += at }
        while at < bytes.count {
            if inString {
                at = passString(bytes, at)
                continue
            }
            switch bytes[at] {
            case UInt8(ascii: "\""): inString = true
            case UInt8(ascii: "["), UInt8(ascii: "{"): depth += 1
            case UInt8(ascii: "]"), UInt8(ascii: "}"):
                if depth == 0 { return true }
                depth -= 1
            case UInt8(ascii: ","):
                if depth == 0 { return true }
            default: break
            }
            at += 1
        }
        return false
    }

    private mutating func passString(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int {
        var at = start
        if escaped {
            escaped = false
            return at + 1
        }
        while at < bytes.count, bytes[at] != UInt8(ascii: "\""), bytes[at] != UInt8(ascii: "\\") { at += 1 }
        guard at < bytes.count else { return at }
        if bytes[at] == UInt8(ascii: "\\") { escaped = true } else { inString = false }
        return at + 1
    }
}
