import Diagnostics
import SQL
import SQLite
import Tables
import Values

/// A table of somebody's database, as a temporary view of ours shows it: rows numbered from 0, columns under names that SQL can hold,
/// without the affinities and collations that the table declares, which pandas knows nothing of.
struct ForeignTable {
    let layout: TableLayout
    let schema: Schema
    /// The statement that makes the view.
    let view: String

    init(_ name: String, in database: borrowing Database) throws(Failure) {
        let source = "main." + SQLText.quote(name)
        let headers = try database.columnNames(of: "select * from \(source)")
        let columns = headers.map(SQLText.quote)
        let rowCount = try database.integer("select count(*) from \(source)") ?? 0
        let stored = try ForeignColumn.describe(headers, source, rowCount, database)
        let number = try ForeignTable.rowNumber(headers, source, rowCount, database)
        layout = TableLayout(name: name, labels: headers.map { Text($0) }, facts: stored.map(\.facts), rowCount: rowCount)
        schema = Schema(dialect: nil, columns: stored.map(\.schema), indexColumns: [], rowCount: rowCount)
        let outputs = zip(columns, stored).map { column, stored in stored.isCast ? "cast(\(column) as real)" : "+\(column) collate binary" }
        let names = ([layout.row] + layout.columns.map(\.name)).map(SQLText.quote)
        view = """
            create temp view \(SQLText.quote(name)) (\(names.joined(separator: ", "))) as \
            select \(([number] + outputs).joined(separator: ", ")) from \(source)
            """
    }

    /// What gives 0, 1, 2 … in the order of `select *`.
    private static func rowNumber(_ headers: [String], _ source: String, _ rowCount: Int, _ database: borrowing Database) throws(Failure) -> String {
        let taken = Set(headers.map { $0.lowercased() })
        guard let rowid = ["rowid", "_rowid_", "oid"].first(where: { !taken.contains($0) }),
            let ends = try? database.rows("select min(\(rowid)), max(\(rowid)), count(\(rowid)) from \(source)").first,
            ends[2].integer == rowCount
        else { return "row_number() over () - 1" }
        guard let first = ends[0].integer, let last = ends[1].integer, last.subtractingReportingOverflow(first).partialValue == rowCount - 1 else {
            return "row_number() over (order by \(rowid)) - 1"
        }
        return first == 0 ? rowid : "\(rowid) - (\(first))"
    }
}

/// One column of such a table.
struct ForeignColumn {
    let schema: ColumnSchema
    let facts: ColumnFacts
    /// Whether integers become floats: there are gaps or reals beside them.
    let isCast: Bool

    /// How many columns one statement asks about.
    private static let batch = 100

    /// Looks at all cells once: SQLite's columns hold values of any type.
    static func describe(_ headers: [String], _ source: String, _ rowCount: Int, _ database: borrowing Database) throws(Failure) -> [ForeignColumn] {
        var columns: [ForeignColumn] = []
        for start in stride(from: 0, to: headers.count, by: batch) {
            let some = headers[start..<min(start + batch, headers.count)]
            let questions = some.flatMap { self.questions(SQLText.quote($0), areFew: rowCount <= 4096) }
            let answers = try database.rows("select \(questions.joined(separator: ", ")) from \(source)").first ?? []
            for (at, header) in some.enumerated() {
                columns.append(ForeignColumn(header, Counts(answers[(at * 7)..<(at * 7 + 7)].map(\.integer), rowCount)))
            }
        }
        return columns
    }

    private static func questions(_ column: String, areFew: Bool) -> [String] {
        let counts = ["integer", "real", "text", "blob"].map { "sum(typeof(\(column)) = '\($0)')" }
        let ends = ["min", "max"].map { "\($0)(\(column)) filter (where typeof(\(column)) = 'integer')" }
        return counts + ends + [areFew ? "count(distinct \(column))" : "null"]
    }

    struct Counts {
        let integers, reals, texts, blobs, rows: Int
        let bounds: ClosedRange<Int>?
        let isUnique: Bool

        init(_ answers: [Int?], _ rows: Int) {
            (integers, reals, texts, blobs) = (answers[0] ?? 0, answers[1] ?? 0, answers[2] ?? 0, answers[3] ?? 0)
            self.rows = rows
            let most = answers[5]
            bounds = answers[4].flatMap { least in most.flatMap { $0 >= least ? least...$0 : nil } }
            isUnique = answers[6] == rows
        }

        var missing: Int { rows - integers - reals - texts - blobs }

        var types: String {
            let counted = [(integers, "integers"), (reals, "reals"), (texts, "texts"), (blobs, "blobs"), (missing, "NULLs")].filter { $0.0 > 0 }.map(\.1)
            return counted.isEmpty ? "nothing" : counted.joined(separator: ", ")
        }
    }

    private init(_ header: String, _ counts: Counts) {
        let numbers = counts.integers + counts.reals
        let isMixed = counts.blobs > 0 || (counts.texts > 0 && numbers > 0)
        let isText = counts.texts > 0 || counts.rows == 0
        let isInt = counts.integers == counts.rows
        let cells: ColumnFacts.Cells = isMixed ? .mixed : isText ? .text : isInt ? .int : .float
        isCast = cells == .float && counts.integers > 0
        facts = ColumnFacts(
            cells: cells, hasMissing: counts.missing > 0, bounds: cells == .int ? counts.bounds : nil,
            isUnique: counts.isUnique && (cells == .int || cells == .float) && !isCast)
        schema = ColumnSchema(
            name: Text(header), header: Text(header), type: isMixed || isText ? .object : isInt ? .int64 : .float64, missing: counts.missing,
            reading: .stored(counts.types))
    }
}
