import Catalog
import Diagnostics
import Plan
import SQL

/// What a Series can be asked in SQLite.
let seriesRules = Rules<SeriesOperation, SeriesTerm>([
    Rule(.shape) { lowerer, series, _ in .display(.tuple, [.cell(series.relation.size)]) },
    Rule(.size) { lowerer, series, _ in .cell(series.relation.size) },
    Rule(.ndim) { _, _, _ in .cell(.int(1)) },
    Rule(.empty) { lowerer, series, _ in .cell(lowerer.negated(lowerer.exists(series.relation))) },
    Rule(.index, .keys) { lowerer, series, _ in .items(try lowerer.index(of: series.relation)) },
    Rule(.values, .array, .to_numpy) { lowerer, series, arguments in
        try arguments.allow()
        return .items(ItemsTerm(kind: .array, relation: series.relation, cell: series.cell))
    },
    Rule(.tolist, .to_list) { _, series, _ in .items(ItemsTerm(kind: .list, relation: series.relation, cell: series.cell)) },
    Rule(.copy, .T, .transpose, .infer_objects) { _, series, _ in .series(series) },
    Rule(.head) { lowerer, series, arguments in .series(try lowerer.head(series, arguments)) },
    Rule(.tail) { lowerer, series, arguments in .series(try lowerer.tail(series, arguments)) },
    Rule(.item) { lowerer, series, _ in .cell(try lowerer.item(series)) },
    Rule(.isna, .isnull) { lowerer, series, _ in .series(lowerer.missing(series, isMissing: true)) },
    Rule(.notna, .notnull) { lowerer, series, _ in .series(lowerer.missing(series, isMissing: false)) },
    Rule(.dropna) { lowerer, series, arguments in .series(try lowerer.dropMissing(series, arguments)) },
    Rule(.fillna) { lowerer, series, arguments in .series(try lowerer.fillMissing(series, arguments)) },
    Rule(.isin) { lowerer, series, arguments in .series(try lowerer.isIn(series, arguments)) },
    Rule(.between) { lowerer, series, arguments in .series(try lowerer.between(series, arguments)) },
    Rule(.count) { lowerer, series, _ in .cell(lowerer.count(series)) },
    Rule(.nunique) { lowerer, series, arguments in .cell(try lowerer.distinctCount(series, arguments)) },
    Rule(.sum, means: .functions) { lowerer, series, arguments in .cell(try lowerer.sum(series, arguments)) },
    Rule(.mean, means: .functions) { lowerer, series, arguments in .cell(try lowerer.mean(series, arguments)) },
    Rule(.median, means: .functions) { lowerer, series, arguments in .cell(try lowerer.floatReduction("median", series, arguments)) },
    Rule(.min) { lowerer, series, arguments in .cell(try lowerer.extreme(series, largest: false, arguments)) },
    Rule(.max) { lowerer, series, arguments in .cell(try lowerer.extreme(series, largest: true, arguments)) },
    Rule(.any) { lowerer, series, arguments in .cell(try lowerer.quantified(series, arguments, isAny: true)) },
    Rule(.all) { lowerer, series, arguments in .cell(try lowerer.quantified(series, arguments, isAny: false)) },
    Rule(.idxmax) { lowerer, series, arguments in .cell(try lowerer.extremeLabel(series, largest: true, arguments)) },
    Rule(.idxmin) { lowerer, series, arguments in .cell(try lowerer.extremeLabel(series, largest: false, arguments)) },
    Rule(.unique) { lowerer, series, _ in .items(try lowerer.unique(series)) },
    Rule(.hasnans) { lowerer, series, _ in
        .cell(Cell(.exists(lowerer.missing(series, isMissing: true).relation.filtered([.test(series.cell.sql, .isNull)]).select(.integer(1))), .bool))
    },
    Rule(.is_unique) { lowerer, series, _ in .cell(try lowerer.isUnique(series)) },
    Rule(.groupby) { lowerer, series, arguments in .groups(try lowerer.grouped(series, arguments)) },
    Rule(.quantile, means: .functions) { lowerer, series, arguments in .cell(try lowerer.quantile(series, arguments)) },
    Rule(.sort_values, means: .functions) { lowerer, series, arguments in .series(try lowerer.sortValues(series, arguments)) },
    Rule(.nlargest, means: .functions) { lowerer, series, arguments in .series(try lowerer.extremes(series, arguments, largest: true)) },
    Rule(.nsmallest, means: .functions) { lowerer, series, arguments in .series(try lowerer.extremes(series, arguments, largest: false)) },
    Rule(.shift) { lowerer, series, arguments in .series(try lowerer.shift(series, arguments)) },
    Rule(.diff) { lowerer, series, arguments in .series(try lowerer.diff(series, arguments)) },
    Rule(.cumsum) { lowerer, series, arguments in .series(try lowerer.cumulated(series, "sum", arguments)) },
    Rule(.cummax) { lowerer, series, arguments in .series(try lowerer.cumulated(series, "max", arguments)) },
    Rule(.cummin) { lowerer, series, arguments in .series(try lowerer.cumulated(series, "min", arguments)) },
    Rule(.rank) { lowerer, series, arguments in .series(try lowerer.rank(series, arguments)) },
    Rule(.duplicated) { lowerer, series, arguments in .series(try lowerer.duplicated(series, arguments)) },
    Rule(.drop_duplicates) { lowerer, series, arguments in .series(try lowerer.dropDuplicates(series, arguments)) },
    Rule(.reset_index) { lowerer, series, arguments in try lowerer.resetIndex(series, arguments) },
    Rule(.value_counts, means: .functions) { lowerer, series, arguments in .series(try lowerer.valueCounts(series, arguments)) },
    Rule(.mode) { lowerer, series, arguments in .series(try lowerer.mode(series, arguments)) },
    Rule(.abs) { lowerer, series, _ in try lowerer.absolute(.series(series)) },
    Rule(.round, means: .functions) { lowerer, series, arguments in
        .series(try lowerer.rounded(series, arguments.int("decimals", default: 0)))
    },
    Rule(.apply, means: .functions) { lowerer, series, arguments in .series(try lowerer.apply(series, arguments, "func")) },
    Rule(.map, means: .functions) { lowerer, series, arguments in .series(try lowerer.apply(series, arguments, "arg")) },
    Rule(.astype, means: .functions) { lowerer, series, arguments in .series(try lowerer.cast(series, arguments)) },
    Rule(.argmax) { lowerer, series, arguments in .cell(try lowerer.extremePosition(series, largest: true, arguments)) },
    Rule(.argmin) { lowerer, series, arguments in .cell(try lowerer.extremePosition(series, largest: false, arguments)) },
    Rule(.std, means: .functions) { lowerer, series, arguments in .cell(try lowerer.deviation("stddev", series, arguments)) },
    Rule(.var, means: .functions) { lowerer, series, arguments in .cell(try lowerer.deviation("variance", series, arguments)) },
    Rule(.add) { lowerer, series, arguments in try lowerer.operate(.add, series, arguments) },
    Rule(.sub, .subtract) { lowerer, series, arguments in try lowerer.operate(.subtract, series, arguments) },
    Rule(.mul, .multiply) { lowerer, series, arguments in try lowerer.operate(.multiply, series, arguments) },
    Rule(.div, .divide, .truediv) { lowerer, series, arguments in try lowerer.operate(.divide, series, arguments) },
    Rule(.eq) { lowerer, series, arguments in try lowerer.compare(.equal, series, arguments) },
    Rule(.ne) { lowerer, series, arguments in try lowerer.compare(.notEqual, series, arguments) },
    Rule(.lt) { lowerer, series, arguments in try lowerer.compare(.less, series, arguments) },
    Rule(.le) { lowerer, series, arguments in try lowerer.compare(.lessEqual, series, arguments) },
    Rule(.gt) { lowerer, series, arguments in try lowerer.compare(.greater, series, arguments) },
    Rule(.ge) { lowerer, series, arguments in try lowerer.compare(.greaterEqual, series, arguments) },
])

extension Lowerer {
    func operate(_ symbol: BinaryOperator, _ series: SeriesTerm, _ arguments: Arguments) throws(Failure) -> Term {
        try arguments.allow("other")
        return try binary(symbol, .series(series), arguments.require("other"))
    }

    func compare(_ symbol: ComparisonOperator, _ series: SeriesTerm, _ arguments: Arguments) throws(Failure) -> Term {
        try arguments.allow("other")
        return try compare(symbol, .series(series), arguments.require("other"))
    }
}
