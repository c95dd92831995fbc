import Diagnostics
import Values

#if canImport(Glibc)
    import Glibc
#endif

/// One reading of one table that is in memory: header, first row, then block after block of rows.
struct TableReader: ~Copyable {
    private let storage: TextStorage
    private let dialect: Dialect
    private let limits: Limits
    private var tokenizer: Tokenizer

    /// The storage's bytes are decoded in place and must not be shared yet; one LF lies behind them.
    init(_ storage: TextStorage, dialect: Dialect, limits: Limits) throws(Diagnostic) {
        self.storage = storage
        self.dialect = dialect
        self.limits = limits
        try storage.checkEncoding(.start)
        tokenizer = Tokenizer(base: storage.base, end: storage.count, dialect: dialect, cutsAtNUL: storage.hasNUL, limits: limits)
    }

    mutating func read() throws(Diagnostic) -> Table {
        // A guess at the cells, from some eight bytes a cell, spares small tables every growth.
        var cells = CellBuffer(capacity: min(storage.count / 6 + 16, 1 << 16))
        guard let head = try tokenizer.head(into: &cells, storage: storage, limits: limits) else { throw Head.empty }
        var filler = BlockFiller(dialect: dialect, width: head.width)
        guard head.hasRows else { return table(head, columns: head.emptyColumns, rows: 0, filler) }
        let (blocks, rows) = try blocks(&cells, &filler, width: head.width)
        return table(head, columns: joined(blocks, width: head.width), rows: rows, filler)
    }

    /// Reads and types all blocks. The first row is in `cells` already.
    private mutating func blocks(
        _ cells: inout CellBuffer, _ filler: inout BlockFiller, width: Int
    ) throws(Diagnostic) -> (blocks: [[Fragment]], rows: Int) {
        let blockRows = rowsOfBlock(columns: width)
        var blocks: [[Fragment]] = []
        var total = 0
        var rows = 1
        while true {
            let ended = try !filler.fill(&cells, rows: &rows, upTo: blockRows, from: &tokenizer)
            if rows == 0 { return (blocks, total) }
            try limits.check(rows: total + rows)
            blocks.append(try filler.fragments(cells, rows: rows, firstRow: total, storage: storage))
            total += rows
            if ended { return (blocks, total) }
            cells.resize(to: 0)
            rows = 0
        }
    }

    private func joined(_ blocks: [[Fragment]], width: Int) -> [Fragment] {
        guard blocks.count > 1 else { return blocks.first ?? [] }
        return (0..<width).map { at in Tables.joined(blocks.map { $0[at] }, rowsOfBlock: rowsOfBlock(columns: width)) }
    }

    private func table(_ head: Head, columns: [Fragment], rows: Int, _ filler: BlockFiller) -> Table {
        let labels = columns.prefix(head.labelColumns)
        let cells = columns.dropFirst(head.labelColumns)
        let frame = Frame(
            cells.map(\.column), index: rowIndex(labels.map(\.column), rows: rows), columns: Index(.text(head.headers.names)))
        let schema = Schema(dialect, head, columns: columns.map { ($0.column.dtype, $0.missing, $0.reading) }, rows: rows)
        return Table(frame: frame, schema: schema, warnings: schema.warnings(filler.skipped, firstCut: tokenizer.firstCut))
    }

    /// Fields beyond the header are row labels, from the left.
    private func rowIndex(_ labels: [Column], rows: Int) -> Index {
        switch labels.count {
        case 0: Index(count: rows)
        case 1: Index(labels[0])
        default: Index(.multi(labels), names: labels.map { _ in .none })
        }
    }
}

extension Head {
    /// The columns of a table without rows.
    var emptyColumns: [Fragment] { (0..<headers.names.count).map { _ in Fragment(column: .object([]), missing: 0, reading: .noRows) } }
}

extension Schema {
    /// - Parameter columns: every column's type, how many of its cells are missing, and why it has its type; row labels come first.
    init(_ dialect: Dialect, _ head: Head, columns: [(type: DType, missing: Int, reading: Reading)], rows: Int) {
        let labels = columns.prefix(head.labelColumns).map { ColumnSchema(name: .empty, header: .empty, type: $0.type, missing: $0.missing, reading: $0.reading) }
        let cells = columns.dropFirst(head.labelColumns).enumerated().map { at, column in
            ColumnSchema(
                name: head.headers.names[at] ?? .empty, header: head.headers.raw[at] ?? .empty, type: column.type, missing: column.missing,
                reading: column.reading)
        }
        self.init(dialect: dialect, columns: cells, indexColumns: labels, rowCount: rows)
    }

    /// What pandas passes over in silence.
    func warnings(_ skipped: SkippedRows, firstCut: Int?) -> [Diagnostic] {
        var warnings: [Diagnostic] = []
        if let warning = skipped.warning { warnings.append(warning) }
        if let firstCut {
            warnings.append(.warning(.cutCells, "line \(firstCut) has a NUL byte; a cell ends before it, as in pandas"))
        }
        for column in columns {
            if case .blocks = column.reading {
                warnings.append(.warning(.mixedColumn, "column \(quoted(column.name)) has mixed types: \(column.reading)"))
            }
        }
        return warnings
    }
}

extension TextStorage {
    /// - Parameter place: where the bytes begin in the file.
    func checkEncoding(_ place: FilePlace) throws(Diagnostic) {
        let bytes = UnsafeBufferPointer(start: base, count: count)
        guard !isASCII, let at = firstInvalidUTF8(bytes) else { return }
        throw Diagnostic(
            .tableEncoding, "line \(place.line(of: at, in: bytes)): byte 0x\(String(bytes[at], radix: 16)) at offset \(place.offset + at) is not UTF-8",
            helps: ["convert the file to UTF-8"])
    }

    var hasNUL: Bool { memchr(base, 0, count) != nil }
}
