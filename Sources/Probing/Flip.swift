import Interpreter
import Plan
import Provenance
import RePanda
import Tables
import Values

/// The smallest change of the table that turns a verdict: one cell among those that decide.
public struct Flip: Sendable {
    public enum Finding: Sendable {
        /// With this value in this cell the verdict is the other one.
        case turns(CellSet.Cell, Value)
        /// What stands in the way of turning it by one deciding cell.
        case stays(reason: String)
        /// None was found, and nothing is known that would rule it out.
        case unknown(tries: Int)
    }

    /// The most cells that are copied for all tries.
    private static let mostCopied = 4_000_000

    /// The most tables that are tried.
    private let runs: Int
    private let budget: Budget

    public init(runs: Int = 400, budget: Budget = .standard) {
        self.runs = runs
        self.budget = budget
    }

    /// Looks for a change of one deciding cell that turns the verdict. Tried are the values of the cell's column, those that the query names,
    /// and their neighbours.
    ///
    /// - Parameter frame: the table that the account speaks of.
    public func find(_ query: Query, on frame: Frame, _ account: Account, verdict: Bool) -> Finding {
        let cells = account.support.deciding.cells.filter { $0.row >= 0 }
        let named = (query.program.constants + account.scalars).filter { frame.columns.position(of: $0) == nil || $0.text == nil }
        // A try copies a column: of a large table fewer are made, and no more cells are looked at than tries.
        let runs = min(runs, max(16, Flip.mostCopied / max(1, frame.rowCount)))
        var tries = cells.prefix(runs).map { cell in (cell: cell, values: Candidates(named).values(frame.column(cell.column), cell.row)[...]) }
        var left = runs
        while left > 0, !tries.isEmpty {
            let share = max(3, left / (tries.count * 2))
            for at in tries.indices {
                for value in tries[at].values.prefix(share) where left > 0 {
                    left -= 1
                    if turns(query, frame, tries[at].cell, value, verdict) { return .turns(tries[at].cell, value) }
                }
                tries[at].values = tries[at].values.dropFirst(share)
            }
            tries.removeAll { $0.values.isEmpty }
        }
        let known = (try? Obstacles(of: query.program, text: query.text, on: frame, budget: budget))?.reason
        return known.map { .stays(reason: $0) } ?? .unknown(tries: runs - left)
    }

    private func turns(_ query: Query, _ frame: Frame, _ cell: CellSet.Cell, _ value: Value, _ verdict: Bool) -> Bool {
        guard let column = frame.column(cell.column).replacing(cell.row, with: value) else { return false }
        return (try? query.verdict(over: frame.replacing(cell.column, with: column), budget: budget)) == !verdict
    }
}

extension Account {
    /// What the steps came to, where that is one value.
    fileprivate var scalars: [Value] { steps.map(\.value).filter { $0.number != nil || $0.text != nil } }
}

extension Program {
    /// The constants of the query, in the order of the plan.
    fileprivate var constants: [Value] {
        var found: [Value] = []
        for case .assign(_, let node) in statements.map(\.kind) { node.collect(into: &found) }
        result.collect(into: &found)
        return found
    }
}

extension Node {
    fileprivate func collect(into found: inout [Value]) {
        if case .constant(let value) = kind { found.append(value) }
        for child in children { child.collect(into: &found) }
    }
}

extension Column {
    /// The column with another value in a row; nil where that value is not of the column's type.
    package func replacing(_ row: Int, with value: Value) -> Column? {
        switch self {
        case .int(var cells):
            guard let number = value.integer, value.typeName != "bool" else { return nil }
            cells[row] = number
            return .int(cells)
        case .float(var cells):
            guard let number = value.number, value.typeName != "bool" else { return nil }
            cells[row] = number
            return .float(cells)
        case .bool(var cells):
            guard value.typeName == "bool", let flag = value.integer else { return nil }
            cells[row] = flag != 0
            return .bool(cells)
        case .text(let cells):
            guard let text = value.text else { return nil }
            var texts = (0..<cells.count).map { cells[$0] }
            texts[row] = text
            return .text(TextColumn(texts))
        case .object(var cells):
            guard cells[row].typeName == value.typeName else { return nil }
            cells[row] = value
            return .object(cells)
        case .timestamp, .timedelta, .categorical: return nil
        }
    }
}
