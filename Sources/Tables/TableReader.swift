import Diagnostics
import Values

#if canImport(Glibc)
    import Glibc
#endif

/// One reading of one table: header, first row, then block after block of rows.
struct TableReader: ~Copyable {
    private let storage: TextStorage
    private let dialect: Dialect
    private let limits: Limits
    private var tokenizer: Tokenizer
    private var skipped = SkippedRows()

    /// The storage's bytes are decoded in place and must not be shared yet; one LF lies behind them.
    init(_ storage: TextStorage, dialect: Dialect, limits: Limits) throws(Diagnostic) {
        self.storage = storage
        self.dialect = dialect
        self.limits = limits
        let bytes = UnsafeBufferPointer(start: storage.base, count: storage.count)
        if !storage.isASCII, let at = firstInvalidUTF8(bytes) { throw TableReader.invalidEncoding(at, in: bytes) }
        tokenizer = Tokenizer(
            base: storage.base, end: storage.count, dialect: dialect, cutsAtNUL: memchr(storage.base, 0, storage.count) != nil,
            limits: limits)
    }

    mutating func read() throws(Diagnostic) -> Table {
        // A guess at the cells, from some eight bytes a cell, spares small tables every growth.
        var cells = CellBuffer(capacity: min(storage.count / 6 + 16, 1 << 16))
        guard let headerWidth = try tokenizer.nextRow(into: &cells, keeping: limits.columns) else {
            throw Diagnostic(.emptyTable, "the table has no columns", notes: ["the file holds nothing but blank lines"])
        }
        try checkColumns(headerWidth)
        let headers = Headers(UnsafeBufferPointer(start: cells.base, count: cells.count), storage: storage)
        cells.resize(to: 0)
        guard let firstWidth = try tokenizer.nextRow(into: &cells, keeping: limits.columns) else {
            return emptyTable(headers)
        }
        try checkColumns(firstWidth)
        let width = max(headerWidth, firstWidth)
        cells.resize(to: width)
        return table(headers, try blocks(&cells, width: width), width: width)
    }

    // MARK: - Rows

    private struct Body {
        var blocks: [[Fragment]] = []
        var rows = 0
    }

    /// Reads and types all blocks. The first row is in `cells` already.
    private mutating func blocks(_ cells: inout CellBuffer, width: Int) throws(Diagnostic) -> Body {
        let blockRows = rowsOfBlock(columns: width)
        var body = Body()
        var expected = width
        var rows = 1
        while true {
            let ended = try !fill(&cells, rows: &rows, upTo: blockRows, width: width, expected: &expected)
            if rows == 0 { return body }
            guard body.rows + rows <= limits.rows else {
                throw Diagnostic(.tableLimit, "the table has more than \(limits.rows) rows")
            }
            body.blocks.append(try fragments(cells.base, rows: rows, width: width, firstRow: body.rows))
            body.rows += rows
            if ended { return body }
            cells.resize(to: 0)
            rows = 0
        }
    }

    /// Reads rows until the block is full; false at the end of the file.
    private mutating func fill(
        _ cells: inout CellBuffer, rows: inout Int, upTo most: Int, width: Int, expected: inout Int
    ) throws(Diagnostic) -> Bool {
        while rows < most {
            guard let fields = try tokenizer.nextRow(into: &cells, keeping: width) else { return false }
            // pandas does not hold the first row of a block against the header.
            if fields > expected, rows > 0 {
                try refuseOrSkip(fields, expected: expected)
                cells.resize(to: rows * width)
                continue
            }
            expected = max(expected, fields)
            rows += 1
            if fields < width { cells.resize(to: rows * width) }
        }
        return true
    }

    private func fragments(
        _ cells: UnsafePointer<TextColumn.Cell>, rows: Int, width: Int, firstRow: Int
    ) throws(Diagnostic) -> [Fragment] {
        var out: [Fragment] = []
        out.reserveCapacity(width)
        for column in 0..<width {
            out.append(try infer(CellStrip(storage: storage, cells: cells, column: column, stride: width, rows: rows), firstRow: firstRow))
        }
        return out
    }

    private mutating func refuseOrSkip(_ fields: Int, expected: Int) throws(Diagnostic) {
        if dialect.skipsLongRows {
            skipped.add(tokenizer.rowStart)
            return
        }
        throw Diagnostic(
            .malformedTable,
            "expected \(expected) \(expected == 1 ? "field" : "fields") in line \(line(of: tokenizer.rowStart, in: tokenizer.bytes)), saw \(fields)",
            notes: ["the row begins at byte \(tokenizer.rowStart)"], helps: ["quote the fields that hold a delimiter"])
    }

    private func checkColumns(_ count: Int) throws(Diagnostic) {
        guard count <= limits.columns else {
            throw Diagnostic(.tableLimit, "the table has \(count) columns; the limit is \(limits.columns)")
        }
    }

    // MARK: - The table

    private func emptyTable(_ headers: Headers) -> Table {
        let fragments = (0..<headers.names.count).map { _ in Fragment(column: .object([]), missing: 0, reading: .noRows) }
        return table(headers, columns: fragments, rows: 0, leading: 0)
    }

    private func table(_ headers: Headers, _ body: consuming Body, width: Int) -> Table {
        let rowsOfBlock = rowsOfBlock(columns: width)
        let leading = width - headers.names.count
        guard body.blocks.count > 1 else { return table(headers, columns: body.blocks.first ?? [], rows: body.rows, leading: leading) }
        var columns: [Fragment] = []
        for at in 0..<width { columns.append(joined(body.blocks.map { $0[at] }, rowsOfBlock: rowsOfBlock)) }
        return table(headers, columns: columns, rows: body.rows, leading: leading)
    }

    private func table(_ headers: Headers, columns: [Fragment], rows: Int, leading: Int) -> Table {
        var cells: [Column] = []
        var schemas: [ColumnSchema] = []
        cells.reserveCapacity(columns.count)
        schemas.reserveCapacity(columns.count)
        for (at, fragment) in columns.enumerated().dropFirst(leading) {
            cells.append(fragment.column)
            schemas.append(fragment.schema(name: headers.names[at - leading] ?? .empty, header: headers.raw[at - leading] ?? .empty))
        }
        let labels = columns.prefix(leading)
        let frame = Frame(
            cells, index: rowIndex(labels.map(\.column), rows: rows), columns: Index(.text(headers.names)))
        let schema = Schema(
            dialect: dialect, columns: schemas, indexColumns: labels.map { $0.schema(name: .empty, header: .empty) }, rowCount: rows)
        return Table(frame: frame, schema: schema, warnings: warnings(schema))
    }

    /// Fields beyond the header are row labels, from the left.
    private func rowIndex(_ labels: [Column], rows: Int) -> Index {
        switch labels.count {
        case 0: Index(count: rows)
        case 1: Index(labels[0])
        default: Index(.multi(labels), names: labels.map { _ in .none })
        }
    }

    private func warnings(_ schema: Schema) -> [Diagnostic] {
        var warnings: [Diagnostic] = []
        if let warning = skipped.warning(tokenizer.bytes) { warnings.append(warning) }
        if let cut = tokenizer.firstCut {
            warnings.append(.warning(.cutCells, "line \(line(of: cut, in: tokenizer.bytes)) has a NUL byte; a cell ends before it, as in pandas"))
        }
        for column in schema.columns {
            if case .blocks = column.reading {
                warnings.append(.warning(.mixedColumn, "column \(quoted(column.name)) has mixed types: \(column.reading)"))
            }
        }
        return warnings
    }

    private static func invalidEncoding(_ at: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Diagnostic {
        Diagnostic(
            .tableEncoding, "line \(line(of: at, in: bytes)): byte 0x\(String(bytes[at], radix: 16)) at offset \(at) is not UTF-8",
            helps: ["convert the file to UTF-8"])
    }
}

extension Fragment {
    fileprivate func schema(name: Text, header: Text) -> ColumnSchema {
        ColumnSchema(name: name, header: header, type: column.dtype, missing: missing, reading: reading)
    }
}

/// The rows that TabFact's dialect leaves out because they have more fields than the header.
struct SkippedRows {
    private var count = 0
    /// Where the first few begin; all of them could fill the memory.
    private var starts: [Int] = []

    mutating func add(_ start: Int) {
        count += 1
        if starts.count < 5 { starts.append(start) }
    }

    func warning(_ bytes: UnsafeBufferPointer<UInt8>) -> Diagnostic? {
        guard count > 0 else { return nil }
        let lines = starts.map { String(line(of: $0, in: bytes)) }.joined(separator: ", ")
        return .warning(
            .skippedRows, "left out \(count) \(count == 1 ? "row" : "rows") with more fields than the header: line \(lines)\(count > starts.count ? ", …" : "")")
    }
}
