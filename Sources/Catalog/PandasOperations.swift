/// Functions and constructors of `pd`.
public enum PandasOperation: String, OperationName {
    case NaT, Series, DataFrame, Index, Timestamp, Timedelta, to_numeric, to_datetime, to_timedelta, isna, isnull
    case notna, notnull, concat, merge, unique, value_counts, factorize, cut, qcut, crosstab, pivot, pivot_table
    case melt, get_dummies, date_range, NamedAgg

    public static let receiver = Receiver.pandas
    public var operation: Operation { .pandas(self) }

    public static let entries: [Entry<Self>] = [
        Entry(.NaT, nil, .timestamp, "The missing time."),
        Entry(.Series, "data=None, index=None, dtype=None, name=None, copy!=None, fastpath!=None", .series, "A Series of a list, a dict, a scalar or an array."),
        Entry(.DataFrame, "data=None, index=None, columns=None, dtype=None, copy!=None", .frame, "A frame of a dict, a list of rows or an array."),
        Entry(.Index, "data=None, dtype=None, copy!=False, name=None, tupleize_cols=True", .index, "An index of a list, an array or a Series."),
        Entry(.Timestamp, "ts_input=None, year=None, month=None, day=None, hour=None, minute=None, second=None, microsecond=None, tzinfo!=None, *, nanosecond=None, tz!=None, unit=None, fold!=None", .timestamp, nulls: .propagate, "A point in time."),
        Entry(.Timedelta, "value=None, unit=None, **kwargs", .timedelta, nulls: .propagate, "A span of time."),
        Entry(.to_numeric, "arg, errors='raise', downcast=None, dtype_backend!=None", .dynamic, nulls: .propagate, "Text and other cells as numbers."),
        Entry(.to_datetime, "arg, errors='raise', dayfirst=False, yearfirst=False, utc=False, format=None, exact=None, unit=None, infer_datetime_format=None, origin='unix', cache=True", .dynamic, nulls: .propagate, "Text and numbers as points in time."),
        Entry(.to_timedelta, "arg, unit=None, errors='raise'", .dynamic, nulls: .propagate, "Text and numbers as spans of time."),
        Entry(.isna, "obj", .dynamic, nulls: .count, "Whether a value, or each cell of it, is missing."),
        Entry(.isnull, "obj", .dynamic, nulls: .count, "Whether a value, or each cell of it, is missing."),
        Entry(.notna, "obj", .dynamic, nulls: .count, "Whether a value, or each cell of it, is not missing."),
        Entry(.notnull, "obj", .dynamic, nulls: .count, "Whether a value, or each cell of it, is not missing."),
        Entry(.concat, "objs, *, axis=0, join='outer', ignore_index=False, keys=None, levels!=None, names=None, verify_integrity!=False, sort=False, copy!=None", .dynamic, "Series or frames, one after the other or side by side."),
        Entry(.merge, "left, right, how='inner', on=None, left_on=None, right_on=None, left_index=False, right_index=False, sort=False, suffixes=('_x', '_y'), copy!=None, indicator!=False, validate!=None", .frame, "The rows of two frames with equal keys, side by side."),
        Entry(.unique, "values", .array, nulls: .count, "The different cells, in order of appearance."),
        Entry(.value_counts, "values, sort=True, ascending=False, normalize=False, bins=None, dropna=True", .series, nulls: .skip, "How often each cell occurs."),
        Entry(.factorize, "values, sort=False, use_na_sentinel=True, size_hint!=None", .tuple, nulls: .skip, "Codes and the different cells."),
        Entry(.cut, "x, bins, right=True, labels=None, retbins=False, precision=3, include_lowest=False, duplicates='raise', ordered=True", .dynamic, nulls: .propagate, "The bin of each number."),
        Entry(.qcut, "x, q, labels=None, retbins=False, precision=3, duplicates='raise'", .dynamic, nulls: .propagate, "The quantile bin of each number."),
        Entry(.crosstab, "index, columns, values=None, rownames=None, colnames=None, aggfunc=None, margins=False, margins_name='All', dropna=True, normalize=False", .frame, nulls: .skip, "How often each pair of cells occurs."),
        Entry(.pivot, "data, *, columns, index=None, values=None", .frame, "One column a label."),
        Entry(.pivot_table, "data, values=None, index=None, columns=None, aggfunc='mean', fill_value=None, margins=False, dropna=True, margins_name='All', observed=False, sort=True", .frame, nulls: .skip, "Reductions by row label and column label."),
        Entry(.melt, "frame, id_vars=None, value_vars=None, var_name=None, value_name='value', col_level!=None, ignore_index=True", .frame, "One row a cell: column label and value."),
        Entry(.get_dummies, "data, prefix=None, prefix_sep='_', dummy_na=False, columns=None, sparse!=False, drop_first=False, dtype!=None", .frame, "One column of flags a different cell."),
        Entry(.date_range, "start=None, end=None, periods=None, freq=None, tz!=None, normalize=False, name=None, inclusive='both', *, unit!=None, **kwargs", .index, "Points in time at equal steps."),
        Entry(.NamedAgg, "column, aggfunc", .tuple, "A column and its reduction, for `agg`."),
    ]

    public static let outside: [String] = [
        "ArrowDtype", "BooleanDtype", "Categorical", "CategoricalDtype", "CategoricalIndex", "DateOffset",
        "DatetimeIndex", "DatetimeTZDtype", "ExcelFile", "ExcelWriter", "Flags", "Float32Dtype", "Float64Dtype",
        "Grouper", "HDFStore", "IndexSlice", "Int16Dtype", "Int32Dtype", "Int64Dtype", "Int8Dtype", "Interval",
        "IntervalDtype", "IntervalIndex", "MultiIndex", "NA", "Period", "PeriodDtype", "PeriodIndex",
        "RangeIndex", "SparseDtype", "StringDtype", "TimedeltaIndex", "UInt16Dtype", "UInt32Dtype", "UInt64Dtype",
        "UInt8Dtype", "annotations", "api", "array", "arrays", "bdate_range", "compat", "core", "describe_option",
        "errors", "eval", "from_dummies", "get_option", "infer_freq", "interval_range", "io", "json_normalize",
        "lreshape", "merge_asof", "merge_ordered", "offsets", "option_context", "options", "pandas", "period_range",
        "plotting", "read_clipboard", "read_csv", "read_excel", "read_feather", "read_fwf", "read_gbq", "read_hdf",
        "read_html", "read_json", "read_orc", "read_parquet", "read_pickle", "read_sas", "read_spss", "read_sql",
        "read_sql_query", "read_sql_table", "read_stata", "read_table", "read_xml", "reset_option",
        "set_eng_float_format", "set_option", "show_versions", "test", "testing", "timedelta_range", "to_pickle",
        "tseries", "util", "wide_to_long"
    ]
}
