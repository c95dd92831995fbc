import Diagnostics
import Values

/// The totals of a pivot table: the reduction over all columns, over all rows, and over both (`pandas.core.reshape.pivot._add_margins`).
struct PivotMargins {
    let interpreter: Interpreter
    let frame: Frame
    let rows: [Value]
    let columns: [Value]
    let values: [Int]
    let function: Value
    let name: Value
    let fill: Value?

    /// The rows without gaps: only they are in the totals.
    private func complete() throws(Failure) -> Frame {
        let positions = try frame.positions(ofColumns: rows + columns) + values
        let missing = positions.map { frame.column($0).missing }
        return frame.gather((0..<frame.rowCount).filter { row in !missing.contains { $0[row] } })
    }

    func added(to table: Frame) throws(Failure) -> Frame {
        let data = try complete()
        let wide = columns.isEmpty ? table : try withRowTotals(table, data)
        let labels = values.map { frame.columns[$0] }
        var below: [Value] = []
        let byColumn = columns.isEmpty ? nil : try reduced(data, by: columns)
        for at in 0..<wide.columnCount {
            let parts = wide.columns[at].tuple ?? [wide.columns[at]]
            guard let value = labels.firstIndex(where: { HashKey($0) == HashKey(parts[0]) }) else { throw Failure(.internalFault, "a total of no column") }
            if let byColumn, HashKey(parts[1]) != HashKey(name) {
                let key: Value = parts.count == 2 ? parts[1] : .tuple(Array(parts.dropFirst()))
                let row = byColumn.index.position(of: key)
                below.append(row.map { byColumn.cell(row: $0, column: value) } ?? fill ?? .float(.nan))
            } else {
                below.append(try whole(data.series(values[value])))
            }
        }
        let longer = Swift.zip(wide.allColumns, below).map { column, total in column.appending(total) }
        return Frame(longer, index: wide.index.appending(total: name), columns: wide.columns)
    }

    /// Beside the columns of each value one more, for all of them.
    private func withRowTotals(_ table: Frame, _ data: Frame) throws(Failure) -> Frame {
        let margins = try reduced(data, by: rows)
        let places = try interpreter.rows(of: table.index, in: margins.index)
        var cells: [Column] = [], labels: [Value] = []
        var different: [Value] = []
        for label in table.columns.level(0).values where !different.contains(where: { HashKey($0) == HashKey(label) }) { different.append(label) }
        for label in different {
            for at in 0..<table.columnCount where HashKey(table.columns.level(0)[at]) == HashKey(label) {
                cells.append(table.column(at))
                labels.append(table.columns[at])
            }
            cells.append(margins.column(try margins.position(ofColumn: label)).gatherWithGaps(places))
            labels.append(.tuple([label, name] + Array(repeating: .string(""), count: columns.count - 1)))
        }
        return Frame(cells, index: table.index, columns: Index.of(labels, names: table.columns.names))
    }

    private func reduced(_ data: Frame, by keys: [Value]) throws(Failure) -> Frame {
        let groups = try interpreter.grouping(data, by: keys.count == 1 ? keys[0] : .list(keys), GroupingOptions()).selecting(values, asSeries: false)
        guard case .frame(let made) = try interpreter.invoke("agg", on: .groupBy(groups), keywords: [("func", function)]) else {
            throw Failure(.unsupportedArgument, "'margins' of this aggfunc is not supported")
        }
        return made
    }

    /// The reduction of a whole column.
    private func whole(_ series: Series) throws(Failure) -> Value {
        var function = function
        if case .dict(let dict) = function { function = dict[series.name] ?? .none }
        return try interpreter.invoke("agg", on: .series(series), [function])
    }
}

extension Column {
    /// One more cell at the end: integers stay integers where it is one.
    fileprivate func appending(_ cell: Value) -> Column {
        switch self {
        case .int(let cells):
            if let whole = cell.integer ?? cell.number.flatMap({ Int(exactly: $0) }) { return .int(cells + [whole]) }
            return .float(cells.map(Double.init) + [cell.number ?? .nan])
        case .float(let cells): return .float(cells + [cell.number ?? .nan])
        default: return Column(values: values + [cell])
        }
    }
}
