import Diagnostics
import Plan
import SQL
import Values

/// Turns the plan of a query into SQL over one table.
///
/// It walks the plan once and keeps, for every value, the SQL that gives it (`Term`). What pandas would refuse at run time becomes a check.
public final class Lowerer {
    let table: TableLayout
    var slots: [Term?]
    var checks: [Check] = []
    /// What must hold for the node at hand to be reached at all.
    var guards: [Expression] = []
    var freshNames = 0

    init(_ table: TableLayout, slotCount: Int) {
        self.table = table
        slots = Array(repeating: nil, count: slotCount)
    }

    /// The query as SQL.
    ///
    /// - Throws: a code of the lowering phase for what SQLite is not asked to do, with the place; or what pandas refuses whatever the data.
    public static func lower(_ program: Program, on table: TableLayout) throws(Failure) -> Lowered {
        let lowerer = Lowerer(table, slotCount: program.slotNames.count)
        lowerer.slots[0] = .frame(lowerer.tableFrame)
        do {
            for step in program.statements { try lowerer.lower(step) }
            let outcome = try lowerer.result(lowerer.lower(program.result))
            return Lowered(checks: lowerer.checks, outcome: outcome)
        } catch {
            guard error.isPandas else { throw error }
            return Lowered(checks: lowerer.checks, outcome: .failure(error))
        }
    }

    /// The table itself.
    private var tableFrame: FrameTerm {
        var label = Cell(.column(table.row), .int, bounds: 0...max(table.rowCount - 1, 0))
        label.readsRow = true
        let labels = Labels(cells: [label], names: [.none], isRange: true, areUnique: true)
        let relation = Relation(
            source: .table(table.name), order: [Ordering(.column(table.row))], labels: labels, count: table.rowCount, most: table.rowCount)
        return FrameTerm(relation: relation, columns: table.columns.map(column))
    }

    private func column(_ column: TableLayout.Column) -> FrameTerm.Column {
        let cell = CellType(column.facts).map { type in
            var cell = Cell(.column(column.name), type, bounds: column.facts.bounds)
            cell.readsRow = true
            cell.isUnique = column.facts.isUnique
            return cell
        }
        return FrameTerm.Column(label: .text(column.label.string), cell: cell)
    }

    // MARK: Statements

    private func lower(_ step: Step) throws(Failure) {
        switch step.kind {
        case .evaluate(let node): _ = try lower(node)
        case .assign(let targets, let node): try assign(targets, lower(node), node.span)
        case .pass: break
        case .augmented, .conditional, .loop, .assert, .delete, .breaking, .continuing:
            throw Failure(.syntaxNotLowered, "this kind of statement is not lowered to SQL", at: step.span)
        }
    }

    private func assign(_ targets: [Target], _ term: Term, _ span: Span) throws(Failure) {
        for target in targets {
            guard case .local(let slot) = target else { throw Failure(.syntaxNotLowered, "this assignment is not lowered to SQL", at: span) }
            slots[slot] = term
        }
    }

    // MARK: Nodes

    /// The SQL side of a node; a failure without a place gets this node's.
    func lower(_ node: Node) throws(Failure) -> Term {
        let before = checks.count
        do {
            let term = try term(of: node)
            for at in before..<checks.count where checks[at].failure?.span == nil { checks[at].failure?.span = node.span }
            return term
        } catch {
            guard error.span == nil else { throw error }
            var placed = error
            placed.span = node.span
            throw placed
        }
    }

    private func term(of node: Node) throws(Failure) -> Term {
        switch node.kind {
        case .constant(let value): try constant(value)
        case .column(let frame, let position, let label): try column(lower(frame), position, label)
        case .local(let slot): try local(slot)
        case .operation(let operation): .operation(operation)
        case .property(let receiver, let attribute): try property(attribute, of: lower(receiver))
        case .method(let receiver, let attribute, let arguments): try method(lower(receiver), attribute, arguments)
        case .function(let operation, let arguments): try function(operation, arguments)
        case .subscripted(let base, let key): try subscripted(lower(base), by: lower(key))
        case .slice(let lower, let upper, let step): .slice(lower: try part(lower), upper: try part(upper), step: try part(step))
        case .unary(let symbol, let operand): try unary(symbol, lower(operand))
        case .binary(let symbol, let left, let right): try binary(symbol, lower(left), lower(right))
        case .comparison(let operands, let symbols): try comparison(operands, symbols)
        case .and(let operands): try connected(operands, isAnd: true)
        case .or(let operands): try connected(operands, isAnd: false)
        case .not(let operand): .cell(try negated(truth(lower(operand))))
        case .list(let items): .display(.list, try terms(items))
        case .tuple(let items): .display(.tuple, try terms(items))
        case .set(let items): .display(.set, try terms(items))
        case .lambda(let lambda): .lambda(lambda)
        case .failure(let failure): throw reached(failure)
        case .comprehension(let comprehension): try comprehend(comprehension)
        case .conditional(let then, let condition, let otherwise): try chosen(condition, then, otherwise)
        case .call(let callee, let arguments): try call(lower(callee), arguments)
        case .bind(let slot, let value): try bind(slot, lower(value))
        case .queried(let slot, let frame): try bind(slot, queryable(lower(frame)))
        case .dict: throw Failure(.syntaxNotLowered, "a dict is not lowered to SQL")
        case .formatted: throw Failure(.syntaxNotLowered, "an f-string is not lowered to SQL")
        case .starred: throw Failure(.syntaxNotLowered, "a starred expression is not lowered to SQL")
        }
    }

    func terms(_ nodes: [Node]) throws(Failure) -> [Term] {
        var terms: [Term] = []
        for node in nodes { terms.append(try lower(node)) }
        return terms
    }

    private func part(_ node: Node?) throws(Failure) -> Term? {
        guard let node else { return nil }
        return try lower(node)
    }

    private func bind(_ slot: Int, _ term: Term) throws(Failure) -> Term {
        guard guards.isEmpty else { throw Failure(.syntaxNotLowered, "a name that is bound under conditions is not lowered to SQL") }
        slots[slot] = term
        return term
    }

    /// A frame whose every column a query string can name.
    private func queryable(_ term: Term) throws(Failure) -> Term {
        guard case .frame(let frame) = term, Set(frame.columns.map(\.label)).count == frame.columns.count else {
            throw Failure(.syntaxNotLowered, "a query string is lowered to SQL over frames whose columns have a name each")
        }
        return term
    }

    private func local(_ slot: Int) throws(Failure) -> Term {
        guard let term = slots[slot] else { throw reached(Failure(.nameError, "a variable is used before it has a value")) }
        return term
    }

    private func constant(_ value: Value) throws(Failure) -> Term {
        switch value {
        case .none: return .none
        case .bool(let flag), .numpyBool(let flag): return .cell(.bool(flag))
        case .int(let number), .numpyInt(let number): return .cell(.int(number))
        case .float(let number): return .cell(.float(number))
        case .text(let text): return .cell(.text(text))
        case .type(let type): return .type(type)
        case .module(let module): return .module(module)
        case .numpyFloat, .timestamp, .timedelta, .date, .time, .interval, .list, .tuple, .set, .dict, .range, .slice, .iterator, .series, .frame, .index,
            .array, .groupBy, .accessor, .function, .dtype:
            throw Failure(.typeNotLowered, "a constant of type \(value.typeName) is not lowered to SQL")
        }
    }

    // MARK: Refusing

    /// What pandas refuses at this point of the query, whatever the data. What was asked before may still fail first.
    func reached(_ failure: Failure) -> Failure { failure }

    func refuse(_ what: String) -> Failure { Failure(.notLowered, what + " is not lowered to SQL") }

    /// Lets the query go on only where the value is true.
    func require(_ select: Select, orFail failure: Failure) {
        checks.append(Check(guards: guards, select: select, failure: failure))
    }
}

extension Failure {
    /// Whether pandas itself refuses, rather than we.
    var isPandas: Bool {
        switch code.phase {
        case .running, .types, .names, .syntax: true
        case .translator, .subset, .limits, .lowering, .tables, .fault: false
        }
    }
}
