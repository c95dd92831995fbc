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
    }

    var shape: Shape
    /// What decided which rows there are and in which order; of a whole, everything it was computed from.
    var control = Support()
    /// The columns that the rows were put in order by: a row that is picked owes its place to its cells there.
    var order: [Int] = []

    static let constant = Trace(shape: .whole)

    static func whole(_ support: Support) -> Trace { Trace(shape: .whole, control: support) }

    /// The cells that the items hold.
    var items: CellSet {
        switch shape {
        case .whole: CellSet()
        case .table(let rows, let columns): CellSet(rows: rows, columns: Set(columns.joined()))
        case .column(let rows, let columns): CellSet(rows: rows, columns: columns)
        case .record(let row, let columns): CellSet(rows: [row], columns: Set(columns.joined()))
        }
    }

    /// Everything the value was computed from; of rows in an order, also the cells that put them there.
    var support: Support { control.union(Support(both: items)).union(Support(both: CellSet(rows: tableRows, columns: order))) }

    private var tableRows: [Int] {
        switch shape {
        case .table(let rows, _), .column(let rows, _): rows
        case .record(let row, _): [row]
        case .whole: []
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

    func with(_ shape: Shape) -> Trace { Trace(shape: shape, control: control, order: order) }

    /// The items at these positions.
    func rows(at positions: [Int]) -> Trace? {
        switch shape {
        case .table(let rows, let columns): picked(positions, rows).map { with(.table(rows: $0, columns: columns)) }
        case .column(let rows, let columns): picked(positions, rows).map { with(.column(rows: $0, columns: columns)) }
        case .whole, .record: nil
        }
    }

    private func picked(_ positions: [Int], _ rows: [Int]) -> [Int]? {
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
        case .whole: return nil
        }
    }

    /// A row that is picked owes its place to the cells it was sorted by.
    private func placed(_ row: Int) -> Trace { controlled(by: Support(both: CellSet(rows: [row], columns: order))).unordered }

    private var unordered: Trace { Trace(shape: shape, control: control) }

    /// One column of a frame.
    func column(at position: Int) -> Trace? {
        guard case .table(let rows, let columns) = shape, columns.indices.contains(position) else { return nil }
        return with(.column(rows: rows, columns: columns[position]))
    }

    func columns(at positions: [Int]) -> Trace? {
        switch shape {
        case .table(let rows, let columns):
            guard positions.allSatisfy(columns.indices.contains) else { return nil }
            return with(.table(rows: rows, columns: positions.map { columns[$0] }))
        case .record(let row, let columns):
            guard positions.allSatisfy(columns.indices.contains) else { return nil }
            return with(.record(row: row, columns: positions.map { columns[$0] }))
        case .whole, .column: return nil
        }
    }
}
