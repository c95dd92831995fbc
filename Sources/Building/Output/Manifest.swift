import Diagnostics
import Files
import JSON
import Values

/// What a data set was built from, how, and what it holds: `manifest.json`.
///
/// It says nothing of the day or the machine, so that the same build gives the same bytes.
public struct Manifest: Sendable {
    /// The data set's name: `PanTabFact`, `PanWiki`, `WikiFact`.
    public let dataset: String
    /// Where the claims or questions come from, in words.
    let origin: String
    let schemaVersion: Int
    /// The options that decide the bytes, by name.
    let options: [(name: String, value: JSONValue)]
    let sources: [FileEntry]
    public let counts: Counts
    /// Of the data set's own files, without the card and the manifest.
    public let files: [(name: String, rows: Int)]
    let entries: [FileEntry]

    init(dataset: String, origin: String, schemaVersion: Int, options: [(String, JSONValue)], sources: [FileEntry], counts: Counts, entries: [FileEntry]) {
        self.dataset = dataset
        self.origin = origin
        self.schemaVersion = schemaVersion
        self.options = options.map { (name: $0.0, value: $0.1) }
        self.sources = sources
        self.counts = counts
        self.entries = entries
        files = entries.map { ($0.file, $0.rows) }
    }

    /// One object and a line end.
    public var json: [UInt8] {
        var writer = JSONWriter()
        writer.beginObject()
        writer.key("dataset")
        writer.string(dataset)
        writer.key("schema_version")
        writer.int(schemaVersion)
        writer.key("origin")
        writer.string(origin)
        writer.key("options")
        writer.beginObject()
        for option in options {
            writer.key(text: Text(option.name))
            writer.value(option.value)
        }
        writer.endObject()
        writer.key("counts")
        counts.write(to: &writer)
        writer.key("sources")
        Manifest.write(sources, &writer)
        writer.key("files")
        Manifest.write(entries, &writer)
        writer.endObject()
        writer.endLine()
        return writer.bytes
    }

    private static func write(_ entries: [FileEntry], _ writer: inout JSONWriter) {
        writer.beginArray()
        for entry in entries {
            writer.beginObject()
            writer.key("file")
            writer.string(entry.file)
            writer.key("rows")
            writer.int(entry.rows)
            writer.key("bytes")
            writer.int(entry.bytes)
            writer.key("sha256")
            writer.string(entry.hash)
            writer.endObject()
        }
        writer.endArray()
    }
}

extension FileEntry {
    /// A file that a build reads.
    ///
    /// - Parameter name: what the manifest calls it, without the folder it happened to lie in.
    static func source(_ path: String, name: String) throws(Diagnostic) -> FileEntry {
        let bytes = try readFile(path, limit: 1 << 32)
        return FileEntry(file: name, rows: bytes.count { $0 == UInt8(ascii: "\n") }, bytes: bytes.count, hash: SHA256.hex(bytes))
    }
}
