import Diagnostics
import Values

// Frames as Python values, and the ways to walk them.
extension Call where Receiver == Frame {
    func items() -> Value {
        .iterator(IteratorValue(.generator, (0..<receiver.columnCount).map { .tuple([receiver.columns[$0], .series(receiver.series($0))]) }))
    }

    func iterrows() throws(Failure) -> Value {
        try interpreter.charge(cells: receiver.rowCount * (receiver.columnCount + 1))
        let rows = FrameRows(receiver)
        return .iterator(IteratorValue(.generator, (0..<receiver.rowCount).map { row in
            .tuple([receiver.index[row].asPython, .series(Series(rows[row], index: receiver.columns, name: receiver.index[row]))])
        }))
    }

    /// Rows as tuples of Python scalars, their fields named after the columns.
    func itertuples() throws(Failure) -> Value {
        try interpreter.charge(cells: receiver.rowCount * (receiver.columnCount + 1))
        let withIndex = try arguments.bool("index", default: true)
        let columns = receiver.allColumns
        let fields = try tupleFields(withIndex: withIndex)
        return .iterator(IteratorValue(fields == nil ? .zip : .map, (0..<receiver.rowCount).map { row in
            let items = (withIndex ? [receiver.index[row].asPython] : []) + columns.map { $0[row].asPython }
            return .tuple(TupleValue(items, fields: fields))
        }))
    }

    /// Python's `namedtuple(…, rename=True)`: a label that is no name, is a keyword or comes twice is called `_` and its position.
    private func tupleFields(withIndex: Bool) throws(Failure) -> TupleFields? {
        guard case .text(let typeName) = arguments["name"] ?? .string("Pandas") else { return nil }
        var seen: Set<String> = []
        let labels = (withIndex ? [.string("Index")] : []) + receiver.columns.values
        let names = labels.enumerated().map { at, label in
            let name = interpreter.labelText(label)
            let isFit = Text(name).isIdentifier && !pythonKeywords.contains(name) && !name.hasPrefix("_")
            return isFit && seen.insert(name).inserted ? name : "_\(at)"
        }
        return TupleFields(typeName: typeName.string, names: names)
    }

    func get() throws(Failure) -> Value {
        let key = try arguments.require("key")
        do {
            return try interpreter.subscripted(.frame(receiver), key: key)
        } catch {
            switch error.code {
            case .keyError, .indexError, .valueError: return arguments["default"] ?? .none
            default: throw error
            }
        }
    }

    func toDict() throws(Failure) -> Value {
        try interpreter.charge(bytes: receiver.rowCount * max(receiver.columnCount, 1) * 48)
        let orient = try arguments.word("orient", default: "dict")
        switch orient {
        case "dict": return .dict(byColumn { .dict(keyed($0.column)) })
        case "list": return .dict(byColumn { .list($0.column.values.map(\.asPython)) })
        case "series": return .dict(byColumn { .series($0) })
        case "split": return .dict(split())
        // pandas makes no rows of no columns.
        case "records" where receiver.columnCount == 0: return .list([])
        case "records": return .list(rows().map { .dict(DictValue(Swift.zip(receiver.columns.values.map(\.asPython), $0))) })
        case "index":
            guard receiver.index.isUnique else { throw Failure(.valueError, "DataFrame index must be unique for orient='index'.") }
            let labels = receiver.columns.values.map(\.asPython)
            return .dict(DictValue(Swift.zip(receiver.index.values.map(\.asPython), rows().map { .dict(DictValue(Swift.zip(labels, $0))) })))
        case "tight": throw Failure(.unsupportedArgument, "to_dict(orient='tight') is not supported")
        default: throw Failure(.valueError, "orient '\(orient)' not understood")
        }
    }

    private func byColumn(_ make: (Series) -> Value) -> DictValue {
        DictValue((0..<receiver.columnCount).map { (receiver.columns[$0].asPython, make(receiver.series($0))) })
    }

    private func keyed(_ column: Column) -> DictValue {
        DictValue(Swift.zip(receiver.index.values.map(\.asPython), column.values.map(\.asPython)))
    }

    private func rows() -> [[Value]] {
        let columns = receiver.allColumns
        return (0..<receiver.rowCount).map { row in columns.map { $0[row].asPython } }
    }

    private func split() -> DictValue {
        var pairs: [(Value, Value)] = []
        if (try? arguments.bool("index", default: true)) ?? true { pairs.append((.string("index"), .list(receiver.index.values.map(\.asPython)))) }
        pairs.append((.string("columns"), .list(receiver.columns.values.map(\.asPython))))
        pairs.append((.string("data"), .list(rows().map { .list($0) })))
        return DictValue(pairs)
    }

    func toString() throws(Failure) -> Value {
        throw Failure(.unsupportedOperation, "'to_string' of DataFrame is not supported: a frame's text is not a value")
    }

    /// The checker has read the text by now; in place, what it selected is the argument.
    func queried() throws(Failure) -> Value {
        guard case .frame(let rows) = try arguments.require("expr") else { return try needsConstant("query") }
        return .frame(rows)
    }

    func needsConstant(_ name: String) throws(Failure) -> Value {
        throw Failure(.unsupportedOperation, "\(name)() needs a constant expression")
    }
}

/// Python's reserved words: no field of a named tuple is called so.
private let pythonKeywords: Set<String> = [
    "False", "None", "True", "and", "as", "assert", "async", "await", "break", "class", "continue", "def", "del", "elif", "else", "except",
    "finally", "for", "from", "global", "if", "import", "in", "is", "lambda", "nonlocal", "not", "or", "pass", "raise", "return", "try",
    "while", "with", "yield",
]
