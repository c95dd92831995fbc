import Catalog
import Diagnostics
import Evaluation
import HTML

/// What an evaluation found, as a page.
struct EvalPage {
    private let report: Report
    private let comparison: Comparison?
    private var tally: Tally { report.tally }

    init(_ report: Report, _ comparison: Comparison?) {
        self.report = report
        self.comparison = comparison
    }

    var html: String {
        let sections = [headline, labels, compared, families, subsets, codes, times, ClaimListing(report).markup]
        return Page("Evaluation of \(report.run.source)", body: sections.compactMap(\.self).joined(separator: "\n")).html
    }

    private var headline: Markup? {
        let score = tally.score
        let engine = report.run.engine.map { ", engine \($0.rawValue)" } ?? ""
        let head: Markup = "<h1>Evaluation of \(report.run.source)</h1>\n<p class=\"faint\">\(counted(tally.claims, "claim"))\(engine)</p>"
        guard let accuracy = score.accuracy.value, let range = score.accuracy.interval else { return "\(head)\n<p>No claim has a label.</p>" }
        return """
            \(head)
            <p class="figure">\(percent(accuracy))</p>
            <p>accuracy over all \(counted(score.claims, "claim")); 95 % interval \(percent(range)). A claim without a verdict counts as wrong.</p>
            <p>Over the \(score.answered) claims with a verdict: \(measured(score.accuracyOfAnswered)).</p>
            \(constants)
            """
    }

    private var constants: Markup? {
        let (entailed, refuted) = (tally.constants.entailed, tally.constants.refuted)
        guard entailed + refuted > 0 else { return nil }
        return "<p>Verdicts that are the same for every table: \(entailed) ENTAILED (\(measured(Share(entailed, of: tally.answered)))), \(refuted) REFUTED.</p>"
    }

    private var labels: Markup? {
        guard tally.labelled > 0 else { return nil }
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
        return "<h2>Claims without a verdict</h2>\n\(BarChart("claims without a verdict", bars, full: longest).markup)"
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
