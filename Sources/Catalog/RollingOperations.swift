/// Methods of windows: what `x.rolling(…)` and `x.expanding()` can be asked.
public enum RollingOperation: String, OperationName {
    case agg
    case aggregate
    case apply
    case count
    case max
    case mean
    case median
    case min
    case quantile
    case sem
    case std
    case sum
    case `var`

    public static let receiver = Receiver.rolling
    public var operation: Operation { .rolling(self) }

    public static let entries: [Entry<Self>] = [
        Entry(.agg, "func, *args, **kwargs", .dynamic, nulls: .skip, "Reductions of each window, by name or function."),
        Entry(.aggregate, "func, *args, **kwargs", .dynamic, nulls: .skip, "Reductions of each window, by name or function."),
        Entry(.apply, "func, raw=False, engine!=None, engine_kwargs!=None, args=None, kwargs!=None", .dynamic, "A function of each window."),
        Entry(.count, "numeric_only=False", .dynamic, nulls: .skip, "The number of cells of each window that are not missing."),
        Entry(.max, "numeric_only=False, *args, engine!=None, engine_kwargs!=None, **kwargs", .dynamic, nulls: .skip, "The largest cell of each window."),
        Entry(.mean, "numeric_only=False, engine!=None, engine_kwargs!=None", .dynamic, nulls: .skip, "The mean of each window."),
        Entry(.median, "numeric_only=False, engine!=None, engine_kwargs!=None", .dynamic, nulls: .skip, "The median of each window."),
        Entry(.min, "numeric_only=False, *args, engine!=None, engine_kwargs!=None, **kwargs", .dynamic, nulls: .skip, "The smallest cell of each window."),
        Entry(.quantile, "q, interpolation!='linear', numeric_only=False", .dynamic, nulls: .skip, "A quantile of each window."),
        Entry(.sem, "ddof=1, numeric_only=False", .dynamic, nulls: .skip, "The standard error of the mean of each window."),
        Entry(.std, "ddof=1, numeric_only=False, engine!=None, engine_kwargs!=None", .dynamic, nulls: .skip, "The standard deviation of each window."),
        Entry(.sum, "numeric_only=False, engine!=None, engine_kwargs!=None", .dynamic, nulls: .skip, "The sum of each window."),
        Entry(.var, "ddof=1, numeric_only=False, engine!=None, engine_kwargs!=None", .dynamic, nulls: .skip, "The variance of each window."),
    ]

    public static let outside: [String] = [
        "center", "closed", "corr", "cov", "exclusions", "is_datetimelike", "kurt", "method", "min_periods", "ndim", "obj", "on", "rank",
        "skew", "step", "win_type", "window",
    ]
}
