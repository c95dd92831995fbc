import Diagnostics
import Values

extension Interpreter {
    /// `frame[key] = value`: a column, several columns, or the rows of a mask.
    func assigned(_ frame: Frame, _ key: Value, _ value: Value) throws(Failure) -> Frame {
        if let mask = try mask(key, over: frame.index) {
            return try written(frame, rows: Interpreter.kept(mask), columns: Array(0..<frame.columnCount), value)
        }
        if let labels = try listed(key) {
            var result = frame
            for (label, part) in zip(labels, try parts(of: value, count: labels.count)) { result = try assigned(result, label, part) }
            return result
        }
        let label = try hashable(key)
        let column = try cells(for: frame.index, of: frame.columnCount == 0 ? nil : frame.rowCount, value)
        guard let at = frame.columns.position(of: label) else {
            guard frame.columnCount > 0 || frame.rowCount > 0 else {
                return Frame([column], index: Index(count: column.count), columns: Index(Column(values: [label])))
            }
            return frame.appending(column, label: label)
        }
        return frame.replacing(at, with: column)
    }

    /// A value as a whole column: a scalar is repeated, a series is aligned by its labels, a list must have the length.
    private func cells(for index: Index, of rows: Int?, _ value: Value) throws(Failure) -> Column {
        let count = rows ?? index.count
        try charge(cells: count)
        switch value {
        case .series(let series):
            if series.index.equals(index) || rows == nil { return series.column }
            return try aligned(series, to: index)
        case .frame(let frame):
            guard frame.columnCount == 1 else { throw Failure(.valueError, "cannot set a frame with multiple columns to the single column") }
            return try cells(for: index, of: rows, .series(frame.series(0)))
        case .dict: return try cells(for: index, of: rows, .series(series(of: value, index: nil, isGiven: true)))
        case .set: throw Failure(.typeError, "Set type is unordered")
        default: break
        }
        guard let made = try listedCells(value) else { return Column(values: Array(repeating: value, count: count)) }
        guard made.count == count || rows == nil else {
            throw Failure(.valueError, "length of values (\(made.count)) does not match length of index (\(count))")
        }
        return made
    }

    private func listedCells(_ value: Value) throws(Failure) -> Column? {
        if case .array(let array) = value, array.isFlat { return array.column.ofArray }
        return try (listed(value) ?? value.tuple).map { Column(values: $0) }
    }

    private func aligned(_ series: Series, to index: Index) throws(Failure) -> Column {
        guard series.index.isUnique else { throw Failure(.valueError, "cannot reindex on an axis with duplicate labels") }
        var places: [HashKey: Int] = [:]
        for at in 0..<series.count { places[HashKey(series.index[at])] = at }
        return series.column.gatherWithGaps((0..<index.count).map { places[HashKey(index[$0])] ?? -1 })
    }

    /// `x.loc[key] = value` and its kin on a frame or a series.
    func written(_ kind: AccessorKind, _ old: Value, _ key: Value, _ value: Value) throws(Failure) -> Value {
        let isLabel = kind == .loc || kind == .at
        switch old {
        case .series(let series):
            if isLabel, try isAbsent(key, from: series.index) { return .series(try enlarged(series, key, value)) }
            let rows = try located(key, on: series.index, isLabel)
            return .series(series.with(try filled(series.column, rows, value, labels: series.index)))
        case .frame(let frame):
            let parts = key.tuple ?? [key]
            guard parts.count <= 2 else { throw Failure(.indexingError, "too many indexers") }
            if isLabel, try isAbsent(parts[0], from: frame.index) {
                guard parts.count == 2 else { return .frame(try enlarged(frame, parts[0], value)) }
                return try written(kind, .frame(frame.taking(Array(0..<frame.rowCount) + [-1], adding: parts[0])), key, value)
            }
            let rows = try located(parts[0], on: frame.index, isLabel)
            let isOneRow = isOneLabel(parts[0])
            guard parts.count == 2 else {
                let all = Array(0..<frame.columnCount)
                return .frame(try written(frame, rows: rows, columns: all, isOneRow ? byColumn(value, all, frame) : value))
            }
            if isLabel, parts[1].isHashable, frame.columns.position(of: parts[1]) == nil, parts[1].text != nil {
                if case .slice(let slice) = parts[0], isWhole(slice) { return .frame(try assigned(frame, parts[1], value)) }
                let wider = frame.appending(gaps(for: value, count: frame.rowCount), label: parts[1])
                return .frame(try written(wider, rows: rows, columns: [frame.columnCount], value))
            }
            let frame = try isLabel ? widened(frame, by: parts[1]) : frame
            let columns = try located(parts[1], on: frame.columns, isLabel)
            return .frame(try written(frame, rows: rows, columns: columns, isOneRow && columns.count > 1 ? byColumn(value, columns, frame) : value))
        default: throw Failure(.typeError, "'\(old.typeName)' object does not support item assignment")
        }
    }

    private func isWhole(_ slice: SliceValue) -> Bool {
        if case .none = slice.lower, case .none = slice.upper, case .none = slice.step { true } else { false }
    }

    /// The gaps of a new column: of the value's type where that has any.
    private func gaps(for value: Value, count: Int) -> Column {
        switch value {
        case .timestamp: .timestamp(Array(repeating: Column.missingTime, count: count))
        case .timedelta: .timedelta(Array(repeating: Column.missingTime, count: count))
        default: .float(Array(repeating: .nan, count: count))
        }
    }

    /// Columns of gaps for the labels of a list that the frame has not.
    private func widened(_ frame: Frame, by key: Value) throws(Failure) -> Frame {
        guard case .list(let labels) = key, !labels.items.isEmpty, labels.items.allSatisfy({ $0.text != nil }) else { return frame }
        var wider = frame
        for label in labels.items where wider.columns.position(of: label) == nil {
            wider = wider.appending(.float(Array(repeating: .nan, count: frame.rowCount)), label: label)
        }
        return wider
    }

    private func isOneLabel(_ key: Value) -> Bool {
        switch key {
        case .text, .int, .numpyInt, .float, .numpyFloat, .timestamp: true
        default: false
        }
    }

    /// A Series or a dict put into one row goes by the columns' labels.
    private func byColumn(_ value: Value, _ columns: [Int], _ frame: Frame) -> Value {
        let labels = columns.map { frame.columns[$0] }
        if case .dict(let dict) = value { return .list(labels.map { dict[$0] ?? .float(.nan) }) }
        guard case .series(let series) = value else { return value }
        return .list(labels.map { label in series.index.position(of: label).map { series.column[$0] } ?? .float(.nan) })
    }

    private func located(_ key: Value, on index: Index, _ isLabel: Bool) throws(Failure) -> [Int] {
        do {
            return try (isLabel ? locate(label: key, on: index) : locate(position: key, on: index)).positions(index.count)
        } catch {
            guard error.code == .keyError, isLabel else { throw error }
            throw Failure(.unsupportedOperation, "adding a row or column by '.loc' is not supported: \(error.message)")
        }
    }

    private func written(_ frame: Frame, rows: [Int], columns: [Int], _ value: Value) throws(Failure) -> Frame {
        var result = frame
        let parts = try cellParts(of: value, for: frame, columns)
        if let parts, parts.count != columns.count { throw Failure(.valueError, "must have equal len keys and value when setting with an iterable") }
        for (at, column) in columns.enumerated() {
            result = result.replacing(column, with: try filled(frame.column(column), rows, parts?[at] ?? value, labels: frame.index))
        }
        return result
    }

    /// A column with some cells replaced; its type widens where the new cells need it.
    private func filled(_ column: Column, _ rows: [Int], _ value: Value, labels: Index) throws(Failure) -> Column {
        try charge(cells: column.count)
        if case .categorical(let cells) = column { return .categorical(try filled(cells, rows, value)) }
        var cells = column.values.map(\.asPython)
        let isObject = column.dtype == .object
        switch value {
        case .series(let series):
            let aligned = series.index.equals(labels) ? series.column.gather(rows) : try self.aligned(series, to: labels.gather(rows))
            for (at, row) in rows.enumerated() { cells[row] = aligned[at].asPython }
        case .list, .tuple, .array, .index:
            let items = if let tuple = value.tuple { tuple } else { try listed(value) ?? [] }
            guard items.count == rows.count || items.count == 1 else {
                throw Failure(.valueError, "cannot set using a list-like indexer with a different length than the value")
            }
            for (at, row) in rows.enumerated() { cells[row] = items[items.count == 1 ? 0 : at].asPython }
        case .frame, .set, .dict, .groupBy: throw Failure(.unsupportedValue, "assigning a \(value.typeName) to cells is not supported")
        case .none where !isObject: for row in rows { cells[row] = .float(.nan) }
        default: for row in rows { cells[row] = value.asPython }
        }
        if isObject { return Column.objects(cells) }
        return retyped(column, cells)
    }

    /// Only what is a category already, or a gap, can be put among categories.
    private func filled(_ cells: CategoricalColumn, _ rows: [Int], _ value: Value) throws(Failure) -> CategoricalColumn {
        guard value.isHashable else { throw Failure(.unsupportedValue, "assigning a \(value.typeName) to cells of categories is not supported") }
        let code = value.isMissing ? -1 : try cells.categories.requireCode(of: value)
        var cells = cells
        for row in rows { cells.codes[row] = code }
        return cells
    }

    /// Numbers stay numbers of the wider type; a bool among numbers, or text, makes objects.
    private func retyped(_ column: Column, _ cells: [Value]) -> Column {
        let result = Column(values: cells)
        switch (column, result) {
        case (.float, .int(let whole)): return .float(whole.map(Double.init))
        case (.bool, .bool), (.int, .int), (.int, .float), (.float, .float), (.timestamp, .timestamp), (.timedelta, .timedelta): return result
        case (.bool, _), (.int, _), (.float, _), (.timestamp, _), (.timedelta, _), (.text, _), (.object, _), (.categorical, _): return .object(cells)
        }
    }
}
