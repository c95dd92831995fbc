import Catalog
import Diagnostics
import Values

// `len`, `sum`, `min`, `max`, `any`, `all`.
extension Call where Receiver == Builtins {
    func length() throws(Failure) -> Int {
        let value = try arguments.require("object")
        switch value {
        case .text(let text): return text.length
        case .list(let list): return list.items.count
        case .tuple(let items): return items.count
        case .set(let set): return set.items.count
        case .dict(let dict): return dict.count
        case .range(let range): return range.count
        case .series(let series): return series.count
        case .frame(let frame): return frame.rowCount
        case .index(let index): return index.count
        case .array(let array): return array.count
        case .groupBy(let groups): return try groups.length
        case .iterator(let iterator): return try length(iterator)
        // A numpy type's fields: only structured types have any.
        case .dtype: return 0
        case .none, .bool, .int, .float, .numpyBool, .numpyInt, .numpyFloat, .timestamp, .timedelta, .date, .time, .interval, .slice, .accessor,
            .function, .type, .module:
            throw unsized(value)
        }
    }

    private func length(_ iterator: IteratorValue) throws(Failure) -> Int {
        switch iterator.kind {
        case .keys, .values, .items: return iterator.count
        case .zip, .map, .filter, .enumerate, .generator, .reversed, .iterator: throw unsized(.iterator(iterator))
        }
    }

    private func unsized(_ value: Value) -> Failure {
        Failure(.typeError, "object of type '\(value.typeName)' has no len()")
    }

    func any() throws(Failure) -> Value {
        var reader = try interpreter.reader(arguments.require("iterable"))
        while let item = try reader.read() {
            if try interpreter.truth(item) { return .bool(true) }
        }
        return .bool(false)
    }

    func all() throws(Failure) -> Value {
        var reader = try interpreter.reader(arguments.require("iterable"))
        while let item = try reader.read() {
            if try !interpreter.truth(item) { return .bool(false) }
        }
        return .bool(true)
    }

    /// Adds from the left, starting from 0; columns of numbers without building their items.
    func sum() throws(Failure) -> Value {
        let iterable = try arguments.require("iterable")
        let start = arguments["start"] ?? .int(0)
        if case .text = start { throw Failure(.typeError, "sum() can't sum strings [use ''.join(seq) instead]") }
        if let quick = try quickSum(iterable, start) { return quick }
        var reader = try interpreter.reader(iterable)
        var total = start
        while let item = try reader.read() {
            try interpreter.charge(cells: 1)
            total = try interpreter.binary(.add, total, item)
        }
        return total
    }

    private func quickSum(_ iterable: Value, _ start: Value) throws(Failure) -> Value? {
        guard case .series(let series) = iterable, case .int(let base) = start, series.count > 0 else { return nil }
        try interpreter.charge(cells: series.count)
        switch series.column {
        case .bool(let cells): return .int(cells.reduce(base) { $0 &+ ($1 ? 1 : 0) })
        case .float(let cells): return .float(cells.reduce(Double(base), +))
        case .int(let cells): return checkedSum(cells, base).map(Value.int)
        case .text, .object, .timestamp, .timedelta, .categorical: return nil
        }
    }

    /// Nil where 64 bits do not hold it: the slow way then says so.
    private func checkedSum(_ cells: [Int], _ base: Int) -> Int? {
        var total = base
        for cell in cells {
            let (sum, overflow) = total.addingReportingOverflow(cell)
            guard !overflow else { return nil }
            total = sum
        }
        return total
    }
}

/// `min` or `max`.
enum Extreme: String { case min, max }

extension Call where Receiver == Builtins {
    /// The first item that no later one beats; NaN is beaten by nothing and beats nothing, so its place decides.
    func extreme(_ which: Extreme) throws(Failure) -> Value {
        let values = arguments.rest("values")
        guard let first = values.first else { throw Failure(.typeError, "\(which.rawValue) expected at least 1 argument, got 0") }
        if values.count > 1, arguments["default"] != nil {
            throw Failure(.typeError, "Cannot specify a default for \(which.rawValue)() with multiple positional arguments")
        }
        let key = arguments.given("key")
        if values.count == 1, key == nil, let quick = try quickExtreme(which, first) { return quick }
        var reader = values.count > 1 ? Reader(values) : try interpreter.reader(first)
        guard let item = try reader.read() else {
            guard let standard = arguments["default"] else { throw Failure(.valueError, "\(which.rawValue)() arg is an empty sequence") }
            return standard
        }
        return try extreme(which, item, &reader, key)
    }

    private func extreme(_ which: Extreme, _ first: Value, _ reader: inout Reader, _ key: Value?) throws(Failure) -> Value {
        var best = first
        var bestKey = try ranked(first, key)
        while let item = try reader.read() {
            try interpreter.charge(cells: 1)
            let itemKey = try ranked(item, key)
            if try interpreter.truth(interpreter.compare(which == .max ? .greater : .less, itemKey, bestKey)) {
                best = item
                bestKey = itemKey
            }
        }
        return best
    }

    private func ranked(_ item: Value, _ key: Value?) throws(Failure) -> Value {
        guard let key else { return item }
        return try interpreter.call(key, [item])
    }

    /// Columns of one comparable type, without building their items.
    private func quickExtreme(_ which: Extreme, _ iterable: Value) throws(Failure) -> Value? {
        guard case .series(let series) = iterable, series.count > 0 else { return nil }
        try interpreter.charge(cells: series.count)
        switch series.column {
        case .int(let cells): return (which == .max ? cells.max() : cells.min()).map(Value.int)
        case .float(let cells): return .float(cells.dropFirst().reduce(cells[0]) { (which == .max ? $1 > $0 : $1 < $0) ? $1 : $0 })
        case .text(let cells) where !cells.cells.contains(where: \.isMissing):
            return cells[0].map { .text((1..<cells.count).reduce($0) { best, row in better(which, cells[row] ?? best, best) }) }
        case .bool, .text, .object, .timestamp, .timedelta, .categorical: return nil
        }
    }

    private func better(_ which: Extreme, _ item: Text, _ best: Text) -> Text {
        (which == .max ? item > best : item < best) ? item : best
    }
}
