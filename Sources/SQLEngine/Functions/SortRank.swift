import Diagnostics
import Kernels
import SQLite
import Values

/// Where each row of a window goes when pandas sorts by a key: numpy's own order of equal cells, gaps at the end.
///
/// SQLite adds all rows of the window and then asks for one value a row, in the rows' order.
final class SortRank: Accumulator {
    private var keys: [Datum] = []
    private var isDescending = false
    private var ranks: [Int]?
    private var next = 0
    /// Numbers go through numpy's sorting network, everything else through its quicksort.
    private let isNetwork: Bool

    init(isNetwork: Bool) { self.isNetwork = isNetwork }

    func add(_ arguments: FunctionArguments) throws(Failure) {
        keys.append(arguments[0])
        isDescending = arguments[1].integer == 1
    }

    func value() throws(Failure) -> Datum {
        let ranks = ranks ?? ranked()
        self.ranks = ranks
        guard next < ranks.count else { return .null }
        next += 1
        return .integer(ranks[next - 1])
    }

    private func ranked() -> [Int] {
        let gaps = keys.indices.filter { keys[$0].isNull }
        var rows = keys.indices.filter { !keys[$0].isNull }
        if isDescending { rows.reverse() }
        var order = sorted(rows.map { keys[$0] }).map { rows[$0] }
        if isDescending { order.reverse() }
        var ranks = Array(repeating: 0, count: keys.count)
        for (rank, row) in (order + gaps).enumerated() { ranks[row] = rank }
        return ranks
    }

    private func sorted(_ cells: [Datum]) -> [Int] {
        switch cells.first {
        case .integer? where !isNetwork: QuickSort.order(cells.map { $0.integer ?? 0 }, by: <)
        case .integer?: SortingNetwork.order(cells.map { $0.integer ?? 0 })
        case .real?: SortingNetwork.order(cells.map { $0.number ?? 0 })
        case .text?: QuickSort.order(cells.map { $0.text ?? .empty }, by: <)
        case .null?, nil: []
        }
    }
}
