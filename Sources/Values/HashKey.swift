/// A value as a key of a dict, a set or a group: equal as Python's `==` and `hash` have it, so `1`, `1.0` and `True` are one key.
///
/// Missing values are one key each kind (all NaN are equal here), as in pandas' hash tables.
public enum HashKey: Hashable, Sendable {
    case none
    case nan
    /// One NaN object of several, told apart by its payload (`HashKey.identity`).
    case nanObject(UInt64)
    case int(Int)
    case float(Double)
    case text(Text)
    case timestamp(Int)
    case timedelta(Int)
    case date(Int)
    case time(Int)
    case interval(IntervalValue)
    case tuple([HashKey])
    case other(ObjectIdentifier)
    case type(PythonType)
    case dtype(DType)
    case module(Module)

    public init(_ value: Value) {
        switch value {
        case .none: self = .none
        case .bool(let b), .numpyBool(let b): self = .int(b ? 1 : 0)
        case .int(let i), .numpyInt(let i): self = .int(i)
        case .float(let x), .numpyFloat(let x): self = HashKey(number: x)
        case .text(let text): self = .text(text)
        case .timestamp(let t): self = .timestamp(t)
        case .timedelta(let t): self = .timedelta(t)
        case .date(let d): self = .date(d)
        case .time(let t): self = .time(t)
        case .interval(let interval): self = .interval(interval)
        case .tuple(let items): self = .tuple(items.map(HashKey.init))
        case .range(let range): self = .tuple([.int(range.start), .int(range.step), .int(range.count)])
        case .list(let list): self = .other(ObjectIdentifier(list))
        case .set(let set): self = .other(ObjectIdentifier(set))
        case .dict(let dict): self = .other(ObjectIdentifier(dict))
        case .slice(let slice): self = .other(ObjectIdentifier(slice))
        case .iterator(let iterator): self = .other(ObjectIdentifier(iterator))
        case .series(let series): self = .other(ObjectIdentifier(series))
        case .frame(let frame): self = .other(ObjectIdentifier(frame))
        case .index(let index): self = .other(ObjectIdentifier(index))
        case .array(let array): self = .other(ObjectIdentifier(array))
        case .groupBy(let groups): self = .other(ObjectIdentifier(groups))
        case .accessor(let accessor): self = .other(ObjectIdentifier(accessor))
        case .function(let function): self = .other(ObjectIdentifier(function))
        case .type(let type): self = .type(type)
        case .dtype(let dtype): self = .dtype(dtype)
        case .module(let module): self = .module(module)
        }
    }

    /// The key of a Python set or dict, where every NaN object is a key of its own.
    ///
    /// `Double.nan` stands for the one object `np.nan`; reading a column of floats stamps a payload into each NaN (`Double.freshNaN`).
    public static func identity(of value: Value) -> HashKey {
        switch value {
        case .float(let x) where x.isNaN, .numpyFloat(let x) where x.isNaN:
            x.bitPattern == Double.nan.bitPattern ? .nan : .nanObject(x.bitPattern)
        case .tuple(let items): .tuple(items.map(HashKey.identity))
        case .none, .bool, .int, .float, .text, .numpyBool, .numpyInt, .numpyFloat, .timestamp, .timedelta, .date, .time, .interval, .list, .set,
            .dict, .range, .slice, .iterator, .series, .frame, .index, .array, .groupBy, .accessor, .function, .type, .dtype, .module:
            HashKey(value)
        }
    }

    public init(number x: Double) {
        if x.isNaN {
            self = .nan
        } else if let whole = Int(exactly: x) {
            self = .int(whole)
        } else {
            self = .float(x)
        }
    }
}

extension Value {
    /// Whether Python can hash it: lists, dicts, sets, Series, frames and arrays cannot be.
    public var isHashable: Bool {
        switch self {
        case .list, .set, .dict, .slice, .series, .frame, .array, .index: false
        case .tuple(let items): items.allSatisfy(\.isHashable)
        case .none, .bool, .int, .float, .text, .numpyBool, .numpyInt, .numpyFloat, .timestamp, .timedelta, .date, .time, .interval, .range,
            .iterator, .groupBy, .accessor, .function, .type, .dtype, .module:
            true
        }
    }
}
