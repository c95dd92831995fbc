/// The positions that sort numbers, with equal numbers in the order that numpy's `argsort` leaves them in.
///
/// numpy 2 sorts up to 256 numbers of 32 or 64 bits with a bitonic network on processors with AVX2 or AVX-512, which is nearly
/// every one: the order of equal numbers is then the network's, in short columns too. Longer columns are halved first
/// (`NetworkPartition`); text, bools and dates go through `QuickSort`.
///
/// Source: the behaviour of numpy 2 under both instruction sets; the published definition of Batcher's bitonic sorter, in the form
/// in which the second half of each merge is read backwards.
public enum SortingNetwork {
    /// The most numbers that the network sorts.
    static let capacity = 256

    public static func order(_ cells: [Int]) -> [Int] {
        sorted(cells)
    }

    /// None of the cells may be NaN.
    public static func order(_ cells: [Double]) -> [Int] {
        sorted(cells)
    }

    private static func sorted<Cell: Comparable>(_ cells: [Cell]) -> [Int] {
        guard cells.count > capacity else { return network(cells) }
        var partition = NetworkPartition(cells) { positions in
            let order = network(positions.map { cells[$0] })
            return order.map { positions[positions.startIndex + $0] }
        }
        partition.run(capacity: capacity)
        return partition.order
    }

    /// Merges sorted runs of 1, 2, 4, … cells. A network has 2ⁿ inputs; those beyond the cells would hold numbers above all
    /// others, which never move, so that they need not be there.
    private static func network<Cell: Comparable>(_ cells: [Cell]) -> [Int] {
        var order = Array(0..<cells.count)
        var width = 2
        while width / 2 < cells.count {
            mergeBackwards(&order, cells, width: width)
            var distance = width / 4
            while distance > 0 {
                mergeForwards(&order, cells, distance: distance)
                distance /= 2
            }
            width *= 2
        }
        return order
    }

    /// Compares each cell of a block's first half with its mirror image in the second.
    private static func mergeBackwards<Cell: Comparable>(_ order: inout [Int], _ cells: [Cell], width: Int) {
        for start in stride(from: 0, to: cells.count, by: width) {
            for at in 0..<width / 2 { exchange(&order, cells, start + at, start + width - 1 - at) }
        }
    }

    /// Compares each cell of a block's first half with the one at the same place in the second.
    private static func mergeForwards<Cell: Comparable>(_ order: inout [Int], _ cells: [Cell], distance: Int) {
        for start in stride(from: 0, to: cells.count, by: 2 * distance) {
            for at in start..<start + distance { exchange(&order, cells, at, at + distance) }
        }
    }

    private static func exchange<Cell: Comparable>(_ order: inout [Int], _ cells: [Cell], _ low: Int, _ high: Int) {
        if high < cells.count, cells[order[high]] < cells[order[low]] { order.swapAt(low, high) }
    }
}
