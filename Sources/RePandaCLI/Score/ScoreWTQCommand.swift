import ArgumentParser
import Datasets
import Diagnostics
import Files
import Scoring

struct ScoreWTQCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "wtq",
        abstract: "Score predictions by the official rule of WikiTableQuestions (evaluator 1.0.2).",
        discussion: """
            PREDICTIONS has a line a question: its id, then the items of the answer, separated by tabs. As in the official program, an id that \
            the tagged file does not have is passed over with a warning, an id that comes twice counts twice, and questions without a prediction \
            are not counted; the report says how many there are, and the accuracy with them as wrong.

            Example:

              repanda score wtq --tagged tagged/data/pristine-unseen-tables.tagged predictions.tsv
            """)

    @Argument(help: "The predictions: id, then items, tab-separated.")
    var predictions: String

    @Option(help: ArgumentHelp("The data set's tagged file, which has the answers in canonical form.", valueName: "file"))
    var tagged: String

    @Flag(help: "Print one JSON object a prediction: {\"id\", \"correct\"}.")
    var json = false

    func run() throws {
        let complaints = Complaints(name: predictions, json: json)
        do {
            let answers = try TaggedAnswer.all(tagged)
            let lines = try Predictions.read(predictions)
            let missing = Set(answers.keys).subtracting(lines.map(\.id)).count
            report(ScoreReport(rule: WikiTableQuestionsRule.name, lines.compactMap { score($0, answers, complaints) }, missing: missing))
        } catch {
            throw complaints.refuse(error, status: .badInput)
        }
    }

    private func score(_ line: Predictions.Line, _ answers: [String: TaggedAnswer], _ complaints: Complaints) -> ScoreReport.Entry? {
        guard let answer = answers[line.id] else {
            complaints.show([.warning(.unknownQuestion, "line \(line.number): the tagged file has no question '\(line.id)'")])
            return nil
        }
        let isCorrect = WikiTableQuestionsRule.accepts(line.items, answer: answer.answers, canonical: answer.canonical)
        return ScoreReport.Entry(id: line.id, isCorrect: isCorrect)
    }

    private func report(_ report: ScoreReport) {
        if json { StandardStreams.out(report.json) } else { StandardStreams.out(report.text) }
    }
}

/// A prediction file in the official form.
enum Predictions {
    struct Line {
        /// From 1.
        let number: Int
        let id: String
        let items: [String]
    }

    static func read(_ path: String) throws(Diagnostic) -> [Line] {
        let bytes = try readFile(path, limit: 1 << 30)
        guard let text = String(validating: bytes, as: UTF8.self) else { throw Diagnostic(.invalidEncoding, "the predictions are not UTF-8") }
        return text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).enumerated().compactMap { at, line in
            let bytes = line.last == UInt8(ascii: "\r") ? line.dropLast() : line
            guard !bytes.isEmpty else { return nil }
            let fields = bytes.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false).map { String(Substring($0)) }
            return Line(number: at + 1, id: fields[0], items: Array(fields.dropFirst()))
        }
    }
}
