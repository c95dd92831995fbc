import Diagnostics
import Values

extension Printer {
    /// `repr(Series)`.
    mutating func seriesText(_ series: Series) throws(Failure) -> String {
        let isCut = series.count > options.maximumRows
        let footer = try footer(series, isCut: isCut)
        guard series.count > 0 else { return "Series([], \(footer))" }
        let shown = isCut ? series.gather(edges(series.count)) : series
        var cells = try cellTexts(shown.column)
        var labels = try labelLines(shown.index)
        if isCut { insertDots(&cells, &labels) }
        let header = shown.index.hasNames ? [labels[0]] : []
        return (header + adjoin(3, [Array(labels.dropFirst()), cells]) + [footer]).joined(separator: "\n")
    }

    /// The first and the last rows of a long series or frame.
    func edges(_ count: Int) -> [Int] { Array(0..<options.edgeRows) + Array(count - options.edgeRows..<count) }

    /// The names' line, then one line a label.
    private mutating func labelLines(_ index: Index) throws(Failure) -> [String] {
        if index.isMulti { return adjoin(2, try levelTexts(index, named: true, sparse: true)) }
        return [try nameText(index.name)] + (try labelTexts(index))
    }

    private func insertDots(_ cells: inout [String], _ labels: inout [String]) {
        let width = cells[options.edgeRows - 1].length
        cells.insert((width > 3 ? "..." : "..").centered(width), at: options.edgeRows)
        labels.insert("", at: options.edgeRows + 1)
    }

    private mutating func footer(_ series: Series, isCut: Bool) throws(Failure) -> String {
        var parts: [String] = []
        if case .none = series.name {} else { parts.append("Name: \(try pretty(series.name))") }
        if isCut { parts.append("Length: \(series.count)") }
        parts.append("dtype: \(series.column.dtype.rawValue)")
        let line = parts.joined(separator: ", ")
        guard case .categorical(let cells) = series.column else { return line }
        return line + "\n" + (try categoriesLine(cells.categories))
    }

    /// `Categories (3, object): ['low' < 'mid' < 'high']`
    private mutating func categoriesLine(_ categories: Categories) throws(Failure) -> String {
        var labels: [String] = []
        for row in 0..<categories.count { labels.append(try repr(categories.labels[row].plain)) }
        let separator = categories.isOrdered ? " < " : ", "
        return "Categories (\(categories.count), \(categories.labels.dtype.rawValue)): [\(labels.joined(separator: separator))]"
    }
}

extension Value {
    /// A numpy scalar without its type.
    fileprivate var plain: Value {
        switch self {
        case .numpyBool(let flag): .bool(flag)
        case .numpyInt(let number): .int(number)
        case .numpyFloat(let number): .float(number)
        default: self
        }
    }
}
