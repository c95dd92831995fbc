import Catalog
import Diagnostics
import Plan
import Values

// Operations that look at rows before or after: running totals, shifts, differences.
extension Call where Receiver == Series {
    func cumulate(_ operation: SeriesOperation) throws(Failure) -> Value {
        try interpreter.charge(cells: receiver.count)
        let skips = try arguments.bool("skipna", default: true)
        let name = operation.rawValue
        switch receiver.column {
        case .int(let cells): return .series(receiver.with(.int(running(cells, integers(name)))))
        case .bool(let cells):
            let totals = running(cells.map { $0 ? 1 : 0 }, integers(name))
            return .series(receiver.with(name == "cumsum" || name == "cumprod" ? .int(totals) : .bool(totals.map { $0 != 0 })))
        case .float(let cells): return .series(receiver.with(.float(running(cells, name, skips: skips))))
        case .text, .object: return .series(receiver.with(.object(try runningObjects(name, skips: skips))))
        case .categorical: throw unsupported(name)
        case .timestamp(let cells):
            guard name == "cummax" || name == "cummin" else { throw unsupported(name) }
            return .series(receiver.with(.timestamp(runningTimes(cells, integers(name), skips: skips))))
        case .timedelta(let cells):
            guard name != "cumprod" else { throw unsupported(name) }
            return .series(receiver.with(.timedelta(runningTimes(cells, integers(name), skips: skips))))
        }
    }

    private func unsupported(_ name: String) -> Failure {
        Failure(.typeError, "\(name) not supported for \(receiver.column.dtype.rawValue)")
    }

    private func integers(_ name: String) -> (Int, Int) -> Int {
        switch name {
        case "cumsum": { $0 &+ $1 }
        case "cumprod": { $0 &* $1 }
        case "cummax": { Swift.max($0, $1) }
        default: { Swift.min($0, $1) }
        }
    }

    private func running(_ cells: [Int], _ combine: (Int, Int) -> Int) -> [Int] {
        guard var total = cells.first else { return [] }
        return cells.indices.map { row in
            if row > 0 { total = combine(total, cells[row]) }
            return total
        }
    }

    private func runningTimes(_ cells: [Int], _ combine: (Int, Int) -> Int, skips: Bool) -> [Int] {
        var total: Int?
        var isLost = false
        return cells.map { cell in
            if cell == Column.missingTime { isLost = isLost || !skips }
            guard cell != Column.missingTime, !isLost else { return Column.missingTime }
            let next = total.map { combine($0, cell) } ?? cell
            total = next
            return next
        }
    }

    /// A gap stays a gap; what comes after goes on from before it, unless gaps are not skipped.
    private func running(_ cells: [Double], _ name: String, skips: Bool) -> [Double] {
        var total = neutral(name)
        return cells.map { cell in
            if cell.isNaN, skips { return .nan }
            switch name {
            case "cumsum": total += cell
            case "cumprod": total *= cell
            case "cummax": total = cell.isNaN || total.isNaN ? .nan : Swift.max(total, cell)
            default: total = cell.isNaN || total.isNaN ? .nan : Swift.min(total, cell)
            }
            return total
        }
    }

    /// A gap is shown as one, and takes part as the number that changes no other (`pandas.core.nanops.na_accum_func`): after it sums are floats,
    /// and texts do not go together with it.
    private func runningObjects(_ name: String, skips: Bool) throws(Failure) -> [Value] {
        var out: [Value] = []
        var total: Value?
        for cell in receiver.column.values {
            let isGap = skips && cell.isMissing
            let item = isGap ? Value.float(neutral(name)) : cell
            let next = try total.map { (total) throws(Failure) in try runningStep(name, total, item) } ?? item
            if case .text(let text) = next, name == "cumsum" { try interpreter.charge(bytes: Int(text.count)) }
            total = next
            out.append(isGap ? .float(.nan) : next)
        }
        return out
    }

    private func neutral(_ name: String) -> Double {
        switch name {
        case "cumsum": 0
        case "cumprod": 1
        case "cummax": -.infinity
        default: .infinity
        }
    }

    private func runningStep(_ name: String, _ total: Value, _ cell: Value) throws(Failure) -> Value {
        switch name {
        case "cumsum": return try interpreter.binary(.add, total, cell)
        case "cumprod": return try interpreter.binary(.multiply, total, cell)
        default:
            let isBetter = try interpreter.truth(interpreter.compare(name == "cummax" ? .greater : .less, cell, total))
            return isBetter ? cell : total
        }
    }

    // MARK: Shifts

    /// Objects move away from None, other cells from a gap.
    func shift() throws(Failure) -> Value {
        _ = try arguments.axis()
        let periods = try arguments.int("periods", default: 1)
        guard periods != 0 else { return .series(receiver.copied) }
        let rows = shifted(by: periods)
        if receiver.column.isTime, let fill = arguments.given("fill_value"), !fill.isMissing, Column(values: [fill]).dtype != receiver.column.dtype {
            throw Failure(.typeError, "value should be of the type of the times. Got '\(fill.typeName)' instead.")
        }
        if receiver.column.dtype == .object, arguments.given("fill_value") == nil {
            // An object column is filled with None, a column of another type with its own gap.
            return .series(receiver.with(.object(rows.map { $0 < 0 ? .none : receiver.column[$0] })))
        }
        return .series(receiver.with(Interpreter.gather(receiver.column, rows, fill: arguments.given("fill_value"))))
    }

    /// Where each row's cell comes from; -1 beyond the ends.
    private func shifted(by periods: Int) -> [Int] {
        let count = receiver.count
        return (0..<count).map { row in
            let (source, overflow) = row.subtractingReportingOverflow(periods)
            return !overflow && (0..<count).contains(source) ? source : -1
        }
    }

    func diff() throws(Failure) -> Value {
        let periods = try arguments.int("periods", default: 1)
        try interpreter.charge(cells: receiver.count)
        let rows = shifted(by: periods)
        switch receiver.column {
        case .bool(let cells): return .series(receiver.with(.object(rows.enumerated().map { $1 < 0 ? .float(.nan) : .bool(cells[$0] != cells[$1]) })))
        case .text, .object: return .series(receiver.with(.object(try differences(receiver.column.values, from: rows))))
        case .int, .float, .timestamp, .timedelta, .categorical:
            let before = receiver.with(receiver.column.gatherWithGaps(rows))
            let made = try interpreter.binary(.subtract, .series(receiver), .series(before))
            guard case .series(let series) = made else { return made }
            if case .int(let cells) = series.column { return .series(series.with(.float(cells.map(Double.init)))) }
            return made
        }
    }

    /// Objects are subtracted one by one, gaps among them too (`pandas.core.algorithms.diff`).
    private func differences(_ cells: [Value], from rows: [Int]) throws(Failure) -> [Value] {
        var found: [Value] = []
        found.reserveCapacity(cells.count)
        for (cell, row) in Swift.zip(cells, rows) { found.append(row < 0 ? .float(.nan) : try interpreter.binary(.subtract, cell, cells[row])) }
        return found
    }

    /// Gaps are first filled from above, as pandas 2 still does.
    func percentChange() throws(Failure) -> Value {
        let periods = try arguments.int("periods", default: 1)
        for (name, axis) in arguments.keywordRest("kwargs") {
            guard name == "axis" else { throw Failure(.unsupportedArgument, "'\(name)' of pct_change() is not supported") }
            try requireRowAxis(.pct_change, axis)
        }
        var column = receiver.column
        let fills: Bool
        switch arguments["fill_method"] {
        case nil: fills = true
        case .some(.none): fills = false
        case .some(let word):
            guard word.text == "ffill" || word.text == "pad" else { throw Failure(.unsupportedArgument, "this 'fill_method' is not supported") }
            fills = true
        }
        if fills, case .series(let filled) = filled(backwards: false) { column = filled.column }
        let now = receiver.with(column)
        let before = receiver.with(column.gatherWithGaps(shifted(by: periods)))
        let ratio = try interpreter.binary(.divide, .series(now), .series(before))
        return try interpreter.binary(.subtract, ratio, .int(1))
    }
}
