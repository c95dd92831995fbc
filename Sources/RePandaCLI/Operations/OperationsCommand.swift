import ArgumentParser
import Catalog
import Display
import JSON
import Lowering

struct OperationsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "operations",
        abstract: "List the operations of the language, and what SQLite does of each.",
        discussion: """
            Every method, function and property that a query may use, by what it is asked of. The column 'sqlite' says how the second engine does \
            it: in SQL itself, through functions of ours that SQL calls, or not at all ('memory'), and then why.

            Examples:

              repanda operations str

              repanda operations --json
            """)

    @Argument(help: ArgumentHelp("Only those of one receiver: \(Receiver.allCases.map(\.rawValue).joined(separator: ", ")).", valueName: "receiver"))
    var receiver: Receiver?

    @Flag(help: "Print one JSON object an operation.")
    var json = false

    @Flag(help: "Print a page in Markdown, as Grammar/OPERATIONS.md is.")
    var markdown = false

    func validate() throws {
        guard !(json && markdown) else { throw ValidationError("'--json' and '--markdown' exclude each other") }
    }

    func run() {
        let book = OperationBook(receiver.map { [$0] } ?? Receiver.allCases)
        StandardStreams.out(json ? book.json : markdown ? book.markdown : book.text)
    }
}

extension Receiver: ExpressibleByArgument {}
