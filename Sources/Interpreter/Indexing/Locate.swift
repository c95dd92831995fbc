import Diagnostics
import Values

extension Interpreter {
    /// What a key of `.loc` means on one axis: labels.
    func locate(label key: Value, on index: Index) throws(Failure) -> Picked {
        if case .slice(let slice) = key { return try rows(of: slice, labels: index) }
        if let mask = try maskOrWrongLength(key, over: index) { return .many(Interpreter.kept(mask)) }
        if let labels = try listed(key) { return .many(try positions(of: labels, in: index)) }
        return try locate(scalar: key, on: index)
    }

    /// `.loc` words a wrong length differently from `[…]`.
    private func maskOrWrongLength(_ key: Value, over index: Index) throws(Failure) -> [Bool]? {
        do {
            return try mask(key, over: index)
        } catch {
            guard error.message.hasPrefix("item wrong length") else { throw error }
            throw Failure(.indexError, "boolean index has wrong length: \(error.message)")
        }
    }

    private func rows(of slice: SliceValue, labels index: Index) throws(Failure) -> Picked {
        if case .none = slice.lower, case .none = slice.upper { return .many(try Slices.positions(slice, count: index.count)) }
        guard !isTimes(index) else { throw Failure(.unsupportedValue, "slicing dates by label is not supported") }
        return .many(try Slices.labels(slice, of: index))
    }

    private func isTimes(_ index: Index) -> Bool {
        switch index.labels {
        case .column(.timestamp), .column(.timedelta): true
        case .column, .range, .multi: false
        }
    }

    private func locate(scalar key: Value, on index: Index) throws(Failure) -> Picked {
        if case .multi = index.labels { return try locate(level: key, on: index) }
        guard key.isHashable else { throw Failure(.typeError, "unhashable type: '\(key.typeName)'") }
        if isTimes(index), case .text = key { throw Failure(.unsupportedValue, "looking up dates by text is not supported") }
        if isBool(key), !isBool(index) { throw Failure(.keyError, "\(Interpreter.brief(key)): boolean label can not be used without a boolean index") }
        let matches = index.positions(of: key)
        guard let first = matches.first else { throw Failure(.keyError, "\(Interpreter.brief(key)) is not in the index") }
        return matches.count == 1 ? .one(first) : .many(matches)
    }

    private func isBool(_ key: Value) -> Bool {
        switch key {
        case .bool, .numpyBool: true
        default: false
        }
    }

    private func isBool(_ index: Index) -> Bool {
        switch index.labels {
        case .column(.bool), .column(.object): true
        case .column, .range, .multi: false
        }
    }

    /// A label of the first levels of a MultiIndex: the levels it names are used up.
    private func locate(level key: Value, on index: Index) throws(Failure) -> Picked {
        let parts = key.tuple ?? [key]
        guard parts.count <= index.levelCount else { throw Failure(.indexingError, "too many indexers") }
        let wanted = parts.map(HashKey.init)
        let levels = (0..<parts.count).map(index.level)
        let rows = (0..<index.count).filter { row in
            zip(levels, wanted).allSatisfy { HashKey($0[row]) == $1 }
        }
        guard let first = rows.first else { throw Failure(.keyError, "\(Interpreter.brief(key)) is not in the index") }
        // Where labels repeat, a whole key finds a piece of the table, be it of one row.
        if parts.count == index.levelCount { return rows.count == 1 && index.isUnique ? .one(first) : .many(rows) }
        let rest = (parts.count..<index.levelCount).map { index.level($0).gather(rows) }
        let names = Array(index.names[parts.count...])
        let left = rest.count == 1 ? Index(.column(rest[0]), names: names) : Index(.multi(rest), names: names)
        return .many(rows, index: left)
    }

    /// The positions of labels, in their order; repeated labels give all their rows.
    func positions(of labels: [Value], in index: Index) throws(Failure) -> [Int] {
        try charge(cells: labels.count)
        guard labels.count > 8 || !index.isUniqueRange else { return try few(labels, in: index) }
        var places: [HashKey: [Int]] = [:]
        for at in 0..<index.count { places[HashKey(index[at]), default: []].append(at) }
        var out: [Int] = []
        for label in labels {
            guard let rows = places[HashKey(try hashable(label))] else { throw missing(labels, from: index) }
            out += rows
        }
        return out
    }

    private func few(_ labels: [Value], in index: Index) throws(Failure) -> [Int] {
        var out: [Int] = []
        for label in labels {
            guard let at = index.position(of: try hashable(label)) else { throw missing(labels, from: index) }
            out.append(at)
        }
        return out
    }

    private func missing(_ labels: [Value], from index: Index) -> Failure {
        let absent = labels.filter { index.position(of: $0) == nil }
        return Failure(.keyError, "\(Interpreter.brief(.list(absent))) not in index")
    }

    /// What a key of `.iloc` means on one axis: positions.
    func locate(position key: Value, on index: Index) throws(Failure) -> Picked {
        switch key {
        case .slice(let slice): return .many(try Slices.positions(slice, count: index.count))
        case .int(let at), .numpyInt(let at):
            guard let position = Slices.position(at, count: index.count) else {
                throw Failure(.indexError, "single positional indexer is out-of-bounds")
            }
            return .one(position)
        default: break
        }
        if case .series(let series) = key { try refuseLabelledMask(series) }
        if let mask = try maskOrWrongLength(key, over: index) { return .many(Interpreter.kept(mask)) }
        guard let items = try listed(key) else {
            throw Failure(.typeError, "cannot index by location index with a non-integer key")
        }
        return .many(try positions(items, count: index.count))
    }

    /// `.iloc` takes no mask that has labels.
    private func refuseLabelledMask(_ series: Series) throws(Failure) {
        let isMask: Bool
        switch series.column {
        case .bool: isMask = true
        case .object(let cells): isMask = !cells.isEmpty && cells.allSatisfy(isBool)
        case .int, .float, .text, .timestamp, .timedelta, .categorical: isMask = false
        }
        guard isMask else { return }
        throw Failure(
            .notImplemented, "iLocation based boolean indexing cannot use a Series as a mask",
            helps: ["use '.loc[mask]', or '[mask]'"])
    }

    private func positions(_ items: [Value], count: Int) throws(Failure) -> [Int] {
        var out: [Int] = []
        for item in items {
            guard let number = item.integer, !isBool(item) else {
                throw Failure(.indexError, ".iloc requires numeric indexers, got \(Interpreter.brief(item))")
            }
            guard let position = Slices.position(number, count: count) else {
                throw Failure(.indexError, "positional indexers are out-of-bounds")
            }
            out.append(position)
        }
        return out
    }
}

extension Index {
    /// Labels 0, 1, 2 … that are found by arithmetic.
    var isUniqueRange: Bool { if case .range = labels { true } else { false } }
}
