import Diagnostics
import Files
import Interpreter
import JSON
import Probing
import RePanda
import Tables
import Values

/// Answers requests one JSON line at a time: the worker contract of `repanda batch`.
///
/// A request is `{"id", "query"}` with `table` (a path below the tables folder) or `csv` (the table as text), and optionally `dialect`;
/// other keys are passed over. The answer is `{"id", "ok": true, "value", "bool"}`, with `"evidence"` where the request says
/// `"explain": true` and `"probe"` where it says how many disturbed tables to try, or `{"id", "ok": false, "error": {"code", "message", …}}`, whatever happens. Where either engine may answer (`auto`),
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
            let table = try self.table(request)
            let query = try Query(request.query, on: table, warns: settings.warns, normalizing: settings.normalizes)
            if request.explains {
                let (answer, account) = try query.explained(engine: settings.engine, budget: settings.budget)
                try write(Response(answer: answer, account: account, finding: finding(query, table, answer, request)), query, request)
            } else {
                let answer = try query.run(engine: settings.engine, budget: settings.budget)
                try write(Response(answer: answer, account: nil, finding: finding(query, table, answer, request)), query, request)
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

    /// What a request asked for.
    private struct Response {
        let answer: Answer
        let account: Account?
        let finding: Probe.Finding?
    }

    private func finding(_ query: Query, _ table: Table, _ answer: Answer, _ request: Request) -> Probe.Finding? {
        request.probe.flatMap { Probe(runs: $0, seed: request.seed, budget: settings.budget).weigh(query, on: table.frame, value: answer.value) }
    }

    private func write(_ response: Response, _ query: Query, _ request: Request) throws(Refusal) {
        let answer = response.answer
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
        if let account = response.account {
            writer.key("evidence")
            Evidence(account, answeredBy: answer.engine).write(to: &writer)
        }
        if let finding = response.finding {
            writer.key("probe")
            finding.write(to: &writer)
        }
        if settings.warns { write(query.warnings + (response.account?.doubts ?? []), request.query) }
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
