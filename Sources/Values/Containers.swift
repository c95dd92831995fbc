import Diagnostics

/// A Python list: shared and changeable, as Python's are.
public final class ListValue: @unchecked Sendable {
    public var items: [Value]
    public init(_ items: [Value]) { self.items = items }
}

/// A Python set. Items stand as they were inserted; Python leaves their order open, so no answer may depend on it.
public final class SetValue: @unchecked Sendable {
    public var items: [Value]
    public private(set) var positions: [HashKey: Int]

    /// Keeps the first of equal items. Every item must be hashable (`HashKey.isHashable`).
    public init(_ values: some Sequence<Value>) {
        items = []
        positions = [:]
        for value in values { insert(value) }
    }

    public func insert(_ value: Value) {
        let key = HashKey.identity(of: value)
        guard positions[key] == nil else { return }
        positions[key] = items.count
        items.append(value)
    }

    public func contains(_ value: Value) -> Bool { positions[HashKey.identity(of: value)] != nil }

    /// Takes an equal item out; whether there was one.
    @discardableResult public func remove(_ value: Value) -> Bool {
        guard let at = positions.removeValue(forKey: HashKey.identity(of: value)) else { return false }
        let last = items.removeLast()
        if at < items.count {
            items[at] = last
            positions[HashKey.identity(of: last)] = at
        }
        return true
    }

    /// Makes it hold these items and no others.
    public func replace(with values: some Sequence<Value>) {
        items = []
        positions = [:]
        for value in values { insert(value) }
    }
}

/// A Python dict, in insertion order.
public final class DictValue: @unchecked Sendable {
    public private(set) var keys: [Value] = []
    public private(set) var values: [Value] = []
    private var positions: [HashKey: Int] = [:]

    public init() {}

    public init(_ pairs: some Sequence<(Value, Value)>) {
        for (key, value) in pairs { self[key] = value }
    }

    public var count: Int { keys.count }

    /// The value under an equal key. Setting nil does nothing; use `remove`.
    public subscript(key: Value) -> Value? {
        get { positions[HashKey.identity(of: key)].map { values[$0] } }
        set {
            guard let newValue else { return }
            let hashed = HashKey.identity(of: key)
            if let at = positions[hashed] {
                values[at] = newValue
            } else {
                positions[hashed] = keys.count
                keys.append(key)
                values.append(newValue)
            }
        }
    }

    @discardableResult public func remove(_ key: Value) -> Value? {
        guard let at = positions.removeValue(forKey: HashKey.identity(of: key)) else { return nil }
        keys.remove(at: at)
        let value = values.remove(at: at)
        for (later, key) in keys.enumerated().dropFirst(at) { positions[HashKey.identity(of: key)] = later }
        return value
    }

    public func removeAll() {
        keys = []
        values = []
        positions = [:]
    }
}

/// Python's `range`; `step` is never 0.
public struct RangeValue: Hashable, Sendable {
    public var start: Int
    public var step: Int
    public var count: Int

    public init(start: Int, step: Int, count: Int) {
        self.start = start
        self.step = step
        self.count = count
    }

    public subscript(position: Int) -> Int { start &+ position &* step }
}

/// `lower:upper:step` inside a subscript.
public final class SliceValue: Sendable {
    public let lower: Value
    public let upper: Value
    public let step: Value

    /// `Value.none` where a part is left out.
    public init(lower: Value, upper: Value, step: Value) {
        self.lower = lower
        self.upper = upper
        self.step = step
    }
}

/// A Python iterator over items already computed; what has been read is gone.
///
/// Items are computed ahead, up to the first that fails: its failure waits behind them and is thrown only if a reader gets that far, so
/// that `any(…)` over a generator stops where Python's does.
public final class IteratorValue: @unchecked Sendable {
    public enum Kind: String, Sendable {
        case zip, map, filter, enumerate, generator, reversed = "list_reverseiterator", keys = "dict_keys", values = "dict_values"
        case items = "dict_items"
        case iterator = "list_iterator"
    }
    public let kind: Kind
    private var items: [Value]
    private var next = 0
    private let failure: Failure?

    public init(_ kind: Kind, _ items: [Value], failure: Failure? = nil) {
        self.kind = kind
        self.items = items
        self.failure = failure
    }

    /// The items left, without reading them.
    public var pending: ArraySlice<Value> { items[next...] }

    /// How many items are left; those behind a failure do not count.
    public var count: Int { items.count - next }

    /// The next item, or nil at the end.
    public func read() throws(Failure) -> Value? {
        guard next < items.count else {
            if let failure { throw failure }
            return nil
        }
        next += 1
        return items[next - 1]
    }

    /// All that is left. A dict's views can be read again; iterators cannot.
    public func take() throws(Failure) -> [Value] {
        if let failure { throw failure }
        switch kind {
        case .keys, .values, .items: return items
        case .zip, .map, .filter, .enumerate, .generator, .reversed, .iterator:
            defer { next = items.count }
            return Array(items[next...])
        }
    }
}

/// What follows a dot and is not a value yet.
public enum AccessorKind: String, CaseIterable, Sendable {
    case str, dt, loc, iloc, at, iat
    /// What `x.rolling(…)` and `x.expanding()` give; no name after a dot.
    case rolling = "Rolling", expanding = "Expanding"
    /// What `re.search(…)` and `re.compile(…)` give.
    case match = "Match", pattern = "Pattern"

    public var typeName: String {
        switch self {
        case .str: "StringMethods"
        case .dt: "DatetimeProperties"
        case .loc: "_LocIndexer"
        case .iloc: "_iLocIndexer"
        case .at: "_AtIndexer"
        case .iat: "_iAtIndexer"
        case .rolling, .expanding, .match, .pattern: rawValue
        }
    }
}

public final class AccessorValue: Sendable {
    public let kind: AccessorKind
    public let receiver: Value
    /// Which rows a row's window holds, for `rolling` and `expanding`.
    public let window: Window?
    /// What a `match` took of the text that is its receiver.
    public let groups: MatchGroups?

    public init(_ kind: AccessorKind, _ receiver: Value, window: Window? = nil, groups: MatchGroups? = nil) {
        self.kind = kind
        self.receiver = receiver
        self.window = window
        self.groups = groups
    }
}

/// The rows that a row's window holds (pandas' `FixedWindowIndexer` and `ExpandingIndexer`).
public struct Window: Hashable, Sendable {
    /// Which ends of the window belong to it.
    public enum Closed: String, Sendable { case right, left, both, neither }

    /// nil for all rows up to the row.
    public var size: Int?
    /// Fewer cells that are not missing give NaN.
    public var minimum: Int
    public var isCentred: Bool
    public var closed: Closed

    public init(size: Int?, minimum: Int, isCentred: Bool = false, closed: Closed = .right) {
        self.size = size
        self.minimum = minimum
        self.isCentred = isCentred
        self.closed = closed
    }

    /// The rows of a row's window in a column of so many.
    public func rows(_ row: Int, of count: Int) -> Range<Int> {
        guard let size else { return 0..<row + 1 }
        let end = row + 1 + (isCentred && size > 0 ? (size - 1) / 2 : 0)
        let first = end &- size - (closed == .left || closed == .both ? 1 : 0)
        let last = end - (closed == .left || closed == .neither ? 1 : 0)
        let lower = min(max(first, 0), count)
        return lower..<max(min(max(last, 0), count), lower)
    }
}
