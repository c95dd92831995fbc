/// Methods and properties of int, float, bool and numpy's scalars.
public enum NumberOperation: String, OperationName {
    case all
    case `any`
    case asIntegerRatio = "as_integer_ratio"
    case astype
    case bitCount = "bit_count"
    case bitLength = "bit_length"
    case conjugate
    case copy
    case denominator
    case dtype
    case imag
    case isInteger = "is_integer"
    case item
    case max
    case mean
    case min
    case ndim
    case numerator
    case real
    case round
    case shape
    case size
    case sum
    case tolist

    public static let receiver = Receiver.number
    public var operation: Operation { .number(self) }

    public static let entries: [Entry<Self>] = [
        Entry(.all, "axis!, out!, keepdims!, where!", .dynamic, "Whether a numpy scalar is not zero."),
        Entry(.any, "axis!, out!, keepdims!, where!", .dynamic, "Whether a numpy scalar is not zero."),
        Entry(.asIntegerRatio, "", .tuple, "The exact fraction of a float."),
        Entry(.astype, "dtype, order!, casting!, subok!, copy=True", .dynamic, "A numpy scalar as another type."),
        Entry(.bitCount, "", .int, "The number of ones in an integer."),
        Entry(.bitLength, "", .int, "How many bits an integer needs."),
        Entry(.conjugate, "", .same, "The number itself."),
        Entry(.copy, "order='C'", .same, "The numpy scalar itself."),
        Entry(.denominator, nil, .int, "1 for an integer."),
        Entry(.dtype, nil, .dynamic, "A numpy scalar's type."),
        Entry(.imag, nil, .dynamic, "Zero."),
        Entry(.isInteger, "", .bool, "Whether a float has no fraction."),
        Entry(.item, "*args", .dynamic, "A numpy scalar as Python's own."),
        Entry(.max, "axis=None, out!, keepdims!, initial!, where!", .same, "The numpy scalar itself."),
        Entry(.mean, "axis=None, dtype!, out!, keepdims!, where!", .float, "The numpy scalar as a float."),
        Entry(.min, "axis=None, out!, keepdims!, initial!, where!", .same, "The numpy scalar itself."),
        Entry(.ndim, nil, .int, "0 for a numpy scalar."),
        Entry(.numerator, nil, .int, "The integer itself."),
        Entry(.real, nil, .same, "The number itself."),
        Entry(.round, "decimals=0, out=None", .same, "A numpy scalar rounded."),
        Entry(.shape, nil, .tuple, "An empty tuple for a numpy scalar."),
        Entry(.size, nil, .int, "1 for a numpy scalar."),
        Entry(.sum, "axis=None, dtype!, out!, keepdims!, initial!, where!", .same, "The numpy scalar itself."),
        Entry(.tolist, "", .dynamic, "A numpy scalar as Python's own."),
    ]

    public static let outside: [String] = [
        "from_bytes", "to_bytes", "fromhex", "hex", "T", "argmax", "argmin", "argsort", "base", "byteswap", "choose", "clip",
        "compress", "conj", "cumprod", "cumsum", "data", "device", "diagonal", "dump", "dumps", "fill", "flags", "flat",
        "flatten", "getfield", "itemsize", "nbytes", "nonzero", "prod", "put", "ravel", "repeat", "reshape", "resize",
        "searchsorted", "setfield", "setflags", "sort", "squeeze", "std", "strides", "swapaxes", "take", "to_device", "tobytes",
        "tofile", "trace", "transpose", "var", "view",
    ]
}
