import Diagnostics
import Kernels
import Plan
import Values

/// Whose rules an operator follows: those of pandas where a Series, a frame or an index takes part, numpy's own between arrays.
///
/// pandas skips the gaps of object columns and fills what division by zero leaves (`pandas.core.ops.array_ops`); numpy does neither.
enum OperatorRules { case pandas, numpy }

/// Arithmetic on columns: numpy's types and wrapping, and what pandas' `arithmetic_op` adds to them.
struct ColumnArithmetic {
    let symbol: BinaryOperator
    let rows: Int
    let rules: OperatorRules
    let interpreter: Interpreter

    func apply(_ left: Operand, _ right: Operand) throws(Failure) -> Column {
        try interpreter.charge(cells: rows)
        try interpreter.charge(bytes: rows.multipliedReportingOverflow(by: 8).partialValue)
        if rules == .pandas { try refuseNone(left, right) }
        guard !left.isCategorical, !right.isCategorical else { throw refusal(left, right) }
        if let result = try numbers(left, right) { return result }
        if let result = try times(left, right) { return result }
        if let result = try texts(left, right) { return result }
        return try objects(left, right)
    }

    /// `None` is no gap to an operator; only beside cells that are all missing does nobody notice.
    private func refuseNone(_ left: Operand, _ right: Operand) throws(Failure) {
        switch (left, right) {
        case (.column(let column), .scalar(.none)), (.scalar(.none), .column(let column)):
            if column.missing.contains(false) { throw refusal(left, right) }
        case (.column, .column), (.column, .scalar), (.scalar, .column), (.scalar, .scalar): break
        }
    }

    // MARK: Numbers

    private func numbers(_ left: Operand, _ right: Operand) throws(Failure) -> Column? {
        if let a = left.bools, let b = right.bools { return try bools(a, b, left, right) }
        if let a = left.widened, let b = right.widened { return try integers(a, b, dividedByFlags: right.bools != nil) }
        guard !left.isObject, !right.isObject, let a = left.floats, let b = right.floats else { return nil }
        return try floats(a, b)
    }

    private func bools(_ a: Lane<Bool>, _ b: Lane<Bool>, _ left: Operand, _ right: Operand) throws(Failure) -> Column {
        switch symbol {
        case .add: return .bool(combine(rows, a, b) { $0 || $1 })
        case .multiply: return .bool(combine(rows, a, b) { $0 && $1 })
        case .subtract: throw Failure(.typeError, "numpy boolean subtract, the `-` operator, is not supported")
        case .divide, .floorDivide, .power:
            guard rules == .numpy else { throw Failure(.notImplemented, "operator '\(symbol.rawValue)' not implemented for bool dtypes") }
            return try integers(a.map { $0 ? 1 : 0 }, b.map { $0 ? 1 : 0 }, dividedByFlags: true)
        case .modulo: return try integers(a.map { $0 ? 1 : 0 }, b.map { $0 ? 1 : 0 }, dividedByFlags: true)
        case .bitAnd, .bitOr, .bitXor, .shiftLeft, .shiftRight, .matrixMultiply: throw refusal(left, right)
        }
    }

    /// int64 wraps; numpy gives 0 where it divides by zero. pandas (`_fill_zeros`) then turns the whole column to floats: it fills `//` with
    /// infinity, and `%` with NaN unless the divisors are flags.
    private func integers(_ a: Lane<Int>, _ b: Lane<Int>, dividedByFlags: Bool) throws(Failure) -> Column {
        switch symbol {
        case .add: return .int(combine(rows, a, b) { $0 &+ $1 })
        case .subtract: return .int(combine(rows, a, b) { $0 &- $1 })
        case .multiply: return .int(combine(rows, a, b) { $0 &* $1 })
        case .divide: return .float(combine(rows, a, b) { Double($0) / Double($1) })
        case .floorDivide:
            if rules == .pandas, b.contains(where: { $0 == 0 }) {
                return .float(combine(rows, a, b) { $1 == 0 ? Double($0) / 0 : Double(PythonIntegers.floored($0, $1).partialValue) })
            }
            return .int(combine(rows, a, b) { $1 == 0 ? 0 : PythonIntegers.floored($0, $1).partialValue })
        case .modulo:
            if rules == .pandas, !dividedByFlags, b.contains(where: { $0 == 0 }) {
                return .float(combine(rows, a, b) { $1 == 0 ? .nan : Double(PythonIntegers.modulo(nonzero: $0, $1)) })
            }
            return .int(combine(rows, a, b) { $1 == 0 ? 0 : PythonIntegers.modulo(nonzero: $0, $1) })
        case .power:
            if b.contains(where: { $0 < 0 }) { throw Failure(.valueError, "integers to negative integer powers are not allowed") }
            return .int(combine(rows, a, b) { PythonIntegers.wrappingPower($0, $1) })
        case .bitAnd, .bitOr, .bitXor, .shiftLeft, .shiftRight, .matrixMultiply: throw unsupported
        }
    }

    private func floats(_ a: Lane<Double>, _ b: Lane<Double>) throws(Failure) -> Column {
        switch symbol {
        case .add: return .float(combine(rows, a, b) { $0 + $1 })
        case .subtract: return .float(combine(rows, a, b) { $0 - $1 })
        case .multiply: return .float(combine(rows, a, b) { $0 * $1 })
        case .divide: return .float(combine(rows, a, b) { $0 / $1 })
        case .floorDivide: return .float(combine(rows, a, b) { PythonMath.floorDivide($0, $1) })
        case .modulo: return .float(combine(rows, a, b) { PythonMath.modulo($0, $1) })
        case .power: return .float(combine(rows, a, b) { PythonMath.pow($0, $1) })
        case .bitAnd, .bitOr, .bitXor, .shiftLeft, .shiftRight, .matrixMultiply: throw unsupported
        }
    }

    // MARK: Text

    /// Text joined to text, cell by cell; a gap on either side stays a gap.
    private func texts(_ left: Operand, _ right: Operand) throws(Failure) -> Column? {
        guard symbol == .add, rules == .pandas || !left.hasGaps && !right.hasGaps else { return nil }
        switch (left, right) {
        case (.column(.text(let a)), .column(.text(let b))): return try joined { (a[$0], b[$0]) }
        case (.column(.text(let a)), .scalar(.text(let b))): return try joined { (a[$0], b) }
        case (.scalar(.text(let a)), .column(.text(let b))): return try joined { (a, b[$0]) }
        default: return nil
        }
    }

    private func joined(_ cells: (Int) -> (Text?, Text?)) throws(Failure) -> Column {
        var builder = TextBuilder(rows: rows)
        for row in 0..<rows {
            guard case (let a?, let b?) = cells(row) else {
                builder.appendMissing()
                continue
            }
            try interpreter.charge(bytes: Int(a.count) + Int(b.count))
            builder.append(a)
            builder.append(b)
            builder.endCell()
        }
        guard builder.byteCount <= TextStorage.limit else { throw Failure(.byteLimit, "the column's text is too long") }
        return .text(builder.finish())
    }

    // MARK: Objects

    /// Python's operator on every pair of cells; where either is missing the result is NaN to pandas (`_masked_arith_op`).
    private func objects(_ left: Operand, _ right: Operand) throws(Failure) -> Column {
        guard left.isObject || right.isObject || scalarNeedsObjects(left) || scalarNeedsObjects(right) else { throw refusal(left, right) }
        let (a, b) = (left.values, right.values)
        var out: [Value] = []
        out.reserveCapacity(rows)
        for row in 0..<rows {
            let (x, y) = (a[row], b[row])
            out.append(rules == .pandas && (x.isMissing || y.isMissing) ? .float(.nan) : try Scalars.binary(symbol, x, y, interpreter))
        }
        return left.isObject || right.isObject ? Column.objects(out) : Column(values: out)
    }

    private func scalarNeedsObjects(_ side: Operand) -> Bool {
        if case .scalar(.none) = side { true } else { false }
    }

    var unsupported: Failure { Failure(.typeError, "unsupported operand type(s) for \(symbol.rawValue)") }

    func refusal(_ left: Operand, _ right: Operand) -> Failure {
        Failure(.typeError, "unsupported operand type(s) for \(symbol.rawValue): '\(left.typeName)' and '\(right.typeName)'")
    }
}

extension Column {
    /// An object column of Python values: text where all cells are text or NaN, and never numbers.
    static func objects(_ values: [Value]) -> Column {
        var hasText = false
        let textual = values.allSatisfy { value in
            switch value {
            case .text:
                hasText = true
                return true
            case .float(let x): return x.isNaN
            default: return false
            }
        }
        return textual && hasText ? .text(TextColumn(values.map(\.text))) : .object(values)
    }
}
