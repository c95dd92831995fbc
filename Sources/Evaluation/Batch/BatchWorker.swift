import Diagnostics
import Interpreter
import JSON
import RePanda
import Tables
import Values

/// Answers requests one JSON line at a time: the worker contract of `repanda batch`.
///
/// A request is `{"id", "query"}` with `table` (a path below the tables folder) or `csv` (the table as text), and optionally `dialect`. The
/// answer is `{"id", "ok": true, "value", "bool"}` or `{"id", "ok": false, "error": {"code", "message"}}`, whatever happens.
public final class BatchWorker {
    let tables: TableCache
    let budget: Budget
    private var writer = JSONWriter()

    public init(tables: TableCache, budget: Budget = .standard) {
        self.tables = tables
        self.budget = budget
    }

    /// The answer to one request, as the bytes of one line with its newline.
    public func answer(_ line: UnsafeBufferPointer<UInt8>) -> [UInt8] {
        writer.removeAll()
        do {
            try respond(line)
        } catch {
            writeError(id: .null, error.first)
        }
        writer.endLine()
        return writer.bytes
    }

    private func respond(_ line: UnsafeBufferPointer<UInt8>) throws(Refusal) {
        let request = try parsed(line)
        let id = request["id"] ?? .null
        do {
            try respond(request, id)
        } catch {
            writeError(id: id, error.first)
        }
    }

    private func parsed(_ line: UnsafeBufferPointer<UInt8>) throws(Refusal) -> JSONObject {
        do {
            return try JSONValue.parse(line).requireObject()
        } catch {
            throw Refusal([error])
        }
    }

    private func respond(_ request: JSONObject, _ id: JSONValue) throws(Refusal) {
        let (text, table) = try inputs(request)
        let answer = try Query(text, on: table, warns: false).run(budget: budget)
        var body = JSONWriter()
        do {
            try writeCanonical(answer.value, to: &body)
        } catch {
            throw Refusal([error.diagnostic])
        }
        writer.beginObject()
        writer.key("id")
        writer.value(id)
        writer.key("ok")
        writer.bool(true)
        writer.key("value")
        writer.raw(body.bytes)
        writer.key("bool")
        if let verdict = answer.verdict { writer.bool(verdict) } else { writer.null() }
        writer.endObject()
    }

    private func inputs(_ request: JSONObject) throws(Refusal) -> (String, Table) {
        do {
            let query = try request.text("query").string
            let dialect = try BatchWorker.dialect(request)
            if let csv = try request.optionalText("csv") {
                return (query, try csv.withBytes { bytes throws(Diagnostic) in try read(bytes: bytes, dialect: dialect ?? .csv, limits: tables.limits) })
            }
            let path = try request.text("table").string
            return (query, try tables.table(path, dialect: dialect ?? Dialect(guessedFrom: path)))
        } catch {
            throw Refusal([error])
        }
    }

    private static func dialect(_ request: JSONObject) throws(Diagnostic) -> Dialect? {
        guard let name = try request.optionalText("dialect") else { return nil }
        guard let dialect = Dialect(rawValue: name.string) else {
            throw Diagnostic(.invalidOption, "unknown dialect '\(name.string)': it is csv, tabfact or wtq")
        }
        return dialect
    }

    private func writeError(id: JSONValue, _ diagnostic: Diagnostic) {
        writer.removeAll()
        writer.beginObject()
        writer.key("id")
        writer.value(id)
        writer.key("ok")
        writer.bool(false)
        writer.key("error")
        writeDiagnostic(diagnostic, to: &writer)
        writer.endObject()
    }
}

extension Dialect {
    /// The dialect of a data set's own file names, where a request names none: TabFact's tables end in `.html.csv`.
    init(guessedFrom path: String) {
        self = path.hasSuffix(".html.csv") ? .tabfact : path.contains("-csv/") ? .wtq : .csv
    }
}
