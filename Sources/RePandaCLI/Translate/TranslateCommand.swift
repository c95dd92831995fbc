import ArgumentParser
import Diagnostics
import Display
import JSON
import Translation

struct TranslateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "translate",
        abstract: "Turn a claim in plain English into a query, and print it; it is checked against the table, but not run.",
        discussion: """
            The built-in translator needs no model; --translator names one to ask instead. A query that is refused goes back to the translator with what was wrong, up to --rounds times. With --samples queries are run, because they vote by \
            their verdicts. Exit status: 0 a query was written, 3 every \
            query was refused, 5 the translator did not answer, 2 bad input or usage.

            Examples:

              repanda translate crowds.csv 'the largest crowd is above 15000' --translator http://127.0.0.1:8080

              repanda translate crowds.csv 'who had the largest crowd?' --question --show-prompt

              repanda translate --show-template > mine.txt
            """)

    @Argument(help: "The table's file.")
    var table: String?

    @Argument(help: "The claim.")
    var sentence: String?

    @Flag(help: "The sentence is a question.")
    var question = false

    @Option(help: ArgumentHelp("What the table is called.", valueName: "text"))
    var caption: String?

    @Flag(help: "Print what would be asked, and ask nobody.")
    var showPrompt = false

    @Flag(help: "Print the template, to write one of your own after it.")
    var showTemplate = false

    @Flag(help: "Print one JSON object with every round.")
    var json = false

    @OptionGroup(title: "Translator")
    var translator: TranslatorOptions

    @OptionGroup(title: "Translator")
    var drafting: DraftOptions

    @OptionGroup
    var chance: SeedOption

    @OptionGroup
    var reading: TableOptions

    func validate() throws {
        guard showTemplate || (table != nil && sentence != nil) else { throw ValidationError("give a table and a claim") }
    }

    func run() throws {
        if showTemplate || showPrompt { return try show() }
        let translating: Translating
        let draft: Draft
        do throws(Diagnostic) {
            let writer = try translator.sentenceTranslator(seed: chance.seed, drafting, runs: drafting.samples > 1)
            translating = Translating(ballot: try drafting.poll(writer, read(), concurrency: translator.concurrency))
            draft = try translating.draft()
        } catch {
            throw Complaints(json: json).refuse(error)
        }
        if json { writeJSON(translating) } else { write(draft, translating) }
        guard draft.accepted != nil else { throw ExitStatus.refused.error }
    }

    private func read() throws(Diagnostic) -> Sentence {
        Sentence(question ? .question : .claim, sentence ?? "", caption: caption, table: try reading.read(table ?? ""))
    }

    private func show() throws {
        do throws(Diagnostic) {
            if showTemplate { try writeTemplate() } else { try writePrompt(read()) }
        } catch {
            throw Complaints(json: json).refuse(error)
        }
    }

    private func write(_ draft: Draft, _ translating: Translating) {
        if draft.accepted != nil {
            StandardStreams.text(draft.query + "\n")
        } else {
            Complaints(of: draft.query, json: false).show(draft.rounds.last?.refusal ?? [])
            if draft.end == .unanswered, let error = draft.error { Complaints(json: false).show([error]) }
        }
        for line in translating.lines { StandardStreams.err(visible(line) + "\n") }
    }

    private func writeJSON(_ translating: Translating) {
        var writer = JSONWriter()
        writer.raw(translating.json)
        writer.endLine()
        StandardStreams.out(writer.bytes)
    }

    private func writePrompt(_ sentence: Sentence) throws(Diagnostic) {
        for message in try translator.promptTemplate().messages(for: sentence) { StandardStreams.text("[\(message.role.rawValue)]\n\(message.content)\n\n") }
    }

    private func writeTemplate() throws(Diagnostic) {
        guard let text = BuiltInTemplate(rawValue: translator.template)?.text else {
            throw Diagnostic(.invalidTemplate, "the template '\(translator.template)' is not written as a text", helps: ["'repanda-1' is"])
        }
        StandardStreams.text(text + "\n")
    }
}
