import ArgumentParser
import Diagnostics
import Files
import Translation

struct TranslateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "translate",
        abstract: "Turn a claim in plain English into a query, and print it; nothing runs.",
        discussion: """
            Examples:

              repanda translate crowds.csv 'the largest crowd is above 15000' --translator http://127.0.0.1:8080

              repanda translate crowds.csv 'who had the largest crowd?' --question --show-prompt
            """)

    @Argument(help: "The table's file.")
    var table: String

    @Argument(help: "The claim.")
    var sentence: String

    @Flag(help: "The sentence is a question.")
    var question = false

    @Option(help: ArgumentHelp("What the table is called.", valueName: "text"))
    var caption: String?

    @Flag(help: "Print what would be asked, and ask nobody.")
    var showPrompt = false

    @OptionGroup(title: "Translator")
    var translator: TranslatorOptions

    @OptionGroup
    var chance: SeedOption

    @OptionGroup
    var reading: TableOptions

    func run() throws {
        do throws(Diagnostic) {
            let sentence = Sentence(question ? .question : .claim, self.sentence, caption: caption, table: try reading.read(table))
            if showPrompt { return show(sentence) }
            StandardStreams.text(try translator.drafter(seed: chance.seed).draft(sentence).text + "\n")
        } catch {
            throw Complaints(json: false).refuse(error)
        }
    }

    private func show(_ sentence: Sentence) {
        for message in translator.template.template.messages(for: sentence) { StandardStreams.text("[\(message.role.rawValue)]\n\(message.content)\n\n") }
    }
}
