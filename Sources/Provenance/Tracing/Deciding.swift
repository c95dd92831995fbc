import Catalog
import Plan
import Values

extension Tracer {
    /// `max`, `idxmin` …: every item was looked at, the winner decides.
    func winner(_ asked: Asked) -> Trace {
        var all = support([asked.receiver] + asked.others)
        let before = trace(asked.receiver)
        guard asked.others.isEmpty, let result = recording[asked.node], let value = items(of: asked.receiver),
            let place = value.winner(result, of: asked.operation.name), let item = before.item(at: place)
        else { return .whole(all) }
        all.deciding = before.control.deciding.union(item.support.deciding)
        return .whole(all)
    }

    /// `any`, `all`: the items that settle it.
    func quantifier(_ asked: Asked) -> Trace {
        var all = support([asked.receiver] + asked.others)
        guard let result = recording[asked.node], case let settled? = result.flag else { return .whole(all) }
        if let items = quantified(asked.receiver, holding: asked.operation.name == "any" ? true : settled) {
            all.deciding = trace(asked.receiver).control.deciding.union(items)
        }
        return .whole(all)
    }

    /// The cells of the items of a mask that hold (or do not); where none does, those of the items that come nearest.
    func quantified(_ mask: Node, holding: Bool) -> CellSet? {
        guard let flags = items(of: mask)?.flags, trace(mask).itemCount == flags.count else { return nil }
        let picked = flags.indices.filter { flags[$0] == holding }
        if picked.isEmpty { return holding ? nearest(to: mask) : trace(mask).items }
        return trace(mask).cells(at: picked)
    }

    /// What a mask that chose rows was computed from: all of it was read, the cells of the rows that passed decide.
    func filtering(_ mask: Node) -> Support {
        let all = trace(mask).support
        guard let decided = quantified(mask, holding: true) else { return all }
        return Support(read: all.read, deciding: trace(mask).control.deciding.union(decided))
    }

    /// `x in column`: the items that are equal; where none is, the nearest.
    func membership(_ node: Node, _ needle: Node, _ container: Node) -> Trace {
        var all = support([needle, container])
        let before = trace(container)
        guard let wanted = recording[needle], let items = items(of: container)?.cells, before.itemCount == items.count
        else { return .whole(all) }
        let equal = (0..<items.count).filter { HashKey(items[$0]) == HashKey(wanted) }
        let picked = equal.isEmpty ? Near.positions(of: wanted, in: items) : equal
        all.deciding = support([needle]).deciding.union(before.control.deciding).union(before.cells(at: picked))
        return .whole(all)
    }
}

extension Value {
    /// The cells of a Series or an array, the items of a list.
    var cells: Column? {
        switch self {
        case .series(let series): series.column
        case .array(let array) where array.isFlat: array.column
        case .list(let list): .object(list.items)
        case .index(let index): index.column
        default: nil
        }
    }

    /// The cells as flags, where they are flags.
    var flags: [Bool]? {
        switch cells {
        case .bool(let flags): flags
        case .object(let items): items.reduce([Bool]()) { list, item in list.flatMap { all in item.flag.map { all + [$0] } } }
        default: nil
        }
    }

    var flag: Bool? {
        switch self {
        case .bool(let flag), .numpyBool(let flag): flag
        default: nil
        }
    }

    /// The position of the item that `max`, `idxmin`, `argmax` … named.
    fileprivate func winner(_ result: Value, of name: String) -> Int? {
        guard let cells else { return nil }
        switch name {
        case "idxmax", "idxmin": return rowLabels?.position(of: result)
        case "argmax", "argmin": return result.integer.flatMap { (0..<cells.count).contains($0) ? $0 : nil }
        case "max", "min", "amax", "amin": return (0..<cells.count).first { HashKey(cells[$0]) == HashKey(result) }
        default: return nil
        }
    }
}
