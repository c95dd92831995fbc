import Diagnostics
import Values

/// How rows are to be grouped.
struct GroupingOptions {
    var asIndex = true
    var sort = true
    var dropsMissing = true
    var groupKeys = true
    /// Categories that no row has make no groups.
    var isObserved = false
    var isSeries = false
}

extension Call where Receiver == Frame {
    func groupBy() throws(Failure) -> Value {
        guard try arguments.axis() == 0 else { throw Failure(.unsupportedArgument, "'axis' of groupby() is not supported") }
        return .groupBy(try interpreter.grouping(receiver, arguments, isSeries: false))
    }
}

extension Interpreter {
    /// A Series' groups: those of a frame with the Series as its only column.
    func grouping(_ series: Series, _ arguments: Arguments) throws(Failure) -> GroupBy {
        let frame = Frame([series.column], index: series.index, columns: Index(.column(Column(values: [series.name])), names: [.none]))
        if arguments["as_index"] != nil, try !arguments.bool("as_index", default: true) {
            throw Failure(.typeError, "as_index=False only valid with DataFrame")
        }
        return try grouping(frame, arguments, isSeries: true)
    }

    /// Reads `groupby`'s arguments, which a frame and a Series share.
    func grouping(_ frame: Frame, _ arguments: Arguments, isSeries: Bool) throws(Failure) -> GroupBy {
        var options = GroupingOptions()
        options.asIndex = try arguments.bool("as_index", default: true)
        options.sort = try arguments.bool("sort", default: true)
        options.dropsMissing = try arguments.bool("dropna", default: true)
        options.groupKeys = try arguments.bool("group_keys", default: true)
        options.isSeries = isSeries
        options.isObserved = try arguments.bool("observed", default: false)
        if let by = arguments.given("by") {
            return try grouping(frame, by: by, options)
        }
        guard let level = arguments.given("level") else { throw Failure(.typeError, "You have to supply one of 'by' and 'level'") }
        var keys: [GroupKey] = []
        for key in try labels(level) { keys.append(try levelKey(frame.index, key)) }
        let byList = if case .list = level { true } else { false }
        return try grouping(frame, keys, byList: byList, options)
    }

    func grouping(_ frame: Frame, by: Value, _ options: GroupingOptions) throws(Failure) -> GroupBy {
        guard case .list(let list) = by else {
            if case .tuple(let items) = by, frame.columns.position(of: by) == nil, !items.isEmpty {
                throw Frame.absent(by)
            }
            return try grouping(frame, [groupKey(frame, by, options)], byList: false, options)
        }
        guard !list.items.isEmpty else { throw Failure(.valueError, "No group keys passed!") }
        if let labels = rowLabels(list.items, frame, options) {
            return try grouping(frame, [labels], byList: false, options)
        }
        var keys: [GroupKey] = []
        for item in list.items { keys.append(try groupKey(frame, item, options)) }
        return try grouping(frame, keys, byList: true, options)
    }

    /// One key of a grouping: its cells, aligned with the rows, its name, and its column in the frame.
    struct GroupKey {
        let column: Column
        let name: Value
        var position: Int? = nil
    }

    /// A list as long as the frame that names no columns is a list of keys by row.
    private func rowLabels(_ items: [Value], _ frame: Frame, _ options: GroupingOptions) -> GroupKey? {
        guard items.count == frame.rowCount, items.allSatisfy({ $0.isHashable && !isCallable($0) && $0.tuple == nil }) else { return nil }
        let known = items.allSatisfy { item in
            !options.isSeries && frame.columns.position(of: item) != nil || frame.index.names.contains { !$0.isMissing && HashKey($0) == HashKey(item) }
        }
        return known ? nil : GroupKey(column: Column(values: items), name: .none)
    }

    private func isCallable(_ value: Value) -> Bool {
        switch value {
        case .function, .type: true
        default: false
        }
    }

    private func levelKey(_ index: Index, _ key: Value) throws(Failure) -> GroupKey {
        let at = try index.levelPosition(key)
        return GroupKey(column: index.level(at), name: index.names[at])
    }

    private func groupKey(_ frame: Frame, _ key: Value, _ options: GroupingOptions) throws(Failure) -> GroupKey {
        switch key {
        case .series(let series): return try seriesKey(frame, series, options)
        case .array(let array): return try rowKey(frame, array.column, .none)
        case .index(let index): return try rowKey(frame, index.column, index.name)
        case .list(let list): return try rowKey(frame, Column(values: list.items), .none)
        case .dict(let dict):
            let cells = frame.index.values.map { dict[$0] ?? .float(.nan) }
            return GroupKey(column: Column(values: cells), name: .none)
        case .function, .type:
            var cells: [Value] = []
            for label in frame.index.values { cells.append(try call(key, [label.asPython])) }
            return GroupKey(column: Column(values: cells), name: .none)
        default: return try labelKey(frame, key, options)
        }
    }

    private func labelKey(_ frame: Frame, _ key: Value, _ options: GroupingOptions) throws(Failure) -> GroupKey {
        guard key.isHashable else { throw Failure(.typeError, "unhashable type: '\(key.typeName)'") }
        let found = options.isSeries ? [] : frame.columns.positions(of: key)
        let isLevel = frame.index.names.contains { !$0.isMissing && HashKey($0) == HashKey(key) }
        switch found.count {
        case 0 where isLevel: return try levelKey(frame.index, key)
        case 0: throw Frame.absent(key)
        case 1 where isLevel:
            throw Failure(.valueError, "\(Interpreter.brief(key)) is both an index level and a column label, which is ambiguous.")
        case 1: return GroupKey(column: frame.column(found[0]), name: key, position: found[0])
        default: throw Failure(.valueError, "Grouper for \(Interpreter.brief(key)) not 1-dimensional")
        }
    }

    /// A Series is aligned on the row labels; where it is the frame's own column it counts as one.
    private func seriesKey(_ frame: Frame, _ series: Series, _ options: GroupingOptions) throws(Failure) -> GroupKey {
        guard !series.index.equals(frame.index) else {
            return GroupKey(column: series.column, name: series.name, position: options.isSeries ? nil : ownColumn(frame, series))
        }
        let rows = try self.rows(of: frame.index, in: series.index)
        return GroupKey(column: series.column.gatherWithGaps(rows), name: series.name)
    }

    private func ownColumn(_ frame: Frame, _ series: Series) -> Int? {
        guard let at = frame.columns.position(of: series.name), frame.dtype(at) == series.column.dtype else { return nil }
        let column = frame.column(at)
        return (0..<column.count).allSatisfy { HashKey(column[$0]) == HashKey(series.column[$0]) } ? at : nil
    }

    private func rowKey(_ frame: Frame, _ column: Column, _ name: Value) throws(Failure) -> GroupKey {
        guard column.count == frame.rowCount else { throw Failure(.valueError, "Grouper and axis must be same length") }
        return GroupKey(column: column, name: name)
    }

    /// Rows by key: groups in the order of their keys, or of first appearance without `sort`.
    private func grouping(_ frame: Frame, _ keys: [GroupKey], byList: Bool, _ options: GroupingOptions) throws(Failure) -> GroupBy {
        try charge(cells: frame.rowCount * (keys.count + 1))
        if !options.isObserved, keys.contains(where: { $0.column.dtype == .category }) { return try groupingByCategories(frame, keys, byList: byList, options) }
        let missing = options.dropsMissing ? Factors.Missing.dropped : .equal
        var factors: Factors
        if options.sort {
            factors = try ordered(keys.map(\.column), count: frame.rowCount, missing: missing)
        } else {
            var parts: [Factors] = []
            for key in keys { parts.append(try Factors(key.column, missing: missing)) }
            factors = Factors(joining: parts, rows: frame.rowCount)
        }
        return GroupBy(
            frame: frame, keys: keys.map { Series($0.column, index: frame.index, name: $0.name) },
            keyPositions: keys.compactMap(\.position), codes: factors.codes, labels: keys.map { $0.column.gather(factors.firsts) },
            groupCount: factors.count, selection: options.isSeries ? [0] : nil, isSeries: options.isSeries, asIndex: options.asIndex,
            sort: options.sort, keyedByList: byList, groupKeys: options.groupKeys)
    }

    /// What `for name, group in groups` gives.
    func pairs(of groups: GroupBy) throws(Failure) -> [Value] {
        try charge(cells: groups.frame.rowCount)
        let names = groups.labelIndex
        return groups.rows.enumerated().compactMap { group, rows in
            if rows.isEmpty, groups.keys.count > 1 { return nil }
            let name = groups.keyedByList && groups.keys.count == 1 ? Value.tuple([names[group]]) : names[group]
            return .tuple([asPythonLabel(name), groups.part(rows)])
        }
    }

    private func asPythonLabel(_ label: Value) -> Value {
        if case .tuple(let items) = label { .tuple(items.map(\.asPython)) } else { label.asPython }
    }
}

extension GroupBy {
    /// The rows of each group, in order.
    var rows: [[Int]] { Factors.rows(codes, count: groupCount) }

    /// Whether a category has no rows.
    var hasEmptyGroups: Bool {
        labels.contains { $0.dtype == .category } && Set(codes.filter { $0 >= 0 }).count < groupCount
    }

    /// The group labels as row labels of a result.
    var labelIndex: Index {
        guard labels.count != 1 else { return Index(.column(labels[0]), names: [keys[0].name]) }
        let origin = codes.contains(-1) ? Index(.multi(keys.map(\.column)), names: keys.map(\.name)) : nil
        return Index(.multi(labels), names: keys.map(\.name), origin: origin)
    }

    /// The columns that reductions are asked of.
    var targets: [Int] { selection ?? (0..<frame.columnCount).filter { !keyPositions.contains($0) } }

    /// What a function of whole groups sees: the selected columns, or all of them with the keys.
    var source: Frame { selection.map(frame.select) ?? frame }

    /// The same as `part` with the group's key as its name (`object.__setattr__(group, "name", key)` in pandas' `apply_groupwise`).
    ///
    /// - Parameter names: the groups' keys (`labelIndex`), made once.
    func part(_ group: Int, named names: Index) -> Value {
        let key = name(group, names)
        switch part(rows[group]) {
        case .series(let series): return .series(series.renamed(key))
        case .frame(let frame): return .frame(frame.group(named: key))
        case let other: return other
        }
    }

    /// A group's key as a function sees it: of several keys a tuple of numpy's numbers, one alone Python's own.
    func name(_ group: Int, _ names: Index) -> Value { keys.count > 1 ? names[group] : names[group].asPython }

    /// How many entries `groups` has (`GroupBy.__len__`): with several keys also those with a missing key, whatever `dropna` says.
    var length: Int {
        get throws(Failure) {
            guard keys.count > 1 else { return groupCount }
            let factors = try keys.map { (key) throws(Failure) in try Factors(key.column, missing: .equal) }
            return Factors(joining: factors, rows: frame.rowCount).count
        }
    }

    /// The selected Series, or the selected columns, of some rows.
    func part(_ rows: [Int]) -> Value {
        if isSeries, let at = selection?.first { return .series(frame.series(at).gather(rows)) }
        return .frame(source.gather(rows))
    }
}
