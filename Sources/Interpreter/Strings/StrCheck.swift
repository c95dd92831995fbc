import Diagnostics
import Values

extension Interpreter {
    /// pandas' check behind `.str`: the cells must be texts, or a mixture that holds some.
    func requireText(_ value: Value) throws(Failure) {
        switch value {
        case .series(let series): try requireText(series.column)
        case .index(let index):
            guard !index.isMulti else { throw Failure(.attributeError, "Can only use .str accessor with Index, not MultiIndex") }
            if case .range = index.labels { throw Interpreter.notText }
            try requireText(index.column)
        default: throw Interpreter.notText
        }
    }

    private static let notText = Failure(.attributeError, "Can only use .str accessor with string values!")

    private func requireText(_ column: Column) throws(Failure) {
        switch column {
        case .text: return
        case .object(let cells):
            try charge(cells: cells.count)
            guard Interpreter.mayHoldText(cells) else { throw Interpreter.notText }
        case .categorical(let cells): try requireText(cells.categories.labels)
        case .bool, .int, .float, .timestamp, .timedelta: throw Interpreter.notText
        }
    }

    /// Whether `infer_dtype` calls the cells string, empty, mixed or mixed-integer: not all of one other type.
    private static func mayHoldText(_ cells: [Value]) -> Bool {
        let kinds = Set(cells.filter { !$0.isMissing }.map(ScalarKind.init))
        if kinds.isEmpty { return true }
        if kinds.count == 1, let only = kinds.first { return only == .text || only == .other }
        return kinds != [.int, .float]
    }

    private enum ScalarKind {
        case int, float, bool, text, timestamp, timedelta, date, time, other

        init(_ value: Value) {
            switch value {
            case .int, .numpyInt: self = .int
            case .float, .numpyFloat: self = .float
            case .bool, .numpyBool: self = .bool
            case .text: self = .text
            case .timestamp: self = .timestamp
            case .timedelta: self = .timedelta
            case .date: self = .date
            case .time: self = .time
            case .none, .interval, .list, .tuple, .set, .dict, .range, .slice, .iterator, .series, .frame, .index, .array, .groupBy, .accessor,
                .function, .type, .dtype, .module:
                self = .other
            }
        }
    }

    /// pandas' check behind `.dt`: only columns of times have it, not objects that happen to be times.
    func requireTimes(_ value: Value) throws(Failure) {
        guard case .series(let series) = value else { throw Interpreter.notTimes }
        switch series.column {
        case .timestamp, .timedelta: return
        case .bool, .int, .float, .text, .object, .categorical: throw Interpreter.notTimes
        }
    }

    private static let notTimes = Failure(.attributeError, "Can only use .dt accessor with datetimelike values")
}
