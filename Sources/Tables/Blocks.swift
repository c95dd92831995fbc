import Values

/// How many rows pandas reads, and types, at a time (`TextReader.__cinit__` with `low_memory=True`, its default).
///
/// A table of one block is typed over the whole file. A longer one can come out mixed: ints in one block and text in the next
/// make an object column of Python ints and strs. We read the same blocks and give the same mixture.
func rowsOfBlock(columns: Int) -> Int {
    let most = (1 << 20) / max(columns, 1)
    var rows = 1
    while rows * 2 < most { rows *= 2 }
    return rows
}

/// One column out of its blocks, as pandas' `concat_compat` makes it.
func joined(_ fragments: [Fragment], rowsOfBlock: Int) -> Fragment {
    if fragments.count == 1 { return fragments[0] }
    let missing = fragments.reduce(0) { $0 + $1.missing }
    let column = joined(fragments.map(\.column))
    return Fragment(column: column, missing: missing, reading: joinedReading(fragments, column: column, rowsOfBlock: rowsOfBlock))
}

private func joined(_ columns: [Column]) -> Column {
    if let bools = all(columns, { if case .bool(let cells) = $0 { cells } else { nil } }) { return .bool(bools) }
    if let ints = all(columns, { if case .int(let cells) = $0 { cells } else { nil } }) { return .int(ints) }
    if let cells = all(columns, { if case .text(let text) = $0 { text.cells } else { nil } }), case .text(let first) = columns[0] {
        return .text(TextColumn(storage: first.storage, cells: cells))
    }
    if let numbers = all(columns, numbers) { return .float(numbers) }
    // bools and numbers: `concat_compat` lets numpy make numbers of all of them, and only then an object column.
    if let ints = all(columns, intsWithTruths) { return .object(ints.map(Value.int)) }
    if let numbers = all(columns, numbersWithTruths) { return .object(numbers.map(Value.float)) }
    return .object(columns.flatMap(pythonValues))
}

/// The cells of all columns, or nil where one of them is of another kind.
private func all<Cell>(_ columns: [Column], _ cells: (Column) -> [Cell]?) -> [Cell]? {
    var out: [Cell] = []
    out.reserveCapacity(columns.reduce(0) { $0 + $1.count })
    for column in columns {
        guard let cells = cells(column) else { return nil }
        out.append(contentsOf: cells)
    }
    return out
}

/// Ints and floats meet as float64; bools do not join them.
private func numbers(_ column: Column) -> [Double]? {
    switch column {
    case .int(let cells): cells.map(Double.init)
    case .float(let cells): cells
    case .bool, .text, .object, .timestamp, .timedelta, .categorical: nil
    }
}

private func intsWithTruths(_ column: Column) -> [Int]? {
    switch column {
    case .bool(let cells): cells.map { $0 ? 1 : 0 }
    case .int(let cells): cells
    case .float, .text, .object, .timestamp, .timedelta, .categorical: nil
    }
}

private func numbersWithTruths(_ column: Column) -> [Double]? {
    switch column {
    case .bool(let cells): cells.map { $0 ? 1 : 0 }
    case .int, .float, .text, .object, .timestamp, .timedelta, .categorical: numbers(column)
    }
}

/// The cells as `astype(object)` gives them: Python's scalars, not numpy's.
private func pythonValues(_ column: Column) -> [Value] {
    switch column {
    case .bool(let cells): cells.map(Value.bool)
    case .int(let cells): cells.map(Value.int)
    case .float(let cells): cells.map(Value.float)
    case .text, .object, .timestamp, .timedelta, .categorical: column.values
    }
}

private func joinedReading(_ fragments: [Fragment], column: Column, rowsOfBlock: Int) -> Reading {
    let gaps = fragments.reduce(0) { $0 + $1.missing }
    switch column {
    case .bool: return .truths(gaps: 0)
    case .int: return .integers(gaps: 0)
    case .float(let cells):
        if gaps == cells.count { return .allMissing }
        return fragments.allSatisfy { $0.reading.isIntegral } ? .integers(gaps: gaps) : .numbers(gaps: gaps)
    case .text: return fragments[0].reading
    case .object:
        return fragments.allSatisfy { $0.reading.isTruth } ? .truths(gaps: gaps) : .blocks(rows: rowsOfBlock)
    case .timestamp, .timedelta, .categorical: return fragments[0].reading
    }
}

extension Reading {
    fileprivate var isIntegral: Bool {
        switch self {
        case .integers, .allMissing: true
        case .noRows, .numbers, .truths, .words, .hugeInteger, .blocks: false
        }
    }

    fileprivate var isTruth: Bool {
        switch self {
        case .truths: true
        case .noRows, .allMissing, .integers, .numbers, .words, .hugeInteger, .blocks: false
        }
    }
}
