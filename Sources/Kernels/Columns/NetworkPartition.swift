/// The positions that sort more numbers than one network takes: numpy halves them around a pivot, 32 at a time, until a network takes
/// what is left.
///
/// Every step moves whole vectors of eight numbers from either end, so that equal numbers change places in a way of their own. Source:
/// the behaviour of numpy 2 with AVX-512; the block partitioning of Bramas, "A novel hybrid quicksort algorithm vectorized using
/// AVX-512".
struct NetworkPartition<Cell: Comparable> {
    private let cells: [Cell]
    private(set) var order: [Int]
    private let sortPart: (ArraySlice<Int>) -> [Int]
    private static var lanes: Int { 8 }
    private static var block: Int { 32 }

    /// - Parameter sortPart: sorts so few positions that a network takes them.
    init(_ cells: [Cell], sortPart: @escaping (ArraySlice<Int>) -> [Int]) {
        self.cells = cells
        order = Array(cells.indices)
        self.sortPart = sortPart
    }

    /// Sorts the positions; parts that halving does not get on with are left to `IntroSort`.
    mutating func run(capacity: Int) {
        var parts = [(range: 0..<order.count, rounds: 2 * (Int.bitWidth - 1 - order.count.leadingZeroBitCount))]
        while let part = parts.popLast() {
            guard part.rounds > 0 else {
                order.replaceSubrange(part.range, with: IntroSort.order(order[part.range], of: cells))
                continue
            }
            guard part.range.count > capacity else {
                order.replaceSubrange(part.range, with: sortPart(order[part.range]))
                continue
            }
            let pivot = pivot(part.range)
            let (least, most) = extremes(part.range)
            let middle = partition(part.range, pivot)
            if pivot != least { parts.append((part.range.lowerBound..<middle, part.rounds - 1)) }
            if pivot != most { parts.append((middle..<part.range.upperBound, part.rounds - 1)) }
        }
    }

    /// The fifth of eight samples.
    private func pivot(_ range: Range<Int>) -> Cell {
        let step = (range.count - 1) / Self.lanes
        return (1...Self.lanes).map { cells[order[range.lowerBound + $0 * step]] }.sorted()[Self.lanes / 2]
    }

    private func extremes(_ range: Range<Int>) -> (Cell, Cell) {
        var (least, most) = (cells[order[range.lowerBound]], cells[order[range.lowerBound]])
        for at in range {
            least = min(least, cells[order[at]])
            most = max(most, cells[order[at]])
        }
        return (least, most)
    }

    /// Puts what is below the pivot to the left; gives where the rest begins.
    private mutating func partition(_ range: Range<Int>, _ pivot: Cell) -> Int {
        var (left, right) = (range.lowerBound, range.upperBound)
        for _ in 0..<range.count % Self.block {
            if cells[order[left]] < pivot {
                left += 1
            } else {
                right -= 1
                order.swapAt(left, right)
            }
        }
        guard left < right else { return left }
        var ends = (low: left, high: right)
        let first = Array(order[left..<left + Self.block])
        let last = Array(order[right - Self.block..<right])
        left += Self.block
        right -= Self.block
        while left < right {
            let fromRight = ends.high - right < left - ends.low
            if fromRight { right -= Self.block }
            let block = Array(order[(fromRight ? right : left)..<(fromRight ? right : left) + Self.block])
            if !fromRight { left += Self.block }
            place(block, pivot, &ends)
        }
        place(first, pivot, &ends)
        place(last, pivot, &ends)
        return ends.low
    }

    /// Writes a block's positions behind what is below the pivot and before what is not, eight at a time.
    private mutating func place(_ block: [Int], _ pivot: Cell, _ ends: inout (low: Int, high: Int)) {
        for start in stride(from: 0, to: block.count, by: Self.lanes) {
            let vector = block[start..<start + Self.lanes]
            let below = vector.filter { cells[$0] < pivot }
            let rest = vector.filter { !(cells[$0] < pivot) }
            order.replaceSubrange(ends.low..<ends.low + below.count, with: below)
            order.replaceSubrange(ends.high - rest.count..<ends.high, with: rest)
            ends.low += below.count
            ends.high -= rest.count
        }
    }
}
