/// numpy's float reductions, in numpy's order of additions so that the last bits agree.
public enum Moments {
    /// numpy's pairwise summation.
    public static func sum(_ x: [Double]) -> Double { x.withUnsafeBufferPointer { sum($0) } }

    private static func sum(_ x: UnsafeBufferPointer<Double>) -> Double {
        let n = x.count
        if n < 8 { return x.reduce(0, +) }
        if n > 128 {
            var half = n / 2
            half -= half % 8
            return sum(UnsafeBufferPointer(rebasing: x[..<half])) + sum(UnsafeBufferPointer(rebasing: x[half...]))
        }
        var lanes = (x[0], x[1], x[2], x[3], x[4], x[5], x[6], x[7])
        var at = 8
        while at + 8 <= n {
            lanes.0 += x[at]
            lanes.1 += x[at + 1]
            lanes.2 += x[at + 2]
            lanes.3 += x[at + 3]
            lanes.4 += x[at + 4]
            lanes.5 += x[at + 5]
            lanes.6 += x[at + 6]
            lanes.7 += x[at + 7]
            at += 8
        }
        var total = ((lanes.0 + lanes.1) + (lanes.2 + lanes.3)) + ((lanes.4 + lanes.5) + (lanes.6 + lanes.7))
        while at < n {
            total += x[at]
            at += 1
        }
        return total
    }

    /// The sum of products as a matrix product forms it: one after the other, each rounded once.
    public static func product(_ a: [Double], _ b: [Double]) -> Double { zip(a, b).reduce(0) { $0.addingProduct($1.0, $1.1) } }

    /// numpy's `cov` of two rows of one length; NaN where `ddof` leaves none.
    public static func covariance(_ x: [Double], _ y: [Double], ddof: Int) -> Double {
        guard x.count > ddof else { return .nan }
        let meanX = mean(x), meanY = mean(y)
        return product(x.map { $0 - meanX }, y.map { $0 - meanY }) * (1 / Double(x.count - ddof))
    }

    /// NaN for no numbers.
    public static func mean(_ x: [Double]) -> Double { sum(x) / Double(x.count) }

    /// The mean squared distance from the mean, over `ddof` fewer numbers than there are; NaN where none are left.
    public static func variance(_ x: [Double], ddof: Int) -> Double {
        let mean = mean(x)
        let free = x.count - ddof
        let squares = sum(x.map { ($0 - mean) * ($0 - mean) })
        return free <= 0 ? .nan : squares / Double(free)
    }
}

extension [Double] {
    /// The middle number; NaN for none, and for any NaN that is not skipped.
    public func median(skipping: Bool) -> Double {
        let kept = filter { !$0.isNaN }
        if kept.isEmpty || !skipping && kept.count < count { return .nan }
        let sorted = kept.sorted()
        let middle = sorted.count / 2
        return sorted.count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
    }

    /// A quantile of sorted numbers by numpy's linear rule; there must be a number.
    public func quantile(ofSorted q: Double) -> Double {
        let place = q * Double(count - 1)
        let below = Int(place.rounded(.down))
        guard below + 1 < count else { return self[count - 1] }
        let (a, b, t) = (self[below], self[below + 1], place - Double(below))
        return t >= 0.5 ? b - (b - a) * (1 - t) : a + (b - a) * t
    }
}
