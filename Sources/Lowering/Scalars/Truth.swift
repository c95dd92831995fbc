import Diagnostics
import Plan
import SQL

extension Lowerer {
    /// Python's `bool(value)`; NULL may stand for false.
    func truth(_ term: Term) throws(Failure) -> Cell {
        switch term {
        case .none: return .bool(false)
        case .cell(let cell): return truth(cell)
        case .display(_, let items): return .bool(!items.isEmpty)
        case .items(let items) where items.kind == .list || items.kind == .set: return exists(items.relation)
        case .items(let items) where items.kind == .array: throw refuse("the truth of \(items.description)")
        case .series, .frame, .record, .items: throw reached(Failure(.ambiguousTruth, "the truth value of \(term.description) is ambiguous"))
        case .lambda, .operation, .type, .module, .accessor, .slice: return .bool(true)
        case .groups: throw refuse("the truth of \(term.description)")
        }
    }

    /// Whether a relation has rows.
    func exists(_ relation: Relation) -> Cell {
        if let count = relation.count { return .bool(count > 0) }
        return Cell(.exists(relation.select(.integer(1))), .bool)
    }

    /// NaN is true.
    func truth(_ cell: Cell) -> Cell {
        var sql: Expression
        switch cell.type.kind {
        case .bool where cell.type.missing == .nan: sql = .call("ifnull", cell.sql, .integer(1))
        case .bool: return cell
        case .int, .float, .timedelta: sql = .binary(cell.type.missing == .nan ? .isNotSame : .notEqual, cell.sql, .integer(0))
        case .text: sql = .binary(cell.type.missing == .nan ? .isNotSame : .notEqual, cell.sql, .text(""))
        case .timestamp: sql = .integer(1)
        }
        if case .int(let number)? = cell.literal { return .bool(number != 0) }
        if case .text(let text)? = cell.literal { return .bool(!text.isEmpty) }
        return .made(sql, CellType(.bool, missing: cell.type.missing == Missing.none ? .isFalse : nil), of: cell)
    }

    /// `a and b`, `a or b`: operands after the first are reached only under conditions.
    func connected(_ operands: [Node], isAnd: Bool) throws(Failure) -> Term {
        let held = guards
        defer { guards = held }
        var cells: [Cell] = []
        for (at, operand) in operands.enumerated() {
            let term = try lower(operand)
            if at < operands.count - 1 { _ = try truth(term) }
            guard case .cell(let cell) = term else { throw refuse("'\(isAnd ? "and" : "or")' with \(term.description)") }
            let truth = truth(cell)
            guards.append(isAnd ? truth.condition : negated(truth).condition)
            cells.append(cell)
        }
        return .cell(try chosen(cells, isAnd: isAnd))
    }

    /// The operand that decides.
    private func chosen(_ cells: [Cell], isAnd: Bool) throws(Failure) -> Cell {
        if cells.allSatisfy({ $0.type.kind == .bool && !$0.type.canBeMissing }) { return connect(cells, isAnd: isAnd) }
        guard let last = cells.last, cells.allSatisfy({ $0.type.kind == last.type.kind }) else {
            throw refuse("'\(isAnd ? "and" : "or")' of values of different types")
        }
        return cells.dropLast().reversed().reduce(last) { rest, cell in
            let truth = truth(cell).sql
            let choice: Expression = isAnd
                ? .choice([Expression.When(truth, rest.sql)], otherwise: cell.sql) : .choice([Expression.When(truth, cell.sql)], otherwise: rest.sql)
            let type = CellType(last.type.kind, isNumpy: rest.type.isNumpy && cell.type.isNumpy, missing: rest.type.missing ?? cell.type.missing)
            return .made(choice, type, of: rest, cell)
        }
    }

    /// The conjunction or disjunction of truth values. What can fail is evaluated only where it decides.
    func connect(_ cells: [Cell], isAnd: Bool) -> Cell {
        guard let first = cells.first else { return .bool(isAnd) }
        return cells.dropFirst().reduce(first) { left, right in
            let sql: Expression
            if right.isFallible {
                sql = isAnd
                    ? .choice([Expression.When(left.sql, right.sql)], otherwise: .integer(0))
                    : .choice([Expression.When(left.sql, .integer(1))], otherwise: right.sql)
            } else {
                sql = .binary(isAnd ? .and : .or, left.sql, right.sql)
            }
            let missing: Missing? = left.type.missing != nil || right.type.missing != nil ? .isFalse : nil
            return .made(sql, CellType(.bool, isNumpy: left.type.isNumpy && right.type.isNumpy, missing: missing), of: left, right)
        }
    }

    /// The opposite truth value, never NULL.
    func negated(_ cell: Cell) -> Cell {
        if case .bool(let flag)? = cell.literal { return .bool(!flag) }
        let type = CellType(.bool, isNumpy: cell.type.isNumpy)
        guard cell.type.missing == nil else { return .made(.test(cell.sql, .isNotTrue), type, of: cell) }
        return .made(cell.sql.opposite, type, of: cell)
    }
}

extension Expression {
    /// `not` of a truth value that is never NULL.
    var opposite: Expression {
        switch self {
        case .binary(.equal, let a, let b): .binary(.notEqual, a, b)
        case .binary(.notEqual, let a, let b): .binary(.equal, a, b)
        case .binary(.isSame, let a, let b): .binary(.isNotSame, a, b)
        case .binary(.isNotSame, let a, let b): .binary(.isSame, a, b)
        case .binary(.less, let a, let b): .binary(.greaterEqual, a, b)
        case .binary(.lessEqual, let a, let b): .binary(.greater, a, b)
        case .binary(.greater, let a, let b): .binary(.lessEqual, a, b)
        case .binary(.greaterEqual, let a, let b): .binary(.less, a, b)
        case .unary(.not, let operand): operand
        case .test(let operand, .isNull): .test(operand, .isNotNull)
        case .test(let operand, .isNotNull): .test(operand, .isNull)
        case .test(let operand, .isTrue): .test(operand, .isNotTrue)
        case .integer(0): .integer(1)
        case .integer(1): .integer(0)
        default: .unary(.not, self)
        }
    }
}
