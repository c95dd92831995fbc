/// Functions of `math`, `re` and `datetime`, and what the types of `datetime` can be asked for without an instance.
public enum StandardOperation: String, OperationName {
    case sqrt, cbrt, fabs, exp, exp2, expm1, log, log2, log10, log1p, sin, cos, tan, asin, acos, atan, sinh, cosh, tanh, degrees, radians
    case pow, fmod, copysign, atan2, hypot, dist, floor, ceil, trunc
    case isnan, isinf, isfinite, isclose, gcd, lcm, isqrt, factorial, comb, perm, fsum, prod
    case is_numeric_dtype, is_string_dtype, is_object_dtype, is_bool_dtype, is_integer_dtype, is_float_dtype, is_datetime64_any_dtype
    case search, match, fullmatch, findall, finditer, sub, split, compile, escape
    case datetime, date, time, timedelta
    case strptime, fromisoformat, fromordinal, combine

    public static let receiver = Receiver.standard
    public var operation: Operation { .standard(self) }

    /// The module that has the function, or the type.
    public var module: String {
        switch self {
        case .sqrt, .cbrt, .fabs, .exp, .exp2, .expm1, .log, .log2, .log10, .log1p, .sin, .cos, .tan, .asin, .acos, .atan, .sinh, .cosh, .tanh,
            .degrees, .radians, .pow, .fmod, .copysign, .atan2, .hypot, .dist, .floor, .ceil, .trunc, .isnan, .isinf, .isfinite, .isclose,
            .gcd, .lcm, .isqrt, .factorial, .comb, .perm, .fsum, .prod:
            "math"
        case .is_numeric_dtype, .is_string_dtype, .is_object_dtype, .is_bool_dtype, .is_integer_dtype, .is_float_dtype, .is_datetime64_any_dtype:
            "types"
        case .search, .match, .fullmatch, .findall, .finditer, .sub, .split, .compile, .escape: "re"
        case .datetime, .date, .time, .timedelta: "datetime"
        case .strptime, .fromisoformat, .fromordinal, .combine: "datetime.datetime"
        }
    }

    public static let entries: [Entry<Self>] = math + types + regex + datetimes

    private static let math: [Entry<Self>] = [
        Entry(.sqrt, "x, /", .float, "The square root."),
        Entry(.cbrt, "x, /", .float, "The cube root."),
        Entry(.fabs, "x, /", .float, "The distance from 0."),
        Entry(.exp, "x, /", .float, "e to the power of the number."),
        Entry(.exp2, "x, /", .float, "2 to the power of the number."),
        Entry(.expm1, "x, /", .float, "e to the power of the number, less 1."),
        Entry(.log, "x, base=2.718281828459045, /", .float, "The logarithm, natural unless a base is given."),
        Entry(.log2, "x, /", .float, "The logarithm to base 2."),
        Entry(.log10, "x, /", .float, "The logarithm to base 10."),
        Entry(.log1p, "x, /", .float, "The natural logarithm of the number and 1."),
        Entry(.sin, "x, /", .float, "The sine of radians."),
        Entry(.cos, "x, /", .float, "The cosine of radians."),
        Entry(.tan, "x, /", .float, "The tangent of radians."),
        Entry(.asin, "x, /", .float, "The angle of a sine."),
        Entry(.acos, "x, /", .float, "The angle of a cosine."),
        Entry(.atan, "x, /", .float, "The angle of a tangent."),
        Entry(.sinh, "x, /", .float, "The hyperbolic sine."),
        Entry(.cosh, "x, /", .float, "The hyperbolic cosine."),
        Entry(.tanh, "x, /", .float, "The hyperbolic tangent."),
        Entry(.degrees, "x, /", .float, "Radians as degrees."),
        Entry(.radians, "x, /", .float, "Degrees as radians."),
        Entry(.pow, "x, y, /", .float, "A power of floats."),
        Entry(.fmod, "x, y, /", .float, "C's remainder, with the sign of the first number."),
        Entry(.copysign, "x, y, /", .float, "The first number's size with the second's sign."),
        Entry(.atan2, "y, x, /", .float, "The angle of a point."),
        Entry(.hypot, "*coordinates", .float, "The length of a vector."),
        Entry(.dist, "p, q, /", .float, "The distance between two points."),
        Entry(.floor, "x, /", .int, "The nearest integer below."),
        Entry(.ceil, "x, /", .int, "The nearest integer above."),
        Entry(.trunc, "x, /", .int, "The number without its fraction."),
        Entry(.isnan, "x, /", .bool, nulls: .count, "Whether the number is NaN."),
        Entry(.isinf, "x, /", .bool, "Whether the number is infinite."),
        Entry(.isfinite, "x, /", .bool, "Whether the number is neither infinite nor NaN."),
        Entry(.isclose, "a, b, *, rel_tol=1e-09, abs_tol=0.0", .bool, "Whether two numbers are nearly equal."),
        Entry(.gcd, "*integers", .int, "The greatest common divisor."),
        Entry(.lcm, "*integers", .int, "The least common multiple."),
        Entry(.isqrt, "n, /", .int, "The square root without its fraction."),
        Entry(.factorial, "n, /", .int, "The product of 1 to n."),
        Entry(.comb, "n, k, /", .int, "How many ways there are to choose k of n."),
        Entry(.perm, "n, k=None, /", .int, "How many ways there are to order k of n."),
        Entry(.fsum, "seq, /", .float, "The sum, without loss between the steps."),
        Entry(.prod, "iterable, /, *, start=1", .dynamic, "The product."),
    ]

    private static let types: [Entry<Self>] = [
        Entry(.is_numeric_dtype, "arr_or_dtype", .bool, "Whether the type is one of numbers or bools."),
        Entry(.is_string_dtype, "arr_or_dtype", .bool, "Whether the cells are all text."),
        Entry(.is_object_dtype, "arr_or_dtype", .bool, "Whether the type is object."),
        Entry(.is_bool_dtype, "arr_or_dtype", .bool, "Whether the type is bool."),
        Entry(.is_integer_dtype, "arr_or_dtype", .bool, "Whether the type is one of integers."),
        Entry(.is_float_dtype, "arr_or_dtype", .bool, "Whether the type is one of floats."),
        Entry(.is_datetime64_any_dtype, "arr_or_dtype", .bool, "Whether the type is one of points in time."),
    ]

    private static let regex: [Entry<Self>] = [
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

    private static let datetimes: [Entry<Self>] = [
        Entry(.datetime, "year, month, day, hour=0, minute=0, second=0, microsecond=0, tzinfo!=None, *, fold!=0", .timestamp, "A point in time, as a Timestamp."),
        Entry(.date, "year, month, day", .dynamic, "A day."),
        Entry(.time, "hour=0, minute=0, second=0, microsecond=0, tzinfo!=None, *, fold!=0", .dynamic, "A time of day."),
        Entry(.timedelta, "days=0, seconds=0, microseconds=0, milliseconds=0, minutes=0, hours=0, weeks=0", .timedelta, "A span of time, as a Timedelta."),
        Entry(.strptime, "date_string, format, /", .timestamp, "The point in time that a text names by a format."),
        Entry(.fromisoformat, "date_string, /", .dynamic, "The point in time, day or time of day that ISO 8601 text names."),
        Entry(.fromordinal, "ordinal, /", .dynamic, "The day of a number, 1 for 1 January of the year 1."),
        Entry(.combine, "date, time, tzinfo!=True", .timestamp, "A day and a time of day together."),
    ]

    public static let outside: [String] = [
        "acosh", "asinh", "atanh", "erf", "erfc", "frexp", "gamma", "ldexp", "lgamma", "modf", "nextafter", "remainder", "ulp",
        "Match", "Pattern", "RegexFlag", "error", "purge", "subn", "template", "timezone", "tzinfo", "MINYEAR", "MAXYEAR", "UTC",
    ]
}

extension Operation {
    /// Whether the module of that name has the operation: `math`, `re` and `datetime` share a receiver.
    public func belongs(toModule module: String) -> Bool {
        if case .standard(let name) = self { name.module == module } else { true }
    }
}
