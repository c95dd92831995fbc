import Diagnostics
import Plan
import Values

extension Value {
    /// The items of a list or a tuple.
    var sequenceItems: [Value]? {
        switch self {
        case .list(let list): list.items
        case .tuple(let tuple): tuple.items
        default: nil
        }
    }
}

/// Python's comparisons of two values that are not columns.
enum Comparisons {
    /// `==`: never raises for what has one answer; a Series or an array inside a container is not comparable.
    static func equal(_ a: Value, _ b: Value) throws(Failure) -> Bool {
        switch (a, b) {
        case (.text(let a), .text(let b)): return a == b
        case (.none, .none): return true
        case (.list(let a), .list(let b)): return try equal(a.items, b.items)
        case (.tuple(let a), .tuple(let b)): return try equal(a.items, b.items)
        case (.set(let a), .set(let b)): return a.items.count == b.items.count && a.items.allSatisfy(b.contains)
        case (.dict(let a), .dict(let b)): return try equal(a, b)
        case (.range(let a), .range(let b)): return a.count == b.count && (a.count == 0 || a.start == b.start && (a.count == 1 || a.step == b.step))
        case (.timestamp(let a), .timestamp(let b)), (.timedelta(let a), .timedelta(let b)): return a == b && a != Column.missingTime
        case (.date(let a), .date(let b)), (.time(let a), .time(let b)): return a == b
        case (.interval(let a), .interval(let b)): return a.left == b.left && a.right == b.right && a.isClosedRight == b.isClosedRight
        case (.type(let a), .type(let b)): return same(a, b)
        case (.dtype(let a), .dtype(let b)): return a == b
        case (.dtype(let a), .text(let b)), (.text(let b), .dtype(let a)): return names(b, a)
        case (.dtype(let a), .type(let b)), (.type(let b), .dtype(let a)): return names(b, a)
        case (.series, _), (_, .series), (.frame, _), (_, .frame), (.array, _), (_, .array), (.index, _), (_, .index):
            throw Failure(.unsupportedValue, "comparing a \(a.typeName) with a \(b.typeName) inside a container is not supported")
        default: break
        }
        if let x = a.integer, let y = b.integer { return x == y }
        if let x = a.number, let y = b.number { return x == y }
        if a.isNumpy, let items = b.sequenceItems { return try equal(a, each: items) }
        if b.isNumpy, let items = a.sequenceItems { return try equal(b, each: items) }
        return HashKey(a) == HashKey(b) && !a.isMissing && isReference(a)
    }

    /// What Python compares by identity.
    private static func isReference(_ value: Value) -> Bool {
        switch value {
        case .function, .groupBy, .accessor, .iterator, .slice, .module: true
        case .none, .bool, .int, .float, .text, .numpyBool, .numpyInt, .numpyFloat, .timestamp, .timedelta, .date, .time, .interval, .list, .tuple,
            .set, .dict, .range, .series, .frame, .index, .array, .type, .dtype:
            false
        }
    }

    /// numpy compares its scalars with each item, and only one answer has a truth.
    private static func equal(_ scalar: Value, each items: [Value]) throws(Failure) -> Bool {
        guard items.count == 1 else {
            throw Failure(.valueError, "The truth value of an array with \(items.isEmpty ? "no" : "more than one") element is ambiguous. Use a.any() or a.all()")
        }
        return try equal(scalar, items[0])
    }

    private static func equal(_ a: [Value], _ b: [Value]) throws(Failure) -> Bool {
        guard a.count == b.count else { return false }
        for (x, y) in zip(a, b) where try !isSame(x, y) { return false }
        return true
    }

    /// What containers ask: the same object, or an equal one. There is one NaT.
    static func isSame(_ a: Value, _ b: Value) throws(Failure) -> Bool { a.isNaT && b.isNaT || a.isSameNaN(as: b) ? true : try equal(a, b) }

    private static func equal(_ a: DictValue, _ b: DictValue) throws(Failure) -> Bool {
        guard a.count == b.count else { return false }
        for (key, value) in zip(a.keys, a.values) {
            guard let other = b[key], try isSame(value, other) else { return false }
        }
        return true
    }

    /// `int` and `np.int64` are different types.
    private static func same(_ a: PythonType, _ b: PythonType) -> Bool { a == b }

    private static func names(_ text: Text, _ dtype: DType) -> Bool {
        let name = text.string
        switch dtype {
        case .object: return name == "object" || name == "O"
        case .int64: return ["int64", "int", "i8", "<i8"].contains(name)
        case .float64: return ["float64", "float", "f8", "<f8"].contains(name)
        case .bool: return name == "bool"
        case .category: return name == "category"
        case .datetime: return ["datetime64[ns]", "<M8[ns]", "M8[ns]"].contains(name)
        case .timedelta: return ["timedelta64[ns]", "<m8[ns]", "m8[ns]"].contains(name)
        }
    }

    private static func names(_ type: PythonType, _ dtype: DType) -> Bool {
        switch (type, dtype) {
        case (.int, .int64), (.numpyInt, .int64), (.float, .float64), (.numpyFloat, .float64), (.bool, .bool), (.numpyBool, .bool),
            (.object, .object), (.str, .object):
            type != .str
        default: false
        }
    }

    /// -1, 0 or 1; nil where the two are unordered (NaN).
    ///
    /// - Throws: `typeError` where Python does not order the two types.
    static func order(_ symbol: ComparisonOperator, _ a: Value, _ b: Value) throws(Failure) -> Int? {
        switch (a, b) {
        case (.timestamp, .timedelta), (.timedelta, .timestamp): if a.isNaT || b.isNaT { return nil }
        default: break
        }
        switch (a, b) {
        case (.text(let a), .text(let b)): return a == b ? 0 : a < b ? -1 : 1
        case (.timestamp(let x), .timestamp(let y)), (.timedelta(let x), .timedelta(let y)):
            return x == Column.missingTime || y == Column.missingTime ? nil : three(x, y)
        case (.date(let x), .date(let y)), (.time(let x), .time(let y)): return three(x, y)
        case (.interval(let x), .interval(let y)): return x.left == y.left ? three(x.right, y.right) : three(x.left, y.left)
        case (.list(let x), .list(let y)): return try order(symbol, x.items, y.items)
        case (.tuple(let x), .tuple(let y)): return try order(symbol, x.items, y.items)
        default: break
        }
        if let x = a.integer, let y = b.integer { return three(x, y) }
        if let x = a.number, let y = b.number { return x.isNaN || y.isNaN ? nil : three(x, y) }
        throw Failure(.typeError, "'\(symbol.rawValue)' not supported between instances of '\(a.typeName)' and '\(b.typeName)'")
    }

    private static func order(_ symbol: ComparisonOperator, _ a: [Value], _ b: [Value]) throws(Failure) -> Int? {
        for (x, y) in zip(a, b) where try !equal(x, y) { return try order(symbol, x, y) }
        return three(a.count, b.count)
    }

    @inline(__always) private static func three<T: Comparable>(_ a: T, _ b: T) -> Int { a < b ? -1 : a > b ? 1 : 0 }

    /// The result of an ordering comparison.
    static func holds(_ symbol: ComparisonOperator, _ order: Int?) -> Bool {
        guard let order else { return false }
        switch symbol {
        case .less: return order < 0
        case .lessEqual: return order <= 0
        case .greater: return order > 0
        case .greaterEqual: return order >= 0
        case .equal: return order == 0
        case .notEqual: return order != 0
        case .isSame, .isNot, .contains, .notContains: return false
        }
    }

    /// One of `== != < <= > >=` on two scalars or containers.
    static func compare(_ symbol: ComparisonOperator, _ a: Value, _ b: Value) throws(Failure) -> Bool {
        switch symbol {
        case .equal: return try equal(a, b)
        case .notEqual: return try !equal(a, b)
        case .less, .lessEqual, .greater, .greaterEqual:
            if case .set(let x) = a, case .set(let y) = b { return subset(symbol, x, y) }
            return holds(symbol, try order(symbol, a, b))
        case .isSame, .isNot, .contains, .notContains: throw Failure(.internalFault, "'\(symbol.rawValue)' is not an ordering")
        }
    }

    /// Sets order by inclusion.
    private static func subset(_ symbol: ComparisonOperator, _ a: SetValue, _ b: SetValue) -> Bool {
        let aInB = a.items.allSatisfy(b.contains)
        let bInA = b.items.allSatisfy(a.contains)
        switch symbol {
        case .less: return aInB && !bInA
        case .lessEqual: return aInB
        case .greater: return bInA && !aInB
        case .greaterEqual: return bInA
        case .equal: return aInB && bInA
        case .notEqual: return !(aInB && bInA)
        case .isSame, .isNot, .contains, .notContains: return false
        }
    }

    /// `a is b`
    ///
    /// - Throws: `unsupportedValue` where the answer depends on how CPython keeps objects.
    static func identical(_ a: Value, _ b: Value) throws(Failure) -> Bool {
        switch (a, b) {
        case (.none, .none): return true
        case (.none, _), (_, .none): return false
        case (.bool(let x), .bool(let y)): return x == y
        case (.bool, _), (_, .bool): return false
        case (.type(let x), .type(let y)): return x == y
        case (.float(let x), .float(let y)) where x.isNaN || y.isNaN: return a.isSameNaN(as: b)
        case (.timestamp(let x), .timestamp(let y)) where x == Column.missingTime && y == Column.missingTime: return true
        case (.int(let x), .int(let y)) where (-5...256).contains(x) && (-5...256).contains(y): return x == y
        default: break
        }
        guard isObject(a), isObject(b) else {
            guard a.typeName == b.typeName else { return false }
            throw Failure(.unsupportedValue, "'is' between two values of type \(a.typeName) is not supported", helps: ["compare with '=='"])
        }
        return HashKey(a) == HashKey(b)
    }

    private static func isObject(_ value: Value) -> Bool {
        switch value {
        case .list, .set, .dict, .slice, .iterator, .series, .frame, .index, .array, .groupBy, .accessor, .function, .module: true
        case .none, .bool, .int, .float, .text, .numpyBool, .numpyInt, .numpyFloat, .timestamp, .timedelta, .date, .time, .interval, .tuple, .range,
            .type, .dtype:
            false
        }
    }
}
