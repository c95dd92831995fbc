import Diagnostics
import Values

extension Printer {
    /// pandas' `_format_flat` without the name: labels as they stand beside rows or above columns.
    mutating func labelTexts(_ index: Index) throws(Failure) -> [String] {
        switch index.labels {
        case .range(let range): rangeTexts(range)
        case .column(let column): try labelTexts(column)
        case .multi(let levels) where levels.count == 1: try levelTexts(levels[0])
        case .multi: try objectTexts(index.values)
        }
    }

    private func rangeTexts(_ range: RangeValue) -> [String] {
        guard range.count > 0 else { return [] }
        let width = max(String(range[0]).count, String(range[range.count - 1]).count)
        return (0..<range.count).map { String(range[$0]).leftJustified(width) }
    }

    private mutating func labelTexts(_ column: Column) throws(Failure) -> [String] {
        switch column {
        case .bool(let cells): trimFront(fixedWidth(cells.map { $0 ? "True" : "False" }, .left))
        case .int(let cells): trimFront(fixedWidth(cells.map { $0 < 0 ? String($0) : " \($0)" }, .left))
        case .float(let cells): trimFront(fixedWidth(floatTexts(cells, leadingSpace: false, missing: " NaN"), .left))
        case .text, .object: trimFront(try objectTexts(column.values))
        case .timestamp(let cells): timestampTexts(cells)
        case .timedelta(let cells): timedeltaTexts(cells)
        case .categorical(let cells): try labelTexts(cells.decoded)
        }
    }

    /// pandas' `_format_multi`: one column of texts a level, repeated labels left out where `sparse`, names first where `named`.
    mutating func levelTexts(_ index: Index, named: Bool, sparse: Bool) throws(Failure) -> [[String]] {
        guard index.count > 0 else { return [] }
        var columns: [[String]] = []
        for level in 0..<index.levelCount {
            let name = named ? [try nameText(level < index.names.count ? index.names[level] : .none)] : []
            columns.append(name + (try levelTexts(index.level(level))))
        }
        return sparse ? sparsified(columns, from: named ? 1 : 0) : columns
    }

    /// Missing labels are no part of a level in pandas: they do not change how the others look.
    private mutating func levelTexts(_ column: Column) throws(Failure) -> [String] {
        let missing = column.missing
        guard missing.contains(true) else { return try labelTexts(column) }
        let isTime = column.dtype == .datetime || column.dtype == .timedelta
        var present = try labelTexts(column.gather(missing.indices.filter { !missing[$0] })).makeIterator()
        return missing.map { $0 ? (isTime ? "NaT" : "NaN") : present.next() ?? "" }
    }

    /// The name of an index or of one of its levels; an empty text where there is none.
    mutating func nameText(_ name: Value) throws(Failure) -> String {
        if case .none = name { return "" }
        return try pretty(name)
    }
}

/// pandas' `sparsify_labels`: a label equal to the one before is left out, as long as all levels before it are equal too.
/// The last level is always shown.
func sparsified(_ columns: [[String]], from start: Int) -> [[String]] {
    var out = columns
    let height = columns.first?.count ?? 0
    guard start + 1 < height else { return out }
    for row in (start + 1)..<height {
        for level in 0..<(columns.count - 1) {
            guard columns[level][row] == columns[level][row - 1] else { break }
            out[level][row] = ""
        }
    }
    return out
}

extension Index {
    /// Whether a name would be shown.
    var hasNames: Bool { names.contains { if case .none = $0 { false } else { true } } }
}
