import Evaluation
import HTML
import RePanda

/// The page of one claim of an evaluation.
struct EvidenceView {
    let page: AccountPage

    /// - Parameters:
    ///   - report: the report's file, one folder up.
    ///   - source: what was evaluated.
    init?(_ prediction: Prediction, report: String, _ source: String) {
        guard let evidence = prediction.evidence, let exhibit = prediction.exhibit, let query = exhibit.query, let table = exhibit.table else { return nil }
        page = AccountPage(
            title: EvidenceView.title(prediction), navigation: EvidenceView.navigation(report, source), facts: EvidenceView.facts(prediction, exhibit), query: query,
            evidence: evidence, table: table)
    }

    private static func navigation(_ report: String, _ source: String) -> Markup {
        "<nav><a href=\"../\(address(report))\">Evaluation of \(source)</a> · <a href=\"list-1.html\">all pages of evidence</a></nav>\n"
    }

    static func title(_ prediction: Prediction) -> String {
        switch prediction.outcome {
        case .judged(let verdict): verdict.rawValue
        case .answered(let isCorrect): isCorrect ? "The right answer" : "A wrong answer"
        case .refused(let error), .failed(let error): "No verdict: \(error.message)"
        case .noQuery: "No query"
        case .undecided: "UNDECIDED"
        }
    }

    private static func facts(_ prediction: Prediction, _ exhibit: Exhibit) -> [(String, String)] {
        var facts = [(prediction.kind == .claim ? "Claim" : "Question", exhibit.statement)]
        if let caption = exhibit.caption { facts.append(("Table", caption)) }
        if let label = prediction.label { facts.append(("Label", (label ? Verdict.entailed : .refuted).rawValue + (prediction.isCorrect == true ? " (agrees)" : " (differs)"))) }
        if let answer = exhibit.answer { facts.append(("Right answer", answer.joined(separator: ", "))) }
        if prediction.kind == .question, let value = exhibit.value { facts.append(("Value", value)) }
        facts += prediction.doubts.map { ("Doubt", $0) }
        if let finding = prediction.finding { facts.append(("Probe", ProbeText.line(finding))) }
        return facts + [("Record", String(prediction.number))]
    }
}

/// Some of the pages of evidence, one line each.
struct EvidenceList {
    /// What a list says of a claim.
    struct Line {
        let number: Int
        let statement: String
        /// `said REFUTED, labelled ENTAILED: wrong, vacuous`
        let remark: String

        init(_ prediction: Prediction) {
            number = prediction.number
            statement = String((prediction.exhibit?.statement ?? "").prefix(200))
            let said = prediction.outcome.verdict.map { "said \($0.rawValue)" } ?? (prediction.kind == .question ? "answered" : "no verdict")
            let label = prediction.label.map { ", labelled " + ($0 ? Verdict.entailed : .refuted).rawValue } ?? ""
            let marks = [prediction.isCorrect.map { $0 ? "right" : "wrong" }, prediction.finding?.isVacuous == true ? "vacuous" : nil].compactMap(\.self)
            remark = said + label + (marks.isEmpty ? "" : ": " + marks.joined(separator: ", "))
        }
    }

    let lines: [Line]
    /// Of this list, from 1, and of all lists.
    let number: Int
    let count: Int
    let report: String
    let source: String

    var html: String { Page("Evidence, \(source)", body: body).html }

    private var body: Markup {
        """
        <nav><a href="../\(address(report))">Evaluation of \(source)</a></nav>
        <h1>Pages of evidence</h1>
        \(pages)
        <ul class="list">
        \(lines.map(row).joined(separator: "\n"))
        </ul>
        \(pages)
        """
    }

    private func row(_ line: Line) -> Markup {
        """
        <li><span class="number faint">\(line.number)</span><span><a href="\(line.number).html">\(line.statement.isEmpty ? "record \(line.number)" : line.statement)</a><br>\
        <span class="faint">\(line.remark)</span></span></li>
        """
    }

    /// The ways to the other lists; nil where this is the only one.
    private var pages: Markup? {
        guard count > 1 else { return nil }
        let links: [Markup] = (1...count).map { $0 == number ? "<strong>\($0)</strong>" : "<a href=\"list-\($0).html\">\($0)</a>" }
        return "<nav aria-label=\"lists\">\(links.joined(separator: " "))</nav>"
    }
}
