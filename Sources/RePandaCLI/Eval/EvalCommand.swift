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

    @Flag(help: "Print the report as one JSON object.")
    var json = false

    @Flag(help: "End at the first record that is no claim.")
    var strict = false

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
        guard tabfact == nil || tables == nil else { throw ValidationError("--tables is for records: TabFact's layout says where its tables are") }
    }

    func run() throws {
        do throws(Diagnostic) {
            let output = try predictions.map { (path) throws(Diagnostic) in try AtomicFile(path) }
            let progress = Progress("claims")
            let report = try evaluate(evaluator(output, progress))
            progress.finish()
            try output?.commit()
            StandardStreams.out(json ? EvalJSON(report).text : EvalReport(report).text)
            let tally = report.tally
            guard tally.claims > 0 || tally.unreadable == 0 else { throw Diagnostic(.malformedTable, "no record of the file is a claim") }
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

    private func evaluator(_ output: AtomicFile?, _ progress: Progress) -> Evaluator {
        var settings = Evaluator.Settings()
        settings.budget = budgets.budget
        settings.engine = engine.engine
        settings.threads = jobs.count
        settings.isStrict = strict
        let root = tabfact.map(TabFactSplit.tables) ?? tables ?? folder(of: records ?? "-")
        let complaints = RecordComplaints()
        let observer = Evaluator.Observer(
            progress: { progress.show($0, count: $1) }, complaint: { complaints.show($0) }, predictions: { output?.write($0) })
        return Evaluator(tables: TableCache(folder: TableFolder(root), limits: limits.limits), settings: settings, observer: observer)
    }
}
