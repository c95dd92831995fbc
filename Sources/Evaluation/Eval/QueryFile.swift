import Diagnostics
import Files
import JSON
import Values

/// Queries by the claim or the question that they were written for.
struct QueryFile {
    private struct Key: Hashable {
        let table: Text
        let text: Text
    }

    private let key: String
    private var queries: [Key: (id: JSONValue, query: String)] = [:]
    private var lines = 0
    private var taken = 0

    var unused: Int { lines - taken }

    /// - Parameter key: what has the text: `statement` or `question`.
    /// - Throws: where the file cannot be read, or a line lacks a key.
    init(_ path: String, by key: String) throws(Diagnostic) {
        self.key = key
        var stream = try RecordStream(path: path)
        while let item = try stream.next() { try inFile(path) { () throws(Diagnostic) in try add(item) } }
    }

    private mutating func add(_ item: StreamItem) throws(Diagnostic) {
        let object = try item.object()
        let place = Key(table: try object.text("table"), text: try object.text(key))
        let query = try object.text(object["pandas_code"] == nil ? "query" : "pandas_code").string
        lines += 1
        if queries[place] == nil { queries[place] = (object["id"] ?? .null, query) }
    }

    /// A text that a split has twice is two claims with one query.
    mutating func take(table: Text, text: Text) -> (id: JSONValue, query: String)? {
        guard let found = queries[Key(table: table, text: text)] else { return nil }
        taken += 1
        return found
    }
}
