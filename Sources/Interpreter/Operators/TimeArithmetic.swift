import Diagnostics
import Kernels
import Plan
import Values

// Columns of points in time and of time spans; NaT takes everything with it.
extension ColumnArithmetic {
    /// nil where neither side is a time, or an object column decides cell by cell.
    func times(_ left: Operand, _ right: Operand) throws(Failure) -> Column? {
        if let a = left.spans(beside: right), let b = right.spans(beside: left) { return try spans(a, b) }
        if let a = left.timestamps, let b = right.timestamps, symbol == .subtract {
            return .timedelta(try combining(a, b, Times.subtract))
        }
        if let a = left.timestamps, let b = right.timedeltas, symbol == .subtract {
            return .timestamp(try combining(a, b, Times.subtract))
        }
        if let a = left.timestamps, let b = right.timedeltas, symbol == .add { return .timestamp(try combining(a, b, Times.add)) }
        if let a = left.timedeltas, let b = right.timestamps, symbol == .add { return .timestamp(try combining(a, b, Times.add)) }
        if let a = left.timedeltas, let b = right.floats, !right.isObject, right.bools == nil || symbol == .multiply { return try scaled(a, b) }
        if let b = right.timedeltas, let a = left.floats, !left.isObject, symbol == .multiply { return try scaled(b, a) }
        if left.timestamps != nil || left.timedeltas != nil || right.timestamps != nil || right.timedeltas != nil {
            guard left.isObject || right.isObject else { throw refusal(left, right) }
        }
        return nil
    }

    private func combining(
        _ a: Lane<Int>, _ b: Lane<Int>, _ body: (Int, Int) throws(Failure) -> Int
    ) throws(Failure) -> [Int] {
        var out: [Int] = []
        out.reserveCapacity(rows)
        for row in 0..<rows { out.append(try body(a[row], b[row])) }
        return out
    }

    // MARK: Spans

    private func spans(_ a: Lane<Int>, _ b: Lane<Int>) throws(Failure) -> Column {
        switch symbol {
        case .add: return .timedelta(try combining(a, b, Times.add))
        case .subtract: return .timedelta(try combining(a, b, Times.subtract))
        case .divide: return .float(combine(rows, a, b) { Times.isMissing($0, $1) ? .nan : Double($0) / Double($1) })
        case .floorDivide: return wholes(combine(rows, a, b, Times.floorDivide))
        case .modulo: return .timedelta(combine(rows, a, b, Times.modulo))
        case .multiply, .power, .bitAnd, .bitOr, .bitXor, .shiftLeft, .shiftRight, .matrixMultiply: throw unsupported
        }
    }

    /// Integers, or floats where a quotient is missing.
    private func wholes(_ quotients: [Int?]) -> Column {
        if quotients.contains(nil) { return .float(quotients.map { $0.map(Double.init) ?? .nan }) }
        return .int(quotients.map { $0 ?? 0 })
    }

    private func scaled(_ a: Lane<Int>, _ factor: Lane<Double>) throws(Failure) -> Column {
        switch symbol {
        case .multiply, .divide, .floorDivide: break
        // A number beside `%` counts nanoseconds.
        case .modulo: return .timedelta(combine(rows, a, factor) { $1.isNaN ? Column.missingTime : Times.modulo($0, Int(exactly: $1.rounded()) ?? 0) })
        case .add, .subtract, .power, .bitAnd, .bitOr, .bitXor, .shiftLeft, .shiftRight, .matrixMultiply: throw unsupported
        }
        var out: [Int] = []
        out.reserveCapacity(rows)
        for row in 0..<rows {
            guard factor[row] != 0 || symbol == .multiply else { out.append(Column.missingTime); continue }
            guard case .timedelta(let value)? = try Times.scale(symbol, a[row], factor[row]) else { throw unsupported }
            out.append(value)
        }
        return .timedelta(out)
    }
}

extension Operand {
    /// Time spans; a lone NaT beside a column of spans is one of them.
    func spans(beside other: Operand) -> Lane<Int>? {
        if case .scalar(.timestamp(Column.missingTime)) = self, case .column(.timedelta) = other { return .one(Column.missingTime) }
        return timedeltas
    }
}

extension Times {
    static func isMissing(_ a: Int, _ b: Int) -> Bool { a == Column.missingTime || b == Column.missingTime }

    /// numpy divides a span by no span to 0; nil for NaT.
    static func floorDivide(_ a: Int, _ b: Int) -> Int? {
        isMissing(a, b) ? nil : b == 0 ? 0 : PythonIntegers.floored(a, b).partialValue
    }

    static func modulo(_ a: Int, _ b: Int) -> Int {
        isMissing(a, b) || b == 0 ? Column.missingTime : PythonIntegers.modulo(nonzero: a, b)
    }
}
