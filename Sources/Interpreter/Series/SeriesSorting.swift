import Diagnostics
import Kernels
import Values

// The order of cells: `sort_values`, `nlargest`, `rank` and their kin.
extension Call where Receiver == Series {
    func sortValues() throws(Failure) -> Value {
        _ = try arguments.axis()
        let ascending = try interpreter.directions(arguments["ascending"], keys: 1, isList: true)[0]
        let missingFirst = try interpreter.missingFirst(arguments)
        let key = try interpreter.sortKey(receiver, arguments.given("key"))
        let order = try interpreter.order(key, ascending: ascending, missingFirst: missingFirst, kind: SortKind(arguments))
        let sorted = receiver.gather(order)
        return .series(try renumbered(sorted))
    }

    func sortIndex() throws(Failure) -> Value {
        _ = try arguments.axis()
        return .series(try renumbered(receiver.gather(interpreter.order(of: receiver.index, arguments))))
    }

    /// `ignore_index=True`: labels from 0.
    func renumbered(_ series: Series) throws(Failure) -> Series {
        guard try arguments.bool("ignore_index", default: false) else { return series }
        return Series(series.column, name: series.name)
    }

    func argsort() throws(Failure) -> Value {
        let missing = receiver.column.missing
        let present = missing.indices.filter { !missing[$0] }
        let order = try interpreter.order(receiver.column.gather(present), ascending: true, missingFirst: false, kind: SortKind(arguments))
        guard present.count < receiver.count else { return .series(receiver.with(.int(order))) }
        var places = Array(repeating: -1, count: receiver.count)
        for (row, place) in Swift.zip(present, order) { places[row] = place }
        return .series(receiver.with(.int(places)))
    }

    /// `nlargest`, `nsmallest` (`pandas.core.methods.selectn.SelectNSeries`): ties in order of appearance, gaps only where cells run out.
    func extremes(largest: Bool) throws(Failure) -> Value {
        let name = largest ? "nlargest" : "nsmallest"
        let n = try arguments.int("n", default: 5)
        let keep = try arguments.word("keep", default: "first")
        guard ["first", "last", "all"].contains(keep) else { throw Failure(.valueError, "keep must be either \"first\", \"last\" or \"all\"") }
        guard receiver.column.dtype != .object else { throw Failure(.typeError, "Cannot use method '\(name)' with dtype object") }
        guard n > 0 else { return .series(receiver.gather([])) }
        if n >= receiver.count {
            return .series(receiver.gather(try interpreter.order(receiver.column, ascending: !largest, missingFirst: false)))
        }
        let missing = receiver.column.missing
        let gaps = missing.indices.filter { missing[$0] }
        var rows = missing.indices.filter { !missing[$0] }
        try interpreter.charge(cells: rows.count * 4)
        if keep == "last" { rows.reverse() }
        let codes = try Factors.ordered(receiver.column.gather(rows), missing: .equal).codes
        let ranked = SortKeys.order([codes.map { largest ? -$0 : $0 }], count: rows.count)
        let count = keep == "all" ? tied(ranked, codes, n) : n
        return .series(receiver.gather((ranked.map { rows[$0] } + gaps).prefixed(count)))
    }

    /// How many cells are among the first n, those equal to the last of them included; gaps are all equal.
    private func tied(_ ranked: [Int], _ codes: [Int], _ n: Int) -> Int {
        guard n <= ranked.count else { return receiver.count }
        let border = codes[ranked[n - 1]]
        return ranked.lastIndex { codes[$0] == border }.map { $0 + 1 } ?? n
    }

    func isUnique() throws(Failure) -> Value {
        .bool(try Factors(receiver.column, missing: .byKind).count == receiver.count)
    }

    /// Cells without an order are in none; one gap is enough for that.
    func isMonotonic(falling: Bool) throws(Failure) -> Value {
        guard receiver.count > 0 else { return .bool(true) }
        guard !receiver.column.missing.contains(true) else { return .bool(false) }
        guard let codes = try? Factors.ordered(receiver.column, missing: .equal, mixed: false).codes else { return .bool(false) }
        return .bool(Swift.zip(codes, codes.dropFirst()).allSatisfy { falling ? $0 >= $1 : $0 <= $1 })
    }

    // MARK: Ranks

    func rank() throws(Failure) -> Value {
        _ = try arguments.axis()
        let method = try arguments.word("method", default: "average")
        let gaps = try arguments.word("na_option", default: "keep")
        let ascending = try arguments.bool("ascending", default: true)
        guard ["keep", "top", "bottom"].contains(gaps) else { throw Failure(.valueError, "na_option must be one of 'keep', 'top', or 'bottom'") }
        if try arguments.bool("numeric_only", default: false), !receiver.column.dtype.isNumeric {
            throw Failure(.typeError, "Series.rank does not allow numeric_only=True with non-numeric dtype.")
        }
        try interpreter.charge(cells: receiver.count * 8)
        let codes = try Factors.ordered(receiver.column, missing: .dropped, mixed: false).codes
        let keys = codes.map { code in
            code < 0 ? (gaps == "top" ? Int.min : Int.max) : ascending ? code : -code
        }
        let ranked = gaps == "keep" ? keys.indices.filter { codes[$0] >= 0 } : Array(keys.indices)
        var ranks = Array(repeating: Double.nan, count: keys.count)
        let groups = try rankedGroups(ranked.sorted { (keys[$0], $0) < (keys[$1], $1) }, keys, method, &ranks)
        if try arguments.bool("pct", default: false) {
            let total = Double(method == "dense" ? groups : ranked.count)
            ranks = ranks.map { $0 / total }
        }
        return .series(receiver.with(.float(ranks)))
    }

    /// Writes the rank of each row; gives how many different cells there were.
    private func rankedGroups(_ order: [Int], _ keys: [Int], _ method: String, _ ranks: inout [Double]) throws(Failure) -> Int {
        guard ["average", "min", "max", "first", "dense"].contains(method) else { throw Failure(.keyError, "'\(method)'") }
        var groups = 0, start = 0
        while start < order.count {
            var end = start + 1
            while end < order.count, keys[order[end]] == keys[order[start]] { end += 1 }
            groups += 1
            for at in start..<end {
                ranks[order[at]] = switch method {
                case "min": Double(start + 1)
                case "max": Double(end)
                case "first": Double(at + 1)
                case "dense": Double(groups)
                default: Double(start + 1 + end) / 2
                }
            }
            start = end
        }
        return groups
    }
}

/// What `kind=` asks of a sort of one key.
enum SortKind {
    /// numpy's quicksort, with its own order of equal cells.
    case quick
    /// Equal cells keep their order.
    case stable

    init(_ arguments: Arguments) throws(Failure) {
        guard arguments.given("kind") != nil else {
            self = .quick
            return
        }
        switch try arguments.word("kind", default: "quicksort") {
        case "quicksort": self = .quick
        case "mergesort", "stable": self = .stable
        case "heapsort": throw Failure(.unsupportedArgument, "kind='heapsort' is not supported")
        case let word: throw Failure(.valueError, "sort kind must be one of 'quick', 'heap', or 'stable' (got '\(word)')")
        }
    }
}

extension Interpreter {
    /// The positions that sort a column (`pandas.core.sorting.nargsort`): gaps at one end, in their order; where the order falls, the
    /// rows are reversed before and after sorting, so that equal cells keep theirs as far as numpy's quicksort does.
    func order(_ column: Column, ascending: Bool, missingFirst: Bool, kind: SortKind = .quick) throws(Failure) -> [Int] {
        try charge(cells: column.count * 8)
        let missing = column.missing
        var gaps: [Int] = []
        var rows: [Int] = []
        rows.reserveCapacity(column.count)
        for row in 0..<column.count {
            if missing[row] { gaps.append(row) } else { rows.append(row) }
        }
        if !ascending { rows.reverse() }
        let cells = column.gather(rows)
        var order = try (kind == .stable ? CellOrder.positions(of: cells, mixed: false) : sortedPositions(cells)).map { rows[$0] }
        if !ascending { order.reverse() }
        return missingFirst ? gaps + order : order + gaps
    }

    /// numpy's `argsort` of cells none of which is missing.
    private func sortedPositions(_ column: Column) throws(Failure) -> [Int] {
        switch column {
        case .bool(let cells): return QuickSort.order(cells) { !$0 && $1 }
        case .int(let cells): return SortingNetwork.order(cells)
        case .timestamp(let cells), .timedelta(let cells): return QuickSort.order(cells, by: <)
        case .float(let cells): return SortingNetwork.order(cells)
        case .categorical(let cells): return QuickSort.order(cells.codes, by: <)
        case .text(let cells): return QuickSort.order((0..<cells.count).map { cells[$0] ?? .empty }, by: <)
        case .object(let cells):
            try CellOrder.requireOrder(cells, mixed: false)
            return QuickSort.order(cells, by: CellOrder.precedes)
        }
    }
}

extension Array {
    /// The first items, as many as there are up to a count.
    func prefixed(_ count: Int) -> [Element] { Array(prefix(Swift.max(count, 0))) }
}
