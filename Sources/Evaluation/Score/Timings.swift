/// What compiling and running the queries of an evaluation took.
public struct Timings: Sendable {
    /// Queries that took less than a bound, and not less than the bound before.
    public struct Bin: Sendable {
        public let microseconds: Int
        public let claims: Int
    }

    private var microseconds: [Int] = []

    public var count: Int { microseconds.count }
    public var seconds: Double { Double(microseconds.reduce(0, +)) / 1e6 }

    mutating func add(_ time: Int) { microseconds.append(max(0, time)) }

    /// The time that a share of the queries stays within, in microseconds; 0 of none.
    public func quantile(_ share: Double) -> Int {
        guard !microseconds.isEmpty else { return 0 }
        let rank = Int((share * Double(count)).rounded(.up))
        return microseconds.sorted()[min(max(rank, 1), count) - 1]
    }

    /// A histogram with bounds at 1, 2, 5, 10, …, from the first bin that holds a query to the last.
    public var bins: [Bin] {
        guard let longest = microseconds.max(), let shortest = microseconds.min() else { return [] }
        var bins: [Bin] = []
        var bound = 1
        var isBelow = 0
        var step = 0
        while isBelow < longest + 1 {
            if shortest < bound {
                let from = isBelow
                bins.append(Bin(microseconds: bound, claims: microseconds.count { $0 >= from && $0 < bound }))
            }
            isBelow = bound
            let (next, overflows) = step % 3 == 1 ? (bound / 2).multipliedReportingOverflow(by: 5) : bound.multipliedReportingOverflow(by: 2)
            guard !overflows else { break }
            bound = next
            step += 1
        }
        return bins
    }
}
