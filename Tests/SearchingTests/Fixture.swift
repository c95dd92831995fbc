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

    static func table(_ name: String, dialect: Dialect = .tabfact) throws -> Table { try Table(path: beside("Validation/tables/" + name), dialect: dialect) }

    static func beside(_ name: String) -> String { URL(filePath: #filePath).deletingLastPathComponent().appending(path: name).path(percentEncoded: false) }

    private static func read(_ name: String) -> [Claim] {
        let text = (try? String(contentsOfFile: beside(name), encoding: .utf8)) ?? ""
        return text.split(separator: "\n").compactMap { line in
            guard let object = (try? JSONValue.parse(Array(line.utf8)))?.object, let table = object["table"]?.string, let statement = object["statement"]?.string else { return nil }
            return Claim(
                table: table, statement: statement, label: object["label"]?.int == 1, caption: object["table_caption"]?.string ?? "", query: object["query"]?.string)
        }
    }

    static func space(_ claim: Claim, _ table: Table) -> SearchSpace { SearchSpace(LinkedSentence(claim.statement, caption: claim.caption, TableIndex(table))) }

    static func rank(_ sentence: String, csv: String, dialect: Dialect = .csv) throws -> RankedClaim? {
        guard let model = Ranker.shipped.claims else { return nil }
        return RankedClaim(LinkedSentence(sentence, caption: "", TableIndex(try Table(csv: csv, dialect: dialect))), model)
    }
}
