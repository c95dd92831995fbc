import ArgumentParser
import Building
import Correcting
import Datasets
import Diagnostics
import Translation

struct PanTabFactCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "pantabfact",
        abstract: "Claims of TabFact and candidate queries become PanTabFact's records.",
        discussion: """
            --queries has one object a line with "table", "statement" and "query" (or "pandas_code"), several for a claim where there are several. A \
            query that is refused is corrected where the checker is certain of the edit; one whose verdict is the claim's label becomes the record: \
            as written before corrected, then the first that nothing is doubtful about. A record is doubtful where its query does not read the table \
            (constant), where a True stays whatever is done to the table (unmoved), where the query compares with something that neither claim nor \
            table has (invented-literal), and where more candidates come to the other verdict (outvoted), or a proposed query's \
            verdict was not sure without the label or it leaves out what the claim says (unsure).

            Without --queries, or with --translator search for claims that the files have none for, the built-in translator proposes some by what the words of the \
            claim have in common with the table, and the label chooses among them. With another translator a model mends what is left: a refused query goes back to it with the error, and one with the wrong verdict with the label. \
            'corrections' says so in each record.

            Examples:

              repanda build pantabfact --tabfact Table-Fact-Checking --queries queries.jsonl --output pantabfact

              repanda build pantabfact --tabfact Table-Fact-Checking --translator search --output pantabfact

              repanda build pantabfact --tabfact Table-Fact-Checking --queries a.jsonl --queries b.jsonl --output strict --strict
            """)

    @Option(help: ArgumentHelp("A clone of TabFact.", valueName: "folder"))
    var tabfact: String

    @Option(help: ArgumentHelp("Candidate queries, one object a line; may be given again.", valueName: "file"))
    var queries: [String] = []

    @Flag(help: "Take the statements as they were written (collected_data), not tokenised.")
    var raw = false

    @Flag(help: "Leave doubtful records out.")
    var strict = false

    @Flag(help: "Record claims without a right query too; 'status' says what became of them.")
    var all = false

    @Option(help: ArgumentHelp("How many disturbed tables of each kind a verdict is tried on.", valueName: "count"))
    var probes = 8

    @OptionGroup
    var options: BuildOptions

    @OptionGroup
    var translating: BuildTranslatorOptions

    @OptionGroup(title: "Budgets of each query")
    var budgets: BudgetOptions

    func validate() throws {
        try translating.validate(queries: queries)
        guard (0...1000).contains(probes) else { throw ValidationError("--probes must be from 0 to 1000") }
    }

    func run() throws {
        let (corrector, proposer) = try translators()
        try Builder(options).run(corrector) { (observer) throws(Diagnostic) in
            try PanTabFact(TabFactFolder(tabfact), queries: queries, isRaw: raw, settings: settings(corrector, proposer), observer: observer).build(options.place)
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
        settings.seed = options.seed
        settings.probes = probes
        settings.isStrict = strict
        settings.keepsAll = all
        return settings
    }
}
