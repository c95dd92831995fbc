import Diagnostics
import Values

// Long and wide forms.
extension Call where Receiver == Frame {
    func melt() throws(Failure) -> Value { .frame(try interpreter.melted(receiver, arguments)) }

    func pivot() throws(Failure) -> Value { .frame(try interpreter.pivoted(receiver, arguments)) }

    func pivotTable() throws(Failure) -> Value { try interpreter.pivotTable(receiver, arguments) }

    /// Column labels become the innermost level of row labels; gaps are dropped.
    func stack() throws(Failure) -> Value {
        guard !receiver.columns.isMulti else { throw Failure(.unsupportedArgument, "stack() of several levels of columns is not supported") }
        let isFuture = try arguments.bool("future_stack", default: false)
        let keepsGaps = try isFuture ? true : !arguments.bool("dropna", default: true)
        let width = receiver.columnCount, count = receiver.rowCount * width
        try interpreter.charge(bytes: count * 24)
        let missing = receiver.allColumns.map(\.missing)
        let places = (0..<count).filter { keepsGaps || !missing[$0 % width][$0 / width] }
        let stacked = Column.stacked(receiver.allColumns.map { $0.widened(to: DType.common((0..<width).map(receiver.dtype))) })
        let cells = stacked.gather(places.map { $0 % width * receiver.rowCount + $0 / width })
        let levels = (0..<receiver.index.levelCount).map { receiver.index.level($0).gather(places.map { $0 / width }) }
        let labels = receiver.columns.level(0).gather(places.map { $0 % width })
        let keepsOrder = receiver.index.isUnique && !receiver.index.isMulti && receiver.columns.isUnique
        let names = receiver.index.names + receiver.columns.names
        let whole = keepsOrder && places.count < count ? Index(.multi([
            receiver.index.level(0).gather((0..<count).map { $0 / width }), receiver.columns.level(0).gather((0..<count).map { $0 % width }),
        ]), names: names, keepsLevelOrder: true) : nil
        let index = Index(.multi(levels + [labels]), names: names, origin: whole, keepsLevelOrder: keepsOrder)
        return .series(Series(width == 0 ? .object([]) : cells, index: index))
    }

    func unstack() throws(Failure) -> Value {
        guard receiver.index.isMulti else { return .series(try columnsBelowOneAnother()) }
        return .frame(try interpreter.unstacked(receiver, level: arguments["level"] ?? .int(-1), fill: arguments.given("fill_value")))
    }

    /// Unstacking rows of one level gives a Series by column label and row label.
    private func columnsBelowOneAnother() throws(Failure) -> Series {
        try interpreter.charge(bytes: receiver.rowCount * receiver.columnCount * 24)
        let type = DType.common((0..<receiver.columnCount).map(receiver.dtype))
        let cells = Column.stacked(receiver.allColumns.map { $0.widened(to: type) })
        let rows = Array(0..<receiver.rowCount)
        let labels = receiver.columns.level(0).gather((0..<receiver.columnCount).flatMap { at in rows.map { _ in at } })
        let inner = receiver.index.level(0).gather((0..<receiver.columnCount).flatMap { _ in rows })
        return Series(cells, index: Index(.multi([labels, inner]), names: receiver.columns.names + receiver.index.names))
    }
}

extension Interpreter {
    func melted(_ frame: Frame, _ arguments: Arguments) throws(Failure) -> Frame {
        let ids = try arguments.given("id_vars").map { (value) throws(Failure) in try frame.positions(ofColumns: tupleOrLabels(value)) } ?? []
        guard unique(ids).count == ids.count else { throw Failure(.keyError, "'id_vars' of melt() names a column twice") }
        let named = try arguments.given("value_vars").map { (value) throws(Failure) in try unique(frame.positions(ofColumns: tupleOrLabels(value))) }
            ?? Array(0..<frame.columnCount)
        let values = named.filter { !ids.contains($0) }
        let valueName = arguments["value_name"] ?? .string("value")
        guard frame.columns.position(of: valueName) == nil else {
            throw Failure(.valueError, "value_name (\(Interpreter.brief(valueName))) cannot match an element in the DataFrame columns.")
        }
        guard !frame.columns.isMulti else { throw Failure(.unsupportedArgument, "melt() of several levels of columns is not supported") }
        let count = frame.rowCount * values.count
        try charge(bytes: count * 24 * (ids.count + 2))
        let rows = values.flatMap { _ in 0..<frame.rowCount }
        let variable = arguments.given("var_name") ?? (frame.columns.name.isMissing ? .string("variable") : frame.columns.name)
        let labels = frame.columns.level(0).gather(values.flatMap { at in Array(repeating: at, count: frame.rowCount) })
        let cells = values.isEmpty ? Column.float([]) : Column.concatenated(values.map(frame.column))
        let columns = ids.map { frame.column($0).gather(rows) } + [labels, cells]
        let names = ids.map { frame.columns[$0] } + [variable, valueName]
        let index = try arguments.bool("ignore_index", default: true) ? Index(count: count) : frame.index.gather(rows)
        return Frame(columns, index: index, columns: Index(Column(values: names)))
    }

    private func unique(_ positions: [Int]) -> [Int] {
        var seen: Set<Int> = []
        return positions.filter { seen.insert($0).inserted }
    }

    /// A tuple here is a list of labels.
    private func tupleOrLabels(_ value: Value) throws(Failure) -> [Value] {
        if case .tuple(let tuple) = value { tuple.items } else { try labels(value) }
    }

    func pivoted(_ frame: Frame, _ arguments: Arguments) throws(Failure) -> Frame {
        let columnLabels = try labels(arguments.require("columns"))
        let columnKeys = try frame.positions(ofColumns: columnLabels)
        let indexKeys = try arguments.given("index").map { (value) throws(Failure) in try frame.positions(ofColumns: labels(value)) }
        let given = arguments.given("values")
        let isOne = given.map { if case .list = $0 { false } else { true } } ?? false
        let values = try given.map { (value) throws(Failure) in try frame.positions(ofColumns: labels(value)) }
            ?? (0..<frame.columnCount).filter { !columnKeys.contains($0) && !(indexKeys ?? []).contains($0) }
        let rows = indexKeys.map { $0.map(frame.column) } ?? (0..<frame.index.levelCount).map(frame.index.level)
        let names = indexKeys.map { $0.map { frame.columns[$0] } } ?? frame.index.names
        let wideNames = columnKeys.map { frame.columns[$0] }
        let levelNames = names + wideNames
        for name in wideNames where levelNames.count(where: { HashKey($0) == HashKey(name) }) > 1 {
            throw Failure(.valueError, "The name \(Interpreter.brief(name)) occurs multiple times, use a level number")
        }
        let index = Index(.multi(rows + columnKeys.map(frame.column)), names: levelNames)
        let long = frame.select(values).with(index: index)
        return try unstacked(long, levels: Array(rows.count..<rows.count + columnKeys.count), fill: nil, flat: isOne, strict: "Index contains duplicate entries, cannot reshape", missingFirst: true)
    }

    func unstacked(_ frame: Frame, level: Value, fill: Value?) throws(Failure) -> Frame {
        var levels: [Int] = []
        for key in try labels(level) { levels.append(try frame.index.levelPosition(key.integer.map { .int($0 < 0 ? $0 + frame.index.levelCount : $0) } ?? key)) }
        return try unstacked(frame, levels: levels, fill: fill, flat: false, strict: "Index contains duplicate entries, cannot reshape")
    }

    /// Levels of row labels become the innermost levels of column labels, both in order; a pair that does not occur is a gap.
    func unstacked(
        _ frame: Frame, levels: [Int], fill: Value?, flat: Bool, strict: String, missingFirst: Bool = false
    ) throws(Failure) -> Frame {
        let kept = (0..<frame.index.levelCount).filter { !levels.contains($0) }
        guard !kept.isEmpty else { throw Failure(.unsupportedArgument, "unstack() of all levels is not supported") }
        let rows = try levelOrder(frame.index, kept, missingFirst: missingFirst)
        let wide = try levelOrder(frame.index, levels, missingFirst: missingFirst)
        let cells = rows.count.multipliedReportingOverflow(by: max(wide.count, 1))
        let total = cells.partialValue.multipliedReportingOverflow(by: max(frame.columnCount, 1) * 24)
        try charge(bytes: cells.overflow || total.overflow ? Int.max / 2 : total.partialValue)
        var places = Array(repeating: -1, count: rows.count * wide.count)
        for row in 0..<frame.rowCount {
            let at = wide.codes[row] * rows.count + rows.codes[row]
            guard places[at] < 0 else { throw Failure(.valueError, strict) }
            places[at] = row
        }
        var columns: [Column] = []
        for column in frame.allColumns {
            for at in 0..<wide.count {
                let wanted = Array(places[at * rows.count..<(at + 1) * rows.count])
                columns.append(Interpreter.widened(Interpreter.gather(column, wanted, fill: fill), ifGapsIn: places, column, fill: fill))
            }
        }
        let keptLevels = kept.map { frame.index.level($0).gather(rows.firsts) }
        let index = Index(keptLevels.count == 1 ? .column(keptLevels[0]) : .multi(keptLevels), names: kept.map { frame.index.names[$0] })
        return Frame(columns, index: index, columns: wideLabels(frame, levels, wide.firsts, flat: flat))
    }

    /// The different labels of some levels, in order; a level that has lost labels, in order of appearance (`remove_unused_levels`).
    private func levelOrder(_ index: Index, _ levels: [Int], missingFirst: Bool) throws(Failure) -> Factors {
        guard index.origin != nil || index.keepsLevelOrder else { return try ordered(levels.map(index.level), count: index.count, missingFirst: missingFirst) }
        let origin = index.origin ?? index
        var columns: [Column] = []
        for level in levels {
            let cells = index.level(level)
            try charge(cells: origin.count + index.count)
            let used = try Factors(cells, missing: .dropped), source = origin.level(level), all = try Factors(source, missing: .dropped)
            if used.count < all.count {
                columns.append(.float(used.codes.map { $0 < 0 ? .nan : Double($0) }))
            } else if origin.keepsLevelOrder {
                var places: [HashKey: Int] = [:]
                for (code, row) in all.firsts.enumerated() { places[HashKey(source[row])] = code }
                columns.append(.float((0..<cells.count).map { places[HashKey(cells[$0])].map(Double.init) ?? .nan }))
            } else {
                columns.append(cells)
            }
        }
        return try ordered(columns, count: index.count, missingFirst: missingFirst)
    }

    /// All columns that come of one have one type: a gap in one of them widens them all.
    private static func widened(_ column: Column, ifGapsIn places: [Int], _ source: Column, fill: Value?) -> Column {
        guard places.contains(-1), column.dtype == source.dtype, fill == nil else { return column }
        switch source.dtype {
        case .int64: return column.widened(to: .float64)
        case .bool: return column.asObject
        case .float64, .object, .datetime, .timedelta, .category: return column
        }
    }

    private func wideLabels(_ frame: Frame, _ levels: [Int], _ rows: [Int], flat: Bool) -> Index {
        let inner = levels.map { frame.index.level($0).gather(rows) }
        let names = levels.map { frame.index.names[$0] }
        if flat { return Index(inner.count == 1 ? .column(inner[0]) : .multi(inner), names: names) }
        let outer = (0..<frame.columns.levelCount).map { level in
            frame.columns.level(level).gather((0..<frame.columnCount).flatMap { at in rows.map { _ in at } })
        }
        let repeated = inner.map { column in column.gather((0..<frame.columnCount).flatMap { _ in 0..<rows.count }) }
        return Index(.multi(outer + repeated), names: frame.columns.names + names)
    }

    /// The different rows of some key columns, in order.
    func ordered(_ columns: [Column], count: Int, missing: Factors.Missing = .equal, missingFirst: Bool = false) throws(Failure) -> Factors {
        var parts: [Factors] = []
        for column in columns { parts.append(try Factors.ordered(column, missing: missing)) }
        let factors = Factors(joining: parts, rows: count)
        let keys = Swift.zip(parts, columns).map { part, column in
            factors.firsts.map { missingFirst && column.isMissing($0) ? -1 : part.codes[$0] }
        }
        return factors.reordered(SortKeys.order(keys, count: factors.count))
    }
}
