import Diagnostics
import Plan
import Values

// Operations that choose rows.
extension Call where Receiver == Series {
    func head() throws(Failure) -> Value {
        let n = try arguments.int("n", default: 5)
        let count = receiver.count
        return .series(receiver.slice(0..<(n < 0 ? count - Int(Swift.min(n.magnitude, UInt(count))) : Swift.min(n, count))))
    }

    func tail() throws(Failure) -> Value {
        let n = try arguments.int("n", default: 5)
        let count = receiver.count
        return .series(receiver.slice((n < 0 ? Int(Swift.min(n.magnitude, UInt(count))) : count - Swift.min(n, count))..<count))
    }

    func take() throws(Failure) -> Value {
        var rows: [Int] = []
        for value in try interpreter.iterate(arguments.require("indices")) {
            guard let at = value.integer, let row = Slices.position(at, count: receiver.count) else {
                throw Failure(.indexError, "indices are out-of-bounds")
            }
            rows.append(row)
        }
        return .series(receiver.gather(rows))
    }

    /// What a frame of this one column gives, as a Series again.
    func asFrame(_ name: String) throws(Failure) -> Value {
        let given = arguments.signature.parameters.map(\.name)
        var keywords: [(String, Value)] = []
        for (name, value) in Swift.zip(given, arguments.slots) where name != "copy" && name != "kwargs" {
            if let value { keywords.append((name, value)) }
        }
        let takesAxis = ["filter", "add_prefix", "add_suffix"].contains(name)
        if takesAxis, arguments.given("axis") == nil { keywords = keywords.filter { $0.0 != "axis" } + [("axis", .int(0))] }
        let result = try interpreter.invoke(name, on: .frame(oneColumn), keywords: keywords)
        guard case .frame(let frame) = result else { return result }
        return .series(Series(frame.column(0), index: frame.index, name: receiver.name))
    }

    /// A frame with the cells as its only column.
    var oneColumn: Frame { Frame([receiver.column], index: receiver.index, columns: Index(Column(values: [.int(0)]))) }

    func truncate() throws(Failure) -> Value { try asFrame("truncate") }

    func dropMissing() throws(Failure) -> Value {
        _ = try arguments.axis()
        let missing = receiver.column.missing
        guard missing.contains(true) else { return .series(try renumbered(receiver.copied)) }
        return .series(try renumbered(receiver.gather(missing.indices.filter { !missing[$0] })))
    }

    func duplicated() throws(Failure) -> Value {
        .series(receiver.with(.bool(try repeats())))
    }

    private func repeats() throws(Failure) -> [Bool] {
        try interpreter.charge(cells: receiver.count)
        return try Interpreter.repeats(Factors(receiver.column.keys, missing: .byKind), keep: arguments["keep"] ?? .string("first"))
    }

    func dropDuplicates() throws(Failure) -> Value {
        let repeats = try repeats()
        return .series(try renumbered(receiver.gather(repeats.indices.filter { !repeats[$0] })))
    }

    func get() throws(Failure) -> Value {
        let key = try arguments.require("key")
        do {
            return try interpreter.subscripted(.series(receiver), key: key)
        } catch {
            guard [.keyError, .valueError, .indexError].contains(error.code) else { throw error }
            return arguments["default"] ?? .none
        }
    }

    /// Pairs of label and cell, both as Python's own.
    func items() throws(Failure) -> Value {
        let pairs = Swift.zip(try interpreter.iterate(.index(receiver.index)), try interpreter.iterate(.series(receiver)))
        return .iterator(IteratorValue(.zip, pairs.map { .tuple([$0, $1]) }))
    }

    func validIndex(last: Bool) -> Value {
        let missing = receiver.column.missing
        guard let row = last ? missing.lastIndex(of: false) : missing.firstIndex(of: false) else { return .none }
        return receiver.index[row]
    }

    func xs() throws(Failure) -> Value {
        if let level = arguments.given("level") {
            let found = try interpreter.crossSection(receiver.index, arguments.require("key"), level, drops: arguments.bool("drop_level", default: true))
            return .series(Series(receiver.column.gather(found.rows), index: found.index, name: receiver.name))
        }
        return try interpreter.subscripted(.accessor(AccessorValue(.loc, .series(receiver))), key: arguments.require("key"))
    }

    /// The cell; the core takes it out of whatever holds the receiver.
    func pop() throws(Failure) -> Value {
        let item = try arguments.require("item")
        guard item.isHashable, let at = receiver.index.position(of: item) else { throw Failure(.keyError, Interpreter.brief(item)) }
        return receiver.column[at]
    }

    /// The receiver with the other's cells that are not missing; the core puts it back where the receiver came from.
    func update() throws(Failure) -> Value {
        let other = try interpreter.series(of: arguments.require("other"), index: nil, isGiven: true)
        let rows = try interpreter.rows(of: receiver.index, in: other.index)
        try interpreter.charge(cells: receiver.count)
        let kept = rows.map { $0 < 0 || other.column.isMissing($0) }
        guard kept.contains(false) else { return .series(receiver.copied) }
        let made = Column(values: kept.enumerated().map { ($1 ? receiver.column[$0] : other.column[rows[$0]]).asPython })
        return .series(receiver.with(receiver.column.keepingType(made)))
    }

    func squeeze() -> Value { receiver.count == 1 ? receiver.column[0] : .series(receiver.copied) }

    func item() throws(Failure) -> Value {
        guard receiver.count == 1 else { throw Failure(.valueError, "can only convert an array of size 1 to a Python scalar") }
        return receiver.column[0].asPython
    }

    func explode() throws(Failure) -> Value {
        guard case .object(let cells) = receiver.column else { return .series(try renumbered(receiver.copied)) }
        var rows: [Int] = []
        var items: [Value] = []
        for (row, cell) in cells.enumerated() {
            let parts = try interpreter.exploded(cell)
            try interpreter.charge(cells: parts.count)
            rows += Array(repeating: row, count: parts.count)
            items += parts
        }
        return .series(try renumbered(Series(.object(items), index: receiver.index.gather(rows), name: receiver.name)))
    }

    /// Each cell so many times: one number for all, or one a row.
    func repeated() throws(Failure) -> Value {
        guard arguments.given("axis") == nil else {
            throw Failure(.valueError, "the 'axis' parameter is not supported in the pandas implementation of repeat()")
        }
        let times = try arguments.require("repeats")
        let counts: [Value] = times.integer == nil ? try interpreter.iterate(times) : Array(repeating: times, count: receiver.count)
        guard counts.count == receiver.count || counts.count == 1 else {
            throw Failure(.valueError, "operands could not be broadcast together with shape (\(receiver.count),) (\(counts.count),)")
        }
        var rows: [Int] = []
        for row in 0..<receiver.count {
            guard let count = counts[counts.count == 1 ? 0 : row].integer else { throw Failure(.typeError, "repeats must be integers") }
            guard count >= 0 else { throw Failure(.valueError, "repeats may not contain negative values.") }
            try interpreter.charge(cells: count)
            try interpreter.charge(bytes: count.multipliedReportingOverflow(by: 16).partialValue)
            rows += Array(repeating: row, count: count)
        }
        return .series(receiver.gather(rows))
    }

    func unstack() throws(Failure) -> Value {
        guard receiver.index.isMulti else {
            throw Failure(.valueError, "index must be a MultiIndex to unstack, \(receiver.index.typeName) was passed")
        }
        let wide = try interpreter.unstacked(oneColumn, level: arguments["level"] ?? .int(-1), fill: arguments.given("fill_value"))
        let labels = wide.columns
        let inner = labels.levelCount == 2
            ? Index(.column(labels.level(1)), names: [labels.names[1]])
            : Index(.multi((1..<labels.levelCount).map(labels.level)), names: Array(labels.names.dropFirst()))
        return .frame(wide.with(columns: inner))
    }
}

extension Column {
    /// Cells put among this column's: numbers keep its type where none of them loses by it.
    fileprivate func keepingType(_ cells: Column) -> Column {
        switch (self, cells) {
        case (.float, .int): return cells.widened(to: .float64)
        case (.int, .float(let numbers)):
            let whole = numbers.compactMap { Int(exactly: $0) }
            return whole.count == numbers.count ? .int(whole) : cells
        default: return cells
        }
    }
}
