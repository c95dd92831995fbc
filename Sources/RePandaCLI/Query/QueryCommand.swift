import ArgumentParser
import Diagnostics
import Display
import Evaluation
import JSON
import RePanda
import Values

struct QueryCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "query",
        abstract: "Run a pandas query over a table and print its value.",
        discussion: """
            The value is printed as Python's print would show it; with --json in the canonical form, which tells every type apart \
            (1 is an int, {"float": 1.0} a float, {"series": …} a Series). With --json and --explain or --probe it is one object: {"value", "evidence", \
            "probe"}. Warnings and errors go to standard error.

            Examples:

              repanda query crowds.csv "df['crowd'].max()"

              repanda query crowds.csv --json "df.groupby('team')['points'].sum()"

              echo "len(df) > 3" | repanda query table.html.csv --dialect tabfact

              repanda query crowds.csv --emit typed "df['crowd'].max() > 15000"

              repanda query big.csv --database cache.sqlite "df['crowd'].mean()"

              repanda query season.sqlite --table games "df['crowd'].max()"
            """)

    @Argument(help: "The table's file.")
    var table: String

    @OptionGroup
    var query: QueryText

    @Flag(help: "Print the value as JSON, and diagnostics as one JSON object a line.")
    var json = false

    @Option(help: ArgumentHelp("Print what a stage of the compiler made of the query instead of running it.", valueName: "stage"))
    var emit: Stage?

    @OptionGroup
    var explaining: ExplainOptions

    @OptionGroup
    var chance: SeedOption

    @OptionGroup
    var options: TableOptions

    @OptionGroup(title: "Databases")
    var storage: DatabaseOptions

    @OptionGroup
    var engine: EngineOption

    @OptionGroup(title: "Budgets")
    var budgets: BudgetOptions

    func run() throws {
        let source = try self.source()
        let complaints = Complaints(of: source, json: json)
        if let emit {
            StandardStreams.text(try emitted(emit, source, complaints))
        } else {
            try answer(source, complaints)
        }
    }

    private func source() throws -> String {
        do { return try query.read() } catch { throw Complaints(json: json).refuse(error) }
    }

    private func emitted(_ stage: Stage, _ source: String, _ complaints: Complaints) throws -> String {
        do { return try stage.dump(source, of: loadedTable) } catch { throw complaints.refuse(error) }
    }

    private func answer(_ source: String, _ complaints: Complaints) throws {
        let told: Told
        do {
            let table = try loadedTable()
            let compiled = try table.query(source)
            complaints.show(table.warnings + compiled.warnings)
            told = try Told(compiled, on: table.engine(engine), explaining, seed: chance.seed, budgets.budget)
            if let fallback = told.answer.fallback { complaints.show([fallback]) }
        } catch {
            throw complaints.refuse(error)
        }
        if let account = told.account {
            complaints.show(account.doubts)
            try writePage(account, told, source, complaints)
        }
        do { try show(told) } catch { throw complaints.refuse(error.diagnostic) }
    }

    private func writePage(_ account: Account, _ told: Told, _ source: String, _ complaints: Complaints) throws {
        guard let path = explaining.html else { return }
        let doubts = account.doubts.map { ("Doubt", $0.message) }
        let page = AccountPage(
            title: "Where the value comes from", facts: doubts, query: source, evidence: Evidence(account, answeredBy: told.answer.engine),
            table: Excerpt(told.table, .view, with: account.support.deciding.cells))
        do { try page.write(to: path) } catch { throw complaints.refuse(error) }
    }

    private func show(_ told: Told) throws(Failure) {
        guard !json else { return try showJSON(told) }
        StandardStreams.text(try display(told.answer.value, options: budgets.display) + "\n")
        var lines: [String] = []
        if explaining.explain, let account = told.account {
            let color = StandardStreams.isTerminal(1) && StandardStreams.hasColor
            lines += AccountText(account: account, table: told.table, color: color).lines(answeredBy: told.answer.engine)
        }
        if let probe = told.probe { lines += ["", ProbeText.line(probe, "value")] }
        StandardStreams.out(lines.map { $0 + "\n" }.joined())
    }

    private func showJSON(_ told: Told) throws(Failure) {
        var writer = JSONWriter()
        let account = explaining.explain ? told.account : nil
        let isObject = account != nil || told.probe != nil
        if isObject {
            writer.beginObject()
            writer.key("value")
        }
        try writeCanonical(told.answer.value, to: &writer, limits: budgets.canonical)
        if let account {
            writer.key("evidence")
            Evidence(account, answeredBy: told.answer.engine).write(to: &writer)
        }
        if let probe = told.probe {
            writer.key("probe")
            probe.write(to: &writer)
        }
        if isObject { writer.endObject() }
        writer.endLine()
        StandardStreams.out(writer.bytes)
    }

    private func loadedTable() throws(Refusal) -> LoadedTable {
        do { return try storage.load(table, options) } catch { throw Refusal([error]) }
    }
}
