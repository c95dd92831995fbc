/// A column of text with gaps: pandas' `object` column whose cells are `str` or NaN.
///
/// Cells are slices of one shared storage, so that filtering and sorting copy eight bytes a row.
public struct TextColumn: Sendable {
    @frozen public struct Cell: Hashable, Sendable {
        public var start: UInt32
        public var count: UInt32

        @inlinable public init(start: UInt32, count: UInt32) {
            self.start = start
            self.count = count
        }

        public static let missing = Cell(start: 0, count: .max)
        @inlinable public var isMissing: Bool { count == .max }
    }

    public let storage: TextStorage
    public var cells: [Cell]

    @inlinable public init(storage: TextStorage, cells: [Cell]) {
        self.storage = storage
        self.cells = cells
    }

    /// A long text that stands in several cells is stored once, so that the column is no larger than the texts it was made of.
    public init(_ texts: [Text?]) {
        var builder = TextBuilder(rows: texts.count)
        var long: [LongText: Cell] = [:]
        for text in texts {
            guard let text else {
                builder.appendMissing()
                continue
            }
            guard text.count >= LongText.length else {
                builder.appendCell(text)
                continue
            }
            if let known = long[LongText(text)] {
                builder.appendCell(again: known)
            } else {
                long[LongText(text)] = builder.appendCell(text)
            }
        }
        self = builder.finish()
    }

    /// A text by the place of its bytes.
    private struct LongText: Hashable {
        static let length = 256
        let storage: ObjectIdentifier
        let start: UInt32
        let count: UInt32

        init(_ text: Text) {
            storage = ObjectIdentifier(text.storage)
            start = text.start
            count = text.count
        }
    }

    @inlinable public var count: Int { cells.count }

    /// The cell's text, or nil where it is missing.
    @inlinable public subscript(row: Int) -> Text? {
        let cell = cells[row]
        return cell.isMissing ? nil : Text(storage: storage, start: cell.start, count: cell.count)
    }

    @inlinable public func isMissing(_ row: Int) -> Bool { cells[row].isMissing }

    /// Valid only while the column's storage lives.
    @inlinable public func bytes(_ row: Int) -> UnsafeBufferPointer<UInt8> {
        let cell = cells[row]
        return UnsafeBufferPointer(start: storage.base + Int(cell.start), count: cell.isMissing ? 0 : Int(cell.count))
    }
}

/// The cells of one column in contiguous typed storage.
public enum Column: Sendable {
    case bool([Bool])
    /// int64
    case int([Int])
    /// float64; a gap is NaN
    case float([Double])
    /// object, every cell a `str` or NaN
    case text(TextColumn)
    /// object, any Python values
    case object([Value])
    /// datetime64[ns]: nanoseconds since 1970-01-01; a gap is `Column.missingTime` (NaT)
    case timestamp([Int])
    /// timedelta64[ns]: nanoseconds; a gap is `Column.missingTime` (NaT)
    case timedelta([Int])
    case categorical(CategoricalColumn)

    /// NaT in both time columns.
    public static let missingTime = Int.min

    public var count: Int {
        switch self {
        case .bool(let cells): cells.count
        case .int(let cells): cells.count
        case .float(let cells): cells.count
        case .text(let cells): cells.count
        case .object(let cells): cells.count
        case .timestamp(let cells): cells.count
        case .timedelta(let cells): cells.count
        case .categorical(let cells): cells.count
        }
    }

    public var dtype: DType {
        switch self {
        case .bool: .bool
        case .int: .int64
        case .float: .float64
        case .text, .object: .object
        case .timestamp: .datetime
        case .timedelta: .timedelta
        case .categorical: .category
        }
    }

    /// The cell as a scalar of the column's type (numpy scalars from numeric columns).
    public subscript(row: Int) -> Value {
        switch self {
        case .bool(let cells): .numpyBool(cells[row])
        case .int(let cells): .numpyInt(cells[row])
        case .float(let cells): .numpyFloat(cells[row].asObject)
        case .text(let cells): cells[row].map(Value.text) ?? .float(.nan)
        case .object(let cells): cells[row]
        case .timestamp(let cells): .timestamp(cells[row])
        case .timedelta(let cells): .timedelta(cells[row])
        case .categorical(let cells): cells.codes[row] < 0 ? .float(.nan) : cells.categories.labels[cells.codes[row]]
        }
    }

    public func isMissing(_ row: Int) -> Bool {
        switch self {
        case .bool, .int: false
        case .float(let cells): cells[row].isNaN
        case .text(let cells): cells.isMissing(row)
        case .object(let cells): cells[row].isMissing
        case .timestamp(let cells), .timedelta(let cells): cells[row] == Column.missingTime
        case .categorical(let cells): cells.codes[row] < 0
        }
    }

    /// The cells of the rows named, in that order; a row of -1 is a gap, as when pandas reindexes.
    public func gather(_ rows: [Int]) -> Column {
        switch self {
        case .bool(let cells): .bool(rows.map { cells[$0] })
        case .int(let cells): .int(rows.map { cells[$0] })
        case .float(let cells): .float(rows.map { cells[$0] })
        case .text(let cells): .text(TextColumn(storage: cells.storage, cells: rows.map { cells.cells[$0] }))
        case .object(let cells): .object(rows.map { cells[$0] })
        case .timestamp(let cells): .timestamp(rows.map { cells[$0] })
        case .timedelta(let cells): .timedelta(rows.map { cells[$0] })
        case .categorical(let cells): .categorical(cells.gather(rows))
        }
    }

    public func slice(_ range: Range<Int>) -> Column {
        switch self {
        case .bool(let cells): .bool(Array(cells[range]))
        case .int(let cells): .int(Array(cells[range]))
        case .float(let cells): .float(Array(cells[range]))
        case .text(let cells): .text(TextColumn(storage: cells.storage, cells: Array(cells.cells[range])))
        case .object(let cells): .object(Array(cells[range]))
        case .timestamp(let cells): .timestamp(Array(cells[range]))
        case .timedelta(let cells): .timedelta(Array(cells[range]))
        case .categorical(let cells): .categorical(CategoricalColumn(codes: Array(cells.codes[range]), categories: cells.categories))
        }
    }

    /// Rows as `gather` names them, -1 being a gap: ints and bools widen as pandas widens them on reindexing.
    public func gatherWithGaps(_ rows: [Int]) -> Column {
        guard rows.contains(-1) else { return gather(rows) }
        switch self {
        case .bool(let cells): return .object(rows.map { $0 < 0 ? .float(.nan) : .bool(cells[$0]) })
        case .int(let cells): return .float(rows.map { $0 < 0 ? .nan : Double(cells[$0]) })
        case .float(let cells): return .float(rows.map { $0 < 0 ? .nan : cells[$0] })
        case .text(let cells):
            return .text(TextColumn(storage: cells.storage, cells: rows.map { $0 < 0 ? .missing : cells.cells[$0] }))
        case .object(let cells): return .object(rows.map { $0 < 0 ? .float(.nan) : cells[$0] })
        case .timestamp(let cells): return .timestamp(rows.map { $0 < 0 ? Column.missingTime : cells[$0] })
        case .timedelta(let cells): return .timedelta(rows.map { $0 < 0 ? Column.missingTime : cells[$0] })
        case .categorical(let cells):
            return .categorical(CategoricalColumn(codes: rows.map { $0 < 0 ? -1 : cells.codes[$0] }, categories: cells.categories))
        }
    }

    /// The numbers of a bool, int or float column as doubles; nil for the others.
    public var doubles: [Double]? {
        switch self {
        case .bool(let cells): cells.map { $0 ? 1 : 0 }
        case .int(let cells): cells.map(Double.init)
        case .float(let cells): cells
        case .text, .object, .timestamp, .timedelta, .categorical: nil
        }
    }

    /// All cells as values.
    public var values: [Value] { (0..<count).map { self[$0] } }

    /// Every row's missing flag.
    public var missing: [Bool] {
        switch self {
        case .bool(let cells): Array(repeating: false, count: cells.count)
        case .int(let cells): Array(repeating: false, count: cells.count)
        case .float(let cells): cells.map(\.isNaN)
        case .text(let cells): cells.cells.map(\.isMissing)
        case .object(let cells): cells.map(\.isMissing)
        case .timestamp(let cells), .timedelta(let cells): cells.map { $0 == Column.missingTime }
        case .categorical(let cells): cells.codes.map { $0 < 0 }
        }
    }
}

/// A column's pandas dtype.
public enum DType: String, CaseIterable, Sendable {
    case bool = "bool"
    case int64 = "int64"
    case float64 = "float64"
    case object = "object"
    case datetime = "datetime64[ns]"
    case timedelta = "timedelta64[ns]"
    case category = "category"

    public var isNumeric: Bool {
        switch self {
        case .bool, .int64, .float64: true
        case .object, .datetime, .timedelta, .category: false
        }
    }
}
