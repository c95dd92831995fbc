import Plan
import Values

/// Which rows of a receiver are in a result that kept their labels.
enum Rows {
    /// The position in `receiver` of each label of `result`; nil where labels repeat, so that a label does not tell its row.
    static func positions(of result: Index, within receiver: Index) -> [Int]? {
        if case .range = receiver.labels { return all(result) { receiver.position(of: $0) } }
        guard receiver.isUnique else { return nil }
        var places: [HashKey: Int] = [:]
        for at in 0..<receiver.count { places[HashKey(receiver[at])] = at }
        return all(result) { places[HashKey($0)] }
    }

    private static func all(_ index: Index, _ position: (Value) -> Int?) -> [Int]? {
        var found: [Int] = []
        found.reserveCapacity(index.count)
        for at in 0..<index.count {
            guard let place = position(index[at]) else { return nil }
            found.append(place)
        }
        return found
    }
}

extension Value {
    /// The row labels of a Series or a frame.
    var rowLabels: Index? {
        switch self {
        case .series(let series): series.index
        case .frame(let frame): frame.index
        default: nil
        }
    }
}

extension Tracer {
    /// The rows of a receiver that its result kept, found by their labels.
    func kept(_ trace: Trace, of receiver: Value?, in result: Value?) -> Trace? {
        guard let before = receiver?.rowLabels, let after = result?.rowLabels, let positions = Rows.positions(of: after, within: before) else { return nil }
        return trace.rows(at: positions)
    }
}
