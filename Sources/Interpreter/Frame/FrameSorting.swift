import Diagnostics
import Values

/// Stable order of rows by several keys, each a column of ranks.
enum SortKeys {
    static func order(_ keys: [[Int]], count: Int) -> [Int] {
        (0..<count).sorted { a, b in
            for key in keys where key[a] != key[b] { return key[a] < key[b] }
            return a < b
        }
    }
}

extension Call where Receiver == Frame {
    /// One key: the order of `Series.sort_values`. Several: stable, by rank of each key's cells (pandas' `lexsort_indexer`).
    func sortValues() throws(Failure) -> Value {
        guard try arguments.axis() == 0 else { throw Failure(.unsupportedArgument, "'axis' of sort_values() is not supported") }
        let keys = try interpreter.labels(arguments.require("by"))
        let ascending = try directions(keys.count)
        let missingFirst = try interpreter.missingFirst(arguments)
        guard !keys.isEmpty else { return .frame(receiver.copied) }
        var columns: [Column] = []
        for key in keys { columns.append(try interpreter.sortKey(sortColumn(key), arguments.given("key"))) }
        try interpreter.charge(cells: receiver.rowCount * keys.count * 4)
        let order = try interpreter.order(columns, ascending: ascending, missingFirst: missingFirst, kind: SortKind(arguments))
        let sorted = receiver.gather(order)
        return .frame(try arguments.bool("ignore_index", default: false) ? sorted.with(index: Index(count: sorted.rowCount)) : sorted)
    }

    /// A column, or a level of the row labels.
    private func sortColumn(_ key: Value) throws(Failure) -> Series {
        let found = receiver.columns.positions(of: key)
        let level = receiver.index.names.firstIndex { !key.isMissing && HashKey($0) == HashKey(key) }
        switch (found.count, level) {
        case (1, nil): return receiver.series(found[0])
        case (0, let level?): return Series(receiver.index.level(level), index: receiver.index, name: key)
        case (0, nil): throw Frame.absent(key)
        case (1, _): throw Failure(.valueError, "\(Interpreter.brief(key)) is both an index level and a column label, which is ambiguous.")
        default: throw Failure(.valueError, "The column label \(Interpreter.brief(key)) is not unique.")
        }
    }

    private func directions(_ count: Int) throws(Failure) -> [Bool] {
        try interpreter.directions(arguments["ascending"], keys: count, isList: {
            if case .list? = arguments["by"] { true } else { false }
        }())
    }

    func sortIndex() throws(Failure) -> Value {
        let axis = try arguments.axis()
        let index = axis == 0 ? receiver.index : receiver.columns
        let order = try interpreter.order(of: index, arguments)
        guard axis == 0 else { return .frame(receiver.select(order)) }
        let sorted = receiver.gather(order)
        return .frame(try arguments.bool("ignore_index", default: false) ? sorted.with(index: Index(count: sorted.rowCount)) : sorted)
    }
}

extension Interpreter {
    /// `ascending=` for each key.
    func directions(_ value: Value?, keys: Int, isList: Bool) throws(Failure) -> [Bool] {
        guard let value else { return Array(repeating: true, count: keys) }
        let given: [Value]
        switch value {
        case .list(let list): given = list.items
        case .tuple(let tuple): given = tuple.items
        default: return Array(repeating: try direction(value), count: keys)
        }
        guard given.count == keys else {
            throw Failure(.valueError, "Length of ascending (\(given.count)) != length of by (\(keys))")
        }
        var flags: [Bool] = []
        for value in given { flags.append(try direction(value)) }
        return flags
    }

    private func direction(_ value: Value) throws(Failure) -> Bool {
        switch value {
        case .bool, .int: value.integer != 0
        default: throw Failure(.valueError, "for argument \"ascending\" expected type bool, received type \(value.typeName).")
        }
    }

    func missingFirst(_ arguments: Arguments) throws(Failure) -> Bool {
        switch try arguments.word("na_position", default: "last") {
        case "last": return false
        case "first": return true
        case let word: throw Failure(.valueError, "invalid na_position: \(word)")
        }
    }

    /// The column that `key=` makes of a sort key.
    func sortKey(_ series: Series, _ function: Value?) throws(Failure) -> Column {
        guard let function else { return series.column }
        let made = try call(function, [.series(series)])
        let column: Column
        switch made {
        case .series(let made): column = made.column
        case .index(let index): column = index.column
        case .array(let array): column = array.column
        default: column = Column(values: try iterate(made))
        }
        guard column.count == series.count else {
            throw Failure(.valueError, "User-provided `key` function must not change the shape of the array.")
        }
        return column
    }

    /// The order of rows by one or more key columns.
    func order(_ columns: [Column], ascending: [Bool], missingFirst: Bool, kind: SortKind) throws(Failure) -> [Int] {
        if columns.count == 1 { return try order(columns[0], ascending: ascending[0], missingFirst: missingFirst, kind: kind) }
        var keys: [[Int]] = []
        for (column, ascending) in zip(columns, ascending) {
            let codes = try Factors.ordered(column, missing: .dropped, mixed: false).codes
            keys.append(codes.map { $0 < 0 ? (missingFirst ? Int.min : Int.max) : ascending ? $0 : -$0 })
        }
        return SortKeys.order(keys, count: columns.first?.count ?? 0)
    }

    /// The order of `sort_index`: labels already in order stay as they are; several levels sort stably.
    func order(of index: Index, _ arguments: Arguments) throws(Failure) -> [Int] {
        try charge(cells: index.count * index.levelCount * 4)
        let missingFirst = try missingFirst(arguments)
        var levels = Array(0..<index.levelCount)
        if let level = arguments.given("level") {
            levels = []
            for key in try labels(level) { levels.append(try index.levelPosition(key)) }
            levels += (0..<index.levelCount).filter { !levels.contains($0) }
        }
        let ascending = try directions(arguments["ascending"], keys: levels.count, isList: true)
        var columns: [Column] = []
        for level in levels {
            columns.append(try sortKey(Series(index.level(level), name: index.names[level]), arguments.given("key")))
        }
        if columns.count == 1, isSorted(columns[0], ascending: ascending[0]) { return Array(0..<index.count) }
        return try order(columns, ascending: ascending, missingFirst: missingFirst, kind: SortKind(arguments))
    }

    /// Monotonic labels are left as they are, whatever their ties (`get_indexer_indexer`).
    private func isSorted(_ column: Column, ascending: Bool) -> Bool {
        guard !column.missing.contains(true), let order = try? CellOrder.positions(of: column, mixed: false) else { return false }
        let codes = (try? Factors(column, missing: .equal))?.codes ?? []
        let sorted = order.map { codes[$0] }
        return (ascending ? sorted : sorted.reversed()) == codes
    }
}
