import Diagnostics
import Glibc
import JSON

/// One record of a file as it was found.
public enum StreamItem: Sendable {
    case line(JSONLine)
    /// An element of an array.
    case document(JSONValue)
    /// A line past the limit.
    case unreadable(Diagnostic)

    /// The record as an object.
    ///
    /// - Throws: where it is none.
    public func object() throws(Diagnostic) -> JSONObject {
        switch self {
        case .line(let line): try line.parse().requireObject()
        case .document(let document): try document.requireObject()
        case .unreadable(let diagnostic): throw diagnostic
        }
    }
}

/// Reads records one after the other out of a file: a JSON array, or one object a line.
public struct RecordStream: ~Copyable {
    private let descriptor: Int32
    private let size: Int
    private let isArray: Bool
    /// Only one of the two reads; a reader at rest costs an empty buffer.
    private var array: JSONArrayReader
    private var lines: JSONLReader

    /// - Throws: `unreadableFile`.
    public init(path: String) throws(Diagnostic) {
        descriptor = try openFile(path)
        var status = stat()
        size = fstat(descriptor, &status) == 0 ? max(status.st_size, 0) : 0
        isArray = RecordStream.opensArray(descriptor)
        array = JSONArrayReader(descriptor: descriptor)
        lines = JSONLReader(descriptor: descriptor, chunk: 1 << 18)
    }

    deinit { if descriptor > 0 { close(descriptor) } }

    /// The share of the file that has been read; nil where its size is not known.
    public var progress: Double? {
        guard size > 0 else { return nil }
        return min(1, Double(lseek(descriptor, 0, SEEK_CUR)) / Double(size))
    }

    /// The next record; nil at the end.
    ///
    /// - Throws: where the file cannot be read on: its device fails, or the array is broken.
    public mutating func next() throws(Diagnostic) -> StreamItem? {
        if isArray { return try array.next().map { .document($0) } }
        do throws(Diagnostic) {
            return try lines.nextLine().map { .line($0) }
        } catch {
            guard error.code == .inputLimit else { throw error }
            return .unreadable(error)
        }
    }

    /// Whether the first byte that is no blank opens an array. A pipe cannot be looked at twice: there one object a line is taken.
    private static func opensArray(_ descriptor: Int32) -> Bool {
        var bytes = [UInt8](repeating: 0, count: 4096)
        let count = bytes.withUnsafeMutableBytes { pread(descriptor, $0.baseAddress, $0.count, 0) }
        let blanks: [UInt8] = [0x20, 0x09, 0x0A, 0x0D, 0xEF, 0xBB, 0xBF]
        return bytes.prefix(max(count, 0)).first { !blanks.contains($0) } == UInt8(ascii: "[")
    }
}
