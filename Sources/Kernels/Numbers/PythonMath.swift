#if canImport(Glibc)
    import Glibc
#endif

/// Python's rules for floats.
public enum PythonMath {
    public static func pow(_ a: Double, _ b: Double) -> Double {
        #if canImport(Glibc)
            Glibc.pow(a, b)
        #endif
    }

    /// The result has the divisor's sign; 0 divisors give NaN, as numpy's.
    public static func modulo(_ a: Double, _ b: Double) -> Double {
        guard b != 0 else { return .nan }
        let rest = fmod(a, b)
        if rest == 0 { return Double(signOf: b, magnitudeOf: 0) }
        return (rest < 0) != (b < 0) ? rest + b : rest
    }

    /// Floor division, rounded as CPython and numpy do; a 0 divisor gives infinity or NaN, as numpy's.
    public static func floorDivide(_ a: Double, _ b: Double) -> Double {
        guard b != 0 else { return a / b }
        let rest = modulo(a, b)
        let quotient = (a - rest) / b
        if quotient == 0 { return Double(signOf: a / b, magnitudeOf: 0) }
        let floor = quotient.rounded(.down)
        return quotient - floor > 0.5 ? floor + 1 : floor
    }
}
