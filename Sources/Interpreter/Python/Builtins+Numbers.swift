import Catalog
import Diagnostics
import Kernels
import Values

// `abs` and `round`.
extension Call where Receiver == Builtins {
    func magnitude() throws(Failure) -> Value {
        let value = try arguments.require("number")
        switch value {
        case .bool(let b): return .int(b ? 1 : 0)
        case .int(let i):
            guard i != .min else { throw Failure(.unsupportedValue, "an integer beyond 64 bits is not supported") }
            return .int(Swift.abs(i))
        case .float(let x): return .float(Swift.abs(x))
        case .numpyBool: return value
        case .numpyInt(let i): return .numpyInt(i == .min ? i : Swift.abs(i))
        case .numpyFloat(let x): return .numpyFloat(Swift.abs(x))
        case .timedelta(let t) where t != Column.missingTime: return .timedelta(Swift.abs(t))
        case .series, .frame: return try interpreter.invoke("abs", on: value)
        case .index(let index) where !index.isMulti: return .index(Index(try magnitudes(index.column), name: index.name))
        case .array(let array): return .array(NDArray(try magnitudes(array.column), shape: array.shape))
        case .none, .text, .timestamp, .timedelta, .date, .time, .interval, .list, .tuple, .set, .dict, .range, .slice, .iterator, .index,
            .groupBy, .accessor, .function, .type, .dtype, .module:
            throw Failure(.typeError, "bad operand type for abs(): '\(value.typeName)'")
        }
    }

    private func magnitudes(_ column: Column) throws(Failure) -> Column {
        try interpreter.charge(cells: column.count)
        switch column {
        case .bool: return column
        case .int(let cells): return .int(cells.map { $0 == .min ? $0 : Swift.abs($0) })
        case .float(let cells): return .float(cells.map { Swift.abs($0) })
        case .timedelta(let cells): return .timedelta(cells.map { $0 == Column.missingTime ? $0 : Swift.abs($0) })
        case .text, .object, .timestamp, .categorical: throw Failure(.typeError, "bad operand type for abs(): 'str'")
        }
    }

    func round() throws(Failure) -> Value {
        let value = try arguments.require("number")
        let digits = try arguments.given("ndigits").map { value throws(Failure) in try interpreter.index(value) }
        switch value {
        case .bool(let b): return .int(try Rounding.python(b ? 1 : 0, digits: digits ?? 0))
        case .int(let i): return .int(try Rounding.python(i, digits: digits ?? 0))
        case .float(let x):
            guard let digits else { return .int(try Rounding.python(x)) }
            return .float(try Rounding.python(x, digits: digits))
        case .numpyInt(let i): return digits == nil ? .int(i) : .numpyInt(try Rounding.python(i, digits: digits ?? 0))
        case .numpyFloat(let x):
            guard let digits else { return .int(try Rounding.python(x)) }
            return .numpyFloat(Rounding.numpy(x, decimals: digits))
        case .series, .frame: return try interpreter.invoke("round", on: value, [.int(digits ?? 0)])
        case .none, .text, .numpyBool, .timestamp, .timedelta, .date, .time, .interval, .list, .tuple, .set, .dict, .range, .slice, .iterator,
            .index, .array, .groupBy, .accessor, .function, .type, .dtype, .module:
            throw Failure(.typeError, "type \(value.typeName) doesn't define __round__ method")
        }
    }
}
