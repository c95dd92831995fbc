import Catalog
import Diagnostics
import Values

// The whole numbers, sums and products of Python's `math`.
extension Call where Receiver == StandardModule {
    private func integer(_ value: Value) throws(Failure) -> Int {
        guard let number = value.integer else { throw Failure(.typeError, "'\(value.typeName)' object cannot be interpreted as an integer") }
        return number
    }

    func fitting(_ result: Int?) throws(Failure) -> Int {
        guard let result else { throw Failure(.unsupportedValue, "integers beyond 64 bits are not supported") }
        return result
    }

    func divisor() throws(Failure) -> Int {
        var result: UInt = 0
        for value in arguments.rest("integers") { result = common(result, try integer(value).magnitude) }
        return try fitting(Int(exactly: result))
    }

    private func common(_ a: UInt, _ b: UInt) -> UInt {
        var (a, b) = (a, b)
        while b != 0 { (a, b) = (b, a % b) }
        return a
    }

    func multiple() throws(Failure) -> Int {
        var result: UInt = 1
        for value in arguments.rest("integers") {
            let next = try integer(value).magnitude
            if next == 0 { result = 0 }
            guard result != 0 else { continue }
            let (product, overflow) = (result / common(result, next)).multipliedReportingOverflow(by: next)
            if overflow { return try fitting(nil) }
            result = product
        }
        return try fitting(Int(exactly: result))
    }

    func wholeRoot() throws(Failure) -> Int {
        let n = try integer(arguments.require("n"))
        guard n >= 0 else { throw Failure(.valueError, "isqrt() argument must be nonnegative") }
        var root = Int(Double(n).squareRoot())
        // A double is too short for the largest integers: one step either way is enough.
        while root.multipliedReportingOverflow(by: root).overflow || root * root > n { root -= 1 }
        let (next, overflow) = (root + 1).multipliedReportingOverflow(by: root + 1)
        return !overflow && next <= n ? root + 1 : root
    }

    func factorial() throws(Failure) -> Int {
        let n = try integer(arguments.require("n"))
        guard n >= 0 else { throw Failure(.valueError, "factorial() not defined for negative values") }
        return try falling(n, n)
    }

    func permutations() throws(Failure) -> Int {
        let n = try integer(arguments.require("n"))
        guard let count = arguments.given("k") else { return try factorial() }
        let k = try integer(count)
        guard n >= 0, k >= 0 else { throw Failure(.valueError, "n and k must be non-negative integers") }
        return k > n ? 0 : try falling(n, k)
    }

    /// n (n − 1) … over k numbers; more than 20 of them do not fit.
    private func falling(_ n: Int, _ k: Int) throws(Failure) -> Int {
        guard k <= 20 else { return try fitting(nil) }
        var result = 1
        for step in 0..<k {
            let (product, overflow) = result.multipliedReportingOverflow(by: n - step)
            result = try fitting(overflow ? nil : product)
        }
        return result
    }

    func combinations() throws(Failure) -> Int {
        let (n, k) = (try integer(arguments.require("n")), try integer(arguments.require("k")))
        guard n >= 0, k >= 0 else { throw Failure(.valueError, "n and k must be non-negative integers") }
        guard k <= n else { return 0 }
        let few = Swift.min(k, n - k)
        try interpreter.charge(cells: few)
        var result: UInt = 1
        for step in 0..<few {
            // The product may need more bits than the quotient.
            let (high, low) = result.multipliedFullWidth(by: UInt(n - step))
            guard high <= UInt(step) else { return try fitting(nil) }
            result = UInt(step + 1).dividingFullWidth((high, low)).quotient
        }
        return try fitting(Int(exactly: result))
    }

    /// Shewchuk's exact partial sums, rounded once at the end, as CPython has them.
    func sum() throws(Failure) -> Double {
        var partials: [Double] = []
        var special: Double?
        var infinities = 0.0
        for value in try interpreter.iterate(arguments.require("seq")) {
            let x = try real(value)
            if x.isFinite { partials = Self.adding(x, to: partials) } else { special = (special ?? 0) + x }
            if x.isInfinite { infinities += x }
        }
        guard !infinities.isNaN else { throw Failure(.valueError, "-inf + inf in fsum") }
        if let special { return special }
        guard partials.last?.isFinite ?? true else { throw Failure(.overflow, "intermediate overflow in fsum") }
        return Self.rounded(partials)
    }

    private static func adding(_ number: Double, to partials: [Double]) -> [Double] {
        var x = number
        var kept: [Double] = []
        for other in partials {
            let (big, small) = Swift.abs(x) < Swift.abs(other) ? (other, x) : (x, other)
            let high = big + small
            let low = small - (high - big)
            if low != 0 { kept.append(low) }
            x = high
        }
        return kept + [x]
    }

    /// The partials from the largest down to the first that does not fit; a half that remains looks at the next one.
    private static func rounded(_ partials: [Double]) -> Double {
        var rest = partials
        guard var high = rest.popLast() else { return 0 }
        var low = 0.0
        while low == 0, let next = rest.popLast() {
            let sum = high + next
            low = next - (sum - high)
            high = sum
        }
        if let next = rest.last, low < 0 && next < 0 || low > 0 && next > 0 {
            let twice = low * 2
            if high + twice - high == twice { high += twice }
        }
        return high
    }

    func product() throws(Failure) -> Value {
        var result = arguments["start"] ?? .int(1)
        for value in try interpreter.iterate(arguments.require("iterable")) { result = try interpreter.binary(.multiply, result, value) }
        return result
    }
}
