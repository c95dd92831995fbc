import Diagnostics
import Values

// Gaps: finding and filling them.
extension Call where Receiver == Series {
    func missing(inverted: Bool) -> Value {
        .series(receiver.with(.bool(receiver.column.missing.map { $0 != inverted })))
    }

    /// A value for all gaps, or one by label. Objects are then typed by what they hold.
    func fillMissing() throws(Failure) -> Value {
        if arguments.given("method") != nil {
            guard arguments.given("value") == nil else { throw Failure(.valueError, "Cannot specify both 'value' and 'method'.") }
            switch try arguments.word("method", default: "") {
            case "ffill", "pad": return filled(backwards: false)
            case "bfill", "backfill": return filled(backwards: true)
            case let method: throw Failure(.valueError, "Invalid fill method. Expecting pad (ffill) or backfill (bfill). Got \(method)")
            }
        }
        guard let value = arguments.given("value") else { throw Failure(.valueError, "Must specify a fill 'value' or 'method'.") }
        switch value {
        case .list, .tuple: throw Failure(.typeError, "\"value\" parameter must be a scalar or dict, but you passed a \"\(value.typeName)\"")
        case .dict(let dict):
            return .series(receiver.with(try filled { row in dict[receiver.index[row]] }))
        case .series(let series):
            let rows = series.index.equals(receiver.index) ? nil : try interpreter.rows(of: receiver.index, in: series.index)
            return .series(receiver.with(try filled { row in
                guard let rows else { return series.column[row] }
                return rows[row] < 0 ? nil : series.column[rows[row]]
            }))
        case .frame: throw Failure(.typeError, "\"value\" parameter must be a scalar, dict or Series, but you passed a \"DataFrame\"")
        default:
            if case .categorical(let cells) = receiver.column, !value.isMissing { _ = try cells.categories.requireCode(of: value) }
            return .series(receiver.with(try filled { _ in value }))
        }
    }

    private func filled(_ value: (Int) -> Value?) throws(Failure) -> Column {
        let column = receiver.column
        let missing = column.missing
        guard missing.contains(true) else { return column }
        try interpreter.charge(cells: receiver.count)
        if case .categorical(let cells) = column { return .categorical(try filled(cells, value)) }
        if case .float(var cells) = column, let filled = filledFloats(&cells, missing, value) { return filled }
        var cells = column.values.map(\.asPython)
        for row in cells.indices where missing[row] { if let fill = value(row) { cells[row] = fill.asPython } }
        return Column(values: cells)
    }

    /// Only what is a category already can fill a gap among categories.
    private func filled(_ cells: CategoricalColumn, _ value: (Int) -> Value?) throws(Failure) -> CategoricalColumn {
        var cells = cells
        for row in cells.codes.indices where cells.codes[row] < 0 {
            if let fill = value(row), !fill.isMissing { cells.codes[row] = try cells.categories.requireCode(of: fill) }
        }
        return cells
    }

    /// Floats stay floats where every value is a number.
    private func filledFloats(_ cells: inout [Double], _ missing: [Bool], _ value: (Int) -> Value?) -> Column? {
        for row in cells.indices where missing[row] {
            guard let fill = value(row) else { continue }
            switch fill {
            case .int, .float, .numpyInt, .numpyFloat: cells[row] = fill.number ?? .nan
            default: return nil
            }
        }
        return .float(cells)
    }

    /// The nearest cell above (or below) that is not missing.
    func filled(backwards: Bool) -> Value {
        let missing = receiver.column.missing
        guard missing.contains(true) else { return .series(receiver.copied) }
        var rows = Array(repeating: -1, count: missing.count)
        var last = -1
        for row in backwards ? Array(missing.indices.reversed()) : Array(missing.indices) {
            if !missing[row] { last = row }
            rows[row] = last
        }
        return .series(receiver.with(receiver.column.gatherWithGaps(rows).inferred))
    }

    /// This Series' cells, its gaps filled from the other, over the labels of both.
    func combineFirst() throws(Failure) -> Value {
        guard case .series(let other) = try arguments.require("other") else {
            throw Failure(.attributeError, "combine_first() needs a Series")
        }
        let labels = try interpreter.union(receiver.index, other.index)
        let mine = try interpreter.rows(of: labels, in: receiver.index), theirs = try interpreter.rows(of: labels, in: other.index)
        let kept = Swift.zip(mine, theirs).map { a, b in a >= 0 && (!receiver.column.isMissing(a) || b < 0) }
        if !kept.contains(false) { return .series(Series(receiver.column.gather(mine), index: labels, name: receiver.name)) }
        var cells: [Value] = []
        for (a, b) in Swift.zip(mine, theirs) {
            let cell = a < 0 ? Value.float(.nan) : receiver.column[a]
            cells.append(cell.isMissing && b >= 0 ? other.column[b] : cell)
        }
        let column = Column(values: cells)
        let type = DType.common([receiver.column.dtype, other.column.dtype])
        return .series(Series(type == .float64 ? column.widened(to: .float64) : column, index: labels, name: receiver.name))
    }
}
