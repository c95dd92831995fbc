import Interpreter
import Plan
import RePanda
import Tables
import Values

/// The smallest change of the table that turns a verdict: one cell among those that decide.
public struct Flip: Sendable {
    public enum Finding: Sendable {
        /// With this value in this cell the verdict is the other one.
        case turns(CellSet.Cell, Value)
        /// Why no single change of a deciding cell turns it.
        case stays(reason: String)
    }

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
        guard !cells.isEmpty else { return .stays(reason: "no cell decides: only the table's shape and its column names were read") }
        let constants = query.program.constants
        var left = runs
        for (at, cell) in cells.enumerated() {
            let share = max(4, left / (cells.count - at))
            for value in candidates(frame.column(cell.column), cell.row, constants).prefix(share) {
                guard left > 0 else { return .stays(reason: "no change of one cell was found in \(runs) tries; \(cells.count) cells decide together") }
                left -= 1
                guard let column = frame.column(cell.column).replacing(cell.row, with: value) else { continue }
                if (try? query.verdict(over: frame.replacing(cell.column, with: column), budget: budget)) == !verdict { return .turns(cell, value) }
            }
        }
        return .stays(reason: "no change of one cell alone turns it: \(cells.count) cells decide together")
    }

    private func candidates(_ column: Column, _ row: Int, _ constants: [Value]) -> [Value] {
        let named = constants.flatMap(near) + constants.flatMap { near($0, of: column[row]) }
        let own = Set((0..<min(column.count, 64)).map { HashKey(column[$0]) }).count < 2 ? [] : (0..<min(column.count, 64)).map { column[$0] }
        return named + extremes(column) + own
    }

    /// What the query names, one below and one above.
    private func near(_ constant: Value) -> [Value] {
        switch constant {
        case .int(let x): [.int(x), .int(x &+ 1), .int(x &- 1)]
        case .float(let x): [.float(x), .float(x + 1), .float(x - 1)]
        case .bool: [constant]
        case .text(let text): [constant, .string(text.string + " "), .string("")]
        default: []
        }
    }

    /// A text cell with a part that the query names put in.
    private func near(_ constant: Value, of cell: Value) -> [Value] {
        guard let part = constant.text?.string, let whole = cell.text?.string else { return [] }
        return [.string(whole + " " + part), .string(part + " " + whole), .string(String(whole.replacing(part, with: "")))]
    }

    private func extremes(_ column: Column) -> [Value] {
        switch column {
        case .int: [.int(-1_000_000_007), .int(1_000_000_007), .int(0)]
        case .float: [.float(-1e12), .float(1e12), .float(0)]
        case .bool: [.bool(true), .bool(false)]
        case .text, .object: [.string(""), .string("zzz 0"), .string("0"), .string("999999999")]
        case .timestamp, .timedelta, .categorical: []
        }
    }
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
