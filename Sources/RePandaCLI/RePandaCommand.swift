import ArgumentParser
import Glibc
import Threads

@main
struct RePandaCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "repanda",
        abstract: "Check claims about tables: pandas queries, compiled and run without Python.",
        discussion: """
            A query is pandas code over one table, which it calls df:

              repanda query crowds.csv "df['crowd'].max() > 15000"

            It is checked against the table before anything runs, so a column that does not exist is an error with a place and a suggestion, \
            not an exception. Values are those of pandas 2.2.3.

            Data goes to standard output, diagnostics to standard error. Exit status: 0 done, 1 refuted (verify --exit-verdict), 2 bad input or \
            usage, 3 the query was refused, 4 a budget was met, 5 a translator did not answer, 70 a fault of repanda.
            """,
        version: "0.1.0",
        subcommands: [
            QueryCommand.self, CheckCommand.self, SchemaCommand.self, VerifyCommand.self, AskCommand.self, TranslateCommand.self, EvalCommand.self, MergeCommand.self,
            BatchCommand.self, ScoreCommand.self, OperationsCommand.self, GrammarCommand.self, LintCommand.self, BuildCommand.self, TrainCommand.self,
        ])

    /// Runs the command on a thread with a big stack: queries are trees, and trees are walked by recursion.
    static func main() {
        FaultHandler.install()
        BigStack { start() }.join()
    }

    private static func start() {
        do {
            var command = try parseAsRoot()
            try command.run()
        } catch {
            finish(error)
        }
    }

    /// Says what is wrong and leaves; help and version are no errors.
    private static func finish(_ error: any Error) -> Never {
        let status = exitCode(for: error)
        let message = fullMessage(for: error)
        if status.isSuccess {
            StandardStreams.out(message + "\n")
        } else if !message.isEmpty {
            StandardStreams.err(message + "\n")
        }
        Glibc.exit(status == .validationFailure ? ExitStatus.badInput.rawValue : status.rawValue)
    }
}
