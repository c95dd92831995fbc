import Syntax

/// The text of a query on its own.
public enum CodeText {
    /// The code alone, as Python would take it: fences, prose and shared indentation are gone.
    ///
    /// - Returns: the code, and what was left out, each in words.
    public static func unwrapped(_ text: String) -> (code: String, edits: [String]) {
        let normalized = Normalizer.normalize(Array(text.utf8))
        let lines = normalized.bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map { line in
            line.dropFirst(min(normalized.margin, line.prefix { $0 == UInt8(ascii: " ") }.count))
        }
        let joined = String(decoding: Array(lines.joined(separator: [UInt8(ascii: "\n")])), as: UTF8.self)
        return (trimmed(joined), normalized.notes.map { "\($0.code.number) \($0.code.name): \($0.message)" })
    }

    /// The query in one spelling, so that blanks and quotes make no two of one.
    public static func spelling(_ code: String) -> String {
        guard let script = Parser.parse(Array(code.utf8)).script else { return code }
        return Printer.print(script)
    }

    private static func trimmed(_ text: String) -> String {
        var text = text[...]
        while let last = text.unicodeScalars.last, last.properties.isWhitespace { text.unicodeScalars.removeLast() }
        while let first = text.unicodeScalars.first, first.properties.isWhitespace { text.unicodeScalars.removeFirst() }
        return String(text)
    }
}
