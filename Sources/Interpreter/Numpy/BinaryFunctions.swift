import Diagnostics
import Glibc
import Plan
import Values

/// A numpy function of two numbers that Python has no operator for.
enum PairedFunction {
    case float(String)
    case logical(String)
    case extreme(Extreme, skipsNaN: Bool)
}

extension Call where Receiver == NumpyModule {
    /// An operand as numpy takes it: lists as arrays, numbers as its own scalars.
    private func operand(_ name: StaticString) throws(Failure) -> Value {
        let value = try arguments.require(name)
        switch value {
        case .list, .tuple, .range: return .array(try interpreter.numpyArray(value))
        case .text, .none, .set, .dict: throw Interpreter.unsupportedUfunc(arguments.operation)
        default: return value.asNumpy
        }
    }

    func binary(_ symbol: BinaryOperator) throws(Failure) -> Value {
        try interpreter.binary(symbol, operand("x1"), operand("x2"))
    }

    func compared(_ symbol: ComparisonOperator) throws(Failure) -> Value {
        let (a, b) = (try arguments.require("x1"), try arguments.require("x2"))
        let result = try interpreter.compare(symbol, isText(a) ? a : operand("x1"), isText(b) ? b : operand("x2"))
        return result.asNumpy
    }

    private func isText(_ value: Value) -> Bool { if case .text = value { true } else { false } }

    /// Functions without an operator, elementwise over columns of one length or one scalar.
    func paired(_ function: PairedFunction) throws(Failure) -> Value {
        let (a, b) = (try operand("x1"), try operand("x2"))
        switch (a, b) {
        case (.frame, _), (_, .frame): throw Failure(.unsupportedOperation, "\(arguments.operation)() of a DataFrame is not supported")
        case (.series(let x), .series(let y)):
            guard x.index.equals(y.index) else {
                throw Failure(.unsupportedOperation, "\(arguments.operation)() of Series with different labels is not supported")
            }
            let name = HashKey(x.name) == HashKey(y.name) ? x.name : .none
            return .series(Series(try paired(function, .cells(x.column), .cells(y.column)), index: x.index, name: name))
        case (.series(let x), _): return .series(x.with(try paired(function, .cells(x.column), numericSide(b))))
        case (_, .series(let y)): return .series(y.with(try paired(function, numericSide(a), .cells(y.column))))
        case (.array(let x), .array(let y)) where x.shape == y.shape:
            return .array(NDArray(try paired(function, .cells(x.column), .cells(y.column)), shape: x.shape))
        case (.array(let x), _): return .array(NDArray(try paired(function, .cells(x.column), numericSide(b)), shape: x.shape))
        case (_, .array(let y)): return .array(NDArray(try paired(function, numericSide(a), .cells(y.column)), shape: y.shape))
        default: return try paired(function, numericSide(a), numericSide(b))[0]
        }
    }

    private func numericSide(_ value: Value) throws(Failure) -> PromotionSide {
        switch value {
        case .numpyBool, .numpyInt, .numpyFloat: return .scalar(value)
        case .array(let array) where array.isFlat: return .cells(array.column)
        case .index(let index) where !index.isMulti: return .cells(index.column)
        default: throw Interpreter.unsupportedUfunc(arguments.operation)
        }
    }

    private func paired(_ function: PairedFunction, _ a: PromotionSide, _ b: PromotionSide) throws(Failure) -> Column {
        let rows = max(a.count ?? 1, b.count ?? 1)
        guard (a.count ?? rows) == rows || a.count == 1, (b.count ?? rows) == rows || b.count == 1 else {
            throw Failure(.valueError, "operands could not be broadcast together with shapes (\(a.count ?? 1),) (\(b.count ?? 1),)")
        }
        try interpreter.charge(cells: rows)
        try interpreter.charge(bytes: rows &* 8)
        let kind = try Promotion([a, b]).kind()
        guard kind == .bool || kind == .int || kind == .float else { throw Interpreter.unsupportedUfunc(arguments.operation) }
        switch function {
        case .logical(let name): return .bool((0..<rows).map { logical(name, a[$0].number != 0, b[$0].number != 0) })
        case .float(let name):
            if name == "fmod", kind == .int { return .int((0..<rows).map { remainder(a[$0].integer ?? 0, b[$0].integer ?? 0) }) }
            let body = try pairedFunction(name)
            return .float((0..<rows).map { body(a[$0].number ?? .nan, b[$0].number ?? .nan) })
        case .extreme(let which, let skipsNaN): return extreme(which, skipsNaN, kind, rows, a, b)
        }
    }

    private func remainder(_ a: Int, _ b: Int) -> Int { b == 0 || b == -1 ? 0 : a % b }

    private func logical(_ name: String, _ a: Bool, _ b: Bool) -> Bool {
        switch name {
        case "and": a && b
        case "or": a || b
        default: a != b
        }
    }

    private func extreme(_ which: Extreme, _ skipsNaN: Bool, _ kind: Promotion.Kind, _ rows: Int, _ a: PromotionSide, _ b: PromotionSide) -> Column {
        if kind == .float {
            return .float((0..<rows).map { extreme(which, skipsNaN, a[$0].number ?? .nan, b[$0].number ?? .nan) })
        }
        let whole = (0..<rows).map { row in
            let (x, y) = (a[row].integer ?? 0, b[row].integer ?? 0)
            return which == .max ? max(x, y) : min(x, y)
        }
        return kind == .bool ? .bool(whole.map { $0 == 1 }) : .int(whole)
    }

    private func extreme(_ which: Extreme, _ skipsNaN: Bool, _ x: Double, _ y: Double) -> Double {
        if x.isNaN { return skipsNaN ? y : x }
        if y.isNaN { return skipsNaN ? x : y }
        return which == .max ? max(x, y) : min(x, y)
    }

    private func pairedFunction(_ name: String) throws(Failure) -> (Double, Double) -> Double {
        switch name {
        case "arctan2": { atan2($0, $1) }
        case "fmod": { Glibc.fmod($0, $1) }
        case "hypot": { Glibc.hypot($0, $1) }
        case "power": { Glibc.pow($0, $1) }
        default: throw Failure(.internalFault, "no numpy function '\(name)'")
        }
    }
}
