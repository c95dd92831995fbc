import Diagnostics
import Files

/// A question of WikiTableQuestions with its answer.
public struct Question: Sendable {
    public let id: String
    public let utterance: String
    /// The table's file below the clone's folder: `csv/204-csv/590.csv`.
    public let table: String
    /// The answer's items as they are written.
    public let answers: [String]
}

/// What the official `tagged` files add to an answer: each item in canonical form, as the official rule reads it.
public struct TaggedAnswer: Sendable {
    public let answers: [String]
    public let canonical: [String]
    /// `number`, `date`, `string`, …
    public let type: String
}

extension TaggedAnswer {
    /// The answers of a `.tagged` file by the question's id.
    ///
    /// - Throws: where the file cannot be read, or has no such columns.
    public static func all(_ path: String) throws(Diagnostic) -> [String: TaggedAnswer] {
        try inFile(path) { () throws(Diagnostic) in
            let file = try TabSeparated(path: path)
            let id = try file.position("id")
            let value = try file.position("targetValue")
            let canonical = try file.position("targetCanon")
            let type = try file.position("targetCanonType")
            var answers: [String: TaggedAnswer] = [:]
            for row in file.rows where row.fields.count > max(id, value, canonical, type) {
                answers[row.fields[id]] = TaggedAnswer(
                    answers: TabSeparated.list(row.fields[value]), canonical: TabSeparated.list(row.fields[canonical]), type: row.fields[type])
            }
            return answers
        }
    }
}

/// One split's questions.
struct QuestionFile {
    private(set) var questions: [Question] = []
    private(set) var faults: [Fault] = []

    init(_ file: TabSeparated) {
        for row in file.rows { add(row.fields, line: row.line, width: file.header.count) }
    }

    private mutating func add(_ fields: [String], line: Int, width: Int) {
        guard fields.count == width, fields.count >= 4 else {
            return faults.append(Fault(.malformedEntry, "line \(line) has \(fields.count) fields, the header \(width)"))
        }
        questions.append(
            Question(
                id: fields[0], utterance: TabSeparated.unescaped(fields[1]), table: TabSeparated.unescaped(fields[2]),
                answers: TabSeparated.list(fields[3])))
    }
}
