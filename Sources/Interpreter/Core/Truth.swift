import Diagnostics
import Values

extension Interpreter {
    /// Python's `bool(value)`.
    ///
    /// - Throws: `ambiguousTruth` for a Series, a frame, an index, or an array of other than one element.
    func truth(_ value: Value) throws(Failure) -> Bool { try Interpreter.truth(value) }

    public static func truth(_ value: Value) throws(Failure) -> Bool {
        switch value {
        case .none: false
        case .bool(let b), .numpyBool(let b): b
        case .int(let i), .numpyInt(let i): i != 0
        case .float(let x), .numpyFloat(let x): x != 0
        case .text(let text): !text.isEmpty
        case .timedelta(let t): t != 0
        case .timestamp, .date, .time, .interval, .slice, .accessor, .function, .type, .dtype, .module: true
        case .list(let list): !list.items.isEmpty
        case .tuple(let items): !items.isEmpty
        case .set(let set): !set.items.isEmpty
        case .dict(let dict): dict.count > 0
        case .range(let range): range.count > 0
        case .iterator(let iterator): truth(iterator)
        case .groupBy(let groups): groups.groupCount > 0
        case .array(let array): try truth(array)
        case .series, .frame, .index: throw ambiguous(value)
        }
    }

    private static func truth(_ iterator: IteratorValue) -> Bool {
        switch iterator.kind {
        case .keys, .values, .items: iterator.count > 0
        case .zip, .map, .filter, .enumerate, .generator, .reversed, .iterator: true
        }
    }

    private static func truth(_ array: NDArray) throws(Failure) -> Bool {
        guard array.column.count == 1 else { throw ambiguous(.array(array)) }
        return try truth(array.column[0])
    }

    private static func ambiguous(_ value: Value) -> Failure {
        Failure(
            .ambiguousTruth, "the truth value of a \(value.typeName) is ambiguous",
            helps: ["ask '.any()', '.all()', '.iloc[0]', or 'len(…) > 0'"])
    }

    /// What `for item in value` gives.
    ///
    /// A Series or an index gives Python scalars, an array numpy's, a frame its column labels, a group-by `(name, group)` pairs.
    func iterate(_ value: Value) throws(Failure) -> [Value] {
        switch value {
        case .list(let list): list.items
        case .tuple(let tuple): tuple.items
        case .set(let set): items(of: set)
        case .dict(let dict): dict.keys
        case .range(let range): try items(of: range)
        case .iterator(let iterator): try iterator.take()
        case .text(let text): try characters(of: text)
        case .series(let series): try pythonItems(of: series.column)
        case .index(let index): try pythonItems(of: index)
        case .array(let array): try items(of: array)
        case .frame(let frame): frame.columns.values.map(\.asPython)
        case .groupBy(let groups): try pairs(of: groups)
        case .none, .bool, .int, .float, .numpyBool, .numpyInt, .numpyFloat, .timestamp, .timedelta, .date, .time, .interval, .slice, .accessor,
            .function, .type, .dtype, .module:
            throw Failure(.typeError, "'\(value.typeName)' object is not iterable")
        }
    }

    private func items(of range: RangeValue) throws(Failure) -> [Value] {
        try charge(bytes: range.count.multipliedReportingOverflow(by: 24).partialValue)
        try charge(cells: range.count)
        return (0..<range.count).map { .int(range[$0]) }
    }

    private func characters(of text: Text) throws(Failure) -> [Value] {
        try charge(cells: Int(text.count))
        return text.scalars.map { .string(String(Character($0))) }
    }

    private func pythonItems(of column: Column) throws(Failure) -> [Value] {
        try charge(cells: column.count)
        if case .float(let cells) = column { return cells.map { .float($0.asObject) } }
        return column.values.map(\.asPython)
    }

    private func pythonItems(of index: Index) throws(Failure) -> [Value] {
        if case .column(let column) = index.labels { return try pythonItems(of: column) }
        try charge(cells: index.count)
        return index.values.map(\.asPython)
    }

    private func items(of array: NDArray) throws(Failure) -> [Value] {
        try charge(cells: array.column.count)
        guard !array.isFlat, array.shape.count == 2 else { return array.column.values }
        let width = array.shape[1]
        return (0..<array.shape[0]).map { .array(NDArray(array.column.slice($0 * width..<($0 + 1) * width))) }
    }
}

extension Value {
    /// A numpy scalar as Python's own (`.item()`); anything else as it is.
    var asPython: Value {
        switch self {
        case .numpyBool(let b): .bool(b)
        case .numpyInt(let i): .int(i)
        case .numpyFloat(let x): .float(x)
        case .none, .bool, .int, .float, .text, .timestamp, .timedelta, .date, .time, .interval, .list, .tuple, .set, .dict, .range, .slice,
            .iterator, .series, .frame, .index, .array, .groupBy, .accessor, .function, .type, .dtype, .module:
            self
        }
    }
}

extension Interpreter {
    /// A value in a message: short, whatever it is.
    static func brief(_ value: Value) -> String {
        switch value {
        case .none: "None"
        case .bool(let b), .numpyBool(let b): b ? "True" : "False"
        case .int(let i), .numpyInt(let i): String(i)
        case .float(let x), .numpyFloat(let x): x.isNaN ? "nan" : "\(x)"
        case .text(let text): "'\(String(text.string.prefix(60)))'"
        case .tuple(let items): "(" + items.prefix(5).map(brief).joined(separator: ", ") + ")"
        case .list(let list): "[" + list.items.prefix(5).map(brief).joined(separator: ", ") + "]"
        case .timestamp, .timedelta, .date, .time, .interval, .set, .dict, .range, .slice, .iterator, .series, .frame, .index, .array, .groupBy,
            .accessor, .function, .type, .dtype, .module:
            "a \(value.typeName)"
        }
    }
}
