/// Positions sorted as C++'s `std::sort` sorts them in GNU's library, to which numpy turns where its own halving makes no headway:
/// runs of more than 16 are split around a median of three, and one insertion sort at the end settles the rest.
///
/// Source: Musser's introspective sort, and the order in which numpy 2 leaves equal numbers.
struct IntroSort<Cell: Comparable> {
    private let cells: [Cell]
    private var order: [Int]
    private static var small: Int { 16 }

    static func order(_ positions: ArraySlice<Int>, of cells: [Cell]) -> [Int] {
        var sort = IntroSort(cells: cells, order: Array(positions))
        sort.split()
        sort.insert()
        return sort.order
    }

    private init(cells: [Cell], order: [Int]) {
        self.cells = cells
        self.order = order
    }

    private func isLess(_ a: Int, _ b: Int) -> Bool { cells[order[a]] < cells[order[b]] }

    private mutating func split() {
        var parts = [(range: 0..<order.count, depth: 2 * (Int.bitWidth - order.count.leadingZeroBitCount))]
        while let part = parts.popLast() {
            var (upper, depth) = (part.range.upperBound, part.depth)
            while upper - part.range.lowerBound > Self.small {
                guard depth > 0 else {
                    sortStably(part.range.lowerBound..<upper)
                    break
                }
                depth -= 1
                let cut = partition(part.range.lowerBound, upper)
                parts.append((cut..<upper, depth))
                upper = cut
            }
        }
    }

    /// Bounds the work where every pivot was bad; the library's heap sort would order equal cells otherwise.
    private mutating func sortStably(_ range: Range<Int>) {
        let sorted = order[range].enumerated().sorted { a, b in
            cells[a.element] == cells[b.element] ? a.offset < b.offset : cells[a.element] < cells[b.element]
        }
        order.replaceSubrange(range, with: sorted.map(\.element))
    }

    private mutating func partition(_ low: Int, _ high: Int) -> Int {
        order.swapAt(low, median(low + 1, low + (high - low) / 2, high - 1))
        var (up, down) = (low + 1, high)
        while true {
            while isLess(up, low) { up += 1 }
            down -= 1
            while isLess(low, down) { down -= 1 }
            guard up < down else { return up }
            order.swapAt(up, down)
            up += 1
        }
    }

    private func median(_ a: Int, _ b: Int, _ c: Int) -> Int {
        if isLess(a, b) { return isLess(b, c) ? b : isLess(a, c) ? c : a }
        return isLess(a, c) ? a : isLess(b, c) ? c : b
    }

    private mutating func insert() {
        for at in order.indices.dropFirst() {
            let moved = order[at]
            // Within the first run a new least goes to the front at once.
            let isLeast = at < Self.small && cells[moved] < cells[order[0]]
            var place = at
            while place > 0, isLeast || cells[moved] < cells[order[place - 1]] {
                order[place] = order[place - 1]
                place -= 1
            }
            order[place] = moved
        }
    }
}
