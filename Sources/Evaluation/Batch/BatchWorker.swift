import Diagnostics
import Files
import Interpreter
import JSON
import RePanda
import Tables
import Values

/// Answers requests one JSON line at a time: the worker contract of `repanda batch`.
///
/// A request is `{"id", "query"}` with `table` (a path below the tables folder) or `csv` (the table as text), and optionally `dialect`;
/// other keys are passed over. The answer is `{"id", "ok": true, "value", "bool"}`, with `"evidence"` where the request says
/// `"explain": true`, or `{"id", "ok": false, "error": {"code", "message", …}}`, whatever happens. Where either engine may answer (`auto`),
/// `engine` says which did. One instance a thread; the tables may be shared.
public final class BatchWorker {
    /// How every request is answered; the operator sets it.
    public struct Settings: Sendable {
        public var budget = Budget.standard
        /// What runs the queries.
        public var engine = Engine.memory
        /// The most bytes of one value's JSON.
        public var output = CanonicalLimits.standard
        /// The dialect of requests that name none.
        public var dialect = Dialect.csv
        /// Whether answers carry `warnings`.
        public var warns = false
        /// Whether what models wrap around code is stripped; Python calls it a syntax error.
        public var normalizes = false

        public init() {}
    }

    private let tables: TableCache
    private let settings: Settings
    private var writer = JSONWriter()

    public init(tables: TableCache, settings: Settings = Settings()) {
        self.tables = tables
        self.settings = settings
    }

    /// Appends the answer to one line: the bytes of one line with its newline.
    public func answer(_ line: JSONLine, to out: inout [UInt8]) {
        do {
            answer(try line.parse(), to: &out)
        } catch {
            refuse(error, to: &out)
        }
    }

    /// Appends the answer where a line could not even be read.
    public func refuse(_ diagnostic: Diagnostic, to out: inout [UInt8]) { finish(Failed(id: .null, diagnostic: diagnostic, query: nil), to: &out) }

    private func answer(_ document: JSONValue, to out: inout [UInt8]) {
        do throws(Failed) {
            writer.removeAll()
            try respond(to: Request(document, settings.dialect))
            writer.endLine()
            out += writer.bytes
        } catch {
            finish(error, to: &out)
        }
    }

    private func respond(to request: Request) throws(Failed) {
        do throws(Refusal) {
            let query = try Query(request.query, on: table(request), warns: settings.warns, normalizing: settings.normalizes)
            if request.explains {
                let (answer, account) = try query.explained(engine: settings.engine, budget: settings.budget)
                try write(answer, account, query, request)
            } else {
                try write(query.run(engine: settings.engine, budget: settings.budget), nil, query, request)
            }
        } catch {
            throw Failed(id: request.id, diagnostic: error.first, query: request.query)
        }
    }

    private func table(_ request: Request) throws(Refusal) -> Table {
        do throws(Diagnostic) {
            switch request.source {
            case .path(let path): return try tables.table(path, dialect: request.dialect)
            case .text(let text): return try read(text: text, dialect: request.dialect, limits: tables.limits)
            }
        } catch {
            throw Refusal([error])
        }
    }

    private func write(_ answer: Answer, _ account: Account?, _ query: Query, _ request: Request) throws(Refusal) {
        writer.beginObject()
        writer.key("id")
        writer.value(request.id)
        writer.key("ok")
        writer.bool(true)
        writer.key("value")
        do throws(Failure) { try writeCanonical(answer.value, to: &writer, limits: settings.output) } catch { throw Refusal([error.diagnostic]) }
        writer.key("bool")
        if let verdict = answer.verdict { writer.bool(verdict) } else { writer.null() }
        if settings.engine == .auto {
            writer.key("engine")
            writer.string(answer.engine.rawValue)
        }
        if let account {
            writer.key("evidence")
            writeEvidence(account, answeredBy: answer.engine, to: &writer)
        }
        if settings.warns { write(query.warnings + (account?.doubts ?? []), request.query) }
        writer.endObject()
    }

    private func write(_ warnings: [Diagnostic], _ query: String) {
        writer.key("warnings")
        writer.beginArray()
        for warning in warnings { writeDiagnostic(warning, source: Text(query), to: &writer) }
        writer.endArray()
    }

    private func finish(_ failed: Failed, to out: inout [UInt8]) {
        writer.removeAll()
        writer.beginObject()
        writer.key("id")
        writer.value(failed.id)
        writer.key("ok")
        writer.bool(false)
        writer.key("error")
        writeDiagnostic(failed.diagnostic, source: failed.query.map { Text($0) }, to: &writer)
        writer.endObject()
        writer.endLine()
        out += writer.bytes
    }
}

/// Why a request has no value.
struct Failed: Error {
    var id: JSONValue
    var diagnostic: Diagnostic
    /// The text that places in the diagnostic speak of.
    var query: String?
}
