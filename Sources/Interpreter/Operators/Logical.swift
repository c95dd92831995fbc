import Diagnostics
import Plan
import Values

/// `&`, `|` and `^` on columns as pandas' `logical_op` does them.
///
/// Two integer sides are bitwise. Otherwise the result is bool: beside a bool column the other side becomes its truth values, a gap counts
/// as False, and what numpy refuses is tried cell by cell on objects.
struct Logical {
    let symbol: BinaryOperator
    let rows: Int
    let interpreter: Interpreter

    func apply(_ left: Column, _ right: Operand) throws(Failure) -> Column {
        try interpreter.charge(cells: rows)
        switch right {
        case .column(let column): return try columns(left, column)
        case .scalar(let value): return try scalar(left, value)
        }
    }

    private func columns(_ left: Column, _ right: Column) throws(Failure) -> Column {
        switch (left, right) {
        case (.bool(let a), .bool(let b)): return .bool(combine(rows, .many(a), .many(b), logic))
        case (.int(let a), .int(let b)): return .int(combine(rows, .many(a), .many(b), bitwise))
        case (.bool(let a), .int(let b)): return .bool(combine(rows, .many(a), .many(b)) { bitwise($0 ? 1 : 0, $1) != 0 })
        case (.int(let a), .bool(let b)): return .bool(combine(rows, .many(a), .many(b)) { bitwise($0, $1 ? 1 : 0) != 0 })
        case (.bool(let a), .float), (.bool(let a), .text), (.bool(let a), .object):
            return .bool(combine(rows, .many(a), .many(try truths(right)), logic))
        case (.timestamp, _), (.timedelta, _), (.categorical, _), (_, .timestamp), (_, .timedelta), (_, .categorical):
            throw Failure(.typeError, "unsupported operand type(s) for \(symbol.rawValue): '\(left.dtype.rawValue)' and '\(right.dtype.rawValue)'")
        case (.float, _), (.text, _), (.object, _), (_, .float), (_, .text), (_, .object):
            return try filled(cells(left, right: right))
        }
    }

    /// A column as numpy's `astype(bool)` reads it, gaps first made False.
    private func truths(_ column: Column) throws(Failure) -> [Bool] {
        var out: [Bool] = []
        out.reserveCapacity(rows)
        for row in 0..<rows { out.append(column.isMissing(row) ? false : try Interpreter.truth(column[row])) }
        return out
    }

    private func logic(_ a: Bool, _ b: Bool) -> Bool {
        switch symbol {
        case .bitAnd: a && b
        case .bitOr: a || b
        case .bitXor, .add, .subtract, .multiply, .divide, .floorDivide, .modulo, .power, .shiftLeft, .shiftRight, .matrixMultiply: a != b
        }
    }

    private func bitwise(_ a: Int, _ b: Int) -> Int {
        switch symbol {
        case .bitAnd: a & b
        case .bitOr: a | b
        case .bitXor, .add, .subtract, .multiply, .divide, .floorDivide, .modulo, .power, .shiftLeft, .shiftRight, .matrixMultiply: a ^ b
        }
    }

    /// Cell by cell on objects: a gap on the left stays, one on the right counts as False.
    private func cells(_ left: Column, right: Column) throws(Failure) -> [Value] {
        var out: [Value] = []
        for row in 0..<rows {
            let (x, y) = (left[row].asPython, right[row].asPython)
            out.append(x.isMissing ? x : try Scalars.binary(symbol, x, y.isMissing ? .bool(false) : y, interpreter))
        }
        return out
    }

    /// Gaps become False, the rest its truth.
    private func filled(_ values: [Value]) throws(Failure) -> Column {
        var flags: [Bool] = []
        flags.reserveCapacity(values.count)
        for value in values { flags.append(value.isMissing ? false : try Interpreter.truth(value)) }
        return .bool(flags)
    }

    private func scalar(_ left: Column, _ value: Value) throws(Failure) -> Column {
        switch (left, value) {
        case (.bool(let a), .bool(let b)), (.bool(let a), .numpyBool(let b)): return .bool(a.map { logic($0, b) })
        case (.bool(let a), .int(let b)), (.bool(let a), .numpyInt(let b)): return .bool(a.map { bitwise($0 ? 1 : 0, b) != 0 })
        case (.int(let a), .int(let b)), (.int(let a), .numpyInt(let b)): return .int(a.map { bitwise($0, b) })
        case (.int(let a), .bool(let b)), (.int(let a), .numpyBool(let b)): return .bool(a.map { bitwise($0, b ? 1 : 0) != 0 })
        case (.text, _), (.object, _): return try objects(left, value)
        case (.bool, _), (.int, _), (.float, _), (.timestamp, _), (.timedelta, _), (.categorical, _): throw refusal(left, value)
        }
    }

    /// Python's operator on every cell; where that raises, once more with the scalar's truth, gaps left alone.
    private func objects(_ left: Column, _ value: Value) throws(Failure) -> Column {
        do {
            var out: [Value] = []
            for row in 0..<rows { out.append(try Scalars.binary(symbol, left[row].asPython, value, interpreter)) }
            return try filled(out)
        } catch {
            guard error.code == .typeError else { throw error }
        }
        guard !value.isMissing else { return try filled(Array(repeating: value, count: rows)) }
        let truth = Value.bool(try Interpreter.truth(value))
        var out: [Value] = []
        for row in 0..<rows {
            let cell = left[row].asPython
            guard !cell.isMissing else {
                out.append(cell)
                continue
            }
            do {
                out.append(try Scalars.binary(symbol, cell, truth, interpreter))
            } catch {
                throw refusal(left, value)
            }
        }
        return try filled(out)
    }

    private func refusal(_ left: Column, _ value: Value) -> Failure {
        Failure(
            .typeError, "cannot perform '\(symbol.rawValue)' with a dtyped [\(left.dtype.rawValue)] array and scalar of type [\(value.typeName)]",
            helps: ["'&' and '|' bind tighter than '==': put each comparison in parentheses"])
    }
}
