import Diagnostics
import Values

// What a Series of categories answers in its own way.
extension Call where Receiver == Series {
    /// Ordered categories have a first and a last; nothing else is reduced.
    func reducedCategories(_ reduction: Reduction, _ cells: CategoricalColumn, skips: Bool) throws(Failure) -> Value {
        guard reduction == .min || reduction == .max else { throw Column.noCategories(reduction.rawValue) }
        guard cells.categories.isOrdered else {
            throw Failure(.typeError, "Categorical is not ordered for operation \(reduction.rawValue)")
        }
        let present = cells.codes.filter { $0 >= 0 }
        guard skips || present.count == cells.count, let code = reduction == .min ? present.min() : present.max() else { return .float(.nan) }
        return cells.categories.labels[code]
    }

    /// Every category's count, in their order, those that no cell has with 0.
    func categoryCounts(_ cells: CategoricalColumn, dropna: Bool) -> Series {
        var counts = Array(repeating: 0, count: cells.categories.count)
        var gaps = 0
        for code in cells.codes { if code < 0 { gaps += 1 } else { counts[code] += 1 } }
        var codes = Array(counts.indices)
        if !dropna, gaps > 0 {
            codes.append(-1)
            counts.append(gaps)
        }
        let labels = CategoricalColumn(codes: codes, categories: cells.categories)
        return Series(.int(counts), index: Index(.categorical(labels), name: receiver.name))
    }

    /// `value_counts(bins=…)`: the numbers in ranges, the ranges in order where their counts are equal.
    func countsInBins(_ bins: Value) throws(Failure) -> Value {
        let cut = try interpreter.invoke(.pandas(.cut), on: .none, [.series(receiver), bins], keywords: [("include_lowest", .bool(true))])
        guard case .series(let series) = cut, case .categorical(let cells) = series.column else {
            throw Failure(.internalFault, "'cut' gives a Series of categories")
        }
        let counts = categoryCounts(cells, dropna: true)
        let plain = Series(counts.column, index: Index(counts.index.level(0).withoutCategories, name: counts.index.name))
        return try counted(plain, total: receiver.count)
    }
}
