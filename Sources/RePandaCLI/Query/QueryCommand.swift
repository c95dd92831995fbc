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
            (1 is an int, {"float": 1.0} a float, {"series": …} a Series). Warnings and errors go to standard error.

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

    @Flag(help: "Show the steps and the cells that the value rests on; with --json one object: {\"value\", \"evidence\"}.")
    var explain = false

    @Option(help: ArgumentHelp("Write the steps, the query and the table as a page too, where a step marks its cells.", valueName: "file"))
    var html: String?

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
        let answer: Answer
        var account: Explained?
        do {
            let table = try loadedTable()
            let compiled = try table.query(source)
            complaints.show(table.warnings + compiled.warnings)
            if explain || html != nil {
                let explained = try compiled.explained(engine: table.engine(engine), budget: budgets.budget)
                answer = explained.answer
                account = Explained(account: explained.account, table: try compiled.frame(budget: budgets.budget), engine: answer.engine)
            } else {
                answer = try compiled.run(engine: table.engine(engine), budget: budgets.budget)
            }
            if let fallback = answer.fallback { complaints.show([fallback]) }
        } catch {
            throw complaints.refuse(error)
        }
        if let account {
            complaints.show(account.account.doubts)
            try writePage(account, source, complaints)
        }
        try show(answer.value, explain ? account : nil, complaints)
    }

    private func writePage(_ explained: Explained, _ source: String, _ complaints: Complaints) throws {
        guard let html else { return }
        let doubts = explained.account.doubts.map { ("Doubt", $0.message) }
        let page = AccountPage(title: "Where the value comes from", facts: doubts, query: source, account: explained.account, table: explained.table)
        do { try page.write(to: html) } catch { throw complaints.refuse(error) }
    }

    /// An account of the value with what it takes to show it.
    private struct Explained {
        let account: Account
        let table: Frame
        let engine: Engine
    }

    private func show(_ value: Value, _ explained: Explained?, _ complaints: Complaints) throws {
        do {
            if json { try showJSON(value, explained) } else { StandardStreams.text(try display(value, options: budgets.display) + "\n") }
        } catch {
            throw complaints.refuse(error.diagnostic)
        }
        guard !json, let explained else { return }
        let color = StandardStreams.isTerminal(1) && StandardStreams.hasColor
        let lines = AccountText(account: explained.account, table: explained.table, color: color).lines(answeredBy: explained.engine)
        StandardStreams.out(lines.map { $0 + "\n" }.joined())
    }

    private func showJSON(_ value: Value, _ explained: Explained?) throws(Failure) {
        var writer = JSONWriter()
        if explained != nil {
            writer.beginObject()
            writer.key("value")
        }
        try writeCanonical(value, to: &writer, limits: budgets.canonical)
        if let explained {
            writer.key("evidence")
            writeEvidence(explained.account, answeredBy: explained.engine, to: &writer)
            writer.endObject()
        }
        writer.endLine()
        StandardStreams.out(writer.bytes)
    }

    private func loadedTable() throws(Refusal) -> LoadedTable {
        do { return try storage.load(table, options) } catch { throw Refusal([error]) }
    }
}
