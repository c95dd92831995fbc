import ArgumentParser
import Diagnostics
import Evaluation
import Files

/// How the report of an evaluation is given.
struct ReportOptions: ParsableArguments {
    @Flag(help: "Print the report as one JSON object.")
    var json = false

    @Option(help: ArgumentHelp("Write the report as a page too, with charts and the claims that went wrong.", valueName: "file"))
    var html: String?

    @Option(help: ArgumentHelp("The most claims to list on the page of those that went wrong in one way.", valueName: "count"))
    var listed = 10

    @Option(
        help: ArgumentHelp(
            "Whose evidence gets a page of its own beside the page, where predictions have evidence: that of claims that went wrong, or of all.",
            valueName: "claims"))
    var pages = PagedClaims.wrong

    @Option(help: ArgumentHelp("Compare with another evaluation of the same claims, by its file of predictions (McNemar's test).", valueName: "file"))
    var compare: String?

    func validate() throws {
        guard (0...100_000).contains(listed) else { throw ValidationError("--listed must be from 0 to 100000") }
    }

    /// How many claims of a kind a report has to keep.
    var mostListed: Int { html == nil ? 0 : listed }
}

/// Claims whose evidence gets a page of its own.
enum PagedClaims: String, ExpressibleByArgument, CaseIterable {
    case wrong, all

    var exhibits: Evaluator.Exhibits {
        switch self {
        case .wrong: .wrong
        case .all: .all
        }
    }
}

/// Where reports go; made before a long evaluation, so that a place that takes none is told at once.
struct ReportOutput {
    private let options: ReportOptions
    private let page: AtomicFile?
    private let other: PredictionFile?
    /// What a translator took for the queries; nil where they were there already.
    var cost: TranslationCost?
    /// The pages of evidence beside the page.
    let pages: EvidencePages?

    /// - Parameter explains: whether predictions have evidence.
    init(_ options: ReportOptions, explains: Bool) throws(Diagnostic) {
        self.options = options
        page = try options.html.map { (path) throws(Diagnostic) in try AtomicFile(path) }
        other = try options.compare.map { (path) throws(Diagnostic) in try PredictionFile(path) }
        pages = explains ? try options.html.map { (path) throws(Diagnostic) in try EvidencePages(beside: path, options.pages.exhibits) } : nil
    }

    func write(_ report: Report) throws(Diagnostic) {
        let comparison = try other.map { (file) throws(Diagnostic) in try Comparison(report, with: file) }
        try pages?.commit(report.run)
        page?.write(Array(EvalPage(report, comparison, pages, cost).html.utf8))
        try page?.commit()
        StandardStreams.out(options.json ? EvalJSON(report, comparison, cost).text : EvalReport(report, comparison, cost).text)
    }
}
