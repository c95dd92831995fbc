import Diagnostics
import Values

// Operations that keep or choose rows.
extension Call where Receiver == GroupBy {
    /// Columns as long as the frame, under its own labels.
    func aligned(_ columns: [Column], _ targets: [Int]) -> Value {
        let index = receiver.frame.index
        if receiver.isSeries { return .series(Series(columns[0], index: index, name: receiver.frame.columns[targets[0]])) }
        return .frame(Frame(columns, index: index, columns: receiver.frame.columns.gather(targets)))
    }

    /// A Series operation that keeps its length, asked of each group of each column.
    func each(_ name: String, _ positional: [Value] = [], keywords: [(String, Value)] = []) throws(Failure) -> Value {
        let targets = try considered()
        var columns: [Column] = []
        for at in targets {
            columns.append(try scattered(receiver.frame.series(at)) { (group) throws(Failure) in
                try interpreter.column(name, group, positional, keywords: keywords)
            })
        }
        return aligned(columns, targets)
    }

    /// A function of each group's cells, put back row by row; rows without a group become gaps.
    ///
    /// - Parameter names: the groups' keys, for a function that sees them as the Series' name; nil for the column's own.
    func scattered(_ series: Series, named names: Index? = nil, _ body: (Series) throws(Failure) -> Column) throws(Failure) -> Column {
        try interpreter.charge(cells: series.count + receiver.groupCount)
        var parts: [Column] = []
        var places = Array(repeating: -1, count: series.count)
        var next = 0
        for (group, rows) in receiver.rows.enumerated() {
            let part = series.gather(rows)
            parts.append(try body(names.map { part.renamed(receiver.name(group, $0)) } ?? part))
            for row in rows {
                places[row] = next
                next += 1
            }
        }
        guard !parts.isEmpty else { return series.column.gatherWithGaps(Array(repeating: -1, count: series.count)) }
        return Column.stacked(parts).gatherWithGaps(places)
    }

    /// Running sums and their kin exist for numbers and times only.
    func cumulate(_ name: String) throws(Failure) -> Value {
        for at in try considered() where receiver.frame.dtype(at) == .object {
            throw Failure(.typeError, "function is not implemented for this dtype: [how->\(name),dtype->object]")
        }
        return try each(name)
    }

    func rank() throws(Failure) -> Value {
        return try each("rank", keywords: arguments.passing("method", "ascending", "na_option", "pct"))
    }

    func cumcount() throws(Failure) -> Value {
        let ascending = try arguments.bool("ascending", default: true)
        var numbers = Array(repeating: 0, count: receiver.codes.count)
        for rows in receiver.rows {
            for (at, row) in rows.enumerated() { numbers[row] = ascending ? at : rows.count - 1 - at }
        }
        let column: Column
        if receiver.codes.contains(where: { $0 < 0 }) {
            column = .float(Swift.zip(receiver.codes, numbers).map { $0 < 0 ? .nan : Double($1) })
        } else {
            column = .int(numbers)
        }
        return .series(Series(column, index: receiver.frame.index))
    }

    /// Each row's group number; gaps where a key is missing.
    func groupNumbers() throws(Failure) -> Value {
        let ascending = try arguments.bool("ascending", default: true)
        let numbers = receiver.codes.map { $0 < 0 ? -1 : ascending ? $0 : receiver.groupCount - 1 - $0 }
        let column: Column = numbers.contains(-1) ? .float(numbers.map { $0 < 0 ? .nan : Double($0) }) : .int(numbers)
        return .series(Series(column, index: receiver.frame.index))
    }

    func head(last: Bool) throws(Failure) -> Value {
        let n = try arguments.int("n", default: 5)
        return chosen { at, count in
            let place = last ? count - 1 - at : at
            return n >= 0 ? place < n : place < count &+ n
        }
    }

    /// Rows by their place in the group, in the frame's order.
    private func chosen(_ isChosen: (Int, Int) -> Bool) -> Value {
        var rows: [Int] = []
        for group in receiver.rows {
            for (at, row) in group.enumerated() where isChosen(at, group.count) { rows.append(row) }
        }
        return receiver.part(rows.sorted())
    }

    func nth() throws(Failure) -> Value {
        guard arguments.given("dropna") == nil else { throw Failure(.unsupportedArgument, "'dropna' of nth() is not supported") }
        var wanted = Set<Int>()
        for value in try interpreter.labels(arguments.require("n")) {
            guard let n = value.integer else { throw Failure(.unsupportedArgument, "'n' of nth() must be an integer or a list of them") }
            wanted.insert(n)
        }
        return chosen { at, count in wanted.contains(at) || wanted.contains(at - count) }
    }

    func getGroup() throws(Failure) -> Value {
        let name = try arguments.require("name")
        guard name.isHashable, let group = position(of: name) else { throw Frame.absent(name) }
        return receiver.part(receiver.rows[group])
    }

    private func position(of name: Value) -> Int? {
        if receiver.keys.count == 1, case .tuple(let items) = name, items.count == 1, receiver.keyedByList {
            return receiver.labelIndex.position(of: items[0])
        }
        return receiver.labelIndex.position(of: name)
    }

    func groups() -> Value {
        let names = receiver.labelIndex
        return .dict(DictValue(receiver.rows.enumerated().map { group, rows in (names[group].asPython, .index(receiver.frame.index.gather(rows))) }))
    }

    func indices() -> Value {
        let names = receiver.labelIndex
        return .dict(DictValue(receiver.rows.enumerated().map { group, rows in (names[group].asPython, .array(NDArray(.int(rows)))) }))
    }

    /// The rows of the groups for which the function says true.
    func filter() throws(Failure) -> Value {
        let function = try arguments.require("func")
        let extra = arguments.rest("args"), keywords = arguments.keywordRest("kwargs")
        let dropna = try arguments.bool("dropna", default: true)
        var kept: [Int] = []
        let names = receiver.labelIndex
        for (group, rows) in receiver.rows.enumerated() {
            try interpreter.charge(cells: rows.count + 1)
            let part = receiver.isSeries ? receiver.part(rows) : receiver.part(group, named: names)
            if try isTrue(interpreter.reduction(of: part, by: function, extra, keywords)) { kept += rows }
        }
        guard !dropna else { return receiver.part(kept.sorted()) }
        let chosen = Set(kept)
        let places = (0..<receiver.frame.rowCount).map { chosen.contains($0) ? $0 : -1 }
        let frame = receiver.source
        let columns = frame.allColumns.map { $0.gatherWithGaps(places) }
        if receiver.isSeries { return .series(Series(columns[0], index: frame.index, name: frame.columns[0])) }
        return .frame(Frame(columns, like: frame))
    }

    private func isTrue(_ value: Value) throws(Failure) -> Bool {
        switch value {
        case .bool(let flag), .numpyBool(let flag): return flag
        case .series(let series) where series.count == 1: return try isTrue(series.column[0])
        default:
            if value.isMissing { return false }
            if receiver.isSeries { return try interpreter.truth(value) }
            throw Failure(.typeError, "filter function returned a \(value.typeName), but expected a scalar bool")
        }
    }

    /// A reduction by name is spread over its group; a function's result must fit its group.
    func transform() throws(Failure) -> Value {
        let function = try arguments.require("func")
        let extra = arguments.rest("args"), keywords = arguments.keywordRest("kwargs")
        if let name = interpreter.groupMethod(function) {
            if Self.keepsLength.contains(name) { return try interpreter.invoke(name, on: .groupBy(receiver), extra, keywords: keywords) }
            guard Self.reductions.contains(name) else { throw Failure(.valueError, "'\(name)' is not a valid function name for transform(name)") }
            return try spread(name, extra, keywords)
        }
        guard receiver.groupCount > 0 else { return try transformed() }
        var columns: [Column] = []
        for at in receiver.targets {
            columns.append(try scattered(receiver.frame.series(at), named: receiver.isSeries ? receiver.labelIndex : nil) { (group) throws(Failure) in
                try fitted(interpreter.reduction(of: .series(group), by: function, extra, keywords), to: group)
            })
        }
        return aligned(columns.map(interpreter.inferredCells), receiver.targets)
    }

    /// What a function makes of no groups at all (`SeriesGroupBy._transform_general`).
    private func transformed() throws(Failure) -> Value {
        guard receiver.isSeries, let at = receiver.targets.first else { throw Failure(.valueError, "No objects to concatenate") }
        return .series(Series(.float([]), index: Index(count: 0), name: receiver.frame.columns[at]))
    }

    static var keepsLength: Set<String> {
        ["cumsum", "cumprod", "cummax", "cummin", "cumcount", "shift", "diff", "rank", "ffill", "bfill", "pct_change", "fillna", "ngroup"]
    }

    static var reductions: Set<String> {
        [
            "sum", "mean", "min", "max", "count", "size", "first", "last", "prod", "median", "std", "var", "sem", "skew", "nunique", "any",
            "all", "idxmax", "idxmin", "quantile",
        ]
    }

    private func spread(_ name: String, _ extra: [Value], _ keywords: [(String, Value)]) throws(Failure) -> Value {
        if receiver.groupCount == 0, !receiver.isSeries, receiver.frame.rowCount > 0 { throw Failure(.indexError, "cannot do a non-empty take from an empty axes.") }
        let groups = GroupBy(
            frame: receiver.frame, keys: receiver.keys, keyPositions: receiver.keyPositions, codes: receiver.codes, labels: receiver.labels,
            groupCount: receiver.groupCount, selection: receiver.selection, isSeries: receiver.isSeries)
        switch try interpreter.invoke(name, on: .groupBy(groups), extra, keywords: keywords) {
        case .series(let series):
            return .series(Series(series.column.gatherWithGaps(receiver.codes), index: receiver.frame.index, name: series.name))
        case .frame(let frame):
            return .frame(Frame(frame.allColumns.map { $0.gatherWithGaps(receiver.codes) }, index: receiver.frame.index, columns: frame.columns))
        default: throw Failure(.internalFault, "a group reduction gives a Series or a frame")
        }
    }

    private func fitted(_ value: Value, to group: Series) throws(Failure) -> Column {
        switch value {
        case .series(let series):
            if series.index.equals(group.index) { return series.column }
            return series.column.gatherWithGaps(try interpreter.rows(of: group.index, in: series.index))
        case .array(let array) where array.count == group.count: return array.column
        case .list(let list) where list.items.count == group.count: return Column(values: list.items)
        default: return Column(values: Array(repeating: value, count: group.count))
        }
    }

    /// A group's ends are NaN, in object columns too.
    func shift() throws(Failure) -> Value {
        let fill = arguments.given("fill_value") ?? .float(.nan)
        return try each("shift", keywords: arguments.passing("periods") + [("fill_value", fill)])
    }

    func diff() throws(Failure) -> Value { try each("diff", keywords: arguments.passing("periods")) }

    func percentChange() throws(Failure) -> Value { try each("pct_change", keywords: arguments.passing("periods", "fill_method")) }

    func fillMissing() throws(Failure) -> Value { try each("fillna", keywords: arguments.passing("value", "method")) }
}

extension Interpreter {
    /// The group method that a name, a builtin or a numpy function stands for (`pandas.core.common.get_cython_func`).
    func groupMethod(_ function: Value) -> String? {
        switch function {
        case .text(let name): return name.string
        case .function(let callable):
            guard let operation = (callable as? OperationValue)?.operation else { return nil }
            switch operation {
            case .builtin: return ["sum", "max", "min"].contains(operation.name) ? operation.name : nil
            case .numpy: return Interpreter.numpyMethods[operation.name]
            default: return nil
            }
        default: return nil
        }
    }

    static let numpyMethods = [
        "sum": "sum", "nansum": "sum", "mean": "mean", "nanmean": "mean", "max": "max", "amax": "max", "nanmax": "max", "min": "min",
        "amin": "min", "nanmin": "min", "median": "median", "nanmedian": "median", "std": "std", "nanstd": "std", "var": "var",
        "nanvar": "var", "prod": "prod", "nanprod": "prod", "any": "any", "all": "all", "cumsum": "cumsum", "nancumsum": "cumsum",
        "cumprod": "cumprod", "nancumprod": "cumprod",
    ]

    /// An object column by what it holds.
    func inferredCells(_ column: Column) -> Column {
        if case .object(let cells) = column { Column(values: cells) } else { column }
    }
}
