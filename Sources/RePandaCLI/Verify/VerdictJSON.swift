import Diagnostics
import Evaluation
import JSON
import Probing
import RePanda
import Values

/// A verdict for a program: one JSON object, with the same keys whether there is a verdict or not.
struct VerdictJSON {
    let record: ClaimRecord?
    let limits: CanonicalLimits
    /// How a translator wrote the query; nil where the claim came with it.
    let translating: Translating?

    init(_ record: ClaimRecord?, _ limits: CanonicalLimits, _ translating: Translating? = nil) {
        self.translating = translating
        self.record = record
        self.limits = limits
    }

    /// - Parameters:
    ///   - account: the steps, which without `isWhole` are told without their cells.
    ///   - flip: the change that turns the verdict.
    ///   - probe: how runs over disturbed tables ended.
    ///   - warnings: what is doubtful.
    func answer(
        _ judgement: Judgement, account: Account?, isWhole: Bool, flip: Flip.Finding? = nil, probe: Probe.Finding? = nil, warnings: [Diagnostic]
    ) -> [UInt8] {
        var writer = JSONWriter()
        begin(judgement.verdict.rawValue, &writer)
        writer.key("value")
        write(judgement.value, &writer)
        writer.key("evidence")
        if let account { write(account, judgement.engine, isWhole, &writer) } else { writer.null() }
        if let flip {
            writer.key("flip")
            flip.write(to: &writer)
        }
        if let probe {
            writer.key("probe")
            probe.write(to: &writer)
        }
        end(warnings, &writer)
        return writer.bytes
    }

    func refusal(_ refusal: Refusal) -> [UInt8] {
        var writer = JSONWriter()
        begin(nil, &writer)
        writer.key("value")
        writer.null()
        writer.key("evidence")
        writer.null()
        end(refusal.diagnostics, &writer)
        return writer.bytes
    }

    private func begin(_ verdict: String?, _ writer: inout JSONWriter) {
        writer.beginObject()
        writer.key("id")
        writer.value(record?.id ?? .null)
        writer.key("verdict")
        if let verdict { writer.string(verdict) } else { writer.null() }
        writer.key("label")
        if let label = record?.label { writer.bool(label) } else { writer.null() }
        writer.key("statement")
        if let record { writer.string(record.statement) } else { writer.null() }
        writer.key("query")
        if let record { writer.string(record.query) } else { writer.null() }
    }

    private func end(_ diagnostics: [Diagnostic], _ writer: inout JSONWriter) {
        writer.key("diagnostics")
        writer.beginArray()
        for diagnostic in diagnostics { writeDiagnostic(diagnostic, source: record.map { Text($0.query) }, to: &writer) }
        writer.endArray()
        if let translating {
            writer.key("translation")
            writer.raw(translating.json)
        }
        writer.endObject()
        writer.endLine()
    }

    /// The samples disagree too much.
    func undecided() -> [UInt8] {
        var writer = JSONWriter()
        begin("UNDECIDED", &writer)
        writer.key("value")
        writer.null()
        writer.key("evidence")
        writer.null()
        end([], &writer)
        return writer.bytes
    }

    private func write(_ account: Account, _ engine: Engine, _ isWhole: Bool, _ writer: inout JSONWriter) {
        if isWhole { Evidence(account, answeredBy: engine).write(to: &writer) } else { Evidence.writeSteps(account, answeredBy: engine, to: &writer) }
    }

    /// A value too large to write is null: the verdict stands without it.
    private func write(_ value: Value, _ writer: inout JSONWriter) {
        var body = JSONWriter()
        if (try? writeCanonical(value, to: &body, limits: limits)) != nil { writer.raw(body.bytes) } else { writer.null() }
    }
}
