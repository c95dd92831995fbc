import Values

/// One column over one block of rows.
struct Fragment {
    var column: Column
    var missing: Int
    var reading: Reading
}

/// One column of a block of tokenized rows, as the type inference sees it.
struct CellStrip {
    let storage: TextStorage
    private let first: UnsafePointer<TextColumn.Cell>
    private let stride: Int
    let rows: Int

    init(storage: TextStorage, cells: UnsafePointer<TextColumn.Cell>, column: Int, stride: Int, rows: Int) {
        self.storage = storage
        first = cells + column
        self.stride = stride
        self.rows = rows
    }

    @inline(__always) func cell(_ row: Int) -> TextColumn.Cell { first[row &* stride] }

    @inline(__always) func bytes(_ row: Int) -> UnsafeBufferPointer<UInt8> {
        let cell = first[row &* stride]
        return UnsafeBufferPointer(start: storage.base + Int(cell.start), count: Int(cell.count))
    }

    @inline(__always) func isMissing(_ row: Int) -> Bool {
        let cell = first[row &* stride]
        return isMissingWord(storage.base + Int(cell.start), Int(cell.count))
    }

    func text(_ row: Int) -> Text {
        let cell = first[row &* stride]
        return Text(storage: storage, start: cell.start, count: cell.count)
    }
}
