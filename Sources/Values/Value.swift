/// Anything a query can compute: Python's scalars and containers, numpy's scalars, and pandas' own types.
///
/// numpy's scalars are apart from Python's because they differ where it decides verdicts: they wrap instead of growing,
/// and they give infinity where Python raises `ZeroDivisionError`.
public enum Value: Sendable {
    case none
    case bool(Bool)
    case int(Int)
    case float(Double)
    case text(Text)
    case numpyBool(Bool)
    case numpyInt(Int)
    case numpyFloat(Double)
    /// Nanoseconds since 1970-01-01; `Column.missingTime` is NaT.
    case timestamp(Int)
    /// Nanoseconds; `Column.missingTime` is NaT.
    case timedelta(Int)
    /// `datetime.date`: days since 1970-01-01.
    case date(Int)
    /// `datetime.time`: nanoseconds since midnight.
    case time(Int)
    case interval(IntervalValue)
    case list(ListValue)
    case tuple(TupleValue)
    case set(SetValue)
    case dict(DictValue)
    case range(RangeValue)
    case slice(SliceValue)
    /// What `zip`, `map`, `enumerate`, a generator … give: read once.
    case iterator(IteratorValue)
    case series(Series)
    case frame(Frame)
    case index(Index)
    case array(NDArray)
    case groupBy(GroupBy)
    /// `x.str`, `x.dt`, `x.loc`, `x.iloc`, `x.at`, `x.iat` before anything is asked of it.
    case accessor(AccessorValue)
    case function(any Callable)
    case type(PythonType)
    case dtype(DType)
    /// `pd`, `np` or another module that a query may name.
    case module(Module)
}

/// Something a query can call: a lambda, or an operation taken as a value (`map(str.lower, …)`).
public protocol Callable: AnyObject, Sendable {
    /// Python's name of its type: `function`, `method`, `builtin_function_or_method`.
    var typeName: String { get }
}

/// The types that a query can name, for `isinstance`, `astype` and `map`.
public enum PythonType: String, CaseIterable, Sendable {
    case int, float, str, bool, list, tuple, set, dict, object
    case noneType = "NoneType"
    case range
    case series = "Series"
    case frame = "DataFrame"
    case index = "Index"
    case array = "ndarray"
    case timestamp = "Timestamp"
    case timedelta = "Timedelta"
    case numpyInt = "int64"
    case numpyFloat = "float64"
    case numpyBool = "bool_"
    case numpyInteger = "integer"
    case numpyFloating = "floating"
    case numpyNumber = "number"
    case date, time, datetime
    /// Python's own `datetime.timedelta`, of which a Timedelta is one.
    case span = "timedelta"
    case function
}

public enum Module: String, CaseIterable, Sendable {
    case pandas, numpy, math, re, datetime
    /// `pandas.api.types`
    case types
}

extension Value {
    /// Whether `pd.isna` says so: None, NaN or NaT.
    @inlinable public var isMissing: Bool {
        switch self {
        case .none: true
        case .float(let x), .numpyFloat(let x): x.isNaN
        case .timestamp(let t), .timedelta(let t): t == Column.missingTime
        case .bool, .int, .text, .numpyBool, .numpyInt, .date, .time, .interval, .list, .tuple, .set, .dict, .range, .slice, .iterator,
            .series, .frame, .index, .array, .groupBy, .accessor, .function, .type, .dtype, .module:
            false
        }
    }

    /// The number of a numeric scalar (bools count as 0 and 1), as a double.
    @inlinable public var number: Double? {
        switch self {
        case .bool(let b), .numpyBool(let b): b ? 1 : 0
        case .int(let i), .numpyInt(let i): Double(i)
        case .float(let x), .numpyFloat(let x): x
        case .none, .text, .timestamp, .timedelta, .date, .time, .interval, .list, .tuple, .set, .dict, .range, .slice, .iterator,
            .series, .frame, .index, .array, .groupBy, .accessor, .function, .type, .dtype, .module:
            nil
        }
    }

    /// The integer of an integer or bool scalar.
    @inlinable public var integer: Int? {
        switch self {
        case .bool(let b), .numpyBool(let b): b ? 1 : 0
        case .int(let i), .numpyInt(let i): i
        case .none, .float, .numpyFloat, .text, .timestamp, .timedelta, .date, .time, .interval, .list, .tuple, .set, .dict, .range, .slice,
            .iterator, .series, .frame, .index, .array, .groupBy, .accessor, .function, .type, .dtype, .module:
            nil
        }
    }

    public static func string(_ string: String) -> Value { .text(Text(string)) }
    public static func list(_ items: [Value]) -> Value { .list(ListValue(items)) }
    @inlinable public static func tuple(_ items: [Value]) -> Value { .tuple(TupleValue(items)) }

    /// Python's `type(value).__name__`, as error messages show it.
    public var typeName: String {
        switch self {
        case .none: "NoneType"
        case .bool: "bool"
        case .int: "int"
        case .float: "float"
        case .text: "str"
        case .numpyBool: "bool"
        case .numpyInt: "int64"
        case .numpyFloat: "float64"
        case .timestamp(let t): t == Column.missingTime ? "NaTType" : "Timestamp"
        case .timedelta(let t): t == Column.missingTime ? "NaTType" : "Timedelta"
        case .date: "date"
        case .time: "time"
        case .interval: "Interval"
        case .list: "list"
        case .tuple(let tuple): tuple.fields?.typeName ?? "tuple"
        case .set: "set"
        case .dict: "dict"
        case .range: "range"
        case .slice: "slice"
        case .iterator(let iterator): iterator.kind.rawValue
        case .series: "Series"
        case .frame: "DataFrame"
        case .index(let index): index.typeName
        case .array: "ndarray"
        case .groupBy(let groups): groups.isSeries ? "SeriesGroupBy" : "DataFrameGroupBy"
        case .accessor(let accessor): accessor.kind.typeName
        case .function(let callable): callable.typeName
        case .type: "type"
        case .dtype: "dtype"
        case .module: "module"
        }
    }
}
