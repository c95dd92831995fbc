import Diagnostics
import Values

/// A table's file read block by block, in memory for one of pandas' blocks (2^20 cells at most), whatever the size of the file.
///
/// The cells are those that `read(path:)` gives, but that a column's type is known only at the end: a block of ints may turn out to
/// belong to a column of floats.
public struct TableStream: ~Copyable {
    /// Some rows, one after the other.
    public struct Block: Sendable {
        public let firstRow: Int
        public let rowCount: Int
        public let columns: [Column]
    }

    private let dialect: Dialect
    private let limits: Limits
    private var window: FileWindow
    private var cells = CellBuffer(capacity: 1 << 16)
    private var head: Head?
    private var filler: BlockFiller
    private var joins: [ColumnJoin] = []
    private var rows = 0
    private var firstCut: Int?
    private var isFinished = false
    /// How many bytes the next block may take.
    private var wanted: Int
    private let smallest: Int

    /// - Throws: `unreadableFile`.
    public init(path: String, dialect: Dialect, limits: Limits = .standard) throws(Diagnostic) {
        try self.init(path: path, dialect: dialect, limits: limits, firstPiece: 1 << 22, smallestPiece: 1 << 16)
    }

    init(path: String, dialect: Dialect, limits: Limits, firstPiece: Int, smallestPiece: Int) throws(Diagnostic) {
        self.dialect = dialect
        self.limits = limits
        wanted = firstPiece
        smallest = smallestPiece
        window = try FileWindow(path)
        filler = BlockFiller(dialect: dialect, width: 0)
    }

    /// The file as it was when the reading began.
    public var stamp: FileStamp { window.stamp }
    /// The XXH64 of the bytes read so far.
    public var hash: Int { window.hash }
    public var bytesRead: Int { window.bytesRead }
    /// Whether somebody wrote to the file while it was read.
    public var hasChanged: Bool { window.hasChanged }

    /// The labels that pandas gives the columns; nil before the first block.
    public var names: TextColumn? { head?.headers.names }

    /// The columns that are row labels, because rows have more fields than the header.
    public var labelColumns: Int { head?.labelColumns ?? 0 }

    /// The next block; nil at the end, and at once where the table has no rows.
    ///
    /// - Throws: where pandas' reader refuses the file, and past the limits.
    public mutating func next() throws(Diagnostic) -> Block? {
        while !isFinished {
            try window.fill(to: wanted)
            if let block = try block(in: window.copy()) { return block.rowCount > 0 ? block : nil }
            try widen()
        }
        return nil
    }

    /// What was read and why, after the last block.
    public var schema: Schema? {
        head.map { head in
            let columns = head.hasRows ? joins.map { ($0.dtype, $0.missing, $0.reading) } : head.emptyColumns.map { ($0.column.dtype, 0, $0.reading) }
            return Schema(dialect, head, columns: columns, rows: rows)
        }
    }

    /// What pandas passes over in silence.
    public var warnings: [Diagnostic] { schema?.warnings(filler.skipped, firstCut: firstCut) ?? [] }

    /// What each column's blocks are together, after the last block.
    public var joined: [JoinedCells] { joins.map(\.cells) }

    // MARK: Blocks

    /// The block that begins with the piece; nil where the piece is too short for it.
    private mutating func block(in piece: TextStorage) throws(Diagnostic) -> Block? {
        try piece.checkEncoding(window.place)
        var tokenizer = Tokenizer(
            base: piece.base, start: window.start, end: piece.count, dialect: dialect, cutsAtNUL: piece.hasNUL, limits: limits,
            origin: window.place, isLast: window.isLast)
        cells.resize(to: 0)
        guard var (head, filler, count) = try begun(&tokenizer, piece) else { return nil }
        let blockRows = rowsOfBlock(columns: head.width)
        let ended = try head.hasRows ? !filler.fill(&cells, rows: &count, upTo: blockRows, from: &tokenizer) : true
        guard !ended || window.isLast else { return nil }
        try limits.check(rows: rows + count)
        let fragments = try filler.fragments(cells, rows: count, firstRow: rows, storage: piece)
        (self.head, self.filler) = (head, filler)
        firstCut = firstCut ?? tokenizer.firstCut
        isFinished = ended
        pass(to: tokenizer.position)
        return add(fragments, count)
    }

    /// The header's facts, and the rows that are in `cells` after reading them.
    private mutating func begun(_ tokenizer: inout Tokenizer, _ piece: TextStorage) throws(Diagnostic) -> (Head, BlockFiller, Int)? {
        if let head { return (head, filler, 0) }
        guard let head = try tokenizer.head(into: &cells, storage: piece, limits: limits) else {
            if window.isLast { throw Head.empty }
            return nil
        }
        return (head, BlockFiller(dialect: dialect, width: head.width), head.hasRows ? 1 : 0)
    }

    private mutating func add(_ fragments: [Fragment], _ count: Int) -> Block {
        defer { rows += count }
        guard count > 0 else { return Block(firstRow: rows, rowCount: 0, columns: []) }
        if joins.isEmpty { joins = fragments.map { _ in ColumnJoin(rowsOfBlock: rowsOfBlock(columns: fragments.count)) } }
        for at in fragments.indices { joins[at].add(fragments[at]) }
        return Block(firstRow: rows, rowCount: count, columns: fragments.map(\.column))
    }

    /// The next block is taken to be about as long as this one.
    private mutating func pass(to position: Int) {
        wanted = max(smallest, min(position - window.start + (position - window.start) / 4, TableStream.most))
        window.slide(to: position)
    }

    private mutating func widen() throws(Diagnostic) {
        guard wanted < TableStream.most else {
            throw Diagnostic(
                .tableLimit, "a block of rows from line \(window.place.lineEnds + 1) on takes more than \(TableStream.most) bytes",
                helps: ["close the quote that may be open there"])
        }
        wanted = min(max(wanted, window.count) * 2, TableStream.most)
    }

    /// Cells hold 32-bit positions.
    private static let most = TextStorage.limit
}
