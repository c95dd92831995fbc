import Diagnostics
import Plan
import SQL

extension Lowerer {
    /// `&`, `|` and `^` on two scalars.
    func logical(_ symbol: BinaryOperator, _ a: Cell, _ b: Cell) throws(Failure) -> Cell {
        guard !a.type.canBeMissing, !b.type.canBeMissing else { throw refuse("'\(symbol.rawValue)' with a missing value") }
        let isNumpy = a.type.isNumpy || b.type.isNumpy
        switch (a.type.kind, b.type.kind) {
        case (.bool, .bool):
            if symbol == .bitXor { return .made(.binary(.notEqual, a.settled.sql, b.settled.sql), CellType(.bool, isNumpy: isNumpy), of: a, b) }
            guard !b.isFallible else { return .made(.binary(symbol.infix, a.settled.sql, b.settled.sql), CellType(.bool, isNumpy: isNumpy), of: a, b) }
            var result = connect([a, b], isAnd: symbol == .bitAnd)
            result.type.isNumpy = isNumpy
            return result
        case (.int, .int), (.int, .bool), (.bool, .int):
            guard symbol != .bitXor else { throw refuse("'^' on integers") }
            return .made(.binary(symbol.infix, a.settled.sql, b.settled.sql), CellType(.int, isNumpy: isNumpy), bounds: bits(a, b), of: a, b)
        default:
            throw reached(Failure(.typeError, "unsupported operand type(s) for \(symbol.rawValue): '\(a.typeName)' and '\(b.typeName)'"))
        }
    }

    /// The bounds of a bitwise operation on numbers that are not negative.
    private func bits(_ a: Cell, _ b: Cell) -> ClosedRange<Int>? {
        guard let x = a.settled.bitBounds, let y = b.settled.bitBounds, x.lowerBound >= 0, y.lowerBound >= 0 else { return nil }
        let most = max(x.upperBound, y.upperBound)
        return most < 1 << 40 ? 0...(2 * most + 1) : nil
    }

    /// The same where one side is a column, whose bools are apart from its integers: a gap counts as false.
    func logical(_ symbol: BinaryOperator, column a: Cell, _ b: Cell, isColumn: Bool) throws(Failure) -> Cell {
        let flag = CellType(.bool, isNumpy: true)
        switch (a.type.kind, b.type.kind) {
        case (.bool, .bool): return try flags(symbol, a, b)
        case (.bool, .int) where !b.type.canBeMissing && a.type.isNumpy, (.int, .bool) where !a.type.canBeMissing && (b.type.isNumpy || !isColumn):
            guard symbol != .bitXor else { throw refuse("'^' on integers") }
            let bits = Expression.binary(symbol.infix, a.settled.sql, b.settled.sql)
            return .made(.binary(.notEqual, bits, .integer(0)), flag, of: a, b)
        case (.int, .int) where !a.type.canBeMissing && !b.type.canBeMissing:
            guard symbol != .bitXor else { throw refuse("'^' on integers") }
            return .made(.binary(symbol.infix, a.sql, b.sql), CellType(.int, isNumpy: true), bounds: bits(a, b), of: a, b)
        case (.bool, .text) where a.type.isNumpy && isColumn, (.bool, .float) where a.type.isNumpy && isColumn:
            // Beside a column of bools, text and floats are their truth; a gap is false.
            var truth = b
            truth.type.missing = nil
            truth = self.truth(truth)
            truth.type.missing = b.type.missing == nil ? nil : .isFalse
            return try flags(symbol, a, truth)
        default: throw refuse("'\(symbol.rawValue)' between a \(a.type.kind) column and a \(b.type.kind)")
        }
    }

    private func flags(_ symbol: BinaryOperator, _ a: Cell, _ b: Cell) throws(Failure) -> Cell {
        if symbol == .bitXor { return .made(.binary(.notEqual, a.present.sql, b.present.sql), CellType(.bool, isNumpy: true), of: a, b) }
        var result = connect([a, present(a, symbol, b)], isAnd: symbol == .bitAnd)
        result.type.isNumpy = true
        return result
    }

    /// The right side of `|`, which cannot make up for a gap on the left.
    private func present(_ a: Cell, _ symbol: BinaryOperator, _ b: Cell) -> Cell {
        guard symbol == .bitOr, a.type.canBeMissing else { return b }
        return .made(.binary(.and, b.sql, .test(a.sql, .isNotNull)), b.type, of: a, b)
    }
}

extension Cell {
    /// A bool whose gap counts as false, never NULL.
    fileprivate var present: Cell {
        guard type.missing != nil else { return self }
        var cell = self
        cell.sql = sql.isTrue
        cell.type = type.with(missing: nil)
        return cell
    }

    fileprivate var bitBounds: ClosedRange<Int>? { type.kind == .bool ? 0...1 : bounds }
}
