import Catalog
import Diagnostics
import Values

// `enumerate`, `filter`, `map`, `reversed`, `sorted`, `zip`.
extension Call where Receiver == Builtins {
    func enumerate() throws(Failure) -> Value {
        var reader = try interpreter.reader(arguments.require("iterable"))
        var number = try arguments["start"].map { value throws(Failure) in try interpreter.index(value) } ?? 0
        return try interpreter.iterator(.enumerate) { () throws(Failure) in
            guard let item = try reader.read() else { return nil }
            defer { number &+= 1 }
            return .tuple([.int(number), item])
        }
    }

    func filter() throws(Failure) -> Value {
        let function = try arguments.require("function")
        var reader = try interpreter.reader(arguments.require("iterable"))
        return try interpreter.iterator(.filter) { () throws(Failure) in
            while let item = try reader.read() {
                if try holds(function, item) { return item }
            }
            return nil
        }
    }

    private func holds(_ function: Value, _ item: Value) throws(Failure) -> Bool {
        if case .none = function { return try interpreter.truth(item) }
        return try interpreter.truth(interpreter.call(function, [item]))
    }

    func map() throws(Failure) -> Value {
        let function = try arguments.require("function")
        let iterables = arguments.rest("iterables")
        guard !iterables.isEmpty else { throw Failure(.typeError, "map() must have at least two arguments.") }
        var readers = try readers(iterables)
        return try interpreter.iterator(.map) { () throws(Failure) in
            guard let items = try row(&readers) else { return nil }
            return try interpreter.call(function, items)
        }
    }

    func zip() throws(Failure) -> Value {
        let iterables = arguments.rest("iterables")
        let strict = try arguments["strict"].map { value throws(Failure) in try interpreter.truth(value) } ?? false
        var readers = try readers(iterables)
        guard !readers.isEmpty else { return .iterator(IteratorValue(.zip, [])) }
        return try interpreter.iterator(.zip) { () throws(Failure) in
            guard let items = strict ? try strictRow(&readers) : try row(&readers) else { return nil }
            return .tuple(items)
        }
    }

    private func readers(_ iterables: [Value]) throws(Failure) -> [Reader] {
        var readers: [Reader] = []
        for iterable in iterables { readers.append(try interpreter.reader(iterable)) }
        return readers
    }

    /// The next item of each, or nil at the end of the shortest.
    private func row(_ readers: inout [Reader]) throws(Failure) -> [Value]? {
        var items: [Value] = []
        for at in readers.indices {
            guard let item = try readers[at].read() else { return nil }
            items.append(item)
        }
        return items
    }

    /// As `row`, but all must end together.
    private func strictRow(_ readers: inout [Reader]) throws(Failure) -> [Value]? {
        var items: [Value?] = []
        for at in readers.indices { items.append(try readers[at].read()) }
        let found = items.compactMap { $0 }
        guard found.count == items.count || found.isEmpty else { throw Failure(.valueError, "zip() arguments are of different lengths") }
        return found.isEmpty ? nil : found
    }

    func reversed() throws(Failure) -> Value {
        let value = try arguments.require("sequence")
        switch value {
        case .list, .tuple, .text, .range, .dict: return .iterator(IteratorValue(.reversed, try interpreter.iterate(value).reversed()))
        case .series(let series):
            try interpreter.charge(cells: series.count)
            guard case .range = series.index.labels else { throw Failure(.unsupportedOperation, "reversed() of a Series with labels of its own is not supported") }
            return .iterator(IteratorValue(.reversed, series.column.values.reversed()))
        case .array, .index:
            return .iterator(IteratorValue(.reversed, try interpreter.iterate(value).reversed()))
        case .frame: throw Failure(.unsupportedOperation, "reversed() of a DataFrame is not supported")
        case .iterator(let iterator):
            switch iterator.kind {
            case .keys, .values, .items: return .iterator(IteratorValue(.reversed, try iterator.take().reversed()))
            case .zip, .map, .filter, .enumerate, .generator, .reversed, .iterator: throw notReversible(value)
            }
        case .none, .bool, .int, .float, .numpyBool, .numpyInt, .numpyFloat, .timestamp, .timedelta, .date, .time, .interval, .set, .slice,
            .groupBy, .accessor, .function, .type, .dtype, .module:
            throw notReversible(value)
        }
    }

    private func notReversible(_ value: Value) -> Failure {
        Failure(.typeError, "'\(value.typeName)' object is not reversible")
    }

    /// Items of a set that `<` puts in one order come out the same however they go in.
    func sorted() throws(Failure) -> [Value] {
        let iterable = try arguments.require("iterable"), key = arguments.given("key")
        let items = try key == nil && iterable.set?.isTotallyOrdered == true ? interpreter.members(iterable) : interpreter.iterate(iterable)
        return try interpreter.sorted(items, key: key, reverse: arguments["reverse"])
    }
}

extension SetValue {
    /// Whether `<` puts the items in one order: all are texts, or all integers. (NaN stands in no order.)
    fileprivate var isTotallyOrdered: Bool {
        items.allSatisfy { if case .text = $0 { true } else { false } } || items.allSatisfy { if case .int = $0 { true } else { false } }
    }
}
