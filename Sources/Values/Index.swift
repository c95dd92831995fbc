/// Row or column labels: pandas' `Index`, `RangeIndex` or `MultiIndex`.
public final class Index: Sendable {
    public enum Labels: Sendable {
        /// `start, start + step, …`
        case range(RangeValue)
        case column(Column)
        /// One column of labels a level, all of one length.
        case multi([Column])
    }

    public let labels: Labels
    /// One name a level; `Value.none` where there is none.
    public let names: [Value]
    /// For several levels, the labels that these rows were chosen from: pandas keeps a level's labels when their last row goes.
    public let origin: Index?

    /// For several levels: a level's labels are in order of appearance, not in their own.
    public let keepsLevelOrder: Bool

    public init(_ labels: Labels, names: [Value], origin: Index? = nil, keepsLevelOrder: Bool = false) {
        self.labels = labels
        self.names = names
        self.origin = origin
        self.keepsLevelOrder = keepsLevelOrder
    }

    public convenience init(count: Int) {
        self.init(.range(RangeValue(start: 0, step: 1, count: count)), names: [.none])
    }

    public convenience init(_ column: Column, name: Value = .none) {
        self.init(.column(column), names: [name])
    }

    public var count: Int {
        switch labels {
        case .range(let range): range.count
        case .column(let column): column.count
        case .multi(let levels): levels.first?.count ?? 0
        }
    }

    public var name: Value { names.count == 1 ? names[0] : .none }

    public var levelCount: Int {
        switch labels {
        case .range, .column: 1
        case .multi(let levels): levels.count
        }
    }

    public var isMulti: Bool { levelCount != 1 || names.count != 1 }

    /// The label at a position: a Python int from a range, else a cell; a tuple from several levels.
    public subscript(position: Int) -> Value {
        switch labels {
        case .range(let range): .int(range[position])
        case .column(let column): column[position]
        case .multi(let levels): .tuple(levels.map { $0[position] })
        }
    }

    public var values: [Value] { (0..<count).map { self[$0] } }

    /// The labels of one level as a column.
    public func level(_ at: Int) -> Column {
        switch labels {
        case .range(let range): .int((0..<range.count).map { range[$0] })
        case .column(let column): column
        case .multi(let levels): levels[at]
        }
    }

    /// The labels as one column; several levels make tuples.
    public var column: Column {
        switch labels {
        case .range, .column: level(0)
        case .multi: .object(values)
        }
    }

    public func gather(_ rows: [Int]) -> Index {
        switch labels {
        case .range(let range): Index(.column(.int(rows.map { range[$0] })), names: names)
        case .column(let column): Index(.column(column.gather(rows)), names: names)
        case .multi(let levels): Index(.multi(levels.map { $0.gather(rows) }), names: names, origin: origin ?? self)
        }
    }

    public func slice(_ rows: Range<Int>) -> Index {
        switch labels {
        case .range(let range):
            Index(.range(RangeValue(start: range[rows.lowerBound], step: range.step, count: rows.count)), names: names)
        case .column(let column): Index(.column(column.slice(rows)), names: names)
        case .multi(let levels): Index(.multi(levels.map { $0.slice(rows) }), names: names, origin: origin ?? self)
        }
    }

    public func renamed(_ names: [Value]) -> Index { Index(labels, names: names, origin: origin, keepsLevelOrder: keepsLevelOrder) }

    /// Whether the labels can hold such a label: pandas tells bools and numbers apart, though they are equal.
    private func canHold(_ label: Value) -> Bool {
        switch (labels, label) {
        case (.range, .bool), (.range, .numpyBool), (.column(.int), .bool), (.column(.int), .numpyBool), (.column(.float), .bool),
            (.column(.float), .numpyBool), (.column(.bool), .int), (.column(.bool), .numpyInt), (.column(.bool), .float),
            (.column(.bool), .numpyFloat):
            false
        default: true
        }
    }

    /// The first position of a label equal to this one.
    public func position(of label: Value) -> Int? {
        guard canHold(label) else { return nil }
        switch labels {
        case .range(let range): return Index.position(of: label, in: range)
        case .column(.text(let cells)): return Index.position(of: label, in: cells)
        case .column, .multi: return positionByKey(of: label)
        }
    }

    private static func position(of label: Value, in range: RangeValue) -> Int? {
        guard case .int(let wanted) = HashKey(label), range.count > 0 else { return nil }
        let (offset, overflow) = wanted.subtractingReportingOverflow(range.start)
        guard !overflow, offset % range.step == 0, (0..<range.count).contains(offset / range.step) else { return nil }
        return offset / range.step
    }

    private static func position(of label: Value, in cells: TextColumn) -> Int? {
        switch label {
        case .text(let wanted):
            wanted.withBytes { bytes in (0..<cells.count).first { cells[$0] == wanted } }
        case .none, .bool, .int, .numpyBool, .numpyInt, .timestamp, .timedelta, .date, .time, .interval, .list, .tuple, .set, .dict, .range,
            .slice, .iterator, .series, .frame, .index, .array, .groupBy, .accessor, .function, .type, .dtype, .module:
            nil
        case .float(let x), .numpyFloat(let x):
            x.isNaN ? (0..<cells.count).first { cells.isMissing($0) } : nil
        }
    }

    private func positionByKey(of label: Value) -> Int? {
        let wanted = HashKey(label)
        return (0..<count).first { HashKey(self[$0]) == wanted }
    }

    /// All positions of labels equal to this one.
    public func positions(of label: Value) -> [Int] {
        guard canHold(label) else { return [] }
        if case .range = labels { return position(of: label).map { [$0] } ?? [] }
        let wanted = HashKey(label)
        return (0..<count).filter { HashKey(self[$0]) == wanted }
    }

    /// The same labels in the same order (pandas' `Index.equals`).
    public func equals(_ other: Index) -> Bool {
        if self === other { return true }
        guard count == other.count, levelCount == other.levelCount else { return false }
        if case .range(let a) = labels, case .range(let b) = other.labels {
            return a.count == 0 || a.start == b.start && (a.step == b.step || a.count == 1)
        }
        return (0..<count).allSatisfy { HashKey(self[$0]) == HashKey(other[$0]) }
    }

    public var isUnique: Bool {
        if case .range = labels { return true }
        var seen = Set<HashKey>(minimumCapacity: count)
        return (0..<count).allSatisfy { seen.insert(HashKey(self[$0])).inserted }
    }

    public var typeName: String {
        switch labels {
        case .range: "RangeIndex"
        case .column(.timestamp): "DatetimeIndex"
        case .column(.timedelta): "TimedeltaIndex"
        case .column: "Index"
        case .multi: "MultiIndex"
        }
    }
}
