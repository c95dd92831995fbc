import Catalog
import Diagnostics
import Values

// Functions of columns, rows and frames.
extension Call where Receiver == Frame {
    func apply() throws(Failure) -> Value {
        let function = try arguments.require("func")
        let axis = try arguments.axis()
        let keywords = arguments.keywordRest("kwargs")
        guard try !arguments.bool("raw", default: false) else { throw Failure(.unsupportedArgument, "'raw' of apply() is not supported") }
        switch function {
        case .text, .list, .dict: return try interpreter.aggregate(receiver, function, axis: axis, keywords)
        default: break
        }
        let extra = try arguments.given("args").map { (value) throws(Failure) in try interpreter.iterate(value) } ?? []
        let shape = try Interpreter.ApplyShape(arguments.given("result_type"))
        return try interpreter.apply(receiver, function, axis: axis, shape: shape, extra, keywords)
    }

    func aggregate() throws(Failure) -> Value {
        guard let function = arguments.given("func") else { return try interpreter.aggregateNamed(receiver, arguments.keywordRest("kwargs")) }
        return try interpreter.aggregate(receiver, function, axis: arguments.axis(), arguments.keywordRest("kwargs"))
    }

    /// A function of each column that keeps its length.
    func transform() throws(Failure) -> Value {
        let function = try arguments.require("func")
        guard try arguments.axis() == 0 else { throw Failure(.unsupportedArgument, "'axis' of transform() is not supported") }
        let keywords = arguments.keywordRest("kwargs")
        switch function {
        case .list: throw Failure(.unsupportedArgument, "transform() with several functions is not supported")
        case .dict(let dict):
            var columns: [Column] = []
            for (key, function) in Swift.zip(dict.keys, dict.values) {
                columns.append(try transformed(receiver.series(receiver.position(ofColumn: key)), function, keywords))
            }
            return .frame(Frame(columns, index: receiver.index, columns: Index.of(dict.keys)))
        default:
            return .frame(try receiver.mapColumns { (series) throws(Failure) in try transformed(series, function, keywords) })
        }
    }

    private func transformed(_ series: Series, _ function: Value, _ keywords: [(String, Value)]) throws(Failure) -> Column {
        let made = try interpreter.reduction(of: .series(series), by: function, [], keywords)
        guard case .series(let result) = made, result.count == series.count else {
            throw Failure(.valueError, "Function did not transform")
        }
        return result.column
    }

    func pipe() throws(Failure) -> Value {
        try interpreter.call(
            arguments.require("func"), [.frame(receiver)] + arguments.rest("args"), keywords: arguments.keywordRest("kwargs"))
    }
}

extension Interpreter {
    enum ApplyShape {
        case inferred, expand, reduce, broadcast

        init(_ value: Value?) throws(Failure) {
            guard let value else {
                self = .inferred
                return
            }
            switch value.text?.string {
            case "expand": self = .expand
            case "reduce": self = .reduce
            case "broadcast": throw Failure(.unsupportedArgument, "apply(result_type='broadcast') is not supported")
            default: throw Failure(.valueError, "invalid value for result_type, must be one of {None, 'reduce', 'broadcast', 'expand'}")
            }
        }
    }

    /// A function of each column (axis 0) or row (axis 1): scalars make a Series, Series a frame (`pandas.core.apply.FrameApply`).
    func apply(
        _ frame: Frame, _ function: Value, axis: Int, shape: ApplyShape, _ extra: [Value] = [], _ keywords: [(String, Value)] = []
    ) throws(Failure) -> Value {
        if isUniversal(function) { return try call(function, [.frame(frame)] + extra, keywords: keywords) }
        guard frame.rowCount > 0, frame.columnCount > 0 else { return try applyToEmpty(frame, function, axis: axis, shape, extra, keywords) }
        let index = axis == 0 ? frame.columns : frame.index
        var results: [Value] = []
        let rows = axis == 1 ? FrameRows(frame) : nil
        for at in 0..<index.count {
            let part = rows.map { Series($0[at], index: frame.columns, name: frame.index[at]) } ?? frame.series(at)
            try charge(cells: part.count)
            results.append(try reduction(of: .series(part), by: function, extra, keywords))
        }
        return try axis == 0 ? shapedByColumn(results, frame, shape) : shapedByRow(results, frame, shape)
    }

    /// numpy's functions of each cell are asked of the whole frame.
    func isUniversal(_ function: Value) -> Bool {
        guard case .function(let callable) = function, let operation = callable as? OperationValue, case .numpy = operation.operation else { return false }
        return ["sqrt", "log", "exp", "log10", "log2", "log1p", "abs", "absolute", "square", "isnan", "floor", "ceil", "sign"].contains(operation.operation.name)
    }

    /// A function of nothing: pandas asks it of an empty Series to see whether it reduces.
    private func applyToEmpty(
        _ frame: Frame, _ function: Value, axis: Int, _ shape: ApplyShape, _ extra: [Value], _ keywords: [(String, Value)]
    ) throws(Failure) -> Value {
        if case .expand = shape { return .frame(frame) }
        let labels = axis == 0 ? frame.columns : frame.index
        var reduced: Value? = nil
        do {
            let empty = axis == 0 ? Series(.float([]), index: Index(.column(.object([])), names: [.none]))
                : Series(.float(Array(repeating: .nan, count: frame.columnCount)), index: frame.columns)
            let result = try reduction(of: .series(empty), by: function, extra, keywords)
            if case .series = result {} else { reduced = result }
        } catch {
            guard error.code.phase != .limits, error.code.phase != .subset else { throw error }
        }
        guard reduced != nil else { return .frame(frame) }
        guard labels.count > 0 else { return .series(Series(.float(Array(repeating: .nan, count: labels.count)), index: labels)) }
        let nothing = Series(.float([]), index: Index(.column(.object([])), names: [.none]))
        let result = try reduction(of: .series(nothing), by: function, extra, keywords)
        return .series(Series(Column(values: Array(repeating: result, count: labels.count)), index: labels))
    }

    /// What pandas calls a sequence: it has a length and can be iterated, and is no text.
    private func isSequence(_ value: Value) -> Bool {
        switch value {
        case .list, .tuple, .set, .dict, .range, .series, .frame, .index, .array: true
        case .none, .bool, .int, .float, .text, .numpyBool, .numpyInt, .numpyFloat, .timestamp, .timedelta, .date, .time, .interval, .slice,
            .iterator, .groupBy, .accessor, .function, .type, .dtype, .module:
            false
        }
    }

    private func shapedByRow(_ results: [Value], _ frame: Frame, _ shape: ApplyShape) throws(Failure) -> Value {
        guard let first = results.first, isSequence(first) else { return .series(Series(Column(values: results), index: frame.index)) }
        let expands = if case .series = first { shape != .reduce } else { shape == .expand }
        guard expands else { return .series(Series(.object(results), index: frame.index)) }
        let made = try sideBySide(results, labels: frame.index)
        return .frame(try inferred(transposed(made)).with(index: frame.index))
    }

    private func shapedByColumn(_ results: [Value], _ frame: Frame, _ shape: ApplyShape) throws(Failure) -> Value {
        guard let first = results.first, isSequence(first), shape != .reduce else {
            return .series(Series(Column(values: results), index: frame.columns))
        }
        if results.allSatisfy({ $0.dict != nil }) { return .series(Series(.object(results), index: frame.columns)) }
        let lengths = Set(results.compactMap(sequenceLength))
        if first.series == nil, lengths.count > 1 { return .series(Series(.object(results), index: frame.columns)) }
        var made = try sideBySide(results, labels: frame.columns)
        if first.series == nil, made.rowCount == frame.rowCount { made = made.with(index: frame.index) }
        return .frame(made.with(columns: frame.columns))
    }

    private func sequenceLength(_ value: Value) -> Int? {
        switch value {
        case .list(let list): list.items.count
        case .tuple(let items): items.count
        case .array(let array): array.count
        default: nil
        }
    }

    /// Series, lists and dicts as columns, joined on their labels.
    private func sideBySide(_ results: [Value], labels: Index) throws(Failure) -> Frame {
        var series: [Series] = []
        for result in results {
            switch result {
            case .series(let made): series.append(made)
            case .dict(let dict): series.append(Series(Column(values: dict.values), index: Index.of(dict.keys)))
            default: series.append(Series(Column(values: try iterate(result))))
            }
        }
        return try joined(series, labels: labels)
    }

    /// Series side by side, with a gap where one lacks a label; equal labels are left as they are.
    func joined(_ series: [Series], labels: Index) throws(Failure) -> Frame {
        guard let first = series.first else { return Frame([], index: Index(count: 0), columns: labels) }
        if series.allSatisfy({ $0.index.equals(first.index) }) {
            return Frame(series.map(\.column), index: first.index, columns: labels)
        }
        var rows = first.index
        for next in series.dropFirst() { rows = try union(rows, next.index) }
        try charge(cells: rows.count * series.count)
        var columns: [Column] = []
        for part in series { columns.append(part.column.gatherWithGaps(try self.rows(of: rows, in: part.index))) }
        return Frame(columns, index: rows, columns: labels)
    }

    /// Object columns by what they hold.
    func inferred(_ frame: Frame) -> Frame {
        Frame(frame.allColumns.map { if case .object(let cells) = $0 { Column(values: cells) } else { $0 } }, like: frame)
    }

    // MARK: agg

    /// A function given by name, a lambda, a type or a numpy function, asked of a Series or a frame.
    ///
    /// Python's `sum`, `max` and `min` stand for the methods of that name, as in `pandas.core.common._builtin_table`.
    func reduction(of value: Value, by function: Value, _ extra: [Value], _ keywords: [(String, Value)]) throws(Failure) -> Value {
        switch function {
        case .text(let name): return try invoke(attribute(name.string, of: value), on: value, extra, keywords: keywords)
        default: return try call(function, [value] + extra, keywords: keywords)
        }
    }

    private func attribute(_ name: String, of value: Value) throws(Failure) -> Operation { try operation(named: name, of: value) }

    /// The name that a function gives a column of results.
    func functionName(_ function: Value) -> String {
        switch function {
        case .text(let name): name.string
        case .type(let type): type.rawValue
        case .function(let callable): (callable as? OperationValue)?.operation.name ?? "<lambda>"
        default: "<lambda>"
        }
    }

    /// `df.agg(…)`: a name or function gives a Series, a list a frame with one row a function, a dict one value or list a column.
    func aggregate(_ frame: Frame, _ function: Value, axis: Int, _ keywords: [(String, Value)]) throws(Failure) -> Value {
        switch function {
        case .text(let name):
            let known = Receiver.frame.operation(named: name.string)?.facts.signature.slot(named: "axis") != nil
            return try invoke(name.string, on: .frame(frame), [], keywords: keywords + (known && axis == 1 ? [("axis", Value.int(1))] : []))
        case .list(let list):
            guard axis == 0 else { return try swapped(aggregate(transposed(frame), function, axis: 0, keywords)) }
            return .frame(try aggregateList(frame, list.items, keywords))
        case .dict(let dict):
            guard axis == 0 else { return try swapped(aggregate(transposed(frame), function, axis: 0, keywords)) }
            return try aggregateDict(frame, dict, keywords)
        default:
            let aggregator = aggregator(function, keywords)
            guard case .text = aggregator else { return try apply(frame, function, axis: axis, shape: .inferred, [], keywords) }
            return try aggregate(frame, aggregator, axis: axis, keywords)
        }
    }

    /// A function of `agg`: by its name where it is a builtin or numpy function that a method stands for (`pandas.core.common.get_cython_func`), so that
    /// `np.std` has pandas' ddof and passes over gaps.
    private func aggregator(_ function: Value, _ keywords: [(String, Value)]) -> Value {
        keywords.isEmpty ? namesake(function).map(Value.string) ?? function : function
    }

    private func swapped(_ value: Value) throws(Failure) -> Value {
        guard case .frame(let frame) = value else { return value }
        return .frame(try transposed(frame))
    }

    private func aggregateList(_ frame: Frame, _ functions: [Value], _ keywords: [(String, Value)]) throws(Failure) -> Frame {
        guard !functions.isEmpty else { throw Failure(.valueError, "No objects to concatenate") }
        var columns: [Column] = []
        for at in 0..<frame.columnCount {
            let cells = try functions.map { (function) throws(Failure) in try reduction(of: .series(frame.series(at)), by: aggregator(function, keywords), [], keywords) }
            guard cells.allSatisfy({ !isSequence($0) }) else { throw Failure(.valueError, "cannot combine transform and aggregation operations") }
            columns.append(Column(values: cells))
        }
        let names = functions.map { Value.string(functionName($0)) }
        return Frame(columns, index: Index(Column(values: names)), columns: frame.columns)
    }

    private func aggregateDict(_ frame: Frame, _ dict: DictValue, _ keywords: [(String, Value)]) throws(Failure) -> Value {
        let absent = dict.keys.filter { frame.columns.position(of: $0) == nil }
        guard absent.isEmpty else { throw Failure(.keyError, "\"Column(s) [\(absent.map(Interpreter.brief).joined(separator: ", "))] do not exist\"") }
        let lists = dict.values.contains { $0.list != nil }
        var series: [Series] = []
        for (key, function) in zip(dict.keys, dict.values) {
            let column = frame.series(try frame.position(ofColumn: key))
            let functions = function.list?.items ?? [function]
            let cells = try functions.map { (function) throws(Failure) in try reduction(of: .series(column), by: aggregator(function, keywords), [], keywords) }
            let names = functions.map { Value.string(functionName($0)) }
            guard cells.allSatisfy({ !isSequence($0) }) else {
                guard !lists, case .series(let made) = cells[0] else { throw Failure(.unsupportedArgument, "agg() that mixes reductions and longer results is not supported") }
                series.append(made)
                continue
            }
            series.append(Series(Column(values: cells), index: Index(Column(values: names))))
        }
        let labels = Index.of(dict.keys)
        if !lists, series.allSatisfy({ $0.count == 1 }) {
            return .series(Series(Column(values: series.map { $0.column[0] }), index: labels))
        }
        return .frame(try inOrder(series, labels: labels))
    }

    /// Series side by side; labels in order of first appearance.
    private func inOrder(_ series: [Series], labels: Index) throws(Failure) -> Frame {
        let all = series.flatMap(\.index.values)
        let column = Column(values: all)
        let rows = Index(column.gather(try Factors(column, missing: .equal).firsts))
        var columns: [Column] = []
        for part in series { columns.append(part.column.gatherWithGaps(try self.rows(of: rows, in: part.index))) }
        return Frame(columns, index: rows, columns: labels)
    }

    /// `df.agg(x=('col', 'sum'))`: one row a name, a column a source column.
    func aggregateNamed(_ frame: Frame, _ named: [(String, Value)]) throws(Failure) -> Value {
        guard !named.isEmpty else { throw Failure(.typeError, "Must provide 'func' or tuples of '(column, aggfunc)'.") }
        var sources: [Value] = []
        var rows: [(name: String, source: Int, cell: Value)] = []
        for (name, pair) in named {
            guard let items = pair.tuple, items.count == 2 else { throw Failure(.typeError, "Must provide 'func' or tuples of '(column, aggfunc)'.") }
            let at = try frame.position(ofColumn: items[0])
            let source = sources.firstIndex { HashKey($0) == HashKey(items[0]) } ?? sources.count
            if source == sources.count { sources.append(items[0]) }
            rows.append((name, source, try reduction(of: .series(frame.series(at)), by: aggregator(items[1], []), [], [])))
        }
        let columns = sources.indices.map { source in
            Column(values: rows.map { $0.source == source ? $0.cell : .float(.nan) })
        }
        return .frame(Frame(columns, index: Index(Column(values: rows.map { .string($0.name) })), columns: Index.of(sources)))
    }
}
