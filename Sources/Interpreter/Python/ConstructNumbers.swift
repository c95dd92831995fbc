import Diagnostics
import Kernels
import Values

// `int(x)`, `float(x)`, `np.int64(x)` …
extension Interpreter {
    func int(_ positional: [Value], _ keywords: [(String, Value)]) throws(Failure) -> Value {
        guard positional.count + keywords.count <= 2, keywords.allSatisfy({ $0.0 == "base" }) else {
            throw Failure(.wrongArguments, "int() was given arguments it does not take")
        }
        let base = keywords.first?.1 ?? (positional.count > 1 ? positional[1] : nil)
        guard let value = positional.first else {
            guard base == nil else { throw Failure(.typeError, "int() missing string argument") }
            return .int(0)
        }
        guard let base else { return .int(try int(value)) }
        guard case .text(let text) = value else { throw Failure(.typeError, "int() can't convert non-string with explicit base") }
        return .int(try int(text, base: index(base)))
    }

    /// `int(value)`
    func int(_ value: Value) throws(Failure) -> Int {
        switch value {
        case .bool(let b), .numpyBool(let b): return b ? 1 : 0
        case .int(let i), .numpyInt(let i): return i
        case .float(let x), .numpyFloat(let x): return try truncated(x)
        case .text(let text): return try int(text, base: 10)
        case .series(let series): return try int(single(series, "int"))
        case .array(let array) where array.shape.isEmpty && array.column.count == 1: return try int(array.column[0])
        case .none, .timestamp, .timedelta, .date, .time, .interval, .list, .tuple, .set, .dict, .range, .slice, .iterator, .frame, .index, .array,
            .groupBy, .accessor, .function, .type, .dtype, .module:
            throw Failure(.typeError, "int() argument must be a string, a bytes-like object or a real number, not '\(value.typeName)'")
        }
    }

    private func int(_ text: Text, base: Int) throws(Failure) -> Int {
        guard base == 0 || (2...36).contains(base) else { throw Failure(.valueError, "int() base must be >= 2 and <= 36, or 0") }
        switch pythonInt(text, base: base) {
        case .value(let i): return i
        case .tooLarge: throw beyond64Bits
        case .invalid:
            throw Failure(.valueError, "invalid literal for int() with base \(base): \(Interpreter.brief(.text(text)))")
        }
    }

    var beyond64Bits: Failure { Failure(.unsupportedValue, "an integer beyond 64 bits is not supported") }

    /// Towards zero.
    func truncated(_ x: Double) throws(Failure) -> Int {
        if x.isNaN { throw Failure(.valueError, "cannot convert float NaN to integer") }
        if x.isInfinite { throw Failure(.overflow, "cannot convert float infinity to integer") }
        guard let whole = Int(exactly: x.rounded(.towardZero)) else { throw beyond64Bits }
        return whole
    }

    /// The one cell of a Series that Python takes for a number.
    private func single(_ series: Series, _ name: String) throws(Failure) -> Value {
        guard series.count == 1 else { throw Failure(.typeError, "cannot convert the series to <class '\(name)'>") }
        return series.column[0]
    }

    func float(_ value: Value?) throws(Failure) -> Double {
        guard let value else { return 0 }
        switch value {
        case .bool, .numpyBool, .int, .numpyInt, .numpyFloat, .float: return value.number ?? .nan
        case .text(let text): return try float(text)
        case .series(let series): return try float(single(series, "float"))
        case .array(let array) where array.shape.isEmpty && array.column.count == 1: return try float(array.column[0])
        case .none, .timestamp, .timedelta, .date, .time, .interval, .list, .tuple, .set, .dict, .range, .slice, .iterator, .frame, .index, .array,
            .groupBy, .accessor, .function, .type, .dtype, .module:
            throw Failure(.typeError, "float() argument must be a string or a real number, not '\(value.typeName)'")
        }
    }

    private func float(_ text: Text) throws(Failure) -> Double {
        guard let x = pythonFloat(text) else {
            throw Failure(.valueError, "could not convert string to float: \(Interpreter.brief(.text(text)))")
        }
        return x.asObject
    }

    /// `np.int64(x)`, `np.float64(x)`, `np.bool_(x)`: a column or a list gives an array.
    func numpyScalar(_ type: PythonType, _ value: Value?) throws(Failure) -> Value {
        if let value, isSequence(value) { throw Failure(.unsupportedOperation, "'\(type.rawValue)' of a \(value.typeName) is not supported") }
        switch type {
        case .numpyInt: return .numpyInt(try value.map { value throws(Failure) in try int(value) } ?? 0)
        case .numpyFloat:
            if case .none? = value { return .numpyFloat(.nan) }
            return .numpyFloat(try float(value))
        default: return .numpyBool(try value.map { value throws(Failure) in try truth(value) } ?? false)
        }
    }

    private func isSequence(_ value: Value) -> Bool {
        switch value {
        case .list, .tuple, .series, .frame, .index, .array, .range, .iterator, .set, .dict: true
        case .none, .bool, .int, .float, .text, .numpyBool, .numpyInt, .numpyFloat, .timestamp, .timedelta, .date, .time, .interval, .slice,
            .groupBy, .accessor, .function, .type, .dtype, .module:
            false
        }
    }
}
