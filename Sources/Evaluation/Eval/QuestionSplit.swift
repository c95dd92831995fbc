import Datasets
import Diagnostics
import Values

/// The questions of one file of WikiTableQuestions' official layout, each with the query that a file of queries has for it.
///
/// The queries are one object a line with `table`, `question` and `query` (or `pandas_code`); the first of a question counts. Canonical
/// answers are those of the clone's tagged files, where it has them.
public struct QuestionSplit: Sendable {
    let items: [EvaluationItem]
    /// Lines of the queries' file that are no answer to a question of the split.
    public let unused: Int

    /// - Parameter split: a file of the clone's `data` folder, without `.tsv`.
    /// - Throws: where a file cannot be read or is not of its form.
    public init(folder: String, split: String, queries path: String) throws(Diagnostic) {
        guard !split.isEmpty, !split.contains("/") else { throw Diagnostic(.invalidOption, "a split is a name such as 'training', not '\(split)'") }
        let clone = QuestionFolder(folder)
        let tagged = try clone.tagged(split)
        var queries = try QueryFile(path, by: "question")
        var items: [EvaluationItem] = []
        for question in try clone.questions(split) { items.append(QuestionSplit.item(question, tagged?[question.id], &queries)) }
        self.items = items
        unused = queries.unused
    }

    private static func item(_ question: Question, _ tagged: TaggedAnswer?, _ queries: inout QueryFile) -> EvaluationItem {
        guard let (_, query) = queries.take(table: Text(question.table), text: Text(question.utterance)) else {
            return .unanswered(.question, text: question.utterance, label: nil, [])
        }
        return .record(
            .question(
                QuestionRecord(
                    id: question.id, question: question.utterance, query: query, table: question.table, answer: question.answers, canonical: tagged?.canonical)), [])
    }
}
