import Diagnostics
import Plan
import SQL

extension Lowerer {
    /// `&`, `|` and `^` on bools and on integers.
    func logical(_ symbol: BinaryOperator, _ a: Cell, _ b: Cell, inColumn: Bool) throws(Failure) -> Cell {
        switch (a.type.kind, b.type.kind) {
        case (.bool, .bool): return try bools(symbol, a, b, inColumn: inColumn)
        case (.int, .int), (.int, .bool), (.bool, .int):
            guard !inColumn, symbol != .bitXor, !a.type.canBeMissing, !b.type.canBeMissing else { throw refuse("'\(symbol.rawValue)' on integers") }
            return .made(.binary(symbol.infix, a.settled.sql, b.settled.sql), CellType(.int, isNumpy: a.type.isNumpy || b.type.isNumpy), of: a, b)
        default: throw refuse("'\(symbol.rawValue)' between a \(a.type.kind) and a \(b.type.kind)")
        }
    }

    private func bools(_ symbol: BinaryOperator, _ a: Cell, _ b: Cell, inColumn: Bool) throws(Failure) -> Cell {
        guard inColumn || !(a.type.canBeMissing || b.type.canBeMissing) else { throw refuse("'\(symbol.rawValue)' with a missing bool") }
        let isNumpy = inColumn || a.type.isNumpy || b.type.isNumpy
        if symbol == .bitXor { return .made(.binary(.notEqual, a.present.sql, b.present.sql), CellType(.bool, isNumpy: isNumpy), of: a, b) }
        var result = connect([a, present(a, symbol, b)], isAnd: symbol == .bitAnd)
        result.type.isNumpy = isNumpy
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
}
