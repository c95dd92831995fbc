import Diagnostics
import Files
import Random
import RePanda
import Tables
import Wording

/// What a question gives WikiFact.
struct WikiFactPair: Sendable {
    let right: WikiFactRecord
    /// Nil where no other answer is plausible.
    let wrong: WikiFactRecord?
}

/// Words the questions of one table after the other.
struct WikiFactWorker: Sendable {
    /// Statements that list more than this are no statements that somebody would make.
    private static let mostAnswers = 5

    enum Outcome: Sendable {
        case worded(WikiFactPair)
        /// Why there is no statement, as it is counted.
        case leftOut(String)
    }

    let folder: TableFolder
    let settings: BuildSettings

    func build(_ table: QuestionTable) -> [(SplitQuestion, Outcome)] {
        do {
            let source = try SourceTable(table.table, in: folder, dialect: .wtq)
            let falsifier = Falsifier(cells: CellTexts(source.table), rows: source.table.frame.rowCount)
            return table.questions.map { ($0, word($0, source, falsifier)) }
        } catch {
            return table.questions.map { ($0, .leftOut("left out: the table cannot be read")) }
        }
    }

    private func word(_ source: SplitQuestion, _ table: SourceTable, _ falsifier: Falsifier) -> Outcome {
        let question = source.question
        guard question.answers.count <= WikiFactWorker.mostAnswers else { return .leftOut("left out: more than \(WikiFactWorker.mostAnswers) answers") }
        guard let wording = Wording(of: question.utterance) else { return .leftOut("left out: no rule for the question") }
        guard wording.fits(question.answers) else { return .leftOut("left out: the answer does not fit the rule") }
        let answer = RightAnswer(source)
        func record(_ answers: [String], _ label: Bool, _ column: String) -> WikiFactRecord {
            WikiFactRecord(
                source: source, statement: wording.statement(answers), label: label, claimed: answers, rule: wording.rule, column: column, text: table.text,
                hash: table.hash)
        }
        var random = SeededGenerator(seed: settings.seed, name: question.id)
        let wrong = falsifier.falsify(answer, of: wording, asked: question.utterance, &random)
        return .worded(WikiFactPair(right: record(question.answers, true, ""), wrong: wrong.map { record($0.answers, false, $0.column) }))
    }
}
