import Diagnostics
import Values

/// What a key means on one axis.
enum Picked {
    /// One position: the axis disappears from the result.
    case one(Int)
    /// Positions in order; `index` stands in where the labels change (a level of a MultiIndex is used up).
    case many([Int], index: Index? = nil)
    case all

    func positions(_ count: Int) -> [Int] {
        switch self {
        case .one(let at): [at]
        case .many(let rows, _): rows
        case .all: Array(0..<count)
        }
    }
}

extension Interpreter {
    /// The rows that a boolean key keeps, or nil where the key is not boolean (pandas' `is_bool_indexer`).
    ///
    /// - Throws: `valueError` where the key holds bools and gaps, or has another length; `indexingError` where a Series' labels do not cover
    ///   the index.
    func mask(_ key: Value, over index: Index) throws(Failure) -> [Bool]? {
        switch key {
        case .series(let series):
            guard let cells = try bools(series.column) else { return nil }
            return try align(cells, labelled: series.index, to: index)
        case .array(let array):
            guard array.isFlat, let cells = try bools(array.column) else { return nil }
            return try checked(cells, index)
        case .index(let labels):
            guard let cells = try bools(labels.column) else { return nil }
            return try checked(cells, index)
        case .list(let list):
            guard !list.items.isEmpty, case .bool(let cells) = Column(values: list.items) else { return nil }
            return try checked(cells, index)
        default: return nil
        }
    }

    private func bools(_ column: Column) throws(Failure) -> [Bool]? {
        switch column {
        case .bool(let cells): return cells
        case .object(let cells): return try bools(cells)
        case .int, .float, .text, .timestamp, .timedelta, .categorical: return nil
        }
    }

    private func bools(_ cells: [Value]) throws(Failure) -> [Bool]? {
        var (flags, gaps): ([Bool], Bool) = ([], false)
        for cell in cells {
            switch cell {
            case .bool(let flag), .numpyBool(let flag): flags.append(flag)
            default:
                guard cell.isMissing else { return nil }
                gaps = true
            }
        }
        guard !flags.isEmpty else { return nil }
        if gaps {
            throw Failure(
                .valueError, "cannot mask with non-boolean array containing NA / NaN values",
                helps: ["give na=False to the '.str' method, or '.fillna(False)'"])
        }
        return flags
    }

    private func checked(_ cells: [Bool], _ index: Index) throws(Failure) -> [Bool] {
        guard cells.count == index.count else {
            throw Failure(.valueError, "item wrong length \(cells.count) instead of \(index.count)")
        }
        return cells
    }

    /// A mask with labels of its own is brought into the order of the index.
    private func align(_ cells: [Bool], labelled labels: Index, to index: Index) throws(Failure) -> [Bool] {
        if labels.equals(index) { return cells }
        let unalignable = Failure(
            .indexingError, "unalignable boolean Series provided as indexer (the labels of the mask and of what it filters differ)")
        guard labels.isUnique else { throw Failure(.valueError, "cannot reindex on an axis with duplicate labels") }
        var places: [HashKey: Int] = [:]
        for at in 0..<labels.count { places[HashKey(labels[at])] = at }
        var out: [Bool] = []
        for at in 0..<index.count {
            guard let place = places[HashKey(index[at])] else { throw unalignable }
            out.append(cells[place])
        }
        return out
    }

    /// The positions where a mask is true.
    static func kept(_ mask: [Bool]) -> [Int] {
        var rows: [Int] = []
        for (at, flag) in mask.enumerated() where flag { rows.append(at) }
        return rows
    }

    /// The items of a key that lists labels or positions, or nil where the key is one label.
    func listed(_ key: Value) throws(Failure) -> [Value]? {
        switch key {
        case .list(let list): list.items
        case .series(let series): series.column.values
        case .index(let index): index.values
        case .array(let array): array.isFlat ? array.column.values : nil
        case .range: try iterate(key)
        case .set: throw Failure(.typeError, "passing a set as an indexer is not supported: use a list instead")
        case .dict: throw Failure(.typeError, "passing a dict as an indexer is not supported: use a list instead")
        case .iterator(let iterator): try iterator.take()
        case .none, .bool, .int, .float, .text, .numpyBool, .numpyInt, .numpyFloat, .timestamp, .timedelta, .date, .time, .interval, .tuple,
            .slice, .frame, .groupBy, .accessor, .function, .type, .dtype, .module:
            nil
        }
    }
}
