import ArgumentParser
import Diagnostics
import Display
import Evaluation
import JSON
import RePanda
import Scoring
import Translation
import Values

struct AskCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ask",
        abstract: "Answer a question in plain English about a table, with the query that the answer rests on.",
        discussion: """
            The built-in translator needs no model: it finds what the question may mean and says how sure it is; where it is not sure enough \
            (--abstain-below) the answer is UNDECIDED, with what else may be meant. --translator names a model to ask instead; a query that is refused or fails \
            goes back to it with what was wrong, up to --rounds times, and with --samples several queries vote by their answers. Exit status: 0 there is an \
            answer, 3 nothing is sure enough or every query was refused, 5 the translator did not answer, 2 bad input or usage.

            Examples:

              repanda ask crowds.csv 'who had the largest crowd?'

              repanda ask crowds.csv 'how many teams are there?' --translator http://127.0.0.1:8080 --samples 5 --json
            """)

    @Argument(help: "The table's file.")
    var table: String

    @Argument(help: "The question.")
    var question: String

    @Option(help: ArgumentHelp("What the table is called.", valueName: "text"))
    var caption: String?

    @Flag(help: "Print one JSON object: {\"answer\", \"value\", \"query\", \"diagnostics\", \"translation\"}.")
    var json = false

    @Flag(help: "Show the cells that the value rests on, too.")
    var explain = false

    @OptionGroup(title: "Translator")
    var translator: TranslatorOptions

    @OptionGroup(title: "Translator")
    var drafting: DraftOptions

    @OptionGroup
    var chance: SeedOption

    @OptionGroup
    var reading: TableOptions

    @OptionGroup(title: "Budgets")
    var budgets: BudgetOptions

    func run() throws {
        let (translating, draft) = try asked()
        guard let accepted = draft.accepted, let answer = accepted.answer, !translating.ballot.isUndecided else { throw refuse(translating, draft) }
        let explained = try account(accepted.query)
        if json { return StandardStreams.out(document(translating, draft, accepted, answer, explained)) }
        Complaints(of: draft.query, json: false).show(accepted.query.warnings)
        show(answer, translating, draft, explained)
    }

    private func asked() throws -> (Translating, Draft) {
        do throws(Diagnostic) {
            let sentence = Sentence(.question, question, caption: caption, table: try reading.read(table))
            let drafter = try translator.sentenceTranslator(seed: chance.seed, drafting, budget: budgets.budget)
            let translating = Translating(ballot: try drafting.poll(drafter, sentence, concurrency: translator.concurrency), tellsAll: explain)
            return (translating, try translating.draft())
        } catch {
            throw Complaints(json: json).refuse(error)
        }
    }

    private func account(_ query: Query) throws -> Explained {
        do throws(Refusal) {
            return Explained(account: try query.account(tracing: explain, budget: budgets.budget), frame: try query.frame(budget: budgets.budget))
        } catch {
            throw Complaints(json: json).refuse(error)
        }
    }

    private struct Explained {
        let account: Account
        let frame: Frame
    }

    private func show(_ answer: Answer, _ translating: Translating, _ draft: Draft, _ explained: Explained) {
        let value = (try? display(answer.value, options: budgets.display)) ?? "a \(answer.value.typeName) too long to show"
        let lines = [value, "", "query:  \(draft.query.split(separator: "\n").joined(separator: "\n        "))"] + translating.lines
        StandardStreams.text(lines.map { $0 + "\n" }.joined())
        let color = StandardStreams.isTerminal(1) && StandardStreams.hasColor
        let text = AccountText(account: explained.account, table: explained.frame, color: color)
        let account = explain ? text.lines(answeredBy: answer.engine) : AccountText.steps(explained.account, answeredBy: answer.engine)
        StandardStreams.out(account.map { $0 + "\n" }.joined())
    }

    private func document(_ translating: Translating, _ draft: Draft, _ accepted: AcceptedQuery, _ answer: Answer, _ explained: Explained) -> [UInt8] {
        var writer = JSONWriter()
        begin(answerItems(of: answer.value), &writer)
        writer.key("value")
        var body = JSONWriter()
        if (try? writeCanonical(answer.value, to: &body, limits: budgets.canonical)) != nil { writer.raw(body.bytes) } else { writer.null() }
        writer.key("query")
        writer.string(draft.query)
        writer.key("evidence")
        if explain { Evidence(explained.account, answeredBy: answer.engine).write(to: &writer) } else { Evidence.writeSteps(explained.account, answeredBy: answer.engine, to: &writer) }
        end(accepted.query.warnings, draft, translating, &writer)
        return writer.bytes
    }

    private func refuse(_ translating: Translating, _ draft: Draft) -> ExitCode {
        let errors = translating.ballot.isUndecided ? [] : draft.rounds.last?.refusal ?? []
        if json {
            var writer = JSONWriter()
            begin(nil, &writer)
            writer.key("value")
            writer.null()
            writer.key("query")
            writer.string(draft.query)
            writer.key("evidence")
            writer.null()
            end(errors, draft, translating, &writer)
            StandardStreams.out(writer.bytes)
        } else {
            Complaints(of: draft.query, json: false).show(errors)
            StandardStreams.text((["UNDECIDED"] + translating.lines).map { $0 + "\n" }.joined())
        }
        return ExitStatus.refused.error
    }

    private func begin(_ items: [String]?, _ writer: inout JSONWriter) {
        writer.beginObject()
        writer.key("question")
        writer.string(question)
        writer.key("answer")
        guard let items else { return writer.null() }
        writer.beginArray()
        for item in items { writer.string(item) }
        writer.endArray()
    }

    private func end(_ diagnostics: [Diagnostic], _ draft: Draft, _ translating: Translating, _ writer: inout JSONWriter) {
        writer.key("diagnostics")
        writer.beginArray()
        for diagnostic in diagnostics { writeDiagnostic(diagnostic, source: Text(draft.query), to: &writer) }
        writer.endArray()
        writer.key("translation")
        writer.raw(translating.json)
        writer.endObject()
        writer.endLine()
    }
}
