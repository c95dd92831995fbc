import JSON
import Scoring

/// A candidate for a question that was tried: its items against the answer.
struct Answered: Sendable {
    let trial: Trial
    /// The items of the query's value; nil where it has none.
    let items: [String]?
    let isAccepted: Bool

    init(_ trial: Trial, _ answer: RightAnswer) {
        self.trial = trial
        items = trial.answer.flatMap { answerItems(of: $0.value) }
        isAccepted = items.map { answer.accepts($0) } ?? false
    }
}

/// One record of PanWiki. Every record has every key, with a value of the same type.
struct PanWikiRecord {
    static let schemaVersion = 1

    let source: SplitQuestion
    let text: String
    let hash: String
    let answer: RightAnswer
    let trials: [Answered]
    let candidates: Int
    /// What stands for the question: the first candidate that is accepted, uncorrected ones before; else the first that has an answer; else
    /// the first. Nil where there is no candidate.
    let chosen: Answered?

    /// `as-written`, `corrected`, `failed`, `refused`, `no-candidate`.
    var status: String {
        guard let chosen else { return "no-candidate" }
        guard chosen.items != nil else { return chosen.trial.error.map { Judged.standing($0).rawValue } ?? "failed" }
        return chosen.trial.isCorrected ? "corrected" : "as-written"
    }

    var line: [UInt8] {
        var writer = JSONWriter()
        writer.beginObject()
        writeQuestion(&writer)
        writeQuery(&writer)
        writer.key("split")
        writer.string(source.split)
        writer.key("schema_version")
        writer.int(PanWikiRecord.schemaVersion)
        writer.endObject()
        writer.endLine()
        return writer.bytes
    }

    private func writeQuestion(_ writer: inout JSONWriter) {
        writer.key("id")
        writer.string(source.question.id)
        writer.key("question")
        writer.string(source.question.utterance)
        writer.key("table")
        writer.string(source.question.table)
        writer.key("table_text")
        writer.string(text)
        writer.key("dialect")
        writer.string("wtq")
        writer.key("table_hash")
        writer.string(hash)
        writer.key("query")
        writer.string(chosen?.trial.code ?? "")
        writer.key("answer")
        writer.strings(answer.items)
        writer.key("canonical_answer")
        writer.strings(answer.canonical)
        writer.key("canonical_source")
        writer.string(answer.isTagged ? "tagged" : "answer")
        writer.key("prediction")
        writer.strings(chosen?.items ?? [])
        writer.key("accepted")
        writer.bool(chosen?.isAccepted ?? false)
    }

    private func writeQuery(_ writer: inout JSONWriter) {
        writer.key("status")
        writer.string(status)
        writer.key("error_code")
        writer.string((chosen?.trial.error ?? chosen?.trial.firstError)?.code.number ?? "")
        writer.key("corrections")
        writer.string(chosen?.trial.edits.joined(separator: "; ") ?? "")
        writer.key("original_query")
        writer.string(chosen?.trial.candidate.query ?? "")
        writer.key("sql")
        writer.string(chosen?.trial.query.flatMap { try? $0.sql() } ?? "")
        writer.key("query_rank")
        writer.int(chosen?.trial.candidate.rank ?? 0)
        writer.key("candidates")
        writer.int(candidates)
        writer.key("distinct_candidates")
        writer.int(trials.count)
        writer.key("accepted_candidates")
        writer.int(trials.count { $0.isAccepted })
    }
}
