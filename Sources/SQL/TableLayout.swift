import Values

/// A pandas table as SQL sees it: a name, the column of row labels, and the columns, each under a name that SQLite can hold.
public struct TableLayout: Sendable {
    public struct Column: Sendable {
        /// The name in SQL: the header where it can be one, else `c3`.
        public let name: String
        public let label: Text
        public let facts: ColumnFacts

        public init(name: String, label: Text, facts: ColumnFacts) {
            self.name = name
            self.label = label
            self.facts = facts
        }
    }

    public let name: String
    /// Holds 0, 1, 2 …: the row labels of a table as it was read.
    public let row: String
    public let columns: [Column]
    public let rowCount: Int

    public init(name: String, row: String, columns: [Column], rowCount: Int) {
        self.name = name
        self.row = row
        self.columns = columns
        self.rowCount = rowCount
    }
}

/// What is known of a column's cells before a query runs.
public struct ColumnFacts: Hashable, Sendable {
    public enum Cells: String, Sendable {
        case bool, int, float, text
        /// An object column of Python bools.
        case objectBool
        case timestamp, timedelta
        /// Cells of several types, which SQL has no column for.
        case mixed
    }

    public var cells: Cells
    public var hasMissing: Bool
    /// The least and the greatest integer.
    public var bounds: ClosedRange<Int>?
    /// Whether no cell is there twice; false where nobody looked.
    public var isUnique: Bool

    public init(cells: Cells, hasMissing: Bool, bounds: ClosedRange<Int>? = nil, isUnique: Bool = false) {
        self.isUnique = isUnique
        self.cells = cells
        self.hasMissing = hasMissing
        self.bounds = bounds
    }
}
