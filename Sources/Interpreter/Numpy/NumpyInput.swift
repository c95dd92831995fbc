import Diagnostics
import Values

extension Interpreter {
    /// `np.asarray(value)`: what numpy makes of a column, a list or nested lists.
    ///
    /// - Throws: `unsupportedValue` for a scalar, whose array has no dimensions.
    func numpyArray(_ value: Value) throws(Failure) -> NDArray {
        switch value {
        case .array(let array): return array
        case .series(let series): return NDArray(series.column)
        case .index(let index): return NDArray(index.column)
        case .frame:
            guard case .array(let array) = try invoke("to_numpy", on: value) else { throw Failure(.internalFault, "to_numpy gave no array") }
            return array
        case .list(let list): return try numpyArray(of: list.items)
        case .tuple(let tuple): return try numpyArray(of: tuple.items)
        case .range: return NDArray(.int(try iterate(value).compactMap(\.integer)))
        case .none, .bool, .int, .float, .text, .numpyBool, .numpyInt, .numpyFloat, .timestamp, .timedelta, .date, .time, .interval, .set, .dict,
            .slice, .iterator, .groupBy, .accessor, .function, .type, .dtype, .module:
            throw Failure(.unsupportedValue, "a numpy array of a \(value.typeName) is not supported")
        }
    }

    private func numpyArray(of items: [Value]) throws(Failure) -> NDArray {
        try charge(cells: items.count)
        try charge(bytes: items.count &* 24)
        guard items.contains(where: \.isNumpySequence) else { return NDArray(try numpyColumn(items)) }
        guard items.allSatisfy(\.isNumpySequence) else { throw Interpreter.ragged }
        var rows: [NDArray] = []
        for item in items { rows.append(try numpyArray(item)) }
        guard let width = rows.first?.column.count, rows.allSatisfy({ $0.isFlat && $0.column.count == width }) else { throw Interpreter.ragged }
        var sides: [PromotionSide] = []
        for (item, row) in zip(items, rows) { sides.append(numpySide(item, row.column)) }
        return NDArray(try Promotion(sides).concatenated(self), shape: [rows.count, width])
    }

    /// A column made of a value, told apart by whether numpy holds its texts as strings or as objects.
    func numpySide(_ value: Value, _ column: Column) -> PromotionSide {
        switch (value, column) {
        case (.list, .text(let texts)), (.tuple, .text(let texts)): .strings(texts)
        default: .cells(column)
        }
    }

    private static let ragged = Failure(
        .valueError, "setting an array element with a sequence. The requested array has an inhomogeneous shape after 1 dimensions.")

    /// The cells of a flat list: texts among numbers make texts of all, as numpy's promotion does.
    private func numpyColumn(_ items: [Value]) throws(Failure) -> Column {
        if items.isEmpty { return .float([]) }
        let texts = items.reduce(0) { if case .text = $1 { $0 + 1 } else { $0 } }
        let scalars = items.reduce(0) { $1.number != nil ? $0 + 1 : $0 }
        if texts > 0, texts + scalars == items.count {
            var cells: [Text?] = []
            for item in items { cells.append(try str(item)) }
            return .text(TextColumn(cells))
        }
        if items.contains(where: { if case .none = $0 { true } else { false } }) { return .object(items) }
        if scalars == items.count, items.allSatisfy({ $0.integer != nil }), !items.allSatisfy(\.isBool) {
            return .int(items.compactMap(\.integer))
        }
        if scalars == items.count, !items.allSatisfy(\.isBool) { return .float(items.compactMap(\.number)) }
        let column = Column(values: items)
        switch column {
        case .timestamp, .timedelta: return .object(items)
        case .bool, .int, .float, .text, .object, .categorical: return column.withoutCategories
        }
    }
}

extension Value {
    /// Whether numpy takes it for a row of an array.
    var isNumpySequence: Bool {
        switch self {
        case .list, .tuple, .range, .series, .index, .array: true
        case .none, .bool, .int, .float, .text, .numpyBool, .numpyInt, .numpyFloat, .timestamp, .timedelta, .date, .time, .interval, .set, .dict,
            .slice, .iterator, .frame, .groupBy, .accessor, .function, .type, .dtype, .module:
            false
        }
    }

    var isBool: Bool {
        switch self {
        case .bool, .numpyBool: true
        default: false
        }
    }

    /// Python's number as numpy's own; anything else as it is.
    var asNumpy: Value {
        switch self {
        case .bool(let b): .numpyBool(b)
        case .int(let i): .numpyInt(i)
        case .float(let x): .numpyFloat(x)
        case .none, .text, .numpyBool, .numpyInt, .numpyFloat, .timestamp, .timedelta, .date, .time, .interval, .list, .tuple, .set, .dict, .range,
            .slice, .iterator, .series, .frame, .index, .array, .groupBy, .accessor, .function, .type, .dtype, .module:
            self
        }
    }
}

/// One of several values that numpy brings to one type.
enum PromotionSide {
    /// A scalar; Python's numbers give way to the type of the others.
    case scalar(Value)
    case cells(Column)
    /// Texts of a list, which numpy holds as fixed-width strings and not as objects.
    case strings(TextColumn)

    var count: Int? {
        switch self {
        case .scalar: nil
        case .cells(let column): column.count
        case .strings(let column): column.count
        }
    }

    subscript(row: Int) -> Value {
        switch self {
        case .scalar(let value): value
        case .cells(let column): column.count == 1 ? column[0] : column[row]
        case .strings(let column): column[column.count == 1 ? 0 : row].map(Value.text) ?? .none
        }
    }
}

/// numpy's `result_type` over several sides.
struct Promotion {
    enum Kind { case bool, int, float, text, object, timestamp, timedelta }
    let sides: [PromotionSide]

    init(_ sides: [PromotionSide]) { self.sides = sides }

    private static func kind(_ side: PromotionSide) -> Kind {
        switch side {
        case .cells(.bool), .scalar(.bool), .scalar(.numpyBool): .bool
        case .cells(.int), .scalar(.int), .scalar(.numpyInt): .int
        case .cells(.float), .scalar(.float), .scalar(.numpyFloat): .float
        case .scalar(.text), .strings: .text
        case .cells(.timestamp): .timestamp
        case .cells(.timedelta): .timedelta
        case .cells(.text), .cells(.object), .cells(.categorical), .scalar: .object
        }
    }

    /// - Throws: `typeError` for a Python number beside text, which numpy has no common type for.
    func kind() throws(Failure) -> Kind {
        let kinds = Set(sides.map(Promotion.kind))
        if kinds.contains(.object) { return .object }
        if kinds.contains(.text) {
            for side in sides {
                switch side {
                case .scalar(.int), .scalar(.float), .cells(.timestamp), .cells(.timedelta):
                    throw Failure(.typeError, "a number could not be promoted by a text: no common DType exists for the given inputs")
                case .scalar, .cells, .strings: continue
                }
            }
            return .text
        }
        if kinds.count == 1, let only = kinds.first { return only }
        if kinds.contains(.timestamp) || kinds.contains(.timedelta) { return .object }
        return kinds.contains(.float) ? .float : .int
    }

    /// A column whose cells are picked from the sides.
    func column(_ interpreter: Interpreter, _ picks: [(side: Int, row: Int)]) throws(Failure) -> Column {
        try interpreter.charge(cells: picks.count)
        try interpreter.charge(bytes: picks.count &* 16)
        switch try kind() {
        case .bool: return .bool(picks.map { sides[$0.side][$0.row].integer == 1 })
        case .int: return .int(picks.map { sides[$0.side][$0.row].integer ?? 0 })
        case .float: return .float(picks.map { sides[$0.side][$0.row].number ?? .nan })
        case .timestamp: return .timestamp(picks.map { if case .timestamp(let t) = sides[$0.side][$0.row] { t } else { Column.missingTime } })
        case .timedelta: return .timedelta(picks.map { if case .timedelta(let t) = sides[$0.side][$0.row] { t } else { Column.missingTime } })
        case .text:
            var texts: [Text?] = []
            for pick in picks { texts.append(try interpreter.str(sides[pick.side][pick.row])) }
            return .text(TextColumn(texts))
        case .object:
            let values = picks.map { sides[$0.side][$0.row].asPython }
            let isText = values.allSatisfy { if case .text = $0 { true } else if case .float(let x) = $0 { x.isNaN } else { false } }
            return isText ? .text(TextColumn(values.map(\.text))) : .object(values)
        }
    }

    /// The cells of all sides, one after the other.
    func concatenated(_ interpreter: Interpreter) throws(Failure) -> Column {
        var picks: [(side: Int, row: Int)] = []
        for (at, side) in sides.enumerated() { picks += (0..<(side.count ?? 1)).map { (at, $0) } }
        return try column(interpreter, picks)
    }
}
