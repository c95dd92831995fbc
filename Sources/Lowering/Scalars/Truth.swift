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
        case .groups, .choice: throw refuse("the truth of \(term.description)")
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
        case .list: sql = .binary(.notEqual, .call("list_count", cell.sql), .integer(0))
        }
        if case .int(let number)? = cell.literal { return .bool(number != 0) }
        if case .text(let text)? = cell.literal { return .bool(!text.isEmpty) }
        return .made(sql, CellType(.bool, missing: cell.type.missing == Missing.none ? .isFalse : nil), of: cell)
    }

    /// `a and b`, `a or b`: operands after the first are reached only under conditions.
    func connected(_ operands: [Node], isAnd: Bool) throws(Failure) -> Term {
        let held = guards
        defer { guards = held }
        var terms: [(term: Term, truth: Cell)] = []
        var last: Term?
        for (at, operand) in operands.enumerated() {
            do throws(Failure) {
                let term = try lower(operand)
                guard at < operands.count - 1 else {
                    last = term
                    break
                }
                let truth = try truth(term)
                terms.append((term, truth))
                guards.append(isAnd ? truth.condition : negated(truth).condition)
            } catch {
                // Python fails where it comes here; where it does not, the operand before has decided.
                guard let before = terms.popLast(), error.isPandas else { throw error }
                checks.append(Check(guards: guards, select: Select(.integer(0)), failure: error))
                last = before.term
                break
            }
        }
        guard let last else { return .none }
        return terms.reversed().reduce(last) { rest, first in
            isAnd ? choice(first.truth, then: rest, otherwise: first.term) : choice(first.truth, then: first.term, otherwise: rest)
        }
    }

    /// `then if condition else otherwise`
    func chosen(_ condition: Node, _ then: Node, _ otherwise: Node) throws(Failure) -> Term {
        let truth = try truth(lower(condition))
        let held = guards
        defer { guards = held }
        guards = held + [truth.condition]
        let first = try reachable(then)
        guards = held + [negated(truth).condition]
        let second = try reachable(otherwise)
        guard let chosen = first ?? second else { throw refuse("a choice of two failures") }
        return choice(truth, then: first ?? chosen, otherwise: second ?? chosen)
    }

    /// A node that is reached under conditions; nil for one that fails wherever it is, for which a check stands in.
    private func reachable(_ node: Node) throws(Failure) -> Term? {
        do {
            return try lower(node)
        } catch {
            guard error.isPandas else { throw error }
            checks.append(Check(guards: guards, select: Select(.integer(0)), failure: error))
            return nil
        }
    }

    /// One of two values: as SQL where both are of one type, else decided before anything else is asked.
    private func choice(_ condition: Cell, then: Term, otherwise: Term) -> Term {
        guard case .cell(let a) = then, case .cell(let b) = otherwise else { return .choice(condition, then: then, otherwise: otherwise) }
        if isFlag(a), isFlag(b) {
            if b.sql == condition.sql { return .cell(connect([condition, a], isAnd: true)) }
            if a.sql == condition.sql { return .cell(connect([condition, b], isAnd: false)) }
        }
        guard a.type.kind == b.type.kind, a.type.missing == b.type.missing || a.type.missing == nil || b.type.missing == nil else {
            return .choice(condition, then: then, otherwise: otherwise)
        }
        let type = CellType(a.type.kind, isNumpy: a.type.isNumpy && b.type.isNumpy, missing: a.type.missing ?? b.type.missing)
        return .cell(.made(.choice([Expression.When(condition.sql, a.sql)], otherwise: b.sql), type, of: condition, a, b))
    }

    private func isFlag(_ cell: Cell) -> Bool { cell.type.kind == .bool && !cell.type.canBeMissing }

    /// The conjunction or disjunction of truth values. What can fail is evaluated only where it decides.
    func connect(_ cells: [Cell], isAnd: Bool) -> Cell {
        guard let first = cells.first else { return .bool(isAnd) }
        return cells.dropFirst().reduce(first) { left, right in
            let sql: Expression
            if right.mayRaise {
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
