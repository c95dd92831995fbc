/// Functions of `np`.
public enum NumpyOperation: String, OperationName {
    case abs
    case absolute
    case add
    case all
    case allclose
    case amax
    case amin
    case `any`
    case append
    case arange
    case arccos
    case arcsin
    case arctan
    case arctan2
    case argmax
    case argmin
    case argsort
    case around
    case array
    case arrayEqual = "array_equal"
    case asarray
    case average
    case bitwiseAnd = "bitwise_and"
    case bitwiseOr = "bitwise_or"
    case bitwiseXor = "bitwise_xor"
    case cbrt
    case ceil
    case clip
    case concat
    case concatenate
    case corrcoef
    case cos
    case countNonzero = "count_nonzero"
    case cov
    case cumprod
    case cumsum
    case degrees
    case diff
    case digitize
    case divide
    case dot
    case equal
    case exp
    case exp2
    case expm1
    case fabs
    case flatnonzero
    case flip
    case floatPower = "float_power"
    case floor
    case floorDivide = "floor_divide"
    case fmax
    case fmin
    case fmod
    case full
    case fullLike = "full_like"
    case greater
    case greaterEqual = "greater_equal"
    case hstack
    case hypot
    case intersect1d
    case isclose
    case isfinite
    case isin
    case isinf
    case isnan
    case less
    case lessEqual = "less_equal"
    case linspace
    case log
    case log10
    case log1p
    case log2
    case logicalAnd = "logical_and"
    case logicalNot = "logical_not"
    case logicalOr = "logical_or"
    case logicalXor = "logical_xor"
    case max
    case maximum
    case mean
    case median
    case min
    case minimum
    case mod
    case multiply
    case nanToNum = "nan_to_num"
    case nanargmax
    case nanargmin
    case nanmax
    case nanmean
    case nanmedian
    case nanmin
    case nanpercentile
    case nanprod
    case nanquantile
    case nanstd
    case nansum
    case nanvar
    case ndim
    case negative
    case nonzero
    case notEqual = "not_equal"
    case ones
    case onesLike = "ones_like"
    case percentile
    case positive
    case power
    case prod
    case ptp
    case quantile
    case radians
    case ravel
    case reciprocal
    case remainder
    case `repeat`
    case rint
    case round
    case searchsorted
    case select
    case setdiff1d
    case setxor1d
    case shape
    case sign
    case sin
    case size
    case sort
    case sqrt
    case square
    case std
    case subtract
    case sum
    case tan
    case tanh
    case tile
    case trueDivide = "true_divide"
    case trunc
    case union1d
    case unique
    case `var`
    case `where`
    case zeros
    case zerosLike = "zeros_like"

    public static let receiver = Receiver.numpy
    public var operation: Operation { .numpy(self) }

    public static let entries: [Entry<Self>] = [
        Entry(.abs, "x, /, out!=None, *, where!=True, casting!=None, order!=None, dtype!=None", .dynamic, nulls: .propagate, "The magnitude of each number."),
        Entry(.absolute, "x, /, out!=None, *, where!=True, casting!=None, order!=None, dtype!=None", .dynamic, nulls: .propagate, "The magnitude of each number."),
        Entry(.add, "x1, x2, /, out!=None, *, where!=True, casting!=None, order!=None, dtype!=None", .dynamic, nulls: .propagate, "Sums."),
        Entry(.all, "a, axis=None, out!=None, keepdims!=False, *, where!", .dynamic, nulls: .skip, "Whether every value is true."),
        Entry(.allclose, "a, b, rtol=1e-05, atol=1e-08, equal_nan=False", .bool, nulls: .count, "Whether all numbers are close."),
        Entry(.amax, "a, axis=None, out!=None, keepdims!=False, initial!, where!", .dynamic, nulls: .skip, "The largest."),
        Entry(.amin, "a, axis=None, out!=None, keepdims!=False, initial!, where!", .dynamic, nulls: .skip, "The smallest."),
        Entry(.any, "a, axis=None, out!=None, keepdims!=False, *, where!", .dynamic, nulls: .skip, "Whether some value is true."),
        Entry(.append, "arr, values, axis!=None", .array, nulls: .count, "An array with values behind it."),
        Entry(.arange, "start_or_stop, /, stop=None, step=1, *, dtype=None, device!=None, like!=None", .array, "Numbers at equal steps."),
        Entry(.arccos, "x, /, out!=None, *, where!=True, casting!=None, order!=None, dtype!=None", .dynamic, nulls: .propagate, "The arc cosine of each number."),
        Entry(.arcsin, "x, /, out!=None, *, where!=True, casting!=None, order!=None, dtype!=None", .dynamic, nulls: .propagate, "The arc sine of each number."),
        Entry(.arctan, "x, /, out!=None, *, where!=True, casting!=None, order!=None, dtype!=None", .dynamic, nulls: .propagate, "The arc tangent of each number."),
        Entry(.arctan2, "x1, x2, /, out!=None, *, where!=True, casting!=None, order!=None, dtype!=None", .dynamic, nulls: .propagate, "Angles of points."),
        Entry(.argmax, "a, axis=None, out!=None, *, keepdims!=False", .int, nulls: .skip, "The position of the largest."),
        Entry(.argmin, "a, axis=None, out!=None, *, keepdims!=False", .int, nulls: .skip, "The position of the smallest."),
        Entry(.argsort, "a, axis=-1, kind=None, order!=None, *, stable=None", .dynamic, nulls: .count, "The positions in ascending order."),
        Entry(.around, "a, decimals=0, out!=None", .dynamic, nulls: .propagate, "Each number rounded half to even."),
        Entry(.array, "object, dtype=None, *, copy=True, order!='K', subok!=False, ndmin!=0, ndmax!=0, like!=None", .array, nulls: .count, "An array of values."),
        Entry(.arrayEqual, "a1, a2, equal_nan=False", .bool, nulls: .count, "Whether two arrays have the same shape and values."),
        Entry(.asarray, "a, dtype=None, order!=None, *, device!=None, copy=None, like!=None", .array, nulls: .count, "An array of values."),
        Entry(.average, "a, axis=None, weights=None, returned!=False, *, keepdims!", .dynamic, nulls: .propagate, "The mean, weighted if weights are given."),
        Entry(.bitwiseAnd, "x1, x2, /, out!=None, *, where!=True, casting!=None, order!=None, dtype!=None", .dynamic, nulls: .propagate, "Bits, or flags, that both sides have."),
        Entry(.bitwiseOr, "x1, x2, /, out!=None, *, where!=True, casting!=None, order!=None, dtype!=None", .dynamic, nulls: .propagate, "Bits, or flags, that either side has."),
        Entry(.bitwiseXor, "x1, x2, /, out!=None, *, where!=True, casting!=None, order!=None, dtype!=None", .dynamic, nulls: .propagate, "Bits, or flags, that one side has."),
        Entry(.cbrt, "x, /, out!=None, *, where!=True, casting!=None, order!=None, dtype!=None", .dynamic, nulls: .propagate, "The cube root of each number."),
        Entry(.ceil, "x, /, out!=None, *, where!=True, casting!=None, order!=None, dtype!=None", .dynamic, nulls: .propagate, "Each number rounded up."),
        Entry(.clip, "a, a_min=None, a_max=None, out!=None, *, min=None, max=None", .dynamic, nulls: .propagate, "Numbers kept within bounds."),
        Entry(.concat, "arrays, /, axis=0, out!=None, *, dtype!=None, casting!=None", .array, nulls: .count, "Arrays one after the other."),
        Entry(.concatenate, "arrays, /, axis=0, out!=None, *, dtype!=None, casting!=None", .array, nulls: .count, "Arrays one after the other."),
        Entry(.corrcoef, "x, y=None, rowvar!=True, *, dtype!=None", .array, nulls: .propagate, "The matrix of correlations."),
        Entry(.cos, "x, /, out!=None, *, where!=True, casting!=None, order!=None, dtype!=None", .dynamic, nulls: .propagate, "The cosine of each number."),
        Entry(.countNonzero, "a, axis=None, *, keepdims!=False", .int, nulls: .count, "How many values are not zero."),
        Entry(.cov, "m, y=None, rowvar!=True, bias=False, ddof=None, fweights!=None, aweights!=None, *, dtype!=None", .array, nulls: .propagate, "The matrix of covariances."),
        Entry(.cumprod, "a, axis=None, dtype!=None, out!=None", .dynamic, nulls: .propagate, "Running products."),
        Entry(.cumsum, "a, axis=None, dtype!=None, out!=None", .dynamic, nulls: .propagate, "Running sums."),
        Entry(.degrees, "x, /, out!=None, *, where!=True, casting!=None, order!=None, dtype!=None", .dynamic, nulls: .propagate, "Radians as degrees."),
        Entry(.diff, "a, n=1, axis=-1, prepend!, append!", .array, nulls: .propagate, "Differences of neighbours."),
        Entry(.digitize, "x, bins, right=False", .array, nulls: .none, "The number of the bin of each value."),
        Entry(.divide, "x1, x2, /, out!=None, *, where!=True, casting!=None, order!=None, dtype!=None", .dynamic, nulls: .propagate, "Quotients."),
        Entry(.dot, "a, b, out!=None", .dynamic, nulls: .propagate, "The sum of products."),
        Entry(.equal, "x1, x2, /, out!=None, *, where!=True, casting!=None, order!=None, dtype!=None", .dynamic, nulls: .propagate, "Whether both sides are equal."),
        Entry(.exp, "x, /, out!=None, *, where!=True, casting!=None, order!=None, dtype!=None", .dynamic, nulls: .propagate, "The exponential of each number."),
        Entry(.exp2, "x, /, out!=None, *, where!=True, casting!=None, order!=None, dtype!=None", .dynamic, nulls: .propagate, "2 to the power of each number."),
        Entry(.expm1, "x, /, out!=None, *, where!=True, casting!=None, order!=None, dtype!=None", .dynamic, nulls: .propagate, "The exponential of each number less 1."),
        Entry(.fabs, "x, /, out!=None, *, where!=True, casting!=None, order!=None, dtype!=None", .dynamic, nulls: .propagate, "The magnitude of each number as a float."),
        Entry(.flatnonzero, "a", .array, nulls: .count, "The positions of values that are not zero."),
        Entry(.flip, "m, axis!=None", .dynamic, nulls: .count, "The values from the last to the first."),
        Entry(.floatPower, "x1, x2, /, out!=None, *, where!=True, casting!=None, order!=None, dtype!=None", .dynamic, nulls: .propagate, "Powers as floats."),
        Entry(.floor, "x, /, out!=None, *, where!=True, casting!=None, order!=None, dtype!=None", .dynamic, nulls: .propagate, "Each number rounded down."),
        Entry(.floorDivide, "x1, x2, /, out!=None, *, where!=True, casting!=None, order!=None, dtype!=None", .dynamic, nulls: .propagate, "Quotients rounded down."),
        Entry(.fmax, "x1, x2, /, out!=None, *, where!=True, casting!=None, order!=None, dtype!=None", .dynamic, nulls: .propagate, "The larger of each pair, NaN left out."),
        Entry(.fmin, "x1, x2, /, out!=None, *, where!=True, casting!=None, order!=None, dtype!=None", .dynamic, nulls: .propagate, "The smaller of each pair, NaN left out."),
        Entry(.fmod, "x1, x2, /, out!=None, *, where!=True, casting!=None, order!=None, dtype!=None", .dynamic, nulls: .propagate, "Remainders with the sign of the first side."),
        Entry(.full, "shape, fill_value, dtype=None, order!='C', *, device!=None, like!=None", .array, "An array of one value."),
        Entry(.fullLike, "a, fill_value, dtype=None, order!='K', subok!=True, shape!=None, *, device!=None", .array, "An array of one value in the shape of another."),
        Entry(.greater, "x1, x2, /, out!=None, *, where!=True, casting!=None, order!=None, dtype!=None", .dynamic, nulls: .propagate, "Whether the first side is greater."),
        Entry(.greaterEqual, "x1, x2, /, out!=None, *, where!=True, casting!=None, order!=None, dtype!=None", .dynamic, nulls: .propagate, "Whether the first side is greater or equal."),
        Entry(.hstack, "tup, *, dtype!=None, casting!=None", .array, nulls: .count, "Arrays one after the other."),
        Entry(.hypot, "x1, x2, /, out!=None, *, where!=True, casting!=None, order!=None, dtype!=None", .dynamic, nulls: .propagate, "Lengths of the hypotenuse."),
        Entry(.intersect1d, "ar1, ar2, assume_unique=False, return_indices!=False", .array, nulls: .count, "Values in both."),
        Entry(.isclose, "a, b, rtol=1e-05, atol=1e-08, equal_nan=False", .dynamic, nulls: .count, "Whether numbers are close."),
        Entry(.isfinite, "x, /, out!=None, *, where!=True, casting!=None, order!=None, dtype!=None", .dynamic, nulls: .propagate, "Whether each number is neither infinite nor NaN."),
        Entry(.isin, "element, test_elements, assume_unique=False, invert=False, *, kind=None", .array, nulls: .count, "Whether each value is among others."),
        Entry(.isinf, "x, /, out!=None, *, where!=True, casting!=None, order!=None, dtype!=None", .dynamic, nulls: .propagate, "Whether each number is infinite."),
        Entry(.isnan, "x, /, out!=None, *, where!=True, casting!=None, order!=None, dtype!=None", .dynamic, nulls: .propagate, "Whether each number is NaN."),
        Entry(.less, "x1, x2, /, out!=None, *, where!=True, casting!=None, order!=None, dtype!=None", .dynamic, nulls: .propagate, "Whether the first side is less."),
        Entry(.lessEqual, "x1, x2, /, out!=None, *, where!=True, casting!=None, order!=None, dtype!=None", .dynamic, nulls: .propagate, "Whether the first side is less or equal."),
        Entry(.linspace, "start, stop, num=50, endpoint=True, retstep!=False, dtype!=None, axis!=0, *, device!=None", .array, "Numbers at equal distances between two."),
        Entry(.log, "x, /, out!=None, *, where!=True, casting!=None, order!=None, dtype!=None", .dynamic, nulls: .propagate, "The natural logarithm of each number."),
        Entry(.log10, "x, /, out!=None, *, where!=True, casting!=None, order!=None, dtype!=None", .dynamic, nulls: .propagate, "The decimal logarithm of each number."),
        Entry(.log1p, "x, /, out!=None, *, where!=True, casting!=None, order!=None, dtype!=None", .dynamic, nulls: .propagate, "The natural logarithm of each number and 1."),
        Entry(.log2, "x, /, out!=None, *, where!=True, casting!=None, order!=None, dtype!=None", .dynamic, nulls: .propagate, "The binary logarithm of each number."),
        Entry(.logicalAnd, "x1, x2, /, out!=None, *, where!=True, casting!=None, order!=None, dtype!=None", .dynamic, nulls: .propagate, "Whether both sides are true."),
        Entry(.logicalNot, "x, /, out!=None, *, where!=True, casting!=None, order!=None, dtype!=None", .dynamic, nulls: .propagate, "Whether each value is false."),
        Entry(.logicalOr, "x1, x2, /, out!=None, *, where!=True, casting!=None, order!=None, dtype!=None", .dynamic, nulls: .propagate, "Whether either side is true."),
        Entry(.logicalXor, "x1, x2, /, out!=None, *, where!=True, casting!=None, order!=None, dtype!=None", .dynamic, nulls: .propagate, "Whether one side is true."),
        Entry(.max, "a, axis=None, out!=None, keepdims!=False, initial!, where!", .dynamic, nulls: .skip, "The largest."),
        Entry(.maximum, "x1, x2, /, out!=None, *, where!=True, casting!=None, order!=None, dtype!=None", .dynamic, nulls: .propagate, "The larger of each pair."),
        Entry(.mean, "a, axis=None, dtype!=None, out!=None, keepdims!=False, *, where!", .dynamic, nulls: .skip, "The mean."),
        Entry(.median, "a, axis=None, out!=None, overwrite_input=False, keepdims!=False", .dynamic, nulls: .skip, "The median."),
        Entry(.min, "a, axis=None, out!=None, keepdims!=False, initial!, where!", .dynamic, nulls: .skip, "The smallest."),
        Entry(.minimum, "x1, x2, /, out!=None, *, where!=True, casting!=None, order!=None, dtype!=None", .dynamic, nulls: .propagate, "The smaller of each pair."),
        Entry(.mod, "x1, x2, /, out!=None, *, where!=True, casting!=None, order!=None, dtype!=None", .dynamic, nulls: .propagate, "Remainders with the sign of the second side."),
        Entry(.multiply, "x1, x2, /, out!=None, *, where!=True, casting!=None, order!=None, dtype!=None", .dynamic, nulls: .propagate, "Products."),
        Entry(.nanToNum, "x, copy=True, nan=0.0, posinf=None, neginf=None", .dynamic, nulls: .none, "Numbers for NaN and infinities."),
        Entry(.nanargmax, "a, axis=None, out!=None, *, keepdims!=False", .int, nulls: .skip, "The position of the largest, NaN left out."),
        Entry(.nanargmin, "a, axis=None, out!=None, *, keepdims!=False", .int, nulls: .skip, "The position of the smallest, NaN left out."),
        Entry(.nanmax, "a, axis=None, out!=None, keepdims!=False, initial!, where!", .dynamic, nulls: .skip, "The largest, NaN left out."),
        Entry(.nanmean, "a, axis=None, dtype!=None, out!=None, keepdims!=False, *, where!", .dynamic, nulls: .skip, "The mean, NaN left out."),
        Entry(.nanmedian, "a, axis=None, out!=None, overwrite_input=False, keepdims!=False", .dynamic, nulls: .skip, "The median, NaN left out."),
        Entry(.nanmin, "a, axis=None, out!=None, keepdims!=False, initial!, where!", .dynamic, nulls: .skip, "The smallest, NaN left out."),
        Entry(.nanpercentile, "a, q, axis=None, out!=None, overwrite_input=False, method='linear', keepdims!=False, *, weights!=None", .dynamic, nulls: .skip, "Percentiles, NaN left out."),
        Entry(.nanprod, "a, axis=None, dtype!=None, out!=None, keepdims!=False, initial!, where!", .dynamic, nulls: .skip, "The product, NaN left out."),
        Entry(.nanquantile, "a, q, axis=None, out!=None, overwrite_input=False, method='linear', keepdims!=False, *, weights!=None", .dynamic, nulls: .skip, "Quantiles, NaN left out."),
        Entry(.nanstd, "a, axis=None, dtype!=None, out!=None, ddof=0, keepdims!=False, *, where!, mean!, correction!", .dynamic, nulls: .skip, "The standard deviation, NaN left out."),
        Entry(.nansum, "a, axis=None, dtype!=None, out!=None, keepdims!=False, initial!, where!", .dynamic, nulls: .skip, "The sum, NaN left out."),
        Entry(.nanvar, "a, axis=None, dtype!=None, out!=None, ddof=0, keepdims!=False, *, where!, mean!, correction!", .dynamic, nulls: .skip, "The variance, NaN left out."),
        Entry(.ndim, "a", .int, nulls: .none, "How many dimensions."),
        Entry(.negative, "x, /, out!=None, *, where!=True, casting!=None, order!=None, dtype!=None", .dynamic, nulls: .propagate, "Each number with its sign changed."),
        Entry(.nonzero, "a", .tuple, nulls: .count, "The positions of values that are not zero."),
        Entry(.notEqual, "x1, x2, /, out!=None, *, where!=True, casting!=None, order!=None, dtype!=None", .dynamic, nulls: .propagate, "Whether both sides differ."),
        Entry(.ones, "shape, dtype=None, order!='C', *, device!=None, like!=None", .array, "An array of ones."),
        Entry(.onesLike, "a, dtype=None, order!='K', subok!=True, shape!=None, *, device!=None", .array, "An array of ones in the shape of another."),
        Entry(.percentile, "a, q, axis=None, out!=None, overwrite_input=False, method='linear', keepdims!=False, *, weights!=None", .dynamic, nulls: .skip, "Percentiles."),
        Entry(.positive, "x, /, out!=None, *, where!=True, casting!=None, order!=None, dtype!=None", .dynamic, nulls: .propagate, "Each number."),
        Entry(.power, "x1, x2, /, out!=None, *, where!=True, casting!=None, order!=None, dtype!=None", .dynamic, nulls: .propagate, "Powers."),
        Entry(.prod, "a, axis=None, dtype!=None, out!=None, keepdims!=False, initial!, where!", .dynamic, nulls: .skip, "The product."),
        Entry(.ptp, "a, axis!=None, out!=None, keepdims!", .dynamic, nulls: .propagate, "The largest less the smallest."),
        Entry(.quantile, "a, q, axis=None, out!=None, overwrite_input=False, method='linear', keepdims!=False, *, weights!=None", .dynamic, nulls: .skip, "Quantiles."),
        Entry(.radians, "x, /, out!=None, *, where!=True, casting!=None, order!=None, dtype!=None", .dynamic, nulls: .propagate, "Degrees as radians."),
        Entry(.ravel, "a, order!='C'", .array, nulls: .count, "All values in one row."),
        Entry(.reciprocal, "x, /, out!=None, *, where!=True, casting!=None, order!=None, dtype!=None", .dynamic, nulls: .propagate, "1 divided by each number."),
        Entry(.remainder, "x1, x2, /, out!=None, *, where!=True, casting!=None, order!=None, dtype!=None", .dynamic, nulls: .propagate, "Remainders with the sign of the second side."),
        Entry(.repeat, "a, repeats, axis!=None", .dynamic, nulls: .count, "Each value several times."),
        Entry(.rint, "x, /, out!=None, *, where!=True, casting!=None, order!=None, dtype!=None", .dynamic, nulls: .propagate, "Each number rounded half to even."),
        Entry(.round, "a, decimals=0, out!=None", .dynamic, nulls: .propagate, "Each number rounded half to even."),
        Entry(.searchsorted, "a, v, side='left', sorter!=None", .dynamic, nulls: .none, "Where values belong in a sorted array."),
        Entry(.select, "condlist, choicelist, default=0", .array, nulls: .propagate, "The choice of the first condition that holds."),
        Entry(.setdiff1d, "ar1, ar2, assume_unique=False", .array, nulls: .count, "Values in the first and not in the second."),
        Entry(.setxor1d, "ar1, ar2, assume_unique=False", .array, nulls: .count, "Values in one and not in the other."),
        Entry(.shape, "a", .tuple, nulls: .count, "How many rows, or rows and columns."),
        Entry(.sign, "x, /, out!=None, *, where!=True, casting!=None, order!=None, dtype!=None", .dynamic, nulls: .propagate, "-1, 0 or 1 by the sign of each number."),
        Entry(.sin, "x, /, out!=None, *, where!=True, casting!=None, order!=None, dtype!=None", .dynamic, nulls: .propagate, "The sine of each number."),
        Entry(.size, "a, axis!=None", .int, nulls: .count, "How many values."),
        Entry(.sort, "a, axis=-1, kind=None, order!=None, *, stable=None", .array, nulls: .count, "The values in ascending order."),
        Entry(.sqrt, "x, /, out!=None, *, where!=True, casting!=None, order!=None, dtype!=None", .dynamic, nulls: .propagate, "The square root of each number."),
        Entry(.square, "x, /, out!=None, *, where!=True, casting!=None, order!=None, dtype!=None", .dynamic, nulls: .propagate, "The square of each number."),
        Entry(.std, "a, axis=None, dtype!=None, out!=None, ddof=0, keepdims!=False, *, where!, mean!, correction!", .dynamic, nulls: .skip, "The standard deviation."),
        Entry(.subtract, "x1, x2, /, out!=None, *, where!=True, casting!=None, order!=None, dtype!=None", .dynamic, nulls: .propagate, "Differences."),
        Entry(.sum, "a, axis=None, dtype!=None, out!=None, keepdims!=False, initial!, where!", .dynamic, nulls: .skip, "The sum."),
        Entry(.tan, "x, /, out!=None, *, where!=True, casting!=None, order!=None, dtype!=None", .dynamic, nulls: .propagate, "The tangent of each number."),
        Entry(.tanh, "x, /, out!=None, *, where!=True, casting!=None, order!=None, dtype!=None", .dynamic, nulls: .propagate, "The hyperbolic tangent of each number."),
        Entry(.tile, "A, reps", .array, nulls: .count, "An array several times over."),
        Entry(.trueDivide, "x1, x2, /, out!=None, *, where!=True, casting!=None, order!=None, dtype!=None", .dynamic, nulls: .propagate, "Quotients."),
        Entry(.trunc, "x, /, out!=None, *, where!=True, casting!=None, order!=None, dtype!=None", .dynamic, nulls: .propagate, "Each number without its fraction."),
        Entry(.union1d, "ar1, ar2", .array, nulls: .count, "Values in either."),
        Entry(.unique, "ar, return_index=False, return_inverse=False, return_counts=False, axis!=None, *, equal_nan=True, sorted=True", .dynamic, nulls: .count, "The different values in ascending order."),
        Entry(.var, "a, axis=None, dtype!=None, out!=None, ddof=0, keepdims!=False, *, where!, mean!, correction!", .dynamic, nulls: .skip, "The variance."),
        Entry(.where, "condition, x=None, y=None, /", .dynamic, nulls: .propagate, "One value or the other by a condition, or the positions where it holds."),
        Entry(.zeros, "shape, dtype=None, order!='C', *, device!=None, like!=None", .array, "An array of zeros."),
        Entry(.zerosLike, "a, dtype=None, order!='K', subok!=True, shape!=None, *, device!=None", .array, "An array of zeros in the shape of another."),
    ]

    public static let outside: [String] = [
        "ScalarType", "acos", "acosh", "angle", "apply_along_axis", "apply_over_axes", "arccosh", "arcsinh", "arctanh",
        "argpartition", "argwhere", "array2string", "array_equiv", "array_repr", "array_split", "array_str", "asanyarray",
        "asarray_chkfinite", "ascontiguousarray", "asfortranarray", "asin", "asinh", "asmatrix", "astype", "atan", "atan2",
        "atanh", "atleast_1d", "atleast_2d", "atleast_3d", "bartlett", "base_repr", "binary_repr", "bincount", "bitwise_count",
        "bitwise_invert", "bitwise_left_shift", "bitwise_not", "bitwise_right_shift", "blackman", "block", "bmat", "broadcast",
        "broadcast_arrays", "broadcast_shapes", "broadcast_to", "busday_count", "busday_offset", "busdaycalendar", "byte",
        "bytes_", "c_", "can_cast", "cdouble", "char", "character", "choose", "clongdouble", "column_stack", "common_type",
        "complex128", "complex256", "complex64", "complexfloating", "compress", "conj", "conjugate", "convolve", "copy",
        "copysign", "copyto", "core", "correlate", "cosh", "cross", "csingle", "ctypeslib", "cumulative_prod", "cumulative_sum",
        "datetime64", "datetime_as_string", "datetime_data", "deg2rad", "delete", "diag", "diag_indices", "diag_indices_from",
        "diagflat", "diagonal", "divmod", "dsplit", "dstack", "dtype", "dtypes", "ediff1d", "einsum", "einsum_path", "emath",
        "empty", "empty_like", "errstate", "exceptions", "expand_dims", "extract", "eye", "f2py", "fft", "fill_diagonal", "finfo",
        "fix", "flatiter", "flexible", "fliplr", "flipud", "float128", "float16", "float32", "format_float_positional",
        "format_float_scientific", "frexp", "from_dlpack", "frombuffer", "fromfile", "fromfunction", "fromiter", "frompyfunc",
        "fromregex", "fromstring", "gcd", "generic", "genfromtxt", "geomspace", "get_include", "get_printoptions", "getbufsize",
        "geterr", "geterrcall", "gradient", "half", "hamming", "hanning", "heaviside", "histogram", "histogram2d",
        "histogram_bin_edges", "histogramdd", "hsplit", "i0", "identity", "iinfo", "imag", "index_exp", "indices", "inexact",
        "info", "inner", "insert", "int16", "int32", "int8", "intc", "interp", "invert", "is_busday", "iscomplex", "iscomplexobj",
        "isdtype", "isfortran", "isnat", "isneginf", "isposinf", "isreal", "isrealobj", "isscalar", "issubdtype", "iterable",
        "ix_", "kaiser", "kron", "lcm", "ldexp", "left_shift", "lexsort", "lib", "linalg", "little_endian", "load", "loadtxt",
        "logaddexp", "logaddexp2", "logspace", "longdouble", "ma", "mask_indices", "matmul", "matrix", "matrix_transpose",
        "matvec", "may_share_memory", "memmap", "meshgrid", "mgrid", "min_scalar_type", "mintypecode", "modf", "moveaxis",
        "nancumprod", "nancumsum", "ndenumerate", "ndindex", "nditer", "nested_iters", "nextafter", "object_", "ogrid", "outer",
        "packbits", "pad", "partition", "permute_dims", "piecewise", "place", "poly", "poly1d", "polyadd", "polyder", "polydiv",
        "polyfit", "polyint", "polymul", "polynomial", "polysub", "polyval", "pow", "printoptions", "promote_types", "put",
        "put_along_axis", "putmask", "r_", "rad2deg", "random", "ravel_multi_index", "real", "real_if_close", "rec", "recarray",
        "record", "require", "reshape", "resize", "result_type", "right_shift", "roll", "rollaxis", "roots", "rot90", "row_stack",
        "s_", "save", "savetxt", "savez", "savez_compressed", "sctypeDict", "set_printoptions", "setbufsize", "seterr",
        "seterrcall", "shares_memory", "short", "show_config", "show_runtime", "signbit", "sinc", "single", "sinh",
        "sort_complex", "spacing", "split", "squeeze", "stack", "str_", "strings", "swapaxes", "take", "take_along_axis",
        "tensordot", "test", "testing", "timedelta64", "trace", "transpose", "trapezoid", "tri", "tril", "tril_indices",
        "tril_indices_from", "trim_zeros", "triu", "triu_indices", "triu_indices_from", "typecodes", "typename", "typing",
        "ubyte", "ufunc", "uint", "uint16", "uint32", "uint64", "uint8", "uintc", "uintp", "ulong", "ulonglong", "unique_all",
        "unique_counts", "unique_inverse", "unique_values", "unpackbits", "unravel_index", "unsignedinteger", "unstack", "unwrap",
        "ushort", "vander", "vdot", "vecdot", "vecmat", "vectorize", "void", "vsplit", "vstack",
    ]
}
