import Diagnostics
import Values

/// Two label sets brought onto one: pandas' outer join of indexes.
struct Alignment {
    let index: Index
    /// Positions on either side; -1 where a side lacks the label. nil where a side stays as it is.
    let left: [Int]?
    let right: [Int]?

    /// Whether a side had to be brought into another order.
    var isMoved: Bool { left != nil || right != nil }

    /// Whether only one side has the label at a place.
    func isOneSided(_ at: Int) -> Bool { (left?[at] ?? at) < 0 || (right?[at] ?? at) < 0 }

    init(_ a: Index, _ b: Index) {
        if a.equals(b) {
            self.init(index: a, left: nil, right: nil)
        } else {
            self.init(outer: a, b)
        }
    }

    private init(index: Index, left: [Int]?, right: [Int]?) {
        self.index = index
        self.left = left
        self.right = right
    }

    /// All labels of both sides, sorted where they can be ordered; repeated labels pair off in every way.
    private init(outer a: Index, _ b: Index) {
        var places: [HashKey: (left: [Int], right: [Int])] = [:]
        var order: [(key: HashKey, label: Value)] = []
        for (side, index) in [a, b].enumerated() {
            for at in 0..<index.count {
                let label = index[at]
                let key = HashKey(label)
                if places[key] == nil { order.append((key, label)) }
                if side == 0 { places[key, default: ([], [])].left.append(at) } else { places[key, default: ([], [])].right.append(at) }
            }
        }
        if !Alignment.isChained(a, b), let sorted = Alignment.sorted(order) { order = sorted }
        var (left, right): ([Int], [Int]) = ([], [])
        for entry in order {
            guard let place = places[entry.key] else { continue }
            for l in place.left.isEmpty ? [-1] : place.left {
                for r in place.right.isEmpty ? [-1] : place.right {
                    left.append(l)
                    right.append(r)
                }
            }
        }
        let labels = zip(left, right).map { l, r in l >= 0 ? a[l] : b[r] }
        let name: Value = HashKey(a.name) == HashKey(b.name) ? a.name : .none
        self.init(index: Index(Column(values: labels), name: name), left: left, right: right)
    }

    /// Labels that are in order on each side but have none between the sides stay side after side (pandas' `Index._union`).
    static func isChained(_ a: Index, _ b: Index) -> Bool {
        guard ascends(a), ascends(b) else { return false }
        return (try? CellOrder.positions(of: Column.stacked([a.column, b.column]), mixed: false)) == nil
    }

    private static func ascends(_ index: Index) -> Bool {
        guard let codes = try? Factors.ordered(index.column, missing: .equal, mixed: false).codes else { return false }
        return zip(codes, codes.dropFirst()).allSatisfy { $0 <= $1 }
    }

    /// Labels in order, numbers before text (pandas' `safe_sort`); nil where they have none.
    private static func sorted(_ order: [(key: HashKey, label: Value)]) -> [(key: HashKey, label: Value)]? {
        let labels = Column(values: order.map(\.label))
        return (try? CellOrder.positions(of: labels, mixed: true))?.map { order[$0] }
    }
}

extension Column {
    /// The cells at an alignment's positions, or all as they are.
    func aligned(_ positions: [Int]?) -> Column { positions.map(gatherWithGaps) ?? self }
}
