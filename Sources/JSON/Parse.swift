import Diagnostics
import Values

extension JSONValue {
    /// Reads one JSON document; throws a diagnostic that says what is wrong with it and where.
    ///
    /// The bytes are copied once; the value's strings are slices of that copy.
    public static func parse(_ bytes: UnsafeBufferPointer<UInt8>, limits: JSONLimits = .standard) throws(Diagnostic) -> JSONValue {
        try checkSize(bytes, limits, Origin())
        return try parse(TextStorage(copying: bytes), limits: limits, origin: Origin())
    }

    public static func parse(_ bytes: [UInt8], limits: JSONLimits = .standard) throws(Diagnostic) -> JSONValue {
        try bytes.withUnsafeBufferPointer { (buffer) throws(Diagnostic) in try parse(buffer, limits: limits) }
    }

    public static func parse(_ text: Text, limits: JSONLimits = .standard) throws(Diagnostic) -> JSONValue {
        try text.withBytes { (bytes) throws(Diagnostic) in try parse(bytes, limits: limits) }
    }

    public static func parse(_ string: String, limits: JSONLimits = .standard) throws(Diagnostic) -> JSONValue {
        try parse(Text(string), limits: limits)
    }

    /// The whole of a storage, which may hold anything at all.
    static func parse(_ storage: TextStorage, limits: JSONLimits, origin: Origin) throws(Diagnostic) -> JSONValue {
        do {
            return try parseFast(storage, limits)
        } catch {
            throw error.diagnostic(in: UnsafeBufferPointer(start: storage.base, count: storage.count), origin: origin)
        }
    }

    private static func parseFast(_ storage: TextStorage, _ limits: JSONLimits) throws(Fault) -> JSONValue {
        let bytes = UnsafeBufferPointer(start: storage.base, count: storage.count)
        if !storage.isASCII, let bad = firstInvalidUTF8(bytes) { throw Fault(.encoding, bad) }
        var parser = Parser(storage, from: byteOrderMarkLength(bytes), to: storage.count, depth: limits.depth)
        return try parser.document()
    }

    static func checkSize(_ bytes: UnsafeBufferPointer<UInt8>, _ limits: JSONLimits, _ origin: Origin) throws(Diagnostic) {
        guard bytes.count > min(limits.bytes, TextStorage.limit) else { return }
        throw tooLong(limits, origin)
    }

    static func tooLong(_ limits: JSONLimits, _ origin: Origin) -> Diagnostic {
        Diagnostic(
            .inputLimit, "the JSON text is longer than the limit of \(limits.bytes) bytes (line \(origin.line), byte \(origin.offset))",
            at: Span(origin.offset, origin.offset + 1))
    }
}

/// Editors on Windows begin files with U+FEFF; RFC 8259 lets a reader pass over it.
func byteOrderMarkLength(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    bytes.count >= 3 && bytes[0] == 0xEF && bytes[1] == 0xBB && bytes[2] == 0xBF ? 3 : 0
}
