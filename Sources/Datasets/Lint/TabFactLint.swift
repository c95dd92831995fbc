import Diagnostics
import Files
import Tables
import Values

extension Lint {
    mutating func lintTabFact(_ folder: TabFactFolder, _ progress: (Double) -> Void) {
        let tables = lintTables(folder, progress)
        var claims = TabFactClaims()
        for source in folder.sources { lint(source, folder, tables, &claims) }
        for file in tables.sorted() where !claims.described.contains(file) {
            add(.tableWithoutClaims, file, "no file of claims speaks of the table")
        }
        for split in TabFactFolder.splits { lintIDs("\(split)_id", folder, tables, claims.bySplit[split]) }
        for name in ["simple_ids", "complex_ids", "small_test_id"] { lintIDs(name, folder, tables, nil) }
    }

    /// - Returns: the names of the tables that are there.
    private mutating func lintTables(_ folder: TabFactFolder, _ progress: (Double) -> Void) -> Set<String> {
        let files: [String]
        do {
            files = try names(in: folder.tables)
        } catch {
            add(unreadable: "data/all_csv", error)
            return []
        }
        for (at, file) in files.enumerated() {
            lintTable(folder.tables + "/" + file, file, .tabfact)
            progress(Double(at + 1) / Double(files.count))
        }
        counts.append(("tables", files.count))
        return Set(files)
    }

    private mutating func lint(_ source: TabFactFolder.Source, _ folder: TabFactFolder, _ tables: Set<String>, _ claims: inout TabFactClaims) {
        let file = folder.file(source)
        let examples: TabFactExamples
        do {
            examples = try folder.examples(source)
        } catch {
            return add(unreadable: file, error)
        }
        counts.append((file, examples.tables.reduce(0) { $0 + $1.claims.count }))
        findings += examples.faults.map { $0.finding(in: file) }
        for table in examples.tables {
            if !tables.contains(table.file.string) { add(.claimWithoutTable, table.file.string, "\(file) has \(table.claims.count) claims about it") }
            lintClaims(table, file)
            if case .tokenized(let split) = source { lintSplit(table.file.string, split, &claims) }
            claims.described.insert(table.file.string)
        }
    }

    private mutating func lintClaims(_ table: TabFactTable, _ file: String) {
        var labels: [Text: Bool] = [:]
        for claim in table.claims {
            if claim.statement.string.allSatisfy(\.isWhitespace) { add(.emptyStatement, table.file.string, "\(file): statement \(claim.number) is empty") }
            guard let label = labels.updateValue(claim.label, forKey: claim.statement) else { continue }
            let kind: Finding.Kind = label == claim.label ? .duplicateClaim : .contradictoryClaims
            add(kind, table.file.string, "\(file): statement \(claim.number), \(quoted(claim.statement, limit: 80))")
        }
    }

    private mutating func lintSplit(_ table: String, _ split: String, _ claims: inout TabFactClaims) {
        for (other, tables) in claims.bySplit.sorted(by: { $0.key < $1.key }) where other != split && tables.contains(table) {
            add(.tableInTwoSplits, table, "\(other) and \(split)")
        }
        claims.bySplit[split, default: []].insert(table)
    }

    /// Holds a file of ids against the tables, and against the tables that its split has claims about.
    private mutating func lintIDs(_ name: String, _ folder: TabFactFolder, _ tables: Set<String>, _ described: Set<String>?) {
        do {
            guard let ids = try folder.ids(name) else { return }
            for id in ids.map(\.string) {
                if !tables.contains(id) { add(.idWithoutTable, id, "data/\(name).json names it") }
                if let described, !described.contains(id) { add(.idWithoutClaims, id, "data/\(name).json names it") }
            }
        } catch {
            add(unreadable: "data/\(name).json", error)
        }
    }
}

/// What the files of claims have spoken of so far.
private struct TabFactClaims {
    var described: Set<String> = []
    var bySplit: [String: Set<String>] = [:]
}
