import Diagnostics
import Values

extension Interpreter {
    /// `x.loc[key]`
    func loc(_ value: Value, _ key: Value) throws(Failure) -> Value {
        try charge(cells: rowCount(value))
        switch value {
        case .series(let series):
            if case .tuple(let parts) = key, !series.index.isMulti {
                guard parts.count == 1 else { throw Failure(.indexingError, "too many indexers") }
                return take(series, try locate(label: parts[0], on: series.index))
            }
            return take(series, try locate(label: key, on: series.index))
        case .frame(let frame): return try loc(frame, key)
        default: throw Failure(.internalFault, "'.loc' was asked of \(value.typeName)")
        }
    }

    private func rowCount(_ value: Value) -> Int { value.series?.count ?? value.frame?.rowCount ?? 0 }

    private func loc(_ frame: Frame, _ key: Value) throws(Failure) -> Value {
        guard case .tuple(let parts) = key, !(frame.index.isMulti && isRowKey(parts.items, frame.index)) else {
            return take(frame, rows: try locate(label: key, on: frame.index), columns: .all)
        }
        let (row, column) = try axes(parts.items, of: .frame(frame))
        if case .tuple = row, !frame.index.isMulti, isScalar(column) { throw Failure(.valueError, "a tuple of row labels needs a list of columns beside it") }
        return try take(frame, rows: locate(label: listing(row, on: frame.index), on: frame.index), columns: locate(label: listing(column, on: frame.columns), on: frame.columns))
    }

    private func isScalar(_ key: Value) -> Bool {
        switch key {
        case .slice, .list, .tuple, .series, .array, .index, .range, .set, .dict: false
        case .none, .bool, .int, .float, .text, .numpyBool, .numpyInt, .numpyFloat, .timestamp, .timedelta, .date, .time, .interval, .iterator, .frame,
            .groupBy, .accessor, .function, .type, .dtype, .module:
            true
        }
    }

    /// Beside a key for the other axis, a tuple lists labels; where labels have several levels it is one label.
    private func listing(_ key: Value, on index: Index) -> Value {
        guard case .tuple(let labels) = key, !index.isMulti else { return key }
        return .list(labels.items)
    }

    /// A tuple that names one row of a MultiIndex rather than a row and a column.
    private func isRowKey(_ parts: [Value], _ index: Index) -> Bool {
        guard parts.count == index.levelCount, parts.allSatisfy(\.isHashable) else { return false }
        return index.position(of: .tuple(parts)) != nil
    }

    /// The keys of both axes; functions are called with what they index.
    private func axes(_ parts: [Value], of value: Value) throws(Failure) -> (Value, Value) {
        guard parts.count <= 2, let first = parts.first else { throw Failure(.indexingError, "too many indexers") }
        let all = Value.slice(SliceValue(lower: .none, upper: .none, step: .none))
        return (try key(first, value), try key(parts.count == 2 ? parts[1] : all, value))
    }

    private func key(_ key: Value, _ value: Value) throws(Failure) -> Value {
        if case .function = key { return try call(key, [value]) }
        return key
    }

    /// `x.iloc[key]`
    func iloc(_ value: Value, _ key: Value) throws(Failure) -> Value {
        switch value {
        case .series(let series):
            if case .tuple(let parts) = key {
                guard parts.count == 1 else { throw Failure(.indexingError, "too many indexers") }
                return take(series, try locate(position: parts[0], on: series.index))
            }
            return take(series, try locate(position: key, on: series.index))
        case .frame(let frame):
            guard case .tuple(let parts) = key else { return take(frame, rows: try locate(position: key, on: frame.index), columns: .all) }
            let (row, column) = try axes(parts.items, of: value)
            return try take(frame, rows: locate(position: row, on: frame.index), columns: locate(position: column, on: frame.columns))
        default: throw Failure(.internalFault, "'.iloc' was asked of \(value.typeName)")
        }
    }

    /// `x.at[label]` or `x.at[row, column]`: one cell by label.
    func at(_ value: Value, _ key: Value) throws(Failure) -> Value {
        switch value {
        case .series(let series): return try subscriptedLabel(series, key)
        case .frame(let frame):
            guard case .tuple(let parts) = key, parts.count == 2 else { throw Failure(.valueError, "'.at' on a frame needs a row and a column") }
            for part in parts { _ = try hashable(part) }
            return try loc(frame, key)
        default: throw Failure(.internalFault, "'.at' was asked of \(value.typeName)")
        }
    }

    private func subscriptedLabel(_ series: Series, _ key: Value) throws(Failure) -> Value {
        take(series, try locate(label: hashable(key), on: series.index))
    }

    /// `x.iat[position]` or `x.iat[row, column]`: one cell by position.
    func iat(_ value: Value, _ key: Value) throws(Failure) -> Value {
        let parts = key.tuple ?? [key]
        for part in parts where part.integer == nil { throw Failure(.valueError, "iAt based indexing can only have integer indexers") }
        if case .frame = value, parts.count != 2 { throw Failure(.typeError, "'.iat' on a frame needs a row and a column") }
        do {
            return try iloc(value, key)
        } catch {
            guard error.code == .indexError else { throw error }
            throw Failure(.indexError, "index is out of bounds")
        }
    }
}
