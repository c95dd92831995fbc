/// Reductions of one group's numbers.
public enum GroupMath {
    public static func mean(_ numbers: [Double]) -> Double { numbers.isEmpty ? .nan : numbers.reduce(0, +) / Double(numbers.count) }

    /// Welford's running variance, as pandas' `group_var` has it.
    public static func variance(_ numbers: [Double], ddof: Int) -> Double {
        guard numbers.count > ddof else { return .nan }
        var mean = 0.0, squares = 0.0
        for (at, number) in numbers.enumerated() {
            let before = mean
            mean += (number - before) / Double(at + 1)
            squares += (number - mean) * (number - before)
        }
        return squares / Double(numbers.count - ddof)
    }

    public static func skew(_ numbers: [Double]) -> Double {
        let n = Double(numbers.count)
        guard n >= 3 else { return .nan }
        let mean = mean(numbers)
        var second = 0.0, third = 0.0
        for number in numbers {
            let d = number - mean
            second += d * d
            third += d * d * d
        }
        if second == 0 { return 0 }
        return n * (n - 1).squareRoot() / (n - 2) * third / (second * second.squareRoot())
    }

    /// Linear interpolation between the sorted numbers, as pandas' `group_quantile` rounds it; numpy's own rule is `quantile(ofSorted:)`.
    public static func quantile(_ sorted: [Double], _ q: Double) -> Double {
        guard let last = sorted.last else { return .nan }
        let place = q * Double(sorted.count - 1)
        let below = Int(place.rounded(.down))
        guard below + 1 < sorted.count else { return last }
        if q == 0.5, sorted.count % 2 == 0 { return (sorted[below] + sorted[below + 1]) / 2 }
        return sorted[below] + (sorted[below + 1] - sorted[below]) * (place - Double(below))
    }
}

/// A sum with the error of the additions carried along (Kahan's), as pandas' `group_sum` computes it.
public struct CompensatedSum: Sendable {
    public private(set) var total = 0.0
    public private(set) var count = 0
    private var lost = 0.0

    public init() {}

    public mutating func add(_ number: Double) {
        let y = number - lost
        let t = total + y
        lost = t.isInfinite ? 0 : t - total - y
        total = t
        count += 1
    }
}
