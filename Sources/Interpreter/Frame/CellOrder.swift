import Diagnostics
import Values

/// The order of cells: Python's `<` within one kind, with missing cells last.
enum CellOrder {
    /// The positions of a column's cells in ascending order; equal cells keep their order.
    ///
    /// - Parameter mixed: numbers come before text, as in pandas' `safe_sort`; otherwise the two have no order.
    static func positions(of column: Column, mixed: Bool) throws(Failure) -> [Int] {
        let rows = Array(0..<column.count)
        switch column {
        case .bool(let cells): return stable(rows) { !cells[$0] && cells[$1] }
        case .int(let cells), .timestamp(let cells), .timedelta(let cells):
            return missingLast(rows, column.missing) { cells[$0] < cells[$1] }
        case .float(let cells): return missingLast(rows, column.missing) { cells[$0] < cells[$1] }
        case .categorical(let cells): return missingLast(rows, column.missing) { cells.codes[$0] < cells.codes[$1] }
        case .text(let cells):
            return missingLast(rows, column.missing) { (cells[$0] ?? .empty) < (cells[$1] ?? .empty) }
        case .object(let cells):
            try requireOrder(cells, mixed: mixed)
            return missingLast(rows, column.missing) { precedes(cells[$0], cells[$1]) }
        }
    }

    private static func missingLast(_ rows: [Int], _ missing: [Bool], _ precedes: (Int, Int) -> Bool) -> [Int] {
        stable(rows) { missing[$0] ? false : missing[$1] ? true : precedes($0, $1) }
    }

    private static func stable(_ rows: [Int], _ precedes: (Int, Int) -> Bool) -> [Int] {
        rows.sorted { precedes($0, $1) ? true : precedes($1, $0) ? false : $0 < $1 }
    }

    /// What kind of cell it is, where only cells of one kind have an order.
    private enum Kind: Int { case number, text, timestamp, timedelta, date, time, tuple, interval, other }

    private static func kind(_ value: Value) -> Kind {
        switch value {
        case .bool, .int, .float, .numpyBool, .numpyInt, .numpyFloat: .number
        case .text: .text
        case .timestamp: .timestamp
        case .timedelta: .timedelta
        case .date: .date
        case .time: .time
        case .tuple, .list: .tuple
        case .interval: .interval
        case .none, .set, .dict, .range, .slice, .iterator, .series, .frame, .index, .array, .groupBy, .accessor, .function, .type,
            .dtype, .module:
            .other
        }
    }

    static func requireOrder(_ cells: [Value], mixed: Bool) throws(Failure) {
        let present = cells.filter { !$0.isMissing }
        let kinds = Set(present.map(kind))
        if kinds.count <= 1, !kinds.contains(.other) { return }
        if mixed, kinds.isSubset(of: [.number, .text]) { return }
        let names = Set(present.map(\.typeName)).sorted()
        throw Failure(.typeError, "'<' not supported between instances of '\(names.first ?? "")' and '\(names.last ?? "")'")
    }

    static func precedes(_ a: Value, _ b: Value) -> Bool {
        switch (a, b) {
        case (.text(let a), .text(let b)): return a < b
        case (.timestamp(let a), .timestamp(let b)), (.timedelta(let a), .timedelta(let b)), (.date(let a), .date(let b)),
            (.time(let a), .time(let b)):
            return a < b
        case (.interval(let a), .interval(let b)): return a.left == b.left ? a.right < b.right : a.left < b.left
        case (.tuple(let a), .tuple(let b)): return precedes(a.items, b.items)
        case (.list(let a), .list(let b)): return precedes(a.items, b.items)
        default: break
        }
        if let a = a.integer, let b = b.integer { return a < b }
        if let a = a.number, let b = b.number { return a < b }
        return kind(a).rawValue < kind(b).rawValue
    }

    private static func precedes(_ a: [Value], _ b: [Value]) -> Bool {
        for (a, b) in zip(a, b) where HashKey(a) != HashKey(b) { return precedes(a, b) }
        return a.count < b.count
    }
}
