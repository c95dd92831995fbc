import Diagnostics
import Glibc
import JSON

/// What an evaluation has to work on, one claim each.
enum EvaluationItem: Sendable {
    case line(JSONLine)
    case document(JSONValue)
    case record(ClaimRecord)
    /// A labelled claim that the file of queries passes over.
    case unanswered(id: JSONValue, label: Bool)
    case unreadable(Diagnostic)
}

/// Reads records one after the other out of a file: a JSON array, or one object a line.
struct RecordStream: ~Copyable {
    private let descriptor: Int32
    private let size: Int
    private let isArray: Bool
    /// Only one of the two reads; a reader at rest costs an empty buffer.
    private var array: JSONArrayReader
    private var lines: JSONLReader

    /// - Throws: `unreadableFile`.
    init(path: String) throws(Diagnostic) {
        descriptor = try openFile(path)
        var status = stat()
        size = fstat(descriptor, &status) == 0 ? max(status.st_size, 0) : 0
        isArray = RecordStream.opensArray(descriptor)
        array = JSONArrayReader(descriptor: descriptor)
        lines = JSONLReader(descriptor: descriptor, chunk: 1 << 18)
    }

    deinit { if descriptor > 0 { close(descriptor) } }

    /// The share of the file that has been read; nil where its size is not known.
    var progress: Double? {
        guard size > 0 else { return nil }
        return min(1, Double(lseek(descriptor, 0, SEEK_CUR)) / Double(size))
    }

    /// The next record; nil at the end.
    ///
    /// - Throws: where the file cannot be read on: its device fails, or the array is broken.
    mutating func next() throws(Diagnostic) -> EvaluationItem? {
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
