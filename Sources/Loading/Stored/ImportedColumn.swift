import SQL
import Tables
import Values

/// One column while its blocks are imported: what their cells are, and which rows came as which type.
struct ImportedColumn {
    /// How a block's cells were stored.
    private enum Storage { case bool, int, float, text, truths }

    private struct Run {
        let storage: Storage
        var rows: Range<Int>
    }

    private var runs: [Run] = []
    private var blocks = 0
    private var single: ColumnFacts?
    private var bounds: ClosedRange<Int>?

    mutating func add(_ column: Values.Column, rows: Range<Int>) {
        let facts = ColumnFacts(column)
        single = blocks == 0 ? facts : nil
        blocks += 1
        if let more = facts.bounds { bounds = bounds.map { min($0.lowerBound, more.lowerBound)...max($0.upperBound, more.upperBound) } ?? more }
        let storage = ImportedColumn.storage(column)
        if runs.last?.storage == storage { runs[runs.count - 1].rows = runs[runs.count - 1].rows.lowerBound..<rows.upperBound } else { runs.append(Run(storage: storage, rows: rows)) }
    }

    private static func storage(_ column: Values.Column) -> Storage {
        switch column {
        case .bool: .bool
        case .int: .int
        case .float, .timestamp, .timedelta: .float
        case .text, .categorical: .text
        case .object: .truths
        }
    }

    /// What is known of the whole column.
    func facts(_ joined: JoinedCells, hasMissing: Bool) -> ColumnFacts {
        if let single { return single }
        return switch joined {
        case .bool: ColumnFacts(cells: .bool, hasMissing: false)
        case .int: ColumnFacts(cells: .int, hasMissing: false, bounds: bounds)
        case .float: ColumnFacts(cells: .float, hasMissing: hasMissing)
        case .text: ColumnFacts(cells: .text, hasMissing: hasMissing)
        case .truths: ColumnFacts(cells: .objectBool, hasMissing: hasMissing)
        case .intObjects, .floatObjects, .objects: ColumnFacts(cells: .mixed, hasMissing: hasMissing)
        }
    }

    /// What is still to be done to rows whose block was of another type than the column turned out to be.
    func conversions(_ joined: JoinedCells) -> [Conversion] {
        runs.compactMap { run in ImportedColumn.conversion(run.storage, joined).map { Conversion(kind: $0, rows: run.rows) } }
    }

    private static func conversion(_ storage: Storage, _ joined: JoinedCells) -> Conversion.Kind? {
        switch (joined, storage) {
        case (.float, .int), (.floatObjects, .int), (.floatObjects, .bool): .real
        case (.objects, .bool), (.objects, .truths): .truth
        case (.bool, _), (.int, _), (.text, _), (.truths, _), (.intObjects, _), (.float, _), (.floatObjects, _), (.objects, _): nil
        }
    }
}

/// A change to stored cells.
struct Conversion {
    enum Kind {
        case real
        /// A bool among cells of other types: a blob of one byte, which no text file can hold.
        case truth
    }

    let kind: Kind
    let rows: Range<Int>

    /// - Parameters:
    ///   - row: the quoted name of the column of row labels.
    ///   - column: the quoted name of the column.
    func statement(table: String, row: String, column: String) -> String {
        "update \(table) set \(column) = \(expression(column)) where \(row) between \(rows.lowerBound) and \(rows.upperBound - 1)"
    }

    private func expression(_ column: String) -> String {
        switch kind {
        case .real: "cast(\(column) as real)"
        case .truth: "case \(column) when 1 then x'01' when 0 then x'00' end"
        }
    }
}
