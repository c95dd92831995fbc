import Catalog
import Diagnostics
import Glibc
import Values

// The real functions of Python's `math`, with its errors.
extension Call where Receiver == StandardModule {
    func number(_ name: StaticString) throws(Failure) -> Double { try real(arguments.require(name)) }

    func real(_ value: Value) throws(Failure) -> Double {
        if let number = value.number { return number }
        throw Failure(.typeError, "must be real number, not \(value.typeName)")
    }

    private var outside: Failure { Failure(.valueError, "math domain error") }
    private var tooBig: Failure { Failure(.overflow, "math range error") }

    /// A function of C, as `math` wraps it: a NaN that was not given and an infinity from a finite number are errors.
    func real(overflows: Bool = false, _ function: (Double) -> Double) throws(Failure) -> Value {
        let x = try number("x")
        let result = function(x)
        if result.isNaN, !x.isNaN { throw outside }
        if result.isInfinite, x.isFinite { throw overflows ? tooBig : outside }
        return .float(result)
    }

    func logarithm() throws(Failure) -> Double {
        let natural = try naturalLogarithm(number("x"))
        guard let base = arguments["base"] else { return natural }
        let divisor = try naturalLogarithm(real(base))
        guard divisor != 0 else { throw Failure(.zeroDivision, "float division by zero") }
        return natural / divisor
    }

    private func naturalLogarithm(_ x: Double) throws(Failure) -> Double {
        guard x.isNaN || x > 0 else { throw outside }
        return Glibc.log(x)
    }

    func whole(_ rule: FloatingPointRoundingRule) throws(Failure) -> Int {
        let value = try arguments.require("x")
        if let integer = value.integer { return integer }
        let x = try real(value)
        guard !x.isNaN else { throw Failure(.valueError, "cannot convert float NaN to integer") }
        guard !x.isInfinite else { throw Failure(.overflow, "cannot convert float infinity to integer") }
        return try fitting(Int(exactly: x.rounded(rule)))
    }

    func power() throws(Failure) -> Double {
        let (x, y) = (try number("x"), try number("y"))
        let result = Glibc.pow(x, y)
        if x.isFinite, y.isFinite {
            if result.isNaN || x == 0 && y < 0 { throw outside }
            if result.isInfinite { throw tooBig }
        }
        return result
    }

    func remainder() throws(Failure) -> Double {
        let (x, y) = (try number("x"), try number("y"))
        let result = Glibc.fmod(x, y)
        guard !result.isNaN || x.isNaN || y.isNaN else { throw outside }
        return result
    }

    func hypotenuse() throws(Failure) -> Double {
        var parts: [Double] = []
        for part in arguments.rest("coordinates") { parts.append(try real(part)) }
        return length(parts)
    }

    func distance() throws(Failure) -> Double {
        guard case .tuple(let p) = try arguments.require("p"), case .tuple(let q) = try arguments.require("q") else {
            throw Failure(.unsupportedValue, "math.dist of anything but tuples is not supported")
        }
        guard p.count == q.count else { throw Failure(.valueError, "both points must have the same number of dimensions") }
        var parts: [Double] = []
        for (a, b) in Swift.zip(p.items, q.items) { parts.append(try real(a) - real(b)) }
        return length(parts)
    }

    private func length(_ parts: [Double]) -> Double { parts.count == 1 ? Swift.abs(parts[0]) : parts.reduce(0, Glibc.hypot) }

    func isClose() throws(Failure) -> Bool {
        let (a, b) = (try number("a"), try number("b"))
        let relative = try arguments.double("rel_tol", default: 1e-9), absolute = try arguments.double("abs_tol", default: 0)
        guard relative >= 0, absolute >= 0 else { throw Failure(.valueError, "tolerances must be non-negative") }
        if a == b { return true }
        guard !a.isInfinite, !b.isInfinite else { return false }
        let difference = Swift.abs(a - b)
        return difference <= Swift.abs(relative * b) || difference <= Swift.abs(relative * a) || difference <= absolute
    }
}
