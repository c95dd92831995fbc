import Diagnostics
import Plan
import SQL

/// What Python iterates over: cells of rows, or values that the query spells out.
enum Iterable {
    case rows(SeriesTerm)
    case terms([Term])
}

extension Lowerer {
    /// What `for item in value` gives; numpy's scalars become Python's own, but for an array's.
    func iterate(_ term: Term) throws(Failure) -> Iterable {
        switch term {
        case .series(var series):
            series.cell = series.cell.settled
            if series.cell.type.kind != .text { series.cell.type.isNumpy = false }
            return .rows(series)
        case .items(let items) where items.kind != .set: return .rows(items.asSeries)
        case .display(let display, let terms) where display != .set: return .terms(terms)
        case .record(let record): return .terms(record.cells.map { .cell($0.with(isNumpy: false)) })
        case .frame(let frame): return .terms(frame.columns.map { .cell($0.label.cell) })
        default: throw refuse("iterating over \(term.description)")
        }
    }

    func list(_ term: Term, _ kind: ItemsTerm.Kind, _ display: Term.Display) throws(Failure) -> Term {
        switch try iterate(term) {
        case .rows(let series): return .items(ItemsTerm(kind: kind, relation: series.relation, cell: series.cell))
        case .terms(let terms): return .display(display, terms)
        }
    }

    // MARK: Comprehensions

    /// `[f(x) for x in column if g(x)]`: the cells of the rows that are left.
    func comprehend(_ comprehension: Node.Comprehension) throws(Failure) -> Term {
        guard comprehension.clauses.count == 1, let clause = comprehension.clauses.first, case .local(let slot) = clause.target,
            comprehension.kind == .list || comprehension.kind == .generator || comprehension.kind == .set
        else { throw Failure(.syntaxNotLowered, "this comprehension is not lowered to SQL") }
        let source = try iterate(lower(clause.source))
        let saved = slots[slot]
        defer { slots[slot] = saved }
        guard case .rows(let series) = source else { throw Failure(.syntaxNotLowered, "a comprehension over a list is not lowered to SQL") }
        return .items(try comprehend(comprehension, clause, slot, pinned(series)))
    }

    private func comprehend(
        _ comprehension: Node.Comprehension, _ clause: Node.Comprehension.Clause, _ slot: Int, _ series: SeriesTerm
    ) throws(Failure) -> ItemsTerm {
        slots[slot] = .cell(series.cell)
        var relation = series.relation
        for condition in clause.conditions {
            let mask = try onRows { () throws(Failure) in try self.truth(self.lower(condition)) }
            relation = relation.filtered(by: made(relation, mask, .none).cell)
        }
        let element = try onRows { () throws(Failure) in try self.lower(comprehension.element) }
        guard case .cell(let cell) = element else { throw refuse("a comprehension of \(element.description)") }
        let kind: ItemsTerm.Kind = comprehension.kind == .set ? .set : comprehension.kind == .list ? .list : .iterator
        return ItemsTerm(kind: kind, relation: relation, cell: made(relation, cell, .none).cell)
    }

    /// What is asked of each row may not add checks: those are asked once, before the rows.
    func onRows<Result>(_ body: () throws(Failure) -> Result) throws(Failure) -> Result {
        let before = checks.count
        let result: Result
        do {
            result = try body()
        } catch {
            // Without rows it is never asked.
            guard !error.isPandas else { throw Failure(.syntaxNotLowered, "an error for each row is not lowered to SQL: \(error.message)") }
            throw error
        }
        guard checks.count == before else { throw Failure(.syntaxNotLowered, "a check for each row is not lowered to SQL") }
        return result
    }

    // MARK: Functions

    /// The value of a function for one value.
    func apply(_ function: Term, to argument: Term) throws(Failure) -> Term {
        switch function {
        case .lambda(let lambda):
            guard let parameter = lambda.parameters.first, lambda.parameters.dropFirst().allSatisfy({ $0.defaultValue != nil }),
                lambda.parameters.count == 1
            else { throw refuse("a function of several parameters") }
            let saved = slots[parameter.slot]
            defer { slots[parameter.slot] = saved }
            slots[parameter.slot] = argument
            return try lower(lambda.body)
        case .type(let type): return try construct(type, [argument])
        case .operation(.builtin(.len)): return .cell(try length(argument))
        default: throw refuse("\(function.description) applied to cells")
        }
    }

    /// Calling a value: a type or a function.
    func call(_ callee: Term, _ arguments: Node.Arguments) throws(Failure) -> Term {
        guard arguments.keywords.isEmpty, arguments.merged.isEmpty else { throw refuse("a call with keywords") }
        let terms = try terms(arguments.positional)
        switch callee {
        case .type(let type): return try construct(type, terms)
        case .lambda where terms.count == 1: return try apply(callee, to: terms[0])
        default: throw refuse("calling \(callee.description)")
        }
    }
}
