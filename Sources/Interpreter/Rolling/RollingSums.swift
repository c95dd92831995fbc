import Values

/// Sums and means of windows that only move forward: cells are added and taken out with the rounding error carried along, as
/// pandas' `roll_sum` and `roll_mean` do, so that the last bits agree.
struct RollingSums {
    private var sum = 0.0
    private var added = 0.0
    private var removed = 0.0
    private var present = 0
    private var negative = 0
    private var last = 0.0
    /// How many equal cells came last: a window of nothing else needs no sum.
    private var run = 0

    static func sum(_ cells: [Double], _ windows: [Range<Int>], _ minimum: Int) -> [Double] {
        var sums = RollingSums()
        return windows.indices.map { row in
            sums.move(to: windows[row], from: row > 0 ? windows[row - 1] : nil, cells)
            if sums.present == 0, minimum == 0 { return 0 }
            guard sums.present >= minimum else { return .nan }
            return sums.run >= sums.present ? sums.last * Double(sums.present) : sums.sum
        }
    }

    static func mean(_ cells: [Double], _ windows: [Range<Int>], _ minimum: Int) -> [Double] {
        var sums = RollingSums()
        return windows.indices.map { row in
            sums.move(to: windows[row], from: row > 0 ? windows[row - 1] : nil, cells)
            guard sums.present >= minimum, sums.present > 0 else { return .nan }
            if sums.run >= sums.present { return sums.last }
            let mean = sums.sum / Double(sums.present)
            return sums.negative == 0 && mean < 0 || sums.negative == sums.present && mean > 0 ? 0 : mean
        }
    }

    private mutating func move(to window: Range<Int>, from old: Range<Int>?, _ cells: [Double]) {
        guard let old, window.lowerBound < old.upperBound else {
            self = RollingSums()
            if window.lowerBound < cells.count { last = cells[window.lowerBound] }
            for row in window { add(cells[row]) }
            return
        }
        for row in old.lowerBound..<window.lowerBound { remove(cells[row]) }
        for row in old.upperBound..<max(window.upperBound, old.upperBound) { add(cells[row]) }
    }

    private mutating func add(_ cell: Double) {
        guard !cell.isNaN else { return }
        present += 1
        let y = cell - added
        let total = sum + y
        added = total - sum - y
        sum = total
        if cell.sign == .minus { negative += 1 }
        run = cell == last ? run + 1 : 1
        last = cell
    }

    private mutating func remove(_ cell: Double) {
        guard !cell.isNaN else { return }
        present -= 1
        let y = -cell - removed
        let total = sum + y
        removed = total - sum - y
        sum = total
        if cell.sign == .minus { negative -= 1 }
    }
}

/// Variances of windows that only move forward, by Welford's method with the rounding error carried along (pandas' `roll_var`).
struct RollingVariance {
    private var mean = 0.0
    private var squares = 0.0
    private var present = 0.0
    private var added = 0.0
    private var removed = 0.0
    private var last = 0.0
    private var run = 0

    static func variance(_ cells: [Double], _ windows: [Range<Int>], _ minimum: Int, ddof: Int) -> [Double] {
        var state = RollingVariance()
        return windows.indices.map { row in
            state.move(to: windows[row], from: row > 0 ? windows[row - 1] : nil, cells)
            guard state.present >= Double(max(minimum, 1)), state.present > Double(ddof) else { return .nan }
            if state.present == 1 || Double(state.run) >= state.present { return 0 }
            return state.squares / (state.present - Double(ddof))
        }
    }

    private mutating func move(to window: Range<Int>, from old: Range<Int>?, _ cells: [Double]) {
        guard let old, window.lowerBound < old.upperBound else {
            self = RollingVariance()
            if window.lowerBound < cells.count { last = cells[window.lowerBound] }
            for row in window { add(cells[row]) }
            return
        }
        for row in old.lowerBound..<window.lowerBound { remove(cells[row]) }
        for row in old.upperBound..<max(window.upperBound, old.upperBound) { add(cells[row]) }
    }

    private mutating func add(_ cell: Double) {
        guard !cell.isNaN else { return }
        present += 1
        run = cell == last ? run + 1 : 1
        last = cell
        let before = mean - added
        let y = cell - added
        let delta = y - mean
        added = delta + mean - y
        mean += delta / present
        squares += (cell - before) * (cell - mean)
    }

    private mutating func remove(_ cell: Double) {
        guard !cell.isNaN else { return }
        present -= 1
        guard present > 0 else {
            (mean, squares) = (0, 0)
            return
        }
        let before = mean - removed
        let y = cell - removed
        let delta = y - mean
        removed = delta + mean - y
        mean -= delta / present
        squares -= (cell - before) * (cell - mean)
    }
}
