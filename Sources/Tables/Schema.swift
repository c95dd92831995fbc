import Values

/// What was read and why: one entry a column, in the frame's order.
public struct Schema: Sendable {
    /// nil where the table was no text file.
    public let dialect: Dialect?
    public let columns: [ColumnSchema]
    /// The columns that became row labels because rows have more fields than the header; they have no names.
    public let indexColumns: [ColumnSchema]
    public let rowCount: Int
    /// The columns' names, for those who compare them as strings.
    public let names: [String]

    public init(dialect: Dialect?, columns: [ColumnSchema], indexColumns: [ColumnSchema], rowCount: Int) {
        names = columns.map(\.name.string)
        self.dialect = dialect
        self.columns = columns
        self.indexColumns = indexColumns
        self.rowCount = rowCount
    }
}

/// One column's side of the typing contract.
public struct ColumnSchema: Sendable {
    /// The label a query uses, after pandas' renaming of empty and repeated headers.
    public let name: Text
    /// The header as the file has it.
    public let header: Text
    public let type: DType
    /// How many cells are NaN.
    public let missing: Int
    public let reading: Reading

    public init(name: Text, header: Text, type: DType, missing: Int, reading: Reading) {
        self.name = name
        self.header = header
        self.type = type
        self.missing = missing
        self.reading = reading
    }

    /// Whether pandas gave the column another label than its header.
    public var isRenamed: Bool { name != header }
}

/// Why a column has its type.
public enum Reading: Hashable, Sendable {
    /// The table has a header only; pandas then has object columns.
    case noRows
    /// No cell holds anything but a word for "missing".
    case allMissing
    case integers(gaps: Int)
    case numbers(gaps: Int)
    case truths(gaps: Int)
    /// Text, because the cell at this row (from 0) is no number.
    case words(row: Int, cell: Text)
    /// Text, because the integer at this row (from 0) does not fit in 64 bits.
    case hugeInteger(row: Int, cell: Text)
    /// pandas reads large files in blocks of so many rows and types every block alone; these disagree.
    case blocks(rows: Int)
    /// A database's column: the types that SQLite stores its values under.
    case stored(String)
}

extension Reading: CustomStringConvertible {
    /// The reason in words, true on its own: `integers with 2 gaps`.
    public var description: String {
        switch self {
        case .noRows: "the table has no rows"
        case .allMissing: "every cell is missing"
        case .integers(let gaps): Reading.phrase("integer", gaps: gaps)
        case .numbers(let gaps): Reading.phrase("number", gaps: gaps)
        case .truths(let gaps): Reading.phrase("true or false", plural: "true and false", gaps: gaps)
        case .words(let row, let cell): "row \(row): \(quoted(cell)) is not a number"
        case .hugeInteger(let row, let cell): "row \(row): \(quoted(cell)) does not fit in 64 bits"
        case .stored(let types): "the database holds \(types)"
        case .blocks(let rows): "blocks of \(rows) rows were read as different types"
        }
    }

    private static func phrase(_ one: String, plural: String? = nil, gaps: Int) -> String {
        switch gaps {
        case 0: "every cell is \(plural == nil ? (one == "integer" ? "an " : "a ") : "")\(one)"
        case 1: "\(plural ?? one + "s") with 1 gap"
        default: "\(plural ?? one + "s") with \(gaps) gaps"
        }
    }
}
