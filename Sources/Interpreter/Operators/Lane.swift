import Values

/// One side of an elementwise operation: a cell a row, or one cell for all rows.
enum Lane<Cell> {
    case many([Cell])
    case one(Cell)

    @inline(__always) subscript(row: Int) -> Cell {
        switch self {
        case .many(let cells): cells[row]
        case .one(let cell): cell
        }
    }

    func map<Other>(_ transform: (Cell) -> Other) -> Lane<Other> {
        switch self {
        case .many(let cells): .many(cells.map(transform))
        case .one(let cell): .one(transform(cell))
        }
    }

    func contains(where predicate: (Cell) -> Bool) -> Bool {
        switch self {
        case .many(let cells): cells.contains(where: predicate)
        case .one(let cell): predicate(cell)
        }
    }
}

/// Combines two sides row by row.
@inline(__always)
func combine<A, B, R>(_ rows: Int, _ a: Lane<A>, _ b: Lane<B>, _ body: (A, B) -> R) -> [R] {
    switch (a, b) {
    case (.many(let a), .many(let b)):
        return Array(unsafeUninitializedCapacity: rows) { out, count in
            for row in 0..<rows { (out.baseAddress.unsafelyUnwrapped + row).initialize(to: body(a[row], b[row])) }
            count = rows
        }
    case (.many(let a), .one(let b)): return a.map { body($0, b) }
    case (.one(let a), .many(let b)): return b.map { body(a, $0) }
    case (.one(let a), .one(let b)): return Array(repeating: body(a, b), count: rows)
    }
}

/// A column, or one scalar for all its rows.
enum Operand {
    case column(Column)
    case scalar(Value)

    /// The numbers as int64, where the side holds integers.
    var integers: Lane<Int>? {
        switch self {
        case .column(.int(let cells)): .many(cells)
        case .scalar(.int(let value)), .scalar(.numpyInt(let value)): .one(value)
        case .column, .scalar: nil
        }
    }

    var bools: Lane<Bool>? {
        switch self {
        case .column(.bool(let cells)): .many(cells)
        case .scalar(.bool(let value)), .scalar(.numpyBool(let value)): .one(value)
        case .column, .scalar: nil
        }
    }

    /// The numbers as float64, where the side is numeric.
    var floats: Lane<Double>? {
        switch self {
        case .column(.float(let cells)): .many(cells)
        case .column(let column): column.doubles.map(Lane.many)
        case .scalar(let value): value.number.map(Lane.one)
        }
    }

    /// Integers or bools as int64.
    var widened: Lane<Int>? { integers ?? bools?.map { $0 ? 1 : 0 } }

    /// Nanoseconds of times, NaT included.
    var timestamps: Lane<Int>? {
        switch self {
        case .column(.timestamp(let cells)): .many(cells)
        case .scalar(.timestamp(let value)): .one(value)
        case .column, .scalar: nil
        }
    }

    var timedeltas: Lane<Int>? {
        switch self {
        case .column(.timedelta(let cells)): .many(cells)
        case .scalar(.timedelta(let value)): .one(value)
        case .column, .scalar: nil
        }
    }

    /// The cells as values; a column's numbers as Python's own, as numpy boxes them for an object operation.
    var values: Lane<Value> {
        switch self {
        case .column(let column): .many(column.values.map(\.asPython))
        case .scalar(let value): .one(value)
        }
    }

    /// Whether any cell is missing.
    var hasGaps: Bool {
        switch self {
        case .column(let column): (0..<column.count).contains(where: column.isMissing)
        case .scalar(let value): value.isMissing
        }
    }

    var isNumbers: Bool {
        switch self {
        case .column(.bool), .column(.int), .column(.float): true
        case .column, .scalar: false
        }
    }

    var isObject: Bool {
        switch self {
        case .column(.text), .column(.object): true
        case .column, .scalar: false
        }
    }

    /// How an error names the side.
    var typeName: String {
        switch self {
        case .column(let column): "dtype=\(column.dtype.rawValue)"
        case .scalar(let value): value.typeName
        }
    }
}
