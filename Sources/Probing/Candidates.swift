import Interpreter
import Plan
import Values

/// The values that are tried in a cell.
struct Candidates {
    /// What the query names and what its steps came to.
    private let named: [Value]

    init(_ named: [Value]) { self.named = named }

    /// Each value once, taken in turn from several kinds: those that the query names and the steps came to, other cells of the column, what
    /// would close a gap, edits of a text, extremes.
    func values(_ column: Column, _ row: Int) -> [Value] {
        let cell = column[row]
        let kinds = [
            named.flatMap(near), (0..<min(column.count, 48)).map { column[$0] }, gaps(cell, column.count), edited(cell), named.flatMap { near($0, of: cell) },
            extremes(column),
        ]
        var seen: Set<HashKey> = [HashKey(cell)]
        return (0..<(kinds.map(\.count).max() ?? 0)).flatMap { at in kinds.compactMap { at < $0.count ? $0[at] : nil } }.filter { seen.insert(HashKey($0)).inserted }
    }

    /// The cell moved by the difference of two numbers of the query, so that a sum meets the other side.
    private func gaps(_ cell: Value, _ rows: Int) -> [Value] {
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
    private func edited(_ cell: Value) -> [Value] {
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
