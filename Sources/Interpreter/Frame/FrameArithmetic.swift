import Diagnostics
import Plan
import Values

// The operators as methods, with an axis and a value for gaps (`DataFrame._flex_arith_method`).
extension Call where Receiver == Frame {
    func arithmetic(_ symbol: BinaryOperator, swapped: Bool = false) throws(Failure) -> Value {
        try elementwise { (a, b) throws(Failure) in
            try swapped ? interpreter.binary(symbol, b, a) : interpreter.binary(symbol, a, b)
        }
    }

    func comparison(_ symbol: ComparisonOperator) throws(Failure) -> Value {
        try elementwise { (a, b) throws(Failure) in try interpreter.compare(symbol, a, b) }
    }

    private typealias Operator = (Value, Value) throws(Failure) -> Value

    private func elementwise(_ apply: (Value, Value) throws(Failure) -> Value) throws(Failure) -> Value {
        let other = try arguments.require("other")
        let byRows = try arguments.axis(default: 1) == 0
        let fill = arguments.given("fill_value")
        try interpreter.charge(cells: receiver.rowCount * receiver.columnCount)
        switch other {
        case .series(let series): return try withSeries(series, byRows: byRows, fill: fill, apply)
        case .frame(let frame): return try withFrame(frame, fill: fill, apply)
        case .list, .tuple, .array:
            return try withSeries(sequence(other, byRows: byRows), byRows: byRows, fill: fill, apply)
        default:
            return .frame(try receiver.mapColumns { (series) throws(Failure) in
                let filled = try fill.map { (fill) throws(Failure) in try interpreter.invoke("fillna", on: .series(series), [fill]) }
                return try cells(apply(filled ?? .series(series), other))
            })
        }
    }

    /// Items by position: one a row, or one a column.
    private func sequence(_ value: Value, byRows: Bool) throws(Failure) -> Series {
        if case .array(let array) = value, !array.isFlat { throw Failure(.unsupportedValue, "an array of two dimensions is not supported here") }
        let items = try interpreter.iterate(value)
        let index = byRows ? receiver.index : receiver.columns
        guard items.count == index.count else {
            throw Failure(.valueError, "Unable to coerce to Series, length must be \(index.count): given \(items.count)")
        }
        return Series(Column(values: items), index: index)
    }

    private func withSeries(
        _ series: Series, byRows: Bool, fill: Value?, _ apply: (Value, Value) throws(Failure) -> Value
    ) throws(Failure) -> Value {
        guard fill == nil else { throw Failure(.notImplemented, "fill_value \(Interpreter.brief(fill ?? .none)) not supported.") }
        if byRows {
            let (frame, aligned) = try interpreter.alignedRows(receiver, series)
            return .frame(try frame.mapColumns { (column) throws(Failure) in try cells(apply(.series(column), .series(aligned))) })
        }
        let labels = try interpreter.union(receiver.columns, series.index)
        let mine = try interpreter.rows(of: labels, in: receiver.columns), theirs = try interpreter.rows(of: labels, in: series.index)
        var columns: [Column] = []
        for (at, other) in Swift.zip(mine, theirs) {
            let column = at < 0 ? Column.gaps(.float64, count: receiver.rowCount) : receiver.column(at)
            let operand = other < 0 ? Value.float(.nan) : series.column[other]
            columns.append(try cells(apply(.series(Series(column, index: receiver.index)), operand)))
        }
        return .frame(Frame(columns, index: receiver.index, columns: labels))
    }

    private func withFrame(_ other: Frame, fill: Value?, _ apply: (Value, Value) throws(Failure) -> Value) throws(Failure) -> Value {
        let labels = try interpreter.union(receiver.columns, other.columns)
        let rows = try interpreter.union(receiver.index, other.index)
        let mine = try interpreter.placed(receiver, rows, labels), theirs = try interpreter.placed(other, rows, labels)
        var columns: [Column] = []
        for at in 0..<labels.count {
            var a = mine.series(at), b = theirs.series(at)
            if let fill { (a, b) = try filling(a, b, with: fill) }
            columns.append(try cells(apply(.series(a), .series(b))))
        }
        return .frame(Frame(columns, index: rows, columns: labels))
    }

    /// A gap on one side only takes the value; on both sides it stays.
    private func filling(_ a: Series, _ b: Series, with fill: Value) throws(Failure) -> (Series, Series) {
        let gaps = Swift.zip(a.column.missing, b.column.missing).map { $0 && $1 }
        func filled(_ series: Series) throws(Failure) -> Series {
            let whole = try interpreter.column("fillna", series, [fill])
            guard gaps.contains(true) else { return series.with(whole) }
            return series.with(whole.gatherWithGaps(gaps.enumerated().map { $1 ? -1 : $0 }))
        }
        return (try filled(a), try filled(b))
    }

    private func cells(_ value: Value) throws(Failure) -> Column {
        guard case .series(let series) = value else { throw Failure(.internalFault, "an operator on a Series gives a Series") }
        return series.column
    }
}

extension Interpreter {
    /// Both label sets joined as pandas aligns them: unchanged where equal, else sorted where that is possible.
    func union(_ a: Index, _ b: Index) throws(Failure) -> Index {
        if a.equals(b) { return a }
        guard a.isUnique, b.isUnique else { throw Failure(.valueError, "cannot reindex on an axis with duplicate labels") }
        try charge(cells: a.count + b.count)
        if let categories = categoricalUnion(a, b) { return categories }
        let known = Set(a.values.map { HashKey($0) })
        let joined = Index.of(a.values + b.values.filter { !known.contains(HashKey($0)) }, names: a.names)
        guard !Alignment.isChained(a, b), let order = try? CellOrder.positions(of: joined.column, mixed: true) else { return joined }
        return joined.gather(order)
    }

    /// Labels of the same categories, in their order.
    private func categoricalUnion(_ a: Index, _ b: Index) -> Index? {
        guard case .column(.categorical(let left)) = a.labels, case .column(.categorical(let right)) = b.labels,
            left.categories.isSame(as: right.categories)
        else { return nil }
        let codes = Set(left.codes + right.codes).sorted()
        return Index(.column(.categorical(CategoricalColumn(codes: codes, categories: left.categories))), names: a.names)
    }

    /// The frame's cells under these labels, with gaps where it has none.
    func placed(_ frame: Frame, _ rows: Index, _ labels: Index) throws(Failure) -> Frame {
        let positions = try self.rows(of: labels, in: frame.columns)
        let same = rows.equals(frame.index)
        let gathered = same ? [] : try self.rows(of: rows, in: frame.index)
        let columns = positions.map { at in
            guard at >= 0 else { return Column.gaps(.float64, count: rows.count) }
            return same ? frame.column(at) : frame.column(at).gatherWithGaps(gathered)
        }
        return Frame(columns, index: rows, columns: labels)
    }

    func alignedRows(_ frame: Frame, _ series: Series) throws(Failure) -> (Frame, Series) {
        if frame.index.equals(series.index) { return (frame, Series(series.column, index: frame.index)) }
        let rows = try union(frame.index, series.index)
        let aligned = series.column.gatherWithGaps(try self.rows(of: rows, in: series.index))
        return (try placed(frame, rows, frame.columns), Series(aligned, index: rows))
    }
}
