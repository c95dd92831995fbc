import Kernels
import Values

/// The items that a query's value gives as an answer to a question: the cells of a Series, a list or a frame (row by row), or the one value.
///
/// Gaps give none. A bool answers `yes` or `no`; a midnight its date, as canonical dates are written.
///
/// - Returns: nil for what is no answer: a function, groups, an accessor.
public func answerItems(of value: Value) -> [String]? {
    switch value {
    case .none: return []
    case .bool(let flag), .numpyBool(let flag): return [flag ? "yes" : "no"]
    case .list(let list): return items(list.items)
    case .tuple(let tuple): return items(tuple.items)
    case .set(let set): return items(set.items)
    case .range(let range): return items((0..<min(range.count, 10_000)).map { .int(range.start + $0 * range.step) })
    case .series(let series): return items(series.column.values)
    case .array(let array): return items(array.column.values)
    case .index(let index): return items((0..<index.count).map { index[$0] })
    case .frame(let frame): return items((0..<frame.rowCount).flatMap { row in (0..<frame.columnCount).map { frame.cell(row: row, column: $0) } })
    case .dict(let dict): return items(dict.values)
    case .int, .float, .text, .numpyInt, .numpyFloat, .timestamp, .timedelta, .date, .time, .interval: return scalar(value)
    case .slice, .iterator, .groupBy, .accessor, .function, .type, .dtype, .module: return nil
    }
}

private func items(_ values: [Value]) -> [String]? {
    var all: [String] = []
    for value in values {
        guard let items = answerItems(of: value) else { return nil }
        all += items
    }
    return all
}

private func scalar(_ value: Value) -> [String]? {
    guard !value.isMissing else { return [] }
    if case .timestamp(let time) = value, time % 86_400_000_000_000 == 0 { return [date(time / 86_400_000_000_000)] }
    return (try? PythonText.str(value)).map { [$0.string] }
}

private func date(_ days: Int) -> String {
    let (year, month, day) = Calendar.civil(days)
    return "\(year)-\(month)-\(day)"
}
