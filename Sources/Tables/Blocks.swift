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
    var join = ColumnJoin(rowsOfBlock: rowsOfBlock)
    for fragment in fragments { join.add(fragment) }
    return Fragment(column: joined(fragments.map(\.column), join.cells), missing: join.missing, reading: join.reading)
}

private func joined(_ columns: [Column], _ cells: JoinedCells) -> Column {
    switch cells {
    case .bool: .bool(columns.flatMap(bools))
    case .int: .int(columns.flatMap(ints))
    case .float: .float(columns.flatMap(floats))
    case .text: text(columns)
    case .intObjects: .object(columns.flatMap(ints).map(Value.int))
    case .floatObjects: .object(columns.flatMap(floats).map(Value.float))
    case .truths, .objects: .object(columns.flatMap(pythonValues))
    }
}

private func text(_ columns: [Column]) -> Column {
    let storage = columns.lazy.compactMap { if case .text(let cells) = $0 { cells.storage } else { nil } }.first ?? .empty
    var all: [TextColumn.Cell] = []
    all.reserveCapacity(columns.reduce(0) { $0 + $1.count })
    for column in columns {
        if case .text(let cells) = column { all += cells.cells } else { all += repeatElement(.missing, count: column.count) }
    }
    return .text(TextColumn(storage: storage, cells: all))
}

private func bools(_ column: Column) -> [Bool] { if case .bool(let cells) = column { cells } else { [] } }

private func ints(_ column: Column) -> [Int] {
    switch column {
    case .bool(let cells): cells.map { $0 ? 1 : 0 }
    case .int(let cells): cells
    case .float, .text, .object, .timestamp, .timedelta, .categorical: []
    }
}

private func floats(_ column: Column) -> [Double] {
    if case .float(let cells) = column { cells } else { ints(column).map(Double.init) }
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
