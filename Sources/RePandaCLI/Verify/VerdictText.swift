import Diagnostics
import Display
import Evaluation
import RePanda
import Values

/// A verdict for a reader: what was claimed, what was asked, what came out, and the cells behind it.
struct VerdictText {
    let record: ClaimRecord
    let options: DisplayOptions
    /// How a translator wrote the query; nil where the claim came with it.
    let translating: Translating?

    init(_ record: ClaimRecord, _ options: DisplayOptions, _ translating: Translating? = nil) {
        self.translating = translating
        self.record = record
        self.options = options
    }

    /// Lines with their ends.
    ///
    /// - Parameter evidence: the lines that tell why.
    func render(_ judgement: Judgement, evidence: [String]) -> String {
        var lines = [judgement.verdict.rawValue, "claim:  \(visible(record.statement))"]
        if let caption = record.caption { lines.append("table:  \(visible(caption))") }
        lines.append("query:  " + indented(record.query))
        lines += translating?.lines.map(visible) ?? []
        lines.append("value:  " + indented(text(judgement.value)))
        if let label = record.label { lines.append("label:  \(labelText(label, judgement.verdict))") }
        return (lines + evidence).map { $0 + "\n" }.joined()
    }

    /// The samples disagree too much.
    var undecided: String { (["UNDECIDED", "claim:  \(visible(record.statement))"] + (translating?.lines.map(visible) ?? [])).map { $0 + "\n" }.joined() }

    private func labelText(_ label: Bool, _ verdict: Verdict) -> String {
        let labelled: Verdict = label ? .entailed : .refuted
        return "\(labelled.rawValue) (\(labelled == verdict ? "agrees" : "differs"))"
    }

    private func text(_ value: Value) -> String { (try? display(value, options: options)) ?? "a \(value.typeName) too long to show" }

    /// Later lines stand below the first, which follows its heading.
    private func indented(_ text: String) -> String {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        let margin = "\n" + String(repeating: " ", count: 8)
        return lines.count > 1 ? margin + lines.joined(separator: margin) : text
    }
}
