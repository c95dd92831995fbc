import Diagnostics
import Values

extension Interpreter {
    /// The part of a series that a key picked: a cell or a series.
    func take(_ series: Series, _ picked: Picked) -> Value {
        switch picked {
        case .one(let at): series.column[at]
        case .many(let rows, let index):
            .series(Series(series.column.gather(rows), index: index ?? series.index.gather(rows), name: series.name))
        case .all: .series(series)
        }
    }

    /// The part of a frame that two keys picked: a cell, a row or a column as a Series, or a frame.
    func take(_ frame: Frame, rows: Picked, columns: Picked) -> Value {
        switch (rows, columns) {
        case (.one(let row), .one(let column)): .series(frame.series(column)).cell(row)
        case (_, .one(let column)): take(frame.series(column), rows)
        // The row comes first: its cells take the type of all columns.
        case (.one(let row), .many(let positions, let labels)) where !frame.index.isMulti:
            .series(labels.map { Series(self.row(frame, row).column.gather(positions), index: $0, name: frame.index[row]) } ?? self.row(frame, row).gather(positions))
        case (.one(let row), _): .series(self.row(columnsOnly(frame, columns), row))
        case (.many, _), (.all, _): .frame(rowsOnly(columnsOnly(frame, columns), rows))
        }
    }

    private func columnsOnly(_ frame: Frame, _ columns: Picked) -> Frame {
        switch columns {
        case .one(let at): frame.select([at])
        case .many(let positions, let labels): labels.map { frame.select(positions).with(columns: $0) } ?? frame.select(positions)
        case .all: frame
        }
    }

    private func rowsOnly(_ frame: Frame, _ rows: Picked) -> Frame {
        switch rows {
        case .one(let at): frame.gather([at])
        case .many(let positions, let labels): labels.map { frame.gather(positions).with(index: $0) } ?? frame.gather(positions)
        case .all: frame
        }
    }

    /// One row as a Series: the columns' common type, as numpy finds it.
    func row(_ frame: Frame, _ at: Int) -> Series {
        let cells = (0..<frame.columnCount).map { frame.cell(row: at, column: $0) }
        let dtypes = (0..<frame.columnCount).map(frame.dtype)
        return Series(Interpreter.interleaved(cells, dtypes), index: frame.columns, name: frame.index[at])
    }

    /// Cells of columns with these types as one column of their common type.
    static func interleaved(_ cells: [Value], _ dtypes: [DType]) -> Column {
        guard let first = dtypes.first else { return .object([]) }
        if dtypes.allSatisfy({ $0 == first }), first != .object { return Column(values: cells) }
        if dtypes.allSatisfy({ $0 == .int64 || $0 == .float64 }) { return .float(cells.map { $0.number ?? .nan }) }
        return Column.objects(cells)
    }
}

extension Value {
    /// One cell of a series.
    fileprivate func cell(_ at: Int) -> Value { series.map { $0.column[at] } ?? .none }
}
