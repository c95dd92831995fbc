import Linking
import Values

extension QueryWriter {
    /// A condition as a mask; nil where the cells it means cannot be named in so many words.
    func condition(_ at: Int) -> Piece? {
        let link = space.conditions[at]
        switch link.kind {
        case .comparison(let comparison): return .open(compared(link, comparison))
        case .between(let between): return .closed(ranged(link, between))
        case .blank: return blank(link)
        case .elsewhere(let column, let row): return elsewhere(link, column, row)
        case .detail: return detail(link)
        case .absent: return .open(absent(link))
        case .equal, .contains, .date, .ordinal, .synonym: return cells(link)
        }
    }

    /// A selection as a mask; nil where it is all rows, or cannot be written.
    func mask(_ conditions: ConditionSet) -> Piece? {
        let pieces = conditions.places.map(condition)
        let written = pieces.compactMap(\.self)
        guard written.count == pieces.count else { return nil }
        var known: Set<String> = []
        return Piece.joined(written.filter { known.insert($0.text).inserted }, by: "&")
    }

    private func compared(_ link: Link, _ comparison: Link.Comparison) -> String {
        let sign = (comparison.isAbove ? ">" : "<") + (comparison.isStrict ? "" : "=")
        let key = key(link.column)
        return "\(comparison.isYear ? "\(key).dt.year" : key) \(sign) \(Python.number(space.sentence.numbers[comparison.number].value))"
    }

    private func ranged(_ link: Link, _ between: Link.Between) -> String {
        let key = key(link.column)
        let (low, high) = (space.sentence.numbers[between.low].value, space.sentence.numbers[between.high].value)
        return "\(between.isYear ? "\(key).dt.year" : key).between(\(Python.number(low)), \(Python.number(high)))"
    }

    private func blank(_ link: Link) -> Piece? {
        guard case .text(let cells) = index.columns[link.column] else { return .closed("\(column(link.column)).isna()") }
        var values: [Text] = []
        var hasMissing = false
        link.rows.forEach { row in
            if let text = cells[row] { if !values.contains(text) { values.append(text) } } else { hasMissing = true }
        }
        let said = equal(link, values.map { Python.text($0.string) })
        guard hasMissing else { return said }
        return Piece.joined([.closed("\(column(link.column)).isna()")] + [said].compactMap(\.self), by: "|")
    }

    /// The other column's cell, looked for in this one.
    private func elsewhere(_ link: Link, _ column: Int, _ row: Int) -> Piece? {
        let own = self.column(link.column)
        switch (index.columns[link.column], index.columns[column]) {
        case (.text, .text(let cells)): return cells[row].map { .open("\(own) == \(Python.text($0.string))") }
        case (.int, .int(let cells)), (.float, .int(let cells)): return .open("\(own) == \(cells[row])")
        case (.int, .float(let cells)), (.float, .float(let cells)): return .open("\(own) == \(Python.number(cells[row]))")
        case (.text, .int(let cells)): return .open("\(own) == '\(cells[row])'")
        default: return nil
        }
    }

    private func detail(_ link: Link) -> Piece? {
        guard case .text(let cells) = index.columns[link.column] else { return nil }
        var totals: [String] = []
        for row in 0..<cells.count where !link.rows.contains(row) { if let text = cells[row]?.string, !totals.contains(text) { totals.append(text) } }
        guard let first = totals.first else { return nil }
        let column = self.column(link.column)
        return totals.count == 1 ? .open("\(column) != \(Python.text(first))") : .closed("~\(column).isin(\(Python.list(totals.map(Python.text))))")
    }

    private func absent(_ link: Link) -> String {
        let words = space.sentence.words[link.words]
        let said = phrase(link)
        switch index.columns[link.column] {
        case .int, .float: return words.first?.number.map { "\(column(link.column)) == \(Python.number($0))" } ?? "\(column(link.column)).astype(str) == \(Python.text(said))"
        case .text: return "\(column(link.column)) == \(Python.text(said))"
        case .bool, .object, .timestamp, .timedelta, .categorical: return "\(column(link.column)).astype(str) == \(Python.text(said))"
        }
    }

    /// The sentence's own writing of some words.
    private func phrase(_ link: Link) -> String {
        let words = space.sentence.words[link.words]
        guard let first = words.first, let last = words.last else { return "" }
        let bytes = Array(space.sentence.text.utf8)[first.bytes.lowerBound..<last.bytes.upperBound]
        return String(decoding: bytes, as: UTF8.self)
    }

    private func cells(_ link: Link) -> Piece? {
        switch index.columns[link.column] {
        case .int(let cells): return numbers(link, cells.map(Double.init))
        case .float(let cells): return numbers(link, cells)
        case .bool(let cells): return .open("\(column(link.column)) == \(link.rows.lowest.map { cells[$0] } ?? true ? "True" : "False")")
        case .text(let cells): return texts(link, cells)
        case .object, .timestamp, .timedelta, .categorical: return nil
        }
    }

    private func numbers(_ link: Link, _ cells: [Double]) -> Piece? {
        var values: [Double] = []
        link.rows.forEach { if !values.contains(cells[$0]) { values.append(cells[$0]) } }
        return equal(link, values.map(Python.number))
    }

    private static let mostListed = 12

    private func equal(_ link: Link, _ literals: [String]) -> Piece? {
        guard let first = literals.first, literals.count <= QueryWriter.mostListed else { return nil }
        return literals.count == 1 ? .open("\(column(link.column)) == \(first)") : .closed("\(column(link.column)).isin(\(Python.list(literals)))")
    }

    private func texts(_ link: Link, _ cells: TextColumn) -> Piece? {
        var known: Set<Text> = []
        var values: [Text] = []
        link.rows.forEach { if let text = cells[$0], known.count <= 64, known.insert(text).inserted { values.append(text) } }
        if values.count > 1, let text = containing(link, cells) { return .closed(text) }
        return equal(link, values.map { Python.text($0.string) })
    }

    /// `str.contains` where it tells just these rows from the others.
    private func containing(_ link: Link, _ cells: TextColumn) -> String? {
        let said = phrase(link)
        let lowered = said.lowercased()
        guard !lowered.isEmpty, cells.count <= 100_000 else { return nil }
        var (foldsCase, hasMissing) = (false, false)
        for row in 0..<cells.count {
            guard let text = cells[row]?.string else {
                hasMissing = true
                continue
            }
            let isExact = text.utf8.contains(lowered)
            let isFolded = isExact || text.lowercased().utf8.contains(lowered)
            guard isFolded == link.rows.contains(row) else { return nil }
            foldsCase = foldsCase || isExact != isFolded
        }
        let options = (foldsCase ? ", case=False" : "") + (hasMissing ? ", na=False" : "")
        return "\(column(link.column)).str.contains(\(Python.text(lowered))\(options), regex=False)"
    }
}

extension String.UTF8View {
    /// Whether these bytes stand somewhere in it.
    fileprivate func contains(_ part: String) -> Bool {
        let part = Array(part.utf8)
        guard !part.isEmpty else { return true }
        let own = Array(self)
        guard own.count >= part.count else { return false }
        return (0...(own.count - part.count)).contains { own[$0] == part[0] && own[$0..<($0 + part.count)].elementsEqual(part) }
    }
}
