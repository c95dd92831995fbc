import Kernels
import Values

/// Every cell's words as numbers, and for every word the cells that hold it. Cells are numbered column by column.
struct CellWords: Sendable {
    private(set) var vocabulary: [String: Int32] = [:]
    private var words: [Int32] = []
    /// Where each cell's words begin; one more than there are cells.
    private var starts: [Int32] = [0]
    private var postings: Postings = Postings()
    /// In how many rows each word stands.
    private(set) var rowFrequency: [Int] = []
    private let rows: Int

    /// Words of one cell beyond these are not looked at.
    private static let mostWords = 256

    init(_ columns: [Column], rows: Int) {
        self.rows = rows
        starts.reserveCapacity(columns.count * rows + 1)
        let reader = FormReader()
        for column in columns {
            for row in 0..<rows {
                for form in reader.forms(column, row, limit: CellWords.mostWords) { words.append(number(of: form)) }
                starts.append(Int32(clamping: words.count))
            }
        }
        postings = Postings(words, starts, vocabulary: vocabulary.count)
        rowFrequency = postings.rowFrequencies(rows: rows)
    }

    private mutating func number(of form: String) -> Int32 {
        if let known = vocabulary[form] { return known }
        let new = Int32(vocabulary.count)
        vocabulary[form] = new
        return new
    }

    func words(of cell: Int32) -> ArraySlice<Int32> { words[Int(starts[Int(cell)])..<Int(starts[Int(cell) + 1])] }
    func count(of cell: Int32) -> Int { Int(starts[Int(cell) + 1] - starts[Int(cell)]) }
    func cells(with word: Int32) -> ArraySlice<Int32> { postings.cells(with: word) }
    func place(_ cell: Int32) -> (row: Int, column: Int) { (Int(cell) % max(rows, 1), Int(cell) / max(rows, 1)) }

    /// Whether a cell holds these words in a row.
    func holds(_ cell: Int32, _ sequence: ArraySlice<Int32>) -> Bool {
        let own = words(of: cell)
        guard own.count >= sequence.count, let first = sequence.first else { return false }
        return own.indices.contains { at in
            own[at] == first && own.endIndex - at >= sequence.count && own[at..<(at + sequence.count)].elementsEqual(sequence)
        }
    }
}

/// For every word the cells that hold it, in order, each once.
private struct Postings: Sendable {
    private var starts: [Int32] = [0]
    private var list: [Int32] = []

    init() {}

    init(_ words: [Int32], _ cellStarts: [Int32], vocabulary: Int) {
        var counts = [Int32](repeating: 0, count: vocabulary + 1)
        Postings.visit(words, cellStarts, vocabulary) { word, _ in counts[Int(word) + 1] += 1 }
        for word in 0..<vocabulary { counts[word + 1] += counts[word] }
        starts = counts
        list = Array(repeating: 0, count: Int(counts[vocabulary]))
        Postings.visit(words, cellStarts, vocabulary) { word, cell in
            list[Int(counts[Int(word)])] = cell
            counts[Int(word)] += 1
        }
    }

    /// Every pair of a word and a cell once.
    private static func visit(_ words: [Int32], _ cellStarts: [Int32], _ vocabulary: Int, _ body: (Int32, Int32) -> Void) {
        var last = [Int32](repeating: -1, count: vocabulary)
        for cell in 0..<(cellStarts.count - 1) {
            for at in Int(cellStarts[cell])..<Int(cellStarts[cell + 1]) where last[Int(words[at])] != Int32(cell) {
                last[Int(words[at])] = Int32(cell)
                body(words[at], Int32(cell))
            }
        }
    }

    func cells(with word: Int32) -> ArraySlice<Int32> { list[Int(starts[Int(word)])..<Int(starts[Int(word) + 1])] }

    func rowFrequencies(rows: Int) -> [Int] {
        var lastWord = [Int32](repeating: -1, count: rows)
        return (0..<max(starts.count - 1, 0)).map { word in
            cells(with: Int32(word)).reduce(0) { count, cell in
                let row = Int(cell) % max(rows, 1)
                guard lastWord[row] != Int32(word) else { return count }
                lastWord[row] = Int32(word)
                return count + 1
            }
        }
    }
}

/// The words of cells of any type.
private struct FormReader {
    func forms(_ column: Column, _ row: Int, limit: Int) -> [String] {
        switch column {
        case .text(let cells): return cells.isMissing(row) ? [] : forms(cells.bytes(row), limit: limit)
        case .int(let cells): return [String(cells[row].magnitude)]
        case .float(let cells): return cells[row].isFinite ? [Word.form(abs(cells[row]))] : []
        case .bool(let cells): return [cells[row] ? "tru" : "fals"]
        case .object, .timestamp, .timedelta, .categorical: return other(column[row], limit: limit)
        }
    }

    private func forms(_ bytes: UnsafeBufferPointer<UInt8>, limit: Int) -> [String] { Word.read(bytes, limit: limit).map(\.form) }

    private func other(_ value: Value, limit: Int) -> [String] {
        guard !value.isMissing, let text = try? PythonText.str(value).string else { return [] }
        return Word.read(text, limit: limit).map(\.form)
    }
}
