import Catalog
import Diagnostics
import Values

extension Call where Receiver == DictValue {
    func perform(_ operation: DictOperation) throws(Failure) -> Value {
        switch operation {
        case .clear: clear()
        case .copy: .dict(DictValue(Swift.zip(receiver.keys, receiver.values)))
        case .fromkeys: try fromKeys()
        case .get: receiver[try key()] ?? arguments["default"] ?? .none
        case .items: .iterator(IteratorValue(.items, Swift.zip(receiver.keys, receiver.values).map { .tuple([$0, $1]) }))
        case .keys: .iterator(IteratorValue(.keys, receiver.keys))
        case .pop: try pop()
        case .popitem: try popItem()
        case .setdefault: try setDefault()
        case .update: try update()
        case .values: .iterator(IteratorValue(.values, receiver.values))
        }
    }

    private func key() throws(Failure) -> Value { try interpreter.hashable(arguments.require("key")) }

    private func fromKeys() throws(Failure) -> Value {
        let keys = try interpreter.iterate(arguments.require("iterable"))
        try interpreter.charge(bytes: keys.count &* 96)
        let value = arguments["value"] ?? .none
        return .dict(DictValue(try interpreter.hashable(keys).map { ($0, value) }))
    }

    private func clear() -> Value {
        receiver.removeAll()
        return .none
    }

    private func pop() throws(Failure) -> Value {
        let key = try key()
        try interpreter.charge(cells: receiver.count)
        if let value = receiver.remove(key) { return value }
        guard let standard = arguments["default"] else { throw Failure(.keyError, Interpreter.brief(key)) }
        return standard
    }

    private func popItem() throws(Failure) -> Value {
        guard let key = receiver.keys.last, let value = receiver.remove(key) else {
            throw Failure(.keyError, "popitem(): dictionary is empty")
        }
        return .tuple([key, value])
    }

    private func setDefault() throws(Failure) -> Value {
        let key = try key()
        if let value = receiver[key] { return value }
        try interpreter.charge(bytes: 96)
        receiver[key] = arguments["default"] ?? .none
        return receiver[key] ?? .none
    }

    private func update() throws(Failure) -> Value {
        if let other = arguments["other"] { try interpreter.add(other, to: receiver) }
        for (name, value) in arguments.keywordRest("pairs") { receiver[.string(name)] = value }
        return .none
    }
}

extension Interpreter {
    /// Puts a mapping's or an iterable's pairs into a dict, as `dict(x)` and `dict.update` do.
    func add(_ source: Value, to dict: DictValue) throws(Failure) {
        switch source {
        case .dict(let other): try add(zip(other.keys, other.values).map { ($0, $1) }, to: dict)
        case .series(let series): try add(pairs(of: series), to: dict)
        case .frame(let frame): try add((0..<frame.columnCount).map { (frame.columns[$0].asPython, .series(frame.series($0))) }, to: dict)
        case .groupBy: throw Failure(.typeError, "a GroupBy object cannot be made a dict")
        default: try add(try pairs(of: iterate(source)), to: dict)
        }
    }

    private func add(_ pairs: [(Value, Value)], to dict: DictValue) throws(Failure) {
        try charge(bytes: pairs.count &* 96)
        for (key, value) in pairs { dict[try hashable(key)] = value }
    }

    private func pairs(of series: Series) throws(Failure) -> [(Value, Value)] {
        let labels = try iterate(.index(series.index))
        guard series.index.isUnique else {
            var pairs: [(Value, Value)] = []
            for label in labels { pairs.append((label, try subscripted(.series(series), key: label))) }
            return pairs
        }
        return labels.enumerated().map { ($1, series.column[$0]) }
    }

    private func pairs(of items: [Value]) throws(Failure) -> [(Value, Value)] {
        var pairs: [(Value, Value)] = []
        for (at, item) in items.enumerated() { pairs.append(try pair(item, at)) }
        return pairs
    }

    private func pair(_ item: Value, _ at: Int) throws(Failure) -> (Value, Value) {
        do throws(Failure) {
            let parts = try iterate(item)
            guard parts.count == 2 else {
                throw Failure(.valueError, "dictionary update sequence element #\(at) has length \(parts.count); 2 is required")
            }
            return (parts[0], parts[1])
        } catch {
            guard error.code == .typeError else { throw error }
            throw Failure(.typeError, "cannot convert dictionary update sequence element #\(at) to a sequence")
        }
    }
}
