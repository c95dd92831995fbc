import ArgumentParser
import Building
import Correcting
import Datasets
import Diagnostics
import Translation

struct PanWikiCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "panwiki",
        abstract: "Questions of WikiTableQuestions and candidate queries become PanWiki's records.",
        discussion: """
            --queries has one object a line with "table", "question" and "query" (or "pandas_code"), several for a question where there are several. \
            One query becomes the record: the first that the official rule (evaluator 1.0.2) accepts, as written before corrected; else the first \
            that has an answer, with "accepted" false.

            Without --queries, or with --translator search for questions that the files have none for, the built-in translator proposes some, and the right answer \
            chooses among them. With another translator a model mends what is left: a refused query goes back to it with the error, and one with a wrong answer with the right one. \
            'corrections' says so in each record.

            Examples:

              repanda build panwiki --wtq WikiTableQuestions --queries queries.jsonl --output panwiki

              repanda build panwiki --wtq WikiTableQuestions --translator search --output panwiki

              repanda build panwiki --wtq WikiTableQuestions --split train=training --queries queries.jsonl --output panwiki --strict
            """)

    @OptionGroup
    var questions: QuestionOptions

    @Option(help: ArgumentHelp("Candidate queries, one object a line; may be given again.", valueName: "file"))
    var queries: [String] = []

    @Flag(help: "Leave out records that the official rule does not accept.")
    var strict = false

    @Flag(help: "Record questions without an answered query too; 'status' says what became of them.")
    var all = false

    @OptionGroup
    var options: BuildOptions

    @OptionGroup
    var translating: BuildTranslatorOptions

    @OptionGroup(title: "Budgets of each query")
    var budgets: BudgetOptions

    func validate() throws {
        try translating.validate(queries: queries)
        guard !strict || !all else { throw ValidationError("--strict and --all exclude each other") }
    }

    func run() throws {
        let (corrector, proposer) = try translators()
        try Builder(options).run(corrector) { (observer) throws(Diagnostic) in
            try PanWiki(questions.folder, splits: questions.splits, queries: queries, settings: settings(corrector, proposer), observer: observer).build(options.place)
        }
    }

    private func translators() throws -> (TranslatorCorrector?, (any Proposer)?) {
        do { return (try translating.corrector(seed: options.seed, budget: budgets.budget), try translating.proposer(queries, budget: budgets.budget)) } catch { throw Complaints(json: false).refuse(error) }
    }

    private func settings(_ corrector: TranslatorCorrector?, _ proposer: (any Proposer)?) -> BuildSettings {
        var settings = BuildSettings()
        settings.rounds = translating.rounds
        settings.proposer = proposer
        if let corrector { settings.corrector = Correctors([settings.corrector, corrector]) }
        settings.threads = options.jobs.count
        settings.budget = budgets.budget
        settings.isStrict = strict
        settings.keepsAll = all
        return settings
    }
}
