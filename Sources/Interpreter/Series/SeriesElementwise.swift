import Diagnostics
import Kernels
import Plan
import Values

// Operations on each cell by itself, and on pairs of cells.
extension Call where Receiver == Series {
    func arithmetic(_ symbol: BinaryOperator, swapped: Bool = false) throws(Failure) -> Value {
        let (left, right) = try operands()
        return try swapped ? interpreter.binary(symbol, right, left) : interpreter.binary(symbol, left, right)
    }

    /// Unlike the operators, the methods align labels before they compare.
    func comparison(_ symbol: ComparisonOperator) throws(Failure) -> Value {
        let (left, right) = try operands()
        guard case .series(let a) = left, case .series(let b) = right, !a.index.equals(b.index) else {
            return try interpreter.compare(symbol, left, right)
        }
        let alignment = Alignment(a.index, b.index)
        let x = Operand.column(a.column.aligned(alignment.left)), y = Operand.column(b.column.aligned(alignment.right))
        let flags = try interpreter.compare(symbol, x, y, alignment.index.count)
        return .series(Series(.bool(flags), index: alignment.index, name: interpreter.commonName(a, b)))
    }

    /// Both sides, gaps filled with `fill_value` where only one side has one.
    private func operands() throws(Failure) -> (Value, Value) {
        var other = try arguments.require("other")
        switch other {
        case .list, .tuple, .array:
            let items = try interpreter.iterate(other)
            guard items.count == receiver.count else { throw Failure(.valueError, "Lengths must be equal") }
            other = .series(Series(Column(values: items), index: receiver.index, name: receiver.name))
        default: break
        }
        guard let fill = arguments.given("fill_value") else { return (.series(receiver), other) }
        guard case .series(let series) = other else {
            return other.isMissing ? (.series(receiver), fill) : (try interpreter.invoke("fillna", on: .series(receiver), [fill]), other)
        }
        return try filled(receiver, series, with: fill)
    }

    private func filled(_ a: Series, _ b: Series, with fill: Value) throws(Failure) -> (Value, Value) {
        let alignment = Alignment(a.index, b.index)
        let x = a.column.aligned(alignment.left), y = b.column.aligned(alignment.right)
        let both = Swift.zip(x.missing, y.missing).map { $0 && $1 }
        func side(_ column: Column, _ name: Value) throws(Failure) -> Value {
            let series = Series(column, index: alignment.index, name: name)
            guard case .series(let filled) = try interpreter.invoke("fillna", on: .series(series), [fill]) else { return .series(series) }
            guard both.contains(true) else { return .series(filled) }
            return .series(filled.with(filled.column.gatherWithGaps(both.enumerated().map { $1 ? -1 : $0 })))
        }
        return (try side(x, a.name), try side(y, b.name))
    }

    func between() throws(Failure) -> Value {
        let left = try arguments.require("left"), right = try arguments.require("right")
        let symbols: (ComparisonOperator, ComparisonOperator)
        switch arguments["inclusive"] {
        case nil: symbols = (.greaterEqual, .lessEqual)
        case .some(.text(let word)) where word == "both": symbols = (.greaterEqual, .lessEqual)
        case .some(.text(let word)) where word == "left": symbols = (.greaterEqual, .less)
        case .some(.text(let word)) where word == "right": symbols = (.greater, .lessEqual)
        case .some(.text(let word)) where word == "neither": symbols = (.greater, .less)
        default: throw Failure(.valueError, "Inclusive has to be either string of 'both','left', 'right', or 'neither'.")
        }
        return try interpreter.binary(
            .bitAnd, interpreter.compare(symbols.0, .series(receiver), left), interpreter.compare(symbols.1, .series(receiver), right))
    }

    func abs() throws(Failure) -> Value {
        try interpreter.charge(cells: receiver.count)
        switch receiver.column {
        case .bool: return .series(receiver.copied)
        case .int(let cells): return .series(receiver.with(.int(cells.map { $0 < 0 ? 0 &- $0 : $0 })))
        case .float(let cells): return .series(receiver.with(.float(cells.map { Swift.abs($0) })))
        case .timedelta(let cells):
            return .series(receiver.with(.timedelta(cells.map { $0 == Column.missingTime ? $0 : Swift.abs($0) })))
        case .text, .object:
            var out: [Value] = []
            for cell in receiver.column.values { out.append(try interpreter.absolute(cell)) }
            return .series(receiver.with(.object(out)))
        case .timestamp: throw Failure(.typeError, "bad operand type for abs(): 'DatetimeArray'")
        case .categorical: throw Failure(.typeError, "bad operand type for abs(): 'Categorical'")
        }
    }

    func round() throws(Failure) -> Value {
        let decimals = try arguments.int("decimals", default: 0)
        try interpreter.charge(cells: receiver.count)
        switch receiver.column {
        case .float(let cells): return .series(receiver.with(.float(cells.map { Rounding.numpy($0, decimals: decimals) })))
        case .int(let cells):
            guard decimals < 0 else { return .series(receiver.copied) }
            var rounded: [Int] = []
            for cell in cells { rounded.append(try Rounding.python(cell, digits: decimals)) }
            return .series(receiver.with(.int(rounded)))
        case .bool: throw Failure(.unsupportedValue, "rounding bools gives half-precision floats, which are not supported")
        case .text, .object: return .series(receiver.copied)
        case .timestamp, .timedelta, .categorical: return .series(receiver.copied)
        }
    }

    /// Bounds are numbers, or one a row; a bound that is missing is none.
    func clip() throws(Failure) -> Value {
        guard arguments.given("axis").map({ $0.integer == 0 || $0.text == "index" }) ?? true else { throw Failure(.valueError, "No axis named 1 for object type Series") }
        var lower = try bound("lower"), upper = try bound("upper")
        if let a = lower, let b = upper, let x = a.number, let y = b.number, x > y { swap(&lower, &upper) }
        var result = receiver
        if let lower { result = try clipped(result, by: receiver, .greaterEqual, lower) }
        if let upper { result = try clipped(result, by: receiver, .lessEqual, upper) }
        return .series(result)
    }

    private func bound(_ name: StaticString) throws(Failure) -> Value? {
        guard let value = arguments.given(name), !value.isMissing else { return nil }
        switch value {
        case .list, .tuple, .array:
            let items = try interpreter.iterate(value)
            guard items.count == receiver.count else { throw Failure(.valueError, "Lengths must match to compare") }
            return .series(Series(Column(values: items), index: receiver.index))
        default: return value
        }
    }

    private func clipped(_ series: Series, by original: Series, _ symbol: ComparisonOperator, _ bound: Value) throws(Failure) -> Series {
        var bound = bound
        if case .series(let labelled) = bound, !labelled.index.equals(original.index) {
            bound = try interpreter.invoke("reindex", on: bound, [.index(original.index)])
        }
        guard case .series(let within) = try interpreter.compare(symbol, .series(original), bound), case .bool(let flags) = within.column else {
            throw Failure(.internalFault, "a comparison gives flags")
        }
        let missing = original.column.missing
        let gaps = bound.series?.column.missing
        let kept = flags.indices.map { flags[$0] || missing[$0] || gaps?[$0] ?? false }
        return series.with(try interpreter.chosen(series.column, kept, interpreter.operand(bound, series.count)))
    }

    // MARK: where, mask

    func choose(keeping: Bool) throws(Failure) -> Value {
        var condition = try arguments.require("cond")
        if case .function = condition { condition = try interpreter.call(condition, [.series(receiver)]) }
        var other = arguments["other"] ?? .float(.nan)
        if case .function = other { other = try interpreter.call(other, [.series(receiver)]) }
        let flags = try flags(condition)
        let kept = keeping ? flags.map { $0 ?? false } : flags.map { !($0 ?? true) }
        if case .series(let series) = other, !series.index.equals(receiver.index) {
            other = try interpreter.invoke("reindex", on: other, [.index(receiver.index)])
        }
        return .series(receiver.with(try interpreter.chosen(receiver.column, kept, interpreter.operand(other, receiver.count))))
    }

    /// The condition over this Series' labels; nil where it lacks one.
    private func flags(_ condition: Value) throws(Failure) -> [Bool?] {
        switch condition {
        case .series(let series):
            let flags = try bools(series.column)
            guard !series.index.equals(receiver.index) else { return flags }
            return try interpreter.rows(of: receiver.index, in: series.index).map { $0 < 0 ? nil : flags[$0] }
        case .list, .tuple, .array:
            let column: Column = if case .array(let array) = condition { array.column } else { Column(values: try interpreter.iterate(condition)) }
            guard column.count == receiver.count else { throw Failure(.valueError, "Array conditional must be same shape as self") }
            return try bools(column)
        default: throw Failure(.valueError, "Array conditional must be same shape as self")
        }
    }

    private func bools(_ column: Column) throws(Failure) -> [Bool?] {
        switch column {
        case .bool(let cells): return cells
        case .object(let cells):
            var flags: [Bool?] = []
            for cell in cells {
                switch cell {
                case .bool(let flag), .numpyBool(let flag): flags.append(flag)
                default:
                    guard cell.isMissing else { throw Failure(.typeError, "Boolean array expected for the condition, not object") }
                    flags.append(nil)
                }
            }
            return flags
        case .int, .float, .text, .timestamp, .timedelta, .categorical:
            throw Failure(.typeError, "Boolean array expected for the condition, not \(column.dtype.rawValue)")
        }
    }
}

extension Interpreter {
    /// The cells where `kept`, else the other side's; the type widens only where it must (`pandas.core.internals.Block.where`).
    func chosen(_ column: Column, _ kept: [Bool], _ other: Operand) throws(Failure) -> Column {
        guard kept.contains(false) else { return column }
        try charge(cells: kept.count)
        let other = other.standardized(for: column.dtype)
        if let fitting = other.fitting(column.dtype) { return choose(column, kept, fitting) }
        let values = other.values
        let cells = kept.indices.map { kept[$0] ? column[$0].asPython : values[$0] }
        if column.dtype == .object { return .object(cells) }
        if column.dtype == .int64 || column.dtype == .float64, isNumeric(other) { return .float(cells.map { $0.number ?? .nan }) }
        return Column(values: cells)
    }

    private func isNumeric(_ other: Operand) -> Bool {
        switch other {
        case .column(.int), .column(.float), .scalar(.int), .scalar(.float), .scalar(.numpyInt), .scalar(.numpyFloat): true
        case .column, .scalar: false
        }
    }

    private func choose(_ column: Column, _ kept: [Bool], _ other: Operand) -> Column {
        switch (column, other) {
        case (.int(let cells), _): return .int(kept.indices.map { kept[$0] ? cells[$0] : other.integers?[$0] ?? 0 })
        case (.float(let cells), _): return .float(kept.indices.map { kept[$0] ? cells[$0] : other.floats?[$0] ?? .nan })
        case (.bool(let cells), _): return .bool(kept.indices.map { kept[$0] ? cells[$0] : other.bools?[$0] ?? false })
        case (.text(let cells), .scalar(.float)): return .text(TextColumn(storage: cells.storage, cells: kept.indices.map { kept[$0] ? cells.cells[$0] : .missing }))
        case (.text(let cells), .scalar(.text(let text))): return .text(TextColumn(kept.indices.map { kept[$0] ? cells[$0] : text }))
        case (.text(let a), .column(.text(let b))): return .text(TextColumn(kept.indices.map { kept[$0] ? a[$0] : b[$0] }))
        case (.timestamp(let cells), _): return .timestamp(kept.indices.map { kept[$0] ? cells[$0] : other.timestamps?[$0] ?? Column.missingTime })
        case (.timedelta(let cells), _): return .timedelta(kept.indices.map { kept[$0] ? cells[$0] : other.timedeltas?[$0] ?? Column.missingTime })
        case (.categorical(let cells), .scalar(let value)) where value.isMissing:
            return .categorical(CategoricalColumn(codes: kept.indices.map { kept[$0] ? cells.codes[$0] : -1 }, categories: cells.categories))
        case (.text, _), (.object, _), (.categorical, _):
            let values = other.values
            return .object(kept.indices.map { kept[$0] ? column[$0] : values[$0] })
        }
    }

    /// Python's `abs` of one value.
    func absolute(_ value: Value) throws(Failure) -> Value {
        switch value {
        case .bool, .int, .float, .numpyBool, .numpyInt, .numpyFloat, .timedelta:
            return try invoke(.builtin(.abs), on: .none, [value])
        default: throw Failure(.typeError, "bad operand type for abs(): '\(value.typeName)'")
        }
    }
}

extension Operand {
    /// None is NaN to whatever is not a column of objects (`pandas.core.internals.Block._standardize_fill_value`).
    fileprivate func standardized(for type: DType) -> Operand {
        if case .scalar(.none) = self, type != .object { .scalar(.float(.nan)) } else { self }
    }

    /// This side where a column of that type can hold it without changing its type (numpy's `can_hold_element`): whole floats fit integers.
    fileprivate func fitting(_ type: DType) -> Operand? {
        switch type {
        case .int64: return wholes
        case .float64: return bools == nil && floats != nil ? self : nil
        case .bool: return bools == nil ? nil : self
        case .datetime: return timestamps != nil || isGap ? self : nil
        case .timedelta: return timedeltas != nil || isGap ? self : nil
        case .object, .category: return self
        }
    }

    private var isGap: Bool { if case .scalar(let value) = self { value.isMissing } else { false } }

    private var wholes: Operand? {
        if integers != nil { return self }
        switch self {
        case .column(.float(let cells)):
            let whole = cells.compactMap { Int(exactly: $0) }
            return whole.count == cells.count ? .column(.int(whole)) : nil
        case .scalar(.float(let x)), .scalar(.numpyFloat(let x)): return Int(exactly: x).map { .scalar(.int($0)) }
        case .column, .scalar: return nil
        }
    }
}
