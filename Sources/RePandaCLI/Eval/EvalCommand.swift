import ArgumentParser
import Diagnostics
import Evaluation
import Files
import JSON
import Probing
import RePanda

struct EvalCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "eval",
        abstract: "Judge every claim of a file and compare the verdicts with the labels.",
        discussion: """
            RECORDS is PanTabFact's form: a JSON array or one object a line, each a claim as 'repanda verify' takes it. A claim whose query is refused \
            or fails counts as wrong. With --tabfact the claims are those of a split of TabFact's official layout (tokenized_data/, data/all_csv/), and \
            --queries has one object a line with "table", "statement" and "query"; a claim without a query counts as wrong.

            A record with "question" and "answer" (a list of texts) instead is a question, as those of PanWiki: the query's value is compared with the \
            answer by the official rule of WikiTableQuestions. --wtq takes the questions of a clone (data/, csv/, tagged/), and --queries has "question" \
            for "statement".

            --html with --explain writes a folder of pages beside the page (report-evidence for report.html), one for each claim that went wrong, or \
            with --pages all for each: its steps, and its table with the cells it rests on. A shard keeps what the pages of 'repanda merge' need. --probe \
            tells which verdicts are vacuous: nothing moves them, neither cells in other places nor rows drawn anew (some left out, others twice).

            Without --queries the built-in translator writes them (--translator search); --translator names another, for records too. A run with --transcript that was interrupted goes on with the same command, \
            and --drafts has every query that was written.

            A record that is no claim is reported and counted apart; with --strict it ends the evaluation with status 2.

            Examples:

              repanda eval PanTabFact.json

              repanda eval claims.jsonl --predictions verdicts.jsonl --jobs 4

              repanda eval claims.jsonl --html report.html --timings

              repanda eval claims.jsonl --html report.html --explain --probe 20

              repanda eval claims.jsonl --shard 1/2 --predictions 1.jsonl

              repanda eval --tabfact Table-Fact-Checking --split val --queries queries.jsonl --json

              repanda eval --wtq WikiTableQuestions --split training --limit 500

              repanda eval --tabfact Table-Fact-Checking --split test --limit 300 --seed 1 --translator http://127.0.0.1:8080 --transcript run.jsonl
            """)

    @Argument(help: "The file of records; '-' is standard input, one object a line.")
    var records: String?

    @Option(help: ArgumentHelp("Take the claims from TabFact's official layout in this folder.", valueName: "folder"))
    var tabfact: String?

    @Option(help: ArgumentHelp("Take the questions from WikiTableQuestions' official layout in this folder.", valueName: "folder"))
    var wtq: String?

    @Option(help: ArgumentHelp("The split to take. (default: val of TabFact, pristine-unseen-tables of WikiTableQuestions)", valueName: "name"))
    var split: String?

    @Option(help: ArgumentHelp("The queries for the claims or questions, one object a line.", valueName: "file"))
    var queries: String?

    @Option(help: ArgumentHelp("The folder that the records' table paths are relative to. (default: the records' own)", valueName: "folder"))
    var tables: String?

    @Option(help: ArgumentHelp("Write one line a claim with its verdict there; the file appears when the evaluation is done.", valueName: "file"))
    var predictions: String?

    @Option(help: ArgumentHelp("Evaluate every so many-th record only, as 2/5, for 'repanda merge'; needs --predictions.", valueName: "part"))
    var shard: Shard?

    @OptionGroup
    var translating: EvalTranslatorOptions

    @OptionGroup
    var chance: SeedOption

    @Flag(help: "Give every prediction its steps and the cells it rests on; with --html, pages of evidence too.")
    var explain = false

    @Option(
        help: ArgumentHelp(
            "Try every verdict on this many tables whose cells changed places within their columns, and report those that nothing moves.", valueName: "runs"))
    var probe: Int?

    @Flag(help: "Count what is doubtful about each query, by itself and beside its claim; with --translator that is always counted.")
    var countDoubts = false

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
        guard [records, tabfact, wtq].count(where: { $0 != nil }) == 1 else {
            throw ValidationError("give a file of records, or --tabfact or --wtq")
        }
        guard queries == nil || records == nil else { throw ValidationError("--queries goes with --tabfact or --wtq") }
        guard queries == nil || !translating.isNamed else { throw ValidationError("'--queries' and '--translator' exclude each other: the queries are there already") }
        guard !isTranslated || shard == nil else { throw ValidationError("a shard needs queries: translate in one run, with --concurrency") }
        guard translating.limit == nil || isTranslated else { throw ValidationError("--limit goes with --translator") }
        guard split == nil || records == nil else { throw ValidationError("--split goes with --tabfact or --wtq") }
        guard shard == nil || predictions != nil else { throw ValidationError("--shard writes its part with --predictions") }
        guard shard == nil || !report.json && report.html == nil && report.compare == nil else {
            throw ValidationError("a shard has no report of its own: 'repanda merge' makes it")
        }
        if let probe, !(1...10_000).contains(probe) { throw ValidationError("'--probe' is a number from 1 to 10000") }
        guard records != nil || tables == nil else { throw ValidationError("--tables is for records: official layouts say where their tables are") }
    }

    func run() throws {
        do throws(Diagnostic) {
            let output = try predictions.map { (path) throws(Diagnostic) in try AtomicFile(path) }
            var reports = try ReportOutput(report, explains: explain)
            let translated = try translatedSplit()
            reports.cost = translated?.cost
            let progress = Progress("claims")
            let evaluator = evaluator(output, reports.pages, progress)
            let found = if let translated { try evaluator.evaluate(translated) } else { try evaluate(evaluator) }
            progress.finish()
            try output?.commit()
            if shard == nil { try reports.write(found) }
            guard shard != nil || found.tally.claims > 0 || found.tally.unreadable == 0 else { throw Diagnostic(.malformedTable, "no record of the file is a claim") }
        } catch {
            Progress.clear()
            throw translating.end(error) ?? Complaints(json: false).refuse(error, status: .badInput)
        }
    }

    /// Whether a translator writes the queries: it is named, or an official layout comes without any.
    private var isTranslated: Bool { translating.isNamed || records == nil && queries == nil }

    /// What the translator made of the claims or questions; nil where the queries are there.
    private func translatedSplit() throws(Diagnostic) -> TranslatedSplit? {
        guard isTranslated else { return nil }
        return try translating.run(records: records, tabfact: tabfact, wtq: wtq, split: splitName, tables: tableCache, seed: chance.seed, budget: budgets.budget)
    }

    private func evaluate(_ evaluator: Evaluator) throws(Diagnostic) -> Report {
        guard let queries else { return try evaluator.evaluate(records: records ?? "-") }
        if let wtq {
            let questions = try QuestionSplit(folder: wtq, split: splitName, queries: queries)
            tellUnused(questions.unused, "question")
            return try evaluator.evaluate(questions)
        }
        let claims = try TabFactSplit(folder: tabfact ?? "", split: splitName, queries: queries)
        tellUnused(claims.unused, "claim")
        return try evaluator.evaluate(claims)
    }

    private var splitName: String { split ?? (wtq == nil ? "val" : "pristine-unseen-tables") }

    private func tellUnused(_ count: Int, _ unit: String) {
        guard count > 0 else { return }
        StandardStreams.err("note: \(counted(count, "line")) of queries passed over: not of this split, or not the first of their \(unit)\n")
    }

    /// How readers know the claims.
    private var source: String {
        if isTranslated { return "\((tabfact ?? wtq).map { "\(lastName($0)) \(splitName)" } ?? lastName(records ?? "-")), \(translating.told(seed: chance.seed))" }
        if let folder = tabfact ?? wtq, let queries { return "\(lastName(folder)) \(splitName), \(lastName(queries))" }
        return lastName(records ?? "-")
    }

    private func lastName(_ path: String) -> String {
        path == "-" ? "standard input" : path.split(separator: "/").last.map(String.init) ?? path
    }

    private var tableCache: TableCache {
        let root = tabfact.map(TabFactSplit.tables) ?? wtq ?? tables ?? folder(of: records ?? "-")
        return TableCache(folder: TableFolder(root), limits: limits.limits)
    }

    private func evaluator(_ output: AtomicFile?, _ pages: EvidencePages?, _ progress: Progress) -> Evaluator {
        var settings = Evaluator.Settings()
        settings.budget = budgets.budget
        settings.engine = engine.engine
        settings.threads = jobs.count
        settings.isStrict = strict
        settings.shard = shard
        settings.source = source
        settings.isTimed = timings
        settings.explains = explain
        settings.countsDoubts = countDoubts || isTranslated
        settings.probe = probe.map { Probe(runs: $0, seed: chance.seed, budget: budgets.budget) }
        settings.exhibits = shard == nil && report.html == nil ? .none : explain ? report.pages.exhibits : .wrong
        settings.mostListed = report.mostListed
        let complaints = RecordComplaints()
        let run = Report.Run(source: source, engine: engine.engine)
        let observer = Evaluator.Observer(
            progress: { progress.show($0, count: $1) }, complaint: { complaints.show($0) }, predictions: { output?.write($0) },
            judged: { pages?.add($0, of: run) })
        return Evaluator(tables: tableCache, settings: settings, observer: observer)
    }
}

extension Shard: ExpressibleByArgument {
    public init?(argument: String) { self.init(argument) }
}
