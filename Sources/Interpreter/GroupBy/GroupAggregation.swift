import Diagnostics
import Values

// Functions of groups: `agg` and `apply`.
extension Call where Receiver == GroupBy {
    /// A name or function, a list of them, a dict by column, or `x=('col', 'sum')`.
    func aggregate() throws(Failure) -> Value {
        let keywords = arguments.keywordRest("kwargs")
        guard let function = arguments.given("func") else { return try aggregateNamed(keywords) }
        let extra = arguments.rest("args")
        switch function {
        case .list(let list): return try aggregateList(list.items, extra, keywords)
        case .tuple(let tuple): return try aggregateList(tuple.items, extra, keywords)
        case .dict(let dict):
            guard !receiver.isSeries else { throw Failure(.valueError, "nested renamer is not supported") }
            return try aggregateDict(dict, extra, keywords)
        default: return try aggregateOne(function, extra, keywords)
        }
    }

    private func aggregateOne(_ function: Value, _ extra: [Value], _ keywords: [(String, Value)]) throws(Failure) -> Value {
        if let name = interpreter.groupMethod(function) {
            return try interpreter.invoke(name, on: .groupBy(receiver), extra, keywords: keywords)
        }
        var columns: [Column] = []
        for at in receiver.targets { columns.append(try column(at, function, extra, keywords)) }
        return try wrapped(columns, receiver.targets)
    }

    /// One reduction of one column: a value a group.
    private func column(_ at: Int, _ function: Value, _ extra: [Value], _ keywords: [(String, Value)]) throws(Failure) -> Column {
        if let name = interpreter.groupMethod(function) {
            let groups = receiver.selecting([at], asSeries: true).keyed
            guard case .series(let series) = try interpreter.invoke(name, on: .groupBy(groups), extra, keywords: keywords),
                series.count == receiver.groupCount
            else { throw Failure(.valueError, "Must produce aggregated value") }
            return series.column
        }
        let series = receiver.frame.series(at)
        var results: [Value] = []
        for rows in receiver.rows {
            try interpreter.charge(cells: rows.count + 1)
            let result = try interpreter.reduction(of: .series(series.gather(rows)), by: function, extra, keywords)
            results.append(try reduced(result, isChecked: results.isEmpty && series.column.dtype != .object))
        }
        return results.isEmpty ? series.column.gather([]) : Column(values: results)
    }

    /// A group's result: a Series of one cell is that cell, of several an array. Only the first group's is checked, and only where the
    /// cells are no objects (`_aggregate_series_pure_python`).
    private func reduced(_ value: Value, isChecked: Bool) throws(Failure) -> Value {
        let notReduced = Failure(.valueError, "Must produce aggregated value")
        switch value {
        case .series(let series) where series.count == 1: return series.column[0]
        case .array(let array) where array.isFlat && array.count == 1: return array.column[0]
        case .series(let series):
            guard !isChecked else { throw notReduced }
            return .array(NDArray(series.column))
        case .array:
            guard !isChecked else { throw notReduced }
            return value
        case .frame, .index: throw notReduced
        default: return value
        }
    }

    /// Names of functions as column labels: several lambdas are numbered.
    private func names(_ functions: [Value]) -> [Value] {
        var lambdas = 0
        return functions.map { function in
            if let pair = function.tuple, pair.count == 2 { return pair[0] }
            let name = interpreter.functionName(function)
            guard name == "<lambda>", functions.count > 1 else { return .string(name) }
            lambdas += 1
            return .string("<lambda_\(lambdas - 1)>")
        }
    }

    private func aggregateList(_ functions: [Value], _ extra: [Value], _ keywords: [(String, Value)]) throws(Failure) -> Value {
        guard !functions.isEmpty else { throw Failure(.valueError, "No objects to concatenate") }
        let names = names(functions)
        if receiver.isSeries, let at = receiver.selection?.first {
            let columns = try functions.map { (function) throws(Failure) in try column(at, self.function(function), extra, keywords) }
            return .frame(try finished(Frame(columns, index: receiver.labelIndex, columns: Index(Column(values: names)))))
        }
        try requireDifferent(names)
        var columns: [Column] = []
        var labels: [Value] = []
        for at in receiver.targets {
            for (function, name) in Swift.zip(functions, names) {
                columns.append(try column(at, self.function(function), extra, keywords))
                labels.append(.tuple(levels(receiver.frame.columns[at]) + [name]))
            }
        }
        return .frame(try finished(Frame(columns, index: receiver.labelIndex, columns: Index.of(labels))))
    }

    /// `('name', function)` in a list names its column.
    private func function(_ value: Value) -> Value {
        if let pair = value.tuple, pair.count == 2 { pair[1] } else { value }
    }

    private func levels(_ label: Value) -> [Value] { label.tuple ?? [label] }

    private func requireDifferent(_ names: [Value]) throws(Failure) {
        guard Set(names.map { HashKey($0) }).count == names.count else {
            throw Failure(.valueError, "Function names must be unique if there is no new column names assigned")
        }
    }

    private func finished(_ frame: Frame) throws(Failure) -> Frame { receiver.asIndex ? frame : try insertingKeys(frame) }

    private func aggregateDict(_ dict: DictValue, _ extra: [Value], _ keywords: [(String, Value)]) throws(Failure) -> Value {
        let absent = dict.keys.filter { key in !receiver.selectable.contains { HashKey(receiver.frame.columns[$0]) == HashKey(key) } }
        guard absent.isEmpty else { throw Failure(.keyError, "\"Column(s) [\(absent.map(Interpreter.brief).joined(separator: ", "))] do not exist\"") }
        let nested = dict.values.contains { $0.list != nil || $0.tuple != nil }
        var columns: [Column] = []
        var labels: [Value] = []
        for (key, value) in Swift.zip(dict.keys, dict.values) {
            if case .dict = value { throw Failure(.valueError, "nested renamer is not supported") }
            let at = try receiver.frame.position(ofColumn: key)
            let functions = value.list?.items ?? value.tuple ?? [value]
            for (function, name) in Swift.zip(functions, names(functions)) {
                columns.append(try column(at, self.function(function), extra, keywords))
                labels.append(nested ? .tuple(levels(key) + [name]) : key)
            }
        }
        return .frame(try finished(Frame(columns, index: receiver.labelIndex, columns: Index.of(labels))))
    }

    /// Named aggregation: a column a keyword.
    private func aggregateNamed(_ named: [(String, Value)]) throws(Failure) -> Value {
        guard !named.isEmpty else { throw Failure(.typeError, "Must provide 'func' or tuples of '(column, aggfunc).") }
        var columns: [Column] = []
        for (_, value) in named {
            if receiver.isSeries, let at = receiver.selection?.first {
                columns.append(try column(at, value, [], []))
                continue
            }
            guard let pair = value.tuple, pair.count == 2 else {
                throw Failure(.typeError, "Must provide 'func' or tuples of '(column, aggfunc).")
            }
            guard receiver.selectable.contains(where: { HashKey(receiver.frame.columns[$0]) == HashKey(pair[0]) }) else {
                throw Failure(.keyError, "\"Column(s) [\(Interpreter.brief(pair[0]))] do not exist\"")
            }
            columns.append(try column(receiver.frame.position(ofColumn: pair[0]), pair[1], [], []))
        }
        let labels = Index(Column(values: named.map { .string($0.0) }))
        return .frame(try finished(Frame(columns, index: receiver.labelIndex, columns: labels)))
    }

    /// A function of each group: scalars make a Series, Series of equal labels a frame, anything else is put together by group
    /// (`_wrap_applied_output`).
    func apply() throws(Failure) -> Value {
        let function = try arguments.require("func")
        let extra = arguments.rest("args"), keywords = arguments.keywordRest("kwargs")
        if case .text(let name) = function { return try interpreter.invoke(name.string, on: .groupBy(receiver), extra, keywords: keywords) }
        let withKeys = try arguments.bool("include_groups", default: true)
        let groups = withKeys || receiver.selection != nil ? receiver : receiver.selecting(receiver.targets, asSeries: false)
        var results: [Value] = []
        let names = groups.labelIndex
        for (group, rows) in groups.rows.enumerated() {
            try interpreter.charge(cells: rows.count + 1)
            results.append(try interpreter.call(function, [groups.part(group, named: names)] + extra, keywords: keywords))
        }
        return try receiver.isSeries ? putTogetherSeries(results) : putTogether(results)
    }

    private func putTogether(_ results: [Value]) throws(Failure) -> Value {
        guard !results.isEmpty else {
            let empty = receiver.source.gather([])
            return .frame(empty.with(index: receiver.labelIndex))
        }
        guard let first = results.first(where: { if case .none = $0 { false } else { true } }) else {
            return .frame(receiver.source.gather([]).with(index: Index(count: 0)))
        }
        switch first {
        case .frame: return try concatenated(results)
        case .series(let series): return try stacked(results, like: series)
        default:
            let labels = receiver.asIndex ? receiver.labelIndex : Index(count: results.count)
            let result = Series(Column(values: results), index: labels)
            guard !receiver.asIndex else { return .series(result) }
            let frame = Frame([result.column], index: labels, columns: Index(.column(.object([.none])), names: [.none]))
            return .frame(try insertingKeys(frame))
        }
    }

    private func putTogetherSeries(_ results: [Value]) throws(Failure) -> Value {
        let label = receiver.selection?.first.map { receiver.frame.columns[$0] } ?? .none
        guard let first = results.first else {
            return .series(Series(receiver.frame.column(receiver.selection?.first ?? 0).gather([]), index: receiver.labelIndex, name: label))
        }
        switch first {
        case .series, .frame:
            let made = try concatenated(results)
            if case .series(let series) = made { return .series(series.renamed(label)) }
            return made
        case .dict: throw Failure(.unsupportedOperation, "apply() that gives dicts is not supported")
        default: return try wrapped([Column(values: results)], receiver.targets)
        }
    }

    /// One Series a group with equal labels: a row each; otherwise one below the other.
    private func stacked(_ results: [Value], like first: Series) throws(Failure) -> Value {
        var parts: [Series] = []
        for result in results {
            switch result {
            case .series(let series): parts.append(series)
            case .none: parts.append(Series(.float(Array(repeating: .nan, count: first.count)), index: first.index))
            default: throw Failure(.typeError, "apply() gave a Series for one group and a \(result.typeName) for another")
            }
        }
        guard parts.allSatisfy({ $0.index.equals(first.index) }) else { return try concatenated(results) }
        let type = DType.common(parts.map(\.column.dtype))
        let cells = Column.stacked(parts.map { $0.column.widened(to: type) })
        let columns = (0..<first.count).map { at in
            interpreter.inferredCells(cells.gather((0..<parts.count).map { $0 * first.count + at }))
        }
        let named = Set(parts.map { HashKey($0.name) }).count == 1 && first.index.name.isMissing && !first.index.isMulti
        let labels = named ? first.index.renamed([parts[0].name]) : first.index
        let frame = Frame(columns, index: receiver.labelIndex, columns: labels)
        return .frame(try finished(frame))
    }

    /// Results one below the other, with the group's label before their own labels.
    private func concatenated(_ results: [Value]) throws(Failure) -> Value {
        let present = results.indices.filter { if case .none = results[$0] { false } else { true } }
        let values = present.map { results[$0] }
        guard receiver.groupKeys else {
            let joined = try interpreter.concatenate(values, ConcatRequest())
            return try ungrouped(joined, values)
        }
        var request = ConcatRequest()
        let labels = receiver.labelIndex.gather(present)
        request.keys = receiver.asIndex ? labels : Index(count: values.count)
        return try interpreter.concatenate(values, request)
    }

    /// Without group labels, results whose labels are those of their groups go back to the frame's order.
    private func ungrouped(_ joined: Value, _ results: [Value]) throws(Failure) -> Value {
        let groups = receiver.rows
        let same = Swift.zip(groups, results).allSatisfy { rows, result in
            switch result {
            case .frame(let frame): frame.index.equals(receiver.frame.index.gather(rows))
            case .series(let series): series.index.equals(receiver.frame.index.gather(rows))
            default: false
            }
        }
        guard same else { return joined }
        var places = Array(repeating: -1, count: receiver.frame.rowCount)
        for (at, row) in groups.flatMap({ $0 }).enumerated() { places[row] = at }
        let order = places.filter { $0 >= 0 }
        switch joined {
        case .frame(let frame): return .frame(frame.gather(order))
        case .series(let series): return .series(series.gather(order))
        default: return joined
        }
    }
}

extension GroupBy {
    /// The same groups with their labels as row labels, whatever was asked.
    var keyed: GroupBy {
        asIndex ? self
            : GroupBy(
                frame: frame, keys: keys, keyPositions: keyPositions, codes: codes, labels: labels, groupCount: groupCount, selection: selection,
                isSeries: isSeries, asIndex: true, sort: sort, keyedByList: keyedByList, groupKeys: groupKeys)
    }

    /// The columns that `agg` may name.
    var selectable: [Int] { selection ?? Array(0..<frame.columnCount) }
}
