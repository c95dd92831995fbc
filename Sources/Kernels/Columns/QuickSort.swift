/// The positions that sort cells, found as numpy's `argsort(kind="quicksort")` finds them: a median-of-three quicksort that leaves
/// parts of up to 16 cells to insertion, so that longer runs of equal cells come out in numpy's order and not in theirs.
///
/// Source: numpy's documentation of `numpy.sort` (introsort) and the behaviour of numpy 2.
public struct QuickSort<Cell> {
    private let cells: UnsafeBufferPointer<Cell>
    private let precedes: (Cell, Cell) -> Bool
    private var order: [Int]

    private static var smallPart: Int { 15 }

    private init(_ cells: UnsafeBufferPointer<Cell>, _ precedes: @escaping (Cell, Cell) -> Bool) {
        self.cells = cells
        self.precedes = precedes
        order = Array(0..<cells.count)
    }

    public static func order(_ cells: [Cell], by precedes: (Cell, Cell) -> Bool) -> [Int] {
        withoutActuallyEscaping(precedes) { precedes in
            cells.withUnsafeBufferPointer { buffer in
                var sort = QuickSort(buffer, precedes)
                sort.run()
                return sort.order
            }
        }
    }

    private func isLess(_ a: Int, _ b: Int) -> Bool { precedes(cells[order[a]], cells[order[b]]) }

    private mutating func run() {
        guard order.count > 1 else { return }
        var parts: [(low: Int, high: Int, depth: Int)] = []
        var part = (low: 0, high: order.count - 1, depth: 2 * (Int.bitWidth - 1 - order.count.leadingZeroBitCount))
        while true {
            if part.depth < 0 { heapSort(part.low, part.high) } else { split(&part, &parts) }
            guard let next = parts.popLast() else { return }
            part = next
        }
    }

    /// Splits until what is left is small; the larger part of each split waits.
    private mutating func split(_ part: inout (low: Int, high: Int, depth: Int), _ parts: inout [(low: Int, high: Int, depth: Int)]) {
        while part.high - part.low > Self.smallPart {
            let middle = partition(part.low, part.high)
            part.depth -= 1
            if middle - part.low < part.high - middle {
                parts.append((middle + 1, part.high, part.depth))
                part.high = middle - 1
            } else {
                parts.append((part.low, middle - 1, part.depth))
                part.low = middle + 1
            }
        }
        insert(part.low, part.high)
    }

    /// Splits around the median of the first, middle and last cell; gives where that cell came to lie.
    private mutating func partition(_ low: Int, _ high: Int) -> Int {
        let middle = low + (high - low) / 2
        if isLess(middle, low) { order.swapAt(middle, low) }
        if isLess(high, middle) { order.swapAt(high, middle) }
        if isLess(middle, low) { order.swapAt(middle, low) }
        let pivot = cells[order[middle]]
        var up = low, down = high - 1
        order.swapAt(middle, down)
        while true {
            repeat { up += 1 } while precedes(cells[order[up]], pivot)
            repeat { down -= 1 } while precedes(pivot, cells[order[down]])
            if up >= down { break }
            order.swapAt(up, down)
        }
        order.swapAt(up, high - 1)
        return up
    }

    private mutating func insert(_ low: Int, _ high: Int) {
        guard low < high else { return }
        for at in low + 1...high {
            let moving = order[at]
            var place = at
            while place > low, precedes(cells[moving], cells[order[place - 1]]) {
                order[place] = order[place - 1]
                place -= 1
            }
            order[place] = moving
        }
    }

    /// For parts that split badly again and again.
    private mutating func heapSort(_ low: Int, _ high: Int) {
        var count = high - low + 1
        guard count > 1 else { return }
        for root in stride(from: count / 2, through: 1, by: -1) { sink(order[low + root - 1], root, low, count) }
        while count > 1 {
            let moving = order[low + count - 1]
            order[low + count - 1] = order[low]
            count -= 1
            sink(moving, 1, low, count)
        }
    }

    /// Puts a row into the heap below a place, places being counted from 1.
    private mutating func sink(_ moving: Int, _ root: Int, _ low: Int, _ count: Int) {
        var place = root, child = root * 2
        while child <= count {
            if child < count, isLess(low + child - 1, low + child) { child += 1 }
            guard precedes(cells[moving], cells[order[low + child - 1]]) else { break }
            order[low + place - 1] = order[low + child - 1]
            place = child
            child *= 2
        }
        order[low + place - 1] = moving
    }
}
