import Diagnostics
import Tables
import Values

extension Lint {
    /// Reads one table and tells what is odd about it.
    ///
    /// - Parameter name: what findings call it.
    mutating func lintTable(_ path: String, _ name: String, _ dialect: Dialect) {
        do {
            lint(try read(path: path, dialect: dialect), name)
        } catch {
            add(.unreadableTable, name, error.message)
        }
    }

    private mutating func lint(_ table: Table, _ name: String) {
        for warning in table.warnings {
            if warning.code == .skippedRows { add(.skippedRows, name, warning.message) }
            if warning.code == .cutCells { add(.cutCells, name, warning.message) }
        }
        if table.schema.rowCount == 0 { add(.tableWithoutRows, name, "the table has a header only") }
        let labels = table.schema.indexColumns.count
        if labels > 0 { add(.headerTooShort, name, "rows have \(labels) more \(labels == 1 ? "field" : "fields") than the header") }
        lintHeaders(table.schema, name)
    }

    private mutating func lintHeaders(_ schema: Schema, _ name: String) {
        for (at, column) in schema.columns.enumerated() {
            if column.header.isEmpty { add(.emptyHeader, name, "column \(at) has no header; pandas calls it \(quoted(column.name))") }
            if column.isRenamed, !column.header.isEmpty { add(.repeatedHeader, name, "\(quoted(column.header)) again; pandas calls it \(quoted(column.name))") }
            if column.header.string.contains("\n") { add(.lineBreakInHeader, name, "column \(at) is called \(quoted(column.header))") }
        }
    }
}
