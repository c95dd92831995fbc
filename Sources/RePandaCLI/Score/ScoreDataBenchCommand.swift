import ArgumentParser
import Diagnostics
import Files
import JSON
import Scoring

struct ScoreDataBenchCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "databench",
        abstract: "Score answers by the rule of DataBench (databench_eval 4.0.1), with its faults.",
        discussion: "A line of ANSWERS is {\"id\", \"type\", \"answer\", \"prediction\"}: the type is boolean, category, number, list[category] or list[number]. "
            + "The rule's known faults:\n\n" + DataBenchRule.faults.map { "- \($0)" }.joined(separator: "\n"))

    @Argument(help: "The answers and predictions, one JSON object a line.")
    var answers: String

    @Flag(help: "Print one JSON object an answer: {\"id\", \"correct\"}.")
    var json = false

    func run() throws {
        do {
            let report = ScoreReport(rule: DataBenchRule.name, try entries())
            if json { StandardStreams.out(report.json) } else { StandardStreams.out(report.text) }
        } catch {
            throw Complaints(name: answers, json: json).refuse(error, status: .badInput)
        }
    }

    private func entries() throws(Diagnostic) -> [ScoreReport.Entry] {
        var entries: [ScoreReport.Entry] = []
        let lines = try readFile(answers, limit: 1 << 30).split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        for (at, line) in lines.enumerated() where !line.isEmpty {
            entries.append(try entry(Array(line), number: at + 1))
        }
        return entries
    }

    private func entry(_ line: [UInt8], number: Int) throws(Diagnostic) -> ScoreReport.Entry {
        do throws(Diagnostic) {
            let object = try JSONValue.parse(line).requireObject()
            guard let rule = DataBenchRule(rawValue: try object.text("type").string) else {
                throw Diagnostic(.invalidOption, "the type is none of \(DataBenchRule.allCases.map(\.rawValue).joined(separator: ", "))")
            }
            let isCorrect = rule.isCorrect(try object.text("prediction").string, truth: try object.text("answer").string)
            return ScoreReport.Entry(id: try object.text("id").string, isCorrect: isCorrect)
        } catch {
            var placed = error
            placed.notes.append("in line \(number)")
            throw placed
        }
    }
}
