import Diagnostics
import Files
import JSON
import Tables
import Values

/// A clone of TabFact (github.com/wenhuchen/Table-Fact-Checking) in its official layout:
///
///     data/all_csv/                                        one file a table, '#' between fields
///     data/train_id.json val_id.json test_id.json          the splits' tables
///     data/simple_ids.json complex_ids.json                the tables of the two collection channels
///     data/small_test_id.json                              the tables of the small test
///     tokenized_data/{train,val,test}_examples.json        the claims
///     collected_data/r1_training_all.json r2_…             the claims as they were written
public struct TabFactFolder: Sendable {
    /// A file of claims.
    public enum Source: Hashable, Sendable {
        /// `tokenized_data`, by the split's name.
        case tokenized(String)
        /// `collected_data`, by the round: 1 (simple) or 2 (complex).
        case raw(Int)

        public var isRaw: Bool { if case .raw = self { true } else { false } }
    }

    public static let splits = ["train", "val", "test"]
    public static let rounds = [1, 2]
    private static let limits = JSONLimits(bytes: 1 << 30)

    public let path: String

    public init(_ path: String) { self.path = path }

    public var tables: String { path + "/data/all_csv" }

    /// The sources that the clone has.
    public var sources: [Source] {
        (TabFactFolder.splits.map { Source.tokenized($0) } + TabFactFolder.rounds.map { Source.raw($0) }).filter { isFile(path + "/" + file($0)) }
    }

    /// A source's file below the clone's folder. The raw ones are taken from `collected_data`, or from the top where they lie there.
    public func file(_ source: Source) -> String {
        switch source {
        case .tokenized(let split): return "tokenized_data/\(split)_examples.json"
        case .raw(let round):
            let name = "r\(round)_training_all.json"
            return isFile("\(path)/\(name)") ? name : "collected_data/\(name)"
        }
    }

    /// The claims of a source, in the file's order.
    ///
    /// - Throws: where the file cannot be read; `malformedDataset` for the first entry of another form.
    public func claims(_ source: Source) throws(Diagnostic) -> [TabFactTable] {
        let examples = try examples(source)
        if let fault = examples.faults.first { throw inFile(file(source), fault) }
        return examples.tables
    }

    func examples(_ source: Source) throws(Diagnostic) -> TabFactExamples {
        TabFactExamples(try document(file(source)).requireObject())
    }

    /// A file of table names (`val_id`, `simple_ids`, …) in the file's order; nil where the clone has none.
    ///
    /// - Throws: where the file is there but is no list of strings.
    public func ids(_ name: String) throws(Diagnostic) -> [Text]? {
        let file = "data/\(name).json"
        guard isFile(path + "/" + file) else { return nil }
        let list = try document(file)
        return try Files.inFile(path + "/" + file) { () throws(Diagnostic) in
            var ids: [Text] = []
            for (at, item) in try list.requireArray().enumerated() { ids.append(try item.requireText(at: JSONPointer([.index(at)]))) }
            return ids
        }
    }

    private func document(_ file: String) throws(Diagnostic) -> JSONValue {
        let path = path + "/" + file
        return try Files.inFile(path) { () throws(Diagnostic) in
            try JSONValue.parse(readFile(path, limit: TabFactFolder.limits.bytes), limits: TabFactFolder.limits)
        }
    }

    private func inFile(_ file: String, _ fault: Fault) -> Diagnostic {
        var diagnostic = fault.diagnostic
        diagnostic.notes = ["in \(path)/\(file)"] + (fault.table.map { ["table \(quoted(Text($0), limit: 100))"] } ?? [])
        diagnostic.helps = ["'repanda lint' lists every such entry"]
        return diagnostic
    }
}
