import Diagnostics
import Values

/// Reads an iterable item by item, so that a reader that stops early meets no later failure.
struct Reader {
    private var items: [Value]
    private var next = 0
    private let iterator: IteratorValue?

    init(_ items: [Value]) {
        self.items = items
        iterator = nil
    }

    init(_ iterator: IteratorValue) {
        items = []
        self.iterator = iterator
    }

    mutating func read() throws(Failure) -> Value? {
        if let iterator { return try iterator.read() }
        guard next < items.count else { return nil }
        next += 1
        return items[next - 1]
    }
}

extension Interpreter {
    func reader(_ value: Value) throws(Failure) -> Reader {
        if case .iterator(let iterator) = value {
            switch iterator.kind {
            case .keys, .values, .items: return Reader(try iterator.take())
            case .zip, .map, .filter, .enumerate, .generator, .reversed, .iterator: return Reader(iterator)
            }
        }
        return Reader(try iterate(value))
    }

    /// The items that `step` gives until it gives nil, as an iterator: a failure waits for the reader who gets that far.
    func iterator(_ kind: IteratorValue.Kind, _ step: () throws(Failure) -> Value?) throws(Failure) -> Value {
        var items: [Value] = []
        do {
            while let item = try step() {
                try charge(cells: 1)
                items.append(item)
            }
        } catch {
            guard error.code.phase != .limits else { throw error }
            return .iterator(IteratorValue(kind, items, failure: error))
        }
        return .iterator(IteratorValue(kind, items))
    }

    /// An integer argument as Python's `operator.index` takes it.
    func index(_ value: Value) throws(Failure) -> Int {
        switch value {
        case .int(let i), .numpyInt(let i): return i
        case .bool(let b): return b ? 1 : 0
        default: throw Failure(.typeError, "'\(value.typeName)' object cannot be interpreted as an integer")
        }
    }

    /// Whether two items are one to a list's `in`, `count`, `index`, `remove`: the same object, or equal.
    func isSame(_ a: Value, _ b: Value) throws(Failure) -> Bool {
        switch (a, b) {
        case (.series, _), (.frame, _), (.array, _), (.index, _), (_, .series), (_, .frame), (_, .array), (_, .index): try truth(compare(.equal, a, b))
        default: try Comparisons.isSame(a, b)
        }
    }
}
