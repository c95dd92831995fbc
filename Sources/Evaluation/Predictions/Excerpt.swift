import Diagnostics
import Display
import JSON
import RePanda
import Tables
import Values

/// Cells of a table, for a reader: the first ones, and those that matter.
public struct Excerpt: Sendable {
    /// How much of a table is taken.
    public struct Limits: Sendable {
        let rows: Int
        let columns: Int
        let characters: Int

        /// Enough to know the table again.
        public static let glance = Limits(rows: 6, columns: 8, characters: 40)
        /// Enough to check a claim; most tables are here as a whole.
        public static let view = Limits(rows: 200, columns: 50, characters: 300)
    }

    public let header: [String]
    public let rows: [[String]]
    /// Where the rows and columns that are here stand in the whole table.
    public let rowPositions: [Int]
    public let columnPositions: [Int]
    /// Of the whole table.
    public let rowCount: Int
    public let columnCount: Int

    /// - Parameter cells: those that a reader wants to see, also where the table is larger than the limits.
    public init(_ frame: Frame, _ limits: Limits, with cells: [CellSet.Cell] = []) {
        let columns = Excerpt.positions(frame.columnCount, limits.columns, Limits.glance.columns, wanted: cells.lazy.map(\.column))
        let rows = Excerpt.positions(frame.rowCount, limits.rows, Limits.glance.rows, wanted: cells.lazy.map(\.row))
        header = columns.map { Excerpt.shown(frame.columns[$0], limits) }
        self.rows = rows.map { row in columns.map { Excerpt.shown(frame.cell(row: row, column: $0), limits) } }
        rowPositions = rows
        columnPositions = columns
        rowCount = frame.rowCount
        columnCount = frame.columnCount
    }

    private init(_ whole: Excerpt, _ limits: Limits) {
        let rows = whole.rowPositions.indices.filter { whole.rowPositions[$0] < limits.rows }
        let columns = whole.columnPositions.indices.filter { whole.columnPositions[$0] < limits.columns }
        header = columns.map { clipped(whole.header[$0], to: limits.characters) }
        self.rows = rows.map { row in columns.map { clipped(whole.rows[row][$0], to: limits.characters) } }
        rowPositions = rows.map { whole.rowPositions[$0] }
        columnPositions = columns.map { whole.columnPositions[$0] }
        rowCount = whole.rowCount
        columnCount = whole.columnCount
    }

    /// The first cells alone: what `Excerpt(frame, .glance)` is.
    public var glance: Excerpt { Excerpt(self, .glance) }

    /// Up to `most` of `count` positions: the first `least`, those wanted, and what there is room for.
    private static func positions(_ count: Int, _ most: Int, _ least: Int, wanted: some Sequence<Int>) -> [Int] {
        guard count > most else { return Array(0..<count) }
        var chosen = Set(0..<min(least, most))
        for position in wanted where chosen.count < most && (0..<count).contains(position) { chosen.insert(position) }
        for position in 0..<count where chosen.count < most { chosen.insert(position) }
        return chosen.sorted()
    }

    private static func shown(_ value: Value, _ limits: Limits) -> String { clipped((try? display(value)) ?? value.typeName, to: limits.characters) }
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
        let width = header.count
        guard rows.allSatisfy({ $0.count == width }) else { throw Diagnostic(.wrongKeyType, "the rows of 'table' are not as long as its 'header'") }
        rowPositions = try Excerpt.numbers(object.array("row_positions"), as: rows.count)
        columnPositions = try Excerpt.numbers(object.array("column_positions"), as: width)
        rowCount = try object.int("row_count")
        columnCount = try object.int("column_count")
    }

    private static func numbers(_ values: [JSONValue], as count: Int) throws(Diagnostic) -> [Int] {
        let numbers = values.compactMap(\.int)
        guard numbers.count == count, values.count == count else { throw Diagnostic(.wrongKeyType, "'table' has not one position for each row and column") }
        return numbers
    }

    static func texts(_ values: [JSONValue]) throws(Diagnostic) -> [String] {
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
        writer.key("row_positions")
        writer.ints(rowPositions)
        writer.key("column_positions")
        writer.ints(columnPositions)
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
