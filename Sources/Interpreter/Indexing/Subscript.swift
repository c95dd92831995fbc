import Diagnostics
import Values

extension Interpreter {
    /// `value[key]`
    func subscripted(_ value: Value, key: Value) throws(Failure) -> Value {
        try charge(cells: 1)
        switch value {
        case .frame(let frame): return try subscripted(frame, applied(key, to: value))
        case .series(let series): return try subscripted(series, applied(key, to: value))
        case .accessor(let accessor): return try subscripted(accessor, key)
        case .index(let index): return try subscripted(index, key)
        case .array(let array): return try subscripted(array, key)
        case .groupBy(let groups): return try subscripted(groups, key)
        case .list(let list): return try element(of: list.items, key, "list") { .list($0) }
        case .tuple(let tuple): return try element(of: tuple.items, key, "tuple") { .tuple($0) }
        case .text(let text): return try character(of: text, key)
        case .range(let range): return try element(of: iterate(.range(range)), key, "range") { .list($0) }
        case .dict(let dict):
            guard let found = dict[try hashable(key)] else { throw Failure(.keyError, Interpreter.brief(key)) }
            return found
        case .numpyBool, .numpyInt, .numpyFloat: throw Failure(.indexError, "invalid index to scalar variable")
        case .none, .bool, .int, .float, .timestamp, .timedelta, .date, .time, .interval, .set, .slice, .iterator, .function, .type, .dtype, .module:
            throw Failure(.typeError, "'\(value.typeName)' object is not subscriptable")
        }
    }

    /// pandas calls a key that can be called.
    private func applied(_ key: Value, to value: Value) throws(Failure) -> Value {
        if case .function = key { return try call(key, [value]) }
        return key
    }

    private func subscripted(_ accessor: AccessorValue, _ key: Value) throws(Failure) -> Value {
        switch accessor.kind {
        case .loc: try loc(accessor.receiver, applied(key, to: accessor.receiver))
        case .iloc: try iloc(accessor.receiver, applied(key, to: accessor.receiver))
        case .at: try at(accessor.receiver, key)
        case .iat: try iat(accessor.receiver, key)
        case .str: try strSubscript(accessor, key)
        case .dt: throw Failure(.typeError, "'DatetimeProperties' object is not subscriptable")
        case .rolling, .expanding: try windowSubscript(accessor, key)
        case .match: try matchSubscript(accessor, key)
        case .pattern: throw Failure(.typeError, "'re.Pattern' object is not subscriptable")
        }
    }

    // MARK: Python's sequences

    private func element(of items: [Value], _ key: Value, _ name: String, _ wrap: ([Value]) -> Value) throws(Failure) -> Value {
        if case .slice(let slice) = key { return wrap(try Slices.positions(slice, count: items.count).map { items[$0] }) }
        let isFlag = if case .numpyBool = key { true } else { false }
        guard let number = key.integer, !isFlag else {
            throw Failure(.typeError, "\(name) indices must be integers or slices, not \(key.typeName)")
        }
        guard let at = Slices.position(number, count: items.count) else { throw Failure(.indexError, "\(name) index out of range") }
        return items[at]
    }

    private func character(of text: Text, _ key: Value) throws(Failure) -> Value {
        try charge(cells: Int(text.count))
        if text.isKnownASCII, let number = key.integer {
            guard let at = Slices.position(number, count: Int(text.count)) else { throw Failure(.indexError, "string index out of range") }
            return .text(text.slice(at, at + 1))
        }
        let scalars = text.scalars
        if case .slice(let slice) = key {
            var out = String.UnicodeScalarView()
            for at in try Slices.positions(slice, count: scalars.count) { out.append(scalars[at]) }
            return .string(String(out))
        }
        guard let number = key.integer else { throw Failure(.typeError, "string indices must be integers, not '\(key.typeName)'") }
        guard let at = Slices.position(number, count: scalars.count) else { throw Failure(.indexError, "string index out of range") }
        return .string(String(Character(scalars[at])))
    }

    // MARK: Arrays and indexes

    private func subscripted(_ index: Index, _ key: Value) throws(Failure) -> Value {
        if let number = key.integer {
            guard let at = Slices.position(number, count: index.count) else {
                throw Failure(.indexError, "index \(number) is out of bounds for axis 0 with size \(index.count)")
            }
            return index[at]
        }
        return .index(index.gather(try arrayPositions(key, count: index.count)))
    }

    private func subscripted(_ array: NDArray, _ key: Value) throws(Failure) -> Value {
        guard array.isFlat else { return try subscripted(rows: array, key) }
        if let number = key.integer, !isFlag(key) {
            guard let at = Slices.position(number, count: array.count) else {
                throw Failure(.indexError, "index \(number) is out of bounds for axis 0 with size \(array.count)")
            }
            return array.column[at]
        }
        return .array(NDArray(array.column.gather(try arrayPositions(key, count: array.count))))
    }

    private func isFlag(_ key: Value) -> Bool {
        switch key {
        case .bool, .numpyBool: true
        default: false
        }
    }

    /// A two-dimensional array: one row, rows, or a cell.
    private func subscripted(rows array: NDArray, _ key: Value) throws(Failure) -> Value {
        let width = array.shape.count > 1 ? array.shape[1] : 1
        let parts = key.tuple ?? [key]
        guard parts.count <= 2, let first = parts.first else { throw Failure(.indexError, "too many indices for array") }
        let row = first.integer
        let rows = if let row { [try arrayPosition(row, array.count)] } else { try arrayPositions(first, count: array.count) }
        let second = parts.count == 2 ? parts[1] : .slice(SliceValue(lower: .none, upper: .none, step: .none))
        let column = second.integer
        let columns = if let column { [try arrayPosition(column, width)] } else { try arrayPositions(second, count: width) }
        let cells = array.column.gather(rows.flatMap { row in columns.map { row * width + $0 } })
        switch (row, column) {
        case (.some, .some): return cells[0]
        case (.some, nil), (nil, .some): return .array(NDArray(cells))
        case (nil, nil): return .array(NDArray(cells, shape: [rows.count, columns.count]))
        }
    }

    private func arrayPosition(_ at: Int, _ count: Int) throws(Failure) -> Int {
        guard let position = Slices.position(at, count: count) else {
            throw Failure(.indexError, "index \(at) is out of bounds for axis with size \(count)")
        }
        return position
    }

    /// Positions that a slice, a mask or a list of integers names in an array.
    private func arrayPositions(_ key: Value, count: Int) throws(Failure) -> [Int] {
        if case .slice(let slice) = key { return try Slices.positions(slice, count: count) }
        if let column = try listed(key).map({ Column(values: $0) }) {
            switch column {
            case .bool(let flags):
                guard flags.count == count else { throw Failure(.indexError, "boolean index did not match indexed array") }
                return Interpreter.kept(flags)
            case .int(let items):
                var out: [Int] = []
                for item in items { out.append(try arrayPosition(item, count)) }
                return out
            case .object(let items) where items.isEmpty: return []
            case .float, .text, .object, .timestamp, .timedelta, .categorical: break
            }
        }
        throw Failure(.indexError, "only integers, slices (`:`), and integer or boolean arrays are valid indices")
    }

    // MARK: Group-by

    private func subscripted(_ groups: GroupBy, _ key: Value) throws(Failure) -> Value {
        guard !groups.isSeries, groups.selection == nil else { throw Failure(.indexError, "column(s) already selected") }
        if case .tuple = key { throw Failure(.valueError, "cannot subset columns with a tuple with more than one element: use a list instead") }
        if let labels = try listed(key) {
            return .groupBy(groups.selecting(try columnPositions(labels, groups.frame), asSeries: false))
        }
        guard let at = groups.frame.columns.position(of: try hashable(key)) else {
            throw Failure(.keyError, "column not found: \(Interpreter.brief(key))")
        }
        return .groupBy(groups.selecting([at], asSeries: true))
    }

    func columnPositions(_ labels: [Value], _ frame: Frame) throws(Failure) -> [Int] {
        try positions(of: labels, in: frame.columns)
    }
}
