import ArgumentParser
import Diagnostics
import Display
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
        let value: Value
        do {
            let table = try loadedTable()
            let compiled = try table.query(source)
            complaints.show(table.warnings + compiled.warnings)
            let answer = try compiled.run(engine: table.engine(engine), budget: budgets.budget)
            if let fallback = answer.fallback { complaints.show([fallback]) }
            value = answer.value
        } catch {
            throw complaints.refuse(error)
        }
        try show(value, complaints)
    }

    private func show(_ value: Value, _ complaints: Complaints) throws {
        do {
            if json { try showJSON(value) } else { StandardStreams.text(try display(value, options: budgets.display) + "\n") }
        } catch {
            throw complaints.refuse(error.diagnostic)
        }
    }

    private func showJSON(_ value: Value) throws(Failure) {
        var writer = JSONWriter()
        try writeCanonical(value, to: &writer, limits: budgets.canonical)
        writer.endLine()
        StandardStreams.out(writer.bytes)
    }

    private func loadedTable() throws(Refusal) -> LoadedTable {
        do { return try storage.load(table, options) } catch { throw Refusal([error]) }
    }
}
