import Diagnostics
import Plan
import Values

extension Interpreter {
    /// Comparisons on any two values: a Series, a frame, an array or an index gives one elementwise.
    func compare(_ symbol: ComparisonOperator, _ left: Value, _ right: Value) throws(Failure) -> Value {
        try charge(cells: 1)
        switch symbol {
        case .isSame: return .bool(try Comparisons.identical(left, right))
        case .isNot: return .bool(try !Comparisons.identical(left, right))
        case .contains: return .bool(try contains(right, left))
        case .notContains: return .bool(try !contains(right, left))
        case .equal, .notEqual, .less, .lessEqual, .greater, .greaterEqual: return try ordering(symbol, left, right)
        }
    }

    private func ordering(_ symbol: ComparisonOperator, _ left: Value, _ right: Value) throws(Failure) -> Value {
        switch (left, right) {
        case (.frame(let a), .frame(let b)): return .frame(try frames(symbol, a, b))
        case (.frame(let a), .series(let b)): return .frame(try frame(symbol, a, beside: b))
        case (.series(let a), .frame(let b)): return .frame(try frame(symbol.mirrored, b, beside: a))
        case (.frame(let frame), .list), (.frame(let frame), .tuple), (.frame(let frame), .array):
            return .frame(try self.frame(frame, beside: right) { x, y, rows throws(Failure) in .bool(try compare(symbol, x, y, rows)) })
        case (.list, .frame(let frame)), (.tuple, .frame(let frame)), (.array, .frame(let frame)):
            return .frame(try self.frame(frame, beside: left) { x, y, rows throws(Failure) in .bool(try compare(symbol, y, x, rows)) })
        case (.frame(let frame), _):
            return .frame(try map(frame) { x, rows throws(Failure) in .bool(try compare(symbol, x, operand(right, rows), rows)) })
        case (_, .frame(let frame)):
            return .frame(try map(frame) { x, rows throws(Failure) in .bool(try compare(symbol, operand(left, rows), x, rows)) })
        case (.series(let a), .series(let b)): return .series(try series(symbol, a, b))
        case (.series(let a), _): return .series(a.with(.bool(try compare(symbol, .column(a.column), beside(a, right), a.count))))
        case (_, .series(let b)): return .series(b.with(.bool(try compare(symbol, beside(b, left), .column(b.column), b.count))))
        case (.array, _), (_, .array), (.index, _), (_, .index): return try arrays(symbol, left, right)
        case (_, .list) where left.isNumpy, (_, .tuple) where left.isNumpy: return try arrays(symbol, left, numbers(right))
        case (.list, _) where right.isNumpy, (.tuple, _) where right.isNumpy: return try arrays(symbol, numbers(left), right)
        default: return try scalars(symbol, left, right)
        }
    }

    /// A sequence beside one of numpy's numbers, which compares with each item.
    private func numbers(_ sequence: Value) throws(Failure) -> Value {
        let items = sequence.sequenceItems ?? []
        guard items.allSatisfy({ $0.number != nil }) else { throw Failure(.unsupportedValue, "comparing a number with a sequence of other things is not supported") }
        return .array(NDArray(Column(values: items)))
    }

    private func scalars(_ symbol: ComparisonOperator, _ left: Value, _ right: Value) throws(Failure) -> Value {
        let result = try Comparisons.compare(symbol, left, right)
        return left.isNumpy || right.isNumpy ? .numpyBool(result) : .bool(result)
    }

    private func beside(_ series: Series, _ value: Value) throws(Failure) -> Operand {
        guard case .tuple(let tuple) = value else { return try operand(value, series.count) }
        return Operand.column(series.column).isNumbers ? try beside(series, tuple.items) : .scalar(value)
    }

    /// A tuple beside numbers, which numpy makes an array of; one of texts equals none of them. Elsewhere it is one object.
    private func beside(_ series: Series, _ items: [Value]) throws(Failure) -> Operand {
        guard items.count == series.count || items.count == 1 else {
            throw Failure(.valueError, "operands could not be broadcast together with shapes (\(series.count),) (\(items.count),)")
        }
        if items.contains(where: { $0.sequenceItems != nil }) { throw Failure(.unsupportedValue, "comparing numbers with nested tuples is not supported") }
        if let text = items.first(where: { $0.text != nil }) { return .scalar(text) }
        return items.count == 1 ? .scalar(items[0]) : .column(Column(values: items))
    }

    func compare(
        _ symbol: ComparisonOperator, _ left: Operand, _ right: Operand, _ rows: Int, rules: OperatorRules = .pandas
    ) throws(Failure) -> [Bool] {
        try ColumnComparison(symbol: symbol, rows: rows, rules: rules, interpreter: self).apply(left, right)
    }

    /// Two series compare only where their labels are the same, in the same order.
    private func series(_ symbol: ComparisonOperator, _ a: Series, _ b: Series) throws(Failure) -> Series {
        guard a.index.equals(b.index) else { throw Failure(.valueError, "can only compare identically-labeled Series objects") }
        let result = try compare(symbol, .column(a.column), .column(b.column), a.count)
        return Series(.bool(result), index: a.index, name: commonName(a, b))
    }

    private func frames(_ symbol: ComparisonOperator, _ a: Frame, _ b: Frame) throws(Failure) -> Frame {
        guard a.index.equals(b.index), a.columns.equals(b.columns) else {
            throw Failure(.valueError, "can only compare identically-labeled (both index and columns) DataFrame objects")
        }
        var columns: [Column] = []
        for at in 0..<a.columnCount {
            columns.append(.bool(try compare(symbol, .column(a.column(at)), .column(b.column(at)), a.rowCount)))
        }
        return Frame(columns, index: a.index, columns: a.columns)
    }

    private func frame(_ symbol: ComparisonOperator, _ frame: Frame, beside series: Series) throws(Failure) -> Frame {
        guard frame.columns.equals(series.index) else {
            throw Failure(.valueError, "operands are not aligned: the frame's columns are not the Series' labels")
        }
        var columns: [Column] = []
        for at in 0..<frame.columnCount {
            let cells = series.column.gather(Array(repeating: at, count: frame.rowCount))
            columns.append(.bool(try compare(symbol, .column(frame.column(at)), .column(cells), frame.rowCount)))
        }
        return Frame(columns, index: frame.index, columns: frame.columns)
    }

    private func arrays(_ symbol: ComparisonOperator, _ left: Value, _ right: Value) throws(Failure) -> Value {
        let shape = try Interpreter.commonShape(left, right)
        let rows = shape.reduce(1, *)
        let result = try compare(symbol, flat(left, rows), flat(right, rows), rows, rules: Interpreter.rules(left, right))
        return .array(NDArray(.bool(result), shape: shape))
    }

    /// `item in container`
    func contains(_ container: Value, _ item: Value) throws(Failure) -> Bool {
        switch container {
        case .text(let text): return try contains(text, item)
        case .list(let list): return try contains(list.items, item)
        case .tuple(let tuple): return try contains(tuple.items, item)
        case .set(let set): return set.contains(try hashable(item))
        case .dict(let dict): return dict[try hashable(item)] != nil
        case .range(let range): return contains(range, item)
        case .series(let series): return series.index.position(of: try hashable(item)) != nil
        case .index(let index): return index.position(of: try hashable(item)) != nil
        case .frame(let frame): return frame.columns.position(of: try hashable(item)) != nil
        case .array(let array): return try contains(array, item)
        case .iterator(let iterator): return try contains(iterator, item)
        case .interval(let interval): return try contains(interval, item)
        case .none, .bool, .int, .float, .numpyBool, .numpyInt, .numpyFloat, .timestamp, .timedelta, .date, .time, .slice, .groupBy,
            .accessor, .function, .type, .dtype, .module:
            throw Failure(.typeError, "argument of type '\(container.typeName)' is not iterable")
        }
    }

    private func contains(_ text: Text, _ item: Value) throws(Failure) -> Bool {
        guard case .text(let wanted) = item else {
            throw Failure(.typeError, "'in <string>' requires string as left operand, not \(item.typeName)")
        }
        try charge(cells: Int(text.count))
        return text.contains(wanted)
    }

    private func contains(_ items: [Value], _ item: Value) throws(Failure) -> Bool {
        try charge(cells: items.count)
        for candidate in items where try isSame(candidate, item) { return true }
        return false
    }

    private func contains(_ range: RangeValue, _ item: Value) -> Bool {
        guard let number = item.number, let whole = Int(exactly: number), range.count > 0 else { return false }
        let (offset, overflow) = whole.subtractingReportingOverflow(range.start)
        return !overflow && offset % range.step == 0 && (0..<range.count).contains(offset / range.step)
    }

    /// numpy compares every element, then asks whether any is equal.
    private func contains(_ array: NDArray, _ item: Value) throws(Failure) -> Bool {
        let equal = try compare(.equal, .column(array.column), operand(item, array.column.count), array.column.count, rules: .numpy)
        return equal.contains(true)
    }

    private func contains(_ iterator: IteratorValue, _ item: Value) throws(Failure) -> Bool {
        while let candidate = try iterator.read() {
            if try isSame(candidate, item) { return true }
        }
        return false
    }
}

extension Value {
    /// A numpy scalar.
    var isNumpy: Bool {
        switch self {
        case .numpyBool, .numpyInt, .numpyFloat: true
        case .none, .bool, .int, .float, .text, .timestamp, .timedelta, .date, .time, .interval, .list, .tuple, .set, .dict, .range, .slice,
            .iterator, .series, .frame, .index, .array, .groupBy, .accessor, .function, .type, .dtype, .module:
            false
        }
    }
}
