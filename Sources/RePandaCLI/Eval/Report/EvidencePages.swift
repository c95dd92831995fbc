import Diagnostics
import Evaluation
import Files
import HTML
import RePanda
import Synchronization

/// The views of evidence beside a report: `report.html` has them in `report-evidence`, one page a claim, and lists of them.
///
/// A page is written as its claim is judged and nothing of it is kept but its line of the list, so that there may be many.
final class EvidencePages: Sendable {
    /// Lines of one list: a page that a phone still shows.
    private static let mostListed = 500

    /// The folder's name, beside the report.
    let folder: String
    private let report: String
    private let claims: Evaluator.Exhibits
    private let staging: String
    private let state: Mutex<State>

    private struct State {
        let staged: StagedFolder
        var lines: [EvidenceList.Line] = []
        var failure: Diagnostic?
    }

    /// - Parameters:
    ///   - report: the place of the report.
    ///   - claims: those that get a page.
    /// - Throws: where the folder cannot be written, or is there with files that are no pages of evidence.
    init(beside report: String, _ claims: Evaluator.Exhibits) throws(Diagnostic) {
        let name = lastPart(report)
        let stem = name.hasSuffix(".html") ? String(name.dropLast(5)) : name
        let path = String(report.dropLast(name.count)) + stem + "-evidence"
        folder = stem + "-evidence"
        self.report = name
        self.claims = claims
        let strangers = isFolder(path) ? try names(in: path, hidden: true).filter { !EvidencePages.isPage($0) } : []
        guard strangers.isEmpty else {
            throw Diagnostic(.invalidOption, "the folder '\(path)' has files that are no pages of evidence", helps: ["give another place for the report"])
        }
        let staged = try StagedFolder(path, replaces: true)
        staging = staged.staging
        state = Mutex(State(staged: staged))
    }

    private static func isPage(_ name: String) -> Bool {
        let stem = name.hasSuffix(".html") ? name.dropLast(5) : ""
        return !stem.isEmpty && (stem.hasPrefix("list-") ? stem.dropFirst(5) : stem).allSatisfy(\.isNumber)
    }

    /// The page of a claim, beside the report; nil where it has none.
    func link(to prediction: Prediction) -> String? { has(prediction) ? "\(folder)/\(prediction.number).html" : nil }

    /// The list of all pages, beside the report; nil where there is none.
    var list: String? { state.withLock { $0.lines.isEmpty } ? nil : "\(folder)/list-1.html" }

    var count: Int { state.withLock { $0.lines.count } }

    private func has(_ prediction: Prediction) -> Bool {
        guard prediction.evidence != nil, prediction.exhibit?.table != nil, prediction.exhibit?.query != nil else { return false }
        return claims == .all || prediction.isCorrect != true
    }

    /// Writes the page of a claim that gets one.
    func add(_ prediction: Prediction, of run: Report.Run) {
        guard has(prediction), let view = EvidenceView(prediction, report: report, run.source) else { return }
        state.withLock { state in
            state.lines.append(EvidenceList.Line(prediction))
            do throws(Diagnostic) { try write(view.page.html, "\(prediction.number).html") } catch { state.failure = state.failure ?? error }
        }
    }

    /// Writes the lists and puts the folder in its place.
    ///
    /// - Throws: where something could not be written; the place is then as it was.
    func commit(_ run: Report.Run) throws(Diagnostic) {
        let (lines, failure) = state.withLock { ($0.lines, $0.failure) }
        if let failure { throw failure }
        let count = max(1, (lines.count + EvidencePages.mostListed - 1) / EvidencePages.mostListed)
        for number in 1...count {
            let own = lines.dropFirst((number - 1) * EvidencePages.mostListed).prefix(EvidencePages.mostListed)
            try write(EvidenceList(lines: Array(own), number: number, count: count, report: report, source: run.source).html, "list-\(number).html")
        }
        try state.withLock { (state) throws(Diagnostic) in try state.staged.commit() }
    }

    private func write(_ html: String, _ name: String) throws(Diagnostic) {
        let file = try AtomicFile("\(staging)/\(name)")
        file.write(Array(html.utf8))
        try file.commit()
    }
}

/// The part of a path after its last slash.
func lastPart(_ path: String) -> String { path.split(separator: "/").last.map(String.init) ?? path }

/// A relative address: bytes that would mean something else in it are written as `%2F` is.
func address(_ path: String) -> String {
    let plain = Set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~/".utf8)
    return path.utf8.map { byte -> String in
        guard !plain.contains(byte) else { return String(UnicodeScalar(byte)) }
        let digits = String(byte, radix: 16, uppercase: true)
        return "%" + (digits.count < 2 ? "0" : "") + digits
    }.joined()
}
