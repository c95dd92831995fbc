import Diagnostics
import JSON
import Probing
import RePanda
import Values

extension Probe.Finding {
    /// Writes how a verdict or a value took disturbed tables:
    ///
    ///     {"runs": 20, "changed": 0, "failed": 0, "redrawn": {"runs": 20, "changed": 7, "failed": 0}, "vacuous": false}
    ///
    /// `redrawn`, over tables whose rows were drawn anew, is there where the cells' changing places moves nothing.
    public func write(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.write(permuted)
        if let redrawn {
            writer.key("redrawn")
            writer.beginObject()
            writer.write(redrawn)
            writer.endObject()
        }
        writer.key("vacuous")
        writer.bool(isVacuous)
        writer.endObject()
    }

    /// Reads what `write` wrote.
    ///
    /// - Throws: where the object is no such finding.
    init(_ object: JSONObject) throws(Diagnostic) {
        let redrawn = try object.optionalObject("redrawn")
        self.init(permuted: try Probe.Count(object), redrawn: try redrawn.map { (object) throws(Diagnostic) in try Probe.Count(object) })
    }
}

extension Probe.Count {
    fileprivate init(_ object: JSONObject) throws(Diagnostic) {
        self.init(runs: try object.int("runs"), changed: try object.int("changed"), failed: try object.int("failed"))
    }
}

extension JSONWriter {
    fileprivate mutating func write(_ count: Probe.Count) {
        key("runs")
        int(count.runs)
        key("changed")
        int(count.changed)
        key("failed")
        int(count.failed)
    }
}

extension Flip.Finding {
    /// Writes the change of one cell that turns a verdict, or why there is none:
    ///
    ///     {"row": 2, "column": 5, "value": 33255}      {"reason": "…"}      {"tries": 400}
    ///
    /// `tries` alone: none was found, and nothing is known that would rule it out.
    public func write(to writer: inout JSONWriter) {
        writer.beginObject()
        switch self {
        case .turns(let cell, let value): writer.write(cell, value)
        case .stays(let reason):
            writer.key("reason")
            writer.string(reason)
        case .unknown(let tries):
            writer.key("tries")
            writer.int(tries)
        }
        writer.endObject()
    }
}

extension JSONWriter {
    fileprivate mutating func write(_ cell: CellSet.Cell, _ value: Value) {
        key("row")
        int(cell.row)
        key("column")
        int(cell.column)
        key("value")
        var body = JSONWriter()
        if (try? writeCanonical(value, to: &body)) != nil { raw(body.bytes) } else { null() }
    }
}
