import Diagnostics
import Lowering
import SQLite
import Values

/// Makes a Python value of a statement's rows.
struct Decoder {
    let shape: Shape

    init(_ shape: Shape) { self.shape = shape }

    func value(of rows: [[Datum]]) throws(Failure) -> Value {
        switch shape {
        case .none: return .none
        case .cell(let type): return try scalar(rows.first?.first ?? .null, type)
        case .series(let type, let name, let labels):
            let column = try column(rows, labels.types.count, type)
            return .series(Series(column, index: try index(rows, labels), name: name))
        case .frame(let columns, let labels): return .frame(try frame(rows, columns, labels))
        case .list(let type): return .list(try values(rows, type).map(\.python))
        case .array(let type): return .array(NDArray(try column(rows, 0, type)))
        case .set(let type): return .set(SetValue(try values(rows, type)))
        case .index(let type, let name): return .index(Index(try column(rows, 0, type), name: name))
        case .record(let types, let labels, let name, let isObject): return try record(rows, types, labels, name, isObject)
        case .display(let kind, let shapes): return try display(rows, kind, shapes)
        }
    }

    private func values(_ rows: [[Datum]], _ type: CellType) throws(Failure) -> [Value] {
        var out: [Value] = []
        for row in rows { out.append(try scalar(row.first ?? .null, type)) }
        return out
    }

    private func display(_ rows: [[Datum]], _ kind: Shape.Display, _ shapes: [Shape]) throws(Failure) -> Value {
        var items: [Value] = []
        for (at, shape) in shapes.enumerated() {
            guard case .cell(let type) = shape else { throw Failure(.internalFault, "a list of other than scalars") }
            items.append(try scalar(rows.first?[at] ?? .null, type))
        }
        switch kind {
        case .list: return .list(items)
        case .tuple: return .tuple(TupleValue(items))
        case .index: return .index(Index(Column(values: items)))
        }
    }

    private func frame(_ rows: [[Datum]], _ columns: [Shape.Column], _ labels: Shape.LabelShape) throws(Failure) -> Frame {
        var out: [Column] = []
        for (at, column) in columns.enumerated() { out.append(try self.column(rows, labels.types.count + at, column.type)) }
        return Frame(out, index: try index(rows, labels), columns: Index(Column(values: columns.map(\.label))))
    }

    private func record(_ rows: [[Datum]], _ types: [CellType], _ labels: [Value], _ name: CellType?, _ isObject: Bool) throws(Failure) -> Value {
        let row = rows.first ?? []
        let skipped = name == nil ? 0 : 1
        var cells: [Value] = []
        for (at, type) in types.enumerated() { cells.append(try scalar(at + skipped < row.count ? row[at + skipped] : .null, type)) }
        let title = try name.map { type throws(Failure) in try scalar(row.first ?? .null, type) } ?? .none
        let column: Column = isObject && !cells.allSatisfy({ $0.text != nil }) ? .object(cells) : Column(values: cells)
        return .series(Series(column, index: Index(Column(values: labels)), name: title))
    }

    private func index(_ rows: [[Datum]], _ labels: Shape.LabelShape) throws(Failure) -> Index {
        guard !labels.isRange else { return Index(.range(RangeValue(start: 0, step: 1, count: rows.count)), names: labels.names) }
        var levels: [Column] = []
        for (at, type) in labels.types.enumerated() { levels.append(try column(rows, at, type)) }
        return Index(levels.count == 1 ? .column(levels[0]) : .multi(levels), names: labels.names)
    }

    // MARK: Cells

    private func column(_ rows: [[Datum]], _ at: Int, _ type: CellType) throws(Failure) -> Column {
        let data = rows.map { $0[at] }
        switch type.kind {
        case .bool where type.isNumpy && !type.canBeMissing: return .bool(data.map { $0.integer == 1 })
        case .int where !type.canBeMissing: return .int(try data.map { datum throws(Failure) in try integer(datum) })
        case .bool where type.isNumpy && !data.contains(.null): return .bool(data.map { $0.integer == 1 })
        case .list: throw Failure(.typeNotLowered, "a column of lists is not lowered to SQL")
        case .int where !data.contains(.null): return .int(try data.map { datum throws(Failure) in try integer(datum) })
        case .int, .float: return .float(data.map { $0.number ?? .nan })
        case .text where type.missing == CellType.Missing.none && data.contains(.null): return .object(data.map { $0.text.map(Value.text) ?? .none })
        case .text: return .text(TextColumn(data.map(\.text)))
        case .timestamp: return .timestamp(data.map { $0.integer ?? Column.missingTime })
        case .timedelta: return .timedelta(data.map { $0.integer ?? Column.missingTime })
        case .bool:
            var cells: [Value] = []
            for datum in data { cells.append(try scalar(datum, type)) }
            return .object(cells)
        }
    }

    private func integer(_ datum: Datum) throws(Failure) -> Int {
        if case .real(let number) = datum, let whole = Int(exactly: number) { return whole }
        guard let number = datum.integer else { throw Failure(.numberNotLowered, "SQLite gave \(datum) where an integer was due") }
        return number
    }

    private func scalar(_ datum: Datum, _ type: CellType) throws(Failure) -> Value {
        guard !datum.isNull else { return missing(type) }
        switch type.kind {
        case .bool:
            let flag = try integer(datum) != 0
            return type.isNumpy ? .numpyBool(flag) : .bool(flag)
        case .int: return type.isNumpy ? .numpyInt(try integer(datum)) : .int(try integer(datum))
        case .float where !type.isNumpy && datum.integer != nil: return .int(try integer(datum))
        case .float: return type.isNumpy ? .numpyFloat(datum.number ?? .nan) : .float(datum.number ?? .nan)
        case .text: return datum.text.map(Value.text) ?? datum.integer.map(Value.int) ?? .float(.nan)
        case .timestamp: return .timestamp(try integer(datum))
        case .timedelta: return .timedelta(try integer(datum))
        case .list: throw Failure(.typeNotLowered, "a list inside SQL is not lowered")
        }
    }

    private func missing(_ type: CellType) -> Value {
        switch (type.missing, type.kind) {
        case (CellType.Missing.none?, _): .none
        case (.isFalse?, _): type.isNumpy ? .numpyBool(false) : .bool(false)
        case (_, .timestamp), (_, .timedelta): .timestamp(Column.missingTime)
        case (_, .text), (_, .bool), (_, .list): .float(.nan)
        case (_, .int), (_, .float): type.isNumpy ? .numpyFloat(.nan) : .float(.nan)
        }
    }
}

extension Value {
    /// A numpy scalar as Python's own, as `tolist` gives it.
    fileprivate var python: Value {
        switch self {
        case .numpyBool(let flag): .bool(flag)
        case .numpyInt(let number): .int(number)
        case .numpyFloat(let number): .float(number)
        default: self
        }
    }
}
