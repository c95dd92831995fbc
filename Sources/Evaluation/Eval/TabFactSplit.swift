import Datasets
import Diagnostics
import Files
import JSON
import Values

/// The claims of one split of TabFact's official layout, each with the query that a file of queries has for it.
///
/// The layout: `data/all_csv/` holds the tables, `tokenized_data/SPLIT_examples.json` maps a table's file to its statements, their labels
/// and its caption. The queries are one object a line with `table`, `statement` and `query` (or `pandas_code`); the first of a claim counts.
public struct TabFactSplit: Sendable {
    let items: [EvaluationItem]
    /// Lines of the queries' file that are no answer to a claim of the split: another claim's, or a claim's second.
    public let unused: Int

    /// The folder of the tables.
    public static func tables(_ folder: String) -> String { TabFactFolder(folder).tables }

    /// - Throws: where a file cannot be read or is not of the form above.
    public init(folder: String, split: String, queries path: String) throws(Diagnostic) {
        guard !split.isEmpty, !split.contains("/") else { throw Diagnostic(.invalidOption, "a split is a name such as 'val', not '\(split)'") }
        let clone = TabFactFolder(folder)
        let tables = try clone.claims(.tokenized(split))
        let subsets = try SubsetTables(clone)
        var queries = try QueryFile(path)
        var items: [EvaluationItem] = []
        for table in tables {
            let sets = subsets.subsets(of: table.file)
            for claim in table.claims { items.append(TabFactSplit.item(table, claim, sets, &queries)) }
        }
        self.items = items
        unused = queries.unused
    }

    private static func item(_ table: TabFactTable, _ claim: TabFactClaim, _ subsets: [Subset], _ queries: inout QueryFile) -> EvaluationItem {
        let statement = claim.statement.string
        guard let (id, query) = queries.take(table: table.file, statement: claim.statement) else {
            return .unanswered(statement: statement, label: claim.label, subsets)
        }
        let record = ClaimRecord(id: id, statement: statement, query: query, table: table.file.string, label: claim.label, caption: table.caption.string)
        return .record(record, subsets)
    }
}

/// Queries by the claim they were written for.
private struct QueryFile {
    private struct Key: Hashable {
        let table: Text
        let statement: Text
    }

    private var queries: [Key: (id: JSONValue, query: String)] = [:]
    private var lines = 0
    private var taken = 0

    var unused: Int { lines - taken }

    init(_ path: String) throws(Diagnostic) {
        var stream = try RecordStream(path: path)
        while let item = try stream.next() { try inFile(path) { () throws(Diagnostic) in try add(item) } }
    }

    private mutating func add(_ item: StreamItem) throws(Diagnostic) {
        let object = try item.object()
        let key = Key(table: try object.text("table"), statement: try object.text("statement"))
        let query = try object.text(object["pandas_code"] == nil ? "query" : "pandas_code").string
        lines += 1
        if queries[key] == nil { queries[key] = (object["id"] ?? .null, query) }
    }

    /// A statement that a split has twice is two claims with one query.
    mutating func take(table: Text, statement: Text) -> (id: JSONValue, query: String)? {
        guard let found = queries[Key(table: table, statement: statement)] else { return nil }
        taken += 1
        return found
    }
}
