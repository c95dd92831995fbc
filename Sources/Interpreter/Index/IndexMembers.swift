import Diagnostics
import Values

// Which labels there are, and where.
extension Call where Receiver == Index {
    // MARK: Places

    /// `get_loc`: a position; a slice or flags for a label that occurs several times.
    func location() throws(Failure) -> Value {
        let key = try arguments.require("key")
        guard key.isHashable else { throw Failure(.typeError, "'\(Interpreter.brief(key))' is an invalid key") }
        if receiver.isMulti, key.tuple?.count != receiver.levelCount { return try partialLocation(key) }
        let places = receiver.positions(of: key)
        guard let first = places.first else { throw Failure(.keyError, Interpreter.brief(key)) }
        return places.count == 1 ? .int(first) : several(places, first)
    }

    /// pandas gives a slice where labels are in order, else flags.
    private func several(_ places: [Int], _ first: Int) -> Value {
        if isMonotonic({ !precedes($1, $0) }) {
            return .slice(SliceValue(lower: .int(first), upper: .int(first + places.count), step: .none))
        }
        var flags = Array(repeating: false, count: receiver.count)
        for place in places { flags[place] = true }
        return .array(NDArray(.bool(flags)))
    }

    private func partialLocation(_ key: Value) throws(Failure) -> Value {
        throw Failure(.unsupportedOperation, "get_loc() by some of several levels is not supported")
    }

    /// `get_indexer`: for each label its position, or -1.
    ///
    /// - Throws: `valueError` for labels that are not unique, where one position is asked of each.
    func positions(unique: Bool) throws(Failure) -> [Int] {
        let target = try interpreter.index(of: arguments.require("target"))
        guard !unique || receiver.isUnique else {
            throw Failure(.valueError, "Reindexing only valid with uniquely valued Index objects")
        }
        try interpreter.charge(cells: receiver.count &+ target.count)
        var places: [HashKey: [Int]] = [:]
        for (at, label) in receiver.values.enumerated() { places[HashKey(label), default: []].append(at) }
        return target.values.flatMap { places[HashKey($0)] ?? [-1] }
    }

    func sortedPlaces() throws(Failure) -> Value {
        let side = try arguments.word("side", default: "left")
        return try SortedPlaces(interpreter, receiver.column, side: side).places(of: arguments.require("value"))
    }

    // MARK: Different labels

    func factors() throws(Failure) -> Factors {
        try interpreter.charge(cells: receiver.count)
        guard receiver.isMulti else { return try Factors(receiver.column, missing: .byKind) }
        var parts: [Factors] = []
        for at in 0..<receiver.levelCount { parts.append(try Factors(receiver.level(at), missing: .equal)) }
        return Factors(joining: parts, rows: receiver.count)
    }

    /// Whether each label is left out by `keep`.
    func duplicates() throws(Failure) -> [Bool] {
        let rows = try factors()
        var flags = Array(repeating: true, count: receiver.count)
        switch arguments["keep"] {
        case nil: for row in rows.firsts { flags[row] = false }
        case .text(let word)? where word == "first": for row in rows.firsts { flags[row] = false }
        case .text(let word)? where word == "last": for group in rows.rows { flags[group[group.count - 1]] = false }
        case .bool(false)?: for group in rows.rows where group.count == 1 { flags[group[0]] = false }
        case .some: throw Failure(.valueError, "keep must be either \"first\", \"last\" or False")
        }
        return flags
    }

    func unique() throws(Failure) -> Index {
        guard let level = arguments.given("level") else { return receiver.gather(try factors().firsts) }
        let labels = try levelValues(level)
        return labels.gather(try on(labels).factors().firsts)
    }

    func distinctCount() throws(Failure) -> Int {
        let firsts = try factors().firsts
        guard try arguments.bool("dropna", default: true), !receiver.isMulti else { return firsts.count }
        return firsts.reduce(0) { $0 + (receiver.column.isMissing($1) ? 0 : 1) }
    }

    func counts() throws(Failure) -> Value {
        let options = arguments.passing("normalize", "sort", "ascending", "dropna")
        guard receiver.isMulti else { return try asked("value_counts", keywords: options) }
        let numbered = receiver.withoutNames.levelFrame(index: Index(count: receiver.count))
        guard case .series(let counts) = try interpreter.invoke("value_counts", on: .frame(numbered), keywords: options) else { return .none }
        return .series(Series(counts.column, index: counts.index.renamed(receiver.names), name: counts.name))
    }

    func membership() throws(Failure) -> [Bool] {
        let values = try arguments.require("values")
        let labels = try arguments.given("level").map { (level) throws(Failure) in try levelValues(level) } ?? receiver
        guard labels.isMulti else {
            guard case .series(let series) = try on(labels).asked("isin", [values]) else { return [] }
            return series.column.flags
        }
        let wanted = Set(try interpreter.members(values).map(HashKey.init))
        try interpreter.charge(cells: labels.count)
        return labels.values.map { wanted.contains(HashKey($0)) }
    }
}
