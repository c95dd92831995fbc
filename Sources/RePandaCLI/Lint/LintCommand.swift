import ArgumentParser
import Datasets
import Diagnostics

struct LintCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "lint",
        abstract: "Look at a clone of TabFact or WikiTableQuestions and report what is wrong with it.",
        discussion: """
            The folder's layout says which data set it is: TabFact has data/all_csv and tokenized_data, WikiTableQuestions has csv and data/*.tsv. \
            Every table is read, every claim and question looked at. Errors make claims unusable (a table that cannot be read, a label that is \
            neither 0 nor 1, a claim without its table); warnings are what such data is known to have. Exit \
            status: 2 where there are errors, else 0.

            Examples:

              repanda lint Table-Fact-Checking

              repanda lint WikiTableQuestions --all
            """)

    @Argument(help: "The clone's folder.")
    var folder: String

    @Flag(help: "One line for every finding, instead of counts with the first files.")
    var all = false

    @Flag(help: "Print the report as one JSON object, with every finding.")
    var json = false

    func run() throws {
        let lint = try lint()
        let report = LintReport(lint, folder: folder)
        StandardStreams.text(json ? report.json : all ? report.everything : report.summary)
        guard !lint.hasErrors else { throw ExitStatus.badInput.error }
    }

    private func lint() throws(ExitCode) -> Lint {
        let progress = Progress("tables")
        do throws(Diagnostic) {
            defer { progress.finish() }
            return try Lint(folder: folder, progress: { progress.show($0) })
        } catch {
            throw Complaints(json: false).refuse(error, status: .badInput)
        }
    }
}
