/// The cells that one item of a Series or a list came from: rows by columns, several times.
///
/// A `CellSet` has a bit for every row up to its last; an item of a long column needs but its own.
struct Piece {
    private var parts: [(rows: [Int], columns: [Int])] = []

    init() {}

    init(rows: [Int], columns: [Int]) {
        if !rows.isEmpty, !columns.isEmpty { parts = [(rows, columns)] }
    }

    mutating func add(_ other: Piece) { parts += other.parts }

    func adding(_ other: Piece) -> Piece {
        var both = self
        both.add(other)
        return both
    }

    var rows: [Int] { Set(parts.flatMap(\.rows)).sorted() }

    var columns: [Int] { Set(parts.flatMap(\.columns)).sorted() }

    var cells: CellSet {
        var cells = CellSet()
        insert(into: &cells)
        return cells
    }

    fileprivate func insert(into cells: inout CellSet) {
        for part in parts { cells.insert(rows: part.rows, columns: part.columns) }
    }
}

extension Sequence<Piece> {
    /// All cells of the pieces.
    var cells: CellSet {
        var cells = CellSet()
        for piece in self { piece.insert(into: &cells) }
        return cells
    }
}
