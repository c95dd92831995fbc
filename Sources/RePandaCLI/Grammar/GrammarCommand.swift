import ArgumentParser
import Display
import Grammar
import RePanda

struct GrammarCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "grammar",
        abstract: "Write the language as a grammar that a model's decoder is held to.",
        discussion: """
            With --table the columns are the table's own, texts are compared with texts and numbers with numbers, so that a model can name no column \
            that is not there. Names of methods and functions are the catalogue's. --for claim wants a query that is true or false, --for question \
            any value. What the grammar covers is told in Grammar/EXPORT.md.

            Examples:

              repanda grammar --table crowds.csv > crowds.gbnf

              repanda grammar --format lark --for question --table crowds.csv

              llama-server -m model.gguf --grammar-file crowds.gbnf
            """)

    @Option(help: "How the grammar is written: llama.cpp's and vLLM's GBNF, Lark, or the W3C's EBNF.")
    var format = ExportedGrammar.Format.gbnf

    @Option(help: ArgumentHelp("The table whose columns queries may name.", valueName: "file"))
    var table: String?

    @Option(name: .customLong("for"), help: "What the queries are for.")
    var goal = ExportedGrammar.Goal.claim

    @OptionGroup
    var options: TableOptions

    func run() throws {
        let grammar = try exported()
        if !grammar.omitted.isEmpty { StandardStreams.err("note: \(counted(grammar.omitted.count, "column")) left out, too many or too long: \(shown(grammar.omitted))\n") }
        StandardStreams.text(grammar.text)
    }

    private func exported() throws -> ExportedGrammar {
        guard let table else { return ExportedGrammar(format, for: goal) }
        do { return ExportedGrammar(format, for: goal, on: try options.read(table).schema) } catch { throw Complaints(json: false).refuse(error) }
    }

    private func shown(_ names: [String]) -> String {
        names.prefix(5).map { "'\(visible(String($0.prefix(40))))'" }.joined(separator: ", ") + (names.count > 5 ? ", …" : "")
    }
}

extension ExportedGrammar.Format: ExpressibleByArgument {}
extension ExportedGrammar.Goal: ExpressibleByArgument {}
