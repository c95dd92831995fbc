import Diagnostics
import JSON
import RePanda
import Values

/// Evidence as JSON:
///
///     {"read": [[row, column], …], "deciding": [[row, column], …], "steps": [{"words", "outcome", "start", "end", "cells"}, …]}
///
/// Rows and columns are zero-based positions in the table as it was read; row -1 is a column's header. `start` and `end` are byte offsets in
/// the query. Where another engine gave the value, `"by": "memory"` says that the in-memory engine was asked for the evidence.
public func writeEvidence(_ account: Account, answeredBy engine: Engine = .memory, to writer: inout JSONWriter) {
    writer.beginObject()
    writer.key("read")
    write(account.support.read, &writer)
    writer.key("deciding")
    write(account.support.deciding, &writer)
    writer.key("steps")
    writer.beginArray()
    for step in account.steps { write(step, &writer) }
    writer.endArray()
    if engine != .memory {
        writer.key("by")
        writer.string(Engine.memory.rawValue)
    }
    writer.endObject()
}

private func write(_ cells: CellSet, _ writer: inout JSONWriter) {
    writer.beginArray()
    for cell in cells.cells {
        writer.beginArray()
        writer.int(cell.row)
        writer.int(cell.column)
        writer.endArray()
    }
    writer.endArray()
}

private func write(_ step: AccountStep, _ writer: inout JSONWriter) {
    writer.beginObject()
    writer.key("words")
    writer.string(step.words)
    writer.key("outcome")
    writer.string(step.outcome)
    writer.key("start")
    writer.int(step.span.start)
    writer.key("end")
    writer.int(step.span.end)
    writer.key("cells")
    write(step.cells, &writer)
    writer.endObject()
}
