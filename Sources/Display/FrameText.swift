import Diagnostics
import Values

extension Printer {
    /// `repr(DataFrame)`.
    mutating func frameText(_ frame: Frame) throws(Failure) -> String {
        guard frame.rowCount > 0, frame.columnCount > 0 else { return try emptyText(frame) }
        var cut = FrameCut(frame, options)
        var columns = try textColumns(&cut)
        var lines = adjoin(1, columns)
        if let fitting = fittingColumns(columns, lines) {
            cut.limitColumns(to: fitting)
            columns = try textColumns(&cut)
            lines = adjoin(1, columns)
        }
        let text = lines.joined(separator: "\n")
        return cut.isCut ? text + "\n\n[\(frame.rowCount) rows x \(frame.columnCount) columns]" : text
    }

    private mutating func emptyText(_ frame: Frame) throws(Failure) -> String {
        "Empty DataFrame\nColumns: \(try pretty(.index(frame.columns)))\nIndex: \(try pretty(.index(frame.index)))"
    }

    /// pandas' `_fit_strcols_to_terminal_width`: the number of columns that fit, taken from the middle; nil where all do.
    private func fittingColumns(_ columns: [[String]], _ lines: [String]) -> Int? {
        var excess = (lines.map(\.length).max() ?? 0) - options.width + 1
        guard excess > 0 else { return nil }
        var widths = columns.map { $0.map(\.length).max() ?? 0 }
        while excess > 0, widths.count > 1 {
            let half = widths.count / 2
            // Python rounds a half to the even number.
            let middle = widths.count % 2 == 1 && half % 2 == 1 ? half + 1 : half
            excess -= widths.remove(at: min(middle, widths.count - 1)) + 1
        }
        return max(widths.count - 1, 2)
    }

    /// The labels and every column shown as texts of one height, dots where something is left out.
    private mutating func textColumns(_ cut: inout FrameCut) throws(Failure) -> [[String]] {
        let labels = try rowLabels(cut)
        var columns = [labels] + (try bodyColumns(cut))
        if let at = cut.dotColumn { columns.insert(Array(repeating: " ...", count: labels.count), at: at + 1) }
        if let row = cut.dotRow { insertDotRow(&columns, row, headerRows: labels.count - cut.shown.rowCount, cut.dotColumn) }
        return columns
    }

    private func insertDotRow(_ columns: inout [[String]], _ row: Int, headerRows: Int, _ dotColumn: Int?) {
        for at in columns.indices {
            let isDots = dotColumn.map { $0 + 1 == at } ?? false
            let width = isDots ? 4 : columns[at][row].length
            let dots = columns[at][row].length > 3 || isDots ? "..." : ".."
            columns[at].insert(justified(dots, width, at == 0 ? .left : .right), at: row + headerRows)
        }
    }

    private mutating func bodyColumns(_ cut: FrameCut) throws(Failure) -> [[String]] {
        let headers = try columnHeaders(cut)
        var columns: [[String]] = []
        for at in 0..<cut.shown.columnCount {
            let header = headers[at] + (cut.whole.index.hasNames ? [""] : [])
            let headerWidth = header.map(\.length).max() ?? 0
            let cells = fixedWidth(try cellTexts(cut.shown.column(at)), .right, minimum: headerWidth)
            let width = max(cells.map(\.length).max() ?? 0, headerWidth)
            columns.append(header.map { $0.rightJustified(width) } + cells)
        }
        return columns
    }

    /// The texts above each column, one a level; numeric columns leave room for a sign.
    private mutating func columnHeaders(_ cut: FrameCut) throws(Failure) -> [[String]] {
        let labels = cut.shown.columns
        if labels.isMulti { return try multiHeaders(cut) }
        let texts = try labelTexts(labels)
        let numeric = numericLabels(texts, cut.whole)
        return texts.map { [numeric[$0] == true ? " " + $0 : $0] }
    }

    /// Labels of several levels never get room for a sign: pandas means to give it, but asks a method instead of calling it.
    private mutating func multiHeaders(_ cut: FrameCut) throws(Failure) -> [[String]] {
        let levels = sparsified(try levelTexts(cut.shown.columns, named: false, sparse: false), from: 0)
        return (0..<cut.shown.columnCount).map { at in levels.map { $0[at] } }
    }

    /// Whether the column under a label is numeric. Of columns with one label the last decides, and columns left out are
    /// not skipped when labels and types are paired: both are pandas' ways.
    private func numericLabels(_ labels: [String], _ whole: Frame) -> [String: Bool] {
        var numeric: [String: Bool] = [:]
        for (at, label) in labels.enumerated() where at < whole.columnCount { numeric[label] = whole.dtype(at).isNumeric }
        return numeric
    }

    /// The row labels with what stands above them: the columns' names, then the index's.
    private mutating func rowLabels(_ cut: FrameCut) throws(Failure) -> [String] {
        let index = cut.shown.index
        let named = cut.whole.index.hasNames
        var levels: [[String]]
        if index.isMulti {
            levels = try levelTexts(index, named: named, sparse: true)
        } else {
            levels = [(named ? [try nameText(index.name)] : []) + (try labelTexts(index))]
        }
        levels = levels.map { fixedWidth($0, .left) }
        return try columnNames(cut.whole.columns) + adjoin(1, levels)
    }

    private mutating func columnNames(_ columns: Index) throws(Failure) -> [String] {
        var names: [String] = []
        for level in 0..<columns.levelCount {
            let name = level < columns.names.count ? columns.names[level] : .none
            if case .none = name { names.append("") } else { names.append(try str(name)) }
        }
        return names
    }
}

/// The part of a frame that is shown.
struct FrameCut {
    let whole: Frame
    private(set) var shown: Frame
    /// Rows before the dots.
    private(set) var dotRow: Int?
    /// Columns before the dots.
    private(set) var dotColumn: Int?

    init(_ frame: Frame, _ options: DisplayOptions) {
        whole = frame
        shown = frame
        if frame.columnCount > options.width { limitColumns(to: options.width) }
        if frame.rowCount > options.maximumRows {
            let edge = options.edgeRows
            shown = shown.gather(Array(0..<edge) + Array(frame.rowCount - edge..<frame.rowCount))
            dotRow = edge
        }
    }

    var isCut: Bool { dotRow != nil || dotColumn != nil }

    /// Keeps half of the columns at either end.
    mutating func limitColumns(to count: Int) {
        guard whole.columnCount > count else { return }
        let half = max(1, count / 2)
        let all = shown.columnCount
        shown = shown.select(Array(0..<min(half, all)) + Array(max(0, all - half)..<all))
        dotColumn = half
    }
}
