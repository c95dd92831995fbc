import Catalog

/// How an operation carries its receiver's cells into its result.
///
/// One rule a class, one class an operation; an operation that the tables below do not list is opaque, which is always sound.
enum Lineage {
    /// Item by item, and neither type nor failure of one item depends on another's content.
    case elementwise
    /// Item by item, but an item's content may decide the type of all, or fail.
    case looseElementwise
    /// The same items in the same order, under other labels or in another container.
    case positional
    /// Rows chosen by position or label, which keep their labels.
    case rowsByPosition
    /// Rows chosen or ordered by their cells, which keep their labels.
    case rowsByValue
    /// Rows and columns that keep their labels.
    case parts
    /// A column's cells become the row labels.
    case labelling
    /// A function of each row.
    case rowFunction
    /// Only how many rows and columns there are, and their labels.
    case structure
    /// The row labels.
    case labels
    /// The header cells too.
    case headers
    /// One value of all items.
    case reduction
    /// The greatest or least item, its label or its position.
    case winner
    /// `any` or `all`.
    case quantifier
    /// Rows put into groups.
    case grouping
    /// One item a group.
    case groupReduction
    /// One item a different value: how often it occurs, or itself.
    case counted
    /// Item by item, but every item counts for every other.
    case running
    /// Each item with all before it.
    case cumulative
    /// Each item with the one some places before it.
    case stepping
    /// Several columns made of one.
    case splitting
    /// One item a column.
    case columns
    /// The item of a label.
    case fetching
    /// Columns set beside the others.
    case assigning
    /// Everything its operands read.
    case opaque
}

extension Operation {
    var lineage: Lineage {
        switch self {
        case .series(let name): Lineage.series[name] ?? .opaque
        case .frame(let name): Lineage.frame[name] ?? .opaque
        case .index(let name): Lineage.index[name] ?? .opaque
        case .array(let name): Lineage.array[name] ?? .opaque
        case .str(let name): Lineage.str[name] ?? .looseElementwise
        case .builtin(let name): Lineage.builtin[name] ?? .opaque
        case .dt: .looseElementwise
        case .pandas(let name): Lineage.pandas[name] ?? .opaque
        case .groupBy(let name): Lineage.groupBy[name] ?? .opaque
        case .numpy(let name): Lineage.numpy[name] ?? .opaque
        case .standard, .text, .list, .tuple, .set, .dict, .number, .timestamp, .timedelta, .date, .rolling, .interval, .match, .pattern: .opaque
        }
    }
}

extension Lineage {
    /// - Note: later names of one class do not repeat earlier ones (a test holds that no operation has two).
    private static func table<Name: Hashable>(_ rows: [(Lineage, [Name])]) -> [Name: Lineage] {
        Dictionary(rows.flatMap { row in row.1.map { ($0, row.0) } }, uniquingKeysWith: { first, _ in first })
    }

    static let series: [SeriesOperation: Lineage] = table([
        (.elementwise, [.isna, .isnull, .notna, .notnull, .isin, .between, .eq, .ne, .lt, .le, .gt, .ge, .abs]),
        (.looseElementwise, [
            .fillna, .replace, .where, .mask, .clip, .round, .astype, .infer_objects, .map, .apply, .add, .radd, .sub, .subtract, .rsub, .mul, .multiply,
            .rmul, .div, .divide, .truediv, .rdiv, .rtruediv, .floordiv, .rfloordiv, .mod, .rmod, .pow, .rpow, .transform,
        ]),
        (.positional, [.values, .array, .tolist, .to_list, .to_numpy, .copy, .rename, .T, .to_frame, .to_dict, .rename_axis, .set_axis, .add_prefix, .add_suffix, .transpose, .reset_index]),
        (.rowsByPosition, [.head, .tail, .take, .truncate, .drop, .sort_index, .filter]),
        (.rowsByValue, [.nlargest, .nsmallest, .sort_values, .drop_duplicates, .dropna]),
        (.structure, [.shape, .size, .ndim, .empty, .axes, .dtype, .dtypes, .name]),
        (.labels, [.index, .keys]),
        (.reduction, [
            .sum, .prod, .product, .mean, .median, .std, .var, .sem, .skew, .kurt, .kurtosis, .count, .nunique, .quantile, .describe,
            .is_unique, .hasnans, .is_monotonic_increasing, .is_monotonic_decreasing,
        ]),
        (.winner, [.max, .min, .idxmax, .idxmin, .argmax, .argmin]),
        (.quantifier, [.any, .all]),
        (.grouping, [.groupby]),
        (.counted, [.value_counts, .mode, .unique]),
        (.running, [.rank, .duplicated]),
        (.cumulative, [.cumsum, .cumprod, .cummax, .cummin]),
        (.stepping, [.diff, .shift, .pct_change]),
        (.fetching, [.get]),
    ])

    static let frame: [FrameOperation: Lineage] = table([
        (.elementwise, [.isna, .isnull, .notna, .notnull]),
        (.looseElementwise, [.fillna, .replace, .round, .astype, .infer_objects]),
        (.positional, [.copy, .rename, .rename_axis, .set_axis, .add_prefix, .add_suffix, .reset_index, .values, .to_numpy]),
        (.parts, [.drop, .filter, .select_dtypes]),
        (.rowFunction, [.apply]),
        (.labelling, [.set_index]),
        (.rowsByPosition, [.head, .tail, .take, .truncate, .sort_index]),
        (.rowsByValue, [.nlargest, .nsmallest, .sort_values, .drop_duplicates, .dropna]),
        (.structure, [.shape, .size, .ndim, .empty, .dtypes]),
        (.labels, [.index]),
        (.headers, [.columns, .keys]),
        (.grouping, [.groupby]),
        (.columns, [.sum, .mean, .max, .min, .median, .std, .count, .nunique, .prod, .describe]),
        (.assigning, [.assign]),
        (.fetching, [.get]),
    ])

    static let index: [IndexOperation: Lineage] = table([
        (.positional, [.values, .tolist, .toList, .toNumpy, .copy, .ravel, .view]),
    ])

    static let array: [ArrayOperation: Lineage] = table([
        (.positional, [.tolist, .copy, .flatten, .ravel]),
        (.structure, [.shape, .size, .ndim, .dtype]),
        (.reduction, [.sum, .mean, .prod, .std, .var]),
        (.winner, [.max, .min, .argmax, .argmin]),
        (.quantifier, [.any, .all]),
    ])

    static let str: [StrOperation: Lineage] = table([
        (.elementwise, [
            .capitalize, .casefold, .center, .contains, .count, .endswith, .find, .fullmatch, .isalnum, .isalpha, .isdecimal, .isdigit, .islower, .isnumeric,
            .isspace, .istitle, .isupper, .ljust, .lower, .lstrip, .match, .pad, .removeprefix, .removesuffix, .replace, .rfind, .rjust,
            .rstrip, .slice, .startswith, .strip, .swapcase, .title, .upper, .zfill,
        ]),
        (.splitting, [.extract, .partition, .rpartition, .split, .rsplit]),
        (.opaque, [.cat, .extractall, .getDummies]),
    ])

    static let groupBy: [GroupByOperation: Lineage] = table([
        (.structure, [.ngroups, .ndim]),
        (.groupReduction, [.size, .count, .sum, .prod, .min, .max, .first, .last, .mean, .median, .std, .var, .sem, .skew, .nunique, .any, .all, .unique, .agg, .aggregate]),
    ])

    static let builtin: [BuiltinOperation: Lineage] = table([
        (.structure, [.len]),
        (.reduction, [.sum, .sorted]),
        (.winner, [.max, .min]),
        (.quantifier, [.any, .all]),
    ])

    static let numpy: [NumpyOperation: Lineage] = table([
        (.reduction, [.sum, .mean, .median, .prod, .std, .var]),
        (.winner, [.max, .min, .amax, .amin, .argmax, .argmin]),
        (.quantifier, [.any, .all]),
    ])

    static let pandas: [PandasOperation: Lineage] = table([
        (.elementwise, [.isna, .isnull, .notna, .notnull]),
        (.looseElementwise, [.to_numeric, .to_datetime, .to_timedelta]),
    ])
}
