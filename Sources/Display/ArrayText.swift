import Diagnostics
import Kernels
import Values

/// Python's two texts of an array: `[1 2]` and `array([1, 2])`.
extension TextStyle {
    fileprivate var separator: String { self == .str ? " " : ", " }
    fileprivate var prefix: String { self == .str ? "" : "array(" }
    /// numpy breaks lines at 75 columns; `array(…)` keeps one for its bracket.
    fileprivate var width: Int { self == .str ? numpyWidth : numpyWidth - 1 }
}

private let numpyWidth = 75
/// Arrays of more elements show only their corners.
private let summaryThreshold = 1000
private let edgeItems = 3

extension Printer {
    /// numpy's text of an array of one or two dimensions.
    mutating func arrayText(_ array: NDArray, style: TextStyle) throws(Failure) -> String {
        let body = array.column.count == 0 ? "[]" : try bodyText(array, style)
        switch style {
        case .str: return body
        case .repr: return reprText(array, "array(" + body)
        }
    }

    private mutating func bodyText(_ array: NDArray, _ style: TextStyle) throws(Failure) -> String {
        let isCut = array.column.count > summaryThreshold
        let grid = ArrayGrid(array, isCut: isCut)
        let words = try elementTexts(array.column.gather(grid.positions.flatMap { $0 }))
        let indent = " " + blanks(style.prefix.length)
        let layout = ArrayLayout(separator: style.separator, isCut: isCut)
        if array.isFlat {
            return layout.row(words, dots: grid.columnDots, indent: indent, width: style.width)
        }
        var lines: [String] = []
        for (at, positions) in grid.positions.enumerated() {
            if at == grid.rowDots { lines.append(indent + "...") }
            let row = Array(words[at * positions.count..<(at + 1) * positions.count])
            lines.append(indent + layout.row(row, dots: grid.columnDots, indent: indent + " ", width: style.width - 1))
        }
        let joined = lines.joined(separator: (style == .repr ? "," : "") + "\n")
        return "[" + String(String.UnicodeScalarView(joined.unicodeScalars.dropFirst(indent.length))) + "]"
    }

    /// What cannot be seen from the elements follows them: the shape of a cut array, a dtype that is no plain number.
    private func reprText(_ array: NDArray, _ text: String) -> String {
        let count = array.column.count
        var extras: [String] = []
        if count > summaryThreshold || count == 0 && !array.isFlat { extras.append("shape=\(shapeText(array.shape))") }
        switch array.column.dtype {
        case .bool, .int64, .float64: if count == 0 { extras.append("dtype=\(array.column.dtype.rawValue)") }
        case .object, .category: extras.append("dtype=object")
        case .datetime, .timedelta: extras.append("dtype='\(array.column.dtype.rawValue)'")
        }
        guard !extras.isEmpty else { return text + ")" }
        let tail = extras.joined(separator: ", ") + ")"
        let lastLine = (text.lines.last?.length ?? 0) + 1
        let breaks = lastLine + tail.length + 1 > numpyWidth
        return text + "," + (breaks ? "\n" + blanks(6) : " ") + tail
    }

    private func shapeText(_ shape: [Int]) -> String {
        "(" + shape.map(String.init).joined(separator: ", ") + (shape.count == 1 ? ",)" : ")")
    }

    /// The elements, padded to one width as numpy pads them.
    private mutating func elementTexts(_ column: Column) throws(Failure) -> [String] {
        switch column {
        case .bool(let cells): return cells.map { $0 ? " True" : "False" }
        case .int(let cells): return rightAligned(cells.map { String($0) })
        case .float(let cells): return NumpyFloatFormat(cells).texts(cells)
        case .timestamp(let cells): return rightAligned(cells.map(numpyMoment))
        case .timedelta(let cells): return rightAligned(cells.map { $0 == Column.missingTime ? "'NaT'" : String($0) })
        case .text, .object, .categorical: return try objectElements(column.values)
        }
    }

    private mutating func objectElements(_ values: [Value]) throws(Failure) -> [String] {
        var texts: [String] = []
        for value in values {
            let text = try repr(value)
            if case .list = value { texts.append("list(\(text))") } else { texts.append(text) }
        }
        return texts
    }
}

private func rightAligned(_ texts: [String]) -> [String] {
    let width = texts.map(\.length).max() ?? 0
    return texts.map { $0.rightJustified(width) }
}

private func numpyMoment(_ time: Int) -> String {
    guard time != Column.missingTime else { return "'NaT'" }
    let text = Text.written { TimeText.append(timestamp: time, separator: UInt8(ascii: "T"), digits: 9, to: &$0) }
    return "'\(text.string)'"
}

/// The positions of the elements that are shown, row by row.
private struct ArrayGrid {
    let positions: [[Int]]
    /// The shown row (or column) before which dots stand.
    let rowDots: Int?
    let columnDots: Int?

    init(_ array: NDArray, isCut: Bool) {
        let width = array.isFlat ? array.count : array.shape[1]
        let height = array.isFlat ? 1 : array.count
        let rows = ArrayGrid.edges(height, isCut)
        let columns = ArrayGrid.edges(width, isCut)
        positions = rows.map { row in columns.map { row * width + $0 } }
        rowDots = rows.count < height ? edgeItems : nil
        columnDots = columns.count < width ? edgeItems : nil
    }

    private static func edges(_ count: Int, _ isCut: Bool) -> [Int] {
        guard isCut, count > 2 * edgeItems else { return Array(0..<count) }
        return Array(0..<edgeItems) + Array(count - edgeItems..<count)
    }
}

/// numpy's `_formatArray` for one row: words one after the other, broken where the line is full.
private struct ArrayLayout {
    let separator: String
    let isCut: Bool

    func row(_ words: [String], dots: Int?, indent: String, width: Int) -> String {
        var text = ""
        var line = indent
        let room = width - 1
        for (at, word) in words.enumerated() {
            if at == dots {
                extend(&text, &line, "...", room, indent)
                line += separator
            }
            extend(&text, &line, word, room, indent)
            if at < words.count - 1 { line += separator }
        }
        return "[" + String(String.UnicodeScalarView((text + line).unicodeScalars.dropFirst(indent.length))) + "]"
    }

    private func extend(_ text: inout String, _ line: inout String, _ word: String, _ width: Int, _ indent: String) {
        let parts = word.lines
        if parts.count > 1 { return extend(&text, &line, lines: parts, width, indent) }
        if line.length + word.length > width, line.length > indent.length {
            text += line.rightStripped + "\n"
            line = indent
        }
        line += word
    }

    /// An element of several lines (a frame among objects) stands as a block.
    private func extend(_ text: inout String, _ line: inout String, lines: [String], _ width: Int, _ indent: String) {
        let longest = lines.map(\.length).max() ?? 0
        var hanging = blanks(line.length)
        if line.length + longest > width, line.length > indent.length {
            text += line.rightStripped + "\n"
            line = indent
            hanging = indent
        }
        line += lines[0]
        for part in lines.dropFirst() {
            text += line.rightStripped + "\n"
            line = hanging + part
        }
        line += blanks(longest - (lines.last?.length ?? 0))
    }
}
