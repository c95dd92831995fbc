import Foundation
import JSON
import RePanda
import Values

/// The shipped samples as blocks.
enum Samples {
    static func blocks() throws -> [Block] {
        let folder = Blocks.folder.deletingLastPathComponent().appending(path: "Datasets")
        return try ["tabfact/pantabfact.jsonl", "wikitablequestions/claims.jsonl"].flatMap { name in
            try String(contentsOf: folder.appending(path: name), encoding: .utf8).split(separator: "\n").enumerated().map { at, line in
                try block(JSONValue.parse(String(line)), "\(name):\(at + 1)")
            }
        }
    }

    private static func block(_ document: JSONValue, _ place: String) throws -> Block {
        let object = try document.requireObject()
        let query = try object.optionalText("query") ?? object.text("pandas_code")
        let dialect = try object.optionalText("dialect").flatMap { Dialect(rawValue: $0.string) } ?? .tabfact
        return Block(place: place, query: query.string, table: .inline(try object.text("table_text").string), dialect: dialect, facts: [:])
    }
}
