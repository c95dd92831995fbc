import Values

/// Cells row by row in one piece of memory that is used again for every block of rows.
struct CellBuffer: ~Copyable {
    private(set) var base: UnsafeMutablePointer<TextColumn.Cell>
    private var capacity: Int
    private(set) var count = 0

    init(capacity: Int) {
        self.capacity = max(capacity, 16)
        base = .allocate(capacity: self.capacity)
    }

    deinit { base.deallocate() }

    @inline(__always) mutating func append(_ cell: TextColumn.Cell) {
        if count == capacity { grow() }
        (base + count).initialize(to: cell)
        count &+= 1
    }

    /// Cuts back to a count, or fills up to it with empty cells.
    mutating func resize(to wanted: Int) {
        while count < wanted { append(.empty) }
        count = wanted
    }

    @inline(never) private mutating func grow() {
        let larger = UnsafeMutablePointer<TextColumn.Cell>.allocate(capacity: capacity * 2)
        larger.moveInitialize(from: base, count: count)
        base.deallocate()
        base = larger
        capacity *= 2
    }
}

extension TextColumn.Cell {
    /// A cell without bytes: what a row that is too short has at its end.
    static let empty = TextColumn.Cell(start: 0, count: 0)

    @inline(__always) init(from start: Int, to end: Int) {
        self.init(start: UInt32(truncatingIfNeeded: start), count: UInt32(truncatingIfNeeded: end &- start))
    }
}
