import Diagnostics
import Kernels
import Values

// `pd.cut`, `pd.qcut`, `pd.factorize`, `pd.get_dummies`.
extension Call where Receiver == NoReceiver {
    func cut() throws(Failure) -> Value {
        let numbers = try numbers(arguments.require("x"))
        let right = try arguments.bool("right", default: true)
        let edges = try edges(arguments.require("bins"), numbers, right: right)
        let lowest = try arguments.bool("include_lowest", default: false)
        return try binned(numbers, Bins(edges: edges.0, isWhole: edges.isWhole, right: right, lowest: lowest))
    }

    func qcut() throws(Failure) -> Value {
        let numbers = try numbers(arguments.require("x"))
        let q = try arguments.require("q")
        var quantiles: [Double] = []
        if let parts = q.integer {
            guard parts > 0, parts < 1_000_000 else { throw Failure(.valueError, "Number of quantiles must be positive") }
            try interpreter.charge(cells: parts)
            quantiles = Bins.evenly(from: 0, to: 1, parts: parts)
        } else {
            for value in try interpreter.iterate(q) { quantiles.append(value.number ?? .nan) }
            guard Swift.zip(quantiles, quantiles.dropFirst()).allSatisfy({ $0 <= $1 }) else {
                throw Failure(.unsupportedValue, "quantiles that do not rise are not supported")
            }
        }
        let sorted = numbers.filter { !$0.isNaN }.sorted()
        // pandas asks numpy for percentiles, which divides again.
        let edges = try distinct(quantiles.map { sorted.isEmpty ? .nan : sorted.quantile(ofSorted: $0 * 100 / 100) })
        return try binned(numbers, Bins(edges: edges, isWhole: false, right: true, lowest: true))
    }

    private func numbers(_ value: Value) throws(Failure) -> [Double] {
        let column: Column = switch value {
        case .series(let series): series.column
        case .array(let array): array.column
        case .index(let index): index.column
        default: Column(values: try interpreter.iterate(value))
        }
        guard column.count > 0 else { return [] }
        guard let doubles = column.doubles else { throw Failure(.typeError, "'<' not supported between instances of 'float' and 'str'") }
        return doubles
    }

    /// Equal widths, the range widened by a thousandth on the open side, or the edges as given; and whether all are integers.
    private func edges(_ bins: Value, _ numbers: [Double], right: Bool) throws(Failure) -> ([Double], isWhole: Bool) {
        guard let count = bins.integer else {
            var edges: [Double] = []
            var isWhole = true
            for value in try interpreter.iterate(bins) {
                guard let edge = value.number else { throw Failure(.unsupportedValue, "bins must be numbers") }
                edges.append(edge)
                isWhole = isWhole && value.integer != nil
            }
            guard Swift.zip(edges, edges.dropFirst()).allSatisfy({ $0 <= $1 }) else { throw Failure(.valueError, "bins must increase monotonically.") }
            return (try distinct(edges), isWhole)
        }
        guard count > 0 else { throw Failure(.valueError, "`bins` should be a positive integer.") }
        let present = numbers.filter { !$0.isNaN }
        guard !numbers.isEmpty else { throw Failure(.valueError, "Cannot cut empty array") }
        guard let low = present.min(), let high = present.max(), low.isFinite, high.isFinite else {
            throw Failure(.valueError, "cannot specify integer `bins` when input data contains infinity")
        }
        try interpreter.charge(bytes: count.multipliedReportingOverflow(by: 8).partialValue)
        try interpreter.charge(cells: count)
        guard low < high else {
            let margin = low == 0 ? 0.001 : 0.001 * Swift.abs(low)
            return (Bins.evenly(from: low - margin, to: high + margin, parts: count), false)
        }
        var edges = Bins.evenly(from: low, to: high, parts: count)
        let margin = (high - low) * 0.001
        if right { edges[0] -= margin } else { edges[count] += margin }
        return (edges, false)
    }

    /// Edges that stand once each, in rising order.
    private func distinct(_ edges: [Double]) throws(Failure) -> [Double] {
        let duplicates = try arguments.word("duplicates", default: "raise")
        guard ["raise", "drop"].contains(duplicates) else {
            throw Failure(.valueError, "invalid value for 'duplicates' parameter, valid options are: raise, drop")
        }
        var kept: [Double] = []
        for edge in edges where kept.last.map({ $0 == edge || $0.isNaN && edge.isNaN }) != true { kept.append(edge) }
        // Two edges are one bin to pandas, be they the same.
        guard kept.count < edges.count, edges.count != 2 else { return edges }
        guard duplicates == "drop" else {
            throw Failure(.valueError, "Bin edges must be unique. You can drop duplicate edges by setting the 'duplicates' kwarg")
        }
        return kept
    }

    /// The bin of each number: its place, its label, or the range itself.
    private func binned(_ numbers: [Double], _ bins: Bins) throws(Failure) -> Value {
        if bins.lowest, bins.edges.isEmpty { throw Failure(.indexError, "index 0 is out of bounds for axis 0 with size 0") }
        try interpreter.charge(cells: numbers.count * 8)
        let codes = numbers.map(bins.code)
        let column: Column
        if case .bool(false)? = arguments["labels"] {
            column = codes.contains(-1) ? .float(codes.map { $0 < 0 ? .nan : Double($0) }) : .int(codes)
        } else {
            let categories = try Categories(labels(bins), isOrdered: arguments.bool("ordered", default: true))
            column = .categorical(CategoricalColumn(codes: codes, categories: categories))
        }
        let result: Value = if case .series(let series) = try arguments.require("x") { .series(series.with(column)) } else { .array(NDArray(column)) }
        guard try arguments.bool("retbins", default: false) else { return result }
        return .tuple([result, .array(NDArray(bins.isWhole ? .int(bins.edges.map { Int($0) }) : .float(bins.edges)))])
    }

    private func labels(_ bins: Bins) throws(Failure) -> Column {
        let count = Swift.max(bins.edges.count - 1, 0)
        guard let given = arguments.given("labels") else {
            guard try arguments.bool("ordered", default: true) else { throw Failure(.valueError, "'labels' must be provided if 'ordered = False'") }
            if count > 0, bins.edges.contains(where: \.isNaN) { throw Failure(.valueError, "Categorical categories cannot be null") }
            return .object(bins.intervals(precision: try arguments.int("precision", default: 3)).map(Value.interval))
        }
        switch given {
        case .list, .tuple, .array, .series, .index, .range: break
        default: throw Failure(.valueError, "Bin labels must either be False, None or passed in as a list-like argument")
        }
        let labels = Column(values: try interpreter.iterate(given))
        if let stray = labels.values.first(where: { !$0.isHashable }) { throw Failure(.typeError, "unhashable type: '\(stray.typeName)'") }
        guard Set(labels.values.map { HashKey($0) }).count == labels.count else {
            throw Failure(.valueError, "labels must be unique if ordered=True; pass ordered=False for duplicate labels")
        }
        guard labels.count == count else { throw Failure(.valueError, "Bin labels must be one fewer than the number of bin edges") }
        return labels
    }

    func factorize() throws(Failure) -> Value {
        let values = try arguments.require("values")
        let column: Column = switch values {
        case .series(let series): series.column
        case .index(let index): index.column
        case .array(let array): array.column
        default: Column(values: try interpreter.iterate(values))
        }
        try interpreter.charge(cells: column.count)
        let missing = try arguments.bool("use_na_sentinel", default: true) ? Factors.Missing.dropped : .equal
        let factors = try arguments.bool("sort", default: false) ? Factors.ordered(column, missing: missing) : Factors(column, missing: missing)
        let uniques = column.gather(factors.firsts)
        let labels: Value = switch values {
        case .series, .index: .index(Index(uniques))
        default: .array(NDArray(uniques))
        }
        return .tuple([.array(NDArray(.int(factors.codes))), labels])
    }

    /// One column of flags a different cell: of a Series, or of each object column of a frame.
    func getDummies() throws(Failure) -> Value {
        let separator = try arguments.word("prefix_sep", default: "_")
        switch try arguments.require("data") {
        case .series(let series):
            let prefix = arguments.given("prefix").map { interpreter.labelText($0) + separator }
            let (labels, columns) = try flags(series.column, prefix)
            return .frame(Frame(columns, index: series.index, columns: Index.of(labels)))
        case .frame(let frame): return .frame(try dummies(frame, separator))
        case let other:
            let column = Column(values: try interpreter.iterate(other))
            let (labels, columns) = try flags(column, nil)
            return .frame(Frame(columns, index: Index(count: column.count), columns: Index.of(labels)))
        }
    }

    private func dummies(_ frame: Frame, _ separator: String) throws(Failure) -> Frame {
        guard arguments.given("prefix") == nil else { throw Failure(.unsupportedArgument, "'prefix' of get_dummies() of a frame is not supported") }
        let encoded = try arguments.given("columns").map { (value) throws(Failure) in try frame.positions(ofColumns: interpreter.labels(value)) }
            ?? (0..<frame.columnCount).filter { frame.dtype($0) == .object }
        let kept = (0..<frame.columnCount).filter { !encoded.contains($0) }
        var labels = kept.map { frame.columns[$0] }
        var columns = kept.map(frame.column)
        for at in encoded {
            let (names, made) = try flags(frame.column(at), interpreter.labelText(frame.columns[at]) + separator)
            labels += names
            columns += made
        }
        return Frame(columns, index: frame.index, columns: Index.of(labels))
    }

    /// A column for every category, also for those that no cell has.
    private func flags(_ cells: CategoricalColumn, _ prefix: String?, dummies: Bool) throws(Failure) -> ([Value], [Column]) {
        let first = try arguments.bool("drop_first", default: false) ? 1 : 0
        let codes = Array(first..<Swift.max(cells.categories.count, first)) + (dummies ? [-1] : [])
        try interpreter.charge(bytes: cells.count.multipliedReportingOverflow(by: Swift.max(codes.count, 1)).partialValue)
        let labels = codes.map { code in
            let label = code < 0 ? Value.float(.nan) : cells.categories.labels[code]
            return prefix.map { .string($0 + interpreter.labelText(label)) } ?? label
        }
        return (labels, codes.map { code in .bool(cells.codes.map { $0 == code }) })
    }

    private func flags(_ column: Column, _ prefix: String?) throws(Failure) -> ([Value], [Column]) {
        let dummies = try arguments.bool("dummy_na", default: false)
        if case .categorical(let cells) = column { return try flags(cells, prefix, dummies: dummies) }
        let factors = try Factors.ordered(column, missing: .dropped)
        try interpreter.charge(bytes: column.count.multipliedReportingOverflow(by: max(factors.count, 1)).partialValue)
        let first = try arguments.bool("drop_first", default: false) ? 1 : 0
        var labels: [Value] = [], columns: [Column] = []
        for code in first..<max(factors.count, first) {
            let label = column[factors.firsts[code]]
            labels.append(prefix.map { .string($0 + interpreter.labelText(label)) } ?? label)
            columns.append(.bool(factors.codes.map { $0 == code }))
        }
        if dummies {
            labels.append(prefix.map { .string($0 + "nan") } ?? .float(.nan))
            columns.append(.bool(column.missing))
        }
        return (labels, columns)
    }
}
