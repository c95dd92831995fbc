import Diagnostics
import SQL
import SQLite
import Tables
import Threads
import Values

/// Reads a text file into a database of ours, in one transaction: an import that is cut short leaves nothing behind.
struct Importer {
    private let source: Source
    private let path: String
    private let now: Int

    init(_ source: Source, into path: String, now: Int) {
        self.source = source
        self.path = path
        self.now = now
    }

    func run(_ progress: Store.Progress) throws(Diagnostic) {
        // One thread reads and types, this one writes.
        let steps = ReadAhead<StreamStep> { [source] give in
            TableStream.steps(path: source.path, dialect: source.dialect, limits: source.limits, take: give)
        }
        defer { steps.stop() }
        do {
            // The file is looked at before a database is made for it.
            let labels = try labels(steps.next())
            let database = try Database.file(path, .creating)
            try prepare(database)
            try fill(database, labels, steps, progress)
            try database.execute("commit")
            try dropOld(database)
        } catch let failure as Failure {
            throw failure.diagnostic
        } catch let diagnostic as Diagnostic {
            throw diagnostic
        } catch {
            throw Diagnostic(.internalFault, "\(error)")
        }
    }

    private func labels(_ step: StreamStep?) throws -> [Text] {
        switch step {
        case .begun(let labels, labelColumns: 0): return labels
        case .begun:
            throw Failure(.rowsNotLowered, "row labels that are read from the file cannot be kept in a database", helps: ["leave '--database' out"])
        case .failed(let diagnostic): throw diagnostic
        case .block, .end, nil: throw Failure(.internalFault, "a table's rows came before its header")
        }
    }

    /// Pages of 16 KiB are read faster than SQLite's 4, and a cache of 32 MiB holds what an append needs.
    private func prepare(_ database: borrowing Database) throws(Failure) {
        if try !Imports.isOurs(database) { try database.execute("pragma page_size = 16384") }
        try database.execute("pragma cache_size = -32768")
        try database.execute("begin immediate")
        if try !Imports.isOurs(database) { try Imports.create(in: database) }
    }

    private func fill(_ database: borrowing Database, _ labels: [Text], _ steps: ReadAhead<StreamStep>, _ progress: Store.Progress) throws {
        let id = (try database.integer("select max(id) from repanda_imports") ?? 0) + 1
        let names = ColumnNames(headers: labels.map(\.string))
        let rows = StoredRows(table: try freeName(database), row: names.row, columns: names.columns)
        try database.execute(rows.creation)
        let (columns, summary) = try append(steps, rows, database, progress)
        let facts = try settle(columns, summary, rows, database)
        let table = Import(
            id: id, name: rows.table, stamp: summary.stamp, hash: summary.hash, moment: now, rowCount: summary.schema.rowCount)
        try Imports.add(table, source, summary.schema, facts, summary.warnings, to: database)
    }

    private func append(
        _ steps: ReadAhead<StreamStep>, _ rows: StoredRows, _ database: borrowing Database, _ progress: Store.Progress
    ) throws -> ([ImportedColumn], StreamSummary) {
        let statement = try database.prepare(rows.insertion)
        var columns = rows.columns.map { _ in ImportedColumn() }
        while let step = steps.next() {
            switch step {
            case .block(let block, let bytesRead):
                try append(block, to: &columns, rows, statement)
                progress(bytesRead)
            case .end(let summary): return (columns, summary)
            case .failed(let diagnostic): throw diagnostic
            case .begun: break
            }
        }
        throw Failure(.internalFault, "a table's file has no end")
    }

    private func append(_ block: TableStream.Block, to columns: inout [ImportedColumn], _ rows: StoredRows, _ statement: borrowing Statement) throws(Failure) {
        try rows.append(block.columns, rows: block.rowCount, from: block.firstRow, by: statement)
        for at in columns.indices { columns[at].add(block.columns[at], rows: block.firstRow..<(block.firstRow + block.rowCount)) }
    }

    /// Gives every cell the type that its column turned out to have.
    private func settle(
        _ columns: [ImportedColumn], _ summary: StreamSummary, _ rows: StoredRows, _ database: borrowing Database
    ) throws(Failure) -> [ColumnFacts] {
        let joined = summary.joined
        guard joined.count == columns.count else { return columns.map { _ in ColumnFacts(cells: .text, hasMissing: false) } }
        for (at, column) in columns.enumerated() {
            for conversion in column.conversions(joined[at]) {
                try database.execute(
                    conversion.statement(table: SQLText.quote(rows.table), row: SQLText.quote(rows.row), column: SQLText.quote(rows.columns[at])))
            }
        }
        return columns.indices.map { columns[$0].facts(joined[$0], hasMissing: summary.schema.columns[$0].missing > 0) }
    }

    /// A name for the table: the file's, where no other table has it.
    private func freeName(_ database: borrowing Database) throws(Failure) -> String {
        let stem = ColumnNames(headers: [source.stem]).columns[0]
        let base = stem.lowercased().hasPrefix("sqlite_") || stem.lowercased().hasPrefix("repanda_") ? "table" : stem
        var name = base
        var number = 1
        while try database.integer("select count(*) from sqlite_schema where lower(name) = lower(?1)", [.text(Text(name))]) != 0 {
            number += 1
            name = "\(base) \(number)"
        }
        return name
    }

    /// In a transaction of its own, so that the new table is there for good whatever becomes of the old one.
    private func dropOld(_ database: borrowing Database) throws(Failure) {
        try database.execute("begin immediate")
        try Imports.dropAllBut(latestOf: source, in: database)
        try database.execute("commit")
    }
}
