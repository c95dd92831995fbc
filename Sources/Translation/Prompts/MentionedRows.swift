import Kernels
import Tables
import Values

/// Which rows of a table a sentence speaks of: those with a cell whose words, or whose number, stand in the sentence.
struct MentionedRows {
    /// More rows than these are not looked at.
    private static let mostRows = 200_000
    /// More words than these are in no cell that a sentence quotes.
    private static let mostWords = 12

    /// Runs of words of the sentence, each joined with blanks.
    private let phrases: Set<String>

    init(_ sentence: String) {
        let words = MentionedRows.words(sentence)
        var phrases: Set<String> = []
        for start in words.indices {
            for end in start..<min(words.count, start + MentionedRows.mostWords) { phrases.insert(words[start...end].joined(separator: " ")) }
        }
        self.phrases = phrases
    }

    /// The rows that are mentioned, those with the longest mention first; of as long ones in the table's order.
    func find(in frame: Frame) -> [Int] {
        guard !phrases.isEmpty else { return [] }
        var found: [(row: Int, length: Int)] = []
        for row in 0..<min(frame.rowCount, MentionedRows.mostRows) {
            let length = (0..<frame.columnCount).reduce(0) { $0 + mention(frame.cell(row: row, column: $1)) }
            if length > 0 { found.append((row, length)) }
        }
        return found.sorted { ($1.length, $0.row) < ($0.length, $1.row) }.map(\.row)
    }

    /// How many characters of the sentence the cell's words are; 0 where they are not in it.
    private func mention(_ cell: Value) -> Int {
        guard !cell.isMissing, let text = MentionedRows.text(cell) else { return 0 }
        let phrase = MentionedRows.words(text).joined(separator: " ")
        return phrases.contains(phrase) ? phrase.utf8.count : 0
    }

    /// A number without a fraction is written without a point in sentences.
    private static func text(_ cell: Value) -> String? {
        if let number = cell.number, let whole = Int(exactly: number) { return String(whole) }
        return try? PythonText.str(cell).string
    }

    /// Words in lower case without the marks around them; `13,000` is `13000`.
    private static func words(_ text: String) -> [String] {
        text.prefix(4_000).lowercased().split { $0.isWhitespace }.compactMap { word in
            var word = word
            while let first = word.first, isMark(first) { word.removeFirst() }
            while let last = word.last, isMark(last) { word.removeLast() }
            guard !word.isEmpty else { return nil }
            return word.allSatisfy { $0.isNumber || $0 == "," } ? word.filter { $0 != "," } : String(word)
        }
    }

    private static func isMark(_ character: Character) -> Bool { !character.isLetter && !character.isNumber && character != "-" && character != "+" && character != "%" }
}
