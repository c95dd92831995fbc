/// Operations of a `DataFrameGroupBy` or a `SeriesGroupBy`.
public enum GroupByOperation: String, OperationName {
    case agg, aggregate, apply, transform, filter, pipe, size, count, sum, prod, min, max, first, last, mean, median
    case std, `var`, sem, skew, nunique, any, all, idxmax, idxmin, quantile, describe, unique, value_counts, nlargest
    case nsmallest, head, tail, nth, cumcount, ngroup, cumsum, cumprod, cummax, cummin, shift, diff, pct_change
    case rank, ffill, bfill, fillna, get_group, groups, indices, ngroups, ndim

    public static let receiver = Receiver.groupBy
    public var operation: Operation { .groupBy(self) }

    public static let entries: [Entry<Self>] = [
        Entry(.agg, "func=None, *args, engine!=None, engine_kwargs!=None, **kwargs", .dynamic, nulls: .skip, "Reductions of each group by name or function."),
        Entry(.aggregate, "func=None, *args, engine!=None, engine_kwargs!=None, **kwargs", .dynamic, nulls: .skip, "Reductions of each group by name or function."),
        Entry(.apply, "func, *args, include_groups=True, **kwargs", .dynamic, "A function of each group."),
        Entry(.transform, "func, *args, engine!=None, engine_kwargs!=None, **kwargs", .dynamic, "A function of each group, as long as the group."),
        Entry(.filter, "func, dropna=True, *args, **kwargs", .dynamic, "The rows of the groups for which a function holds."),
        Entry(.pipe, "func, *args, **kwargs", .dynamic, "The function's value for these groups."),
        Entry(.size, "", .dynamic, nulls: .count, "The number of rows of each group."),
        Entry(.count, "", .dynamic, nulls: .skip, "The number of cells of each group that are not missing."),
        Entry(.sum, "numeric_only=False, min_count=0, engine!=None, engine_kwargs!=None", .dynamic, nulls: .skip, "The sum of each group."),
        Entry(.prod, "numeric_only=False, min_count=0", .dynamic, nulls: .skip, "The product of each group."),
        Entry(.min, "numeric_only=False, min_count=-1, engine!=None, engine_kwargs!=None", .dynamic, nulls: .skip, "The smallest cell of each group."),
        Entry(.max, "numeric_only=False, min_count=-1, engine!=None, engine_kwargs!=None", .dynamic, nulls: .skip, "The largest cell of each group."),
        Entry(.first, "numeric_only=False, min_count=-1, skipna=True", .dynamic, nulls: .skip, "The first cell of each group."),
        Entry(.last, "numeric_only=False, min_count=-1, skipna=True", .dynamic, nulls: .skip, "The last cell of each group."),
        Entry(.mean, "numeric_only=False, engine!='cython', engine_kwargs!=None", .dynamic, nulls: .skip, "The mean of each group."),
        Entry(.median, "numeric_only=False", .dynamic, nulls: .skip, "The median of each group."),
        Entry(.std, "ddof=1, engine!=None, engine_kwargs!=None, numeric_only=False", .dynamic, nulls: .skip, "The standard deviation of each group."),
        Entry(.var, "ddof=1, engine!=None, engine_kwargs!=None, numeric_only=False", .dynamic, nulls: .skip, "The variance of each group."),
        Entry(.sem, "ddof=1, numeric_only=False", .dynamic, nulls: .skip, "The standard error of the mean of each group."),
        Entry(.skew, "axis=None, skipna=True, numeric_only=False, **kwargs", .dynamic, nulls: .skip, "The skewness of each group."),
        Entry(.nunique, "dropna=True", .dynamic, nulls: .skip, "The number of different cells of each group."),
        Entry(.any, "skipna=True", .dynamic, nulls: .skip, "Whether a cell of the group is true."),
        Entry(.all, "skipna=True", .dynamic, nulls: .skip, "Whether all cells of the group are true."),
        Entry(.idxmax, "axis=None, skipna=True, numeric_only=False", .dynamic, nulls: .skip, "The label of the largest cell of each group."),
        Entry(.idxmin, "axis=None, skipna=True, numeric_only=False", .dynamic, nulls: .skip, "The label of the smallest cell of each group."),
        Entry(.quantile, "q=0.5, interpolation='linear', numeric_only=False", .dynamic, nulls: .skip, "Quantiles of each group."),
        Entry(.describe, "percentiles=None, include=None, exclude=None", .dynamic, nulls: .skip, "A summary of each group."),
        Entry(.unique, "", .series, "The different cells of each group."),
        Entry(.value_counts, "subset=None, normalize=False, sort=True, ascending=False, bins!=None, dropna=True", .dynamic, nulls: .skip, "How often each cell occurs in its group."),
        Entry(.nlargest, "n=5, keep='first'", .dynamic, nulls: .skip, "The largest cells of each group."),
        Entry(.nsmallest, "n=5, keep='first'", .dynamic, nulls: .skip, "The smallest cells of each group."),
        Entry(.head, "n=5", .dynamic, "The first rows of each group."),
        Entry(.tail, "n=5", .dynamic, "The last rows of each group."),
        Entry(.nth, "n, dropna=None", .dynamic, "A callable that gives the row at a position of each group."),
        Entry(.cumcount, "ascending=True", .seriesOfInt, "Each row's position in its group."),
        Entry(.ngroup, "ascending=True", .seriesOfInt, "Each row's group number."),
        Entry(.cumsum, "axis=None, *args, **kwargs", .dynamic, nulls: .skip, "Running sums in each group."),
        Entry(.cumprod, "axis=None, *args, **kwargs", .dynamic, nulls: .skip, "Running products in each group."),
        Entry(.cummax, "axis=None, numeric_only=False, **kwargs", .dynamic, nulls: .skip, "Running maxima in each group."),
        Entry(.cummin, "axis=None, numeric_only=False, **kwargs", .dynamic, nulls: .skip, "Running minima in each group."),
        Entry(.shift, "periods=1, freq!=None, axis=None, fill_value=None, suffix!=None", .dynamic, nulls: .propagate, "Cells moved down in each group."),
        Entry(.diff, "periods=1, axis=None", .dynamic, nulls: .propagate, "Differences to the row above in each group."),
        Entry(.pct_change, "periods=1, fill_method=None, limit!=None, freq!=None, axis=None", .dynamic, nulls: .propagate, "Relative changes to the row above in each group."),
        Entry(.rank, "method='average', ascending=True, na_option='keep', pct=False, axis=None", .dynamic, nulls: .propagate, "The rank of each cell in its group."),
        Entry(.ffill, "limit!=None", .dynamic, "Gaps filled from the row above in the group."),
        Entry(.bfill, "limit!=None", .dynamic, "Gaps filled from the row below in the group."),
        Entry(.fillna, "value=None, method=None, axis!=None, inplace=False, limit!=None, downcast!=None", .dynamic, "Gaps filled with a value."),
        Entry(.get_group, "name, obj!=None", .dynamic, "The rows of one group."),
        Entry(.groups, nil, .dict, "The row labels of each group."),
        Entry(.indices, nil, .dict, "The row positions of each group."),
        Entry(.ngroups, nil, .int, "The number of groups."),
        Entry(.ndim, nil, .int, "1 for one column, else 2.")
    ]

    public static let outside: [String] = [
        "boxplot", "corr", "corrwith", "cov", "dtype", "dtypes", "ewm", "expanding", "hist",
        "is_monotonic_decreasing", "is_monotonic_increasing", "ohlc", "plot", "resample", "rolling", "sample",
        "take"
    ]
}
