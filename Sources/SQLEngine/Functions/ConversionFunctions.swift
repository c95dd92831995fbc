import Diagnostics
import Kernels
import SQLite
import Values

extension ScalarFunction {
    /// Python's `int`, `float`, `str`, `round` …
    static let conversions: [ScalarFunction] = [
        ScalarFunction("python_int", 1) { arguments throws(Failure) in .integer(try integer(arguments[0])) },
        ScalarFunction("python_float", 1) { arguments throws(Failure) in try float(arguments[0]) },
        ScalarFunction("python_str", 1) { arguments throws(Failure) in .text(try text(arguments[0])) },
        ScalarFunction("abs", 1) { arguments throws(Failure) in
            switch arguments[0] {
            case .integer(let number): .integer(number < 0 ? 0 &- number : number)
            case .real(let number): .real(number.magnitude)
            case .null, .text: .null
            }
        },
        ScalarFunction("python_len", 1) { arguments throws(Failure) in
            guard let text = arguments[0].text else { throw Failure(.typeError, "object of type 'float' has no len()") }
            return .integer(text.length)
        },
        ScalarFunction("python_round", 1) { arguments throws(Failure) in .integer(try Rounding.python(arguments.number(0) ?? .nan)) },
        ScalarFunction("python_round", 2) { arguments throws(Failure) in
            .real(try Rounding.python(arguments.number(0) ?? .nan, digits: arguments[1].integer ?? 0))
        },
        ScalarFunction("numpy_round", 2) { arguments throws(Failure) in
            .real(Rounding.numpy(arguments.number(0) ?? .nan, decimals: arguments[1].integer ?? 0))
        },
        ScalarFunction("is_integer_text", 1) { arguments throws(Failure) in
            guard let text = arguments[0].text, case .int = numericCell(text) else { return .integer(0) }
            return .integer(1)
        },
        ScalarFunction("to_numeric", 1) { arguments throws(Failure) in try number(arguments[0], isCoerced: false) },
        ScalarFunction("to_numeric_coerce", 1) { arguments throws(Failure) in try number(arguments[0], isCoerced: true) },
    ]

    /// A text as the number that pandas' `to_numeric` reads, always a float: integers that a float cannot hold are refused.
    private static func number(_ datum: Datum, isCoerced: Bool) throws(Failure) -> Datum {
        guard let text = datum.text else { return datum.number.map(Datum.real) ?? .null }
        switch numericCell(text) {
        case .missing: return .null
        case .int(let whole, let number):
            guard abs(number) <= 9_007_199_254_740_992 else { throw Failure(.numberNotLowered, "\(whole) is too large an integer to lower to SQL") }
            return .real(number)
        case .float(let number): return .real(number)
        case .unsigned, .outOfRange: throw Failure(.numberNotLowered, "an integer beyond 64 bits is not lowered to SQL")
        case .notNumeric:
            guard !isCoerced else { return .null }
            throw Failure(.valueError, "Unable to parse string \"\(text.string.prefix(60))\"")
        }
    }

    private static func integer(_ datum: Datum) throws(Failure) -> Int {
        switch datum {
        case .integer(let number): return number
        case .real(let number): return try truncated(number)
        case .null: throw Failure(.valueError, "cannot convert float NaN to integer")
        case .text(let text): return try integer(text)
        }
    }

    /// Towards zero.
    private static func truncated(_ number: Double) throws(Failure) -> Int {
        if number.isInfinite { throw Failure(.overflow, "cannot convert float infinity to integer") }
        guard let whole = Int(exactly: number.rounded(.towardZero)) else { throw beyond64Bits }
        return whole
    }

    private static func integer(_ text: Text) throws(Failure) -> Int {
        switch pythonInt(text) {
        case .value(let number): return number
        case .tooLarge: throw beyond64Bits
        case .invalid: throw Failure(.valueError, "invalid literal for int() with base 10: '\(text.string.prefix(60))'")
        }
    }

    private static let beyond64Bits = Failure(.unsupportedValue, "an integer beyond 64 bits is not supported")

    private static func float(_ datum: Datum) throws(Failure) -> Datum {
        guard let text = datum.text else { return datum.number.map(Datum.real) ?? .null }
        guard let number = pythonFloat(text) else {
            throw Failure(.valueError, "could not convert string to float: '\(text.string.prefix(60))'")
        }
        return .real(number)
    }

    private static func text(_ datum: Datum) throws(Failure) -> Text {
        switch datum {
        case .null: "nan"
        case .integer(let number): try PythonText.str(.int(number))
        case .real(let number): try PythonText.str(.float(number))
        case .text(let text): text
        }
    }
}
