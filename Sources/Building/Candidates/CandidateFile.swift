import Diagnostics
import Files
import JSON
import Values

/// A query that somebody wrote for a claim or a question.
struct Candidate: Sendable {
    /// Its place among the candidates of its claim, from 1, in the files' order.
    let rank: Int
    let query: String
    /// Whether nobody wrote it, but it was proposed for what it may mean.
    var isProposed = false
    /// Whether who proposed it would not have taken what it comes to for right by itself.
    var isUnsure = false
}

/// Candidate queries by what they were written for.
///
/// One object a line: `table`, `query` (or `pandas_code`), and the claim's `statement` or the question's `question`; further keys are passed
/// over.
struct CandidateFile {
    private struct Key: Hashable {
        let table: Text
        let text: Text
    }

    private var candidates: [Key: [Candidate]] = [:]
    private var asked: Set<Key> = []
    /// How many lines the files have.
    private(set) var lines = 0

    /// - Parameter key: what names the claim in a line: `statement` or `question`.
    /// - Throws: where a file cannot be read; what is wrong with the first bad line.
    init(_ paths: [String], by key: String) throws(Diagnostic) {
        for path in paths { try inFile(path) { () throws(Diagnostic) in try read(path, key) } }
    }

    private mutating func read(_ path: String, _ key: String) throws(Diagnostic) {
        var stream = try RecordStream(path: path)
        var number = 0
        while let item = try stream.next() {
            number += 1
            do {
                try add(item.object(), key)
            } catch {
                throw CandidateFile.placed(error, item, number)
            }
        }
    }

    private mutating func add(_ object: JSONObject, _ key: String) throws(Diagnostic) {
        let claim = Key(table: try object.text("table"), text: try object.text(key))
        let query = try object.text(object["pandas_code"] == nil ? "query" : "pandas_code").string
        candidates[claim, default: []].append(Candidate(rank: candidates[claim, default: []].count + 1, query: query))
        lines += 1
    }

    private static func placed(_ diagnostic: Diagnostic, _ item: StreamItem, _ number: Int) -> Diagnostic {
        var placed = diagnostic
        if case .line(let line) = item { placed.notes.insert("in line \(line.number)", at: 0) } else { placed.notes.insert("in record \(number)", at: 0) }
        return placed
    }

    /// The candidates of a claim; the claim counts as asked for.
    mutating func take(table: Text, _ text: Text) -> [Candidate] {
        let key = Key(table: table, text: text)
        guard let found = candidates[key] else { return [] }
        asked.insert(key)
        return found
    }

    /// Lines of claims that nobody has asked for.
    var unused: Int { lines - asked.reduce(0) { $0 + (candidates[$1]?.count ?? 0) } }
}
