import Diagnostics
import Files

/// A file of the data set's tab-separated form: a header line, then one record a line. A line break in a field is written `\n`, a bar
/// `\p`, a backslash `\\`; several values of a field are joined with `|`.
struct TabSeparated {
    let header: [String]
    /// The fields as they are written, with the line they stand in, from 1.
    let rows: [(line: Int, fields: [String])]

    /// - Throws: where the file cannot be read or is not UTF-8.
    init(path: String) throws(Diagnostic) {
        let bytes = try readFile(path, limit: 1 << 30)
        guard let text = String(validating: bytes, as: UTF8.self) else { throw Diagnostic(.invalidEncoding, "'\(path)' is not UTF-8") }
        var lines = text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).enumerated().compactMap { line -> (Int, [String])? in
            let bytes = line.element.last == UInt8(ascii: "\r") ? line.element.dropLast() : line.element
            guard !bytes.isEmpty else { return nil }
            return (line.offset + 1, bytes.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false).map { String(Substring($0)) })
        }
        header = lines.isEmpty ? [] : lines.removeFirst().1
        rows = lines.map { (line: $0.0, fields: $0.1) }
    }

    /// The position of a column.
    ///
    /// - Throws: `malformedDataset` where the header does not have it.
    func position(_ name: String) throws(Diagnostic) -> Int {
        guard let at = header.firstIndex(of: name) else { throw Diagnostic(.malformedDataset, "the header has no column '\(name)'") }
        return at
    }

    /// A field as it was meant, by the official evaluator's replacements in their order.
    static func unescaped(_ field: String) -> String {
        guard field.utf8.contains(UInt8(ascii: "\\")) else { return field }
        return replaced(replaced(replaced(field, #"\n"#, "\n"), #"\p"#, "|"), #"\\"#, #"\"#)
    }

    /// By code points, as in Python: a bar before a combining mark is a bar.
    static func list(_ field: String) -> [String] {
        field.unicodeScalars.split(separator: "|", omittingEmptySubsequences: false).map { unescaped(String($0)) }
    }

    private static func replaced(_ text: String, _ old: String, _ new: String) -> String {
        text.unicodeScalars.split(separator: old.unicodeScalars, omittingEmptySubsequences: false).map { String($0) }.joined(separator: new)
    }
}
