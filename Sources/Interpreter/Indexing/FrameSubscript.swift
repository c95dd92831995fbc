import Diagnostics
import Values

extension Interpreter {
    /// `frame[key]`: a column, columns, or rows by mask or slice.
    func subscripted(_ frame: Frame, _ key: Value) throws(Failure) -> Value {
        switch key {
        case .text, .int, .float, .numpyInt, .numpyFloat, .bool, .numpyBool, .none, .timestamp, .timedelta, .date, .time, .interval, .tuple, .type,
            .function, .range, .module, .dtype:
            if case .range = key { return try columns(frame, iterate(key)) }
            return try column(frame, key)
        case .slice(let slice): return .frame(try rows(frame, slice))
        case .frame(let flags): return .frame(try masked(frame, flags))
        case .list, .series, .array, .index, .set, .dict, .iterator, .groupBy, .accessor: break
        }
        if let mask = try mask(key, over: frame.index) {
            try charge(cells: mask.count)
            return .frame(frame.gather(Interpreter.kept(mask)))
        }
        guard let labels = try listed(key) else { throw Failure(.typeError, "unhashable type: '\(key.typeName)'") }
        return try columns(frame, labels)
    }

    private func columns(_ frame: Frame, _ labels: [Value]) throws(Failure) -> Value {
        .frame(frame.select(try columnPositions(labels, frame)))
    }

    private func column(_ frame: Frame, _ label: Value) throws(Failure) -> Value {
        if case .multi = frame.columns.labels { return take(frame, rows: .all, columns: try locate(label: label, on: frame.columns)) }
        let label = try hashable(label)
        guard let at = frame.columns.position(of: label) else { throw Failure(.keyError, Interpreter.brief(label)) }
        guard !frame.columns.isUnique else { return .series(frame.series(at)) }
        let all = frame.columns.positions(of: label)
        return all.count == 1 ? .series(frame.series(at)) : .frame(frame.select(all))
    }

    /// `df[1:3]` counts rows; a slice of labels is by label.
    private func rows(_ frame: Frame, _ slice: SliceValue) throws(Failure) -> Frame {
        try charge(cells: frame.rowCount)
        let rows = try Slices.isPositional(slice) && !isFloat(frame.index) ? Slices.positions(slice, count: frame.rowCount) : labelled(slice, frame.index)
        return frame.gather(rows)
    }

    func isFloat(_ index: Index) -> Bool { if case .column(.float) = index.labels { true } else { false } }

    func labelled(_ slice: SliceValue, _ index: Index) throws(Failure) -> [Int] {
        switch index.labels {
        case .range, .column(.int):
            throw Failure(.typeError, "cannot do slice indexing with these labels on an integer index")
        case .column, .multi: return try locate(label: .slice(slice), on: index).positions(index.count)
        }
    }

    /// `df[df > 1]`: cells whose flag is false, or is missing under their labels, become gaps.
    private func masked(_ frame: Frame, _ flags: Frame) throws(Failure) -> Frame {
        try charge(cells: frame.rowCount.multipliedReportingOverflow(by: frame.columnCount).partialValue)
        let rows = flags.index.equals(frame.index) ? nil : try self.rows(of: frame.index, in: flags.index)
        let places = try self.rows(of: frame.columns, in: flags.columns)
        var columns: [Column] = []
        for (at, place) in places.enumerated() {
            guard place >= 0 else {
                columns.append(.gaps(frame.dtype(at), count: frame.rowCount))
                continue
            }
            guard case .bool(let keep) = flags.column(place) else {
                throw Failure(.valueError, "boolean array expected for the condition, not \(flags.dtype(place).rawValue)")
            }
            columns.append(frame.column(at).gatherWithGaps((0..<frame.rowCount).map { row in
                let flag = rows.map { $0[row] } ?? row
                return flag >= 0 && keep[flag] ? row : -1
            }))
        }
        return Frame(columns, index: frame.index, columns: frame.columns)
    }

    // MARK: Series

    /// `series[key]`: by label; an integer counts positions where the labels are not numbers.
    func subscripted(_ series: Series, _ key: Value) throws(Failure) -> Value {
        if case .slice(let slice) = key { return .series(series.gather(try rows(series, slice))) }
        if let mask = try mask(key, over: series.index) {
            try charge(cells: mask.count)
            return .series(series.gather(Interpreter.kept(mask)))
        }
        if let items = try listed(key) { return try listed(series, items) }
        if case .none = key, series.index.position(of: .none) == nil { throw Failure(.keyError, "None") }
        if let at = key.integer, !isFlag(key), isPositional(series.index), series.index.position(of: key) == nil {
            guard let position = Slices.position(at, count: series.count) else {
                throw Failure(.indexError, "index \(at) is out of bounds for axis 0 with size \(series.count)")
            }
            return series.column[position]
        }
        return take(series, try locate(label: key, on: series.index))
    }

    private func rows(_ series: Series, _ slice: SliceValue) throws(Failure) -> [Int] {
        try charge(cells: series.count)
        guard Slices.isPositional(slice), !isFloat(series.index) else { return try labelled(slice, series.index) }
        return try Slices.positions(slice, count: series.count)
    }

    private func listed(_ series: Series, _ items: [Value]) throws(Failure) -> Value {
        if case .int(let numbers) = Column(values: items), isPositional(series.index) {
            return take(series, try locate(position: .list(numbers.map(Value.int)), on: series.index))
        }
        return .series(series.gather(try positions(of: items, in: series.index)))
    }

    /// Labels that integers cannot name, so that integers count positions; among several levels the first decides.
    private func isPositional(_ index: Index) -> Bool {
        switch index.labels {
        case .range: false
        case .column(let labels): isPositional(labels)
        case .multi(let levels): levels.first.map(isPositional) ?? false
        }
    }

    private func isFlag(_ key: Value) -> Bool {
        switch key {
        case .bool, .numpyBool: true
        default: false
        }
    }

    private func isPositional(_ labels: Column) -> Bool {
        switch labels {
        case .int, .float: false
        case .object(let labels): !labels.contains { $0.integer != nil }
        case .bool, .text, .timestamp, .timedelta, .categorical: true
        }
    }
}
