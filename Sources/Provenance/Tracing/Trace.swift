/// Where a value came from, beside the value.
struct Trace {
    enum Shape {
        /// A scalar, or anything whose parts are not told apart.
        case whole
        /// A frame: each row's row of the table, each column's columns of the table.
        case table(rows: [Int], columns: [[Int]])
        /// A Series, an array or a list: item by item a row of the table, in which these columns were read.
        case column(rows: [Int], columns: [Int])
        /// One row of a frame: each item's columns.
        case record(row: Int, columns: [[Int]])
        /// A Series, an array or a list: each item's cells.
        case pieces([Piece])
        /// A frame of groups: each row's rows of the table, each column's columns of the table.
        case grid(rows: [[Int]], columns: [[Int]])
    }

    var shape: Shape
    /// What decided which rows there are and in which order; of a whole, everything it was computed from.
    var control = Support()
    /// The columns that the rows were put in order by: a row that is picked owes its place to its cells there.
    var order: [Int] = []
    /// The columns that the rows were put into groups by: an item of a group owes its place to the cells of its rows there.
    var keys: [Int] = []

    static let constant = Trace(shape: .whole)

    static func whole(_ support: Support) -> Trace { Trace(shape: .whole, control: support) }

    /// The cells that the items hold.
    var items: CellSet {
        switch shape {
        case .whole: CellSet()
        case .table(let rows, let columns): CellSet(rows: rows, columns: Set(columns.joined()))
        case .column(let rows, let columns): CellSet(rows: rows, columns: columns)
        case .record(let row, let columns): CellSet(rows: [row], columns: Set(columns.joined()))
        case .pieces(let pieces): pieces.cells
        case .grid(let rows, let columns): CellSet(rows: Set(rows.joined()), columns: Set(columns.joined()))
        }
    }

    /// Everything the value was computed from; of rows in an order or in groups, also the cells that put them there.
    var support: Support { control.union(Support(both: items)).union(Support(both: CellSet(rows: tableRows, columns: order + keys))) }

    private var tableRows: [Int] {
        switch shape {
        case .table(let rows, _), .column(let rows, _): rows
        case .record(let row, _): [row]
        case .whole: []
        case .pieces(let pieces): Array(Set(pieces.flatMap(\.rows)))
        case .grid(let rows, _): Array(Set(rows.joined()))
        }
    }

    /// The same items, which owe their presence to something more.
    func controlled(by support: Support) -> Trace {
        var trace = self
        trace.control.formUnion(support)
        return trace
    }

    /// The same items, where other items' contents may decide a type or a failure.
    var loose: Trace {
        var trace = self
        trace.control.read.formUnion(items)
        return trace
    }

    func with(_ shape: Shape) -> Trace { Trace(shape: shape, control: control, order: order, keys: keys) }

    /// The items at these positions.
    func rows(at positions: [Int]) -> Trace? {
        switch shape {
        case .table(let rows, let columns): picked(positions, rows).map { with(.table(rows: $0, columns: columns)) }
        case .column(let rows, let columns): picked(positions, rows).map { with(.column(rows: $0, columns: columns)) }
        case .pieces(let pieces): picked(positions, pieces).map { with(.pieces($0)) }
        case .grid(let rows, let columns): picked(positions, rows).map { with(.grid(rows: $0, columns: columns)) }
        case .whole, .record: nil
        }
    }

    private func picked<Item>(_ positions: [Int], _ rows: [Item]) -> [Item]? {
        guard positions.allSatisfy(rows.indices.contains) else { return nil }
        return positions.map { rows[$0] }
    }

    /// One item: a cell's value, or a row of a frame.
    func item(at position: Int) -> Trace? {
        switch shape {
        case .table(let rows, let columns):
            guard rows.indices.contains(position) else { return nil }
            return placed(rows[position]).with(.record(row: rows[position], columns: columns))
        case .column(let rows, let columns):
            guard rows.indices.contains(position) else { return nil }
            return .whole(placed(rows[position]).control.union(Support(both: CellSet(rows: [rows[position]], columns: columns))))
        case .record(let row, let columns):
            guard columns.indices.contains(position) else { return nil }
            return .whole(control.union(Support(both: CellSet(rows: [row], columns: columns[position]))))
        case .pieces(let pieces): return pieces.indices.contains(position) ? .whole(control.union(Support(both: pieces[position].cells))) : nil
        case .grid(let rows, let columns): return rows.indices.contains(position) ? with(.pieces(columns.map { Piece(rows: rows[position], columns: $0) })).unordered : nil
        case .whole: return nil
        }
    }

    /// A row that is picked owes its place to the cells it was sorted by.
    private func placed(_ row: Int) -> Trace { controlled(by: Support(both: CellSet(rows: [row], columns: order))).unordered }

    private var unordered: Trace { Trace(shape: shape, control: control) }

    /// One column of a frame.
    func column(at position: Int) -> Trace? {
        switch shape {
        case .table(let rows, let columns): columns.indices.contains(position) ? with(.column(rows: rows, columns: columns[position])) : nil
        case .grid(let rows, let columns):
            columns.indices.contains(position) ? with(.pieces(rows.map { Piece(rows: $0, columns: columns[position]) })) : nil
        case .whole, .column, .record, .pieces: nil
        }
    }

    func columns(at positions: [Int]) -> Trace? {
        switch shape {
        case .table(let rows, let columns):
            guard positions.allSatisfy(columns.indices.contains) else { return nil }
            return with(.table(rows: rows, columns: positions.map { columns[$0] }))
        case .record(let row, let columns):
            guard positions.allSatisfy(columns.indices.contains) else { return nil }
            return with(.record(row: row, columns: positions.map { columns[$0] }))
        case .grid(let rows, let columns):
            guard positions.allSatisfy(columns.indices.contains) else { return nil }
            return with(.grid(rows: rows, columns: positions.map { columns[$0] }))
        case .whole, .column, .pieces: return nil
        }
    }

    /// Each item's cells, of a column or a list.
    var pieces: [Piece]? {
        switch shape {
        case .column(let rows, let columns): rows.map { Piece(rows: [$0], columns: columns) }
        case .pieces(let pieces): pieces
        case .whole, .table, .record, .grid: nil
        }
    }

    /// How many items a column or a list has.
    var itemCount: Int? {
        switch shape {
        case .column(let rows, _): rows.count
        case .pieces(let pieces): pieces.count
        case .whole, .table, .record, .grid: nil
        }
    }

    /// The cells of some items of a column or a list.
    func cells(at positions: [Int]) -> CellSet {
        switch rows(at: positions)?.shape {
        case .column(let rows, let columns): CellSet(rows: rows, columns: columns)
        case .pieces(let pieces): pieces.cells
        case .whole, .table, .record, .grid, nil: CellSet()
        }
    }

    /// The cells that rows were put into groups by.
    var grouping: Support { Support(both: CellSet(rows: tableRows, columns: keys)) }

    /// A frame whose every column has the cells of one Series: `reset_index`, whose labels become a column.
    func unfolded(into count: Int) -> Trace {
        guard case .pieces(let pieces) = shape else { return .whole(support) }
        return with(.grid(rows: pieces.map(\.rows), columns: Array(repeating: Set(pieces.flatMap(\.columns)).sorted(), count: count)))
    }

    /// All items as one.
    var joined: Piece? {
        switch shape {
        case .column(let rows, let columns): Piece(rows: rows, columns: columns)
        case .pieces(let pieces): pieces.reduce(into: Piece()) { $0.add($1) }
        case .whole, .table, .record, .grid: nil
        }
    }
}
