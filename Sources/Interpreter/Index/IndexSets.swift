import Diagnostics
import Values

// Two sets of labels. What pandas sorts is sorted where the labels have an order, numbers before text.
extension Call where Receiver == Index {
    /// The other labels, and the name of a result: the common one. A list takes the receiver's name.
    private func operand() throws(Failure) -> (labels: Index, names: [Value]) {
        let value = try arguments.require("other")
        if case .index(let other) = value { return (other, receiver.commonNames(other)) }
        guard value.isNumpySequence || value.set != nil else {
            throw Failure(.typeError, "Input must be Index or array-like")
        }
        return (try interpreter.index(of: value), receiver.names)
    }

    /// The rows of both sides one below the other, in a type that holds them.
    private func joined(_ other: Index) -> Index {
        guard receiver.isMulti == other.isMulti, receiver.levelCount == other.levelCount else {
            return Index(.column(.object(receiver.values + other.values)), names: [.none])
        }
        return Index.stacked([receiver.withoutNames, other.withoutNames])
    }

    private func settled(_ labels: Index, sort: Bool, names: [Value]) -> Index {
        guard sort else { return labels.renamed(names) }
        return labels.inOrder.renamed(names)
    }

    /// `sort=None` sorts where that is possible, `False` never.
    private func sorts(byDefault standard: Bool) throws(Failure) -> Bool {
        guard let sort = arguments["sort"] else { return standard }
        if case .none = sort { return true }
        return try interpreter.truth(sort)
    }

    func union() throws(Failure) -> Index {
        let (other, names) = try operand()
        if other.count == 0 || receiver.equals(other) { return receiver.renamed(names) }
        if receiver.count == 0 { return other.renamed(names) }
        let all = joined(other)
        let rows = try on(all).factors()
        try interpreter.charge(cells: all.count &* 2)
        // A label stands as often as on the side that has more of it.
        let kept = rows.rows.flatMap { group in
            let left = group.prefix { $0 < receiver.count }
            return left.count * 2 >= group.count ? left : group.dropFirst(left.count)
        }
        return settled(all.gather(Array(kept)), sort: try sorts(byDefault: true) && !isBesideOrder(other, all), names: names)
    }

    /// pandas joins two sides that are each in order by merging them, and gives up where they cannot be compared.
    private func isBesideOrder(_ other: Index, _ all: Index) -> Bool {
        guard !all.isMulti, (try? CellOrder.positions(of: all.column, mixed: false)) == nil else { return false }
        return isRising(receiver) && isRising(other)
    }

    private func isRising(_ index: Index) -> Bool { on(index).isMonotonic { !on(index).precedes($1, $0) } }

    func intersection() throws(Failure) -> Index {
        let (other, names) = try operand()
        let present = try keys(of: other)
        let kept = try factors().firsts.filter { present.contains(HashKey(receiver[$0])) }
        return settled(receiver.gather(kept), sort: try sorts(byDefault: false), names: names)
    }

    func difference() throws(Failure) -> Index {
        let (other, names) = try operand()
        let present = try keys(of: other)
        let kept = try factors().firsts.filter { !present.contains(HashKey(receiver[$0])) }
        let sorts = try sorts(byDefault: true)
        return settled(receiver.gather(kept), sort: sorts && other.count > 0, names: names)
    }

    func symmetricDifference() throws(Failure) -> Index {
        let (other, common) = try operand()
        let names = arguments.given("result_name").map { [$0] } ?? common
        let (mine, theirs) = (try keys(of: receiver), try keys(of: other))
        let all = joined(other)
        let kept = try on(all).factors().firsts.filter { mine.contains(HashKey(all[$0])) != theirs.contains(HashKey(all[$0])) }
        return settled(all.gather(kept), sort: try sorts(byDefault: true), names: names)
    }

    private func keys(of index: Index) throws(Failure) -> Set<HashKey> {
        try interpreter.charge(cells: index.count)
        return Set(index.values.map(HashKey.init))
    }
}

extension Index {
    var withoutNames: Index { renamed(names.map { _ in .none }) }

    /// The labels in order where they have one; else as they are (pandas' `_maybe_try_sort`).
    var inOrder: Index {
        if isMulti {
            let codes = (0..<levelCount).compactMap { try? Factors.ordered(level($0), missing: .equal).codes }
            return codes.count == levelCount ? gather(SortKeys.order(codes, count: count)) : self
        }
        guard let order = try? CellOrder.positions(of: column, mixed: true) else { return self }
        return gather(order)
    }

    /// Each level's name where both sides have it.
    func commonNames(_ other: Index) -> [Value] {
        guard names.count == other.names.count else { return names.map { _ in .none } }
        return zip(names, other.names).map { HashKey($0) == HashKey($1) ? $0 : .none }
    }
}
