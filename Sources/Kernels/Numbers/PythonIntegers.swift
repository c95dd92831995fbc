/// Python's and numpy's rules for integers of 64 bits.
public enum PythonIntegers {
    /// Floor division; overflow only for the least integer by -1.
    public static func floored(_ a: Int, _ b: Int) -> (partialValue: Int, overflow: Bool) {
        let (quotient, overflow) = a.dividedReportingOverflow(by: b)
        guard !overflow else { return (quotient, true) }
        return (quotient &* b != a && (a < 0) != (b < 0) ? quotient - 1 : quotient, false)
    }

    /// Python's modulo: the result has the divisor's sign.
    public static func modulo(nonzero a: Int, _ b: Int) -> Int {
        guard b != -1 else { return 0 }
        let rest = a % b
        return rest != 0 && (rest < 0) != (b < 0) ? rest + b : rest
    }

    /// Nil beyond 64 bits.
    public static func integerPower(_ base: Int, _ exponent: Int) -> Int? {
        if base == 0 || base == 1 { return exponent == 0 ? 1 : base }
        if base == -1 { return exponent % 2 == 0 ? 1 : -1 }
        guard exponent < 64 else { return nil }
        var result = 1
        for _ in 0..<exponent {
            let (product, overflow) = result.multipliedReportingOverflow(by: base)
            guard !overflow else { return nil }
            result = product
        }
        return result
    }

    public static func wrappingPower(_ base: Int, _ exponent: Int) -> Int {
        var (result, factor, left) = (1, base, exponent)
        while left > 0 {
            if left & 1 == 1 { result = result &* factor }
            factor = factor &* factor
            left >>= 1
        }
        return result
    }
}
