import Diagnostics
import Kernels
import Values

// `pd.to_numeric`.
extension Call where Receiver == NoReceiver {
    /// Numbers of a Series, an index, a list, an array or one cell (`pandas.core.tools.numeric.to_numeric`).
    func toNumeric() throws(Failure) -> Value {
        let isDowncast = try downcastsToIntegers()
        let failures = try numericFailures()
        let arg = try arguments.require("arg")
        switch arg {
        case .bool, .int, .float, .numpyBool, .numpyInt, .numpyFloat: return arg
        case .series(let series):
            let column = try numbers(series.column, failures)
            return .series(series.with(isDowncast ? column.asIntegers : column))
        case .index(let index): return .index(Index(.column(try numbers(index.column, failures)), names: index.names))
        case .list(let list): return .array(NDArray(try numbers(.object(list.items), failures)))
        case .tuple(let tuple): return .array(NDArray(try numbers(.object(tuple.items), failures)))
        case .array(let array):
            guard array.isFlat else { throw noCells }
            return .array(NDArray(try numbers(array.column, failures)))
        case .none, .text, .timestamp, .timedelta, .date, .time, .interval:
            let cell: Column = try numbers(.object([arg]), failures)
            return failures == .ignore && cell.dtype == .object ? arg : cell[0]
        case .set, .dict, .range, .slice, .iterator, .frame, .groupBy, .accessor, .function, .type, .dtype, .module: throw noCells
        }
    }

    /// Smaller integers hold the same numbers; smaller floats would not.
    private func downcastsToIntegers() throws(Failure) -> Bool {
        guard arguments.given("downcast") != nil else { return false }
        let word = try arguments.word("downcast", default: "")
        guard word == "integer" || word == "signed" || word == "unsigned" else {
            throw Failure(.unsupportedArgument, "downcast='\(word)' of to_numeric() is not supported")
        }
        return true
    }

    private func numericFailures() throws(Failure) -> NumericColumn.Failures {
        let word = try arguments.word("errors", default: "raise")
        guard let failures = NumericColumn.Failures(rawValue: word) else { throw Failure(.valueError, "invalid error value specified") }
        return failures
    }

    private var noCells: Failure { Failure(.typeError, "arg must be a list, tuple, 1-d array, or Series") }

    private func numbers(_ column: Column, _ failures: NumericColumn.Failures) throws(Failure) -> Column {
        try interpreter.charge(cells: column.count * 2)
        switch column {
        case .bool, .int, .float: return column
        case .timestamp(let cells), .timedelta(let cells): return .int(cells)
        case .categorical(let cells): return try self.numbers(cells.decoded, failures)
        case .text, .object: break
        }
        var numbers = NumericColumn(failures)
        do {
            for row in 0..<column.count { try numbers.append(column[row], row: row) }
            return try numbers.finish()
        } catch {
            guard failures == .ignore, error.code.phase == .running else { throw error }
            return column
        }
    }
}

/// Numbers out of mixed cells: int64 where all are integers, else float64; bools stay bools among themselves
/// (`lib.maybe_convert_numeric`).
struct NumericColumn {
    /// What `errors=` asks for.
    enum Failures: String { case raise, coerce, ignore }

    private let failures: Failures
    private var ints: [Int] = []
    private var floats: [Double] = []
    private var hasInt = false
    private var hasBool = false
    private var hasFloat = false
    private var hasGap = false
    private var hasNegative = false
    private var hasUnsigned = false

    init(_ failures: Failures) { self.failures = failures }

    mutating func append(_ cell: Value, row: Int) throws(Failure) {
        switch cell {
        case .text(let text): try append(numericCell(text), text, row: row)
        case .int(let value), .numpyInt(let value): append(int: value, float: Double(value))
        case .bool(let flag), .numpyBool(let flag):
            hasBool = true
            append(flag ? 1 : 0, flag ? 1 : 0)
        case .float(let value), .numpyFloat(let value): append(float: value)
        case .none: appendGap()
        case .list(let list) where list.items.isEmpty: appendGap()
        case .timestamp, .timedelta, .date, .time, .interval, .list, .tuple, .set, .dict, .range, .slice, .iterator, .series, .frame, .index, .array,
            .groupBy, .accessor, .function, .type, .dtype, .module:
            try refuse(Failure(.typeError, "Invalid object type at position \(row)"))
        }
    }

    private mutating func append(_ cell: NumericCell, _ text: Text, row: Int) throws(Failure) {
        switch cell {
        case .missing: appendGap()
        case .int(let int, let float): append(int: int, float: float)
        case .float(let float): append(float: float)
        case .unsigned(_, let float):
            hasUnsigned = true
            append(0, float)
        case .outOfRange(let float):
            guard failures == .coerce else { throw Failure(.valueError, "Integer out of range. at position \(row)") }
            append(float: float)
        case .notNumeric: try refuse(Failure(.valueError, "Unable to parse string \"\(String(text.string.prefix(60)))\" at position \(row)"))
        }
    }

    /// A cell that is no number: an error, or a gap under `errors='coerce'`.
    private mutating func refuse(_ failure: Failure) throws(Failure) {
        guard failures == .coerce else { throw failure }
        appendGap()
    }

    private mutating func append(int: Int, float: Double) {
        hasInt = true
        hasNegative = hasNegative || int < 0
        append(int, float)
    }

    private mutating func append(float: Double) {
        if float.isNaN { hasGap = true } else { hasFloat = true }
        append(0, float)
    }

    private mutating func appendGap() {
        hasGap = true
        append(0, .nan)
    }

    private mutating func append(_ int: Int, _ float: Double) {
        ints.append(int)
        floats.append(float)
    }

    /// - Throws: `unsupportedValue` where pandas makes a uint64 column.
    func finish() throws(Failure) -> Column {
        let conflict = hasGap || hasNegative
        if hasUnsigned, conflict ? failures != .coerce : !hasFloat {
            throw Failure(.unsupportedValue, "an integer that needs 64 bits without a sign is not supported")
        }
        if hasFloat || hasGap || hasUnsigned { return .float(floats) }
        if hasInt || !hasBool { return .int(ints) }
        return .bool(ints.map { $0 == 1 })
    }
}

extension Column {
    /// Floats that are all integers as integers; anything else as it is.
    fileprivate var asIntegers: Column {
        guard case .float(let cells) = self else { return self }
        let whole = cells.compactMap { Int(exactly: $0) }
        return whole.count == cells.count ? .int(whole) : self
    }
}
