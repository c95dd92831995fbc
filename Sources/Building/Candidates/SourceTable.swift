import Diagnostics
import Files
import RePanda
import Tables
import Values

/// A table's file: what it says, what it hashes to, and the table it becomes.
struct SourceTable: Sendable {
    /// The file's text; the last line ends with a line break. TabFact's lines end with LF, as Python's text files give them.
    let text: String
    /// SHA-256 of the file's bytes.
    let hash: String
    let table: Table

    /// - Parameter name: the file's path below the folder.
    /// - Throws: where it leaves the folder or cannot be read.
    init(_ name: String, in folder: TableFolder, dialect: Dialect) throws(Diagnostic) {
        let bytes = try readFile(folder.resolve(name), limit: Limits.standard.bytes)
        table = try read(bytes: bytes, dialect: dialect)
        hash = SHA256.hex(bytes)
        let text = String(decoding: dialect == .tabfact ? SourceTable.withoutReturns(bytes) : bytes, as: UTF8.self)
        self.text = text.utf8.last == UInt8(ascii: "\n") ? text : text + "\n"
    }

    private static func withoutReturns(_ bytes: [UInt8]) -> [UInt8] {
        let (cr, lf) = (UInt8(ascii: "\r"), UInt8(ascii: "\n"))
        return bytes.indices.compactMap { at in
            guard bytes[at] == cr else { return bytes[at] }
            return at + 1 < bytes.count && bytes[at + 1] == lf ? nil : lf
        }
    }
}
