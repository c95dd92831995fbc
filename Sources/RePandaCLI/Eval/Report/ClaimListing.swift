import Diagnostics
import Evaluation
import HTML
import RePanda

/// The claims that went wrong, by how: closed until a reader opens them.
struct ClaimListing {
    private let report: Report
    private let pages: EvidencePages?

    /// - Parameter pages: the views of evidence to link to.
    init(_ report: Report, _ pages: EvidencePages?) {
        self.report = report
        self.pages = pages
    }

    /// nil where nothing went wrong.
    var markup: Markup? {
        let groups = report.listings.sorted { $0.key.isBefore($1.key, $0.value.count, $1.value.count) }
        guard !groups.isEmpty else { return nil }
        return """
            <h2>What went wrong</h2>
            \(groups.map { group($0.key, $0.value) }.joined(separator: "\n"))
            """
    }

    private func group(_ group: Report.Group, _ listing: Report.Listing) -> Markup {
        let rest = listing.count - listing.first.count
        let note: Markup? = rest > 0 ? "<p class=\"faint\">The first \(listing.first.count) of \(listing.count).</p>" : nil
        return """
            <details><summary>\(group.title): \(listing.count)</summary><div class="inside">
            \(note)\(listing.first.map(claim).joined(separator: "\n"))
            </div></details>
            """
    }

    private func claim(_ prediction: Prediction) -> Markup {
        let exhibit = prediction.exhibit
        let parts = [
            about(prediction), pages?.link(to: prediction).map(evidence), exhibit?.query.map { part("query", $0) }, exhibit?.answer.map { part("right answer", $0.joined(separator: "\n")) },
            exhibit?.value.map { part("value", $0) }, exhibit?.diagnostic.map { part("error", $0, isExact: true) },
            exhibit?.table.map { table($0.glance, exhibit?.caption) },
        ]
        return """
            <details><summary>\(exhibit?.statement ?? "record \(prediction.number)")</summary><div class="inside">
            \(parts.compactMap(\.self).joined(separator: "\n"))
            </div></details>
            """
    }

    private func about(_ prediction: Prediction) -> Markup {
        let label = prediction.label.map { $0 ? Verdict.entailed : .refuted }.map { ", labelled \($0.rawValue)" } ?? ""
        let verdict = prediction.outcome.verdict.map { ", said \($0.rawValue)" } ?? ""
        let families = prediction.families.isEmpty ? "" : "; \(prediction.families.map(\.rawValue).joined(separator: ", "))"
        return "<p class=\"label\">record \(prediction.number)\(label)\(verdict)\(families)</p>"
    }

    private func evidence(_ path: String) -> Markup { "<p><a href=\"\(address(path))\">steps and cells</a></p>" }

    private func part(_ name: String, _ text: String, isExact: Bool = false) -> Markup {
        let style = isExact ? "exact" : ""
        return "<p class=\"label\">\(name)</p><pre class=\"\(style)\" tabindex=\"0\">\(text)</pre>"
    }

    private func table(_ excerpt: Excerpt, _ caption: String?) -> Markup {
        """
        <p class="label">table\(caption.map { " '\($0)'" } ?? ""): \(extent(excerpt.rows.count, excerpt.rowCount, "row")), \(extent(excerpt.header.count, excerpt.columnCount, "column"))</p>
        \(Grid(excerpt.header, excerpt.rows, style: .cells).markup)
        """
    }

    /// `7 rows`, `the first 6 of 48 rows`
    private func extent(_ shown: Int, _ whole: Int, _ unit: String) -> String {
        shown < whole ? "the first \(shown) of \(counted(whole, unit))" : counted(whole, unit)
    }
}

extension Report.Group {
    fileprivate var title: String {
        switch self {
        case .wrong(let verdict): "wrong: said \(verdict.rawValue)"
        case .wrongAnswer: "wrong answers"
        case .refused(let code): "refused: \(code.name) (\(code.number))"
        case .failed(let code): "failed: \(code.name) (\(code.number))"
        case .noQuery: "no query"
        case .undecided: "undecided: not sure enough"
        }
    }

    private var rank: Int {
        switch self {
        case .wrong(.entailed): 0
        case .wrong(.refuted): 1
        case .wrongAnswer: 2
        case .refused: 3
        case .failed: 4
        case .noQuery: 5
        case .undecided: 6
        }
    }

    /// Wrong verdicts first, then what was refused and what failed, commonest first.
    fileprivate func isBefore(_ other: Report.Group, _ count: Int, _ otherCount: Int) -> Bool {
        if rank != other.rank { return rank < other.rank }
        return count != otherCount ? count > otherCount : title < other.title
    }
}
