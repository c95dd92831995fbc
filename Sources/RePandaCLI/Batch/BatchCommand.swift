import ArgumentParser
import Diagnostics
import Evaluation
import Files
import JSON
import RePanda

struct BatchCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "batch",
        abstract: "Answer one JSON request a line: exactly one result line each, in order.",
        discussion: """
            Requests come on standard input, one JSON object a line:

              {"id": 1, "table": "crowds.csv", "query": "df['crowd'].max() > 15000"}
              {"id": 2, "csv": "name,crowd\\nmcg,20000\\n", "query": "len(df)"}

            "table" is a path below --tables, "csv" the table itself; "dialect" is csv, tabfact or wtq. Results go to standard output:

              {"id": 1, "ok": true, "value": true, "bool": true}
              {"id": 2, "ok": false, "error": {"code": "RP2001", "name": "unknown-column", "message": …}}

            With "explain": true a result carries "evidence": {"read": [[row, column], …], "deciding": [[row, column], …], "steps": […]}, zero-based \
            positions in the table; -1 is the row of a header. With "probe": N (and "seed") it carries "probe": {"runs", "changed", "failed", "vacuous"}: how \
            often the value changes when the cells change places within their columns.

            Instead of "query" a request may have a "claim" or a "question" in plain English, for which the built-in translator (or --translator) writes the query:

              {"id": 3, "table": "crowds.csv", "claim": "the largest crowd is above 15000"}
              {"id": 3, "ok": true, "value": true, "bool": true, "verdict": "ENTAILED", "query": …, "confidence": 0.91}

            Where it is not sure enough (--abstain-below) "verdict" is "UNDECIDED" and "suggestions" has the likeliest queries.

            "bool" is Python's bool(value), null where Python refuses one. A request never ends the process. The bytes written do not depend on --jobs.
            """)

    @Option(help: ArgumentHelp("The folder that the requests' table paths are relative to.", valueName: "folder"))
    var tables = "."

    @OptionGroup
    var jobs: JobOptions

    @Option(help: "The dialect of requests that name none.")
    var dialect: Dialect = .csv

    @Flag(help: "Look for what runs but means nothing, and add \"warnings\" to the answers.")
    var warnings = false

    @Flag(help: "Strip what models wrap around code (fences, prose); without it that is a syntax error, as in Python.")
    var normalize = false

    @Option(help: ArgumentHelp("The most bytes of tables to keep in memory.", valueName: "bytes"))
    var maxCacheBytes = 1 << 30

    @OptionGroup
    var engine: EngineOption

    @OptionGroup(title: "Translator of claims and questions")
    var translator: TranslatorOptions

    @Option(help: ArgumentHelp("Decide nothing (UNDECIDED) where the chance of being right is lower. (default: the translator's)", valueName: "share"))
    var abstainBelow: Double?

    @OptionGroup(title: "Budgets of each request")
    var budgets: BudgetOptions

    @OptionGroup(title: "Table limits")
    var limits: TableLimitOptions

    func run() throws {
        let cache = TableCache(folder: TableFolder(tables), limits: limits.limits, capacity: maxCacheBytes)
        let settings: BatchWorker.Settings
        do { settings = try self.settings() } catch { throw Complaints(json: false).refuse(error) }
        let batch = Batch(threads: jobs.count, makeWorker: { BatchWorker(tables: cache, settings: settings) }, sink: { StandardStreams.out($0) })
        do {
            try batch.answer(descriptor: 0)
        } catch {
            throw Complaints(name: "standard input", json: false).refuse(error)
        }
    }

    private func settings() throws(Diagnostic) -> BatchWorker.Settings {
        var settings = BatchWorker.Settings()
        settings.budget = budgets.budget
        settings.engine = engine.engine
        settings.output = budgets.canonical
        settings.dialect = dialect
        settings.warns = warnings
        settings.normalizes = normalize
        settings.translator = try translator.sentenceTranslator(seed: 0, budget: budgets.budget)
        settings.abstainBelow = abstainBelow
        return settings
    }
}
