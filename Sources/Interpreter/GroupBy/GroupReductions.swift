import Diagnostics
import Kernels
import Values

/// Groups of one column's rows, and the loops that reduce them.
struct GroupCells {
    let codes: [Int]
    let count: Int

    /// The number of cells of each group that are not missing.
    func counts(_ column: Column) -> [Int] {
        var counts = Array(repeating: 0, count: count)
        let missing = column.missing
        for (row, code) in codes.enumerated() where code >= 0 && !missing[row] { counts[code] += 1 }
        return counts
    }

    /// Sums of integers wrap, as numpy's do.
    func sum(_ cells: [Int]) -> [Int] {
        var sums = Array(repeating: 0, count: count)
        for (row, code) in codes.enumerated() where code >= 0 { sums[code] &+= cells[row] }
        return sums
    }

    /// Compensated sums (Kahan's), as pandas' `group_sum` computes them; gaps are skipped.
    func sum(_ cells: [Double]) -> [Double] {
        var sums = Array(repeating: CompensatedSum(), count: count)
        for (row, code) in codes.enumerated() where code >= 0 && !cells[row].isNaN { sums[code].add(cells[row]) }
        return sums.map(\.total)
    }

    /// The row of each group's extreme cell, the first of equals; -1 where all are missing.
    func extreme(_ column: Column, largest: Bool) -> [Int] {
        switch column {
        case .bool(let cells): rows(column) { a, b in largest ? cells[a] && !cells[b] : !cells[a] && cells[b] }
        case .int(let cells), .timestamp(let cells), .timedelta(let cells):
            rows(column) { a, b in largest ? cells[a] > cells[b] : cells[a] < cells[b] }
        case .float(let cells): rows(column) { a, b in largest ? cells[a] > cells[b] : cells[a] < cells[b] }
        case .categorical(let cells): rows(column) { a, b in largest ? cells.codes[a] > cells.codes[b] : cells.codes[a] < cells.codes[b] }
        case .text(let cells):
            rows(column) { a, b in
                let (a, b) = (cells[a] ?? .empty, cells[b] ?? .empty)
                return largest ? b < a : a < b
            }
        case .object(let cells):
            rows(column) { a, b in largest ? CellOrder.precedes(cells[b], cells[a]) : CellOrder.precedes(cells[a], cells[b]) }
        }
    }

    private func rows(_ column: Column, isBetter: (Int, Int) -> Bool) -> [Int] {
        var best = Array(repeating: -1, count: count)
        let missing = column.missing
        for (row, code) in codes.enumerated() where code >= 0 && !missing[row] {
            if best[code] < 0 || isBetter(row, best[code]) { best[code] = row }
        }
        return best
    }

    /// The row of each group's first or last cell that is not missing, or -1.
    func end(_ column: Column, last: Bool) -> [Int] {
        var ends = Array(repeating: -1, count: count)
        let missing = column.missing
        for (row, code) in codes.enumerated() where code >= 0 && !missing[row] && (last || ends[code] < 0) { ends[code] = row }
        return ends
    }

    /// The numbers of each group, without gaps.
    func numbers(_ cells: [Double]) -> [[Double]] {
        var groups = Array(repeating: [Double](), count: count)
        for (row, code) in codes.enumerated() where code >= 0 && !cells[row].isNaN { groups[code].append(cells[row]) }
        return groups
    }
}

extension Call where Receiver == GroupBy {
    var cells: GroupCells { GroupCells(codes: receiver.codes, count: receiver.groupCount) }

    /// `sum`, `mean`, … of every selected column.
    func reduce(_ name: String) throws(Failure) -> Value {
        let targets = try considered()
        var columns: [Column] = []
        for at in targets {
            try interpreter.charge(cells: receiver.frame.rowCount + receiver.groupCount)
            columns.append(try reduced(receiver.frame.column(at), name))
        }
        return try wrapped(columns, targets)
    }

    /// The selected columns; with `numeric_only` only the numbers.
    func considered() throws(Failure) -> [Int] {
        guard try arguments.bool("numeric_only", default: false) else { return receiver.targets }
        if receiver.isSeries, let at = receiver.selection?.first, !receiver.frame.dtype(at).isNumeric {
            throw Failure(.typeError, "Cannot use numeric_only=True with SeriesGroupBy.\(arguments.operation) and non-numeric dtypes.")
        }
        return receiver.targets.filter { receiver.frame.dtype($0).isNumeric }
    }

    /// Columns of group results under their labels: a Series, a frame by group, or a frame with the keys as columns.
    func wrapped(_ columns: [Column], _ targets: [Int], name: Value? = nil) throws(Failure) -> Value {
        let labels = targets.map { receiver.frame.columns[$0] }
        if receiver.isSeries, receiver.asIndex {
            return .series(Series(columns[0], index: receiver.labelIndex, name: labels[0]))
        }
        let frame = Frame(columns, index: receiver.labelIndex, columns: receiver.frame.columns.gather(targets))
        return .frame(receiver.asIndex ? frame : try insertingKeys(frame))
    }

    /// `as_index=False`: keys that are columns of the frame stand in front, unless a column has their label.
    ///
    /// - Throws: `valueError` where one column is a key twice.
    func insertingKeys(_ frame: Frame) throws(Failure) -> Frame {
        let held = frame.columns.isMulti ? Index(.column(frame.columns.level(0)), names: [.none]) : frame.columns
        let inside = receiver.keys.indices.filter { at in
            let key = receiver.keys[at]
            return receiver.frame.columns.position(of: key.name).map(receiver.keyPositions.contains) ?? false
                && held.position(of: key.name) == nil
        }
        var seen: Set<HashKey> = []
        for at in inside where !seen.insert(HashKey(receiver.keys[at].name)).inserted {
            throw Failure(.valueError, "cannot insert \(Interpreter.brief(receiver.keys[at].name)), already exists")
        }
        let columns = inside.map { receiver.labels[$0] } + frame.allColumns
        let labels = interpreter.prepending(inside.map { receiver.keys[$0].name }, to: frame.columns)
        return Frame(columns, index: Index(count: frame.rowCount), columns: labels)
    }

    func reduced(_ column: Column, _ name: String) throws(Failure) -> Column {
        switch name {
        case "sum": try sum(column)
        case "mean": try mean(column)
        case "min", "max": try extremes(column, name)
        case "first", "last": try ends(column, last: name == "last")
        case "prod", "median", "std", "var", "sem", "skew": try statistics(column, name)
        case "count": .int(cells.counts(column))
        case "nunique": .int(try different(column))
        case "any", "all": try truths(column, name)
        default: try fallback(column, name)
        }
    }

    private func sum(_ column: Column) throws(Failure) -> Column {
        let minimum = try arguments.int("min_count", default: 0)
        switch column {
        case .bool(let flags): return tooFew(.int(cells.sum(flags.map { $0 ? 1 : 0 })), column, minimum)
        case .int(let numbers): return tooFew(.int(cells.sum(numbers)), column, minimum)
        case .float(let numbers): return tooFew(.float(cells.sum(numbers)), column, minimum)
        case .timedelta(let spans):
            return .timedelta(cells.sum(spans.map { $0 == Column.missingTime ? 0 : $0 }))
        case .timestamp: throw Failure(.typeError, "datetime64 type does not support sum operations")
        case .categorical: throw Column.noCategories("sum")
        case .text, .object: return tooFew(try objectSums(column), column, minimum)
        }
    }

    private func tooFew(_ sums: Column, _ column: Column, _ minimum: Int) -> Column {
        guard minimum > 0 else { return sums }
        let counts = cells.counts(column)
        return sums.gatherWithGaps(counts.indices.map { counts[$0] < minimum ? -1 : $0 })
    }

    /// Objects are added one to the next, gaps skipped; a group without cells sums to 0 (pandas' `group_sum`).
    private func objectSums(_ column: Column) throws(Failure) -> Column {
        var sums: [Value?] = Array(repeating: nil, count: receiver.groupCount)
        let missing = column.missing
        for (row, code) in receiver.codes.enumerated() where code >= 0 && !missing[row] {
            if let sum = sums[code] {
                if case .text(let a) = sum, case .text(let b) = column[row] { try interpreter.charge(bytes: Int(a.count) + Int(b.count)) }
                sums[code] = try interpreter.binary(.add, sum, column[row])
            } else {
                sums[code] = column[row]
            }
        }
        return .object(sums.map { $0 ?? .int(0) })
    }

    private func mean(_ column: Column) throws(Failure) -> Column {
        switch column {
        case .bool, .int, .float:
            let counts = cells.counts(column)
            let sums = cells.sum(column.doubles ?? [])
            return .float(Swift.zip(sums, counts).map { $1 == 0 ? .nan : $0 / Double($1) })
        case .timestamp(let times): return .timestamp(meanTimes(times, column))
        case .timedelta(let times): return .timedelta(meanTimes(times, column))
        case .text, .object: return try fallback(column, "mean")
        case .categorical: throw Column.noCategories("mean")
        }
    }

    private func meanTimes(_ times: [Int], _ column: Column) -> [Int] {
        let counts = cells.counts(column)
        let sums = cells.sum(times.map { $0 == Column.missingTime ? Double.nan : Double($0) })
        return Swift.zip(sums, counts).map { $1 == 0 ? Column.missingTime : Int($0 / Double($1)) }
    }

    private func extremes(_ column: Column, _ name: String) throws(Failure) -> Column {
        switch column {
        case .text, .object:
            guard column.missing.contains(true) || column.isMixed else { return column.gatherWithGaps(cells.extreme(column, largest: name == "max")) }
            return try fallback(column, name)
        case .categorical(let labels) where !labels.categories.isOrdered: throw Column.noCategories(name)
        case .bool, .int, .float, .timestamp, .timedelta, .categorical:
            return column.gatherWithGaps(cells.extreme(column, largest: name == "max"))
        }
    }

    /// A group of objects without any cell gives None, not NaN.
    private func ends(_ column: Column, last: Bool) throws(Failure) -> Column {
        var rows = cells.end(column, last: last)
        let minimum = try arguments.int("min_count", default: -1)
        if minimum > 0 {
            let counts = cells.counts(column)
            rows = rows.indices.map { counts[$0] < minimum ? -1 : rows[$0] }
        }
        if column.dtype == .object, rows.contains(-1) { return .object(rows.map { $0 < 0 ? .none : column[$0] }) }
        return column.gatherWithGaps(rows)
    }

    private func statistics(_ column: Column, _ name: String) throws(Failure) -> Column {
        if name == "prod", case .int(let numbers) = column { return .int(products(numbers)) }
        if name == "prod", case .bool(let flags) = column { return .int(products(flags.map { $0 ? 1 : 0 })) }
        guard let doubles = column.doubles else { return try fallback(column, name) }
        let groups = cells.numbers(doubles)
        let ddof = try arguments.int("ddof", default: 1)
        let minimum = try arguments.int("min_count", default: 0)
        return .float(groups.map { group in
            switch name {
            case "prod": group.count < minimum ? .nan : group.reduce(1, *)
            case "median": GroupMath.quantile(group.sorted(), 0.5)
            case "std": GroupMath.variance(group, ddof: ddof).squareRoot()
            case "var": GroupMath.variance(group, ddof: ddof)
            case "sem": (GroupMath.variance(group, ddof: ddof) / Double(group.count)).squareRoot()
            default: GroupMath.skew(group)
            }
        })
    }

    private func products(_ numbers: [Int]) -> [Int] {
        var products = Array(repeating: 1, count: receiver.groupCount)
        for (row, code) in receiver.codes.enumerated() where code >= 0 { products[code] &*= numbers[row] }
        return products
    }

    private func different(_ column: Column) throws(Failure) -> [Int] {
        let missing = try arguments.bool("dropna", default: true) ? Factors.Missing.dropped : .equal
        let part = try Factors(column, missing: missing)
        let groups = Factors(codes: receiver.codes, firsts: [])
        let both = Factors(joining: [groups, part], rows: column.count)
        var counts = Array(repeating: 0, count: receiver.groupCount)
        for row in both.firsts { counts[receiver.codes[row]] += 1 }
        return counts
    }

    private func truths(_ column: Column, _ name: String) throws(Failure) -> Column {
        let skips = try arguments.bool("skipna", default: true)
        let missing = column.missing
        var flags = Array(repeating: name == "all", count: receiver.groupCount)
        for (row, code) in receiver.codes.enumerated() where code >= 0 && !(skips && missing[row]) {
            let isTrue = try interpreter.truth(column[row])
            flags[code] = name == "all" ? flags[code] && isTrue : flags[code] || isTrue
        }
        return .bool(flags)
    }

    /// The Series reduction of that name, group by group; where it refuses, pandas names the reduction and the type.
    func fallback(_ column: Column, _ name: String) throws(Failure) -> Column {
        var results: [Value] = []
        for rows in receiver.rows {
            try interpreter.charge(cells: rows.count + 1)
            do {
                results.append(try interpreter.invoke(name, on: .series(Series(column.gather(rows)))))
            } catch {
                guard error.code == .typeError else { throw error }
                throw Failure(.typeError, "agg function failed [how->\(name),dtype->\(column.dtype.rawValue)]")
            }
        }
        return results.isEmpty ? column.gather([]) : Column(values: results)
    }

    /// The number of rows of each group.
    func size() throws(Failure) -> Value {
        var sizes = Array(repeating: 0, count: receiver.groupCount)
        for code in receiver.codes where code >= 0 { sizes[code] += 1 }
        if receiver.asIndex {
            let name = receiver.isSeries ? receiver.selection?.first.map { receiver.frame.columns[$0] } : nil
            return .series(Series(.int(sizes), index: receiver.labelIndex, name: name ?? .none))
        }
        let frame = Frame([.int(sizes)], index: receiver.labelIndex, columns: Index(Column(values: [.string("size")])))
        return .frame(try insertingKeys(frame))
    }

    /// The label of the extreme cell of each group.
    func extremeLabels(_ name: String) throws(Failure) -> Value {
        let targets = try considered()
        var columns: [Column] = []
        for at in targets {
            let column = receiver.frame.column(at)
            guard !receiver.hasEmptyGroups else {
                throw Failure(.valueError, "Can't get \(name) of an empty group due to unobserved categories. Specify observed=True in groupby instead.")
            }
            if case .object(let objects) = column { try CellOrder.requireOrder(objects, mixed: false) }
            let rows = cells.extreme(column, largest: name == "idxmax")
            columns.append(receiver.frame.index.column.gatherWithGaps(rows))
        }
        return try wrapped(columns, targets)
    }

    func quantile() throws(Failure) -> Value {
        let q = arguments["q"] ?? .float(0.5)
        let method = try arguments.word("interpolation", default: "linear")
        guard method == "linear" else { throw Failure(.unsupportedArgument, "'interpolation' of quantile() is not supported") }
        let targets = try considered()
        var wanted: [Double] = []
        for value in q.number == nil ? try interpreter.iterate(q) : [q] {
            guard let number = value.number else { throw Failure(.typeError, "'q' of quantile() must be a number") }
            guard (0...1).contains(number) else { throw Failure(.valueError, "'q' must be between 0 and 1. Got '\(number)' instead") }
            wanted.append(number)
        }
        var columns: [Column] = []
        for at in targets {
            let doubles = try measured(receiver.frame.column(at))
            let groups = cells.numbers(doubles).map { $0.sorted() }
            columns.append(.float(groups.flatMap { group in wanted.map { GroupMath.quantile(group, $0) } }))
        }
        guard q.number == nil else { return try wrapped(columns, targets) }
        return try wrappedQuantiles(columns, targets, wanted)
    }

    private func measured(_ column: Column) throws(Failure) -> [Double] {
        if let doubles = column.doubles { return doubles }
        switch column.dtype {
        case .datetime, .timedelta: throw Failure(.unsupportedOperation, "quantile() of \(column.dtype.rawValue) by group is not supported")
        case .bool, .int64, .float64, .object, .category:
            throw Failure(.typeError, "dtype '\(column.dtype.rawValue)' does not support operation 'quantile'")
        }
    }

    private func wrappedQuantiles(_ columns: [Column], _ targets: [Int], _ wanted: [Double]) throws(Failure) -> Value {
        let rows = (0..<receiver.groupCount).flatMap { group in wanted.map { _ in group } }
        let inner = Column.float((0..<receiver.groupCount).flatMap { _ in wanted })
        let index = Index(.multi(receiver.labels.map { $0.gather(rows) } + [inner]), names: receiver.keys.map(\.name) + [.none])
        if receiver.isSeries { return .series(Series(columns[0], index: index, name: receiver.frame.columns[targets[0]])) }
        return .frame(Frame(columns, index: index, columns: receiver.frame.columns.gather(targets)))
    }
}

extension Column {
    /// An object column whose cells are of more than one kind, so that comparing them may fail.
    var isMixed: Bool {
        guard case .object(let cells) = self else { return false }
        return !(cells.allSatisfy { $0.text != nil } || cells.allSatisfy { $0.number != nil })
    }
}
