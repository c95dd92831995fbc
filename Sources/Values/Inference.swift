extension Column {
    /// The column that pandas' constructor makes of Python values: `Series([...])`, the result of `apply` …
    ///
    /// All bools, all integers, numbers (a missing value makes floats), timestamps, timedeltas and texts get typed storage; None stays
    /// None in an object column but becomes NaN among numbers. Anything else is an object column.
    public init(values: [Value]) {
        var seen = Kinds()
        for value in values {
            seen.insert(Kinds(value))
            if seen.contains(.other) { break }
        }
        self = Column(values: values, seen: seen)
    }

    private init(values: [Value], seen: Kinds) {
        if values.isEmpty || seen.contains(.other) {
            self = .object(values)
        } else if seen == .bool {
            self = .bool(values.map { $0.integer == 1 })
        } else if seen == .int {
            self = .int(values.map { $0.integer ?? 0 })
        } else if seen.isSubset(of: [.int, .float, .nan, .none]), !seen.isSubset(of: .none) {
            self = .float(values.map { $0.number ?? .nan })
        } else if seen.isSubset(of: [.text, .nan]), seen.contains(.text) {
            self = .text(TextColumn(values.map(\.text)))
        } else if seen.contains(.timestamp), seen.isSubset(of: [.timestamp, .nan, .none, .nat]) {
            self = .timestamp(values.map { if case .timestamp(let t) = $0 { t } else { Column.missingTime } })
        } else if seen.contains(.timedelta), seen.isSubset(of: [.timedelta, .nan, .none, .nat]) {
            self = .timedelta(values.map { if case .timedelta(let t) = $0 { t } else { Column.missingTime } })
        } else if seen == .nat {
            self = .timestamp(values.map { _ in Column.missingTime })
        } else {
            self = .object(values)
        }
    }

    /// The cells of an array as a column of a Series or a frame: objects stay objects, but dates and spans of time get their own type
    /// (`pandas.core.dtypes.cast.maybe_infer_to_datetimelike`).
    public var ofArray: Column {
        guard case .object(let cells) = self else { return self }
        let inferred = Column(values: cells)
        return switch inferred {
        case .text, .timestamp, .timedelta: inferred
        case .bool, .int, .float, .object, .categorical: self
        }
    }

    /// Cells of any type as an object column, without converting them.
    public var asObject: Column {
        switch self {
        case .text, .object: self
        case .bool(let cells): .object(cells.map(Value.bool))
        case .int(let cells): .object(cells.map(Value.int))
        case .float(let cells): .object(cells.map { .float($0.asObject) })
        case .timestamp, .timedelta: .object(values)
        case .categorical(let cells): cells.decoded.asObject
        }
    }

    private struct Kinds: OptionSet {
        let rawValue: Int
        static let bool = Kinds(rawValue: 1)
        static let int = Kinds(rawValue: 2)
        static let float = Kinds(rawValue: 4)
        static let nan = Kinds(rawValue: 8)
        static let none = Kinds(rawValue: 16)
        static let text = Kinds(rawValue: 32)
        static let timestamp = Kinds(rawValue: 64)
        static let timedelta = Kinds(rawValue: 128)
        static let nat = Kinds(rawValue: 256)
        static let other = Kinds(rawValue: 512)

        init(rawValue: Int) { self.rawValue = rawValue }

        init(_ value: Value) {
            switch value {
            case .none: self = .none
            case .bool, .numpyBool: self = .bool
            case .int, .numpyInt: self = .int
            case .float(let x), .numpyFloat(let x): self = x.isNaN ? .nan : .float
            case .text: self = .text
            case .timestamp(let t): self = t == Column.missingTime ? .nat : .timestamp
            case .timedelta(let t): self = t == Column.missingTime ? .nat : .timedelta
            case .date, .time, .interval, .list, .tuple, .set, .dict, .range, .slice, .iterator, .series, .frame, .index, .array, .groupBy,
                .accessor, .function, .type, .dtype, .module:
                self = .other
            }
        }
    }
}
