import Diagnostics
import Values

// `x.loc[label] = …` where there is no such row: pandas adds it at the end ("setting with enlargement").
extension Interpreter {
    /// Whether a key is one label, and none of this axis.
    func isAbsent(_ key: Value, from index: Index) throws(Failure) -> Bool {
        switch key {
        case .bool, .int, .float, .text, .numpyBool, .numpyInt, .numpyFloat, .timestamp, .timedelta, .date: index.position(of: key) == nil && !index.isMulti
        case .none, .time, .interval, .list, .tuple, .set, .dict, .range, .slice, .iterator, .series, .frame, .index, .array, .groupBy, .accessor,
            .function, .type, .dtype, .module:
            false
        }
    }

    /// A row more: a sequence in the order of the columns, a Series or a dict by their names, or one value for all of them.
    func enlarged(_ frame: Frame, _ label: Value, _ value: Value) throws(Failure) -> Frame {
        let cells = try rowCells(of: value, for: frame.columns)
        let index = Index(Column(values: [label])).renamed(frame.index.names)
        let row = Frame(cells.map { Column(values: [$0]) }, index: index, columns: frame.columns)
        guard frame.rowCount > 0 else { return row }
        guard case .frame(let longer) = try concatenate([.frame(frame), .frame(row)], ConcatRequest()) else { return frame }
        return longer
    }

    private func rowCells(of value: Value, for columns: Index) throws(Failure) -> [Value] {
        switch value {
        case .series(let series):
            let places = columns.values.map(series.index.position(of:))
            return places.map { $0.map { series.column[$0] } ?? .float(.nan) }
        case .dict(let dict): return columns.values.map { dict[$0] ?? .float(.nan) }
        default: break
        }
        guard let items = try listed(value) ?? value.tuple else { return Array(repeating: value, count: columns.count) }
        guard items.count == columns.count else { throw Failure(.valueError, "cannot set a row with mismatched columns") }
        return items
    }

    /// A cell more.
    func enlarged(_ series: Series, _ label: Value, _ value: Value) throws(Failure) -> Series {
        let typed = Column(values: [value])
        let mixes = typed.dtype != series.column.dtype && (typed.dtype == .bool || series.column.dtype == .bool)
        let cell = Series(mixes ? typed.asObject : typed, index: Index(Column(values: [label])).renamed(series.index.names), name: series.name)
        guard series.count > 0 else { return cell }
        guard case .series(let longer) = try concatenate([.series(series), .series(cell)], ConcatRequest()) else { return series }
        return longer
    }
}

extension Frame {
    /// The rows named, -1 being a gap, and a label for the row added at the end.
    func taking(_ rows: [Int], adding label: Value) -> Frame {
        let labels = Index.of(index.values + [label], names: index.names)
        return Frame(allColumns.map { $0.gatherWithGaps(rows) }, index: labels, columns: columns)
    }
}
