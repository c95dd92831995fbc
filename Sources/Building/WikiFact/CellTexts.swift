import RePanda
import Scoring
import Tables
import Values

/// The cells of a table as the texts that an answer may be made of, column by column, each once.
struct CellTexts {
    struct Cell {
        let text: String
        /// As the official rule reads it.
        let value: AnswerValue
        /// Letters and digits alone, to look for in a question.
        let folded: String
    }

    let columns: [(name: String, cells: [Cell])]

    init(_ table: Table) {
        columns = table.schema.columns.enumerated().map { at, column in
            (column.name.string, CellTexts.distinct(table.frame.column(at)))
        }
    }

    private static func distinct(_ column: Column) -> [Cell] {
        var seen: Set<String> = []
        return (0..<column.count).compactMap { row in
            guard let text = CellTexts.text(column[row]), seen.insert(text).inserted else { return nil }
            return Cell(text: text, value: AnswerValue(text), folded: Occurrences.folded(text))
        }
    }

    /// Nil for gaps, and for cells that are no answer: marks, long texts.
    private static func text(_ cell: Value) -> String? {
        switch cell {
        case .text(let text):
            let words = text.string.split(whereSeparator: \.isWhitespace).joined(separator: " ")
            return words.count <= 80 && words.contains { $0.isLetter || $0.isNumber } ? words : nil
        case .int(let number), .numpyInt(let number): return String(number)
        case .float(let number), .numpyFloat(let number):
            guard number.isFinite else { return nil }
            return number == number.rounded() && abs(number) < 1e15 ? String(Int(number)) : "\(number)"
        case .bool(let flag), .numpyBool(let flag): return flag ? "True" : "False"
        default: return nil
        }
    }
}
