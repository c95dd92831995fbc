import Diagnostics
import Values

// Names and levels.
extension Call where Receiver == Index {
    /// `get_level_values`: the labels of one level, by number or by name.
    func levelValues(_ level: Value) throws(Failure) -> Index {
        let at = try receiver.levelPosition(level)
        return receiver.isMulti ? Index(receiver.level(at), name: receiver.names[at]) : receiver
    }

    func renamed(_ name: Value) throws(Failure) -> Index {
        if receiver.isMulti { return receiver.renamed(try levelNames(name)) }
        guard name.isHashable else { throw Failure(.typeError, "\(receiver.typeName).name must be a hashable type") }
        return receiver.renamed([name])
    }

    private func levelNames(_ names: Value) throws(Failure) -> [Value] {
        guard let items = names.list?.items ?? names.tuple else { throw Failure(.typeError, "Must pass list-like as `names`.") }
        guard items.count == receiver.levelCount else {
            throw Failure(.valueError, "Length of names must match number of levels in MultiIndex.")
        }
        return items
    }

    func named() throws(Failure) -> Index {
        let names = try arguments.require("names")
        if let level = arguments.given("level") {
            var all = receiver.names
            all[try receiver.levelPosition(level)] = names
            return receiver.renamed(all)
        }
        if receiver.isMulti { return receiver.renamed(try levelNames(names)) }
        guard let items = names.list?.items else { return try renamed(names) }
        guard items.count == 1 else { throw Failure(.valueError, "Length of new names must be 1, got \(items.count)") }
        return try renamed(items[0])
    }

    func withoutLevels() throws(Failure) -> Index {
        let level = arguments["level"] ?? .int(0)
        var gone = Set<Int>()
        for one in level.list?.items ?? level.tuple ?? [level] { gone.insert(try receiver.levelPosition(one)) }
        if gone.isEmpty { return receiver }
        guard gone.count < receiver.levelCount else {
            throw Failure(
                .valueError,
                "Cannot remove \(gone.count) levels from an index with \(receiver.levelCount) levels: at least one level must be left.")
        }
        return levels((0..<receiver.levelCount).filter { !gone.contains($0) })
    }

    /// The index of these levels.
    private func levels(_ positions: [Int]) -> Index {
        guard positions.count > 1 else { return Index(receiver.level(positions[0]), name: receiver.names[positions[0]]) }
        return Index(.multi(positions.map(receiver.level)), names: positions.map { receiver.names[$0] })
    }

    func swapped() throws(Failure) -> Index {
        try requireLevels()
        let (i, j) = (try receiver.levelPosition(arguments["i"] ?? .int(-2)), try receiver.levelPosition(arguments["j"] ?? .int(-1)))
        var positions = Array(0..<receiver.levelCount)
        positions.swapAt(i, j)
        return levels(positions)
    }

    func reordered() throws(Failure) -> Index {
        try requireLevels()
        var positions: [Int] = []
        for level in try interpreter.iterate(arguments.require("order")) { positions.append(try receiver.levelPosition(level)) }
        guard positions.count == receiver.levelCount else {
            throw Failure(.valueError, "Length of order must be same as number of levels (\(receiver.levelCount)), got \(positions.count)")
        }
        guard Set(positions).count == positions.count else { throw Failure(.unsupportedValue, "a level given twice is not supported") }
        return levels(positions)
    }

    private func requireLevels() throws(Failure) {
        guard receiver.isMulti else {
            throw Failure(.attributeError, "'\(receiver.typeName)' object has no attribute '\(arguments.operation)'")
        }
    }
}
