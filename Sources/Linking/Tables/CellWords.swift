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
        var reader = FormReader()
        for column in columns { reader.read(column, rows: rows, limit: CellWords.mostWords, into: &words, &starts) }
        vocabulary = reader.vocabulary
        postings = Postings(words, starts, vocabulary: vocabulary.count)
        rowFrequency = postings.rowFrequencies(rows: rows)
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

/// Reads the words of cells of any type as numbers.
private struct FormReader {
    private(set) var vocabulary: [String: Int32] = [:]
    /// Words as they are written, and the number of each one's form.
    private var surfaces = ByteNumbers()
    private var forms: [Int32] = []
    /// The same of whole numbers by their magnitude, and of others by their bits.
    private var wholes: [UInt64: Int32] = [:]
    private var fractions: [UInt64: Int32] = [:]

    mutating func read(_ column: Column, rows: Int, limit: Int, into words: inout [Int32], _ starts: inout [Int32]) {
        for row in 0..<rows {
            switch column {
            case .text(let cells): if !cells.isMissing(row) { read(cells.bytes(row), limit: limit, into: &words) }
            case .int(let cells): words.append(number(of: UInt64(cells[row].magnitude)))
            case .float(let cells): if cells[row].isFinite { words.append(number(of: abs(cells[row]))) }
            case .bool(let cells): words.append(number(of: cells[row] ? "tru" : "fals"))
            case .object, .timestamp, .timedelta, .categorical: read(column[row], limit: limit, into: &words)
            }
            starts.append(Int32(clamping: words.count))
        }
    }

    private mutating func read(_ bytes: UnsafeBufferPointer<UInt8>, limit: Int, into words: inout [Int32]) {
        var (at, count) = (0, 0)
        while count < limit, let range = Word.nextRange(in: bytes, from: at) {
            words.append(form(UnsafeBufferPointer(rebasing: bytes[range])))
            (at, count) = (range.upperBound, count + 1)
        }
    }

    /// The number of a word's form, reckoned once for each way to write it.
    private mutating func form(_ surface: UnsafeBufferPointer<UInt8>) -> Int32 {
        let (place, isNew) = surfaces.number(of: surface)
        if isNew { forms.append(number(of: Word.form(surface))) }
        return forms[place]
    }

    private mutating func number(of whole: UInt64) -> Int32 {
        if let known = wholes[whole] { return known }
        let new = number(of: String(whole))
        wholes[whole] = new
        return new
    }

    private mutating func number(of fraction: Double) -> Int32 {
        if let known = fractions[fraction.bitPattern] { return known }
        let new = number(of: Word.form(fraction))
        fractions[fraction.bitPattern] = new
        return new
    }

    private mutating func number(of form: String) -> Int32 {
        if let known = vocabulary[form] { return known }
        let new = Int32(clamping: vocabulary.count)
        vocabulary[form] = new
        return new
    }

    private mutating func read(_ value: Value, limit: Int, into words: inout [Int32]) {
        guard !value.isMissing, let text = try? PythonText.str(value).string else { return }
        words += Word.read(text, limit: limit).map { number(of: $0.form) }
    }
}
