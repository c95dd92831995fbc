import Foundation
import JSON
import Linking
import Ranking
import RePanda
import Searching

/// Claims about real tables, read once.
struct Fixture: Sendable {
    struct Claim: Sendable {
        let table: String
        let statement: String
        let label: Bool
        let caption: String
        /// The query that is expected to be read first; nil where nothing is decided.
        let query: String?
    }

    static let claims = read("Validation/claims.jsonl")
    /// Claims with the query that they mean, by `record.py`.
    static let cases = read("Cases/claims.jsonl")

    struct Question: Sendable {
        let table: String
        let question: String
        let answer: [String]
        /// The query that is expected to be read first; nil where nothing is decided.
        let query: String?
    }

    static let questions = readQuestions("Questions/questions.jsonl")
    /// Questions with the query that they mean, by `record.py`.
    static let questionCases = readQuestions("Cases/questions.jsonl")

    /// A family with a sentence that it reads, the query it writes for it, and pandas' value of that.
    struct FamilyCase: Sendable {
        let name: String
        let isQuestion: Bool
        let sentence: String
        let query: String
        let value: String
    }

    static let families: [FamilyCase] = objects("Cases/families.jsonl").compactMap { object in
        guard let name = object["family"]?.string, let sentence = object["sentence"]?.string, let query = object["query"]?.string, let value = object["value"]?.string else { return nil }
        return FamilyCase(name: name, isQuestion: object["kind"]?.string == "question", sentence: sentence, query: query, value: value)
    }

    /// A whole number without its point.
    static func plain(_ item: String) -> String { Double(item).flatMap { Int(exactly: $0) }.map(String.init) ?? item }

    static func questionTable(_ name: String) throws -> Table { try Table(path: beside("Questions/tables/" + name), dialect: .wtq) }

    private static func readQuestions(_ name: String) -> [Question] {
        objects(name).compactMap { object in
            guard let table = object["table"]?.string, let question = object["question"]?.string, let answer = object["answer"]?.array else { return nil }
            return Question(table: table, question: question, answer: answer.compactMap(\.string), query: object["query"]?.string)
        }
    }

    static func table(_ name: String, dialect: Dialect = .tabfact) throws -> Table { try Table(path: beside("Validation/tables/" + name), dialect: dialect) }

    static func beside(_ name: String) -> String { URL(filePath: #filePath).deletingLastPathComponent().appending(path: name).path(percentEncoded: false) }

    private static func read(_ name: String) -> [Claim] {
        objects(name).compactMap { object in
            guard let table = object["table"]?.string, let statement = object["statement"]?.string else { return nil }
            return Claim(
                table: table, statement: statement, label: object["label"]?.int == 1, caption: object["table_caption"]?.string ?? "", query: object["query"]?.string)
        }
    }

    private static func objects(_ name: String) -> [JSONObject] {
        let text = (try? String(contentsOfFile: beside(name), encoding: .utf8)) ?? ""
        return text.split(separator: "\n").compactMap { (try? JSONValue.parse(Array($0.utf8)))?.object }
    }

    static func space(_ claim: Claim, _ table: Table) -> SearchSpace { SearchSpace(LinkedSentence(claim.statement, caption: claim.caption, TableIndex(table))) }

    static func rank(_ sentence: String, csv: String, dialect: Dialect = .csv) throws -> RankedClaim? {
        guard let model = Ranker.shipped.claims else { return nil }
        return RankedClaim(LinkedSentence(sentence, caption: "", TableIndex(try Table(csv: csv, dialect: dialect))), model)
    }

    static func rank(question: String, csv: String) throws -> RankedQuestion? {
        guard let model = Ranker.shipped.questions else { return nil }
        let index = TableIndex(try Table(csv: csv))
        return RankedQuestion(LinkedSentence(question, caption: "", index), QuestionTable(index), model)
    }
}
