import Diagnostics
import Values

extension Interpreter {
    /// Groups by keys of which some are categories: every category makes a group, be it empty, and several keys make all combinations.
    func groupingByCategories(_ frame: Frame, _ keys: [GroupKey], byList: Bool, _ options: GroupingOptions) throws(Failure) -> GroupBy {
        var parts: [KeyGroups] = []
        for key in keys { parts.append(try groups(of: key.column, options)) }
        var count = 1
        for part in parts {
            let (product, overflow) = count.multipliedReportingOverflow(by: part.labels.count)
            count = overflow ? .max : product
        }
        try charge(rows: count, columns: keys.count + 1)
        let codes = (0..<frame.rowCount).map { row in
            parts.reduce(0) { $0 < 0 || $1.codes[row] < 0 ? -1 : $0 * $1.labels.count + $1.codes[row] }
        }
        var labels: [Column] = []
        var repeats = count
        for part in parts {
            repeats /= max(part.labels.count, 1)
            labels.append(part.labels.gather((0..<count).map { $0 / max(repeats, 1) % max(part.labels.count, 1) }))
        }
        return GroupBy(
            frame: frame, keys: keys.map { Series($0.column, index: frame.index, name: $0.name) }, keyPositions: keys.compactMap(\.position),
            codes: codes, labels: labels, groupCount: count, selection: options.isSeries ? [0] : nil, isSeries: options.isSeries,
            asIndex: options.asIndex, sort: options.sort, keyedByList: byList, groupKeys: options.groupKeys)
    }

    /// Each row's group by one key, and the groups' labels in order.
    private struct KeyGroups {
        let codes: [Int]
        let labels: Column
    }

    private func groups(of column: Column, _ options: GroupingOptions) throws(Failure) -> KeyGroups {
        guard case .categorical(let cells) = column else {
            let missing = options.dropsMissing ? Factors.Missing.dropped : .equal
            let factors = try options.sort ? Factors.ordered(column, missing: missing) : Factors(column, missing: missing)
            return KeyGroups(codes: factors.codes, labels: column.gather(factors.firsts))
        }
        guard !options.sort else {
            let all = CategoricalColumn(codes: Array(0..<cells.categories.count), categories: cells.categories)
            return KeyGroups(codes: cells.codes, labels: .categorical(all))
        }
        var order: [Int] = []
        var places = Array(repeating: -1, count: cells.categories.count)
        for code in cells.codes + Array(0..<cells.categories.count) where code >= 0 && places[code] < 0 {
            places[code] = order.count
            order.append(code)
        }
        return KeyGroups(
            codes: cells.codes.map { $0 < 0 ? -1 : places[$0] }, labels: .categorical(CategoricalColumn(codes: order, categories: cells.categories)))
    }
}
