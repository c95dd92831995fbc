import Diagnostics
import Display
import JSON
import Tables
import Values

/// The first cells of a table, for a reader.
public struct Excerpt: Sendable {
    private static let mostRows = 6
    private static let mostColumns = 8
    private static let mostCharacters = 40

    public let header: [String]
    public let rows: [[String]]
    /// Of the whole table.
    public let rowCount: Int
    public let columnCount: Int

    init(_ frame: Frame) {
        let columns = 0..<min(frame.columnCount, Excerpt.mostColumns)
        header = columns.map { Excerpt.shown(frame.columns[$0]) }
        rows = (0..<min(frame.rowCount, Excerpt.mostRows)).map { row in columns.map { Excerpt.shown(frame.cell(row: row, column: $0)) } }
        rowCount = frame.rowCount
        columnCount = frame.columnCount
    }

    private static func shown(_ value: Value) -> String { clipped((try? display(value)) ?? value.typeName, to: mostCharacters) }
}

/// A text's first characters, with a sign where there are more.
func clipped(_ text: String, to length: Int) -> String {
    text.unicodeScalars.count <= length ? text : String(String.UnicodeScalarView(text.unicodeScalars.prefix(length - 1))) + "…"
}

extension Excerpt {
    init(_ object: JSONObject) throws(Diagnostic) {
        header = try Excerpt.texts(object.array("header"))
        var rows: [[String]] = []
        for row in try object.array("rows") { rows.append(try Excerpt.texts(row.requireArray())) }
        self.rows = rows
        rowCount = try object.int("row_count")
        columnCount = try object.int("column_count")
    }

    private static func texts(_ values: [JSONValue]) throws(Diagnostic) -> [String] {
        var texts: [String] = []
        for value in values { texts.append(try value.requireText().string) }
        return texts
    }

    func write(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.key("header")
        Excerpt.write(header, &writer)
        writer.key("rows")
        writer.beginArray()
        for row in rows { Excerpt.write(row, &writer) }
        writer.endArray()
        writer.key("row_count")
        writer.int(rowCount)
        writer.key("column_count")
        writer.int(columnCount)
        writer.endObject()
    }

    private static func write(_ cells: [String], _ writer: inout JSONWriter) {
        writer.beginArray()
        for cell in cells { writer.string(cell) }
        writer.endArray()
    }
}
