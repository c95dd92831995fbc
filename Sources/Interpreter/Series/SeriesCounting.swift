import Diagnostics
import Values

// Different cells and how often they occur.
extension Call where Receiver == Series {
    private func factors(dropping: Bool) throws(Failure) -> Factors {
        try interpreter.charge(cells: receiver.count)
        return try Factors(receiver.column, missing: dropping ? .dropped : .byKind)
    }

    func unique() throws(Failure) -> Value {
        let cells = receiver.column.gather(try factors(dropping: false).firsts)
        // Different times come as Timestamps and Timedeltas (a DatetimeArray), not as numpy's numbers.
        return .array(NDArray(cells.isTime ? cells.asObject : cells))
    }

    func nunique() throws(Failure) -> Value {
        .int(try factors(dropping: arguments.bool("dropna", default: true)).count)
    }

    /// Cells in order of appearance, then sorted by count as `sort_values` sorts.
    func valueCounts() throws(Failure) -> Value {
        if let bins = arguments.given("bins") { return try countsInBins(bins) }
        let dropna = try arguments.bool("dropna", default: true)
        if case .categorical(let cells) = receiver.column { return try counted(categoryCounts(cells, dropna: dropna), total: nil) }
        let factors = try Factors(receiver.column.keys, missing: dropna ? .dropped : .byKind)
        var counts = Array(repeating: 0, count: factors.count)
        for code in factors.codes where code >= 0 { counts[code] += 1 }
        let index = Index(receiver.column.gather(factors.firsts), name: receiver.name)
        return try counted(Series(.int(counts), index: index), total: nil)
    }

    /// Counts under their labels, sorted and made shares as the arguments ask.
    func counted(_ counts: Series, total: Int?) throws(Failure) -> Value {
        let normalize = try arguments.bool("normalize", default: false)
        var result = counts.renamed(.string(normalize ? "proportion" : "count"))
        if try arguments.bool("sort", default: true) {
            result = result.gather(try interpreter.order(result.column, ascending: arguments.bool("ascending", default: false), missingFirst: false))
        }
        guard normalize, case .int(let sorted) = result.column else { return .series(result) }
        let total = Double(total ?? sorted.reduce(0, +))
        return .series(result.with(.float(sorted.map { Double($0) / total })))
    }

    /// The most frequent cells in ascending order; in order of appearance where they have none.
    func mode() throws(Failure) -> Value {
        let factors = try factors(dropping: arguments.bool("dropna", default: true))
        var counts = Array(repeating: 0, count: factors.count)
        for code in factors.codes where code >= 0 { counts[code] += 1 }
        let most = counts.max() ?? 0
        let cells = receiver.column.gather(counts.indices.filter { counts[$0] == most }.map { factors.firsts[$0] })
        let hasGap = cells.dtype == .object && cells.missing.contains(true) && cells.count > 1
        let order = hasGap ? nil : try? CellOrder.positions(of: cells, mixed: false)
        return .series(Series(order.map(cells.gather) ?? cells, name: receiver.name))
    }

    func factorize() throws(Failure) -> Value {
        var factors = try factors(dropping: arguments.bool("use_na_sentinel", default: true))
        if try arguments.bool("sort", default: false) {
            let order = try CellOrder.positions(of: receiver.column.gather(factors.firsts), mixed: true)
            factors = factors.reordered(order)
        }
        let labels = Index(receiver.column.gather(factors.firsts), name: receiver.name)
        return .tuple([.array(NDArray(.int(factors.codes))), .index(labels)])
    }

    /// Whether each cell is one of the values, as Python's `==` and hash tell; gaps of one kind are equal.
    func isIn() throws(Failure) -> Value {
        let values = try arguments.require("values")
        let wanted = try keys(values)
        try interpreter.charge(cells: receiver.count)
        return .series(receiver.with(.bool(try members(wanted))))
    }

    private func keys(_ values: Value) throws(Failure) -> Set<HashKey> {
        switch values {
        case .list, .tuple, .set, .dict, .range, .series, .index, .array: break
        case .frame, .iterator, .groupBy: break
        case .none, .bool, .int, .float, .text, .numpyBool, .numpyInt, .numpyFloat, .timestamp, .timedelta, .date, .time, .interval, .slice, .accessor,
            .function, .type, .dtype, .module:
            throw Failure(
                .typeError, "only list-like objects are allowed to be passed to isin(), you passed a `\(values.typeName)`",
                helps: ["put the value in a list: isin([…])"])
        }
        let items = try interpreter.members(values)
        try interpreter.charge(cells: items.count)
        var keys = Set<HashKey>(minimumCapacity: items.count)
        for item in items {
            guard item.isHashable else { throw Failure(.typeError, "unhashable type: '\(item.typeName)'") }
            keys.insert(HashKey(item))
        }
        return keys
    }

    private func members(_ wanted: Set<HashKey>) throws(Failure) -> [Bool] {
        switch receiver.column {
        case .text(let cells):
            let texts = Set(wanted.compactMap { if case .text(let text) = $0 { text } else { nil } })
            let hasNaN = wanted.contains(.nan)
            return (0..<cells.count).map { row in cells[row].map(texts.contains) ?? hasNaN }
        case .int(let cells): return cells.map { wanted.contains(.int($0)) }
        case .float(let cells): return cells.map { wanted.contains(HashKey(number: $0)) }
        case .bool, .object, .categorical:
            if let stray = receiver.column.values.first(where: { !$0.isHashable }) { throw Failure(.typeError, "unhashable type: '\(stray.typeName)'") }
            return receiver.column.values.map { wanted.contains(HashKey($0)) }
        case .timestamp(let cells):
            if let texts = try datesIn(wanted) { return cells.map(texts.contains) }
            return cells.map { wanted.contains(.timestamp($0)) }
        case .timedelta(let cells): return cells.map { wanted.contains(.timedelta($0)) }
        }
    }

    /// Texts beside times are read as dates.
    private func datesIn(_ wanted: Set<HashKey>) throws(Failure) -> Set<Int>? {
        var times: Set<Int> = []
        for key in wanted {
            guard case .text(let text) = key, let time = try interpreter.timestamp(reading: text) else { return nil }
            times.insert(time)
        }
        return times.isEmpty ? nil : times
    }
}

extension Column {
    /// The cells as counting compares them: lists, which have no hash, by their items.
    var keys: Column {
        guard case .object(let cells) = self, cells.contains(where: { !$0.isHashable }) else { return self }
        return .object(cells.map { if case .list(let list) = $0 { .tuple(list.items) } else { $0 } })
    }
}
