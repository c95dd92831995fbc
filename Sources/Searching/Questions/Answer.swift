import Kernels
import Linking
import Values

/// What a question's candidate comes to.
public enum Answer: Sendable {
    case cell(column: Int, row: Int)
    case cells(column: Int, rows: RowSet)
    case number(Double)
    case truth(Bool)
    /// A word of the question.
    case word(String)

    /// The answer's items, as the official rule of WikiTableQuestions gets them; a missing cell gives none.
    public func items(in index: TableIndex) -> [String] {
        switch self {
        case .cell(let column, let row): return Answer.item(index.columns[column], row).map { [$0] } ?? []
        case .cells(let column, let rows):
            var items: [String] = []
            rows.forEach { if let item = Answer.item(index.columns[column], $0) { items.append(item) } }
            return items
        case .number(let value): return [Python.number(value)]
        case .truth(let flag): return [flag ? "yes" : "no"]
        case .word(let word): return [word]
        }
    }

    /// How many cells it has; 1 for what is reckoned.
    public var count: Int {
        switch self {
        case .cells(_, let rows): rows.count
        case .cell, .number, .truth, .word: 1
        }
    }

    /// The first of its cells; nil where it is reckoned.
    public var firstCell: (column: Int, row: Int)? {
        switch self {
        case .cell(let column, let row): (column, row)
        case .cells(let column, let rows): rows.lowest.map { (column, $0) }
        case .number, .truth, .word: nil
        }
    }

    private static func item(_ column: Column, _ row: Int) -> String? {
        if case .text(let cells) = column { return cells[row]?.string }
        let value = column[row]
        return value.isMissing ? nil : (try? PythonText.str(value))?.string
    }
}
