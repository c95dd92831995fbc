import Diagnostics
import Display
import Evaluation
import JSON

/// What an evaluation found.
struct EvalReport {
    let tally: Tally

    init(_ tally: Tally) { self.tally = tally }

    /// Lines with their ends.
    var text: String { ([headline, labels] + [reported, codes].compactMap(\.self)).joined(separator: "\n\n") + "\n" }

    private var headline: String {
        let wrong = "claims without a verdict count as wrong"
        guard let accuracy = tally.accuracy else { return "no claim has a label: \(tally.claims) claims judged" }
        return "accuracy \(percent(accuracy)) (\(tally.correct) of \(tally.labelled) claims; \(wrong))"
    }

    /// Accuracy per label and the confusion of labels with verdicts, in one table.
    private var labels: String {
        var table = TextTable(["label", "claims", "said ENTAILED", "said REFUTED", "no verdict", "accuracy"], alignments: [.left, .right, .right, .right, .right, .right])
        add("ENTAILED", tally.entailed, correct: tally.entailed.entailed, &table)
        add("REFUTED", tally.refuted, correct: tally.refuted.refuted, &table)
        if tally.unlabelled.claims > 0 { add("(none)", tally.unlabelled, correct: nil, &table) }
        return table.render()
    }

    private func add(_ name: String, _ row: Tally.Row, correct: Int?, _ table: inout TextTable) {
        let share = correct.flatMap { Tally.share($0, of: row.claims) }.map(percent) ?? "-"
        table.append([name, String(row.claims), String(row.entailed), String(row.refuted), String(row.noVerdict), share])
    }

    private var reported: String? {
        guard let share = Tally.share(tally.agreeing, of: tally.reported) else { return nil }
        return "agreement with pandas_eval \(percent(share)) (\(tally.agreeing) of \(tally.reported) claims)"
    }

    /// Why there is no verdict, commonest first.
    private var codes: String? {
        var table = TextTable(["no verdict because", "code", "claims"], alignments: [.left, .left, .right])
        for (code, count) in sorted(tally.refusedByCode) { table.append(["refused: \(code.name)", code.number, String(count)]) }
        for (code, count) in sorted(tally.failedByCode) { table.append(["failed: \(code.name)", code.number, String(count)]) }
        if tally.withoutQuery > 0 { table.append(["no query", "", String(tally.withoutQuery)]) }
        if tally.unreadable > 0 { table.append(["not a claim (not counted)", "", String(tally.unreadable)]) }
        return table.isEmpty ? nil : table.render()
    }

    private func sorted(_ counts: [Code: Int]) -> [(Code, Int)] {
        counts.sorted { $0.value != $1.value ? $0.value > $1.value : $0.key.number < $1.key.number }.map { ($0.key, $0.value) }
    }
}

extension EvalReport {
    var json: String {
        var writer = JSONWriter()
        writer.beginObject()
        writeCounts(&writer)
        writer.key("labels")
        writer.beginObject()
        write("ENTAILED", tally.entailed, correct: tally.entailed.entailed, &writer)
        write("REFUTED", tally.refuted, correct: tally.refuted.refuted, &writer)
        write("none", tally.unlabelled, correct: nil, &writer)
        writer.endObject()
        writer.key("refused")
        write(sorted(tally.refusedByCode), &writer)
        writer.key("failed")
        write(sorted(tally.failedByCode), &writer)
        writer.endObject()
        writer.endLine()
        return writer.string
    }

    private func writeCounts(_ writer: inout JSONWriter) {
        writer.key("accuracy")
        if let accuracy = tally.accuracy { writer.double(accuracy) } else { writer.null() }
        writer.key("claims")
        writer.int(tally.claims)
        writer.key("labelled")
        writer.int(tally.labelled)
        writer.key("correct")
        writer.int(tally.correct)
        writer.key("without_query")
        writer.int(tally.withoutQuery)
        writer.key("unreadable")
        writer.int(tally.unreadable)
        writer.key("pandas_eval")
        writer.beginObject()
        writer.key("claims")
        writer.int(tally.reported)
        writer.key("agreeing")
        writer.int(tally.agreeing)
        writer.endObject()
    }

    private func write(_ label: StaticString, _ row: Tally.Row, correct: Int?, _ writer: inout JSONWriter) {
        writer.key(label)
        writer.beginObject()
        writer.key("claims")
        writer.int(row.claims)
        writer.key("entailed")
        writer.int(row.entailed)
        writer.key("refuted")
        writer.int(row.refuted)
        writer.key("no_verdict")
        writer.int(row.noVerdict)
        writer.key("accuracy")
        if let share = correct.flatMap({ Tally.share($0, of: row.claims) }) { writer.double(share) } else { writer.null() }
        writer.endObject()
    }

    private func write(_ counts: [(Code, Int)], _ writer: inout JSONWriter) {
        writer.beginArray()
        for (code, count) in counts {
            writer.beginObject()
            writer.key("code")
            writer.string(code.number)
            writer.key("name")
            writer.string(code.name)
            writer.key("claims")
            writer.int(count)
            writer.endObject()
        }
        writer.endArray()
    }
}
