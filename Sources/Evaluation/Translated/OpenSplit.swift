import Datasets
import Diagnostics
import Files
import JSON
import RePanda
import Values

/// Claims or questions of a data set that have no queries yet.
public struct OpenSplit: Sendable {
    struct Item: Sendable {
        /// Its query is empty.
        let subject: Subject
        let subsets: [Subset]
    }

    let items: [Item]
    public var count: Int { items.count }

    /// Claims of TabFact's official layout.
    ///
    /// - Throws: where a file cannot be read or is not of its form.
    public init(tabfact folder: String, split: String, draw: Draw) throws(Diagnostic) {
        guard !split.isEmpty, !split.contains("/") else { throw Diagnostic(.invalidOption, "a split is a name such as 'val', not '\(split)'") }
        let clone = TabFactFolder(folder)
        let subsets = try SubsetTables(clone)
        let claims = try clone.claims(.tokenized(split)).flatMap { table in table.claims.map { (table, $0) } }
        items = draw(claims).map { table, claim in
            let record = ClaimRecord(
                id: .string(Text("\(table.file.string)/\(claim.number)")), statement: claim.statement.string, query: "", table: table.file.string,
                label: claim.label, caption: table.caption.string)
            return Item(subject: .claim(record), subsets: subsets.subsets(of: table.file))
        }
    }

    /// Questions of WikiTableQuestions' official layout.
    ///
    /// - Throws: where a file cannot be read or is not of its form.
    public init(wtq folder: String, split: String, draw: Draw) throws(Diagnostic) {
        guard !split.isEmpty, !split.contains("/") else { throw Diagnostic(.invalidOption, "a split is a name such as 'training', not '\(split)'") }
        let clone = QuestionFolder(folder)
        let tagged = try clone.tagged(split)
        items = draw(try clone.questions(split)).map { question in
            let record = QuestionRecord(
                id: question.id, question: question.utterance, query: "", table: question.table, answer: question.answers,
                canonical: tagged?[question.id]?.canonical)
            return Item(subject: .question(record), subsets: [])
        }
    }

    /// Claims and questions of a file of records; queries that they have are passed over.
    ///
    /// - Throws: where the file cannot be read; what is wrong with the first record that is neither.
    public init(records path: String, draw: Draw) throws(Diagnostic) {
        var stream = try RecordStream(path: path)
        var items: [Item] = []
        while let item = try stream.next() {
            let subject = try inFile(path) { () throws(Diagnostic) in try OpenSplit.subject(item, number: items.count) }
            items.append(Item(subject: subject, subsets: []))
        }
        self.items = draw(items)
    }

    private static func subject(_ item: StreamItem, number: Int) throws(Diagnostic) -> Subject {
        do throws(Refusal) {
            return try Subject(.object(object(item)), isOpen: true)
        } catch {
            var placed = error.first
            if case .line(let line) = item { placed.notes.insert("in line \(line.number)", at: 0) } else { placed.notes.insert("in record \(number)", at: 0) }
            throw placed
        }
    }

    private static func object(_ item: StreamItem) throws(Refusal) -> JSONObject {
        do { return try item.object() } catch { throw Refusal([error]) }
    }
}
