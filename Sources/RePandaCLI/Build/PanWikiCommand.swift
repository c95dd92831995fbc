import ArgumentParser
import Building
import Datasets
import Diagnostics

struct PanWikiCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "panwiki",
        abstract: "Questions of WikiTableQuestions and candidate queries become PanWiki's records.",
        discussion: """
            --queries has one object a line with "table", "question" and "query" (or "pandas_code"), several for a question where there are several. \
            One query becomes the record: the first that the official rule (evaluator 1.0.2) accepts, as written before corrected; else the first \
            that has an answer, with "accepted" false.

            Examples:

              repanda build panwiki --wtq WikiTableQuestions --queries queries.jsonl --output panwiki

              repanda build panwiki --wtq WikiTableQuestions --split train=training --queries queries.jsonl --output panwiki --strict
            """)

    @OptionGroup
    var questions: QuestionOptions

    @Option(help: ArgumentHelp("Candidate queries, one object a line; may be given again.", valueName: "file"))
    var queries: [String]

    @Flag(help: "Leave out records that the official rule does not accept.")
    var strict = false

    @Flag(help: "Record questions without an answered query too; 'status' says what became of them.")
    var all = false

    @OptionGroup
    var options: BuildOptions

    @OptionGroup(title: "Budgets of each query")
    var budgets: BudgetOptions

    func validate() throws {
        guard !queries.isEmpty else { throw ValidationError("give candidate queries with --queries") }
        guard !strict || !all else { throw ValidationError("--strict and --all exclude each other") }
    }

    func run() throws {
        try Builder(options).run { (observer) throws(Diagnostic) in
            try PanWiki(questions.folder, splits: questions.splits, queries: queries, settings: settings, observer: observer).build(options.place)
        }
    }

    private var settings: BuildSettings {
        var settings = BuildSettings()
        settings.threads = options.jobs.count
        settings.budget = budgets.budget
        settings.isStrict = strict
        settings.keepsAll = all
        return settings
    }
}
