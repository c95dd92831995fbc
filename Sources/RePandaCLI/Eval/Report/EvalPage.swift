import Catalog
import Diagnostics
import Evaluation
import HTML
import Scoring

/// What an evaluation found, as a page.
struct EvalPage {
    private let report: Report
    private let comparison: Comparison?
    private let pages: EvidencePages?
    private let cost: TranslationCost?
    private var tally: Tally { report.tally }

    init(_ report: Report, _ comparison: Comparison?, _ pages: EvidencePages?, _ cost: TranslationCost? = nil) {
        self.cost = cost
        self.report = report
        self.comparison = comparison
        self.pages = pages
    }

    /// What is counted.
    private var unit: String { tally.questions.claims == 0 ? "claim" : tally.questions.claims == tally.claims ? "question" : "record" }

    var html: String {
        let sections = [headline, labels, compared, families, subsets, doubted, codes, times, translation, ClaimListing(report, pages).markup, evidence]
        return Page("Evaluation of \(report.run.source)", body: sections.compactMap(\.self).joined(separator: "\n")).html
    }

    private var headline: Markup? {
        let score = tally.score
        let engine = report.run.engine.map { ", engine \($0.rawValue)" } ?? ""
        let head: Markup = "<h1>Evaluation of \(report.run.source)</h1>\n<p class=\"faint\">\(counted(tally.claims, unit))\(engine)</p>"
        guard let accuracy = score.accuracy.value, let range = score.accuracy.interval else { return "\(head)\n<p>No claim has a label.</p>" }
        return """
            \(head)
            <p class="figure">\(percent(accuracy))</p>
            <p>accuracy over all \(counted(score.claims, unit)); 95 % interval \(percent(range)). What was refused or failed counts as wrong.</p>
            <p>Over the \(score.answered) that were answered: \(measured(score.accuracyOfAnswered)).</p>
            \(rule)\(constants)\(vacuous)
            """
    }

    /// What the queries took to write.
    private var translation: Markup? {
        guard let cost else { return nil }
        let lines: [Markup] = TranslationCostText.line(cost, sentences: tally.claims).split(separator: "\n").map { "<p>\(String($0))</p>" }
        return "<h2>Translation</h2>\n\(lines.joined(separator: "\n"))"
    }

    private var rule: Markup? { tally.questions.claims > 0 ? "<p>Answers by the \(WikiTableQuestionsRule.name).</p>" : nil }

    private var constants: Markup? {
        let (entailed, refuted) = (tally.constants.entailed, tally.constants.refuted)
        guard entailed + refuted > 0 else { return nil }
        return "<p>Verdicts that are the same for every table: \(entailed) ENTAILED (\(measured(Share(entailed, of: tally.answered)))), \(refuted) REFUTED.</p>"
    }

    private var vacuous: Markup? {
        let probed = tally.probed
        guard probed.verdicts > 0 else { return nil }
        let share = measured(Share(probed.vacuous.said.all, of: probed.verdicts))
        return """
            <p>Vacuous verdicts, which \(counted(probed.runs, "disturbed table")) of each kind did not change: \(probed.vacuous.said.all) of \(probed.verdicts) (\(share)), \
            \(probed.vacuous.said.entailed) of them ENTAILED. Accuracy without them: \(measured(probed.others.accuracy)).</p>
            """
    }

    /// The way to all pages of evidence.
    private var evidence: Markup? {
        guard let pages, let list = pages.list else { return nil }
        return "<h2>Evidence</h2>\n<p><a href=\"\(address(list))\">All \(counted(pages.count, "page")) of evidence</a>, one a claim.</p>"
    }

    private var labels: Markup? {
        guard tally.questions.claims < tally.labelled else { return nil }
        let rows = [row("ENTAILED", tally.entailed), row("REFUTED", tally.refuted)] + (tally.unlabelled.claims > 0 ? [row("(none)", tally.unlabelled)] : [])
        return """
            <h2>By label</h2>
            \(chart("accuracy by label", [("ENTAILED", tally.entailedScore), ("REFUTED", tally.refutedScore)]))
            \(Grid(["label", "claims", "said ENTAILED", "said REFUTED", "no verdict"], rows, style: .figures).markup)
            """
    }

    private func row(_ name: String, _ row: Tally.Row) -> [String] {
        [name, String(row.claims), String(row.entailed), String(row.refuted), String(row.noVerdict)]
    }

    private var families: Markup? {
        let scores = Family.allCases.compactMap { family in tally.families[family].map { (family.rawValue, $0) } }
        guard !scores.isEmpty else { return nil }
        return """
            <h2>By what the query does</h2>
            <p class="faint">A query can be in several families; one that was not understood is in none.</p>
            \(chart("accuracy by family", scores))
            """
    }

    private var subsets: Markup? {
        let scores = Subset.allCases.compactMap { subset in tally.subsets[subset].map { (subset.rawValue, $0) } }
        guard !scores.isEmpty else { return nil }
        return "<h2>By set of tables</h2>\n\(chart("accuracy by set of tables", scores))"
    }

    private var doubted: Markup? {
        guard tally.doubted.claims > 0 else { return nil }
        return """
            <h2>By what is doubtful</h2>
            \(chart("accuracy by number of doubts", tally.doubted.counts.map { ("doubts: \($0)", $1) }))
            \(chart("accuracy by doubt", tally.doubted.codes.map { ("\($0.name) (\($0.number))", $1) }))
            """
    }

    private func chart(_ heading: String, _ scores: [(String, Score)]) -> Markup {
        let bars = scores.compactMap { name, score in
            score.accuracy.value.map { value in
                BarChart.Bar(
                    name, value, interval: score.accuracy.interval, figure: percent(value),
                    remark: (score.accuracy.interval.map { percent($0) } ?? "") + ", \(score.correct) of \(score.claims)")
            }
        }
        return BarChart(heading, bars).markup
    }

    /// Why there is no verdict.
    private var codes: Markup? {
        let refused = commonestFirst(tally.refusedByCode).map { ("refused: \($0.name)", $0.number, $1) }
        let failed = commonestFirst(tally.failedByCode).map { ("failed: \($0.name)", $0.number, $1) }
        let rows = refused + failed + (tally.withoutQuery > 0 ? [("no query", "", tally.withoutQuery)] : [])
        guard !rows.isEmpty else { return nil }
        let bars = rows.compactMap { name, code, count in
            Share(count, of: tally.claims).value.map { value in
                BarChart.Bar(name, value, interval: Share(count, of: tally.claims).interval, figure: String(count), remark: "\(percent(value)) of all\(code.isEmpty ? "" : ", ")\(code)")
            }
        }
        let longest = bars.compactMap(\.interval?.upperBound).max() ?? 1
        return "<h2>Refused and failed</h2>\n\(BarChart("refused and failed", bars, full: longest).markup)"
    }

    private var times: Markup? {
        let timings = tally.timings
        guard timings.count > 0 else { return nil }
        let bars = timings.bins.map { bin in
            BarChart.Bar(
                "under \(time(bin.microseconds))", Share(bin.claims, of: timings.count).value ?? 0, figure: String(bin.claims),
                remark: Share(bin.claims, of: timings.count).value.map { percent($0) } ?? "")
        }
        return "<h2>Time per query</h2>\n<p>\(timings.summary)</p>\n\(BarChart("time per query", bars, full: bars.map(\.share).max() ?? 1).markup)"
    }

    private var compared: Markup? {
        guard let comparison else { return nil }
        let rows = [
            ["right here", String(comparison.bothCorrect), String(comparison.onlyHere)], ["wrong here", String(comparison.onlyThere), String(comparison.bothWrong)],
        ]
        return """
            <h2>Compared with another evaluation</h2>
            \(Grid(["", "right there", "wrong there"], rows, style: .figures).markup)
            <p>Accuracy there \(measured(comparison.accuracyThere)). McNemar's test: p = \(significant(comparison.test.pValue)) (\(comparison.test.method.rawValue)).</p>
            """
    }
}
