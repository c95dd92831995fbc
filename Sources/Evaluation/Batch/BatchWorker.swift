import Diagnostics
import Files
import Interpreter
import JSON
import Probing
import RePanda
import Scoring
import Tables
import Translation
import Values

/// Answers requests one JSON line at a time: the worker contract of `repanda batch`.
///
/// A request is `{"id", "query"}` with `table` (a path below the tables folder) or `csv` (the table as text), and optionally `dialect`;
/// other keys are passed over. Instead of a query there may be a `claim` or a `question`, for which the worker's translator writes one: its answer has
/// `query`, `verdict` and `confidence` too, and where nothing is decided `suggestions`. The answer is `{"id", "ok": true, "value", "bool"}`, with `"evidence"` where the request says
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
        /// Who writes the queries of claims and questions; nil refuses them.
        public var translator: (any SentenceTranslator)?
        /// The chance or agreement below which a claim is not decided; nil for the translator's own.
        public var abstainBelow: Double?

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
        switch request.matter {
        case .query(let text): try respond(to: request, text, settings.normalizes, nil)
        case .sentence(let kind, let text, let caption): try respond(to: request, kind, text, caption)
        }
    }

    private func respond(to request: Request, _ text: String, _ normalizes: Bool, _ ballot: Ballot?) throws(Failed) {
        do throws(Refusal) {
            let table = try self.table(request)
            let query = try Query(text, on: table, warns: settings.warns, normalizing: normalizes)
            if request.explains {
                let (answer, account) = try query.explained(engine: settings.engine, budget: settings.budget)
                try write(Response(answer: answer, account: account, finding: finding(query, table, answer, request), ballot: ballot), query, request)
            } else {
                let answer = try query.run(engine: settings.engine, budget: settings.budget)
                try write(Response(answer: answer, account: nil, finding: finding(query, table, answer, request), ballot: ballot), query, request)
            }
        } catch {
            throw Failed(id: request.id, diagnostic: error.first, query: text)
        }
    }

    /// A claim or a question: first the query, then as for any other.
    private func respond(to request: Request, _ kind: Sentence.Kind, _ text: String, _ caption: String?) throws(Failed) {
        let ballot: Ballot
        do throws(Refusal) {
            guard let translator = settings.translator else {
                throw Refusal([Diagnostic(.invalidOption, "nobody is there to write queries for sentences", helps: ["send a 'query'"])])
            }
            let sentence = Sentence(kind, text, caption: caption, table: try table(request))
            do throws(Diagnostic) {
                ballot = try translator.poll(sentence, samples: 1, abstainBelow: settings.abstainBelow, concurrency: 1)
            } catch {
                throw Refusal([error])
            }
        } catch {
            throw Failed(id: request.id, diagnostic: error.first, query: nil)
        }
        guard case .success(let draft)? = ballot.chosen, draft.accepted != nil else { throw Failed(id: request.id, diagnostic: ballot.failure, query: nil) }
        guard !ballot.isUndecided else { return writeUndecided(request, ballot) }
        try respond(to: request, draft.query, true, ballot)
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
        /// How the query was found; nil where it came with the request.
        let ballot: Ballot?
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
        if let ballot = response.ballot { writeTranslation(ballot, answer, request) }
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
        if settings.warns { write(query.warnings + (response.account?.doubts ?? []), query.text) }
        writer.endObject()
    }

    private func writeTranslation(_ ballot: Ballot, _ answer: Answer, _ request: Request) {
        switch request.matter {
        case .sentence(.claim, _, _): writeVerdict(answer.verdict.map { $0 ? .entailed : .refuted })
        case .sentence(.question, _, _): writeItems(answerItems(of: answer.value))
        case .query: break
        }
        writer.key("query")
        writer.optional((try? ballot.chosen?.get())?.query)
        writeConfidence(ballot)
    }

    private func writeVerdict(_ verdict: Verdict?) {
        writer.key("verdict")
        writer.string(verdict?.rawValue ?? "UNDECIDED")
    }

    /// An answer's items; null where nothing is decided.
    private func writeItems(_ items: [String]?) {
        writer.key("answer")
        guard let items else { return writer.null() }
        writer.beginArray()
        for item in items { writer.string(item) }
        writer.endArray()
    }

    private func writeConfidence(_ ballot: Ballot) {
        writer.key("confidence")
        if let confidence = ballot.confidence ?? ballot.agreement { writer.double(confidence) } else { writer.null() }
    }

    /// The answer is not sure enough: what it may be, the likeliest first.
    private func writeUndecided(_ request: Request, _ ballot: Ballot) {
        writer.beginObject()
        writer.key("id")
        writer.value(request.id)
        writer.key("ok")
        writer.bool(true)
        writer.key("value")
        writer.null()
        writer.key("bool")
        writer.null()
        if case .sentence(.question, _, _) = request.matter { writeItems(nil) } else { writeVerdict(nil) }
        writeConfidence(ballot)
        writer.key("suggestions")
        writer.beginArray()
        for sample in ballot.samples { if let draft = try? sample.get(), draft.accepted != nil { writer.string(draft.query) } }
        writer.endArray()
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
