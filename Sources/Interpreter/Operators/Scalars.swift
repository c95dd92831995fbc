import Diagnostics
import Kernels
import Plan
import Values

/// Python's and numpy's arithmetic on two scalars.
enum Scalars {
    /// `left symbol right` for anything that is not a column, a frame or an array.
    static func binary(_ symbol: BinaryOperator, _ left: Value, _ right: Value, _ interpreter: Interpreter) throws(Failure) -> Value {
        if let result = try numbers(symbol, left, right) { return result }
        if let result = try times(symbol, left, right) { return result }
        if let result = try sequences(symbol, left, right, interpreter) { return result }
        throw unsupported(symbol, left, right)
    }

    static func unsupported(_ symbol: BinaryOperator, _ left: Value, _ right: Value) -> Failure {
        Failure(.typeError, "unsupported operand type(s) for \(symbol.rawValue): '\(left.typeName)' and '\(right.typeName)'")
    }

    /// numpy's scalars make the result numpy's.
    private static func isNumpy(_ value: Value) -> Bool {
        switch value {
        case .numpyBool, .numpyInt, .numpyFloat: true
        case .none, .bool, .int, .float, .text, .timestamp, .timedelta, .date, .time, .interval, .list, .tuple, .set, .dict, .range, .slice,
            .iterator, .series, .frame, .index, .array, .groupBy, .accessor, .function, .type, .dtype, .module:
            false
        }
    }

    private static func isBool(_ value: Value) -> Bool {
        switch value {
        case .bool, .numpyBool: true
        case .none, .int, .float, .numpyInt, .numpyFloat, .text, .timestamp, .timedelta, .date, .time, .interval, .list, .tuple, .set, .dict,
            .range, .slice, .iterator, .series, .frame, .index, .array, .groupBy, .accessor, .function, .type, .dtype, .module:
            false
        }
    }

    private static func numbers(_ symbol: BinaryOperator, _ left: Value, _ right: Value) throws(Failure) -> Value? {
        let numpy = isNumpy(left) || isNumpy(right)
        if let a = left.integer, let b = right.integer {
            if isBool(left), isBool(right), let result = try bools(symbol, a == 1, b == 1, numpy) { return result }
            return numpy ? try numpyIntegers(symbol, a, b) : try pythonIntegers(symbol, a, b)
        }
        guard let a = left.number, let b = right.number else { return nil }
        return numpy ? try numpyFloats(symbol, a, b, left, right) : try pythonFloats(symbol, a, b, left, right)
    }

    /// Two bools: the logical operators stay bool; numpy adds and multiplies bools as "or" and "and".
    private static func bools(_ symbol: BinaryOperator, _ a: Bool, _ b: Bool, _ numpy: Bool) throws(Failure) -> Value? {
        let wrap = { (bool: Bool) -> Value in numpy ? .numpyBool(bool) : .bool(bool) }
        switch symbol {
        case .bitAnd: return wrap(a && b)
        case .bitOr: return wrap(a || b)
        case .bitXor: return wrap(a != b)
        case .add where numpy: return wrap(a || b)
        case .multiply where numpy: return wrap(a && b)
        case .subtract where numpy: throw Failure(.typeError, "numpy boolean subtract, the `-` operator, is not supported")
        case .add, .multiply, .subtract, .divide, .floorDivide, .modulo, .power, .shiftLeft, .shiftRight, .matrixMultiply: return nil
        }
    }

    private static func exact(_ result: (partialValue: Int, overflow: Bool)) throws(Failure) -> Value {
        guard !result.overflow else { throw beyond64Bits }
        return .int(result.partialValue)
    }

    static let beyond64Bits = Failure(.unsupportedValue, "an integer beyond 64 bits is not supported")

    private static func pythonIntegers(_ symbol: BinaryOperator, _ a: Int, _ b: Int) throws(Failure) -> Value {
        switch symbol {
        case .add: try exact(a.addingReportingOverflow(b))
        case .subtract: try exact(a.subtractingReportingOverflow(b))
        case .multiply: try exact(a.multipliedReportingOverflow(by: b))
        case .divide: .float(try quotient(a, b))
        case .floorDivide: try floorDivide(a, b)
        case .modulo: .int(try modulo(a, b))
        case .power: try power(a, b)
        case .bitAnd: .int(a & b)
        case .bitOr: .int(a | b)
        case .bitXor: .int(a ^ b)
        case .shiftLeft: try shiftLeft(a, b)
        case .shiftRight: .int(try shiftRight(a, b))
        case .matrixMultiply: throw unsupported(symbol, .int(a), .int(b))
        }
    }

    private static let divisionByZero = Failure(.zeroDivision, "division by zero")

    private static func quotient(_ a: Int, _ b: Int) throws(Failure) -> Double {
        guard b != 0 else { throw divisionByZero }
        return Double(a) / Double(b)
    }

    private static func floorDivide(_ a: Int, _ b: Int) throws(Failure) -> Value {
        guard b != 0 else { throw divisionByZero }
        return try exact(PythonIntegers.floored(a, b))
    }

    private static func modulo(_ a: Int, _ b: Int) throws(Failure) -> Int {
        guard b != 0 else { throw Failure(.zeroDivision, "integer modulo by zero") }
        return PythonIntegers.modulo(nonzero: a, b)
    }

    private static func power(_ base: Int, _ exponent: Int) throws(Failure) -> Value {
        guard exponent >= 0 else {
            guard base != 0 else { throw Failure(.zeroDivision, "0.0 cannot be raised to a negative power") }
            return .float(PythonMath.pow(Double(base), Double(exponent)))
        }
        guard let result = PythonIntegers.integerPower(base, exponent) else { throw beyond64Bits }
        return .int(result)
    }

    private static func shiftLeft(_ a: Int, _ b: Int) throws(Failure) -> Value {
        guard b >= 0 else { throw Failure(.valueError, "negative shift count") }
        guard a != 0 else { return .int(0) }
        guard b < 63, a.magnitude.leadingZeroBitCount > b + 1 else { throw beyond64Bits }
        return .int(a << b)
    }

    private static func shiftRight(_ a: Int, _ b: Int) throws(Failure) -> Int {
        guard b >= 0 else { throw Failure(.valueError, "negative shift count") }
        return a >> min(b, 63)
    }

    /// numpy's int64: wraps, and division by zero is not an error.
    private static func numpyIntegers(_ symbol: BinaryOperator, _ a: Int, _ b: Int) throws(Failure) -> Value {
        switch symbol {
        case .add: .numpyInt(a &+ b)
        case .subtract: .numpyInt(a &- b)
        case .multiply: .numpyInt(a &* b)
        case .divide: .numpyFloat(Double(a) / Double(b))
        case .floorDivide: .numpyInt(b == 0 ? 0 : PythonIntegers.floored(a, b).partialValue)
        case .modulo: .numpyInt(b == 0 ? 0 : PythonIntegers.modulo(nonzero: a, b))
        case .power: .numpyInt(try numpyPower(a, b))
        case .bitAnd: .numpyInt(a & b)
        case .bitOr: .numpyInt(a | b)
        case .bitXor: .numpyInt(a ^ b)
        case .shiftLeft: .numpyInt((0..<64).contains(b) ? a << b : 0)
        case .shiftRight: .numpyInt((0..<64).contains(b) ? a >> b : a < 0 ? -1 : 0)
        case .matrixMultiply: throw unsupported(symbol, .numpyInt(a), .numpyInt(b))
        }
    }

    static func numpyPower(_ base: Int, _ exponent: Int) throws(Failure) -> Int {
        guard exponent >= 0 else { throw Failure(.valueError, "integers to negative integer powers are not allowed") }
        return PythonIntegers.wrappingPower(base, exponent)
    }

    private static func pythonFloats(_ symbol: BinaryOperator, _ a: Double, _ b: Double, _ left: Value, _ right: Value) throws(Failure) -> Value {
        switch symbol {
        case .add: return .float(a + b)
        case .subtract: return .float(a - b)
        case .multiply: return .float(a * b)
        case .divide:
            guard b != 0 else { throw Failure(.zeroDivision, "float division by zero") }
            return .float(a / b)
        case .floorDivide:
            guard b != 0 else { throw Failure(.zeroDivision, "float floor division by zero") }
            return .float(PythonMath.floorDivide(a, b))
        case .modulo:
            guard b != 0 else { throw Failure(.zeroDivision, "float modulo") }
            return .float(PythonMath.modulo(a, b))
        case .power: return .float(try pythonPower(a, b))
        case .bitAnd, .bitOr, .bitXor, .shiftLeft, .shiftRight, .matrixMultiply: throw unsupported(symbol, left, right)
        }
    }

    private static func pythonPower(_ a: Double, _ b: Double) throws(Failure) -> Double {
        if a == 0, b < 0 { throw Failure(.zeroDivision, "0.0 cannot be raised to a negative power") }
        if a < 0, a.isFinite, b.isFinite, b != b.rounded() { throw Failure(.unsupportedValue, "a complex number is not supported") }
        let result = PythonMath.pow(a, b)
        if result.isInfinite, a.isFinite, b.isFinite { throw Failure(.overflow, "numerical result out of range") }
        return result
    }

    private static func numpyFloats(_ symbol: BinaryOperator, _ a: Double, _ b: Double, _ left: Value, _ right: Value) throws(Failure) -> Value {
        switch symbol {
        case .add: .numpyFloat(a + b)
        case .subtract: .numpyFloat(a - b)
        case .multiply: .numpyFloat(a * b)
        case .divide: .numpyFloat(a / b)
        case .floorDivide: .numpyFloat(PythonMath.floorDivide(a, b))
        case .modulo: .numpyFloat(PythonMath.modulo(a, b))
        case .power: .numpyFloat(PythonMath.pow(a, b))
        case .bitAnd, .bitOr, .bitXor, .shiftLeft, .shiftRight, .matrixMultiply: throw unsupported(symbol, left, right)
        }
    }
}

extension Scalars {
    /// Texts, lists, tuples, sets and dicts.
    private static func sequences(_ symbol: BinaryOperator, _ left: Value, _ right: Value, _ interpreter: Interpreter) throws(Failure) -> Value? {
        switch (symbol, left, right) {
        case (.add, .text(let a), .text(let b)): return .text(try concatenate(a, b, interpreter))
        case (.multiply, .text(let text), _): return try right.integer.map { count throws(Failure) in .text(try `repeat`(text, count, interpreter)) }
        case (.multiply, _, .text(let text)): return try left.integer.map { count throws(Failure) in .text(try `repeat`(text, count, interpreter)) }
        case (.modulo, .text(let format), _): return .text(try percentFormat(format, right))
        case (.add, .list(let a), .list(let b)): return .list(try concatenate(a.items, b.items, interpreter))
        case (.add, .tuple(let a), .tuple(let b)): return .tuple(try concatenate(a.items, b.items, interpreter))
        case (.multiply, .list(let list), _): return try right.integer.map { count throws(Failure) in .list(try `repeat`(list.items, count, interpreter)) }
        case (.multiply, _, .list(let list)): return try left.integer.map { count throws(Failure) in .list(try `repeat`(list.items, count, interpreter)) }
        case (.multiply, .tuple(let tuple), _): return try right.integer.map { count throws(Failure) in .tuple(try `repeat`(tuple.items, count, interpreter)) }
        case (_, .set(let a), .set(let b)):
            try interpreter.charge(items: a.items.count + b.items.count)
            return sets(symbol, a, b)
        case (.bitOr, .dict(let a), .dict(let b)):
            try interpreter.charge(items: a.count + b.count)
            return .dict(DictValue(Array(zip(a.keys, a.values)) + Array(zip(b.keys, b.values))))
        default: return nil
        }
    }

    private static func concatenate(_ a: Text, _ b: Text, _ interpreter: Interpreter) throws(Failure) -> Text {
        try interpreter.charge(bytes: Int(a.count) + Int(b.count))
        var builder = TextBuilder(rows: 0, bytes: Int(a.count) + Int(b.count))
        builder.append(a)
        builder.append(b)
        return builder.finishText()
    }

    private static func concatenate(_ a: [Value], _ b: [Value], _ interpreter: Interpreter) throws(Failure) -> [Value] {
        try interpreter.charge(items: a.count + b.count)
        return a + b
    }

    private static func `repeat`(_ text: Text, _ count: Int, _ interpreter: Interpreter) throws(Failure) -> Text {
        guard count > 0, !text.isEmpty else { return .empty }
        let (bytes, overflow) = Int(text.count).multipliedReportingOverflow(by: count)
        try interpreter.charge(bytes: overflow ? .max : bytes)
        try interpreter.charge(cells: count)
        guard bytes <= TextStorage.limit else { throw Failure(.byteLimit, "a text of \(bytes) bytes is too long") }
        var builder = TextBuilder(rows: 0, bytes: bytes)
        for _ in 0..<count { builder.append(text) }
        return builder.finishText()
    }

    private static func `repeat`(_ items: [Value], _ count: Int, _ interpreter: Interpreter) throws(Failure) -> [Value] {
        guard count > 0, !items.isEmpty else { return [] }
        try interpreter.charge(rows: items.count, columns: count)
        return Array((0..<count).map { _ in items }.joined())
    }

    private static func sets(_ symbol: BinaryOperator, _ a: SetValue, _ b: SetValue) -> Value? {
        switch symbol {
        case .bitAnd: .set(SetValue(a.items.filter(b.contains)))
        case .bitOr: .set(SetValue(a.items + b.items))
        case .subtract: .set(SetValue(a.items.filter { !b.contains($0) }))
        case .bitXor: .set(SetValue(a.items.filter { !b.contains($0) } + b.items.filter { !a.contains($0) }))
        case .add, .multiply, .divide, .floorDivide, .modulo, .power, .shiftLeft, .shiftRight, .matrixMultiply: nil
        }
    }

    /// `'%d of %s' % (1, 'x')`
    private static func percentFormat(_ format: Text, _ value: Value) throws(Failure) -> Text {
        try PythonPercent.format(format, value)
    }

    static func unary(_ symbol: UnaryOperator, _ operand: Value) throws(Failure) -> Value {
        switch (symbol, operand) {
        case (.negate, .bool(let b)): .int(b ? -1 : 0)
        case (.negate, .int(let i)): try exact((0).subtractingReportingOverflow(i))
        case (.negate, .float(let x)): .float(-x)
        case (.negate, .numpyInt(let i)): .numpyInt(0 &- i)
        case (.negate, .numpyFloat(let x)): .numpyFloat(-x)
        case (.negate, .numpyBool): throw Failure(.typeError, "the numpy boolean negative, the `-` operator, is not supported")
        case (.negate, .timedelta(let t)): .timedelta(t == Column.missingTime ? t : 0 &- t)
        case (.negate, .timestamp(Column.missingTime)), (.plus, .timestamp(Column.missingTime)): operand
        case (.plus, .bool(let b)): .int(b ? 1 : 0)
        case (.plus, .int), (.plus, .float), (.plus, .numpyInt), (.plus, .numpyFloat), (.plus, .timedelta): operand
        case (.invert, .bool(let b)): .int(b ? -2 : -1)
        case (.invert, .int(let i)): .int(~i)
        case (.invert, .numpyBool(let b)): .numpyBool(!b)
        case (.invert, .numpyInt(let i)): .numpyInt(~i)
        default: throw Failure(.typeError, "bad operand type for unary \(symbol.rawValue): '\(operand.typeName)'")
        }
    }
}
