/// Cells of the table that a query was checked against, by row and column, zero-based; row -1 is a column's header.
///
/// One bit a cell and column, so that "every row of two columns" costs a word per 64 rows.
public struct CellSet: Hashable, Sendable {
    public struct Cell: Hashable, Sendable, Comparable {
        public let row: Int
        public let column: Int

        public init(row: Int, column: Int) {
            self.row = row
            self.column = column
        }

        public static func < (a: Cell, b: Cell) -> Bool { (a.row, a.column) < (b.row, b.column) }
    }

    /// The bits of each column; bit 0 is the header, bit `row + 1` a cell.
    private var bits: [Int: [UInt64]] = [:]

    public init() {}

    public init(rows: some Sequence<Int>, columns: some Sequence<Int>) {
        for column in columns {
            var words: [UInt64] = []
            for row in rows { CellSet.set(row + 1, in: &words) }
            if !words.isEmpty { bits[column] = words }
        }
    }

    private static func set(_ bit: Int, in words: inout [UInt64]) {
        while words.count <= bit >> 6 { words.append(0) }
        words[bit >> 6] |= 1 << UInt64(bit & 63)
    }

    public mutating func insert(row: Int, column: Int) { CellSet.set(row + 1, in: &bits[column, default: []]) }

    mutating func insert(rows: [Int], columns: [Int]) {
        for column in columns {
            for row in rows { insert(row: row, column: column) }
        }
    }

    public mutating func formUnion(_ other: CellSet) {
        for (column, words) in other.bits {
            guard var own = bits[column] else {
                bits[column] = words
                continue
            }
            while own.count < words.count { own.append(0) }
            for at in words.indices { own[at] |= words[at] }
            bits[column] = own
        }
    }

    public func union(_ other: CellSet) -> CellSet {
        var both = self
        both.formUnion(other)
        return both
    }

    /// The cells that are not in another set.
    public func subtracting(_ other: CellSet) -> CellSet {
        var rest = self
        for (column, words) in other.bits {
            guard let own = rest.bits[column] else { continue }
            rest.bits[column] = own.indices.map { $0 < words.count ? own[$0] & ~words[$0] : own[$0] }
        }
        return rest
    }

    public func contains(row: Int, column: Int) -> Bool {
        guard let words = bits[column], (row + 1) >> 6 < words.count else { return false }
        return words[(row + 1) >> 6] & (1 << UInt64((row + 1) & 63)) != 0
    }

    public var isEmpty: Bool { count == 0 }

    public var count: Int { bits.values.reduce(0) { $0 + $1.reduce(0) { $0 + $1.nonzeroBitCount } } }

    /// The columns that have a cell here, left to right.
    public var columns: [Int] { bits.filter { $0.value.contains { $0 != 0 } }.keys.sorted() }

    /// The rows that have a cell here, top to bottom, headers (-1) left out.
    public var rows: [Int] { Set(cells.map(\.row)).filter { $0 >= 0 }.sorted() }

    /// Row by row, left to right.
    public var cells: [Cell] {
        var all: [Cell] = []
        for (column, words) in bits {
            for (at, word) in words.enumerated() where word != 0 {
                for bit in 0..<64 where word & (1 << UInt64(bit)) != 0 { all.append(Cell(row: at * 64 + bit - 1, column: column)) }
            }
        }
        return all.sorted()
    }

    public static func == (a: CellSet, b: CellSet) -> Bool { a.cells == b.cells }

    public func hash(into hasher: inout Hasher) { hasher.combine(cells) }
}
