import Diagnostics
import Kernels
import Plan
import Values

/// Comparisons on columns: to pandas' `comparison_op` a missing cell is unequal to everything and in no order, numpy compares objects as Python does.
struct ColumnComparison {
    let symbol: ComparisonOperator
    let rows: Int
    let rules: OperatorRules
    let interpreter: Interpreter

    private var isEquality: Bool { symbol == .equal || symbol == .notEqual }

    func apply(_ left: Operand, _ right: Operand) throws(Failure) -> [Bool] {
        try interpreter.charge(cells: rows)
        if let result = try categories(left, right) { return result }
        if let constant = try against(left, right) { return Array(repeating: constant, count: rows) }
        if let result = try texts(left, right) { return result }
        if let result = numbers(left, right) { return result }
        if let result = try times(left, right) { return result }
        return try objects(left, right)
    }

    /// Comparing with None, NaN or NaT has one answer, except where the column's type does not order with it at all.
    private func against(_ left: Operand, _ right: Operand) throws(Failure) -> Bool? {
        for (side, other) in [(left, right), (right, left)] {
            guard case .scalar(let value) = side, value.isMissing, rules == .pandas || !other.isObject else { continue }
            guard isEquality || orders(value, with: other) else { throw mismatch(left, right) }
            return symbol == .notEqual
        }
        return nil
    }

    /// Times order with NaT alone, numbers with anything but NaT, objects with anything.
    private func orders(_ missing: Value, with other: Operand) -> Bool {
        guard case .column(let column) = other else { return true }
        switch column {
        case .text, .object, .categorical: return true
        case .timestamp, .timedelta: return missing.isNaT
        case .bool, .int, .float: return !missing.isNaT
        }
    }

    // MARK: Text

    private func texts(_ left: Operand, _ right: Operand) throws(Failure) -> [Bool]? {
        guard rules == .pandas || isEquality || !left.hasGaps && !right.hasGaps else { return nil }
        switch (left, right) {
        case (.column(.text(let cells)), .scalar(.text(let wanted))): return compare(cells, wanted, symbol)
        case (.scalar(.text(let wanted)), .column(.text(let cells))): return compare(cells, wanted, symbol.mirrored)
        case (.column(.text(let a)), .column(.text(let b))): return compare(a, b)
        case (.column(.text(let cells)), .scalar(let value)) where value.number != nil:
            if let equality = equalityOnly { return Array(repeating: equality, count: rows) }
            return try refuse(cells, left, right)
        case (.scalar(let value), .column(.text(let cells))) where value.number != nil:
            if let equality = equalityOnly { return Array(repeating: equality, count: rows) }
            return try refuse(cells, left, right)
        default: return nil
        }
    }

    /// What `==` and `!=` give where no cell can be equal.
    private var equalityOnly: Bool? {
        isEquality ? symbol == .notEqual : nil
    }

    /// Text does not order with numbers; only gaps do not raise.
    private func refuse(_ cells: TextColumn, _ left: Operand, _ right: Operand) throws(Failure) -> [Bool] {
        guard cells.cells.allSatisfy(\.isMissing) else { throw mismatch(left, right) }
        return Array(repeating: false, count: rows)
    }

    private func compare(_ cells: TextColumn, _ wanted: Text, _ symbol: ComparisonOperator) -> [Bool] {
        defer { withExtendedLifetime(cells.storage) {} }
        if isEquality {
            let unequal = symbol == .notEqual
            return cells.cells.map { cell in
                let same = cell.count == wanted.count && !cell.isMissing
                    && Text(storage: cells.storage, start: cell.start, count: cell.count) == wanted
                return same != unequal
            }
        }
        return (0..<rows).map { row in
            guard let text = cells[row] else { return false }
            return Comparisons.holds(symbol, text == wanted ? 0 : text < wanted ? -1 : 1)
        }
    }

    private func compare(_ a: TextColumn, _ b: TextColumn) -> [Bool] {
        (0..<rows).map { row in
            guard let x = a[row], let y = b[row] else { return symbol == .notEqual }
            return Comparisons.holds(symbol, x == y ? 0 : x < y ? -1 : 1)
        }
    }

    // MARK: Numbers

    private func numbers(_ left: Operand, _ right: Operand) -> [Bool]? {
        if let a = left.widened, let b = right.widened { return ordered(a, b) }
        guard !left.isObject, !right.isObject, let a = left.floats, let b = right.floats else { return nil }
        return ordered(a, b)
    }

    /// IEEE comparisons: NaN is unequal to everything and unordered.
    private func ordered<T: Comparable>(_ a: Lane<T>, _ b: Lane<T>) -> [Bool] {
        switch symbol {
        case .equal: combine(rows, a, b) { $0 == $1 }
        case .notEqual: combine(rows, a, b) { $0 != $1 }
        case .less: combine(rows, a, b) { $0 < $1 }
        case .lessEqual: combine(rows, a, b) { $0 <= $1 }
        case .greater: combine(rows, a, b) { $0 > $1 }
        case .greaterEqual: combine(rows, a, b) { $0 >= $1 }
        case .isSame, .isNot, .contains, .notContains: []
        }
    }

    // MARK: Times

    private func times(_ left: Operand, _ right: Operand) throws(Failure) -> [Bool]? {
        if let a = try stamps(left, beside: right), let b = try stamps(right, beside: left) { return gapped(a, b) }
        if let a = spans(left, beside: right), let b = spans(right, beside: left) { return gapped(a, b) }
        guard left.timestamps != nil || left.timedeltas != nil || right.timestamps != nil || right.timedeltas != nil else { return nil }
        guard !left.isObject, !right.isObject else { return nil }
        if let equality = equalityOnly { return Array(repeating: equality, count: rows) }
        throw mismatch(left, right)
    }

    /// A side's timestamps; text beside timestamps is read as a date, as pandas does.
    private func stamps(_ side: Operand, beside other: Operand) throws(Failure) -> Lane<Int>? {
        if let stamps = side.timestamps { return stamps }
        guard case .column(.timestamp) = other, case .scalar(.text(let text)) = side else { return nil }
        return try interpreter.timestamp(reading: text).map(Lane.one)
    }

    /// A side's time spans; text beside spans is read as one.
    private func spans(_ side: Operand, beside other: Operand) -> Lane<Int>? {
        guard case .column(.timedelta) = other, case .scalar(.text(let text)) = side else { return side.timedeltas }
        return (try? SpanReader.read(text)).map(Lane.one)
    }

    private func gapped(_ a: Lane<Int>, _ b: Lane<Int>) -> [Bool] {
        (0..<rows).map { row in
            let (x, y) = (a[row], b[row])
            guard x != Column.missingTime, y != Column.missingTime else { return symbol == .notEqual }
            return Comparisons.holds(symbol, x < y ? -1 : x > y ? 1 : 0)
        }
    }

    // MARK: Objects

    /// Gaps are skipped where objects stand on the left; a column of numbers beside them is left to numpy (`comparison_op`).
    private func objects(_ left: Operand, _ right: Operand) throws(Failure) -> [Bool] {
        guard left.isObject || right.isObject else {
            if let equality = equalityOnly { return Array(repeating: equality, count: rows) }
            throw mismatch(left, right)
        }
        let (a, b) = (left.values, right.values)
        let skipsGaps = rules == .pandas && !left.isNumbers
        var out: [Bool] = []
        out.reserveCapacity(rows)
        for row in 0..<rows {
            let (x, y) = (a[row], b[row])
            guard !skipsGaps || !x.isMissing && !y.isMissing else {
                out.append(symbol == .notEqual)
                continue
            }
            if x.number != nil, case .tuple = y { throw ambiguous(y) }
            if y.number != nil, case .tuple = x { throw ambiguous(x) }
            out.append(try Comparisons.compare(symbol, x, y))
        }
        return out
    }

    /// In a row, numbers are numpy's, which compare with each item of a tuple; among objects they are Python's, which do not.
    private func ambiguous(_ other: Value) -> Failure {
        Failure(.unsupportedValue, "comparing numbers among objects with a \(other.typeName) is not supported")
    }

    private func mismatch(_ left: Operand, _ right: Operand) -> Failure {
        if case .column(.text) = left { return mismatch("str", right) }
        return Failure(.typeError, "'\(symbol.rawValue)' not supported between \(left.typeName) and \(right.typeName)")
    }

    private func mismatch(_ name: String, _ right: Operand) -> Failure {
        Failure(.typeError, "'\(symbol.rawValue)' not supported between instances of '\(name)' and '\(right.typeName)'")
    }
}

extension ComparisonOperator {
    /// `a < b` is `b > a`.
    var mirrored: ComparisonOperator {
        switch self {
        case .less: .greater
        case .lessEqual: .greaterEqual
        case .greater: .less
        case .greaterEqual: .lessEqual
        case .equal, .notEqual, .isSame, .isNot, .contains, .notContains: self
        }
    }
}
