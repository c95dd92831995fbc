import Diagnostics
import Glibc
import Values

/// A numpy function of one number.
enum UnaryFunction {
    /// Any number gives a float.
    case float(String)
    /// An integer stays as it is, a float is made whole.
    case whole(String)
    /// A flag a number.
    case test(String)
    case magnitude, negative, positive, sign, square, not
}

extension Call where Receiver == NumpyModule {
    func unary(_ function: UnaryFunction) throws(Failure) -> Value {
        let value = try arguments.require("x")
        switch value {
        case .series(let series): return .series(series.with(try apply(function, series.column)))
        case .index(let index) where !index.isMulti: return .index(Index(try apply(function, index.column), name: index.name))
        case .array(let array): return .array(NDArray(try apply(function, array.column), shape: array.shape))
        case .frame(let frame): return .frame(try apply(function, frame))
        case .list, .tuple, .range:
            let array = try interpreter.numpyArray(value)
            return .array(NDArray(try apply(function, array.column), shape: array.shape))
        case .bool, .int, .float, .numpyBool, .numpyInt, .numpyFloat:
            return try apply(function, Column(values: [value]))[0]
        case .none, .text, .timestamp, .timedelta, .date, .time, .interval, .set, .dict, .slice, .iterator, .index, .groupBy, .accessor, .function,
            .type, .dtype, .module:
            return try applyToOther(function, value)
        }
    }

    /// A span of time has a magnitude and a sign; a value that numpy takes for an object has a truth.
    private func applyToOther(_ function: UnaryFunction, _ value: Value) throws(Failure) -> Value {
        switch (function, value) {
        case (.magnitude, .timedelta(let t)) where t != Column.missingTime: return .timedelta(Swift.abs(t))
        case (.not, .none), (.not, .text): return .bool(try !interpreter.truth(value))
        default: throw Interpreter.unsupportedUfunc(arguments.operation)
        }
    }

    private func apply(_ function: UnaryFunction, _ frame: Frame) throws(Failure) -> Frame {
        var columns: [Column] = []
        for column in frame.allColumns { columns.append(try apply(function, column)) }
        return Frame(columns, index: frame.index, columns: frame.columns)
    }

    private func apply(_ function: UnaryFunction, _ column: Column) throws(Failure) -> Column {
        try interpreter.charge(cells: column.count)
        try interpreter.charge(bytes: column.count &* 8)
        switch column {
        case .int(let cells): return try apply(function, cells)
        case .float(let cells): return try apply(function, cells)
        case .bool(let cells): return try apply(function, cells)
        case .timestamp(let cells), .timedelta(let cells): return try applyToTimes(function, cells, column)
        case .text, .object: return try applyToObjects(function, column)
        case .categorical: throw Failure(.typeError, "Object with dtype category cannot perform the numpy op")
        }
    }

    private func apply(_ function: UnaryFunction, _ cells: [Int]) throws(Failure) -> Column {
        switch function {
        case .float("reciprocal"): return .int(cells.map { $0 == 0 ? .min : 1 / $0 })
        case .float(let name):
            let body = try floatFunction(name)
            return .float(cells.map { body(Double($0)) })
        case .whole, .positive: return .int(cells)
        case .test(let name): return .bool(Array(repeating: name == "isfinite", count: cells.count))
        case .magnitude: return .int(cells.map { $0 == .min ? $0 : Swift.abs($0) })
        case .negative: return .int(cells.map { 0 &- $0 })
        case .sign: return .int(cells.map { $0.signum() })
        case .square: return .int(cells.map { $0 &* $0 })
        case .not: return .bool(cells.map { $0 == 0 })
        }
    }

    private func apply(_ function: UnaryFunction, _ cells: [Double]) throws(Failure) -> Column {
        switch function {
        case .float(let name): return .float(cells.map(try floatFunction(name)))
        case .whole("floor"): return .float(cells.map { $0.rounded(.down) })
        case .whole("ceil"): return .float(cells.map { $0.rounded(.up) })
        case .whole: return .float(cells.map { $0.rounded(.towardZero) })
        case .test("isfinite"): return .bool(cells.map(\.isFinite))
        case .test("isinf"): return .bool(cells.map(\.isInfinite))
        case .test: return .bool(cells.map(\.isNaN))
        case .magnitude: return .float(cells.map { Swift.abs($0) })
        case .negative: return .float(cells.map { -$0 })
        case .positive: return .float(cells)
        case .sign: return .float(cells.map { $0.isNaN ? .nan : $0 > 0 ? 1 : $0 < 0 ? -1 : 0 })
        case .square: return .float(cells.map { $0 * $0 })
        case .not: return .bool(cells.map { $0 == 0 })
        }
    }

    private func apply(_ function: UnaryFunction, _ cells: [Bool]) throws(Failure) -> Column {
        switch function {
        case .magnitude, .square, .whole: return .bool(cells)
        case .test(let name): return .bool(Array(repeating: name == "isfinite", count: cells.count))
        case .not: return .bool(cells.map { !$0 })
        case .negative: throw Failure(.typeError, "The numpy boolean negative, the `-` operator, is not supported, use the `~` operator")
        case .positive, .sign: throw Interpreter.unsupportedUfunc(arguments.operation)
        case .float: throw Failure(.unsupportedValue, "\(arguments.operation)() of bools gives half-precision floats, which are not supported")
        }
    }

    private func applyToTimes(_ function: UnaryFunction, _ cells: [Int], _ column: Column) throws(Failure) -> Column {
        switch (function, column) {
        case (.test("isnan"), _): return .bool(cells.map { $0 == Column.missingTime })
        case (.test("isfinite"), _): return .bool(cells.map { $0 != Column.missingTime })
        case (.magnitude, .timedelta): return .timedelta(cells.map { $0 == Column.missingTime ? $0 : Swift.abs($0) })
        default: throw Interpreter.unsupportedUfunc(arguments.operation)
        }
    }

    private func applyToObjects(_ function: UnaryFunction, _ column: Column) throws(Failure) -> Column {
        switch function {
        case .not:
            var flags: [Bool] = []
            for value in column.values { flags.append(try !interpreter.truth(value)) }
            return .bool(flags)
        case .test: throw Interpreter.unsupportedUfunc(arguments.operation)
        // numpy asks each object for its method, and none has none.
        case .float, .whole, .magnitude, .negative, .positive, .sign, .square:
            guard column.count == 0 else { throw Interpreter.unsupportedUfunc(arguments.operation) }
            return .object([])
        }
    }

    func floatFunction(_ name: String) throws(Failure) -> (Double) -> Double {
        switch name {
        case "arccos": { acos($0) }
        case "arcsin": { asin($0) }
        case "arctan": { atan($0) }
        case "cbrt": { Glibc.cbrt($0) }
        case "cos": { Glibc.cos($0) }
        case "degrees": { $0 * (180 / .pi) }
        case "exp": { Glibc.exp($0) }
        case "exp2": { Glibc.exp2($0) }
        case "expm1": { Glibc.expm1($0) }
        case "fabs": { Swift.abs($0) }
        case "log": { Glibc.log($0) }
        case "log10": { Glibc.log10($0) }
        case "log1p": { Glibc.log1p($0) }
        case "log2": { Glibc.log2($0) }
        case "radians": { $0 * (.pi / 180) }
        case "reciprocal": { 1 / $0 }
        case "rint": { $0.rounded(.toNearestOrEven) }
        case "sin": { Glibc.sin($0) }
        case "sqrt": { $0.squareRoot() }
        case "tan": { Glibc.tan($0) }
        case "tanh": { Glibc.tanh($0) }
        default: throw Failure(.internalFault, "no numpy function '\(name)'")
        }
    }
}

extension Interpreter {
    static func unsupportedUfunc(_ name: String) -> Failure {
        Failure(.typeError, "ufunc '\(name)' not supported for the input types")
    }
}
