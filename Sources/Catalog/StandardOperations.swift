/// Functions of `math` and `re`.
public enum StandardOperation: String, OperationName {
    case sqrt, floor, ceil, trunc, fabs, exp, log, log2, log10, log1p, pow, hypot, isnan, isinf, isfinite, isclose, gcd, factorial, comb
    case fsum, prod
    case is_numeric_dtype, is_string_dtype, is_object_dtype, is_bool_dtype, is_integer_dtype, is_float_dtype, is_datetime64_any_dtype
    case search, match, fullmatch, findall, finditer, sub, split, compile, escape

    public static let receiver = Receiver.standard
    public var operation: Operation { .standard(self) }

    /// The module that has the function.
    public var module: String {
        switch self {
        case .sqrt, .floor, .ceil, .trunc, .fabs, .exp, .log, .log2, .log10, .log1p, .pow, .hypot, .isnan, .isinf, .isfinite, .isclose, .gcd,
            .factorial, .comb, .fsum, .prod:
            "math"
        case .is_numeric_dtype, .is_string_dtype, .is_object_dtype, .is_bool_dtype, .is_integer_dtype, .is_float_dtype, .is_datetime64_any_dtype:
            "types"
        case .search, .match, .fullmatch, .findall, .finditer, .sub, .split, .compile, .escape: "re"
        }
    }

    public static let entries: [Entry<Self>] = [
        Entry(.sqrt, "x, /", .float, "The square root."),
        Entry(.floor, "x, /", .int, "The nearest integer below."),
        Entry(.ceil, "x, /", .int, "The nearest integer above."),
        Entry(.trunc, "x, /", .int, "The number without its fraction."),
        Entry(.fabs, "x, /", .float, "The distance from 0."),
        Entry(.exp, "x, /", .float, "e to the power of the number."),
        Entry(.log, "x, base=2.718281828459045, /", .float, "The logarithm, natural unless a base is given."),
        Entry(.log2, "x, /", .float, "The logarithm to base 2."),
        Entry(.log10, "x, /", .float, "The logarithm to base 10."),
        Entry(.log1p, "x, /", .float, "The natural logarithm of the number and 1."),
        Entry(.pow, "x, y, /", .float, "A power of floats."),
        Entry(.hypot, "*coordinates", .float, "The length of a vector."),
        Entry(.isnan, "x, /", .bool, nulls: .count, "Whether the number is NaN."),
        Entry(.isinf, "x, /", .bool, "Whether the number is infinite."),
        Entry(.isfinite, "x, /", .bool, "Whether the number is neither infinite nor NaN."),
        Entry(.isclose, "a, b, *, rel_tol=1e-09, abs_tol=0.0", .bool, "Whether two numbers are nearly equal."),
        Entry(.gcd, "*integers", .int, "The greatest common divisor."),
        Entry(.factorial, "n, /", .int, "The product of 1 to n."),
        Entry(.comb, "n, k, /", .int, "How many ways there are to choose k of n."),
        Entry(.fsum, "seq, /", .float, "The sum, without loss between the steps."),
        Entry(.prod, "iterable, /, *, start=1", .dynamic, "The product."),
        Entry(.is_numeric_dtype, "arr_or_dtype", .bool, "Whether the type is one of numbers or bools."),
        Entry(.is_string_dtype, "arr_or_dtype", .bool, "Whether the cells are all text."),
        Entry(.is_object_dtype, "arr_or_dtype", .bool, "Whether the type is object."),
        Entry(.is_bool_dtype, "arr_or_dtype", .bool, "Whether the type is bool."),
        Entry(.is_integer_dtype, "arr_or_dtype", .bool, "Whether the type is one of integers."),
        Entry(.is_float_dtype, "arr_or_dtype", .bool, "Whether the type is one of floats."),
        Entry(.is_datetime64_any_dtype, "arr_or_dtype", .bool, "Whether the type is one of points in time."),
        Entry(.search, "pattern, string, flags=0", .dynamic, "The first match, or None."),
        Entry(.match, "pattern, string, flags=0", .dynamic, "The match at the start, or None."),
        Entry(.fullmatch, "pattern, string, flags=0", .dynamic, "The match of the whole text, or None."),
        Entry(.findall, "pattern, string, flags=0", .list, "The texts of all matches, or of their groups."),
        Entry(.finditer, "pattern, string, flags=0", .dynamic, "All matches."),
        Entry(.sub, "pattern, repl, string, count=0, flags=0", .text, "The text with its matches replaced."),
        Entry(.split, "pattern, string, maxsplit=0, flags=0", .list, "The pieces between matches."),
        Entry(.compile, "pattern, flags=0", .dynamic, "A pattern with the functions as methods."),
        Entry(.escape, "pattern", .text, "The pattern that matches the text itself."),
    ]

    public static let outside: [String] = [
        "acos", "acosh", "asin", "asinh", "atan", "atan2", "atanh", "cbrt", "copysign", "cos", "cosh", "degrees", "dist", "erf", "erfc", "exp2",
        "expm1", "fmod", "frexp", "gamma", "isqrt", "lcm", "ldexp", "lgamma", "modf", "nextafter", "perm", "purge", "radians", "remainder", "sin",
        "sinh", "subn", "tan", "tanh", "template", "timedelta", "timezone", "tzinfo", "ulp",
    ]
}

extension Operation {
    /// Whether the module of that name has the operation: `math` and `re` share a receiver.
    public func belongs(toModule module: String) -> Bool {
        if case .standard(let name) = self { name.module == module } else { true }
    }
}
