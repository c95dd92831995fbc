import Catalog
import Diagnostics
import Values

// What labels are: types, order, gaps, extremes.
extension Call where Receiver == Index {
    func missing() throws(Failure) -> [Bool] {
        guard !receiver.isMulti else { throw Failure(.notImplemented, "isna is not defined for MultiIndex") }
        return receiver.column.missing
    }

    /// Only a RangeIndex has a start, a stop and a step.
    ///
    /// - Throws: `attributeError` for other labels; `unsupportedOperation` for integers that pandas may keep as a range.
    func range() throws(Failure) -> RangeValue {
        switch receiver.labels {
        case .range(let range) where range.step == 1: return range
        case .range, .column(.int): throw Failure(.unsupportedOperation, "'\(arguments.operation)' of these labels is not supported")
        case .column, .multi: throw Failure(.attributeError, "'\(receiver.typeName)' object has no attribute '\(arguments.operation)'")
        }
    }

    func isIdentical(_ other: Index) -> Bool {
        receiver.equals(other) && receiver.names.map(HashKey.init) == other.names.map(HashKey.init)
            && receiver.column.dtype == other.column.dtype && receiver.typeName == other.typeName
    }

    /// pandas' word for what the labels are (`lib.infer_dtype` without leaving gaps out).
    func kindName() throws(Failure) -> String {
        switch receiver.labels {
        case .range, .column(.int): return "integer"
        case .multi: return "mixed"
        case .column(.bool): return "boolean"
        case .column(.float): return "floating"
        case .column(.timestamp): return "datetime64"
        case .column(.timedelta): return "timedelta64"
        case .column(.categorical): return "categorical"
        case .column(.text(let cells)):
            if cells.count == 0 { return "empty" }
            return cells.cells.contains(where: \.isMissing) ? "mixed" : "string"
        case .column(.object(let cells)):
            if cells.isEmpty { return "empty" }
            if cells.allSatisfy({ $0.text != nil }) { return "string" }
            throw Failure(.unsupportedOperation, "'inferred_type' of mixed labels is not supported")
        }
    }

    // MARK: Order

    /// Whether neighbours stand as asked; missing labels and labels without an order do not.
    func isMonotonic(_ inOrder: (Int, Int) -> Bool) -> Bool {
        let levels = (0..<receiver.levelCount).map(receiver.level)
        guard levels.allSatisfy({ !$0.missing.contains(true) && hasOrder($0) }) else { return false }
        return (1..<Swift.max(receiver.count, 1)).allSatisfy { inOrder($0 - 1, $0) }
    }

    private func hasOrder(_ column: Column) -> Bool {
        guard case .object = column else { return true }
        return (try? CellOrder.positions(of: column, mixed: false)) != nil
    }

    /// Whether one label comes before another.
    func precedes(_ a: Int, _ b: Int) -> Bool { CellOrder.precedes(receiver[a], receiver[b]) }

    /// The positions in order, missing labels last.
    func ascending() throws(Failure) -> [Int] {
        try interpreter.charge(cells: receiver.count &* 8)
        guard receiver.isMulti else { return try CellOrder.positions(of: receiver.column, mixed: false) }
        var codes: [[Int]] = []
        for at in 0..<receiver.levelCount { codes.append(try Factors.ordered(receiver.level(at), missing: .equal).codes) }
        return SortKeys.order(codes, count: receiver.count)
    }

    func sorted() throws(Failure) -> Value {
        let keys = if let key = arguments.given("key") { try keyed(key) } else { receiver }
        let isAscending = try arguments.bool("ascending", default: true)
        let missingFirst = try arguments.word("na_position", default: "last") == "first"
        let order: [Int]
        if keys.isMulti {
            let rows = try on(keys).ascending()
            order = isAscending ? rows : rows.reversed()
        } else {
            order = try interpreter.order(keys.column, ascending: isAscending, missingFirst: missingFirst)
        }
        let result = Value.index(receiver.gather(order))
        return try arguments.bool("return_indexer", default: false) ? .tuple([result, .array(NDArray(.int(order)))]) : result
    }

    private func keyed(_ function: Value) throws(Failure) -> Index {
        guard case .index(let keys) = try interpreter.call(function, [.index(receiver)]), keys.count == receiver.count else {
            throw Failure(.valueError, "User-provided `key` function must not change the shape of the array.")
        }
        return keys
    }

    // MARK: Reductions

    /// `any` and `all`; numpy's, but a range answers as Python does.
    func truths(_ name: NumpyOperation) throws(Failure) -> Value {
        guard !receiver.isMulti, !receiver.isTimes else {
            throw Failure(.typeError, "cannot perform \(name.rawValue) with \(receiver.typeName)")
        }
        if case .range(let range) = receiver.labels {
            let zero = receiver.position(of: .int(0)) != nil
            return .bool(name == .all ? !zero : range.count > (zero ? 1 : 0))
        }
        return try interpreter.invoke(.numpy(name), on: .none, [.array(NDArray(receiver.column))])
    }

    /// `min` and `max`; of nothing NaN.
    func extreme(_ name: String) throws(Failure) -> Value {
        guard receiver.count > 0 else { return receiver.isTimes ? .timestamp(Column.missingTime) : .float(.nan) }
        switch receiver.labels {
        case .range(let range):
            let isFirst = (range.step > 0) == (name == "min")
            return .int(range[isFirst ? 0 : range.count - 1])
        case .column: return try asked(name, keywords: arguments.passing("skipna"))
        case .multi:
            let order = try ascending()
            return receiver[name == "min" ? order[0] : order[order.count - 1]]
        }
    }

    /// `argmax` and `argmin`: missing numbers are skipped, objects are compared as Python compares them.
    func extremePlace(_ name: NumpyOperation) throws(Failure) -> Value {
        guard receiver.column.dtype != .object else {
            return try interpreter.invoke(.numpy(name), on: .none, [.array(NDArray(receiver.column))])
        }
        return try asked(name.rawValue, keywords: arguments.passing("skipna")).asNumpy
    }

    func item() throws(Failure) -> Value {
        guard receiver.count == 1 else { throw Failure(.valueError, "can only convert an array of size 1 to a Python scalar") }
        return try interpreter.iterate(.index(receiver))[0]
    }
}

extension Index {
    var isTimes: Bool {
        switch labels {
        case .column(.timestamp), .column(.timedelta): true
        case .range, .column, .multi: false
        }
    }
}
