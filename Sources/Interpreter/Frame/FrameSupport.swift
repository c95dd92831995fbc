import Diagnostics
import Values

extension DType {
    /// The type that holds cells of all these types (pandas' `find_common_type`: bools and numbers do not mix).
    static func common(_ types: some Sequence<DType>) -> DType {
        let different = Set(types)
        if different.count <= 1 { return different.first ?? .object }
        return different == [.int64, .float64] ? .float64 : .object
    }
}

extension Column {
    /// The cells as cells of a wider type: integers as floats, anything as Python objects.
    func widened(to type: DType) -> Column {
        if dtype == type { return self }
        if type == .float64, case .int(let cells) = self { return .float(cells.map(Double.init)) }
        return asObject
    }

    /// Values as a column of exactly this type where they all fit; else as pandas infers them.
    static func of(_ values: [Value], type: DType) -> Column {
        type == .object ? .object(values) : Column(values: values)
    }

    /// The columns one below the other, in the type that holds them all.
    static func stacked(_ columns: [Column]) -> Column {
        guard columns.count != 1 else { return columns[0] }
        let type = DType.common(columns.map(\.dtype))
        switch type {
        case .bool: return .bool(columns.flatMap(\.flags))
        case .int64: return .int(columns.flatMap(\.integers))
        case .float64: return .float(columns.flatMap { $0.doubles ?? [] })
        case .datetime: return .timestamp(columns.flatMap(\.integers))
        case .timedelta: return .timedelta(columns.flatMap(\.integers))
        case .object: return stackedObjects(columns)
        case .category: return stackedCategories(columns)
        }
    }

    /// The same as numpy concatenates: bools among numbers become numbers, in an object column (`concat_compat`).
    static func concatenated(_ columns: [Column]) -> Column {
        let types = Set(columns.map(\.dtype))
        guard types.count > 1, types.contains(.bool), types.allSatisfy(\.isNumeric) else { return stacked(columns) }
        guard types.contains(.float64) else { return .object(columns.flatMap { $0.values.map { .int($0.integer ?? 0) } }) }
        return .object(columns.flatMap { ($0.doubles ?? []).map(Value.float) })
    }

    private static func stackedObjects(_ columns: [Column]) -> Column {
        let texts = columns.compactMap { if case .text(let cells) = $0 { cells } else { nil } }
        guard texts.count == columns.count, let first = texts.first else { return .object(columns.flatMap { $0.asObject.values }) }
        if texts.allSatisfy({ $0.storage === first.storage }) {
            return .text(TextColumn(storage: first.storage, cells: texts.flatMap(\.cells)))
        }
        var builder = TextBuilder(rows: columns.reduce(0) { $0 + $1.count }, bytes: texts.reduce(0) { $0 + $1.storage.count })
        for text in texts {
            for row in 0..<text.count {
                if let cell = text[row] { builder.appendCell(cell) } else { builder.appendMissing() }
            }
        }
        return .text(builder.finish())
    }

    var flags: [Bool] { if case .bool(let cells) = self { cells } else { [] } }

    /// The integers behind an int or a time column.
    var integers: [Int] {
        switch self {
        case .int(let cells), .timestamp(let cells), .timedelta(let cells): cells
        case .bool, .float, .text, .object, .categorical: []
        }
    }

    /// All cells missing.
    static func gaps(_ type: DType, count: Int) -> Column {
        switch type {
        case .bool, .int64, .float64: .float(Array(repeating: .nan, count: count))
        case .object, .category: .object(Array(repeating: .float(.nan), count: count))
        case .datetime: .timestamp(Array(repeating: missingTime, count: count))
        case .timedelta: .timedelta(Array(repeating: missingTime, count: count))
        }
    }
}

/// The rows of a frame as columns of their own, all in the type that holds every column's cells (`DataFrame.values`, row by row).
struct FrameRows {
    let columns: [Column]
    let type: DType

    init(_ frame: Frame) {
        type = frame.columnCount == 0 ? .float64 : DType.common((0..<frame.columnCount).map(frame.dtype))
        columns = frame.allColumns.map { [type] in $0.widened(to: type) }
    }

    subscript(row: Int) -> Column {
        switch type {
        case .bool: .bool(columns.map { if case .bool(let cells) = $0 { cells[row] } else { false } })
        case .int64: .int(columns.map { if case .int(let cells) = $0 { cells[row] } else { 0 } })
        case .float64: .float(columns.map { if case .float(let cells) = $0 { cells[row] } else { .nan } })
        case .datetime: .timestamp(columns.map { if case .timestamp(let cells) = $0 { cells[row] } else { Column.missingTime } })
        case .timedelta: .timedelta(columns.map { if case .timedelta(let cells) = $0 { cells[row] } else { Column.missingTime } })
        case .object, .category: .object(columns.map { $0[row] })
        }
    }
}

extension Frame {
    convenience init(_ columns: [Column], like frame: Frame) {
        self.init(columns, index: frame.index, columns: frame.columns)
    }

    /// A frame object of its own: what is assigned to one of two names must not show under the other.
    var copied: Frame { with(index: index) }

    /// The columns replaced by what the function makes of each.
    func mapColumns(_ body: (Series) throws(Failure) -> Column) throws(Failure) -> Frame {
        var columns: [Column] = []
        for at in 0..<columnCount { columns.append(try body(series(at))) }
        return Frame(columns, like: self)
    }

    /// The position of the only column under a label.
    func position(ofColumn label: Value) throws(Failure) -> Int {
        guard label.isHashable else { throw Failure(.typeError, "unhashable type: '\(label.typeName)'") }
        guard let at = columns.position(of: label) else { throw Frame.absent(label) }
        return at
    }

    static func absent(_ label: Value) -> Failure { Failure(.keyError, Interpreter.brief(label)) }

    /// All positions of each label, in the labels' order.
    func positions(ofColumns labels: [Value]) throws(Failure) -> [Int] {
        var positions: [Int] = []
        var absent: [Value] = []
        for label in labels {
            guard label.isHashable else { throw Failure(.typeError, "unhashable type: '\(label.typeName)'") }
            let found = columns.positions(of: label)
            if found.isEmpty { absent.append(label) }
            positions += found
        }
        guard absent.isEmpty else {
            throw Failure(.keyError, "[\(absent.map(Interpreter.brief).joined(separator: ", "))] not in index")
        }
        return positions
    }

    var numericPositions: [Int] { (0..<columnCount).filter { dtype($0).isNumeric } }
}

extension Index {
    /// Labels as pandas' `Index(...)` makes them of a list: tuples make levels.
    static func of(_ labels: [Value], names: [Value]? = nil) -> Index {
        guard let width = labels.first?.tuple?.count, width > 0, labels.allSatisfy({ $0.tuple?.count == width }) else {
            return Index(.column(Column(values: labels)), names: names ?? [.none])
        }
        let levels = (0..<width).map { at in Column(values: labels.map { $0.tuple?[at] ?? .none }) }
        return Index(.multi(levels), names: names?.count == width ? names ?? [] : Array(repeating: .none, count: width))
    }

    /// The labels one below the other.
    static func stacked(_ parts: [Index]) -> Index {
        guard let first = parts.first else { return Index(count: 0) }
        let names = parts.allSatisfy { HashKey(.tuple($0.names)) == HashKey(.tuple(first.names)) } ? first.names : first.names.map { _ in .none }
        guard parts.allSatisfy({ $0.levelCount == first.levelCount }) else { return Index.of(parts.flatMap(\.values)) }
        if first.isMulti {
            return Index(.multi((0..<first.levelCount).map { at in Column.stacked(parts.map { $0.level(at) }) }), names: names)
        }
        return Index(.column(Column.stacked(parts.map { $0.level(0) })), names: names)
    }

    /// Rows as `Column.gatherWithGaps` names them.
    func gatherWithGaps(_ rows: [Int]) -> Index {
        switch labels {
        case .range, .column: Index(.column(level(0).gatherWithGaps(rows)), names: names)
        case .multi(let levels): Index(.multi(levels.map { $0.gatherWithGaps(rows) }), names: names)
        }
    }

    /// The position of a level by number or by name.
    func levelPosition(_ key: Value) throws(Failure) -> Int {
        let places = names.indices.filter { HashKey(names[$0]) == HashKey(key) && !key.isMissing }
        guard places.count <= 1 else {
            throw Failure(.valueError, "The name \(Interpreter.brief(key)) occurs multiple times, use a level number")
        }
        if let at = places.first { return at }
        guard let number = key.integer else { throw Failure(.keyError, "'Level \(Interpreter.brief(key)) not found'") }
        let at = number < 0 ? number + levelCount : number
        guard (0..<levelCount).contains(at) else {
            throw Failure(.indexError, "Too many levels: Index has only \(levelCount) level, \(number) is not a valid level number")
        }
        return at
    }
}

extension Interpreter {
    /// The labels that an argument names: one label, or the items of a list, an index or an array.
    func labels(_ value: Value) throws(Failure) -> [Value] {
        switch value {
        case .list, .index, .array, .series, .set: try iterate(value)
        case .none, .bool, .int, .float, .text, .numpyBool, .numpyInt, .numpyFloat, .timestamp, .timedelta, .date, .time, .interval, .tuple, .dict,
            .range, .slice, .iterator, .frame, .groupBy, .accessor, .function, .type, .dtype, .module:
            [value]
        }
    }

    /// The labels of a Series that was numbered from 0, as positions.
    func positions(_ value: Value) throws(Failure) -> [Int] {
        guard case .series(let series) = value, case .int(let positions) = series.index.level(0) else {
            throw Failure(.internalFault, "a numbered Series lost its labels")
        }
        return positions
    }

    /// What a Series operation gives, which must be a Series of the same length.
    func column(_ name: String, _ series: Series, _ positional: [Value] = [], keywords: [(String, Value)] = []) throws(Failure) -> Column {
        let result = try invoke(name, on: .series(series), positional, keywords: keywords)
        guard case .series(let made) = result, made.count == series.count else {
            throw Failure(.internalFault, "'\(name)' of a Series changed its length")
        }
        return made.column
    }
}

extension Arguments {
    /// The arguments given by name, for the same operation asked of a column.
    func passing(_ names: StaticString...) -> [(String, Value)] {
        names.compactMap { name in self[name].map { ("\(name)", $0) } }
    }
}
