/// Float cells with their gaps put to a neutral number in place, so that numpy's order of additions is kept.
public struct MaskedNumbers {
    public let cells: [Double]
    public let count: Int

    public init(_ cells: [Double]) {
        self.cells = cells
        count = cells.reduce(0) { $0 + ($1.isNaN ? 0 : 1) }
    }

    public var present: [Double] { count == cells.count ? cells : cells.filter { !$0.isNaN } }

    private func filled(_ neutral: Double) -> [Double] { count == cells.count ? cells : cells.map { $0.isNaN ? neutral : $0 } }

    private func total(_ transform: (Double) -> Double) -> Double { Moments.sum(cells.map { $0.isNaN ? 0 : transform($0) }) }

    public var sum: Double { Moments.sum(filled(0)) }
    public var product: Double { filled(1).reduce(1, *) }
    public var mean: Double { count == 0 ? .nan : sum / Double(count) }

    public func variance(ddof: Int) -> Double {
        guard count > ddof else { return .nan }
        let mean = mean
        return total { (mean - $0) * (mean - $0) } / Double(count - ddof)
    }

    /// pandas takes what is within 1e-14 of zero for the error of the sums.
    private func settled(_ x: Double) -> Double { Swift.abs(x) < 1e-14 ? 0 : x }

    public var skew: Double {
        guard count >= 3 else { return .nan }
        let mean = mean, n = Double(count)
        let m2 = settled(total { ($0 - mean) * ($0 - mean) })
        let m3 = settled(total { ($0 - mean) * ($0 - mean) * ($0 - mean) })
        return m2 == 0 ? 0 : n * (n - 1).squareRoot() / (n - 2) * (m3 / PythonMath.pow(m2, 1.5))
    }

    public var kurtosis: Double {
        guard count >= 4 else { return .nan }
        let mean = mean, n = Double(count)
        let m2 = settled(total { ($0 - mean) * ($0 - mean) })
        let m4 = settled(total { ($0 - mean) * ($0 - mean) * (($0 - mean) * ($0 - mean)) })
        let adjustment = 3 * (n - 1) * (n - 1) / ((n - 2) * (n - 3))
        let numerator = settled(n * (n + 1) * (n - 1) * m4), denominator = settled((n - 2) * (n - 3) * m2 * m2)
        return denominator == 0 ? 0 : numerator / denominator - adjustment
    }
}
