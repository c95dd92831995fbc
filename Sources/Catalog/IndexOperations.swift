/// Methods and properties of row and column labels: `Index`, `RangeIndex`, `DatetimeIndex` and `MultiIndex`.
public enum IndexOperation: String, OperationName {
    case T
    case all
    case `any`
    case append
    case argmax
    case argmin
    case argsort
    case astype
    case copy
    case date
    case day
    case dayName = "day_name"
    case dayOfWeek = "day_of_week"
    case dayOfYear = "day_of_year"
    case dayofweek
    case dayofyear
    case delete
    case diff
    case difference
    case drop
    case dropDuplicates = "drop_duplicates"
    case droplevel
    case dropna
    case dtype
    case duplicated
    case empty
    case equals
    case factorize
    case fillna
    case getIndexer = "get_indexer"
    case getIndexerFor = "get_indexer_for"
    case getLevelValues = "get_level_values"
    case getLoc = "get_loc"
    case hasDuplicates = "has_duplicates"
    case hasnans
    case hour
    case identical
    case inferObjects = "infer_objects"
    case inferredType = "inferred_type"
    case insert
    case intersection
    case isMonotonicDecreasing = "is_monotonic_decreasing"
    case isMonotonicIncreasing = "is_monotonic_increasing"
    case isUnique = "is_unique"
    case isin
    case isna
    case isnull
    case item
    case map
    case max
    case min
    case minute
    case month
    case monthName = "month_name"
    case name
    case names
    case ndim
    case nlevels
    case normalize
    case notna
    case notnull
    case nunique
    case quarter
    case ravel
    case rename
    case reorderLevels = "reorder_levels"
    case `repeat`
    case round
    case searchsorted
    case second
    case setNames = "set_names"
    case shape
    case shift
    case size
    case sortValues = "sort_values"
    case start
    case step
    case stop
    case strftime
    case swaplevel
    case symmetricDifference = "symmetric_difference"
    case take
    case toFlatIndex = "to_flat_index"
    case toFrame = "to_frame"
    case toList = "to_list"
    case toNumpy = "to_numpy"
    case toSeries = "to_series"
    case tolist
    case transpose
    case union
    case unique
    case valueCounts = "value_counts"
    case values
    case view
    case weekday
    case `where`
    case year

    public static let receiver = Receiver.index
    public var operation: Operation { .index(self) }

    public static let entries: [Entry<Self>] = [
        Entry(.T, nil, .same, "The same labels."),
        Entry(.all, "*args, **kwargs", .dynamic, nulls: .count, "Whether all labels are true."),
        Entry(.any, "*args, **kwargs", .dynamic, nulls: .count, "Whether some label is true."),
        Entry(.append, "other", .index, nulls: .count, "The labels of one or more other indexes behind these."),
        Entry(.argmax, "axis!=None, skipna=True", .int, nulls: .skip, "The position of the largest label."),
        Entry(.argmin, "axis!=None, skipna=True", .int, nulls: .skip, "The position of the smallest label."),
        Entry(.argsort, "*args, **kwargs", .array, nulls: .count, "The positions in ascending order."),
        Entry(.astype, "dtype, copy=True", .index, nulls: .propagate, "The labels as another type."),
        Entry(.copy, "name=None, deep=False", .same, "The same labels."),
        Entry(.date, nil, .array, nulls: .propagate, "The dates of timestamps."),
        Entry(.day, nil, .index, nulls: .propagate, "The days of the month."),
        Entry(.dayName, "locale!=None", .index, nulls: .propagate, "The names of the days of the week."),
        Entry(.dayOfWeek, nil, .index, nulls: .propagate, "The days of the week, Monday being 0."),
        Entry(.dayOfYear, nil, .index, nulls: .propagate, "The days of the year."),
        Entry(.dayofweek, nil, .index, nulls: .propagate, "The days of the week, Monday being 0."),
        Entry(.dayofyear, nil, .index, nulls: .propagate, "The days of the year."),
        Entry(.delete, "loc", .index, nulls: .count, "Without the labels at some positions."),
        Entry(.diff, "periods=1", .index, nulls: .propagate, "Differences to an earlier label."),
        Entry(.difference, "other, sort=None", .index, nulls: .count, "The different labels that others lack, in order."),
        Entry(.drop, "labels, errors='raise'", .index, nulls: .count, "Without some labels."),
        Entry(.dropDuplicates, "*, keep='first'", .index, nulls: .count, "Each label once."),
        Entry(.droplevel, "level=0", .index, "Without one level."),
        Entry(.dropna, "how='any'", .index, nulls: .skip, "Without missing labels."),
        Entry(.dtype, nil, .dynamic, "The labels' type."),
        Entry(.duplicated, "keep='first'", .array, nulls: .count, "Whether each label was met before."),
        Entry(.empty, nil, .bool, "Whether there is no label."),
        Entry(.equals, "other", .bool, nulls: .count, "Whether the labels are the same."),
        Entry(.factorize, "sort=False, use_na_sentinel=True", .tuple, nulls: .skip, "A code for each label, and the different labels."),
        Entry(.fillna, "value=None, downcast!=None", .index, "Missing labels replaced."),
        Entry(.getIndexer, "target, method!=None, limit!=None, tolerance!=None", .array, nulls: .count, "The position of each of some labels, or -1."),
        Entry(.getIndexerFor, "target", .array, nulls: .count, "The positions of each of some labels, or -1."),
        Entry(.getLevelValues, "level", .index, nulls: .count, "The labels of one level."),
        Entry(.getLoc, "key", .dynamic, nulls: .count, "The position of a label; a slice or flags where it occurs several times."),
        Entry(.hasDuplicates, nil, .bool, nulls: .count, "Whether some label occurs twice."),
        Entry(.hasnans, nil, .bool, nulls: .count, "Whether some label is missing."),
        Entry(.hour, nil, .index, nulls: .propagate, "The hours of timestamps."),
        Entry(.identical, "other", .bool, nulls: .count, "Whether labels, names and type are the same."),
        Entry(.inferObjects, "copy=True", .index, "Labels of a better type where all are of it."),
        Entry(.inferredType, nil, .text, nulls: .count, "What kind of values the labels are."),
        Entry(.insert, "loc, item", .index, nulls: .count, "With one more label at a position."),
        Entry(.intersection, "other, sort=False", .index, nulls: .count, "The different labels that both have."),
        Entry(.isMonotonicDecreasing, nil, .bool, nulls: .count, "Whether no label is above the one before."),
        Entry(.isMonotonicIncreasing, nil, .bool, nulls: .count, "Whether no label is below the one before."),
        Entry(.isUnique, nil, .bool, nulls: .count, "Whether no label occurs twice."),
        Entry(.isin, "values, level=None", .array, nulls: .count, "Whether each label is one of the values."),
        Entry(.isna, "", .array, nulls: .count, "Whether each label is missing."),
        Entry(.isnull, "", .array, nulls: .count, "Whether each label is missing."),
        Entry(.item, "", .dynamic, nulls: .count, "The only label."),
        Entry(.map, "mapper, na_action=None", .index, "A function, a dict or a Series of each label."),
        Entry(.max, "axis!=None, skipna=True", .dynamic, nulls: .skip, "The largest label."),
        Entry(.min, "axis!=None, skipna=True", .dynamic, nulls: .skip, "The smallest label."),
        Entry(.minute, nil, .index, nulls: .propagate, "The minutes of timestamps."),
        Entry(.month, nil, .index, nulls: .propagate, "The months of timestamps."),
        Entry(.monthName, "locale!=None", .index, nulls: .propagate, "The names of the months."),
        Entry(.name, nil, .dynamic, "The name of the labels."),
        Entry(.names, nil, .list, "The name of each level."),
        Entry(.ndim, nil, .int, "1: labels have one dimension."),
        Entry(.nlevels, nil, .int, "The number of levels."),
        Entry(.normalize, "", .index, nulls: .propagate, "Timestamps at midnight."),
        Entry(.notna, "", .array, nulls: .count, "Whether each label is not missing."),
        Entry(.notnull, "", .array, nulls: .count, "Whether each label is not missing."),
        Entry(.nunique, "dropna=True", .int, nulls: .skip, "The number of different labels."),
        Entry(.quarter, nil, .index, nulls: .propagate, "The quarters of timestamps."),
        Entry(.ravel, "order='C'", .same, "The same labels."),
        Entry(.rename, "name, *, inplace!=False", .same, "The labels under another name."),
        Entry(.reorderLevels, "order", .index, "The levels in another order."),
        Entry(.repeat, "repeats, axis!=None", .index, nulls: .count, "Each label several times."),
        Entry(.round, "decimals=0", .index, nulls: .propagate, "Each label rounded half to even."),
        Entry(.searchsorted, "value, side='left', sorter!=None", .dynamic, "Where values would go in sorted labels."),
        Entry(.second, nil, .index, nulls: .propagate, "The seconds of timestamps."),
        Entry(.setNames, "names, *, level=None, inplace!=False", .same, "The labels under other names."),
        Entry(.shape, nil, .tuple, "The number of labels, as a tuple."),
        Entry(.shift, "periods=1, freq=None", .index, "Moves timestamps; other labels cannot be moved."),
        Entry(.size, nil, .int, nulls: .count, "The number of labels."),
        Entry(.sortValues, "return_indexer=False, ascending=True, na_position='last', key=None", .dynamic, nulls: .count, "The labels in order."),
        Entry(.start, nil, .int, "The first label of a range."),
        Entry(.step, nil, .int, "The step of a range."),
        Entry(.stop, nil, .int, "The end of a range."),
        Entry(.strftime, "date_format", .index, nulls: .propagate, "Timestamps as text."),
        Entry(.swaplevel, "i=-2, j=-1", .index, "Two levels swapped."),
        Entry(.symmetricDifference, "other, result_name=None, sort=None", .index, nulls: .count, "The different labels that one side lacks, in order."),
        Entry(.take, "indices, axis!=0, allow_fill!=True, fill_value!=None", .index, nulls: .count, "The labels at some positions."),
        Entry(.toFlatIndex, "", .index, nulls: .count, "Several levels as tuples."),
        Entry(.toFrame, "index=True, name=None, allow_duplicates=False", .frame, nulls: .count, "A frame with a column a level."),
        Entry(.toList, "", .list, nulls: .count, "The labels as Python's own values."),
        Entry(.toNumpy, "dtype=None, copy=False, na_value!", .array, nulls: .count, "The labels as an array."),
        Entry(.toSeries, "index=None, name=None", .series, nulls: .count, "The labels as a Series with themselves as labels."),
        Entry(.tolist, "", .list, nulls: .count, "The labels as Python's own values."),
        Entry(.transpose, "*args, **kwargs", .same, "The same labels."),
        Entry(.union, "other, sort=None", .index, nulls: .count, "The labels of both sides, in order."),
        Entry(.unique, "level=None", .index, nulls: .count, "Each label once."),
        Entry(.valueCounts, "normalize=False, sort=True, ascending=False, bins!=None, dropna=True", .series, nulls: .skip, "How often each label occurs."),
        Entry(.values, nil, .array, nulls: .count, "The labels as an array."),
        Entry(.view, "", .same, "The same labels."),
        Entry(.weekday, nil, .index, nulls: .propagate, "The days of the week, Monday being 0."),
        Entry(.where, "cond, other=None", .index, "Labels kept where the condition holds."),
        Entry(.year, nil, .index, nulls: .propagate, "The years of timestamps."),
    ]

    public static let outside: [String] = [
        "array", "as_unit", "asi8", "asof", "asof_locs", "ceil", "codes", "components", "days", "dtypes", "floor", "format", "freq",
        "from_arrays", "from_frame", "from_product", "from_range", "from_tuples", "get_indexer_non_unique", "get_locs",
        "get_loc_level", "get_slice_bound", "groupby", "holds_integer", "indexer_at_time", "indexer_between_time", "inferred_freq",
        "is_", "is_boolean", "is_categorical", "is_floating", "is_integer", "is_interval", "is_leap_year", "is_month_end",
        "is_month_start", "is_normalized", "is_numeric", "is_object", "is_quarter_end", "is_quarter_start", "is_year_end",
        "is_year_start", "isocalendar", "join", "levels", "levshape", "memory_usage", "microsecond", "microseconds",
        "nanosecond", "nanoseconds", "nbytes", "putmask", "reindex", "remove_unused_levels", "resolution", "seconds", "set_codes",
        "set_levels", "slice_indexer", "slice_locs", "snap", "sort", "sortlevel", "time", "timetz", "to_julian_date",
        "to_period", "to_pydatetime", "to_pytimedelta", "total_seconds", "truncate", "tz", "tz_convert", "tz_localize", "tzinfo",
        "unit",
    ]
}
