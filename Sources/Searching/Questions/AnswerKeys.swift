import Linking
import Values

/// Tells the answers of a table's candidates apart.
///
/// Texts are compared by their words, numbers by their value: `1,200`, `1200` and a reckoned 1200 are one answer.
struct AnswerKeys: Sendable {
    /// What makes two answers one.
    enum Key: Hashable, Sendable {
        /// The numbers of the cells' distinct texts, in order.
        case texts([Int32])
        case number(Double)
        case truth(Bool)
        case word(String)
    }

    /// The number of each cell's text, column by column; -1 where it is missing.
    private var numbers: [Int32] = []
    private var known: [String: Int32] = [:]
    private let rows: Int

    init(_ index: TableIndex) {
        rows = index.rowCount
        numbers.reserveCapacity(rows * index.columnCount)
        for column in index.headers.indices { add(index.columns[column], index.codes(column)) }
    }

    /// A text is read once for all cells that are the same.
    private mutating func add(_ column: Column, _ cells: ColumnCodes) {
        var numbersOfCodes = [Int32?](repeating: nil, count: cells.count)
        for row in 0..<rows {
            let code = Int(cells.codes[row])
            guard code >= 0 else {
                numbers.append(-1)
                continue
            }
            let number = numbersOfCodes[code] ?? number(column, row)
            numbersOfCodes[code] = number
            numbers.append(number)
        }
    }

    private mutating func number(_ column: Column, _ row: Int) -> Int32 {
        guard let text = AnswerKeys.text(column, row) else { return -1 }
        if let number = known[text] { return number }
        let number = Int32(clamping: known.count)
        known[text] = number
        return number
    }

    private static func text(_ column: Column, _ row: Int) -> String? {
        switch column {
        case .int(let cells): return Python.number(Double(cells[row]))
        case .float(let cells): return cells[row].isNaN ? nil : Python.number(cells[row])
        case .bool(let cells): return cells[row] ? "True" : "False"
        case .text(let cells):
            guard let text = cells[row]?.string else { return nil }
            let words = Word.read(text).map(\.form).joined(separator: " ")
            return words.isEmpty ? text : (text.hasPrefix("-") || text.hasPrefix("−") ? "-" + words : words)
        case .object, .timestamp, .timedelta, .categorical: return nil
        }
    }

    func key(_ answer: Answer) -> Key {
        switch answer {
        case .cell(let column, let row): return .texts(number(column, row).map { [$0] } ?? [])
        case .cells(let column, let rows): return .texts(distinct(column, rows))
        case .number(let value): return known[Python.number(value)].map { .texts([$0]) } ?? .number(value)
        case .truth(let flag): return .truth(flag)
        case .word(let word): return .word(word)
        }
    }

    private func number(_ column: Int, _ row: Int) -> Int32? {
        let number = numbers[column * rows + row]
        return number < 0 ? nil : number
    }

    private func distinct(_ column: Int, _ rows: RowSet) -> [Int32] {
        var found: [Int32] = []
        rows.forEach { if let number = number(column, $0), !found.contains(number) { found.append(number) } }
        return found.sorted()
    }
}
