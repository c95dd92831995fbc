import Glibc
import Kernels
import Values

/// Ranges of numbers side by side: what `pd.cut` sorts numbers into.
struct Bins {
    let edges: [Double]
    /// The edges are integers.
    let isWhole: Bool
    /// A bin's right edge belongs to it; otherwise the left one does.
    let right: Bool
    /// The lowest edge belongs to the first bin.
    let lowest: Bool

    /// numpy's `linspace`.
    static func evenly(from low: Double, to high: Double, parts: Int) -> [Double] {
        let step = (high - low) / Double(parts)
        return (0..<parts).map { Double($0) * step + low } + [high]
    }

    /// The number's bin, or -1 where it is in none.
    func code(_ number: Double) -> Int {
        guard !number.isNaN, let first = edges.first else { return -1 }
        if lowest, number == first { return edges.count > 1 ? 0 : -1 }
        let place = position(of: number)
        return place == 0 || place == edges.count ? -1 : place - 1
    }

    /// How many edges stand before the number (numpy's `searchsorted`).
    private func position(of number: Double) -> Int {
        var low = 0, high = edges.count
        while low < high {
            let middle = (low + high) / 2
            if right ? edges[middle] < number : edges[middle] <= number { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// The bins as ranges, their edges rounded to the fewest decimals that keep them apart (`_format_labels`).
    func intervals(precision: Int) -> [IntervalValue] {
        let decimals = (precision..<Swift.max(20, precision + 1)).first { decimals in
            Set(edges.map { Bins.rounded($0, decimals) }).count == edges.count
        } ?? precision
        var ends = edges.map { isWhole ? $0 : Bins.rounded($0, decimals) }
        let isLowered = right && lowest && !ends.isEmpty
        if isLowered { ends[0] -= pow(10, Double(-decimals)) }
        return zip(ends, ends.dropFirst()).map {
            IntervalValue(left: $0, right: $1, isClosedRight: right, isWhole: isWhole && !isLowered)
        }
    }

    /// pandas' `_round_frac`: so many decimals, counted from the first digit where there is no integer part.
    private static func rounded(_ x: Double, _ precision: Int) -> Double {
        guard x.isFinite, x != 0 else { return x }
        let whole = x.rounded(.towardZero)
        guard whole == 0 else { return Rounding.numpy(x, decimals: precision) }
        return Rounding.numpy(x, decimals: -Int(log10(abs(x)).rounded(.down)) - 1 + precision)
    }
}
