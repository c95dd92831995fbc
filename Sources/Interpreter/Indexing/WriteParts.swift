import Diagnostics
import Values

// A value written into several columns, as one value a column.
extension Interpreter {
    /// What `frame[labels] = value` puts into each column (`DataFrame._setitem_array`).
    func parts(of value: Value, count: Int) throws(Failure) -> [Value] {
        let parts: [Value]
        switch value {
        case .frame(let frame): parts = (0..<frame.columnCount).map { .series(frame.series($0)) }
        case .array(let array) where !array.isFlat: parts = try columns(of: array)
        default:
            guard let items = try listed(value) ?? value.tuple else { return Array(repeating: value, count: count) }
            parts = value.series == nil ? try columns(ofRows: items) ?? items : items
        }
        guard parts.count == count else { throw Failure(.valueError, "Columns must be same length as key") }
        return parts
    }

    /// What `frame.loc[rows, columns] = value` puts into the cells of each column; nil for the same value in all of them.
    func cellParts(of value: Value, for frame: Frame, _ columns: [Int]) throws(Failure) -> [Value]? {
        switch value {
        case .frame(let other):
            return columns.map { at in other.columns.position(of: frame.columns[at]).map { .series(other.series($0)) } ?? .float(.nan) }
        case .array(let array) where !array.isFlat: return try self.columns(of: array)
        default:
            guard columns.count > 1, let items = value.list?.items ?? value.tuple ?? value.array?.column.values else { return nil }
            return try self.columns(ofRows: items) ?? items
        }
    }

    private func columns(of array: NDArray) throws(Failure) -> [Value] {
        guard array.shape.count == 2 else { throw Failure(.valueError, "an array of two dimensions is needed") }
        let (rows, width) = (array.shape[0], array.shape[1])
        try charge(items: array.column.count)
        return (0..<width).map { at in .array(NDArray(array.column.gather((0..<rows).map { $0 * width + at }))) }
    }

    /// A list of rows turned: a list a column. Nil where the items are no lists.
    private func columns(ofRows items: [Value]) throws(Failure) -> [Value]? {
        let rows = items.compactMap { $0.list?.items ?? $0.tuple ?? ($0.array?.isFlat == true ? $0.array?.column.values : nil) }
        guard let width = rows.first?.count, rows.count == items.count else { return nil }
        guard rows.allSatisfy({ $0.count == width }) else {
            throw Failure(.valueError, "setting an array element with a sequence. The requested array has an inhomogeneous shape")
        }
        try charge(rows: rows.count, columns: width)
        return (0..<width).map { at in .list(rows.map { $0[at] }) }
    }
}
