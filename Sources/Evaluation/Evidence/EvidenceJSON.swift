import Diagnostics
import JSON
import RePanda

extension Evidence {
    /// Writes
    ///
    ///     {"read": [[row, column], …], "deciding": [[row, column], …], "steps": [{"words", "outcome", "start", "end", "cells"}, …]}
    ///
    /// Rows and columns are zero-based positions in the table as it was read; row -1 is a column's header. `start` and `end` are byte offsets in
    /// the query. Where another engine gave the value, `"by": "memory"` says that the in-memory engine was asked for the evidence.
    public func write(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.key("read")
        writer.cells(read)
        writer.key("deciding")
        writer.cells(deciding)
        writer.key("steps")
        writer.beginArray()
        for step in steps { step.write(cells: true, to: &writer) }
        writer.endArray()
        writer.by(by)
        writer.endObject()
    }

    /// Writes the steps alone, without their cells: `{"steps": [{"words", "outcome", "start", "end"}, …]}`
    public static func writeSteps(_ account: Account, answeredBy engine: Engine, to writer: inout JSONWriter) {
        writer.beginObject()
        writer.key("steps")
        writer.beginArray()
        for step in account.steps { Step(step).write(cells: false, to: &writer) }
        writer.endArray()
        writer.by(engine == .memory ? nil : .memory)
        writer.endObject()
    }

    /// Reads what `write` wrote.
    ///
    /// - Throws: where the object is no evidence.
    init(_ object: JSONObject) throws(Diagnostic) {
        var steps: [Step] = []
        for step in try object.array("steps") { steps.append(try Step(step.requireObject())) }
        self.init(
            read: try Evidence.cells(object.array("read")), deciding: try Evidence.cells(object.array("deciding")), steps: steps,
            by: try object.optionalText("by").flatMap { Engine(rawValue: $0.string) })
    }

    fileprivate static func cells(_ values: [JSONValue]) throws(Diagnostic) -> [CellSet.Cell] {
        var cells: [CellSet.Cell] = []
        cells.reserveCapacity(values.count)
        for value in values {
            let pair = try value.requireArray()
            guard pair.count == 2, let row = pair[0].int, let column = pair[1].int, row >= -1, column >= 0 else {
                throw Diagnostic(.wrongKeyType, "a cell is [row, column], both numbers")
            }
            cells.append(CellSet.Cell(row: row, column: column))
        }
        return cells
    }
}

extension Evidence.Step {
    fileprivate func write(cells isWhole: Bool, to writer: inout JSONWriter) {
        writer.beginObject()
        writer.key("words")
        writer.string(words)
        writer.key("outcome")
        writer.string(outcome)
        writer.key("start")
        writer.int(bytes.lowerBound)
        writer.key("end")
        writer.int(bytes.upperBound)
        if isWhole {
            writer.key("cells")
            writer.cells(cells)
        }
        writer.endObject()
    }

    fileprivate init(_ object: JSONObject) throws(Diagnostic) {
        words = try object.text("words").string
        outcome = try object.text("outcome").string
        let start = try object.int("start")
        bytes = start..<max(start, try object.int("end"))
        cells = try Evidence.cells(object.array("cells"))
    }
}

extension JSONWriter {
    fileprivate mutating func cells(_ cells: [CellSet.Cell]) {
        beginArray()
        for cell in cells {
            beginArray()
            int(cell.row)
            int(cell.column)
            endArray()
        }
        endArray()
    }

    fileprivate mutating func by(_ engine: Engine?) {
        guard let engine else { return }
        key("by")
        string(engine.rawValue)
    }
}
