import Diagnostics
import Plan
import SQL

extension Lowerer {
    func binary(_ symbol: BinaryOperator, _ left: Term, _ right: Term) throws(Failure) -> Term {
        let isLogical = symbol == .bitAnd || symbol == .bitOr || symbol == .bitXor
        return try Lift(lowerer: self, symbol: "'\(symbol.rawValue)'", isComparison: false) { (a, b, inColumn) throws(Failure) in
            guard isLogical, inColumn else { return try self.binary(symbol, a, b, inColumn: inColumn) }
            let isReversed = if case .cell = left { true } else { false }
            let areColumns = if case .cell = right { false } else { !isReversed }
            return try isReversed
                ? self.logical(symbol, column: b, a, isColumn: false)
                : self.logical(symbol, column: a, b, isColumn: areColumns)
        }(left, right)
    }

    func binary(_ symbol: BinaryOperator, _ a: Cell, _ b: Cell, inColumn: Bool) throws(Failure) -> Cell {
        switch symbol {
        case .bitAnd, .bitOr, .bitXor: return try logical(symbol, a, b)
        case .add where a.type.kind == .text && b.type.kind == .text: return try concatenated(a, b, inColumn: inColumn)
        case .add, .subtract, .multiply, .divide, .floorDivide, .modulo, .power: break
        case .shiftLeft, .shiftRight, .matrixMultiply: throw refuse("'\(symbol.rawValue)'")
        }
        guard a.type.isNumber, b.type.isNumber, a.type.missing != Missing.none, b.type.missing != Missing.none else {
            throw try mismatch(symbol, a, b, inColumn: inColumn)
        }
        let isNumpy = inColumn || a.type.isNumpy || b.type.isNumpy
        if inColumn, [a, b].contains(where: { $0.readsRow && $0.type.kind == .bool && !$0.type.isNumpy }) { throw refuse("arithmetic on a column of objects") }
        if a.type.kind == .bool, b.type.kind == .bool, isNumpy { throw refuse("'\(symbol.rawValue)' between two numpy bools") }
        var result = try arithmetic(symbol, a.settled, b.settled, isNumpy: isNumpy, inColumn: inColumn)
        if symbol != .divide { result.type.doubt = doubt(a, b) }
        return result
    }

    /// Text beside a gap is a gap in a column and an error in a scalar.
    private func concatenated(_ a: Cell, _ b: Cell, inColumn: Bool) throws(Failure) -> Cell {
        let gaps = a.type.canBeMissing || b.type.canBeMissing
        guard inColumn || !gaps else { throw refuse("joining a cell that may be missing") }
        return .made(.binary(.concatenate, a.sql, b.sql), CellType(.text, missing: gaps ? .nan : nil), of: a, b)
    }

    /// Text is neither subtracted nor divided. A column without rows, or of gaps alone, does not raise.
    private func mismatch(_ symbol: BinaryOperator, _ a: Cell, _ b: Cell, inColumn: Bool) throws(Failure) -> Failure {
        let never = [BinaryOperator.subtract, .divide, .floorDivide, .power].contains(symbol)
        guard never || symbol == .add, !inColumn, !a.type.canBeMissing, !b.type.canBeMissing, a.type.kind == .text || b.type.kind == .text else {
            return refuse("'\(symbol.rawValue)' between a \(a.type.kind) and a \(b.type.kind)")
        }
        return reached(Failure(.typeError, "unsupported operand type(s) for \(symbol.rawValue): '\(a.typeName)' and '\(b.typeName)'"))
    }

    /// An integer where both sides turn out to be integers.
    private func doubt(_ a: Cell, _ b: Cell) -> CellType.Doubt? {
        let kinds = [a, b].map { $0.type.doubt?.held ?? $0.type.kind }
        let conditions = (a.type.doubt?.conditions ?? []) + (b.type.doubt?.conditions ?? [])
        guard !conditions.isEmpty, kinds.allSatisfy({ $0 == .int || $0 == .bool }) else { return nil }
        return CellType.Doubt(conditions: conditions, held: .int, otherwise: .float)
    }

    // MARK: Numbers

    private func arithmetic(_ symbol: BinaryOperator, _ a: Cell, _ b: Cell, isNumpy: Bool, inColumn: Bool) throws(Failure) -> Cell {
        let whole = a.type.kind != .float && b.type.kind != .float
        let missing: Missing? = a.type.canBeMissing || b.type.canBeMissing ? .nan : nil
        if !inColumn, symbol.divides, a.type.canBeMissing, !b.type.isNumpy, !b.isNeverZero {
            // What is missing may be np.nan itself, a float of Python's, which raises where numpy's goes on.
            throw refuse("'\(symbol.rawValue)' of a number that may be missing by one that may be 0")
        }
        switch symbol {
        case .add, .subtract, .multiply:
            if whole { return integers(symbol, a, b, CellType(.int, isNumpy: isNumpy, missing: missing)) }
            return .made(.binary(symbol.infix, a.sql, b.sql), CellType(.float, isNumpy: isNumpy, missing: .nan), of: a, b)
        case .divide: return quotient(a, b, CellType(.float, isNumpy: isNumpy, missing: .nan))
        case .floorDivide where inColumn && whole && !b.isNeverZero, .modulo where inColumn && whole && !b.isNeverZero:
            throw refuse("'\(symbol.rawValue)' by a column that may hold 0")
        case .floorDivide, .modulo: return rest(symbol, a, b, CellType(whole ? .int : .float, isNumpy: isNumpy, missing: whole ? missing : .nan))
        case .power:
            guard !whole || (b.bounds?.lowerBound ?? -1) >= 0 else { throw refuse("'**' with an exponent that may be negative") }
            return function("power", a, b, CellType(whole ? .int : .float, isNumpy: isNumpy, missing: whole ? missing : .nan))
        case .bitAnd, .bitOr, .bitXor, .shiftLeft, .shiftRight, .matrixMultiply: throw refuse("'\(symbol.rawValue)'")
        }
    }

    /// SQLite turns integers that overflow into floats: its operators serve only where nothing can overflow.
    private func integers(_ symbol: BinaryOperator, _ a: Cell, _ b: Cell, _ type: CellType) -> Cell {
        guard let x = a.bounds, let y = b.bounds, let bounds = symbol.bounds(x, y) else { return function(symbol.functionName, a, b, type) }
        return .made(.binary(symbol.infix, a.sql, b.sql), type, bounds: bounds, of: a, b)
    }

    /// True division. SQLite divides two integers as integers and gives NULL for a division by zero.
    private func quotient(_ a: Cell, _ b: Cell, _ type: CellType) -> Cell {
        guard b.isNeverZero, a.isExactFloat, b.isExactFloat else { return function("divide", a, b, type) }
        if a.type.kind == .float || b.type.kind == .float { return .made(.binary(.divide, a.sql, b.sql), type, of: a, b) }
        if let divisor = b.integerLiteral { return .made(.binary(.divide, a.sql, .real(Double(divisor))), type, of: a, b) }
        return .made(.binary(.divide, .cast(a.sql, .real), b.sql), type, of: a, b)
    }

    /// Python's `//` and `%` round down; SQL's `/` and `%` round towards zero, which is the same where nothing is negative.
    private func rest(_ symbol: BinaryOperator, _ a: Cell, _ b: Cell, _ type: CellType) -> Cell {
        guard type.kind == .int, let x = a.bounds, x.lowerBound >= 0, let y = b.bounds, y.lowerBound > 0 else {
            return function(symbol.functionName, a, b, type)
        }
        let bounds = symbol == .modulo ? 0...(y.upperBound - 1) : 0...x.upperBound
        return .made(.binary(symbol.infix, a.sql, b.sql), type, bounds: bounds, of: a, b)
    }

    /// An operator as a function of ours. Python's own numbers raise where numpy's go on.
    private func function(_ name: String, _ a: Cell, _ b: Cell, _ type: CellType) -> Cell {
        Cell.made(.call((type.isNumpy ? "numpy_" : "python_") + name, a.sql, b.sql), type, of: a, b).fallible(!type.isNumpy)
    }

    // MARK: Unary operators

    func unary(_ symbol: UnaryOperator, _ operand: Term) throws(Failure) -> Term {
        switch operand {
        case .cell(let cell): return .cell(try unary(symbol, cell, inColumn: false))
        case .series(let series): return .series(try made(series.relation, unary(symbol, series.cell, inColumn: true), series.name))
        default: throw refuse("'\(symbol.rawValue)' of \(operand.description)")
        }
    }

    private func unary(_ symbol: UnaryOperator, _ cell: Cell, inColumn: Bool) throws(Failure) -> Cell {
        switch (symbol, cell.type.kind) {
        case (.invert, .bool) where cell.type.isNumpy && !cell.type.canBeMissing: return negated(cell)
        case (.invert, .bool) where !inColumn && !cell.type.canBeMissing:
            // Python's own bools are integers here: ~True is -2.
            return .made(.binary(.subtract, .integer(-1), cell.settled.sql), .int, bounds: -2 ... -1, of: cell)
        case (.invert, .int) where !cell.type.canBeMissing:
            guard let bounds = cell.bounds, bounds.lowerBound != .min else { throw refuse("'~' of an integer without bounds") }
            return .made(.binary(.subtract, .integer(-1), cell.sql), cell.type, bounds: (-1 - bounds.upperBound)...(-1 - bounds.lowerBound), of: cell)
        case (.negate, .int), (.negate, .float): return try negative(cell)
        case (.plus, .int), (.plus, .float): return cell
        default: throw refuse("'\(symbol.rawValue)' of a \(cell.type.kind)")
        }
    }

    private func negative(_ cell: Cell) throws(Failure) -> Cell {
        switch cell.literal {
        case .int(let number)? where number != .min: return .int(-number)
        case .float(let number)?: return .float(-number)
        case .int?, .bool?, .text?, nil: break
        }
        guard cell.type.kind == .float else {
            guard let bounds = cell.bounds, bounds.lowerBound != .min else { throw refuse("the negative of an integer without bounds") }
            return .made(.unary(.negate, cell.sql), cell.type, bounds: -bounds.upperBound ... -bounds.lowerBound, of: cell)
        }
        return .made(.unary(.negate, cell.sql), cell.type, of: cell)
    }
}

extension Cell {
    var isNeverZero: Bool {
        if case .float(let number)? = literal { return number != 0 }
        return bounds.map { !$0.contains(0) } ?? false
    }
}

extension BinaryOperator {
    /// Whether a zero on the right has no answer in Python.
    fileprivate var divides: Bool {
        switch self {
        case .divide, .floorDivide, .modulo: true
        case .add, .subtract, .multiply, .power, .bitAnd, .bitOr, .bitXor, .shiftLeft, .shiftRight, .matrixMultiply: false
        }
    }

    var infix: Expression.Infix {
        switch self {
        case .add: .add
        case .subtract: .subtract
        case .multiply: .multiply
        case .divide, .floorDivide: .divide
        case .modulo, .power, .bitXor, .shiftLeft, .shiftRight, .matrixMultiply: .modulo
        case .bitAnd: .bitAnd
        case .bitOr: .bitOr
        }
    }

    var functionName: String {
        switch self {
        case .add: "add"
        case .subtract: "subtract"
        case .multiply: "multiply"
        case .divide: "divide"
        case .floorDivide: "floordiv"
        case .modulo: "mod"
        case .power: "power"
        case .bitAnd: "and"
        case .bitOr: "or"
        case .bitXor: "xor"
        case .shiftLeft: "lshift"
        case .shiftRight: "rshift"
        case .matrixMultiply: "matmul"
        }
    }

    /// The least and the greatest result, or nil where 64 bits may not hold it.
    func bounds(_ a: ClosedRange<Int>, _ b: ClosedRange<Int>) -> ClosedRange<Int>? {
        let corners: [(Int, Int)] = [
            (a.lowerBound, b.lowerBound), (a.lowerBound, b.upperBound), (a.upperBound, b.lowerBound), (a.upperBound, b.upperBound),
        ]
        var values: [Int] = []
        for (x, y) in corners {
            guard let value = exact(x, y) else { return nil }
            values.append(value)
        }
        guard let least = values.min(), let greatest = values.max() else { return nil }
        return least...greatest
    }

    private func exact(_ x: Int, _ y: Int) -> Int? {
        let result: (partialValue: Int, overflow: Bool)
        switch self {
        case .add: result = x.addingReportingOverflow(y)
        case .subtract: result = x.subtractingReportingOverflow(y)
        case .multiply: result = x.multipliedReportingOverflow(by: y)
        case .divide, .floorDivide, .modulo, .power, .bitAnd, .bitOr, .bitXor, .shiftLeft, .shiftRight, .matrixMultiply: return nil
        }
        return result.overflow ? nil : result.partialValue
    }
}
