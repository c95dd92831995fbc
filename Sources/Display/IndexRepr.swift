import Diagnostics
import Values

/// An index of more labels shows ten at either end.
private let maximumLabels = 100
private let edgeLabels = 10
/// pandas breaks the labels of an index at `display.width`, whatever the terminal's.
private let lineWidth = 80

extension Printer {
    /// `repr(Index)`: `Index(['a', 'b'], dtype='object', name='x')`.
    mutating func indexRepr(_ index: Index) throws(Failure) -> String {
        if case .range(let range) = index.labels { return try repr(range, index) }
        let data = try labelSummary(index)
        return "\(index.typeName)(\(data)\(try attributes(index).joined(separator: ", ")))"
    }

    private mutating func repr(_ range: RangeValue, _ index: Index) throws(Failure) -> String {
        var parts = ["start=\(range.start)", "stop=\(range[range.count])", "step=\(range.step)"]
        if index.hasNames { parts.append("name=\(try pretty(index.name, quotes: true))") }
        return "RangeIndex(\(parts.joined(separator: ", ")))"
    }

    private mutating func attributes(_ index: Index) throws(Failure) -> [String] {
        var parts: [String] = []
        if !index.isMulti { parts.append("dtype='\(index.column.dtype.rawValue)'") }
        if index.isMulti, index.hasNames {
            parts.append("names=\(try pretty(.list(index.names), quotes: true))")
        } else if index.hasNames {
            parts.append("name=\(try pretty(index.name, quotes: true))")
        }
        if index.count > maximumLabels { parts.append("length=\(index.count)") }
        if index.isTime { parts.append("freq=None") }
        return parts
    }

    /// The labels in brackets, with the comma and the blank or line break after them.
    private mutating func labelSummary(_ index: Index) throws(Failure) -> String {
        let rows = shownRows(index.count)
        if index.isMulti, index.count > 0 { return try multiSummary(index, rows) }
        let head = try quotedLabels(index, rows.head)
        let tail = try quotedLabels(index, rows.tail)
        if index.count <= 2 { return "[\(tail.joined(separator: ", "))], " }
        let layout = LabelLayout(name: index.typeName, separator: ",", isCut: !head.isEmpty)
        return layout.summary(justifiedLabels(head, tail, index))
    }

    private func shownRows(_ count: Int) -> (head: Range<Int>, tail: Range<Int>) {
        count > maximumLabels ? (0..<edgeLabels, count - edgeLabels..<count) : (0..<0, 0..<count)
    }

    private func justifiedLabels(_ head: [String], _ tail: [String], _ index: Index) -> (head: [String], tail: [String]) {
        let fits = [head, tail].allSatisfy { $0.joined(separator: ", ").length < lineWidth }
        if index.isAllText || head.isEmpty && fits { return (head, tail) }
        let width = (head + tail).map(\.length).max() ?? 0
        return (head.map { $0.rightJustified(width) }, tail.map { $0.rightJustified(width) })
    }

    private mutating func quotedLabels(_ index: Index, _ rows: Range<Int>) throws(Failure) -> [String] {
        try quotedLabels(index.level(0), rows)
    }

    /// Labels as they look inside `Index([…])`.
    private mutating func quotedLabels(_ column: Column, _ rows: Range<Int>) throws(Failure) -> [String] {
        switch column {
        case .timestamp(let cells):
            let dayOnly = areWholeDays(cells)
            return rows.map { "'" + (dayOnly ? dateText(cells[$0]) : timestampText(cells[$0])) + "'" }
        case .timedelta(let cells):
            let dayOnly = areWholeDays(cells)
            return rows.map { cells[$0] == Column.missingTime ? "NaT" : "'\(timedeltaText(cells[$0], dayOnly: dayOnly))'" }
        case .bool, .int, .float, .text, .object, .categorical:
            var texts: [String] = []
            for row in rows { texts.append(try pretty(column[row], quotes: true)) }
            return texts
        }
    }

    /// One tuple a line, each level right-justified.
    private mutating func multiSummary(_ index: Index, _ rows: (head: Range<Int>, tail: Range<Int>)) throws(Failure) -> String {
        var lines = Array(repeating: [String](), count: rows.head.count + rows.tail.count)
        for level in 0..<index.levelCount {
            let column = index.level(level)
            let texts = try quotedLabels(column, rows.head) + quotedLabels(column, rows.tail)
            let width = texts.map(\.length).max() ?? 0
            for (at, text) in texts.enumerated() { lines[at].append(text.rightJustified(width)) }
        }
        let layout = LabelLayout(name: index.typeName, separator: ",\n " + blanks(index.typeName.length), isCut: !rows.head.isEmpty)
        let room = lineWidth - layout.indent.length
        let shown = fittingItems(lines[rows.head.count], room)
        let tuples = lines.map { tupleText($0, shown) }
        return layout.summary((Array(tuples[..<rows.head.count]), Array(tuples[rows.head.count...])), breaksAfter: true)
    }

    private func fittingItems(_ items: [String], _ room: Int) -> Int {
        (1...max(1, items.count)).last { tupleText(items, $0).length < room } ?? 1
    }

    private func tupleText(_ items: [String], _ shown: Int) -> String {
        let body = items.prefix(shown).joined(separator: ", ")
        return "(" + body + (shown < items.count ? ", ..." : items.count == 1 ? "," : "") + ")"
    }
}

/// pandas' `format_object_summary`: words in lines below an opening bracket.
private struct LabelLayout {
    let name: String
    let separator: String
    /// Labels in the middle are left out.
    let isCut: Bool

    var indent: String { "\n" + blanks(name.length + 2) }

    func summary(_ words: (head: [String], tail: [String]), breaksAfter: Bool = false) -> String {
        var text = ""
        var line = indent
        for word in words.head { extend(&text, &line, word + separator + " ", lineWidth) }
        if isCut {
            text += line.rightStripped + indent + "..."
            line = indent
        }
        for word in words.tail.dropLast() { extend(&text, &line, word + separator + " ", lineWidth) }
        extend(&text, &line, words.tail.last ?? "", lineWidth - 2)
        text += line + "],"
        text += text.length > lineWidth || breaksAfter ? "\n" + blanks(name.length + 1) : " "
        return "[" + String(String.UnicodeScalarView(text.unicodeScalars.dropFirst(indent.length)))
    }

    private func extend(_ text: inout String, _ line: inout String, _ word: String, _ width: Int) {
        if line.rightStripped.length + word.rightStripped.length >= width {
            text += line.rightStripped
            line = indent
        }
        line += word
    }
}

extension Index {
    /// pandas does not justify labels that are all text.
    fileprivate var isAllText: Bool {
        guard case .column(let column) = labels else { return false }
        switch column {
        case .text(let cells): return !cells.cells.contains(where: \.isMissing)
        case .object(let cells): return cells.allSatisfy { $0.text != nil }
        case .bool, .int, .float, .timestamp, .timedelta, .categorical: return false
        }
    }

    fileprivate var isTime: Bool {
        switch labels {
        case .column(.timestamp), .column(.timedelta): true
        case .range, .column, .multi: false
        }
    }
}
