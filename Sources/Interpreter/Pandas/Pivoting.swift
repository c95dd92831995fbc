import Diagnostics
import Values

extension Interpreter {
    /// Groups by row and column keys, reduced, the column keys turned to columns (`pandas.core.reshape.pivot`).
    func pivotTable(_ frame: Frame, _ arguments: Arguments) throws(Failure) -> Value {
        guard try arguments.bool("dropna", default: true) else { throw Failure(.unsupportedArgument, "'dropna' of pivot_table() is not supported") }
        let function = arguments.given("aggfunc") ?? .string("mean")
        guard case .list(let list) = function else { return try pivotTable(frame, function, arguments) }
        var parts: [Value] = []
        for function in list.items { parts.append(try pivotTable(frame, function, arguments)) }
        var request = ConcatRequest(axis: 1)
        request.keys = Index(Column(values: list.items.map { .string(functionName($0)) }))
        return try concatenate(parts, request)
    }

    private func pivotTable(_ frame: Frame, _ function: Value, _ arguments: Arguments) throws(Failure) -> Value {
        let rows = try arguments.given("index").map { (value) throws(Failure) in try labels(value) } ?? []
        let columns = try arguments.given("columns").map { (value) throws(Failure) in try labels(value) } ?? []
        guard !rows.isEmpty || !columns.isEmpty else { throw Failure(.valueError, "No group keys passed!") }
        let given = arguments.given("values")
        let isOne = given.map { if case .list = $0 { false } else { true } } ?? false
        let values = try given.map { (value) throws(Failure) in try frame.positions(ofColumns: labels(value)) }
        let narrows = try values.map { (values) throws(Failure) in try isNarrowed(frame, to: rows + columns, values) } ?? false
        var options = GroupingOptions()
        options.sort = try arguments.bool("sort", default: true)
        var groups = try grouping(frame, by: .list(rows + columns), options)
        if let values, narrows { groups = groups.selecting(values, asSeries: false) }
        let reduced = try invoke("agg", on: .groupBy(groups), keywords: [("func", function)])
        var table: Frame
        switch reduced {
        case .frame(let frame): table = try invoke("dropna", on: reduced, keywords: [("how", .string("all"))]).frame ?? frame
        case .series(let series):
            guard !rows.isEmpty, !columns.isEmpty else {
                guard !isOne else { throw Failure(.attributeError, "'Series' object has no attribute 'columns'") }
                return reduced
            }
            table = Frame([series.column], index: series.index, columns: Index(count: 1))
        default: throw Failure(.unsupportedArgument, "this aggfunc of pivot_table() is not supported")
        }
        if !rows.isEmpty, !columns.isEmpty {
            table = try unstacked(table, levels: Array(rows.count..<rows.count + columns.count), fill: arguments.given("fill_value"), flat: reduced.series != nil, strict: "Index contains duplicate entries, cannot reshape")
        }
        if options.sort { table = try invoke("sort_index", on: .frame(table), keywords: [("axis", .int(1))]).frame ?? table }
        if let fill = arguments.given("fill_value") { table = try invoke("fillna", on: .frame(table), [fill]).frame ?? table }
        if try arguments.bool("margins", default: false) {
            guard reduced.frame != nil, !rows.isEmpty else { throw Failure(.unsupportedArgument, "'margins' of this pivot_table() is not supported") }
            let name = arguments.given("margins_name") ?? .string("All")
            let margins = PivotMargins(
                interpreter: self, frame: frame, rows: rows, columns: columns, values: groups.targets, function: function, name: name,
                fill: arguments.given("fill_value"))
            table = try margins.added(to: table)
        }
        return .frame(try finished(table, rows, isOne: isOne))
    }

    /// Whether only `values=` are reduced. pandas narrows the frame to the labels of keys and values, if these are fewer than the columns;
    /// otherwise every column that is no key is reduced. A label that the narrowed frame has twice is no key.
    private func isNarrowed(_ frame: Frame, to keys: [Value], _ values: [Int]) throws(Failure) -> Bool {
        let picked = keys.filter { $0.isHashable && frame.columns.position(of: $0) != nil } + values.map { frame.columns[$0] }
        guard picked.count < frame.columnCount else { return false }
        for key in keys where key.isHashable && picked.count(where: { HashKey($0) == HashKey(key) }) > 1 {
            throw Failure(.valueError, "Grouper for \(Interpreter.brief(key)) not 1-dimensional")
        }
        return true
    }

    private func finished(_ made: Frame, _ rows: [Value], isOne: Bool) throws(Failure) -> Frame {
        var table = made
        if isOne, table.columns.levelCount > 1 {
            let kept = Array(1..<table.columns.levelCount)
            let labels: Index.Labels = kept.count == 1 ? .column(table.columns.level(1)) : .multi(kept.map(table.columns.level))
            table = table.with(columns: Index(labels, names: kept.map { table.columns.names[$0] }))
        }
        if rows.isEmpty { table = try transposed(table) }
        return try invoke("dropna", on: .frame(table), keywords: [("how", .string("all")), ("axis", .int(1))]).frame ?? table
    }
}

extension Call where Receiver == NoReceiver {
    /// How often each pair of cells occurs, or a reduction of `values=` by pair.
    func crosstab() throws(Failure) -> Value {
        for name: StaticString in ["rownames", "colnames"] where arguments.given(name) != nil {
            throw Failure(.unsupportedArgument, "'\(name)' of crosstab() is not supported")
        }
        let hasMargins = try arguments.bool("margins", default: false)
        guard !hasMargins || arguments["normalize"] == nil && arguments.given("values") == nil else {
            throw Failure(.unsupportedArgument, "'margins' of this crosstab() is not supported")
        }
        let index = try commonLabels()
        let rows = try keys("row", index), columns = try keys("col", index)
        let frame = Frame((rows + columns).map(\.column), index: index, columns: Index.of((rows + columns).map(\.name)))
        let parts = (0..<frame.columnCount).map(frame.column)
        let table = try arguments.given("values") == nil ? counted(parts, rows, columns) : reduced(parts, rows, columns, index)
        return .frame(hasMargins && table.rowCount > 0 ? try withTotals(table) : try normalized(table))
    }

    /// What `index=` or `columns=` lists: one key, or several.
    private func keyItems(_ name: StaticString) throws(Failure) -> [Value] {
        let value = try arguments.require(name)
        guard case .list(let list) = value, list.items.contains(where: { $0.series != nil || $0.array != nil }) else { return [value] }
        return list.items
    }

    /// The labels that all Series have.
    private func commonLabels() throws(Failure) -> Index {
        let series = try (keyItems("index") + keyItems("columns")).compactMap(\.series)
        guard let first = series.first else {
            let items = try interpreter.iterate(keyItems("index")[0])
            return Index(count: items.count)
        }
        if series.allSatisfy({ $0.index.equals(first.index) }) { return first.index }
        var rows = Array(0..<first.count)
        for other in series.dropFirst() {
            let labels = Set(other.index.values.map { HashKey($0) })
            try interpreter.charge(cells: other.count + rows.count)
            rows = rows.filter { labels.contains(HashKey(first.index[$0])) }
        }
        return first.index.gather(rows)
    }

    /// The keys under the common labels; a single text is the key of every row.
    private func keys(_ word: String, _ index: Index) throws(Failure) -> [Series] {
        var keys: [Series] = []
        for (at, item) in try keyItems(word == "row" ? "index" : "columns").enumerated() {
            let series: Series = switch item {
            case .text: Series(Column(values: Array(repeating: item, count: index.count)), index: index)
            case .series(let series) where series.index.equals(index): series
            case .series(let series):
                Series(series.column.gatherWithGaps(try interpreter.rows(of: index, in: series.index)), index: index, name: series.name)
            default: Series(try interpreter.series(of: item, index: nil, isGiven: true).column, index: index)
            }
            guard series.column.count == index.count else { throw Failure(.valueError, "All arrays must be of the same length") }
            keys.append(series.name.isMissing ? series.renamed(.string("\(word)_\(at)")) : series)
        }
        return keys
    }

    private func counted(_ parts: [Column], _ rows: [Series], _ columns: [Series]) throws(Failure) -> Frame {
        let count = rows[0].count
        let present = (0..<count).filter { row in !parts.contains { $0.isMissing(row) } }
        let cells = parts.map { $0.gather(present) }
        let down = try interpreter.ordered(Array(cells.prefix(rows.count)), count: present.count)
        let across = try interpreter.ordered(Array(cells.dropFirst(rows.count)), count: present.count)
        let (total, overflow) = down.count.multipliedReportingOverflow(by: max(across.count, 1))
        try interpreter.charge(bytes: overflow || total > Int.max / 16 ? Int.max / 2 : total * 8)
        var counts = Array(repeating: Array(repeating: 0, count: down.count), count: across.count)
        for row in present.indices { counts[across.codes[row]][down.codes[row]] += 1 }
        func labels(_ factors: Factors, _ cells: [Column], _ keys: [Series]) -> Index {
            let levels = cells.map { $0.gather(factors.firsts) }
            return Index(levels.count == 1 ? .column(levels[0]) : .multi(levels), names: keys.map(\.name))
        }
        return Frame(
            counts.map { .int($0) }, index: labels(down, Array(cells.prefix(rows.count)), rows),
            columns: labels(across, Array(cells.dropFirst(rows.count)), columns))
    }

    /// A last row and a last column with the sums.
    private func withTotals(_ table: Frame) throws(Failure) -> Frame {
        let name = arguments.given("margins_name") ?? .string("All")
        let counts = table.allColumns.map(\.integers)
        let across = (0..<table.rowCount).map { row in counts.reduce(0) { $0 + $1[row] } }
        let columns = (counts + [across]).map { Column.int($0 + [$0.reduce(0, +)]) }
        return Frame(columns, index: table.index.appending(total: name), columns: table.columns.appending(total: name))
    }

    private func reduced(_ parts: [Column], _ rows: [Series], _ columns: [Series], _ index: Index) throws(Failure) -> Frame {
        guard let function = arguments.given("aggfunc") else { throw Failure(.valueError, "values cannot be used without an aggfunc.") }
        let values = try interpreter.series(of: arguments.require("values"), index: nil, isGiven: true)
        guard values.count == index.count else { throw Failure(.unsupportedValue, "crosstab() of differently labelled Series is not supported") }
        let labels = (0..<parts.count).map { Value.int($0) }
        let frame = Frame(parts + [values.column], index: index, columns: Index.of(labels + [.string("values")]))
        let keywords: [(String, Value)] = [
            ("values", .string("values")), ("index", .list(Array(labels.prefix(rows.count)))),
            ("columns", .list(Array(labels.dropFirst(rows.count)))), ("aggfunc", function),
        ]
        guard case .frame(let table) = try interpreter.invoke("pivot_table", on: .frame(frame), keywords: keywords) else {
            throw Failure(.internalFault, "'pivot_table' gives a frame")
        }
        return table.with(index: table.index.renamed(rows.map(\.name))).with(columns: table.columns.renamed(columns.map(\.name)))
    }

    private func normalized(_ table: Frame) throws(Failure) -> Frame {
        guard let how = arguments["normalize"] else { return table }
        let numbers = table.allColumns.map { $0.doubles ?? [] }
        let across = (0..<table.rowCount).map { row in numbers.reduce(0) { $0 + ($1[row].isNaN ? 0 : $1[row]) } }
        func divided(_ by: (Int, Int) -> Double) -> Frame {
            let columns = numbers.enumerated().map { at, cells in
                Column.float(cells.enumerated().map { row, cell in
                    let total = by(at, row)
                    return total == 0 ? 0 : cell / total
                })
            }
            return Frame(columns, like: table)
        }
        switch how {
        case .bool(false): return table
        case .bool(true): return divided { _, _ in across.reduce(0, +) }
        case .text(let word) where word == "all": return divided { _, _ in across.reduce(0, +) }
        case .text(let word) where word == "index": return divided { _, row in across[row] }
        case .text(let word) where word == "columns": return divided { at, _ in numbers[at].reduce(0, +) }
        case .int(0): return divided { _, row in across[row] }
        case .int(1): return divided { at, _ in numbers[at].reduce(0, +) }
        default: throw Failure(.valueError, "Not a valid normalize argument")
        }
    }
}

extension Index {
    /// The labels and, last, that of the totals; it stands in the first level.
    func appending(total name: Value) -> Index {
        guard isMulti else { return Index.of(values + [name], names: names) }
        return Index.of(values + [.tuple([name] + Array(repeating: .string(""), count: levelCount - 1))], names: names)
    }
}
