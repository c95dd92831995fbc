import Datasets
import Diagnostics
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
        var queries = try QueryFile(path, by: "statement")
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
        guard let (id, query) = queries.take(table: table.file, text: claim.statement) else {
            return .unanswered(.claim, text: statement, label: claim.label, subsets)
        }
        let record = ClaimRecord(id: id, statement: statement, query: query, table: table.file.string, label: claim.label, caption: table.caption.string)
        return .record(.claim(record), subsets)
    }
}
