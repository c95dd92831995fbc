import Kernels
import Tables
import Values

/// A table as Python's `csv.writer` writes it with minimal quoting and `\n` between rows: header first, missing cells empty, numbers as
/// Python prints them.
struct CSVText {
    private let frame: Frame
    private let mostCharacters: Int

    /// - Parameter mostCharacters: what a longer cell has beyond them is left out, with a sign.
    init(_ frame: Frame, mostCharacters: Int = .max) {
        self.frame = frame
        self.mostCharacters = mostCharacters
    }

    var header: String { CSVText.row((0..<frame.columnCount).map { cell(frame.columns[$0]) }) }

    /// - Parameter row: from 0.
    func row(_ row: Int) -> String { CSVText.row((0..<frame.columnCount).map { cell(frame.cell(row: row, column: $0)) }) }

    private func cell(_ value: Value) -> String {
        guard !value.isMissing else { return "" }
        let text = (try? PythonText.str(value).string) ?? value.typeName
        guard text.utf8.count > mostCharacters, text.unicodeScalars.count > mostCharacters else { return text }
        return String(String.UnicodeScalarView(text.unicodeScalars.prefix(mostCharacters))) + "…"
    }

    /// The line with its end. A row of one empty field is written as quotes, for an empty line is no row.
    private static func row(_ cells: [String]) -> String {
        guard cells != [""] else { return "\"\"\n" }
        return cells.map(quotedWhereNeeded).joined(separator: ",") + "\n"
    }

    private static func quotedWhereNeeded(_ cell: String) -> String {
        guard cell.utf8.contains(where: { ",\"\n\r".utf8.contains($0) }) else { return cell }
        return "\"" + cell.unicodeScalars.map { $0 == "\"" ? "\"\"" : String($0) }.joined() + "\""
    }
}
