import Catalog
import Diagnostics
import Glibc
import Kernels
import Values

/// The receiver of a function of `math`, `re` or `datetime`: the type where it belongs to one.
struct StandardModule {
    let type: PythonType?

    init(_ value: Value) {
        if case .type(let type) = value { self.type = type } else { type = nil }
    }
}

extension Call where Receiver == StandardModule {
    func perform(_ operation: StandardOperation) throws(Failure) -> Value {
        switch operation {
        case .sqrt: try real { $0.squareRoot() }
        case .cbrt: try real(Glibc.cbrt)
        case .fabs: try real(Swift.abs)
        case .exp: try real(overflows: true, Glibc.exp)
        case .exp2: try real(overflows: true, Glibc.exp2)
        case .expm1: try real(overflows: true, Glibc.expm1)
        case .log: .float(try logarithm())
        case .log2: try real(Glibc.log2)
        case .log10: try real(Glibc.log10)
        case .log1p: try real(Glibc.log1p)
        case .sin: try real(Glibc.sin)
        case .cos: try real(Glibc.cos)
        case .tan: try real(Glibc.tan)
        case .asin: try real(Glibc.asin)
        case .acos: try real(Glibc.acos)
        case .atan: try real(Glibc.atan)
        case .sinh: try real(overflows: true, Glibc.sinh)
        case .cosh: try real(overflows: true, Glibc.cosh)
        case .tanh: try real(Glibc.tanh)
        case .degrees: .float(try number("x") * (180 / .pi))
        case .radians: .float(try number("x") * (.pi / 180))
        case .pow: .float(try power())
        case .fmod: .float(try remainder())
        case .copysign: .float(try Glibc.copysign(number("x"), number("y")))
        case .atan2: .float(try Glibc.atan2(number("y"), number("x")))
        case .hypot: .float(try hypotenuse())
        case .dist: .float(try distance())
        case .floor: .int(try whole(.down))
        case .ceil: .int(try whole(.up))
        case .trunc: .int(try whole(.towardZero))
        case .isnan: .bool(try number("x").isNaN)
        case .isinf: .bool(try number("x").isInfinite)
        case .isfinite: .bool(try number("x").isFinite)
        case .isclose: .bool(try isClose())
        case .gcd: .int(try divisor())
        case .lcm: .int(try multiple())
        case .isqrt: .int(try wholeRoot())
        case .factorial: .int(try factorial())
        case .comb: .int(try combinations())
        case .perm: .int(try permutations())
        case .fsum: .float(try sum())
        case .prod: try product()
        case .is_numeric_dtype, .is_string_dtype, .is_object_dtype, .is_bool_dtype, .is_integer_dtype, .is_float_dtype, .is_datetime64_any_dtype:
            .bool(try isOfType(operation))
        case .search: try regex().find(.search, text("string"))
        case .match: try regex().find(.match, text("string"))
        case .fullmatch: try regex().find(.fullmatch, text("string"))
        case .findall: try regex().all(text("string"))
        case .finditer: try regex().matches(text("string"))
        case .sub: try regex().substituted(arguments.require("repl"), text("string"), limit: arguments.int("count", default: 0))
        case .split: try regex().pieces(text("string"), limit: arguments.int("maxsplit", default: 0))
        case .compile: try compiled()
        case .escape: .text(interpreter.escaped(try text("pattern")))
        case .datetime: try datetime()
        case .date: try date()
        case .time: .time(try clock())
        case .timedelta: try timedelta()
        case .strptime: try parsed()
        case .fromisoformat: try fromISOFormat()
        case .fromordinal: try fromOrdinal()
        case .combine: try combined()
        }
    }
}
