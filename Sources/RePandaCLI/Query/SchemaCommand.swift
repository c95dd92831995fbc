import ArgumentParser
import Diagnostics
import Display
import JSON
import RePanda
import Tables

struct SchemaCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "schema",
        abstract: "Show how a table was read: each column's name, type, missing cells, and why.",
        discussion: """
            The types are those of pandas.read_csv over the whole file. The reason names the cell that decides: a single '12.9 (81)' makes a column \
            text, and every comparison with a number then False.

            Examples:

              repanda schema crowds.csv

              repanda schema table.html.csv --dialect tabfact --json
            """)

    @Argument(help: "The table's file.")
    var table: String

    @Flag(help: "Print one JSON object: {\"dialect\", \"rows\", \"columns\", …}.")
    var json = false

    @OptionGroup
    var options: TableOptions

    @OptionGroup(title: "Databases")
    var storage: DatabaseOptions

    func run() throws {
        let table = try loadedTable()
        if json { StandardStreams.out(SchemaReport(table).json) } else { showText(table) }
    }

    private func showText(_ table: LoadedTable) {
        Complaints(name: self.table, json: false).show(table.warnings)
        StandardStreams.out(SchemaReport(table).text + "\n")
    }

    private func loadedTable() throws -> LoadedTable {
        do { return try storage.load(table, options) } catch { throw Complaints(name: table, json: json).refuse(error) }
    }
}

/// A table's typing contract, shown.
struct SchemaReport {
    let schema: Schema
    let warnings: [Diagnostic]

    init(_ table: LoadedTable) {
        schema = table.schema
        warnings = table.warnings
    }

    var text: String {
        var rows = TextTable(["column", "type", "missing", "read so because"], alignments: [.left, .left, .right, .left], maximumWidth: 100)
        for column in schema.indexColumns { rows.append(["(row labels)"] + SchemaReport.cells(column)) }
        for column in schema.columns { rows.append([column.name.string] + SchemaReport.cells(column)) }
        return rows.render() + "\n\(counted(schema.rowCount, "row")), \(counted(schema.columns.count, "column")), read as \(schema.dialect?.rawValue ?? "a database")"
    }

    private static func cells(_ column: ColumnSchema) -> [String] {
        let renamed = column.isRenamed ? "; the header is '\(column.header.string)'" : ""
        return [column.type.rawValue, String(column.missing), column.reading.description + renamed]
    }

    var json: [UInt8] {
        var writer = JSONWriter()
        writer.beginObject()
        writer.key("dialect")
        if let dialect = schema.dialect { writer.string(dialect.rawValue) } else { writer.null() }
        writer.key("rows")
        writer.int(schema.rowCount)
        writer.key("columns")
        SchemaReport.write(schema.columns, &writer)
        writer.key("index_columns")
        SchemaReport.write(schema.indexColumns, &writer)
        writer.key("warnings")
        writer.beginArray()
        for warning in warnings { writeDiagnostic(warning, to: &writer) }
        writer.endArray()
        writer.endObject()
        writer.endLine()
        return writer.bytes
    }

    private static func write(_ columns: [ColumnSchema], _ writer: inout JSONWriter) {
        writer.beginArray()
        for column in columns {
            writer.beginObject()
            writer.key("name")
            writer.text(column.name)
            writer.key("header")
            writer.text(column.header)
            writer.key("type")
            writer.string(column.type.rawValue)
            writer.key("missing")
            writer.int(column.missing)
            writer.key("reason")
            writer.string(column.reading.description)
            writer.endObject()
        }
        writer.endArray()
    }
}

/// `1 row`, `2 rows`.
func counted(_ count: Int, _ one: String) -> String { "\(count) \(one)\(count == 1 ? "" : "s")" }
