import Diagnostics
import Plan
import Values

// Operations that choose rows.
extension Call where Receiver == Frame {
    func head() throws(Failure) -> Value {
        let n = try arguments.int("n", default: 5)
        let count = receiver.rowCount
        return .frame(receiver.slice(0..<(n < 0 ? count - Int(Swift.min(n.magnitude, UInt(count))) : Swift.min(n, count))))
    }

    func tail() throws(Failure) -> Value {
        let n = try arguments.int("n", default: 5)
        let count = receiver.rowCount
        let start = n < 0 ? Int(Swift.min(n.magnitude, UInt(count))) : count - Swift.min(n, count)
        return .frame(receiver.slice(start..<count))
    }

    func take() throws(Failure) -> Value {
        let axis = try arguments.axis()
        let count = axis == 0 ? receiver.rowCount : receiver.columnCount
        var positions: [Int] = []
        for value in try interpreter.iterate(arguments.require("indices")) {
            guard let at = value.integer, (-count..<count).contains(at) else {
                throw Failure(.indexError, "indices are out-of-bounds")
            }
            positions.append(at < 0 ? at + count : at)
        }
        return .frame(axis == 0 ? receiver.gather(positions) : receiver.select(positions))
    }

    func truncate() throws(Failure) -> Value {
        let axis = try arguments.axis()
        guard axis == 0 else { throw Failure(.unsupportedArgument, "'axis' of truncate() is not supported") }
        guard try ascends(receiver.index) else { throw Failure(.valueError, "truncate requires a sorted index") }
        let before = arguments.given("before"), after = arguments.given("after")
        var rows: [Int] = []
        for row in 0..<receiver.rowCount {
            if let before, try !holds(.greaterEqual, receiver.index[row], before) { continue }
            if let after, try !holds(.lessEqual, receiver.index[row], after) { continue }
            rows.append(row)
        }
        return .frame(receiver.gather(rows))
    }

    private func ascends(_ index: Index) throws(Failure) -> Bool {
        let order = try CellOrder.positions(of: index.column, mixed: false)
        return order == Array(0..<index.count)
    }

    private func holds(_ symbol: ComparisonOperator, _ a: Value, _ b: Value) throws(Failure) -> Bool {
        try interpreter.truth(interpreter.compare(symbol, a, b))
    }

    /// `nlargest`, `nsmallest`: the last column breaks its ties by position, an earlier one by the columns after it
    /// (`pandas.core.methods.selectn.SelectNFrame`).
    func extremes(_ name: String) throws(Failure) -> Value {
        let labels = try interpreter.labels(arguments.require("columns"))
        let n = try arguments.int("n", default: 5)
        let keep = try arguments.word("keep", default: "first")
        var columns: [Column] = []
        for label in labels { columns.append(try rankable(label, name)) }
        var rows: [Int] = []
        var candidates = Array(0..<receiver.rowCount)
        for (at, column) in columns.enumerated() {
            let isLast = at == columns.count - 1
            let wanted = n - rows.count
            let chosen = try best(name, column, candidates, wanted, keep: isLast ? keep : "all")
            if isLast || chosen.count <= wanted {
                rows = join(name, rows, chosen)
                break
            }
            guard let last = chosen.last else { break }
            // A gap equals nothing, not even the gap at the border, so all of them stay.
            guard !column.isMissing(last) else { return try arranged(join(name, rows, chosen), labels, name) }
            let border = HashKey(column[last])
            rows = join(name, rows, chosen.filter { HashKey(column[$0]) != border })
            candidates = chosen.filter { HashKey(column[$0]) == border }
        }
        return try arranged(rows, labels, name)
    }

    private func arranged(_ rows: [Int], _ labels: [Value], _ name: String) throws(Failure) -> Value {
        let frame = receiver.gather(rows)
        guard labels.count > 1 else { return .frame(frame) }
        return .frame(frame.gather(try stableOrder(frame, labels, ascending: name == "nsmallest")))
    }

    private func join(_ name: String, _ rows: [Int], _ more: [Int]) -> [Int] { name == "nsmallest" ? rows + more : more + rows }

    private func rankable(_ label: Value, _ name: String) throws(Failure) -> Column {
        let at = try receiver.position(ofColumn: label)
        guard receiver.dtype(at) != .object else {
            throw Failure(.typeError, "Column \(Interpreter.brief(label)) has dtype object, cannot use method '\(name)' with this dtype")
        }
        return receiver.column(at)
    }

    private func best(_ name: String, _ column: Column, _ rows: [Int], _ n: Int, keep: String) throws(Failure) -> [Int] {
        let series = Series(column.gather(rows), index: Index(.column(.int(rows)), names: [.none]))
        return try interpreter.positions(
            interpreter.invoke(name, on: .series(series), [.int(n)], keywords: [("keep", .string(keep))]))
    }

    private func stableOrder(_ frame: Frame, _ labels: [Value], ascending: Bool) throws(Failure) -> [Int] {
        var keys: [[Int]] = []
        for label in labels {
            let codes = try Factors.ordered(frame.column(frame.position(ofColumn: label)), missing: .dropped).codes
            keys.append(codes.map { $0 < 0 ? Int.max : ascending ? $0 : -$0 })
        }
        return SortKeys.order(keys, count: frame.rowCount)
    }

    func duplicated() throws(Failure) -> Value {
        .series(Series(.bool(try repeats()), index: receiver.index))
    }

    func dropDuplicates() throws(Failure) -> Value {
        guard receiver.rowCount > 0 else { return .frame(receiver.copied) }
        let repeats = try repeats()
        let kept = receiver.gather((0..<receiver.rowCount).filter { !repeats[$0] })
        return .frame(try arguments.bool("ignore_index", default: false) ? kept.with(index: Index(count: kept.rowCount)) : kept)
    }

    /// Each row's repetition flag: NaN and None are one where several columns are compared, two where only one is (as in pandas).
    private func repeats() throws(Failure) -> [Bool] {
        guard receiver.rowCount > 0 else { return [] }
        let positions = try subset(arguments["subset"]) ?? Array(0..<receiver.columnCount)
        try interpreter.charge(cells: receiver.rowCount * (positions.count + 1))
        guard !positions.isEmpty else { return Array(repeating: false, count: receiver.rowCount) }
        var parts: [Factors] = []
        for at in positions { parts.append(try Factors(receiver.column(at), missing: positions.count == 1 ? .byKind : .equal)) }
        return try Interpreter.repeats(Factors(joining: parts, rows: receiver.rowCount), keep: arguments["keep"] ?? .string("first"))
    }

    /// The columns of `subset=`: a label, a tuple that is one, or a list of labels.
    private func subset(_ value: Value?) throws(Failure) -> [Int]? {
        guard let value else { return nil }
        var labels = try interpreter.labels(value)
        if case .none = value { return nil }
        if case .tuple(let tuple) = value, receiver.columns.position(of: value) == nil { labels = tuple.items }
        var positions: [Int] = []
        for label in labels { positions += try [receiver.position(ofColumn: label)] }
        return positions
    }

    func dropMissing() throws(Failure) -> Value {
        let axis = try arguments.axis()
        guard axis == 0 else { return .frame(try dropMissingColumns()) }
        let positions = try subset(arguments["subset"]) ?? Array(0..<receiver.columnCount)
        try interpreter.charge(cells: receiver.rowCount * (positions.count + 1))
        var gaps = Array(repeating: 0, count: receiver.rowCount)
        for at in positions {
            for (row, isMissing) in receiver.column(at).missing.enumerated() where isMissing { gaps[row] += 1 }
        }
        let allowed = try allowedGaps(of: positions.count)
        let kept = receiver.gather((0..<receiver.rowCount).filter { gaps[$0] <= allowed })
        return .frame(try arguments.bool("ignore_index", default: false) ? kept.with(index: Index(count: kept.rowCount)) : kept)
    }

    /// How many gaps a row may have to be kept.
    private func allowedGaps(of count: Int) throws(Failure) -> Int {
        if arguments.given("thresh") != nil {
            guard arguments.given("how") == nil else {
                throw Failure(.typeError, "you cannot set both the how and thresh arguments at the same time")
            }
            return count - (try arguments.int("thresh", default: 0))
        }
        switch try arguments.given("how") == nil ? "any" : arguments.word("how", default: "any") {
        case "any": return 0
        case "all": return count - 1
        case let how: throw Failure(.valueError, "invalid how option: \(how)")
        }
    }

    private func dropMissingColumns() throws(Failure) -> Frame {
        var rows = Array(0..<receiver.rowCount)
        if let subset = arguments.given("subset") {
            rows = []
            for label in try interpreter.labels(subset) {
                guard let row = receiver.index.position(of: label) else { throw Frame.absent(label) }
                rows.append(row)
            }
        }
        let allowed = try allowedGaps(of: rows.count)
        let kept = (0..<receiver.columnCount).filter { at in
            let missing = receiver.column(at).missing
            return rows.reduce(0) { $0 + (missing[$1] ? 1 : 0) } <= allowed
        }
        return receiver.select(kept)
    }

    /// The label of the first or last row where some cell is not missing.
    func validIndex(last: Bool) -> Value {
        let missing = receiver.allColumns.map(\.missing)
        let rows = (0..<receiver.rowCount).filter { row in missing.contains { !$0[row] } }
        guard let row = last ? rows.last : rows.first else { return .none }
        return receiver.index[row].asPython
    }

    func xs() throws(Failure) -> Value {
        let key = try arguments.require("key")
        guard try arguments.axis() == 0 else {
            guard arguments.given("level") == nil else { throw Failure(.unsupportedArgument, "xs() over levels of columns is not supported") }
            return try interpreter.subscripted(.frame(receiver), key: key)
        }
        guard let level = arguments.given("level") else { return try interpreter.subscripted(.accessor(AccessorValue(.loc, .frame(receiver))), key: key) }
        let found = try interpreter.crossSection(receiver.index, key, level, drops: arguments.bool("drop_level", default: true))
        return .frame(receiver.gather(found.rows).with(index: found.index))
    }

    func squeeze() throws(Failure) -> Value {
        let axis = arguments.given("axis") == nil ? nil : try arguments.axis()
        let one = receiver.columnCount == 1 && axis != 0
        if one, receiver.rowCount == 1, axis != 1 { return receiver.cell(row: 0, column: 0) }
        if one { return .series(receiver.series(0)) }
        guard receiver.rowCount == 1, axis != 1 else { return .frame(receiver.copied) }
        return .series(Series(FrameRows(receiver)[0], index: receiver.columns, name: receiver.index[0]))
    }
}

extension Interpreter {
    /// The rows that have a label in a level, and their labels without it.
    func crossSection(_ index: Index, _ key: Value, _ level: Value, drops: Bool) throws(Failure) -> (rows: [Int], index: Index) {
        guard index.isMulti else { throw Failure(.typeError, "Index must be a MultiIndex") }
        var rows = Array(0..<index.count)
        var gone: Set<Int> = []
        let isList = if case .list = level { true } else { false }
        let levels = try labels(level), keys = isList ? key.tuple ?? key.list?.items ?? [key] : [key]
        guard levels.count == keys.count else { throw Failure(.valueError, "Length of keys must match length of levels") }
        for (level, key) in Swift.zip(levels, keys) {
            let at = try index.levelPosition(level)
            let wanted = HashKey(try hashable(key)), cells = index.level(at)
            try charge(cells: rows.count)
            rows = rows.filter { HashKey(cells[$0]) == wanted }
            guard !rows.isEmpty else { throw Failure(.keyError, Interpreter.brief(key)) }
            gone.insert(at)
        }
        let kept = (0..<index.levelCount).filter { !drops || !gone.contains($0) }
        guard !kept.isEmpty else { return (rows, index.gather(rows)) }
        let columns = kept.map { index.level($0).gather(rows) }
        return (rows, Index(columns.count == 1 ? .column(columns[0]) : .multi(columns), names: kept.map { index.names[$0] }))
    }

    /// Which rows repeat another, by pandas' `keep`.
    static func repeats(_ factors: Factors, keep: Value) throws(Failure) -> [Bool] {
        switch keep {
        case .text(let word) where word == "first":
            return factors.codes.enumerated().map { factors.firsts[$1] != $0 }
        case .text(let word) where word == "last":
            var last = Array(repeating: 0, count: factors.count)
            for (row, code) in factors.codes.enumerated() { last[code] = row }
            return factors.codes.enumerated().map { last[$1] != $0 }
        default:
            guard case .bool(false) = keep else { throw Failure(.valueError, "keep must be either \"first\", \"last\" or False") }
            var sizes = Array(repeating: 0, count: factors.count)
            for code in factors.codes { sizes[code] += 1 }
            return factors.codes.map { sizes[$0] > 1 }
        }
    }
}
