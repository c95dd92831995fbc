import Diagnostics
import Values

// Several results a group.
extension Call where Receiver == GroupBy {
    private var series: Series {
        get throws(Failure) {
            guard receiver.isSeries, let at = receiver.selection?.first else {
                throw Failure(.attributeError, "'DataFrameGroupBy' object has no attribute '\(arguments.operation)'")
            }
            return receiver.frame.series(at)
        }
    }

    /// The different cells of each group, as an array each.
    func unique() throws(Failure) -> Value {
        let series = try series
        var arrays: [Value] = []
        for rows in receiver.rows { arrays.append(try interpreter.invoke("unique", on: .series(series.gather(rows)))) }
        return .series(Series(.object(arrays), index: receiver.labelIndex, name: series.name))
    }

    func extremesOfGroups(_ name: String) throws(Failure) -> Value {
        let series = try series
        var parts: [Value] = []
        for rows in receiver.rows {
            parts.append(try interpreter.invoke(name, on: .series(series.gather(rows)), keywords: arguments.passing("n", "keep")))
        }
        guard !parts.isEmpty else { return .series(series.gather([])) }
        var request = ConcatRequest()
        request.keys = receiver.labelIndex
        return try interpreter.concatenate(parts, request)
    }

    /// Group by group, most frequent first; equal counts in the order of the cells.
    func valueCounts() throws(Failure) -> Value {
        guard receiver.asIndex, arguments.given("subset") == nil else {
            throw Failure(.unsupportedArgument, "value_counts() of these groups is not supported")
        }
        // A key is not counted under itself.
        let targets = receiver.targets.filter { !receiver.keyPositions.contains($0) }
        guard !receiver.labels.contains(where: { $0.dtype == .category }) else {
            throw Failure(.unsupportedValue, "value_counts() of groups by category is not supported")
        }
        if receiver.isSeries, let at = targets.first, receiver.frame.dtype(at) == .category { return try countsOfCategories(receiver.frame.series(at)) }
        let dropna = try arguments.bool("dropna", default: true)
        var parts = [Factors(codes: receiver.codes, firsts: receiver.rows.map { $0.first ?? 0 })]
        for at in targets { parts.append(try Factors.ordered(receiver.frame.column(at), missing: dropna ? .dropped : .equal)) }
        let factors = Factors(joining: parts, rows: receiver.frame.rowCount)
        let counts = factors.rows.map(\.count)
        var keys = parts.map { part in factors.firsts.map { part.codes[$0] } }
        if try arguments.bool("sort", default: true) {
            let ascending = try arguments.bool("ascending", default: false)
            keys.insert(counts.map { ascending ? $0 : -$0 }, at: 1)
        }
        let order = SortKeys.order(keys, count: factors.count)
        let rows = order.map { factors.firsts[$0] }
        let levels = receiver.keys.map { $0.column.gather(rows) } + targets.map { receiver.frame.column($0).gather(rows) }
        let names = receiver.keys.map(\.name) + targets.map { receiver.frame.columns[$0] }
        let sorted = order.map { counts[$0] }
        let origin = Index(.multi(receiver.keys.map(\.column) + targets.map(receiver.frame.column)), names: names)
        let index = Index(levels.count == 1 ? .column(levels[0]) : .multi(levels), names: names, origin: origin)
        guard try arguments.bool("normalize", default: false) else {
            return .series(Series(.int(sorted), index: index, name: .string("count")))
        }
        var totals = Array(repeating: 0, count: receiver.groupCount)
        for (row, count) in Swift.zip(rows, sorted) { totals[receiver.codes[row]] += count }
        let shares = Swift.zip(rows, sorted).map { Double($1) / Double(totals[receiver.codes[$0]]) }
        return .series(Series(.float(shares), index: index, name: .string("proportion")))
    }

    /// Every category in every group.
    private func countsOfCategories(_ series: Series) throws(Failure) -> Value {
        let keywords = arguments.passing("normalize", "sort", "ascending", "dropna")
        var parts: [Value] = []
        for rows in receiver.rows { parts.append(try interpreter.invoke("value_counts", on: .series(series.gather(rows)), keywords: keywords)) }
        var request = ConcatRequest()
        request.keys = receiver.labelIndex
        guard case .series(let counts) = try interpreter.concatenate(parts, request) else { return .none }
        return .series(Series(counts.column, index: counts.index.renamed(receiver.keys.map(\.name) + [series.name]), name: counts.name))
    }

    /// The summary of each group of each column, side by side.
    func describe() throws(Failure) -> Value {
        guard arguments.given("include") == nil, arguments.given("exclude") == nil else {
            throw Failure(.unsupportedArgument, "'include' of describe() is not supported")
        }
        let numbers = receiver.targets.filter { receiver.frame.dtype($0).isNumeric && receiver.frame.dtype($0) != .bool }
        let targets = receiver.isSeries || numbers.isEmpty ? receiver.targets : numbers
        var columns: [Column] = []
        var labels: [Value] = []
        for at in targets {
            let summaries = try summaries(receiver.frame.series(at))
            guard let first = summaries.first else { throw Failure(.unsupportedValue, "describe() of no groups is not supported") }
            for stat in 0..<first.count {
                columns.append(interpreter.inferredCells(Column(values: summaries.map { $0.column[stat] })))
                labels.append(receiver.isSeries ? first.index[stat] : .tuple([receiver.frame.columns[at], first.index[stat]]))
            }
        }
        let frame = Frame(columns, index: receiver.labelIndex, columns: Index.of(labels))
        return .frame(receiver.asIndex ? frame : try insertingKeys(frame))
    }

    private func summaries(_ series: Series) throws(Failure) -> [Series] {
        var summaries: [Series] = []
        for rows in receiver.rows {
            try interpreter.charge(cells: rows.count + 1)
            guard case .series(let summary) = try interpreter.invoke("describe", on: .series(series.gather(rows)), keywords: arguments.passing("percentiles")) else {
                throw Failure(.internalFault, "'describe' gives a Series")
            }
            summaries.append(summary)
        }
        return summaries
    }

    func pipe() throws(Failure) -> Value {
        try interpreter.call(
            arguments.require("func"), [.groupBy(receiver)] + arguments.rest("args"), keywords: arguments.keywordRest("kwargs"))
    }
}
