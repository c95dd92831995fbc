import Diagnostics
import Values

/// Fills blocks of rows out of a tokenizer, and keeps what pandas keeps from one block to the next.
struct BlockFiller {
    private let dialect: Dialect
    private let width: Int
    /// The most fields that a row may have.
    private var expected: Int
    private(set) var skipped = SkippedRows()

    init(dialect: Dialect, width: Int) {
        self.dialect = dialect
        self.width = width
        expected = width
    }

    /// Reads rows until the block is full; false at the end of the bytes.
    ///
    /// - Parameter rows: how many rows the block has, some of them maybe before the call.
    mutating func fill(_ cells: inout CellBuffer, rows: inout Int, upTo most: Int, from tokenizer: inout Tokenizer) throws(Diagnostic) -> Bool {
        while rows < most {
            guard let fields = try tokenizer.nextRow(into: &cells, keeping: width) else { return false }
            // pandas does not hold the first row of a block against the header.
            if fields > expected, rows > 0 {
                try refuseOrSkip(fields, tokenizer)
                cells.resize(to: rows * width)
                continue
            }
            expected = max(expected, fields)
            rows += 1
            if fields < width { cells.resize(to: rows * width) }
        }
        return true
    }

    private mutating func refuseOrSkip(_ fields: Int, _ tokenizer: borrowing Tokenizer) throws(Diagnostic) {
        if dialect.skipsLongRows {
            skipped.add(tokenizer)
            return
        }
        throw Diagnostic(
            .malformedTable, "expected \(expected) \(expected == 1 ? "field" : "fields") in line \(tokenizer.rowLine), saw \(fields)",
            notes: ["the row begins at byte \(tokenizer.rowOffset)"], helps: ["quote the fields that hold a delimiter"])
    }

    /// The block's columns, typed.
    ///
    /// - Parameter firstRow: how many rows of the table precede the block.
    func fragments(_ cells: borrowing CellBuffer, rows: Int, firstRow: Int, storage: TextStorage) throws(Diagnostic) -> [Fragment] {
        var out: [Fragment] = []
        out.reserveCapacity(width)
        for column in 0..<width {
            let strip = CellStrip(storage: storage, cells: cells.base, column: column, stride: width, rows: rows)
            out.append(try infer(strip, firstRow: firstRow))
        }
        return out
    }
}

/// The rows that TabFact's dialect leaves out because they have more fields than the header.
struct SkippedRows {
    private var count = 0
    /// The lines of the first few; all of them could fill the memory.
    private var lines: [Int] = []

    mutating func add(_ tokenizer: borrowing Tokenizer) {
        count += 1
        if lines.count < 5 { lines.append(tokenizer.rowLine) }
    }

    var warning: Diagnostic? {
        guard count > 0 else { return nil }
        let places = lines.map(String.init).joined(separator: ", ")
        return .warning(
            .skippedRows, "left out \(count) \(count == 1 ? "row" : "rows") with more fields than the header: line \(places)\(count > lines.count ? ", …" : "")")
    }
}
