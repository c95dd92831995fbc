import Diagnostics
import Kernels
import Values

// `pd.to_numeric` (`pandas.core.tools.numeric`, `lib.maybe_convert_numeric`).
extension Call where Receiver == NoReceiver {
    func toNumeric() throws(Failure) -> Value {
        let errors = try arguments.word("errors", default: "raise")
        guard ["raise", "coerce", "ignore"].contains(errors) else { throw Failure(.valueError, "invalid error value specified") }
        let value = try arguments.require("arg")
        switch value {
        case .series(let series): return .series(series.with(try numbers(series.column, errors)))
        case .index(let index): return .index(Index(try numbers(index.column, errors), name: index.name))
        case .array(let array):
            guard array.isFlat else { throw Failure(.typeError, "arg must be a list, tuple, 1-d array, or Series") }
            return .array(NDArray(try numbers(array.column, errors)))
        case .list, .tuple: return .array(NDArray(try numbers(.object(interpreter.iterate(value)), errors)))
        case .int, .float, .bool, .numpyInt, .numpyFloat, .numpyBool: return value
        case .none, .text: return try numbers(.object([value]), errors)[0]
        case .timestamp, .timedelta: return value
        case .date, .time, .set, .dict, .range, .slice, .iterator, .frame, .groupBy, .accessor, .function, .type, .dtype, .module:
            throw Failure(.typeError, "arg must be a list, tuple, 1-d array, or Series")
        }
    }

    private func numbers(_ column: Column, _ errors: String) throws(Failure) -> Column {
        switch column {
        case .bool, .int, .float: return column
        case .timestamp(let cells), .timedelta(let cells): return .int(cells)
        case .text, .object: break
        }
        try interpreter.charge(cells: column.count)
        do {
            return try converted(column, coerces: errors == "coerce")
        } catch {
            guard errors == "ignore", error.code == .valueError || error.code == .typeError else { throw error }
            return column
        }
    }

    /// Integers where all cells are, floats where some cell is missing or fractional, bools where all are.
    private func converted(_ column: Column, coerces: Bool) throws(Failure) -> Column {
        var floats: [Double] = []
        var integers: [Int] = []
        var isFloat = false
        floats.reserveCapacity(column.count)
        for row in 0..<column.count {
            switch try number(column[row], row, coerces) {
            case .integer(let whole, let float):
                integers.append(whole)
                floats.append(float)
            case .float(let float):
                isFloat = true
                floats.append(float)
            }
        }
        if isFloat { return .float(floats) }
        let isBool = column.count > 0 && column.values.allSatisfy { if case .bool = $0 { true } else { false } }
        return isBool ? .bool(integers.map { $0 != 0 }) : .int(integers)
    }

    private enum Number {
        case integer(Int, Double)
        case float(Double)
    }

    private func number(_ cell: Value, _ row: Int, _ coerces: Bool) throws(Failure) -> Number {
        switch cell {
        case .none: return .float(.nan)
        case .bool(let flag), .numpyBool(let flag): return .integer(flag ? 1 : 0, flag ? 1 : 0)
        case .int(let whole), .numpyInt(let whole): return .integer(whole, Double(whole))
        case .float(let x), .numpyFloat(let x): return .float(x)
        case .text(let text): return try number(text, row, coerces)
        case .list(let list) where list.items.isEmpty: return .float(.nan)
        case .tuple(let items) where items.isEmpty: return .float(.nan)
        case .timestamp, .timedelta, .date, .time, .list, .tuple, .set, .dict, .range, .slice, .iterator, .series, .frame, .index, .array,
            .groupBy, .accessor, .function, .type, .dtype, .module:
            guard coerces else { throw Failure(.typeError, "Invalid object type at position \(row)") }
            return .float(.nan)
        }
    }

    private func number(_ text: Text, _ row: Int, _ coerces: Bool) throws(Failure) -> Number {
        switch numericCell(text) {
        case .missing: return .float(.nan)
        case .int(let whole, let float): return .integer(whole, float)
        case .float(let float): return .float(float)
        case .unsigned: throw Failure(.unsupportedValue, "the integer \(Interpreter.brief(.text(text))) does not fit in 64 bits")
        case .outOfRange(let float):
            guard coerces else { throw Failure(.valueError, "Integer out of range. at position \(row)") }
            return .float(float)
        case .notNumeric:
            guard coerces else { throw Failure(.valueError, "Unable to parse string \"\(text.string.prefix(60))\" at position \(row)") }
            return .float(.nan)
        }
    }
}
