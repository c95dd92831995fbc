import Catalog
import Diagnostics
import Glibc
import Values

// The functions of Python's `math`, with its errors.
extension Call where Receiver == StandardModule {
    func number(_ name: StaticString) throws(Failure) -> Double { try real(arguments.require(name)) }

    private func real(_ value: Value) throws(Failure) -> Double {
        if let number = value.number { return number }
        throw Failure(.typeError, "must be real number, not \(value.typeName)")
    }

    private var outside: Failure { Failure(.valueError, "math domain error") }
    private var tooBig: Failure { Failure(.overflow, "math range error") }

    func real(_ operation: StandardOperation) throws(Failure) -> Double {
        let x = try number("x")
        switch operation {
        case .sqrt: return try inDomain(x.isNaN || x >= 0, x.squareRoot())
        case .log2: return try inDomain(x.isNaN || x > 0, Glibc.log2(x))
        case .log10: return try inDomain(x.isNaN || x > 0, Glibc.log10(x))
        case .log1p: return try inDomain(x.isNaN || x > -1, Glibc.log1p(x))
        case .exp: return try finite(Glibc.exp(x), of: x)
        default: return Swift.abs(x)
        }
    }

    private func inDomain(_ isInside: Bool, _ result: Double) throws(Failure) -> Double {
        guard isInside else { throw outside }
        return result
    }

    private func finite(_ result: Double, of x: Double) throws(Failure) -> Double {
        guard !result.isInfinite || x.isInfinite else { throw tooBig }
        return result
    }

    func logarithm() throws(Failure) -> Double {
        let x = try number("x")
        let natural = try inDomain(x.isNaN || x > 0, Glibc.log(x))
        guard let base = arguments["base"] else { return natural }
        let divisor = try real(base)
        guard divisor.isNaN || divisor > 0 else { throw outside }
        guard divisor != 1 else { throw Failure(.zeroDivision, "float division by zero") }
        return natural / Glibc.log(divisor)
    }

    func whole(_ operation: StandardOperation) throws(Failure) -> Int {
        let value = try arguments.require("x")
        if let integer = value.integer { return integer }
        let x = try real(value)
        guard !x.isNaN else { throw Failure(.valueError, "cannot convert float NaN to integer") }
        let rounded = operation == .floor ? x.rounded(.down) : operation == .ceil ? x.rounded(.up) : x.rounded(.towardZero)
        guard let integer = Int(exactly: rounded) else { throw Failure(.overflow, "cannot convert float \(x) to a 64-bit integer") }
        return integer
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

    func hypotenuse() throws(Failure) -> Double {
        var length = 0.0
        for part in arguments.rest("coordinates") { length = Glibc.hypot(length, try real(part)) }
        return length
    }

    func isClose() throws(Failure) -> Bool {
        let (a, b) = (try number("a"), try number("b"))
        let relative = try arguments.double("rel_tol", default: 1e-9), absolute = try arguments.double("abs_tol", default: 0)
        guard relative >= 0, absolute >= 0 else { throw Failure(.valueError, "tolerances must be non-negative") }
        if a == b { return true }
        guard a.isFinite, b.isFinite else { return false }
        let difference = Swift.abs(a - b)
        return difference <= relative * Swift.max(Swift.abs(a), Swift.abs(b)) || difference <= absolute
    }

    private func integer(_ value: Value) throws(Failure) -> Int {
        guard let number = value.integer else { throw Failure(.typeError, "'\(value.typeName)' object cannot be interpreted as an integer") }
        return number
    }

    func divisor() throws(Failure) -> Int {
        var result: UInt = 0
        for value in arguments.rest("integers") {
            var (a, b) = (result, try integer(value).magnitude)
            while b != 0 { (a, b) = (b, a % b) }
            result = a
        }
        return try fitting(Int(exactly: result))
    }

    private func fitting(_ result: Int?) throws(Failure) -> Int {
        guard let result else { throw Failure(.unsupportedValue, "integers beyond 64 bits are not supported") }
        return result
    }

    func factorial() throws(Failure) -> Int {
        let n = try integer(arguments.require("n"))
        guard n >= 0 else { throw Failure(.valueError, "factorial() not defined for negative values") }
        guard n <= 20 else { return try fitting(nil) }
        return (0..<n).reduce(1) { $0 * ($1 + 1) }
    }

    func combinations() throws(Failure) -> Int {
        let (n, k) = (try integer(arguments.require("n")), try integer(arguments.require("k")))
        guard n >= 0, k >= 0 else { throw Failure(.valueError, "n and k must be non-negative integers") }
        guard k <= n else { return 0 }
        let few = Swift.min(k, n - k)
        try interpreter.charge(cells: few)
        var result = 1
        for step in 0..<few {
            let (product, overflow) = result.multipliedReportingOverflow(by: n - step)
            result = try fitting(overflow ? nil : product) / (step + 1)
        }
        return result
    }

    /// Shewchuk's exact partial sums, as CPython keeps them.
    func sum() throws(Failure) -> Double {
        var partials: [Double] = []
        for value in try interpreter.iterate(arguments.require("seq")) {
            var x = try real(value)
            var kept: [Double] = []
            for other in partials {
                let (big, small) = Swift.abs(x) < Swift.abs(other) ? (other, x) : (x, other)
                let high = big + small
                let low = small - (high - big)
                if low != 0 { kept.append(low) }
                x = high
            }
            partials = kept + [x]
        }
        return partials.reversed().reduce(0, +)
    }

    func product() throws(Failure) -> Value {
        var result = arguments["start"] ?? .int(1)
        for value in try interpreter.iterate(arguments.require("iterable")) { result = try interpreter.binary(.multiply, result, value) }
        return result
    }
}
