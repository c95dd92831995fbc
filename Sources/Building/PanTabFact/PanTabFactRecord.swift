import JSON

/// One record: PanTabFact's seven keys first, then ours. Every record has every key, with a value of the same type.
struct PanTabFactRecord {
    static let schemaVersion = 1

    let table: ClaimTable
    let text: String
    let hash: String
    let entry: ClaimTable.Entry
    let trials: Trials
    /// What stands for the claim; nil where it has no candidate.
    let judged: Judged?
    /// Nil where no query passes.
    let support: Support?

    var status: Status { judged?.status ?? .noCandidate }

    var line: [UInt8] {
        var writer = JSONWriter()
        writer.beginObject()
        writePanTabFact(&writer)
        writeBuilding(&writer)
        writeSupport(&writer)
        writer.key("schema_version")
        writer.int(PanTabFactRecord.schemaVersion)
        writer.endObject()
        writer.endLine()
        return writer.bytes
    }

    private func writePanTabFact(_ writer: inout JSONWriter) {
        writer.key("id")
        writer.string(entry.id)
        writer.key("statement")
        writer.text(entry.claim.statement)
        writer.key("label")
        writer.int(entry.claim.label ? 1 : 0)
        writer.key("table_caption")
        writer.string(table.caption)
        writer.key("table_text")
        writer.string(text)
        writer.key("pandas_code")
        writer.string(judged?.trial.code ?? "")
        writer.key("pandas_eval")
        writer.string(judged?.verdict.map { $0 ? "True" : "False" } ?? "")
    }

    private func writeBuilding(_ writer: inout JSONWriter) {
        writer.key("status")
        writer.string(status.rawValue)
        writer.key("error_code")
        writer.string((judged?.error ?? judged?.trial.firstError)?.code.number ?? "")
        writer.key("corrections")
        writer.string(judged?.trial.edits.joined(separator: "; ") ?? "")
        writer.key("original_code")
        writer.string(judged?.trial.candidate.query ?? "")
        writer.key("sql")
        writer.string(judged.flatMap { $0.standing == .agrees ? $0.trial.query : nil }.flatMap { try? $0.sql() } ?? "")
        writer.key("table")
        writer.string(table.file)
        writer.key("table_hash")
        writer.string(hash)
        writer.key("split")
        writer.string(table.split)
        writer.key("channel")
        writer.string(table.channel)
        writer.key("small_test")
        writer.bool(table.isSmallTest)
    }

    private func writeSupport(_ writer: inout JSONWriter) {
        writer.key("query_rank")
        writer.int(judged?.trial.candidate.rank ?? 0)
        writer.key("candidates")
        writer.int(trials.candidates)
        writer.key("distinct_candidates")
        writer.int(trials.all.count)
        writer.key("agreeing")
        writer.int(trials.count(.agrees))
        writer.key("disagreeing")
        writer.int(trials.count(.disagrees))
        writer.key("table_dependence")
        writer.string(support?.dependence ?? "")
        writer.key("probes")
        writer.int(support?.permuted.runs ?? 0)
        writer.key("permutation_changes")
        writer.int(support.map { $0.permuted.changed + $0.permuted.failed } ?? 0)
        writer.key("omission_changes")
        writer.int(support.map { $0.omitted.changed + $0.omitted.failed } ?? 0)
        writer.key("literals")
        writer.int(support?.literals ?? 0)
        writer.key("literals_in_claim")
        writer.int(support?.literalsInClaim ?? 0)
        writer.key("literals_in_table")
        writer.int(support?.literalsInTable ?? 0)
        writer.key("doubts")
        writer.string(support?.doubts.map(\.rawValue).joined(separator: ",") ?? "")
    }
}
