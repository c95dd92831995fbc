import Diagnostics
import Values

// What a frame is: its shape, labels and types.
extension Call where Receiver == Frame {
    func shape() -> Value { .tuple([.int(receiver.rowCount), .int(receiver.columnCount)]) }

    /// numpy's count of cells, a numpy integer.
    func size() -> Value { .int(receiver.rowCount * receiver.columnCount) }

    func empty() -> Value { .bool(receiver.rowCount == 0 || receiver.columnCount == 0) }

    func axes() -> Value { .list([.index(receiver.index), .index(receiver.columns)]) }

    func dtypes() -> Value {
        let types = (0..<receiver.columnCount).map { Value.dtype(receiver.dtype($0)) }
        return .series(Series(.object(types), index: receiver.columns))
    }

    func values() throws(Failure) -> Value {
        try interpreter.charge(bytes: receiver.rowCount.multipliedReportingOverflow(by: max(receiver.columnCount, 1) * 24).partialValue)
        let rows = FrameRows(receiver)
        return .array(NDArray(interleaved(rows), shape: [receiver.rowCount, receiver.columnCount]))
    }

    /// The cells row by row.
    private func interleaved(_ rows: FrameRows) -> Column {
        let parts = (0..<receiver.rowCount).map { rows[$0] }
        switch rows.type {
        case .bool: return .bool(parts.flatMap(\.flags))
        case .int64: return .int(parts.flatMap(\.integers))
        case .float64: return .float(parts.flatMap { $0.doubles ?? [] })
        case .datetime: return .timestamp(parts.flatMap(\.integers))
        case .timedelta: return .timedelta(parts.flatMap(\.integers))
        case .object, .category: return .object(parts.flatMap(\.values))
        }
    }

    func transpose() throws(Failure) -> Value { .frame(try interpreter.transposed(receiver)) }

    func toNumpy() throws(Failure) -> Value {
        guard case .array(let array) = try values() else { throw Failure(.internalFault, "'values' gives an array") }
        guard let type = arguments.given("dtype") else { return .array(array) }
        let converted = try interpreter.column("astype", Series(array.column), [type])
        return .array(NDArray(converted, shape: array.shape))
    }

    func equals() throws(Failure) -> Value {
        guard case .frame(let other) = try arguments.require("other") else { return .bool(false) }
        guard other.columnCount == receiver.columnCount, receiver.index.equals(other.index), receiver.columns.equals(other.columns) else {
            return .bool(false)
        }
        for at in 0..<receiver.columnCount {
            guard receiver.dtype(at) == other.dtype(at), sameCells(receiver.column(at), other.column(at)) else { return .bool(false) }
        }
        return .bool(true)
    }

    private func sameCells(_ a: Column, _ b: Column) -> Bool {
        (0..<a.count).allSatisfy { HashKey(a[$0]) == HashKey(b[$0]) }
    }
}

extension Interpreter {
    /// Rows and columns swapped; every column of the result has the type that holds all cells.
    func transposed(_ frame: Frame) throws(Failure) -> Frame {
        try charge(bytes: frame.rowCount.multipliedReportingOverflow(by: max(frame.columnCount, 1) * 24).partialValue)
        let rows = FrameRows(frame)
        return Frame((0..<frame.rowCount).map { rows[$0] }, index: frame.columns, columns: frame.index)
    }
}
