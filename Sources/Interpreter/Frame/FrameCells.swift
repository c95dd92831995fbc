import Diagnostics
import Plan
import Values

// Operations on every cell.
extension Call where Receiver == Frame {
    func missing(inverted: Bool) throws(Failure) -> Value {
        try interpreter.charge(cells: receiver.rowCount * receiver.columnCount)
        return .frame(try receiver.mapColumns { (series) in .bool(series.column.missing.map { $0 != inverted }) })
    }

    /// The operation of the same name asked of every column.
    func each(_ name: String, _ positional: [Value] = [], keywords: [(String, Value)] = []) throws(Failure) -> Value {
        .frame(try receiver.mapColumns { (series) throws(Failure) in
            try interpreter.column(name, series, positional, keywords: keywords)
        })
    }

    /// The same along rows: every column of the result has the type of all cells.
    func eachAlongAxis(_ name: String, axis: Int, _ positional: [Value] = [], keywords: [(String, Value)] = []) throws(Failure) -> Value {
        guard axis == 1 else { return try each(name, positional, keywords: keywords) }
        let turned = try interpreter.transposed(receiver)
        let made = try turned.mapColumns { (series) throws(Failure) in
            try interpreter.column(name, series, positional, keywords: keywords)
        }
        return .frame(try interpreter.transposed(made))
    }

    func clip() throws(Failure) -> Value {
        guard arguments.given("axis") == nil else { throw Failure(.unsupportedArgument, "'axis' of clip() is not supported") }
        return try each("clip", keywords: arguments.passing("lower", "upper"))
    }

    func abs() throws(Failure) -> Value { try each("abs") }

    /// Numbers are rounded, other cells stay; a dict or a Series names the decimals of each column.
    func round() throws(Failure) -> Value {
        let decimals = arguments["decimals"] ?? .int(0)
        return .frame(try receiver.mapColumns { (series) throws(Failure) in
            guard series.column.dtype == .int64 || series.column.dtype == .float64 else { return series.column }
            switch decimals {
            case .dict(let dict):
                guard let places = dict[series.name] else { return series.column }
                return try interpreter.column("round", series, [places])
            default: return try interpreter.column("round", series, [decimals])
            }
        })
    }

    func astype() throws(Failure) -> Value {
        let type = try arguments.require("dtype")
        let errors = arguments.passing("errors")
        guard case .dict(let dict) = type else { return try each("astype", [type], keywords: errors) }
        if let stray = dict.keys.first(where: { receiver.columns.position(of: $0) == nil }) {
            throw Failure(.keyError, "Only a column name can be used for the key in a dtype mappings argument. \(Interpreter.brief(stray)) not found in columns.")
        }
        return .frame(try receiver.mapColumns { (series) throws(Failure) in
            guard let type = dict[series.name] else { return series.column }
            return try interpreter.column("astype", series, [type], keywords: errors)
        })
    }

    func inferObjects() throws(Failure) -> Value {
        .frame(try receiver.mapColumns { (series) in
            if case .object(let cells) = series.column { Column(values: cells) } else { series.column }
        })
    }

    /// A value for all gaps, or one a column.
    func fillMissing() throws(Failure) -> Value {
        if let method = arguments.given("method") {
            guard arguments.given("value") == nil else { throw Failure(.valueError, "Cannot specify both 'value' and 'method'.") }
            switch try arguments.word("method", default: "") {
            case "ffill", "pad": return try eachAlongAxis("ffill", axis: arguments.axis())
            case "bfill", "backfill": return try eachAlongAxis("bfill", axis: arguments.axis())
            default: throw Failure(.valueError, "Invalid fill method. Got \(Interpreter.brief(method))")
            }
        }
        guard let value = arguments.given("value") else { throw Failure(.valueError, "Must specify a fill 'value' or 'method'.") }
        guard try arguments.axis() == 0 else { throw Failure(.unsupportedArgument, "'axis' of fillna() is not supported") }
        switch value {
        case .list, .tuple: throw Failure(.typeError, "\"value\" parameter must be a scalar or dict, but you passed a \"\(value.typeName)\"")
        case .dict(let dict): return try filling { dict[$0] }
        case .series(let series): return try filling { label in series.index.position(of: label).map { series.column[$0] } }
        case .frame(let other): return try filling { label in other.columns.position(of: label).map { .series(other.series($0)) } }
        default: return try each("fillna", [value])
        }
    }

    private func filling(_ value: (Value) -> Value?) throws(Failure) -> Value {
        .frame(try receiver.mapColumns { (series) throws(Failure) in
            guard let fill = value(series.name) else { return series.column }
            return try interpreter.column("fillna", series, [fill])
        })
    }

    /// `replace`: a dict whose keys are column labels and whose values are dicts is read column by column.
    func replace() throws(Failure) -> Value {
        let keywords = arguments.passing("regex")
        guard case .dict(let dict)? = arguments["to_replace"] else {
            return try each("replace", keywords: arguments.passing("to_replace", "value", "regex"))
        }
        if arguments["value"] == nil {
            guard dict.values.contains(where: { if case .dict = $0 { true } else { false } }) else {
                return try each("replace", [.dict(dict)], keywords: keywords)
            }
            return .frame(try receiver.mapColumns { (series) throws(Failure) in
                guard let inner = dict[series.name] else { return series.column }
                return try interpreter.column("replace", series, [inner], keywords: keywords)
            })
        }
        return .frame(try receiver.mapColumns { (series) throws(Failure) in
            guard let old = dict[series.name] else { return series.column }
            let new: Value? = if case .dict(let news)? = arguments["value"] { news[series.name] } else { arguments["value"] }
            guard let new else { return series.column }
            return try interpreter.column("replace", series, [old, new], keywords: keywords)
        })
    }

    /// A list for all columns, or a dict of one list a column.
    func isIn() throws(Failure) -> Value {
        let values = try arguments.require("values")
        switch values {
        case .dict(let dict):
            return .frame(try receiver.mapColumns { (series) throws(Failure) in
                guard let wanted = dict[series.name] else { return .bool(Array(repeating: false, count: series.count)) }
                return try interpreter.column("isin", series, [wanted])
            })
        case .series(let series): return try labelledIsIn(.series(series), unique: series.index.isUnique)
        case .frame(let frame): return try labelledIsIn(.frame(frame), unique: frame.index.isUnique && frame.columns.isUnique)
        case .text: throw Failure(.typeError, "only list-like or dict-like objects are allowed to be passed to DataFrame.isin(), you passed a 'str'")
        default: return try each("isin", [values])
        }
    }

    /// Whether each cell equals the one under its labels.
    private func labelledIsIn(_ values: Value, unique: Bool) throws(Failure) -> Value {
        guard unique else { throw Failure(.valueError, "cannot compute isin with a duplicate axis.") }
        var keywords: [(String, Value)] = [("index", .index(receiver.index))]
        if case .frame = values { keywords.append(("columns", .index(receiver.columns))) }
        let aligned = try interpreter.invoke("reindex", on: values, keywords: keywords)
        return try interpreter.invoke("eq", on: .frame(receiver), [aligned], keywords: [("axis", .string("index"))])
    }

    /// `where` and `mask`: a condition of frames goes column by column, of a Series row by row.
    func choosing(_ name: String) throws(Failure) -> Value {
        var condition = try arguments.require("cond")
        if case .function = condition { condition = try interpreter.call(condition, [.frame(receiver)]) }
        let other = arguments["other"] ?? .float(.nan)
        if case .series = other { throw Failure(.valueError, "Must specify axis=0 or 1") }
        return .frame(try receiver.mapColumns { (series) throws(Failure) in
            let flags = try part(condition, for: series, absent: .bool(false))
            let replacement = try part(other, for: series, absent: .float(.nan))
            return try interpreter.column(name, series, [flags, replacement])
        })
    }

    /// A frame's column of the same label; anything else as it is.
    private func part(_ value: Value, for series: Series, absent: Value) throws(Failure) -> Value {
        switch value {
        case .frame(let frame):
            guard let at = frame.columns.position(of: series.name) else {
                return .series(Series(Column(values: Array(repeating: absent, count: series.count)), index: series.index))
            }
            return .series(frame.series(at))
        case .array(let array) where !array.isFlat: throw Failure(.unsupportedValue, "an array of two dimensions is not supported here")
        case .function: return try part(interpreter.call(value, [.frame(receiver)]), for: series, absent: absent)
        default: return value
        }
    }

    func shift() throws(Failure) -> Value {
        guard try arguments.axis() == 1 else { return try each("shift", keywords: arguments.passing("periods", "fill_value")) }
        return .frame(try shiftedSideways(by: arguments.int("periods", default: 1)))
    }

    /// Columns keep their cells and take the next one's label; the gap is of the type of the column that stood there.
    private func shiftedSideways(by periods: Int) throws(Failure) -> Frame {
        let count = receiver.columnCount
        guard periods != 0, count > 0 else { return receiver.copied }
        let outer = receiver.series(periods > 0 ? 0 : count - 1)
        let filler: Column = if let fill = arguments.given("fill_value") {
            Column(values: Array(repeating: fill, count: receiver.rowCount))
        } else {
            try interpreter.column("shift", outer, [.int(receiver.rowCount)])
        }
        let columns = (0..<count).map { at in
            let (source, overflow) = at.subtractingReportingOverflow(periods)
            return !overflow && (0..<count).contains(source) ? receiver.column(source) : filler
        }
        return Frame(columns, like: receiver)
    }

    func diff() throws(Failure) -> Value {
        guard try arguments.axis() == 1 else { return try each("diff", keywords: arguments.passing("periods")) }
        let before = try interpreter.invoke("shift", on: .frame(receiver), keywords: arguments.passing("periods") + [("axis", .int(1))])
        return try interpreter.binary(.subtract, .frame(receiver), before)
    }

    func percentChange() throws(Failure) -> Value {
        try each("pct_change", keywords: arguments.passing("periods", "fill_method"))
    }

    func cumulate(_ name: String) throws(Failure) -> Value {
        try eachAlongAxis(name, axis: arguments.axis(), keywords: arguments.passing("skipna"))
    }

    func rank() throws(Failure) -> Value {
        let frame = try arguments.bool("numeric_only", default: false) ? receiver.select(receiver.numericPositions) : receiver
        return try on(frame).eachAlongAxis("rank", axis: arguments.axis(), keywords: arguments.passing("method", "na_option", "ascending", "pct"))
    }

    /// `map`, formerly `applymap`: a function of each cell.
    func mapCells() throws(Failure) -> Value {
        let function = try arguments.require("func")
        let extra = arguments.keywordRest("kwargs")
        let skips = arguments.given("na_action")?.text == "ignore"
        try interpreter.charge(cells: receiver.rowCount * receiver.columnCount)
        return .frame(try receiver.mapColumns { (series) throws(Failure) in
            var cells: [Value] = []
            for cell in series.column.asObject.values {
                cells.append(skips && cell.isMissing ? cell : try interpreter.call(function, [cell], keywords: extra))
            }
            return Column(values: cells)
        })
    }

    /// One row an item of each list in the column; an empty list gives a gap, another cell stays.
    func explode() throws(Failure) -> Value {
        let labels = try interpreter.labels(arguments.require("column"))
        guard labels.count == 1 else { throw Failure(.unsupportedArgument, "explode() of several columns is not supported") }
        let at = try receiver.position(ofColumn: labels[0])
        var rows: [Int] = []
        var items: [Value] = []
        for (row, cell) in receiver.column(at).asObject.values.enumerated() {
            let parts = try interpreter.exploded(cell)
            try interpreter.charge(cells: parts.count * receiver.columnCount)
            rows += Array(repeating: row, count: parts.count)
            items += parts
        }
        let exploded = receiver.gather(rows).replacing(at, with: .object(items))
        return .frame(try arguments.bool("ignore_index", default: false) ? exploded.with(index: Index(count: rows.count)) : exploded)
    }

    func reindex() throws(Failure) -> Value {
        var frame = receiver
        let fill = arguments["fill_value"]
        if let labels = arguments.given("labels") {
            frame = try reindexed(frame, axis: arguments.axis(), labels, fill)
        }
        if let labels = arguments.given("index") { frame = try reindexed(frame, axis: 0, labels, fill) }
        if let labels = arguments.given("columns") { frame = try reindexed(frame, axis: 1, labels, fill) }
        return .frame(frame)
    }

    private func reindexed(_ frame: Frame, axis: Int, _ labels: Value, _ fill: Value?) throws(Failure) -> Frame {
        let wanted = try interpreter.index(of: labels)
        if (axis == 0 ? frame.index : frame.columns).isMulti, !wanted.isMulti, wanted.count > 0 {
            throw Failure(.valueError, "labels of several levels are tuples")
        }
        let old = axis == 0 ? frame.index : frame.columns
        let named = wanted.names.allSatisfy(\.isMissing) && wanted.levelCount == old.levelCount && wanted.levelCount == 1 ? wanted.renamed(old.names) : wanted
        let rows = try old.tellsApart(wanted) ? Array(repeating: -1, count: wanted.count) : interpreter.rows(of: wanted, in: old)
        if axis == 1 {
            let columns = rows.map { $0 < 0 ? gap(fill, frame.rowCount) : frame.column($0) }
            return Frame(columns, index: frame.index, columns: named)
        }
        var columns: [Column] = []
        for column in frame.allColumns { columns.append(Interpreter.gather(column, rows, fill: fill)) }
        return Frame(columns, index: named, columns: frame.columns)
    }

    private func gap(_ fill: Value?, _ count: Int) -> Column {
        guard let fill, !fill.isMissing else { return .gaps(.float64, count: count) }
        return Column(values: Array(repeating: fill, count: count))
    }
}

extension Interpreter {
    /// The items of a cell; an empty one is a gap.
    func exploded(_ cell: Value) throws(Failure) -> [Value] {
        switch cell {
        case .list, .tuple, .set, .array, .series:
            let items = try iterate(cell)
            return items.isEmpty ? [.float(.nan)] : items
        default: return [cell]
        }
    }

    /// Rows with -1 for a gap, which holds the fill value.
    static func gather(_ column: Column, _ rows: [Int], fill: Value?) -> Column {
        guard let fill, !fill.isMissing, rows.contains(-1) else { return column.gatherWithGaps(rows) }
        let cells = rows.map { $0 < 0 ? fill : column[$0] }
        if case .object = column { return .object(cells) }
        return Column(values: cells)
    }
}
