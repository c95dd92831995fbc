/// Methods and properties of numpy arrays.
public enum ArrayOperation: String, OperationName {
    case T
    case all
    case `any`
    case argmax
    case argmin
    case argsort
    case astype
    case clip
    case copy
    case cumprod
    case cumsum
    case dot
    case dtype
    case flatten
    case item
    case max
    case mean
    case min
    case ndim
    case nonzero
    case prod
    case ravel
    case `repeat`
    case reshape
    case round
    case searchsorted
    case shape
    case size
    case squeeze
    case std
    case sum
    case take
    case tolist
    case transpose
    case `var`

    public static let receiver = Receiver.array
    public var operation: Operation { .array(self) }

    public static let entries: [Entry<Self>] = [
        Entry(.T, nil, .array, "Rows and columns swapped."),
        Entry(.all, "axis=None, out!=None, keepdims!=False, *, where!=True", .dynamic, nulls: .count, "Whether all cells are true."),
        Entry(.any, "axis=None, out!=None, keepdims!=False, *, where!=True", .dynamic, nulls: .count, "Whether some cell is true."),
        Entry(.argmax, "axis=None, out!=None, *, keepdims!=False", .dynamic, nulls: .count, "The position of the largest cell."),
        Entry(.argmin, "axis=None, out!=None, *, keepdims!=False", .dynamic, nulls: .count, "The position of the smallest cell."),
        Entry(.argsort, "axis=-1, kind=None, order!=None, *, stable=None", .array, nulls: .count, "The positions in ascending order."),
        Entry(.astype, "dtype, order!='K', casting!='unsafe', subok!=True, copy=True", .array, nulls: .propagate, "The cells as another type."),
        Entry(.clip, "min=None, max=None, out!=None", .array, nulls: .propagate, "The cells limited to a range."),
        Entry(.copy, "order!='C'", .array, "The same array."),
        Entry(.cumprod, "axis=None, dtype!=None, out!=None", .array, nulls: .propagate, "Running products."),
        Entry(.cumsum, "axis=None, dtype!=None, out!=None", .array, nulls: .propagate, "Running sums."),
        Entry(.dot, "b, out!=None", .dynamic, nulls: .propagate, "The sum of products with another array."),
        Entry(.dtype, nil, .dynamic, "The cells' type."),
        Entry(.flatten, "order='C'", .array, "The cells row by row."),
        Entry(.item, "*args", .dynamic, "One cell as Python's own: the only one, or the one at a position."),
        Entry(.max, "axis=None, out!=None, keepdims!=False, initial!, where!=True", .dynamic, nulls: .propagate, "The largest cell."),
        Entry(.mean, "axis=None, dtype!=None, out!=None, keepdims!=False, *, where!=True", .dynamic, nulls: .propagate, "The mean."),
        Entry(.min, "axis=None, out!=None, keepdims!=False, initial!, where!=True", .dynamic, nulls: .propagate, "The smallest cell."),
        Entry(.ndim, nil, .int, "The number of dimensions."),
        Entry(.nonzero, "", .tuple, nulls: .count, "The positions of cells that are not zero."),
        Entry(.prod, "axis=None, dtype!=None, out!=None, keepdims!=False, initial!, where!=True", .dynamic, nulls: .propagate, "The product."),
        Entry(.ravel, "order='C'", .array, "The cells row by row."),
        Entry(.repeat, "repeats, axis!=None", .array, "Each cell several times."),
        Entry(.reshape, "*shape, order='C', copy=None", .array, "The cells in other rows and columns."),
        Entry(.round, "decimals=0, out!=None", .array, nulls: .propagate, "Each cell rounded half to even."),
        Entry(.searchsorted, "v, side='left', sorter!=None", .dynamic, "Where values would go in sorted cells."),
        Entry(.shape, nil, .tuple, "The length of each dimension."),
        Entry(.size, nil, .int, nulls: .count, "The number of cells."),
        Entry(.squeeze, "axis!=None", .array, "Without dimensions of length 1."),
        Entry(.std, "axis=None, dtype!=None, out!=None, ddof=0, keepdims!=False, *, where!=True", .dynamic, nulls: .propagate, "The standard deviation of the population."),
        Entry(.sum, "axis=None, dtype!=None, out!=None, keepdims!=False, initial!, where!=True", .dynamic, nulls: .propagate, "The sum."),
        Entry(.take, "indices, axis!=None, out!=None, mode!='raise'", .dynamic, "The cells at some positions."),
        Entry(.tolist, "", .list, "The cells as Python's own values, a list a row."),
        Entry(.transpose, "*axes", .array, "Rows and columns swapped."),
        Entry(.var, "axis=None, dtype!=None, out!=None, ddof=0, keepdims!=False, *, where!=True", .dynamic, nulls: .propagate, "The variance of the population."),
    ]

    public static let outside: [String] = [
        "argpartition", "base", "byteswap", "choose", "compress", "conj", "conjugate", "ctypes", "data", "device", "diagonal", "dump",
        "dumps", "fill", "flags", "flat", "getfield", "imag", "itemsize", "mT", "nbytes", "partition", "put", "real", "resize",
        "setfield", "setflags", "sort", "strides", "swapaxes", "to_device", "tobytes", "tofile", "trace", "view",
    ]
}
