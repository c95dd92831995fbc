import Diagnostics
import Evaluation
import HTML
import RePanda

/// The claims that went wrong, by how: closed until a reader opens them.
struct ClaimListing {
    private let report: Report

    init(_ report: Report) { self.report = report }

    /// nil where nothing went wrong.
    var markup: Markup? {
        let groups = report.listings.sorted { $0.key.isBefore($1.key, $0.value.count, $1.value.count) }
        guard !groups.isEmpty else { return nil }
        return """
            <h2>Claims that went wrong</h2>
            \(groups.map { group($0.key, $0.value) }.joined(separator: "\n"))
            """
    }

    private func group(_ group: Report.Group, _ listing: Report.Listing) -> Markup {
        let rest = listing.count - listing.first.count
        let note: Markup? = rest > 0 ? "<p class=\"faint\">The first \(listing.first.count) of \(listing.count).</p>" : nil
        return """
            <details><summary>\(group.title): \(counted(listing.count, "claim"))</summary><div class="inside">
            \(note)\(listing.first.map(claim).joined(separator: "\n"))
            </div></details>
            """
    }

    private func claim(_ prediction: Prediction) -> Markup {
        let exhibit = prediction.exhibit
        let parts = [
            about(prediction), exhibit?.query.map { part("query", $0) }, exhibit?.value.map { part("value", $0) }, exhibit?.diagnostic.map { part("error", $0, isExact: true) },
            exhibit?.table.map(table),
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

    private func part(_ name: String, _ text: String, isExact: Bool = false) -> Markup {
        let style = isExact ? "exact" : ""
        return "<p class=\"label\">\(name)</p><pre class=\"\(style)\" tabindex=\"0\">\(text)</pre>"
    }

    private func table(_ excerpt: Excerpt) -> Markup {
        let size = "\(counted(excerpt.rowCount, "row")), \(counted(excerpt.columnCount, "column"))"
        let isCut = excerpt.rows.count < excerpt.rowCount || excerpt.header.count < excerpt.columnCount
        return """
            <p class="label">table: \(size)\(isCut ? "; the first of them" : "")</p>
            \(Grid(excerpt.header, excerpt.rows, style: .cells).markup)
            """
    }
}

extension Report.Group {
    fileprivate var title: String {
        switch self {
        case .wrong(let verdict): "wrong: said \(verdict.rawValue)"
        case .refused(let code): "refused: \(code.name) (\(code.number))"
        case .failed(let code): "failed: \(code.name) (\(code.number))"
        case .noQuery: "no query"
        }
    }

    private var rank: Int {
        switch self {
        case .wrong(.entailed): 0
        case .wrong(.refuted): 1
        case .refused: 2
        case .failed: 3
        case .noQuery: 4
        }
    }

    /// Wrong verdicts first, then what was refused and what failed, commonest first.
    fileprivate func isBefore(_ other: Report.Group, _ count: Int, _ otherCount: Int) -> Bool {
        if rank != other.rank { return rank < other.rank }
        return count != otherCount ? count > otherCount : title < other.title
    }
}
