import Diagnostics
import Files
import JSON

/// The folder of a data set being built: its JSONL files, its card, its manifest. It appears when it is complete.
///
/// One thread at a time.
final class DatasetFolder: @unchecked Sendable {
    private let folder: StagedFolder
    private var open: [(name: String, file: HashedFile)] = []

    /// - Throws: as `StagedFolder`.
    init(_ path: String, replaces: Bool) throws(Diagnostic) {
        folder = try StagedFolder(path, replaces: replaces)
    }

    /// Adds lines to a file, which is made at its first line.
    ///
    /// - Parameter name: the file's place in the folder: `train.jsonl`, `chat/train.jsonl`.
    func append(_ lines: [UInt8], rows: Int, to name: String) throws(Diagnostic) {
        if let known = open.first(where: { $0.name == name }) { return known.file.append(lines, rows: rows) }
        if let slash = name.lastIndex(of: "/") { try folder.makeFolder(String(name[..<slash])) }
        let file = try HashedFile(folder.staging + "/" + name)
        open.append((name, file))
        file.append(lines, rows: rows)
    }

    /// What has been written, in the order of the names.
    var contents: [FileEntry] { open.sorted { $0.name < $1.name }.map { FileEntry(file: $0.name, rows: $0.file.rows, bytes: $0.file.bytes, hash: $0.file.hash) } }

    /// Adds the card and the manifest and puts everything in its place.
    func finish(_ manifest: Manifest, card: Card) throws(Diagnostic) {
        for (_, file) in open { try file.commit() }
        try write(Array(card.text.utf8), to: "README.md")
        try write(manifest.json, to: "manifest.json")
        try folder.commit()
    }

    private func write(_ bytes: [UInt8], to name: String) throws(Diagnostic) {
        let file = try AtomicFile(folder.staging + "/" + name)
        file.write(bytes)
        try file.commit()
    }
}

/// A file of a data set: its size and its hash.
struct FileEntry: Sendable {
    let file: String
    let rows: Int
    let bytes: Int
    let hash: String
}

/// A file that is hashed while it is written.
private final class HashedFile {
    private let file: AtomicFile
    private var digest = SHA256()
    private(set) var rows = 0
    private(set) var bytes = 0

    init(_ path: String) throws(Diagnostic) { file = try AtomicFile(path) }

    var hash: String { digest.hex }

    func append(_ lines: [UInt8], rows: Int) {
        file.write(lines)
        digest.update(lines)
        bytes += lines.count
        self.rows += rows
    }

    func commit() throws(Diagnostic) { try file.commit() }
}
