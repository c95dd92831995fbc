import Diagnostics
import Values

// `pd.cut`, `pd.qcut`, `pd.factorize`, `pd.get_dummies`.
extension Call where Receiver == NoReceiver {
    /// The number of each cell's bin. Labels and intervals would be a categorical column, which the subset does not have.
    func cut() throws(Failure) -> Value {
        try requireNumbers()
        let numbers = try numbers(arguments.require("x"))
        let right = try arguments.bool("right", default: true)
        let edges = try edges(arguments.require("bins"), numbers, right: right)
        let lowest = try arguments.bool("include_lowest", default: false)
        return try binned(numbers, edges, right: right, lowest: lowest)
    }

    func qcut() throws(Failure) -> Value {
        try requireNumbers()
        let numbers = try numbers(arguments.require("x"))
        let q = try arguments.require("q")
        var quantiles: [Double] = []
        if let parts = q.integer {
            guard parts > 0, parts < 1_000_000 else { throw Failure(.valueError, "Number of quantiles must be positive") }
            try interpreter.charge(cells: parts)
            quantiles = (0...parts).map { Double($0) / Double(parts) }
        } else {
            for value in try interpreter.iterate(q) { quantiles.append(value.number ?? .nan) }
        }
        let sorted = numbers.filter { !$0.isNaN }.sorted()
        let edges = try distinct(quantiles.map { GroupMath.quantile(sorted, $0) })
        return try binned(numbers, edges, right: true, lowest: true)
    }

    private func requireNumbers() throws(Failure) {
        guard case .bool(false)? = arguments["labels"] else {
            throw Failure(.unsupportedArgument, "\(arguments.operation)() without labels=False gives a categorical column, which is not supported")
        }
        guard try !arguments.bool("retbins", default: false) else {
            throw Failure(.unsupportedArgument, "'retbins' of \(arguments.operation)() is not supported")
        }
    }

    private func numbers(_ value: Value) throws(Failure) -> [Double] {
        let column: Column = switch value {
        case .series(let series): series.column
        case .array(let array): array.column
        case .index(let index): index.column
        default: Column(values: try interpreter.iterate(value))
        }
        guard let doubles = column.doubles else { throw Failure(.typeError, "'<' not supported between instances of 'float' and 'str'") }
        return doubles
    }

    /// Equal widths, the range widened by a thousandth on the open side, or the edges as given.
    private func edges(_ bins: Value, _ numbers: [Double], right: Bool) throws(Failure) -> [Double] {
        guard let count = bins.integer else {
            var edges: [Double] = []
            for value in try interpreter.iterate(bins) {
                guard let edge = value.number else { throw Failure(.unsupportedValue, "bins must be numbers") }
                edges.append(edge)
            }
            guard Swift.zip(edges, edges.dropFirst()).allSatisfy({ $0 <= $1 }) else { throw Failure(.valueError, "bins must increase monotonically.") }
            return try distinct(edges)
        }
        guard count > 0 else { throw Failure(.valueError, "`bins` should be a positive integer.") }
        let present = numbers.filter { !$0.isNaN }
        guard !numbers.isEmpty else { throw Failure(.valueError, "Cannot cut empty array") }
        guard var low = present.min(), var high = present.max(), low.isFinite, high.isFinite else {
            throw Failure(.valueError, "cannot specify integer `bins` when input data contains infinity")
        }
        try interpreter.charge(bytes: count.multipliedReportingOverflow(by: 8).partialValue)
        try interpreter.charge(cells: count)
        if low == high {
            low -= low == 0 ? 0.001 : 0.001 * Swift.abs(low)
            high += high == 0 ? 0.001 : 0.001 * Swift.abs(high)
            return (0...count).map { low + (high - low) * Double($0) / Double(count) }
        }
        var edges = (0...count).map { low + (high - low) * Double($0) / Double(count) }
        let margin = (high - low) * 0.001
        if right { edges[0] -= margin } else { edges[count] += margin }
        return edges
    }

    private func distinct(_ edges: [Double]) throws(Failure) -> [Double] {
        var kept: [Double] = []
        for edge in edges where kept.last != edge { kept.append(edge) }
        guard kept.count == edges.count else {
            guard try arguments.word("duplicates", default: "raise") == "drop" else {
                throw Failure(.valueError, "Bin edges must be unique. You can drop duplicate edges by setting the 'duplicates' kwarg")
            }
            return kept
        }
        return edges
    }

    private func binned(_ numbers: [Double], _ edges: [Double], right: Bool, lowest: Bool) throws(Failure) -> Value {
        try interpreter.charge(cells: numbers.count * 8)
        let bins = numbers.map { number -> Int in
            guard !number.isNaN, let first = edges.first else { return -1 }
            if lowest, number == first { return 0 }
            let place = position(of: number, in: edges, right: right)
            return place == 0 || place == edges.count ? -1 : place - 1
        }
        let column: Column = bins.contains(-1) ? .float(bins.map { $0 < 0 ? .nan : Double($0) }) : .int(bins)
        guard case .series(let series) = try arguments.require("x") else { return .array(NDArray(column)) }
        return .series(Series(column, index: series.index, name: series.name))
    }

    /// How many edges stand before the number (numpy's `searchsorted`).
    private func position(of number: Double, in edges: [Double], right: Bool) -> Int {
        var low = 0, high = edges.count
        while low < high {
            let middle = (low + high) / 2
            if right ? edges[middle] < number : edges[middle] <= number { low = middle + 1 } else { high = middle }
        }
        return low
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

    private func flags(_ column: Column, _ prefix: String?) throws(Failure) -> ([Value], [Column]) {
        let dummies = try arguments.bool("dummy_na", default: false)
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
