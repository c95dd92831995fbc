import Values

/// Extremes and quantiles of windows.
enum RollingOrder {
    /// The extreme cell of each window; `wins(a, b)` says that a newer cell takes an older one's place.
    static func extreme(_ cells: [Double], _ windows: [Range<Int>], _ minimum: Int, _ wins: (Double, Double) -> Bool) -> [Double] {
        // Rows whose cell no later cell of the window beats, the best first.
        var candidates: [Int] = []
        var first = 0
        var next = 0
        let counts = RollingSums.sum(cells.map { $0.isNaN ? 0 : 1 }, windows, 0)
        return windows.indices.map { row in
            let window = windows[row]
            while next < window.upperBound {
                if !cells[next].isNaN {
                    while candidates.count > first, wins(cells[next], cells[candidates[candidates.count - 1]]) { candidates.removeLast() }
                    candidates.append(next)
                }
                next += 1
            }
            while first < candidates.count, candidates[first] < window.lowerBound { first += 1 }
            guard first < candidates.count, counts[row] >= Double(minimum), !window.isEmpty else { return .nan }
            return cells[candidates[first]]
        }
    }

    /// The linear quantile of each window's cells that are not missing.
    static func quantile(_ cells: [Double], _ windows: [Range<Int>], _ minimum: Int, _ q: Double) -> [Double] {
        windows.map { window in
            let sorted = cells[window].filter { !$0.isNaN }.sorted()
            guard sorted.count >= max(minimum, 1) else { return .nan }
            let place = q * Double(sorted.count - 1)
            let below = Int(place.rounded(.down))
            guard below + 1 < sorted.count else { return sorted[sorted.count - 1] }
            if q == 0.5, sorted.count % 2 == 0 { return (sorted[below] + sorted[below + 1]) / 2 }
            return sorted[below] + (sorted[below + 1] - sorted[below]) * (place - Double(below))
        }
    }
}
