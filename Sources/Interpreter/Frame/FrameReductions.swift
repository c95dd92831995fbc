import Diagnostics
import Values

// One value a column, or a row.
extension Call where Receiver == Frame {
    /// `sum`, `mean`, … of every column or row.
    ///
    /// pandas keeps an object result wherever a column is object, so that a count beside a text stays an integer.
    func reduce(_ name: String) throws(Failure) -> Value {
        if case .none? = arguments["axis"] { return try reduceAll(name) }
        return .series(try reduced(name, axis: arguments.axis(), keywords: arguments.passing("skipna", "min_count", "ddof")))
    }

    private func considered(_ parameter: StaticString) throws(Failure) -> Frame {
        guard try arguments.bool(parameter, default: false) else { return receiver }
        if "\(parameter)" == "bool_only" { return receiver.select((0..<receiver.columnCount).filter { receiver.dtype($0) == .bool }) }
        return receiver.select(receiver.numericPositions)
    }

    private func reduced(_ name: String, axis: Int, keywords: [(String, Value)]) throws(Failure) -> Series {
        let frame = try considered("numeric_only")
        try interpreter.charge(cells: frame.rowCount * frame.columnCount)
        if axis == 0 { return try interpreter.reduce(frame, name, keywords) }
        return try interpreter.reduceRows(frame, name, keywords)
    }

    /// `axis=None`: the reduction of the reduction.
    private func reduceAll(_ name: String) throws(Failure) -> Value {
        switch name {
        case "sum", "prod", "std", "var", "sem": return .series(try reduced(name, axis: 0, keywords: arguments.passing("skipna", "min_count", "ddof")))
        case "min", "max": return try interpreter.invoke(name, on: .series(reduced(name, axis: 0, keywords: arguments.passing("skipna"))))
        default:
            let cells = Column.stacked(try considered("numeric_only").allColumns)
            return try interpreter.invoke(name, on: .series(Series(cells)), keywords: arguments.passing("skipna"))
        }
    }

    func count() throws(Failure) -> Value {
        let frame = try considered("numeric_only")
        try interpreter.charge(cells: frame.rowCount * frame.columnCount)
        let missing = frame.allColumns.map(\.missing)
        guard try arguments.axis() == 1 else {
            return .series(Series(.int(missing.map { flags in flags.reduce(0) { $0 + ($1 ? 0 : 1) } }), index: frame.columns))
        }
        let counts = (0..<frame.rowCount).map { row in missing.reduce(0) { $0 + ($1[row] ? 0 : 1) } }
        return .series(Series(.int(counts), index: frame.index))
    }

    func nunique() throws(Failure) -> Value {
        let keywords = arguments.passing("dropna")
        let axis = try arguments.axis()
        let frame = axis == 0 ? receiver : try interpreter.transposed(receiver)
        var counts: [Value] = []
        for at in 0..<frame.columnCount {
            counts.append(try interpreter.invoke("nunique", on: .series(frame.series(at)), keywords: keywords))
        }
        return .series(Series(.int(counts.map { $0.integer ?? 0 }), index: frame.columns))
    }

    /// `any` and `all`; `axis=None` asks it of the whole frame.
    func truths(_ name: String) throws(Failure) -> Value {
        let frame = try considered("bool_only")
        let keywords = arguments.passing("skipna")
        if case .none? = arguments["axis"] {
            let flags = try self.flags(frame, name, keywords)
            return .numpyBool(name == "any" ? flags.contains(true) : !flags.contains(false))
        }
        let axis = try arguments.axis()
        guard axis == 1 else { return .series(Series(.bool(try flags(frame, name, keywords)), index: frame.columns)) }
        return .series(Series(.bool(try flags(interpreter.transposed(frame), name, keywords)), index: frame.index))
    }

    private func flags(_ frame: Frame, _ name: String, _ keywords: [(String, Value)]) throws(Failure) -> [Bool] {
        var flags: [Bool] = []
        try interpreter.charge(cells: frame.rowCount * frame.columnCount)
        for at in 0..<frame.columnCount {
            flags.append(try interpreter.truth(interpreter.invoke(name, on: .series(frame.series(at)), keywords: keywords)))
        }
        return flags
    }

    /// The label of the extreme cell of each column or row; a text column has none.
    func extremeLabels(_ name: String) throws(Failure) -> Value {
        let frame = try considered("numeric_only")
        let axis = try arguments.axis()
        let turned = axis == 0 ? frame : try interpreter.transposed(frame)
        guard turned.rowCount > 0 || turned.columnCount == 0 else {
            throw Failure(.valueError, "attempt to get \(name == "idxmax" ? "argmax" : "argmin") of an empty sequence")
        }
        var labels: [Value] = []
        for at in 0..<turned.columnCount {
            labels.append(try interpreter.invoke(name, on: .series(turned.series(at)), keywords: arguments.passing("skipna")))
        }
        return .series(Series(Column(values: labels), index: turned.columns))
    }

    /// The modes of each column, one below the other; shorter columns end in gaps.
    func mode() throws(Failure) -> Value {
        let frame = try considered("numeric_only")
        let turned = try arguments.axis() == 0 ? frame : interpreter.transposed(frame)
        var columns: [Column] = []
        for at in 0..<turned.columnCount {
            guard case .series(let modes) = try interpreter.invoke("mode", on: .series(turned.series(at)), keywords: arguments.passing("dropna")) else {
                throw Failure(.internalFault, "'mode' gives a Series")
            }
            columns.append(modes.column)
        }
        let rows = columns.map(\.count).max() ?? 0
        let padded = columns.map { column in column.gatherWithGaps((0..<rows).map { $0 < column.count ? $0 : -1 }) }
        let made = Frame(padded, index: Index(count: rows), columns: turned.columns)
        return .frame(try arguments.axis() == 0 ? made : interpreter.transposed(made).with(index: frame.index))
    }

    func quantile() throws(Failure) -> Value {
        let frame = try considered("numeric_only")
        guard try arguments.axis() == 0 else { throw Failure(.unsupportedArgument, "'axis' of quantile() is not supported") }
        let q = arguments["q"] ?? .float(0.5)
        if let at = (0..<frame.columnCount).first(where: { frame.dtype($0) == .object }) {
            _ = at
            throw Failure(.typeError, "unsupported operand type(s) for -: 'str' and 'str'")
        }
        let results = try (0..<frame.columnCount).map { (at) throws(Failure) in
            try interpreter.invoke("quantile", on: .series(frame.series(at)), [q], keywords: arguments.passing("interpolation"))
        }
        guard q.number == nil else { return .series(Series(Column(values: results), index: frame.columns, name: q)) }
        let labels = Column(values: try interpreter.iterate(q))
        return .frame(Frame(results.compactMap { $0.series?.column }, index: Index(labels), columns: frame.columns))
    }

    /// Numbers and times by their distribution; where there are none, text by its frequencies.
    func describe() throws(Failure) -> Value {
        let chosen = try described()
        guard receiver.columnCount > 0 else { throw Failure(.valueError, "Cannot describe a DataFrame without columns") }
        guard chosen.columnCount > 0 else { throw Failure(.valueError, "No columns match the specified include or exclude data types") }
        var summaries: [Series] = []
        for at in 0..<chosen.columnCount {
            guard case .series(let summary) = try interpreter.invoke("describe", on: .series(chosen.series(at)), keywords: arguments.passing("percentiles")) else {
                throw Failure(.internalFault, "'describe' gives a Series")
            }
            summaries.append(summary)
        }
        var names: [Value] = []
        for summary in summaries.sorted(by: { $0.count < $1.count }) {
            for name in summary.index.values where !names.contains(where: { HashKey($0) == HashKey(name) }) { names.append(name) }
        }
        let columns = summaries.map { summary in
            let rows = names.map { summary.index.position(of: $0) ?? -1 }
            return summary.column.gatherWithGaps(rows)
        }
        return .frame(Frame(columns, index: Index(Column(values: names)), columns: chosen.columns))
    }

    private func described() throws(Failure) -> Frame {
        if case .text(let word)? = arguments.given("include"), word == "all" { return receiver }
        guard arguments.given("include") == nil, arguments.given("exclude") == nil else {
            let filter = try interpreter.invoke("select_dtypes", on: .frame(receiver), keywords: arguments.passing("include", "exclude"))
            return filter.frame ?? receiver
        }
        let usual = (0..<receiver.columnCount).filter { [.int64, .float64, .datetime, .timedelta].contains(receiver.dtype($0)) }
        return usual.isEmpty ? receiver : receiver.select(usual)
    }

    func corr() throws(Failure) -> Value {
        let frame = try considered("numeric_only")
        let minimum = try arguments.int("min_periods", default: 1)
        switch try arguments.word("method", default: "pearson") {
        case "pearson": return .frame(try pairwise(frame) { a, b in Covariance(a, b).correlation(minimum: minimum) })
        case "spearman":
            let ranked = try receiver.select(receiver.numericPositions).mapColumns { (series) throws(Failure) in try interpreter.column("rank", series) }
            let gaps = ranked.allColumns.contains { $0.missing.contains(true) }
            guard !gaps, frame.columnCount == ranked.columnCount else { throw Failure(.unsupportedArgument, "corr(method='spearman') over gaps is not supported") }
            return .frame(try pairwise(ranked) { a, b in Covariance(a, b).correlation(minimum: minimum) })
        case "kendall": throw Failure(.unsupportedArgument, "corr(method='kendall') is not supported")
        case let method:
            throw Failure(.valueError, "method must be either 'pearson', 'spearman', 'kendall', or a callable, '\(method)' was supplied")
        }
    }

    func cov() throws(Failure) -> Value {
        let minimum = try arguments.given("min_periods") == nil ? 1 : arguments.int("min_periods", default: 1)
        let ddof = try arguments.int("ddof", default: 1)
        return .frame(try pairwise(considered("numeric_only")) { a, b in Covariance(a, b).covariance(ddof: ddof, minimum: minimum) })
    }

    private func pairwise(_ frame: Frame, _ measure: ([Double], [Double]) -> Double) throws(Failure) -> Frame {
        try interpreter.charge(cells: frame.rowCount * frame.columnCount * frame.columnCount)
        var numbers: [[Double]] = []
        for at in 0..<frame.columnCount { numbers.append(try floats(frame.column(at))) }
        // Each pair is measured once, the later column first.
        let lower = numbers.indices.map { at in numbers[...at].map { measure(numbers[at], $0) } }
        let columns = numbers.indices.map { at in Column.float(numbers.indices.map { $0 > at ? lower[$0][at] : lower[at][$0] }) }
        return Frame(columns, index: frame.columns, columns: frame.columns)
    }

    private func floats(_ column: Column) throws(Failure) -> [Double] {
        if let doubles = column.doubles { return doubles }
        guard let doubles = try interpreter.column("astype", Series(column), [.string("float")]).doubles else {
            throw Failure(.valueError, "could not convert to float")
        }
        return doubles
    }

    /// The correlation of each column with a Series, or with the column of the same label.
    func correlations() throws(Failure) -> Value {
        guard try arguments.axis() == 0, try arguments.word("method", default: "pearson") == "pearson" else {
            throw Failure(.unsupportedArgument, "corrwith() by rows or by another method is not supported")
        }
        let frame = try arguments.bool("numeric_only", default: false) ? receiver.select(receiver.numericPositions) : receiver
        let other = try arguments.require("other")
        guard case .series = other else { throw Failure(.unsupportedArgument, "corrwith() of a \(other.typeName) is not supported") }
        var numbers: [Value] = []
        for at in 0..<frame.columnCount { numbers.append(try interpreter.invoke("corr", on: .series(frame.series(at)), [other])) }
        return .series(Series(.float(numbers.map { $0.number ?? .nan }), index: frame.columns))
    }

    /// Combinations of all categories count, be it 0.
    private func countsByCategory(_ frame: Frame) throws(Failure) -> Value {
        let isList = arguments.given("subset").map { $0.list != nil } ?? true
        let keys: Value = isList ? .list(frame.columns.values) : frame.columns[0]
        let groups = try interpreter.invoke("groupby", on: .frame(frame), [keys], keywords: arguments.passing("dropna"))
        guard case .series(let sizes) = try interpreter.invoke("size", on: groups) else { throw Failure(.internalFault, "'size' gives a Series") }
        let index = isList && frame.columnCount == 1 ? Index(.multi([sizes.index.level(0)]), names: sizes.index.names) : sizes.index
        let counts = Series(sizes.column, index: index, name: .string("count"))
        let sorted = try !arguments.bool("sort", default: true) ? counts
            : counts.gather(interpreter.order(counts.column, ascending: arguments.bool("ascending", default: false), missingFirst: false))
        guard try arguments.bool("normalize", default: false) else { return .series(sorted) }
        let total = (sorted.column.doubles ?? []).reduce(0, +)
        return .series(Series(.float((sorted.column.doubles ?? []).map { $0 / total }), index: sorted.index, name: .string("proportion")))
    }

    func valueCounts() throws(Failure) -> Value {
        let labels = try arguments.given("subset").map { (value) throws(Failure) in try interpreter.labels(value) } ?? receiver.columns.values
        let frame = receiver.select(try receiver.positions(ofColumns: labels))
        for label in labels where receiver.columns.positions(of: label).count > 1 {
            throw Failure(.valueError, "Grouper for \(Interpreter.brief(label)) not 1-dimensional")
        }
        if frame.allColumns.contains(where: { $0.dtype == .category }) { return try countsByCategory(frame) }
        let dropna = try arguments.bool("dropna", default: true)
        var parts: [Factors] = []
        for at in 0..<frame.columnCount { parts.append(try Factors.ordered(frame.column(at), missing: dropna ? .dropped : .equal)) }
        let factors = Factors(joining: parts, rows: frame.rowCount)
        let order = SortKeys.order(parts.map { part in factors.firsts.map { part.codes[$0] } }, count: factors.count)
        let groups = factors.reordered(order)
        let counts = groups.rows.map(\.count)
        let levels = frame.allColumns.map { $0.gather(groups.firsts) }
        let isList = arguments.given("subset").map { $0.list != nil } ?? true
        let index = Index(isList ? .multi(levels) : .column(levels[0]), names: frame.columns.values)
        var result = Series(.int(counts), index: index, name: .string("count"))
        if try arguments.bool("sort", default: true) {
            result = result.gather(try interpreter.order(result.column, ascending: arguments.bool("ascending", default: false), missingFirst: false))
        }
        guard try arguments.bool("normalize", default: false) else { return .series(result) }
        let total = Double(counts.reduce(0, +))
        return .series(Series(.float((result.column.doubles ?? []).map { $0 / total }), index: result.index, name: .string("proportion")))
    }
}

extension Interpreter {
    /// One value a column.
    func reduce(_ frame: Frame, _ name: String, _ keywords: [(String, Value)]) throws(Failure) -> Series {
        var results: [Value] = []
        let isExtreme = name == "max" || name == "min"
        for at in 0..<frame.columnCount {
            let series = frame.series(at)
            // Of objects that are all missing numpy finds none.
            let isNothing = isExtreme && series.column.dtype == .object && series.count > 0 && series.column.presentCount == 0
            results.append(isNothing ? .none : try invoke(name, on: .series(series), keywords: keywords))
        }
        let isObject = (0..<frame.columnCount).contains { frame.dtype($0) == .object }
        let column: Column = isObject ? .object(results.map(\.asPython)) : results.isEmpty ? .float([]) : Column(values: results)
        return Series(column, index: frame.columns)
    }

    /// One value a row, each row a Series of the type that holds all cells.
    func reduceRows(_ frame: Frame, _ name: String, _ keywords: [(String, Value)]) throws(Failure) -> Series {
        let rows = FrameRows(frame)
        var results: [Value] = []
        results.reserveCapacity(frame.rowCount)
        for row in 0..<frame.rowCount {
            try charge(cells: 1)
            results.append(try invoke(name, on: .series(Series(rows[row], index: frame.columns)), keywords: keywords))
        }
        let column: Column = rows.type == .object ? .object(results.map(\.asPython)) : results.isEmpty ? .float([]) : Column(values: results)
        return Series(column, index: frame.index)
    }
}

/// The sums behind covariance and correlation over the pairs without a gap, by Welford's method as pandas' `nancorr` does.
struct Covariance {
    private var count = 0.0
    private var meanX = 0.0, meanY = 0.0
    private var squaresX = 0.0, squaresY = 0.0, products = 0.0

    init(_ xs: [Double], _ ys: [Double]) {
        for (x, y) in zip(xs, ys) where !x.isNaN && !y.isNaN {
            count += 1
            let dx = x - meanX, dy = y - meanY
            meanX += 1 / count * dx
            meanY += 1 / count * dy
            squaresX += (x - meanX) * dx
            squaresY += (y - meanY) * dy
            products += (x - meanX) * dy
        }
    }

    func correlation(minimum: Int) -> Double {
        let divisor = (squaresX * squaresY).squareRoot()
        guard count >= Double(minimum), divisor != 0 else { return .nan }
        return Swift.min(Swift.max(products / divisor, -1), 1)
    }

    func covariance(ddof: Int, minimum: Int) -> Double {
        guard count >= Double(minimum), count - Double(ddof) > 0 else { return .nan }
        return products / (count - Double(ddof))
    }
}
