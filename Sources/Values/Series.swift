/// A pandas `Series`: one column with its row labels and its name.
public final class Series: Sendable {
    public let column: Column
    public let index: Index
    public let name: Value

    public init(_ column: Column, index: Index, name: Value = .none) {
        self.column = column
        self.index = index
        self.name = name
    }

    public convenience init(_ column: Column, name: Value = .none) {
        self.init(column, index: Index(count: column.count), name: name)
    }

    public var count: Int { column.count }

    public func gather(_ rows: [Int]) -> Series { Series(column.gather(rows), index: index.gather(rows), name: name) }

    public func slice(_ rows: Range<Int>) -> Series { Series(column.slice(rows), index: index.slice(rows), name: name) }

    /// The same rows and name with other cells.
    public func with(_ column: Column) -> Series { Series(column, index: index, name: name) }

    public func renamed(_ name: Value) -> Series { Series(column, index: index, name: name) }
}

/// A numpy array of one or two dimensions, row by row.
public final class NDArray: Sendable {
    public let column: Column
    /// Rows, or rows and columns.
    public let shape: [Int]

    public init(_ column: Column, shape: [Int]) {
        self.column = column
        self.shape = shape
    }

    public convenience init(_ column: Column) {
        self.init(column, shape: [column.count])
    }

    public var count: Int { shape.first ?? 0 }
    public var isFlat: Bool { shape.count == 1 }
}
