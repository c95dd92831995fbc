import Diagnostics
import Kernels
import Plan
import Values

// Timestamps, timedeltas and dates beside each other and beside numbers, as pandas' scalars do it. NaT takes everything with it.
extension Scalars {
    /// nil where pandas raises TypeError.
    static func times(_ symbol: BinaryOperator, _ left: Value, _ right: Value) throws(Failure) -> Value? {
        if case .timestamp(let a) = left, case .timestamp(let b) = right, symbol == .subtract { return .timedelta(try Times.subtract(a, b)) }
        if left.isNaT || right.isNaT { return notATime(symbol, left, right) }
        switch (left, right) {
        case (.timestamp(let a), .timedelta(let b)):
            if symbol == .add { return .timestamp(try Times.add(a, b)) }
            return symbol == .subtract ? .timestamp(try Times.subtract(a, b)) : nil
        case (.timedelta(let a), .timestamp(let b)): return symbol == .add ? .timestamp(try Times.add(a, b)) : nil
        case (.timedelta(let a), .timedelta(let b)): return try Times.combine(symbol, a, b)
        case (.date(let a), .date(let b)): return symbol == .subtract ? .timedelta(try SpanUnit.day.span(a - b)) : nil
        case (.date(let a), .timedelta(let b)): return try moved(a, symbol, b)
        case (.timedelta(let a), .date(let b)): return symbol == .add ? try moved(b, symbol, a) : nil
        case (.timedelta(let a), _): return try scaled(symbol, a, right)
        case (_, .timedelta(let b)): return try scaled(left, symbol, b)
        default: return nil
        }
    }

    // MARK: NaT

    private static func notATime(_ symbol: BinaryOperator, _ left: Value, _ right: Value) -> Value? {
        let other = left.isNaT ? right : left
        let nat = Value.timestamp(Column.missingTime)
        switch other {
        case .timestamp, .timedelta:
            if symbol == .add || symbol == .subtract { return nat }
            guard other.isNaT || !other.isTimestamp else { return nil }
            if symbol == .divide || symbol == .floorDivide { return .float(.nan) }
            return symbol == .modulo && !other.isNaT ? nat : nil
        case .int, .numpyInt:
            if symbol == .add || symbol == .subtract || symbol == .multiply { return nat }
            return left.isNaT && (symbol == .divide || symbol == .floorDivide) ? nat : nil
        case .float, .numpyFloat:
            if symbol == .multiply { return nat }
            return left.isNaT && (symbol == .divide || symbol == .floorDivide) ? nat : nil
        default: return nil
        }
    }

    // MARK: Spans beside other things

    private static func scaled(_ symbol: BinaryOperator, _ span: Int, _ other: Value) throws(Failure) -> Value? {
        if let result = beside(symbol, other) { return result }
        guard let factor = other.factor else { return nil }
        switch symbol {
        case .modulo: return .timedelta(try Times.modulo(span, nonzero: factor))
        case .multiply, .divide, .floorDivide: return try Times.scale(symbol, span, factor)
        case .add, .subtract, .power, .bitAnd, .bitOr, .bitXor, .shiftLeft, .shiftRight, .matrixMultiply: return nil
        }
    }

    private static func scaled(_ other: Value, _ symbol: BinaryOperator, _ span: Int) throws(Failure) -> Value? {
        if let result = beside(symbol, other) { return result }
        guard symbol == .multiply, let factor = other.factor else { return nil }
        return try Times.scale(symbol, span, factor)
    }

    /// A span beside None or NaN.
    private static func beside(_ symbol: BinaryOperator, _ other: Value) -> Value? {
        guard other.isMissing else { return nil }
        if symbol == .add || symbol == .subtract { return .timestamp(Column.missingTime) }
        guard case .none = other, symbol == .divide || symbol == .floorDivide else { return nil }
        return .float(.nan)
    }

    /// A day and the whole days of a span.
    private static func moved(_ day: Int, _ symbol: BinaryOperator, _ span: Int) throws(Failure) -> Value? {
        let days = SpanField.days.value(span)
        guard symbol == .add || symbol == .subtract else { return nil }
        let moved = symbol == .add ? day + days : day - days
        guard (1...9999).contains(Calendar.civil(moved).year) else { throw Failure(.overflow, "date value out of range") }
        return .date(moved)
    }
}

extension Value {
    /// The missing time, of either type.
    var isNaT: Bool {
        switch self {
        case .timestamp(let time), .timedelta(let time): time == Column.missingTime
        default: false
        }
    }

    fileprivate var isTimestamp: Bool { if case .timestamp = self { true } else { false } }

    /// A number that a span can be multiplied by; bools are none.
    fileprivate var factor: Double? {
        switch self {
        case .int(let number), .numpyInt(let number): Double(number)
        case .float(let number), .numpyFloat(let number): number
        default: nil
        }
    }
}

/// Checked arithmetic on nanoseconds, NaT included.
enum Times {
    static func add(_ a: Int, _ b: Int) throws(Failure) -> Int {
        if a == Column.missingTime || b == Column.missingTime { return Column.missingTime }
        return try within(a.addingReportingOverflow(b))
    }

    static func subtract(_ a: Int, _ b: Int) throws(Failure) -> Int {
        if a == Column.missingTime || b == Column.missingTime { return Column.missingTime }
        return try within(a.subtractingReportingOverflow(b))
    }

    private static func within(_ result: (partialValue: Int, overflow: Bool)) throws(Failure) -> Int {
        guard !result.overflow, result.partialValue != Column.missingTime else {
            throw Failure(.outOfBoundsDate, "a date or a time span is out of bounds")
        }
        return result.partialValue
    }

    /// Two spans, neither missing.
    static func combine(_ symbol: BinaryOperator, _ a: Int, _ b: Int) throws(Failure) -> Value? {
        switch symbol {
        case .add: return .timedelta(try add(a, b))
        case .subtract: return .timedelta(try subtract(a, b))
        case .divide, .floorDivide, .modulo:
            guard b != 0 else { throw Failure(.zeroDivision, "integer division or modulo by zero") }
            if symbol == .divide { return .float(Double(a) / Double(b)) }
            return symbol == .modulo ? .timedelta(PythonIntegers.modulo(nonzero: a, b)) : .int(PythonIntegers.floored(a, b).partialValue)
        case .multiply, .power, .bitAnd, .bitOr, .bitXor, .shiftLeft, .shiftRight, .matrixMultiply: return nil
        }
    }

    static func scale(_ symbol: BinaryOperator, _ a: Int, _ factor: Double) throws(Failure) -> Value? {
        if a == Column.missingTime || factor.isNaN { return .timedelta(Column.missingTime) }
        switch symbol {
        case .multiply: return .timedelta(try rounded(Double(a) * factor))
        case .divide:
            guard factor != 0 else { throw Failure(.zeroDivision, "division by zero") }
            return .timedelta(try rounded(Double(a) / factor))
        case .floorDivide:
            guard factor != 0 else { throw Failure(.zeroDivision, "division by zero") }
            return .timedelta(try rounded((Double(a) / factor).rounded(.down)))
        case .add, .subtract, .modulo, .power, .bitAnd, .bitOr, .bitXor, .shiftLeft, .shiftRight, .matrixMultiply: return nil
        }
    }

    /// A number beside `%` counts nanoseconds.
    static func modulo(_ a: Int, nonzero factor: Double) throws(Failure) -> Int {
        guard factor != 0 else { throw Failure(.zeroDivision, "integer division or modulo by zero") }
        return factor.isNaN ? Column.missingTime : try rounded(PythonMath.modulo(Double(a), factor))
    }

    private static func rounded(_ nanoseconds: Double) throws(Failure) -> Int {
        guard let whole = Int(exactly: nanoseconds.rounded(.towardZero)), whole != Column.missingTime else {
            throw Failure(.outOfBoundsDate, "a time span is out of bounds")
        }
        return whole
    }
}
