import Diagnostics
import Files
import JSON
import RePanda
import Scoring
import Tables
import Values

/// A question over a table with a query and the right answer: a record of PanWiki, or the same by hand.
///
///     {"question": "…", "table": "csv/204-csv/590.csv", "dialect": "wtq", "query": "df['Year'].max()", "answer": ["2004"]}
///
/// `canonical_answer` has the items' canonical forms. Keys beyond these are passed over: PanWiki's records have many.
struct QuestionRecord: Sendable {
    let id: JSONValue
    let question: String
    private(set) var query: String
    let source: ClaimRecord.Source
    let dialect: Dialect
    let answer: [String]
    let canonical: [String]?

    /// Whether a record asks a question rather than making a claim.
    static func isOne(_ document: JSONValue) -> Bool { document.object?["question"] != nil }

    /// - Throws: the first key that is missing or of the wrong type.
    ///
    /// - Parameter isOpen: whether the record may lack a query, which is then empty.
    init(_ document: JSONValue, at pointer: JSONPointer, isOpen: Bool = false) throws(Diagnostic) {
        let object = try document.requireObject(at: pointer)
        id = object["id"] ?? .null
        question = try object.text("question", at: pointer).string
        let hasNone = ["query", "pandas_code"].allSatisfy { object[$0]?.isNull ?? true }
        query = isOpen && hasNone ? "" : try object.text(object["pandas_code"] == nil ? "query" : "pandas_code", at: pointer).string
        source = object["table_text"] == nil ? .path(try object.text("table", at: pointer).string) : .text(try object.text("table_text", at: pointer))
        dialect = try Dialect(object, at: pointer) ?? .wtq
        answer = try QuestionRecord.items(object.array("answer", at: pointer))
        canonical = try object.optionalArray("canonical_answer", at: pointer).map(QuestionRecord.items)
    }

    /// A question of WikiTableQuestions' own files.
    init(id: String, question: String, query: String, table: String, answer: [String], canonical: [String]?) {
        self.id = .string(Text(id))
        self.question = question
        self.query = query
        source = .path(table)
        dialect = .wtq
        self.answer = answer
        self.canonical = canonical
    }

    /// The same question with another query.
    func with(query: String) -> QuestionRecord {
        var record = self
        record.query = query
        return record
    }

    private static func items(_ values: [JSONValue]) throws(Diagnostic) -> [String] {
        var items: [String] = []
        for value in values { items.append(try value.requireText().string) }
        return items
    }

    /// Whether the official rule takes the value for the answer.
    ///
    /// - Throws: `unsupportedValue` for a value that is no answer: a group-by, a function.
    func isAnswered(by value: Value) throws(Refusal) -> Bool {
        guard let items = answerItems(of: value) else {
            throw Refusal([Diagnostic(.unsupportedValue, "a \(value.typeName) is no answer", helps: ["ask for a cell, a number, or a list of them"])])
        }
        return WikiTableQuestionsRule.accepts(items, answer: answer, canonical: canonical)
    }
}
