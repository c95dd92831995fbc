import Catalog
import Diagnostics
import Values

/// The receiver of a function of `math` or `re`.
struct StandardModule {}

extension Call where Receiver == StandardModule {
    func perform(_ operation: StandardOperation) throws(Failure) -> Value {
        switch operation {
        case .sqrt, .fabs, .exp, .log2, .log10, .log1p: .float(try real(operation))
        case .log: .float(try logarithm())
        case .floor, .ceil, .trunc: .int(try whole(operation))
        case .pow: .float(try power())
        case .hypot: .float(try hypotenuse())
        case .isnan: .bool(try number("x").isNaN)
        case .isinf: .bool(try number("x").isInfinite)
        case .isfinite: .bool(try number("x").isFinite)
        case .isclose: .bool(try isClose())
        case .gcd: .int(try divisor())
        case .factorial: .int(try factorial())
        case .comb: .int(try combinations())
        case .fsum: .float(try sum())
        case .prod: try product()
        case .is_numeric_dtype, .is_string_dtype, .is_object_dtype, .is_bool_dtype, .is_integer_dtype, .is_float_dtype, .is_datetime64_any_dtype:
            .bool(try isOfType(operation))
        case .search, .match, .fullmatch: try regex().find(operation == .search ? .search : operation == .match ? .match : .fullmatch, text("string"))
        case .findall: try regex().all(text("string"))
        case .finditer: try regex().matches(text("string"))
        case .sub: try regex().substituted(arguments.require("repl"), text("string"), limit: arguments.int("count", default: 0))
        case .split: try regex().pieces(text("string"), limit: arguments.int("maxsplit", default: 0))
        case .compile: try compiled()
        case .escape: .text(interpreter.escaped(try text("pattern")))
        }
    }
}
