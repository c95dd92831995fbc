import ArgumentParser
import Diagnostics
import Display
import JSON
import RePanda
import Values

struct CheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Check a query against a table without running it.",
        discussion: """
            Reports what must fail (an unknown column, a method the value does not have, text compared with a number by '<') and warns of what runs \
            but means nothing. The report is the command's data: it goes to standard output. Exit status 0: the query may run; 3: it was refused.

            Examples:

              repanda check crowds.csv "df['crowdd'].max() > 15000"

              repanda check crowds.csv --json "df['crowd'].max() > 15000"
            """)

    @Argument(help: "The table's file.")
    var table: String

    @OptionGroup
    var query: QueryText

    @Flag(help: "Print one JSON object: {\"ok\", \"type\", \"diagnostics\"}.")
    var json = false

    @OptionGroup
    var options: TableOptions

    @OptionGroup(title: "Databases")
    var storage: DatabaseOptions

    func run() throws {
        let (source, table) = try inputs()
        let report = CheckReport(source, on: table)
        StandardStreams.out(json ? report.json : report.text(color: StandardStreams.isTerminal(1) && StandardStreams.hasColor))
        if let refused = report.refusal { throw ExitStatus(refused.code).error }
    }

    private func inputs() throws -> (String, LoadedTable) {
        do { return (try query.read(), try storage.load(table, options)) } catch { throw Complaints(json: json).refuse(error) }
    }
}

/// What checking found.
struct CheckReport {
    let source: String
    let diagnostics: [Diagnostic]
    /// The type of the query's value; nil where it was refused.
    let type: String?
    /// The error that decides the exit status.
    let refusal: Diagnostic?

    init(_ source: String, on table: LoadedTable) {
        self.source = source
        do {
            let query = try table.query(source)
            diagnostics = table.warnings + query.warnings
            type = typeText(query.program.result.type)
            refusal = nil
        } catch {
            diagnostics = table.warnings + error.diagnostics
            type = nil
            refusal = error.first
        }
    }

    func text(color: Bool) -> String {
        let renderer = DiagnosticRenderer(source: source, color: color)
        let verdict = type.map { "ok: the value is \($0)" } ?? "refused"
        return (diagnostics.map(renderer.render) + [verdict]).map { $0 + "\n" }.joined()
    }

    var json: String {
        var writer = JSONWriter()
        writer.beginObject()
        writer.key("ok")
        writer.bool(refusal == nil)
        writer.key("type")
        if let type { writer.string(type) } else { writer.null() }
        writer.key("diagnostics")
        writer.beginArray()
        for diagnostic in diagnostics { writeDiagnostic(diagnostic, source: Text(source), to: &writer) }
        writer.endArray()
        writer.endObject()
        writer.endLine()
        return writer.string
    }
}
