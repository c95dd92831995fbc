import Diagnostics
import Kernels
import SQLite

extension ScalarFunction {
    /// Every function that lowered SQL may call on one row.
    static let all: [ScalarFunction] = arithmetic + conversions + texts + patterns + lists

    /// Python's and numpy's operators, where SQL's own differ.
    private static let arithmetic: [ScalarFunction] = [
        numbers("numpy_add", integers: { .integer($0 &+ $1) }, floats: { .real($0 + $1) }),
        numbers("numpy_subtract", integers: { .integer($0 &- $1) }, floats: { .real($0 - $1) }),
        numbers("numpy_multiply", integers: { .integer($0 &* $1) }, floats: { .real($0 * $1) }),
        numbers("numpy_divide", integers: { .real(Double($0) / Double($1)) }, floats: { .real($0 / $1) }),
        numbers(
            "numpy_floordiv", integers: { .integer($1 == 0 ? 0 : PythonIntegers.floored($0, $1).partialValue) },
            floats: { .real(PythonMath.floorDivide($0, $1)) }),
        numbers(
            "numpy_mod", integers: { .integer($1 == 0 ? 0 : PythonIntegers.modulo(nonzero: $0, $1)) }, floats: { .real(PythonMath.modulo($0, $1)) }),
        power("numpy_power", integers: { .integer(PythonIntegers.wrappingPower($0, $1)) }, floats: { .real(PythonMath.pow($0, $1)) }),
        numbers("python_add", integers: { try exact($0.addingReportingOverflow($1)) }, floats: { .real($0 + $1) }),
        numbers("python_subtract", integers: { try exact($0.subtractingReportingOverflow($1)) }, floats: { .real($0 - $1) }),
        numbers("python_multiply", integers: { try exact($0.multipliedReportingOverflow(by: $1)) }, floats: { .real($0 * $1) }),
        numbers("python_divide", integers: { .real(Double($0) / Double(try nonzero($1))) }, floats: { .real($0 / (try nonzero($1))) }),
        numbers(
            "python_floordiv", integers: { try exact(PythonIntegers.floored($0, try nonzero($1))) },
            floats: { .real(PythonMath.floorDivide($0, try nonzero($1))) }),
        numbers(
            "python_mod", integers: { .integer(PythonIntegers.modulo(nonzero: $0, try nonzero($1))) },
            floats: { .real(PythonMath.modulo($0, try nonzero($1))) }),
        power("python_power", integers: { try power($0, $1) }, floats: { try power($0, $1) }),
    ]

    typealias Integers = @Sendable (Int, Int) throws -> Datum
    typealias Floats = @Sendable (Double, Double) throws -> Datum

    /// The same where a gap is a number like any other.
    private func treatingNullAsNaN(_ floats: @escaping Floats) -> ScalarFunction {
        let body = self.body
        return ScalarFunction(name, arity) { arguments throws(Failure) in
            guard arguments.isNull(0) || arguments.isNull(1) else { return try body(arguments) }
            do {
                return try floats(arguments.number(0) ?? .nan, arguments.number(1) ?? .nan)
            } catch let failure as Failure {
                throw failure
            } catch {
                throw Failure(.internalFault, "\(error)")
            }
        }
    }

    /// A function of two numbers; NULL, which is NaN, stays NULL.
    private static func numbers(_ name: String, integers: @escaping Integers, floats: @escaping Floats) -> ScalarFunction {
        ScalarFunction(name, 2) { arguments throws(Failure) in
            do {
                if let a = arguments[0].integer, let b = arguments[1].integer { return try integers(a, b) }
                guard let a = arguments[0].number, let b = arguments[1].number else { return .null }
                return try floats(a, b)
            } catch let failure as Failure {
                throw failure
            } catch {
                throw Failure(.internalFault, "\(error)")
            }
        }
    }

    /// A power: NaN to the power of 0 is 1, and so is 1 to the power of NaN.
    private static func power(_ name: String, integers: @escaping Integers, floats: @escaping Floats) -> ScalarFunction {
        numbers(name, integers: integers) { try floats($0, $1) }.treatingNullAsNaN(floats)
    }

    private static func nonzero(_ number: Int) throws(Failure) -> Int {
        guard number != 0 else { throw Failure(.zeroDivision, "division by zero") }
        return number
    }

    private static func nonzero(_ number: Double) throws(Failure) -> Double {
        guard number != 0 else { throw Failure(.zeroDivision, "float division by zero") }
        return number
    }

    private static func exact(_ result: (partialValue: Int, overflow: Bool)) throws(Failure) -> Datum {
        guard !result.overflow else { throw Failure(.unsupportedValue, "an integer beyond 64 bits is not supported") }
        return .integer(result.partialValue)
    }

    private static func power(_ base: Int, _ exponent: Int) throws(Failure) -> Datum {
        guard exponent >= 0, let result = PythonIntegers.integerPower(base, exponent) else {
            throw Failure(.unsupportedValue, "an integer beyond 64 bits is not supported")
        }
        return .integer(result)
    }

    private static func power(_ base: Double, _ exponent: Double) throws(Failure) -> Datum {
        if base == 0, exponent < 0 { throw Failure(.zeroDivision, "0.0 cannot be raised to a negative power") }
        if base < 0, base.isFinite, exponent.isFinite, exponent != exponent.rounded() {
            throw Failure(.unsupportedValue, "a complex number is not supported")
        }
        let result = PythonMath.pow(base, exponent)
        if result.isInfinite, base.isFinite, exponent.isFinite { throw Failure(.overflow, "numerical result out of range") }
        return .real(result)
    }
}
