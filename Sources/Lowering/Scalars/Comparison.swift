import Diagnostics
import Plan
import SQL

extension Lowerer {
    /// `a < b <= c`
    func comparison(_ operands: [Node], _ symbols: [ComparisonOperator]) throws(Failure) -> Term {
        var left = try lower(operands[0])
        var result: Term?
        for (at, symbol) in symbols.enumerated() {
            let held = guards
            defer { guards = held }
            if let result { guards.append(try truth(result).condition) }
            do throws(Failure) {
                let right = try lower(operands[at + 1])
                let next = try compare(symbol, left, right)
                result = try result.map { before throws(Failure) in try both(before, next) } ?? next
                left = right
            } catch {
                guard let result, error.isPandas else { throw error }
                checks.append(Check(guards: guards, select: Select(.integer(0)), failure: error))
                return result
            }
        }
        return result ?? .none
    }

    private func both(_ left: Term, _ right: Term) throws(Failure) -> Term {
        guard case .cell(let right) = right, right.type.kind == .bool else { throw refuse("a chained comparison of columns") }
        return .cell(try connect([truth(left), right], isAnd: true))
    }

    func compare(_ symbol: ComparisonOperator, _ left: Term, _ right: Term) throws(Failure) -> Term {
        switch symbol {
        case .contains: return .cell(try membership(left, in: right))
        case .notContains: return .cell(negated(try membership(left, in: right)))
        case .isSame, .isNot: return try identity(left, right, isSame: symbol == .isSame)
        case .equal, .notEqual, .less, .lessEqual, .greater, .greaterEqual: break
        }
        if let result = try compareDisplays(symbol, left, right) { return result }
        if let result = compareNone(symbol, left, right) { return result }
        let isEquality = symbol == .equal || symbol == .notEqual
        return try Lift(lowerer: self, symbol: "'\(symbol.rawValue)'", isComparison: true, isEquality: isEquality) { (a, b, inColumn) throws(Failure) in
            try self.compare(symbol, a, b, inColumn: inColumn)
        }(left, right)
    }

    /// Nothing equals None: not even a missing cell.
    private func compareNone(_ symbol: ComparisonOperator, _ left: Term, _ right: Term) -> Term? {
        guard symbol == .equal || symbol == .notEqual else { return nil }
        let answer = Cell.bool(symbol == .notEqual)
        switch (left, right) {
        case (.none, .none): return .cell(.bool(symbol == .equal))
        case (.series(let series), .none), (.none, .series(let series)):
            return .series(SeriesTerm(relation: series.relation, cell: Cell(answer.sql, CellType(.bool, isNumpy: true)), name: series.name))
        case (.cell, .none), (.none, .cell): return .cell(answer)
        default: return nil
        }
    }

    /// Two tuples, or two lists, item by item.
    private func compareDisplays(_ symbol: ComparisonOperator, _ left: Term, _ right: Term) throws(Failure) -> Term? {
        guard case .display(let kind, let a) = left, case .display(let other, let b) = right, kind != .set, symbol == .equal || symbol == .notEqual
        else { return nil }
        guard kind == other, a.count == b.count else { return .cell(.bool(symbol == .notEqual)) }
        var cells: [Cell] = []
        for (x, y) in zip(a, b) {
            if case .cell(let x) = x, case .cell(let y) = y, x.type.canBeMissing, y.type.canBeMissing { throw refuse("comparing two items that may be one gap") }
            guard case .cell(let cell) = try compare(.equal, x, y) else { throw refuse("comparing \(left.description) of columns") }
            cells.append(cell)
        }
        let equal = connect(cells, isAnd: true)
        return .cell(symbol == .equal ? equal : negated(equal))
    }

    private func identity(_ left: Term, _ right: Term, isSame: Bool) throws(Failure) -> Term {
        switch (left, right) {
        case (.none, .none): return .cell(.bool(isSame))
        case (.cell(let cell), .none) where cell.type.missing != Missing.none, (.none, .cell(let cell)) where cell.type.missing != Missing.none:
            return .cell(.bool(!isSame))
        case (.series, .none), (.none, .series), (.frame, .none), (.none, .frame): return .cell(.bool(!isSame))
        default: throw refuse("'is' between \(left.description) and \(right.description)")
        }
    }

    typealias Missing = CellType.Missing

    // MARK: Cells

    /// Two cells as pandas or Python compares them: a gap is unequal to everything.
    func compare(_ symbol: ComparisonOperator, _ a: Cell, _ b: Cell, inColumn: Bool) throws(Failure) -> Cell {
        let isEquality = symbol == .equal || symbol == .notEqual
        if inColumn, let (x, y) = try times(a, b) { return compared(symbol, x, y, isNumpy: true) }
        guard a.type.isNumber == b.type.isNumber, a.type.isNumber || a.type.kind == b.type.kind else {
            guard isEquality else {
                if !inColumn, a.type.canBeMissing || b.type.canBeMissing, a.type.kind == .text || b.type.kind == .text { return try ordered(symbol, a, b) }
                throw try mismatch(symbol, a, b, inColumn: inColumn)
            }
            return .constant(symbol == .notEqual, isNumpy: inColumn, of: a, b)
        }
        if !isEquality, !inColumn, a.type.kind == .text, a.type.canBeMissing || b.type.canBeMissing {
            return try ordered(symbol, a, b)
        }
        let isNumpy = inColumn || a.type.isNumpy || b.type.isNumpy
        return compared(symbol, rounded(a, beside: b).settled, rounded(b, beside: a).settled, isNumpy: isNumpy)
    }

    /// Text beside a column of times is read as one.
    private func times(_ a: Cell, _ b: Cell) throws(Failure) -> (Cell, Cell)? {
        if a.type.kind == .timestamp, let text = b.textLiteral { return try time(reading: text).map { (a, $0) } }
        if b.type.kind == .timestamp, let text = a.textLiteral { return try time(reading: text).map { ($0, b) } }
        return nil
    }

    private func compared(_ symbol: ComparisonOperator, _ a: Cell, _ b: Cell, isNumpy: Bool) -> Cell {
        let gaps = [a, b].count { $0.type.missing != nil }
        let never = CellType(.bool, isNumpy: isNumpy)
        switch (symbol, gaps) {
        case (.notEqual, 0): return .made(.binary(.notEqual, a.sql, b.sql), never, of: a, b)
        case (.notEqual, 1): return .made(.binary(.isNotSame, a.sql, b.sql), never, of: a, b)
        case (.notEqual, _): return .made(.call("ifnull", .binary(.notEqual, a.sql, b.sql), .integer(1)), never, of: a, b)
        case (_, let gaps): return .made(.binary(symbol.infix, a.sql, b.sql), never.with(missing: gaps > 0 ? .isFalse : nil), of: a, b)
        }
    }

    /// Text against text where one may be a gap, which does not order with text.
    private func ordered(_ symbol: ComparisonOperator, _ a: Cell, _ b: Cell) throws(Failure) -> Cell {
        let function = Expression.call("python_order", a.sql, b.sql)
        return Cell.made(.binary(symbol.infix, function, .integer(0)), CellType(.bool, missing: .isFalse), of: a, b).fallible()
    }

    /// SQLite compares integers with floats exactly, numpy after rounding the integer.
    private func rounded(_ cell: Cell, beside other: Cell) -> Cell {
        guard cell.type.kind == .int, other.type.kind == .float, !cell.isExactFloat else { return cell }
        var rounded = cell
        rounded.sql = .cast(cell.sql, .real)
        return rounded
    }

    private func mismatch(_ symbol: ComparisonOperator, _ a: Cell, _ b: Cell, inColumn: Bool) throws(Failure) -> Failure {
        if inColumn { return refuse("'\(symbol.rawValue)' between a \(a.type.kind) column and a \(b.type.kind)") }
        return reached(Failure(.typeError, "'\(symbol.rawValue)' not supported between instances of '\(a.typeName)' and '\(b.typeName)'"))
    }
}

extension Cell {
    /// Whether every value it can have is a double too.
    var isExactFloat: Bool {
        guard let bounds else { return type.kind != .int }
        return bounds.lowerBound >= -(1 << 53) && bounds.upperBound <= 1 << 53
    }

    /// Python's name of the type.
    var typeName: String {
        switch type.kind {
        case .bool: "bool"
        case .int: type.isNumpy ? "int64" : "int"
        case .float: type.isNumpy ? "float64" : "float"
        case .text: "str"
        case .timestamp: "Timestamp"
        case .timedelta: "Timedelta"
        case .list: "list"
        }
    }
}

extension ComparisonOperator {
    /// SQL's operator; membership and identity have none.
    var infix: Expression.Infix {
        switch self {
        case .equal, .isSame, .contains: .equal
        case .notEqual, .isNot, .notContains: .notEqual
        case .less: .less
        case .lessEqual: .lessEqual
        case .greater: .greater
        case .greaterEqual: .greaterEqual
        }
    }
}
