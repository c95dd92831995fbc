import ArgumentParser
import Diagnostics
import Evaluation
import Files
import JSON
import RePanda

struct EvalCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "eval",
        abstract: "Judge every claim of a file and compare the verdicts with the labels.",
        discussion: """
            RECORDS is PanTabFact's form: a JSON array or one object a line, each a claim as 'repanda verify' takes it. A claim whose query is refused \
            or fails counts as wrong. With --tabfact the claims are those of a split of TabFact's official layout (tokenized_data/, data/all_csv/), and \
            --queries has one object a line with "table", "statement" and "query"; a claim without a query counts as wrong.

            A record that is no claim is reported and counted apart; with --strict it ends the evaluation with status 2.

            Examples:

              repanda eval PanTabFact.json

              repanda eval claims.jsonl --predictions verdicts.jsonl --jobs 4

              repanda eval claims.jsonl --html report.html --timings

              repanda eval claims.jsonl --shard 1/2 --predictions 1.jsonl

              repanda eval --tabfact Table-Fact-Checking --split val --queries queries.jsonl --json
            """)

    @Argument(help: "The file of records; '-' is standard input, one object a line.")
    var records: String?

    @Option(help: ArgumentHelp("Take the claims from TabFact's official layout in this folder.", valueName: "folder"))
    var tabfact: String?

    @Option(help: ArgumentHelp("The split of TabFact to take.", valueName: "name"))
    var split = "val"

    @Option(help: ArgumentHelp("The queries for TabFact's claims, one object a line.", valueName: "file"))
    var queries: String?

    @Option(help: ArgumentHelp("The folder that the records' table paths are relative to. (default: the records' own)", valueName: "folder"))
    var tables: String?

    @Option(help: ArgumentHelp("Write one line a claim with its verdict there; the file appears when the evaluation is done.", valueName: "file"))
    var predictions: String?

    @Option(help: ArgumentHelp("Evaluate every so many-th record only, as 2/5, for 'repanda merge'; needs --predictions.", valueName: "part"))
    var shard: Shard?

    @Flag(help: "Take the time of every query.")
    var timings = false

    @Flag(help: "End at the first record that is no claim.")
    var strict = false

    @OptionGroup(title: "Report")
    var report: ReportOptions

    @OptionGroup
    var jobs: JobOptions

    @OptionGroup
    var engine: EngineOption

    @OptionGroup(title: "Budgets of each query")
    var budgets: BudgetOptions

    @OptionGroup(title: "Table limits")
    var limits: TableLimitOptions

    func validate() throws {
        guard (records == nil) != (tabfact == nil) else { throw ValidationError("give a file of records, or --tabfact with --queries") }
        guard (tabfact == nil) == (queries == nil) else { throw ValidationError("--tabfact and --queries go together") }
        guard shard == nil || predictions != nil else { throw ValidationError("--shard writes its part with --predictions") }
        guard shard == nil || !report.json && report.html == nil && report.compare == nil else {
            throw ValidationError("a shard has no report of its own: 'repanda merge' makes it")
        }
        guard tabfact == nil || tables == nil else { throw ValidationError("--tables is for records: TabFact's layout says where its tables are") }
    }

    func run() throws {
        do throws(Diagnostic) {
            let output = try predictions.map { (path) throws(Diagnostic) in try AtomicFile(path) }
            let reports = try ReportOutput(report)
            let progress = Progress("claims")
            let found = try evaluate(evaluator(output, progress))
            progress.finish()
            try output?.commit()
            if shard == nil { try reports.write(found) }
            guard shard != nil || found.tally.claims > 0 || found.tally.unreadable == 0 else { throw Diagnostic(.malformedTable, "no record of the file is a claim") }
        } catch {
            Progress.clear()
            throw Complaints(json: false).refuse(error, status: .badInput)
        }
    }

    private func evaluate(_ evaluator: Evaluator) throws(Diagnostic) -> Report {
        guard let tabfact, let queries else { return try evaluator.evaluate(records: records ?? "-") }
        let claims = try TabFactSplit(folder: tabfact, split: split, queries: queries)
        if claims.unused > 0 {
            StandardStreams.err("note: \(counted(claims.unused, "line")) of queries passed over: not of this split, or not the first of their claim\n")
        }
        return try evaluator.evaluate(claims)
    }

    /// How readers know the claims.
    private var source: String {
        if let tabfact, let queries { return "\(lastName(tabfact)) \(split), \(lastName(queries))" }
        return lastName(records ?? "-")
    }

    private func lastName(_ path: String) -> String {
        path == "-" ? "standard input" : path.split(separator: "/").last.map(String.init) ?? path
    }

    private func evaluator(_ output: AtomicFile?, _ progress: Progress) -> Evaluator {
        var settings = Evaluator.Settings()
        settings.budget = budgets.budget
        settings.engine = engine.engine
        settings.threads = jobs.count
        settings.isStrict = strict
        settings.shard = shard
        settings.source = source
        settings.isTimed = timings
        settings.isExhibiting = shard != nil || report.html != nil
        settings.mostListed = report.mostListed
        let root = tabfact.map(TabFactSplit.tables) ?? tables ?? folder(of: records ?? "-")
        let complaints = RecordComplaints()
        let observer = Evaluator.Observer(
            progress: { progress.show($0, count: $1) }, complaint: { complaints.show($0) }, predictions: { output?.write($0) })
        return Evaluator(tables: TableCache(folder: TableFolder(root), limits: limits.limits), settings: settings, observer: observer)
    }
}

extension Shard: ExpressibleByArgument {
    public init?(argument: String) { self.init(argument) }
}
