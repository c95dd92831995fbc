extension PhraseBook {
    /// Words that a name has wherever it stands, unless its receiver has words of its own.
    static let shared: [String: String] = reductions.merging(arithmetic, uniquingKeysWith: first).merging(ordering, uniquingKeysWith: first)
        .merging(shapes, uniquingKeysWith: first).merging(texts, uniquingKeysWith: first).merging(times, uniquingKeysWith: first)
        .merging(logic, uniquingKeysWith: first).merging(members, uniquingKeysWith: first)

    private static func first(_ one: String, _ other: String) -> String { one }

    private static let reductions: [String: String] = [
        "max": "the largest {}", "amax": "the largest {}", "nanmax": "the largest {}", "min": "the smallest {}", "amin": "the smallest {}", "nanmin": "the smallest {}",
        "sum": "the sum of {}", "nansum": "the sum of {}", "mean": "the average {}", "nanmean": "the average {}", "average": "the average {}", "median": "the median {}",
        "nanmedian": "the median {}", "prod": "the product of {}", "product": "the product of {}", "nanprod": "the product of {}", "std": "the standard deviation of {}",
        "nanstd": "the standard deviation of {}", "var": "the variance of {}", "nanvar": "the variance of {}", "sem": "the standard error of the mean of {}",
        "skew": "the skewness of {}", "kurt": "the kurtosis of {}", "kurtosis": "the kurtosis of {}", "count": "how many {} are not missing", "nunique": "how many different {}",
        "count_nonzero": "how many {} are not zero", "quantile": "the quantile {1} of {}", "nanquantile": "the quantile {1} of {}", "percentile": "the percentile {1} of {}",
        "nanpercentile": "the percentile {1} of {}", "ptp": "the largest less the smallest {}", "mode": "the most frequent {}", "describe": "a summary of {}",
        "idxmax": "the row with the largest {}", "idxmin": "the row with the smallest {}", "argmax": "the position of the largest {}", "nanargmax": "the position of the largest {}",
        "argmin": "the position of the smallest {}", "nanargmin": "the position of the smallest {}", "corr": "the correlation of {} with {1}", "corrcoef": "the correlations of {}",
        "cov": "the covariance of {} with {1}", "autocorr": "the correlation of {} with itself some rows above", "dot": "the sum of the products of {} and {1}",
        "agg": "{} summed up by {1}", "aggregate": "{} summed up by {1}", "value_counts": "how often each {} occurs", "unique": "the different {}", "crosstab": "how often each pair of {} and {1} occurs",
    ]

    private static let arithmetic: [String: String] = [
        "add": "{} + {1}", "radd": "{1} + {}", "sub": "{} − {1}", "subtract": "{} − {1}", "rsub": "{1} − {}", "mul": "{} × {1}", "multiply": "{} × {1}", "rmul": "{1} × {}",
        "div": "{} ÷ {1}", "divide": "{} ÷ {1}", "truediv": "{} ÷ {1}", "true_divide": "{} ÷ {1}", "rdiv": "{1} ÷ {}", "rtruediv": "{1} ÷ {}", "floordiv": "{} ÷ {1}, rounded down",
        "floor_divide": "{} ÷ {1}, rounded down", "rfloordiv": "{1} ÷ {}, rounded down", "mod": "the remainder of {} ÷ {1}", "remainder": "the remainder of {} ÷ {1}",
        "fmod": "the remainder of {} ÷ {1}", "rmod": "the remainder of {1} ÷ {}", "pow": "{} to the power of {1}", "power": "{} to the power of {1}",
        "float_power": "{} to the power of {1}", "rpow": "{1} to the power of {}", "abs": "the magnitude of {}", "absolute": "the magnitude of {}", "fabs": "the magnitude of {}",
        "negative": "−{}", "positive": "{}", "sqrt": "the square root of {}", "cbrt": "the cube root of {}", "square": "{} squared", "exp": "e to the power of {}",
        "exp2": "2 to the power of {}", "expm1": "e to the power of {}, less 1", "log": "the logarithm of {}", "log10": "the decimal logarithm of {}", "log2": "the binary logarithm of {}",
        "log1p": "the logarithm of {} + 1", "reciprocal": "1 ÷ {}", "sign": "the sign of {}", "sin": "the sine of {}", "cos": "the cosine of {}", "tan": "the tangent of {}",
        "tanh": "the hyperbolic tangent of {}", "arcsin": "the arc sine of {}", "arccos": "the arc cosine of {}", "arctan": "the arc tangent of {}", "arctan2": "the angle of {} over {1}",
        "hypot": "the hypotenuse of {} and {1}", "degrees": "{} in degrees", "radians": "{} in radians", "round": "{}, rounded", "around": "{}, rounded", "rint": "{}, rounded",
        "ceil": "{}, rounded up", "floor": "{}, rounded down", "trunc": "{} without the fraction", "clip": "{}, kept between {1} and {2}", "maximum": "the larger of {} and {1}",
        "fmax": "the larger of {} and {1}", "minimum": "the smaller of {} and {1}", "fmin": "the smaller of {} and {1}", "cumsum": "the running sum of {}",
        "cumprod": "the running product of {}", "cummax": "the largest {} so far", "cummin": "the smallest {} so far", "diff": "the change of {} from row to row",
        "pct_change": "the relative change of {} from row to row", "rank": "the rank of {}", "nan_to_num": "{} with 0 for what is missing", "digitize": "the bin of {}",
        "cut": "the bin of {}", "qcut": "the quantile bin of {}", "is_integer": "{} is whole",
    ]

    private static let ordering: [String: String] = [
        "sort_values": "{}, sorted", "sort_index": "{}, sorted by label", "sort": "{}, sorted", "argsort": "the positions that sort {}", "nlargest": "the largest {}",
        "nsmallest": "the smallest {}", "head": "the first rows of {}", "tail": "the last rows of {}", "take": "the rows {1} of {}", "truncate": "{} between {1} and {2}",
        "flip": "{}, from last to first", "searchsorted": "where {1} would stand in {}", "is_monotonic_increasing": "{} never falls", "is_monotonic_decreasing": "{} never rises",
        "first_valid_index": "the first row with {}", "last_valid_index": "the last row with {}", "nth": "the row at a place of {}", "first": "the first {}", "last": "the last {}",
        "shift": "{} of some rows before", "drop_duplicates": "the different {}", "duplicated": "{} occurred before", "sample": "some {}",
    ]

    private static let shapes: [String: String] = [
        "shape": "how many {}", "size": "how many {}", "empty": "{} is empty", "ndim": "the dimensions of {}", "dtype": "the type of {}", "dtypes": "the types of {}", "name": "the name of {}",
        "T": "{}, rows for columns", "transpose": "{}, rows for columns", "axes": "the labels of {}", "index": "the labels of {}", "columns": "the column names of {}",
        "keys": "the labels of {}", "items": "the pairs of {}", "values": "{}", "array": "{}", "asarray": "{}", "to_numpy": "{}", "ravel": "{}", "flatten": "{}", "copy": "{}", "view": "{}",
        "tolist": "the list of {}", "to_list": "the list of {}", "toList": "the list of {}", "toNumpy": "{}", "to_frame": "{}, as a table", "to_dict": "{} by label", "squeeze": "{}",
        "item": "the only {}", "reset_index": "{}, numbered anew", "set_index": "{}, labelled by {1}", "reindex": "{} in the order of {1}", "rename": "{}", "rename_axis": "{}",
        "set_axis": "{}", "add_prefix": "{}", "add_suffix": "{}", "droplevel": "{}", "swaplevel": "{}", "infer_objects": "{}", "astype": "{} as {1}", "drop": "{} without {1}",
        "filter": "the part of {} with such labels", "get": "{1} of {}", "xs": "{1} of {}", "pop": "{1} of {}", "explode": "{}, a row for each part", "repeat": "{}, several times", "tile": "{}, several times",
        "append": "{} and {1}", "concat": "{} put together", "concatenate": "{} put together", "hstack": "{} side by side", "merge": "{} and {1} where their keys are equal",
        "join": "{} and {1} side by side", "combine_first": "{}, gaps filled from {1}", "melt": "{}, a row for each cell", "pivot": "{}, spread over columns",
        "pivot_table": "{}, summed up by row and column", "stack": "{}, columns for rows", "unstack": "{}, rows for columns", "get_dummies": "a column of flags for each different {}",
        "factorize": "a number for each different {}", "groupby": "{}, grouped by {1}", "get_group": "the rows of {} in the group {1}", "groups": "the rows of each group of {}",
        "indices": "the rows of each group of {}", "ngroups": "how many groups of {}", "ngroup": "the group of each row of {}", "cumcount": "the place in its group of each row of {}",
        "rolling": "{}, some rows at a time", "expanding": "{}, all rows so far", "apply": "a function of each {}", "map": "a function of each {}", "transform": "a function of each {}",
        "pipe": "a function of {}", "assign": "{} with columns added", "insert": "{} with a column added", "update": "{} with other cells", "iterrows": "the rows of {}", "itertuples": "the rows of {}",
        "select_dtypes": "the columns of {} of some types", "query": "the rows of {} where {1}", "eval": "{1} for {}", "where": "{} where {1}", "mask": "{} where not {1}", "select": "what the first true condition of {} chooses",
        "Series": "{}", "DataFrame": "{}", "Index": "{}", "NamedAgg": "{}", "ffill": "{}, gaps filled from above", "bfill": "{}, gaps filled from below", "dropna": "{} without gaps",
        "fillna": "{} with gaps filled by {1}", "interpolate": "{} with gaps filled between",
    ]

    private static let logic: [String: String] = [
        "any": "in some row {}", "all": "in every row {}", "isna": "{} is missing", "isnull": "{} is missing", "isnan": "{} is missing", "notna": "{} is not missing",
        "notnull": "{} is not missing", "isfinite": "{} is finite", "isinf": "{} is infinite", "isin": "{} is one of {1}", "between": "{} is between {1} and {2}", "eq": "{} is {1}",
        "equal": "{} is {1}", "ne": "{} is not {1}", "not_equal": "{} is not {1}", "lt": "{} < {1}", "less": "{} < {1}", "le": "{} ≤ {1}", "less_equal": "{} ≤ {1}", "gt": "{} > {1}",
        "greater": "{} > {1}", "ge": "{} ≥ {1}", "greater_equal": "{} ≥ {1}", "equals": "{} is the same as {1}", "array_equal": "{} is the same as {1}", "isclose": "{} is close to {1}",
        "allclose": "every {} is close to {1}", "logical_and": "{} and {1}", "logical_or": "{} or {1}", "logical_not": "not {}", "logical_xor": "either {} or {1}", "bitwise_and": "{} and {1}",
        "bitwise_or": "{} or {1}", "bitwise_xor": "either {} or {1}", "hasnans": "some {} is missing", "is_unique": "no {} occurs twice", "has_duplicates": "some {} occurs twice",
        "isinstance": "{} is a {1}", "type": "the type of {}", "isdisjoint": "{} and {1} have nothing in common", "issubset": "every item of {} is in {1}",
        "issuperset": "every item of {1} is in {}",
    ]

    private static let members: [String: String] = [
        "enumerate": "{}, numbered", "reversed": "{}, from last to first", "zip": "{} side by side with {1}", "print": "{}", "union": "what is in {} or in {1}",
        "union1d": "what is in {} or in {1}", "intersection": "what {} and {1} share", "intersect1d": "what {} and {1} share", "difference": "what is in {} and not in {1}",
        "setdiff1d": "what is in {} and not in {1}", "symmetric_difference": "what is in one of {} and {1}", "setxor1d": "what is in one of {} and {1}",
        "nonzero": "the positions where {} is not zero", "flatnonzero": "the positions where {} is not zero", "arange": "numbers up to {}", "linspace": "numbers between {} and {1}",
    ]

    private static let texts: [String: String] = [
        "contains": "{} contains {1}", "startswith": "{} starts with {1}", "endswith": "{} ends with {1}", "match": "{} begins with a match of {1}", "fullmatch": "{} matches {1}",
        "search": "a match of {1} in {}", "lower": "{} in small letters", "upper": "{} in capitals", "title": "{} with capitals", "capitalize": "{} with a capital",
        "casefold": "{} in small letters", "swapcase": "{}, small letters for capitals", "strip": "{} without blanks around", "lstrip": "{} without blanks at the left",
        "rstrip": "{} without blanks at the right", "replace": "{} with {1} replaced by {2}", "split": "the parts of {} between {1}", "rsplit": "the parts of {} between {1}",
        "splitlines": "the lines of {}", "partition": "{} parted at {1}", "rpartition": "{} parted at the last {1}", "extract": "the part of {} that matches {1}",
        "extractall": "all parts of {} that match {1}", "findall": "all matches of {1} in {}", "find": "the place of {1} in {}", "rfind": "the last place of {1} in {}",
        "rindex": "the last place of {1} in {}", "slice": "a part of {}", "slice_replace": "{} with a part replaced", "len": "the length of {}", "cat": "{} put together",
        "center": "{}, padded", "ljust": "{}, padded", "rjust": "{}, padded", "pad": "{}, padded", "zfill": "{}, padded with zeros", "expandtabs": "{}",
        "removeprefix": "{} without {1} at its start", "removesuffix": "{} without {1} at its end", "translate": "{} with characters replaced", "isalnum": "{} is letters or digits",
        "isalpha": "{} is letters", "isascii": "{} is plain characters", "isdecimal": "{} is digits", "isdigit": "{} is digits", "isnumeric": "{} is digits", "islower": "{} is in small letters",
        "isupper": "{} is in capitals", "isspace": "{} is blank", "istitle": "every word of {} has a capital", "isidentifier": "{} could be a name", "isprintable": "{} can be printed",
    ]

    private static let times: [String: String] = [
        "year": "the year of {}", "month": "the month of {}", "day": "the day of {}", "hour": "the hour of {}", "minute": "the minute of {}", "second": "the second of {}",
        "microsecond": "the microsecond of {}", "nanosecond": "the nanosecond of {}", "date": "the date of {}", "time": "the time of day of {}", "quarter": "the quarter of {}",
        "week": "the week of {}", "weekofyear": "the week of {}", "weekday": "the day of the week of {}", "dayofweek": "the day of the week of {}", "day_of_week": "the day of the week of {}",
        "isoweekday": "the day of the week of {}", "dayofyear": "the day of the year of {}", "day_of_year": "the day of the year of {}", "days_in_month": "the days of the month of {}",
        "daysinmonth": "the days of the month of {}", "is_leap_year": "{} is in a leap year", "is_month_start": "{} is a month's first day", "is_month_end": "{} is a month's last day",
        "is_quarter_start": "{} is a quarter's first day", "is_quarter_end": "{} is a quarter's last day", "is_year_start": "{} is a year's first day", "is_year_end": "{} is a year's last day",
        "day_name": "the name of the day of {}", "month_name": "the name of the month of {}", "isocalendar": "the year, week and day of {}", "strftime": "{} written as {1}",
        "isoformat": "{} written out", "ctime": "{} written out", "normalize": "the day of {}", "to_pydatetime": "{}", "to_pytimedelta": "{}", "tz": "the time zone of {}", "tzinfo": "the time zone of {}",
        "tz_localize": "{}", "days": "the days of {}", "seconds": "the seconds of {}", "microseconds": "the microseconds of {}", "nanoseconds": "the nanoseconds of {}",
        "total_seconds": "{} in seconds", "components": "the parts of {}", "Timestamp": "{} as a date", "Timedelta": "{} as a time span", "date_range": "dates from {} to {1}",
        "to_numeric": "{} as numbers", "to_datetime": "{} as dates", "to_timedelta": "{} as time spans", "timestamp": "{} in seconds since 1970", "toordinal": "the number of the day {}",
    ]
}
