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
        var tries = cells.map { cell in (cell: cell, values: candidates(frame.column(cell.column), cell.row, query.program.constants + account.scalars)[...]) }
        // A try copies a column: of a large table fewer are made.
        let runs = min(runs, max(16, Flip.mostCopied / max(1, frame.rowCount)))
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

    /// Each value once, taken in turn from several kinds: those that the query names and the steps came to, other cells of the column, what
    /// would close a gap, edits of a text, extremes.
    private func candidates(_ column: Column, _ row: Int, _ named: [Value]) -> [Value] {
        let cell = column[row]
        let kinds = [
            named.flatMap(near), (0..<min(column.count, 48)).map { column[$0] }, gaps(cell, named, column.count), edited(cell, named), named.flatMap { near($0, of: cell) },
            extremes(column),
        ]
        var seen: Set<HashKey> = [HashKey(cell)]
        return (0..<(kinds.map(\.count).max() ?? 0)).flatMap { at in kinds.compactMap { at < $0.count ? $0[at] : nil } }.filter { seen.insert(HashKey($0)).inserted }
    }

    /// The cell moved by the difference of two numbers of the query, so that a sum meets the other side.
    private func gaps(_ cell: Value, _ named: [Value], _ rows: Int) -> [Value] {
        guard let number = cell.number else { return [] }
        let numbers = named.compactMap(\.number).filter(\.isFinite).prefix(12)
        let counts = [1, Double(rows)] + numbers.filter { $0 > 1 && $0 < 1000 && $0 == $0.rounded() }.prefix(4) + [2, 3, 4, 5]
        var found: [Value] = []
        for count in counts {
            for from in numbers {
                for to in numbers where to != from { found += around(number + (to - from) * count, whole: cell.integer != nil) }
            }
        }
        return found
    }

    private func around(_ target: Double, whole: Bool) -> [Value] {
        let targets = [target, target + 1, target - 1]
        return whole ? targets.compactMap { Int(exactly: $0.rounded()) }.map { .int($0) } : targets.map { .float($0) }
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

    /// A text cell with one of its numbers or words put in place of another.
    private func edited(_ cell: Value, _ named: [Value]) -> [Value] {
        guard let text = cell.text?.string, text.utf8.count < 200 else { return [] }
        let numbers = named.compactMap(\.integer).flatMap { [$0, $0 &+ 1, $0 &- 1] }.map(String.init) + ["0", "99999"]
        let words = named.compactMap { $0.text?.string }
        var found: [Value] = []
        for run in text.runs(of: \.isNumber).prefix(6) { found += numbers.prefix(12).map { .string(text.replacingCharacters(in: run, with: $0)) } }
        for run in text.runs(of: { !$0.isWhitespace }).prefix(6) { found += words.prefix(6).map { .string(text.replacingCharacters(in: run, with: $0)) } }
        return found
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

extension String {
    /// The longest stretches of characters that have a property.
    fileprivate func runs(of holds: (Character) -> Bool) -> [Range<Index>] {
        var found: [Range<Index>] = []
        var start: Index?
        for at in indices {
            if holds(self[at]) { start = start ?? at; continue }
            if let from = start { found.append(from..<at) }
            start = nil
        }
        return start.map { found + [$0..<endIndex] } ?? found
    }

    fileprivate func replacingCharacters(in range: Range<Index>, with other: String) -> String { self[..<range.lowerBound] + other + self[range.upperBound...] }
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
