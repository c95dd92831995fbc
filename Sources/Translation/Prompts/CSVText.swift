import Kernels
import Tables
import Values

/// A table as Python's `csv.writer` writes it with minimal quoting and `\n` between rows: header first, missing cells empty, numbers as
/// Python prints them.
struct CSVText {
    private let frame: Frame

    init(_ frame: Frame) { self.frame = frame }

    var header: String { CSVText.row((0..<frame.columnCount).map { CSVText.cell(frame.columns[$0]) }) }

    /// - Parameter row: from 0.
    func row(_ row: Int) -> String { CSVText.row((0..<frame.columnCount).map { CSVText.cell(frame.cell(row: row, column: $0)) }) }

    private static func cell(_ value: Value) -> String {
        guard !value.isMissing else { return "" }
        return (try? PythonText.str(value).string) ?? value.typeName
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
