import Diagnostics
import Values

// `pd.Series`, `pd.DataFrame`, `pd.Index`.
extension Call where Receiver == NoReceiver {
    func makeSeries() throws(Failure) -> Value {
        let index = try arguments.given("index").map { (value) throws(Failure) in try interpreter.index(of: value) }
        if let index { try interpreter.charge(items: index.count) }
        var series = try interpreter.series(of: arguments["data"] ?? .none, index: index, isGiven: arguments["data"] != nil)
        if let type = arguments.given("dtype") { series = series.with(try interpreter.column("astype", series, [type])) }
        if let name = arguments["name"] {
            guard name.isHashable else { throw Failure(.typeError, "Series.name must be a hashable type") }
            series = series.renamed(name)
        }
        return .series(series)
    }

    func makeIndex() throws(Failure) -> Value {
        let data = try arguments.require("data")
        switch data {
        case .index, .list, .tuple, .array, .series, .range, .iterator, .dict, .set: break
        default:
            throw Failure(.typeError, "Index(...) must be called with a collection of some kind, \(Interpreter.brief(data)) was passed")
        }
        var index = try interpreter.index(of: data)
        if let type = arguments.given("dtype") { index = Index(.column(try interpreter.column("astype", Series(index.column), [type])), names: index.names) }
        if let name = arguments.given("name") { index = index.renamed([name]) }
        return .index(index)
    }

    func makeFrame() throws(Failure) -> Value {
        let index = try arguments.given("index").map { (value) throws(Failure) in try interpreter.index(of: value) }
        let columns = try arguments.given("columns").map { (value) throws(Failure) in try interpreter.index(of: value) }
        try interpreter.charge(rows: index?.count ?? 1, columns: columns?.count ?? 1)
        var frame = try interpreter.frame(of: arguments["data"] ?? .none, index: index, columns: columns)
        if let type = arguments.given("dtype") {
            frame = try frame.mapColumns { (series) throws(Failure) in try interpreter.column("astype", series, [type]) }
        }
        return .frame(frame)
    }
}

extension Interpreter {
    func series(of data: Value, index: Index?, isGiven: Bool) throws(Failure) -> Series {
        switch data {
        case .series(let series):
            guard let index else { return series }
            return Series(series.column.gatherWithGaps(try rows(of: index, in: series.index)), index: index, name: series.name)
        case .dict(let dict):
            let own = Series(Column(values: dict.values), index: Index.of(dict.keys))
            guard let index else { return own }
            return Series(own.column.gatherWithGaps(try rows(of: index, in: own.index)), index: index)
        case .index(let labels): return Series(labels.column, index: try matching(index, labels.count), name: labels.name)
        case .array(let array):
            guard array.isFlat else { throw Failure(.valueError, "Data must be 1-dimensional, got ndarray of shape \(array.shape) instead") }
            return Series(array.column.ofArray, index: try matching(index, array.count))
        case .list, .tuple, .range, .iterator:
            let values = try iterate(data)
            try charge(bytes: values.count * 24)
            return Series(Column(values: values), index: try matching(index, values.count))
        case .set: throw Failure(.typeError, "'set' type is unordered")
        case .frame: throw Failure(.valueError, "Data must be 1-dimensional")
        default: return try scalarSeries(data, index, isGiven: isGiven)
        }
    }

    private func scalarSeries(_ value: Value, _ index: Index?, isGiven: Bool) throws(Failure) -> Series {
        guard let index else { return isGiven && !isNone(value) ? Series(Column(values: [value])) : Series(.object([])) }
        let filler = isNone(value) ? Value.float(.nan) : value
        let column: Column = isNone(value) ? .object(Array(repeating: filler, count: index.count)) : Column(values: Array(repeating: value, count: index.count))
        return Series(column, index: index)
    }

    private func isNone(_ value: Value) -> Bool { if case .none = value { true } else { false } }

    private func matching(_ index: Index?, _ count: Int) throws(Failure) -> Index {
        guard let index else { return Index(count: count) }
        guard index.count == count else {
            throw Failure(.valueError, "Length of values (\(count)) does not match length of index (\(index.count))")
        }
        return index
    }

    func frame(of data: Value, index: Index?, columns: Index?) throws(Failure) -> Frame {
        switch data {
        case .none:
            let rows = index ?? Index(count: 0), labels = columns ?? Index(count: 0)
            let gaps = Column.object(Array(repeating: .float(.nan), count: rows.count))
            return Frame((0..<labels.count).map { _ in gaps }, index: rows, columns: labels)
        case .frame(let frame): return try placed(frame, index ?? frame.index, columns ?? frame.columns)
        case .series(let series): return try frame(of: series, index, columns)
        case .dict(let dict): return try frame(of: dict, index, columns)
        case .array(let array): return try frame(of: array, index, columns)
        case .index(let labels): return try oneColumn(labels.column, index, columns)
        case .list, .tuple, .iterator, .range: return try frame(ofRows: iterate(data), index, columns)
        case .set: throw Failure(.typeError, "Set type is unordered")
        default:
            guard let index, let columns else { throw Failure(.valueError, "DataFrame constructor not properly called!") }
            let column = Column(values: Array(repeating: data, count: index.count))
            return Frame((0..<columns.count).map { _ in column }, index: index, columns: columns)
        }
    }

    private func frame(of series: Series, _ index: Index?, _ columns: Index?) throws(Failure) -> Frame {
        let label = series.name.isMissing ? Index(count: 1) : Index(Column(values: [series.name]))
        let own = Frame([series.column], index: series.index, columns: label)
        let labels = columns.map { series.name.isMissing && $0.count == 1 ? own.with(columns: $0) : own } ?? own
        return try placed(labels, index ?? own.index, columns ?? own.columns)
    }

    private func oneColumn(_ column: Column, _ index: Index?, _ columns: Index?) throws(Failure) -> Frame {
        let labels = columns ?? Index(count: 1)
        guard labels.count == 1 else { throw Failure(.valueError, "Shape of passed values is (\(column.count), 1), indices imply (\(column.count), \(labels.count))") }
        return Frame([column], index: try matching(index, column.count), columns: labels)
    }

    private func frame(of array: NDArray, _ index: Index?, _ columns: Index?) throws(Failure) -> Frame {
        guard !array.isFlat, array.shape.count == 2 else { return try oneColumn(array.column.ofArray, index, columns) }
        let (height, width) = (array.shape[0], array.shape[1])
        let labels = columns ?? Index(count: width)
        guard labels.count == width else {
            throw Failure(.valueError, "Shape of passed values is (\(height), \(width)), indices imply (\(height), \(labels.count))")
        }
        try charge(bytes: array.column.count * 16)
        let parts = (0..<width).map { at in array.column.gather((0..<height).map { $0 * width + at }) }
        return Frame(parts.map(\.ofArray), index: try matching(index, height), columns: labels)
    }

    /// A dict of columns: lists of one length, Series joined on their labels, scalars for all rows.
    private func frame(of dict: DictValue, _ index: Index?, _ columns: Index?) throws(Failure) -> Frame {
        let rows = try rowLabels(of: dict, index)
        let bare = Frame([], index: rows, columns: Index(count: 0))
        var made: [Column] = []
        for value in dict.values { made.append(try cells(of: value, rows, bare, given: index != nil)) }
        let labels = dict.keys.isEmpty ? Index(count: 0) : Index.of(dict.keys)
        let frame = Frame(made, index: rows, columns: labels)
        guard let columns else { return frame }
        let positions = columns.values.map(labels.position(of:))
        let gaps = Column.object(Array(repeating: .float(.nan), count: rows.count))
        return Frame(positions.map { $0.map { made[$0] } ?? gaps }, index: rows, columns: columns)
    }

    private func cells(of value: Value, _ rows: Index, _ bare: Frame, given: Bool) throws(Failure) -> Column {
        switch value {
        case .series(let series):
            return series.index.equals(rows) ? series.column : series.column.gatherWithGaps(try self.rows(of: rows, in: series.index))
        case .dict(let dict):
            let own = Index.of(dict.keys)
            return Column(values: dict.values).gatherWithGaps(try self.rows(of: rows, in: own))
        case .list, .tuple, .range, .iterator:
            let values = Column(values: try iterate(value))
            return try sized(values, rows)
        case .array(let array): return try sized(array.column.ofArray, rows)
        case .index(let index): return try sized(index.column, rows)
        case .set: throw Failure(.typeError, "Set type is unordered")
        case .frame: throw Failure(.valueError, "If using all scalar values, you must pass an index")
        default: return Column(values: Array(repeating: value, count: rows.count))
        }
    }

    private func sized(_ column: Column, _ rows: Index) throws(Failure) -> Column {
        guard column.count == rows.count else {
            throw Failure(.valueError, "Length of values (\(column.count)) does not match length of index (\(rows.count))")
        }
        return column
    }

    private func rowLabels(of dict: DictValue, _ index: Index?) throws(Failure) -> Index {
        if let index { return index }
        var labelled: [Index] = []
        var lengths = Set<Int>()
        for value in dict.values {
            switch value {
            case .series(let series): labelled.append(series.index)
            case .dict(let dict): labelled.append(Index.of(dict.keys))
            case .list(let list): lengths.insert(list.items.count)
            case .tuple(let items): lengths.insert(items.count)
            case .range(let range): lengths.insert(range.count)
            case .array(let array): lengths.insert(array.count)
            case .index(let index): lengths.insert(index.count)
            case .iterator(let iterator): lengths.insert(iterator.count)
            default: break
            }
        }
        guard lengths.count <= 1 else { throw Failure(.valueError, "All arrays must be of the same length") }
        guard var rows = labelled.first else {
            guard let count = lengths.first else {
                guard dict.count == 0 else { throw Failure(.valueError, "If using all scalar values, you must pass an index") }
                return Index(count: 0)
            }
            return Index(count: count)
        }
        for next in labelled.dropFirst() where !next.equals(rows) { rows = try union(rows, next) }
        if labelled.allSatisfy({ $0.typeName == "Index" }), labelled.contains(where: { !$0.equals(rows) }) {
            try CellOrder.requireOrder(rows.column.asObject.values, mixed: false)
        }
        if let count = lengths.first, count != rows.count {
            throw Failure(.valueError, "array length \(count) does not match index length \(rows.count)")
        }
        return rows
    }

    /// A list of rows: dicts by column, lists by position, Series by label, or scalars as one column.
    private func frame(ofRows rows: [Value], _ index: Index?, _ columns: Index?) throws(Failure) -> Frame {
        guard let first = rows.first else {
            let labels = columns ?? Index(count: 0)
            return Frame((0..<labels.count).map { _ in .object([]) }, index: index ?? Index(count: 0), columns: labels)
        }
        switch first {
        case .dict: return try frame(ofDicts: rows, index, columns)
        case .list, .tuple, .array: return try frame(ofLists: rows, index, columns)
        case .series: return try frame(ofSeries: rows, index, columns)
        default: return try oneColumn(Column(values: rows), index, columns)
        }
    }

    private func frame(ofDicts rows: [Value], _ index: Index?, _ columns: Index?) throws(Failure) -> Frame {
        var labels: [Value] = []
        var seen = Set<HashKey>()
        for row in rows {
            guard case .dict(let dict) = row else { throw Failure(.unsupportedValue, "a list of dicts and other values is no frame") }
            for key in dict.keys where seen.insert(HashKey(key)).inserted { labels.append(key) }
        }
        let wanted = columns?.values ?? labels
        try charge(bytes: rows.count * (wanted.count + 1) * 24)
        let made = wanted.map { label in Column(values: rows.map { $0.dict?[label] ?? .float(.nan) }) }
        return Frame(made, index: try matching(index, rows.count), columns: columns ?? Index.of(labels))
    }

    private func frame(ofLists rows: [Value], _ index: Index?, _ columns: Index?) throws(Failure) -> Frame {
        var items: [[Value]] = []
        for row in rows { items.append(try rowItems(row)) }
        let width = items.map(\.count).max() ?? 0
        let labels = columns ?? Index(count: width)
        guard labels.count == width else {
            throw Failure(.valueError, "\(labels.count) columns passed, passed data had \(width) columns")
        }
        try charge(bytes: rows.count * (width + 1) * 24)
        let made = (0..<width).map { at in Column(values: items.map { at < $0.count ? $0[at] : .none }) }
        return Frame(made, index: try matching(index, rows.count), columns: labels)
    }

    private func rowItems(_ row: Value) throws(Failure) -> [Value] {
        switch row {
        case .list, .tuple, .array: return try iterate(row)
        case .none: return []
        default: throw Failure(.typeError, "object of type '\(row.typeName)' has no len()")
        }
    }

    private func frame(ofSeries rows: [Value], _ index: Index?, _ columns: Index?) throws(Failure) -> Frame {
        var parts: [Series] = []
        for row in rows {
            guard case .series(let series) = row else { throw Failure(.unsupportedValue, "a list of Series and other values is no frame") }
            parts.append(series)
        }
        let names = parts.map(\.name)
        let labels = names.contains { !$0.isMissing }
            ? Index(Column(values: names.enumerated().map { $1.isMissing ? .string("Unnamed \($0)") : $1 })) : Index(count: parts.count)
        var keys: [Value] = []
        var seen = Set<HashKey>()
        for label in parts.flatMap(\.index.values) where seen.insert(HashKey(label)).inserted { keys.append(label) }
        let wanted = columns ?? (parts.allSatisfy { $0.index.equals(parts[0].index) } ? parts[0].index : Index.of(keys))
        var made: [[Value]] = Array(repeating: [], count: wanted.count)
        for part in parts {
            for (at, row) in try self.rows(of: wanted, in: part.index).enumerated() { made[at].append(row < 0 ? .float(.nan) : part.column[row]) }
        }
        return Frame(made.map { Column(values: $0) }, index: index ?? labels, columns: wanted)
    }
}
