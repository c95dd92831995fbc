/// The positions that sort cells, found as numpy's `argsort(kind="quicksort")` finds them: a median-of-three quicksort that leaves
/// parts of up to 16 cells to insertion, so that longer runs of equal cells come out in numpy's order and not in theirs.
///
/// Source: numpy's documentation of `numpy.sort` (introsort) and the behaviour of numpy 2.
public struct QuickSort<Cell> {
    private let cells: UnsafeBufferPointer<Cell>
    private let precedes: (Cell, Cell) -> Bool
    private var order: [Int]

    private static var smallPart: Int { 16 }

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
            while part.high - part.low > Self.smallPart, part.depth >= 0 {
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
            finish(part.low, part.high)
            guard let next = parts.popLast() else { return }
            part = next
        }
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

    /// Insertion for small parts; a part that stayed large is one that splits badly, which a stable sort ends in time.
    private mutating func finish(_ low: Int, _ high: Int) {
        guard low < high else { return }
        if high - low > Self.smallPart {
            let sorted = order[low...high].enumerated().sorted { a, b in
                precedes(cells[a.element], cells[b.element]) || !precedes(cells[b.element], cells[a.element]) && a.offset < b.offset
            }
            order.replaceSubrange(low...high, with: sorted.map(\.element))
            return
        }
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
}
