import Catalog
import Diagnostics
import Kernels
import Plan
import Values

// Flags, extremes, quantiles, summaries and correlations.
extension Call where Receiver == Series {
    enum Quantifier { case any, all }

    /// Whether some or every cell is true; a gap is true unless it is skipped.
    func truths(_ quantifier: Quantifier) throws(Failure) -> Value {
        try interpreter.charge(cells: receiver.count)
        if case .categorical = receiver.column { throw Column.noCategories(quantifier == .any ? "any" : "all") }
        let skips = try arguments.bool("skipna", default: true)
        if case .bool(let cells) = receiver.column {
            return .numpyBool(quantifier == .any ? cells.contains(true) : !cells.contains(false))
        }
        for cell in receiver.column.values where !(skips && cell.isMissing) {
            let isTrue = try interpreter.truth(cell)
            if isTrue == (quantifier == .any) { return .numpyBool(isTrue) }
        }
        return .numpyBool(quantifier == .all)
    }

    /// The position of the first extreme cell; nil where there is no cell, or a gap that is not skipped.
    private func extremeRow(largest: Bool) throws(Failure) -> Int? {
        try interpreter.charge(cells: receiver.count)
        let empty = Failure(.valueError, "attempt to get \(largest ? "argmax" : "argmin") of an empty sequence")
        guard receiver.count > 0 else { throw empty }
        let missing = receiver.column.missing
        guard missing.contains(false) else {
            // Columns of times drop their gaps first, and then there is nothing left.
            if receiver.column.isTime { throw empty }
            return nil
        }
        if case .object = receiver.column { return try extremeObject(largest: largest, missing) }
        if case .text(let cells) = receiver.column, missing.contains(true), cells.count > 1 { return try extremeObject(largest: largest, missing) }
        if try !arguments.bool("skipna", default: true), missing.contains(true) { return nil }
        return GroupCells(codes: Array(repeating: 0, count: receiver.count), count: 1).extreme(receiver.column, largest: largest)[0]
    }

    /// Objects are compared as Python compares them; a gap counts as infinite.
    private func extremeObject(largest: Bool, _ missing: [Bool]) throws(Failure) -> Int {
        let cells = missing.indices.map { missing[$0] ? Value.float(largest ? -.infinity : .infinity) : receiver.column[$0] }
        var best = 0
        for row in 1..<Swift.max(cells.count, 1) {
            if try interpreter.truth(interpreter.compare(largest ? .greater : .less, cells[row], cells[best])) { best = row }
        }
        return best
    }

    func extremeLabel(largest: Bool) throws(Failure) -> Value {
        try extremeRow(largest: largest).map { receiver.index[$0] } ?? .float(.nan)
    }

    func extremePosition(largest: Bool) throws(Failure) -> Value {
        try extremeRow(largest: largest).map(Value.numpyInt) ?? .int(-1)
    }

    // MARK: Quantiles

    func quantile() throws(Failure) -> Value {
        let wanted = arguments["q"] ?? .float(0.5)
        let method = try arguments.word("interpolation", default: "linear")
        try interpreter.charge(cells: receiver.count * 8)
        let sorted = try sortedNumbers()
        if let q = wanted.number { return try quantile(sorted, q, method) }
        var shares: [Double] = [], found: [Value] = []
        for value in try interpreter.iterate(wanted) {
            guard let q = value.number else { throw Failure(.typeError, "quantiles must be numbers, not \(value.typeName)") }
            shares.append(q)
            found.append(try quantile(sorted, q, method))
        }
        return .series(Series(Column(values: found), index: Index(.float(shares)), name: receiver.name))
    }

    private func sortedNumbers() throws(Failure) -> [Double] {
        switch receiver.column {
        case .int, .float: return (receiver.column.doubles ?? []).filter { !$0.isNaN }.sorted()
        case .timestamp(let cells), .timedelta(let cells): return cells.filter { $0 != Column.missingTime }.sorted().map(Double.init)
        case .bool: throw Failure(.typeError, "numpy boolean subtract, the `-` operator, is not supported")
        case .text, .object:
            guard receiver.count == 0 else { throw Failure(.typeError, "unsupported operand type(s) for -: 'str' and 'str'") }
            return []
        case .categorical: throw Column.noCategories("quantile")
        }
    }

    private func quantile(_ sorted: [Double], _ q: Double, _ method: String) throws(Failure) -> Value {
        guard q >= 0, q <= 1 else { throw Failure(.valueError, "percentiles should all be in the interval [0, 1]. Try \(q / 100) instead.") }
        guard !sorted.isEmpty else { return wrapped(.nan, whole: false) }
        let place = q * 100 / 100 * Double(sorted.count - 1)
        let below = Int(place.rounded(.down)), above = Int(place.rounded(.up))
        switch method {
        case "linear": return wrapped(sorted.quantile(ofSorted: q * 100 / 100), whole: false)
        case "lower": return wrapped(sorted[below], whole: true)
        case "higher": return wrapped(sorted[above], whole: true)
        case "nearest": return wrapped(sorted[Int(place.rounded(.toNearestOrEven))], whole: true)
        case "midpoint": return wrapped(below == above ? sorted[below] : sorted[below] + (sorted[above] - sorted[below]) * 0.5, whole: false)
        default: throw Failure(.valueError, "'\(method)' is not a valid method for quantile")
        }
    }

    private func wrapped(_ x: Double, whole: Bool) -> Value {
        switch receiver.column {
        case .timestamp: .timestamp(Int(exactly: x.rounded(.down)) ?? Column.missingTime)
        case .timedelta: .timedelta(Int(exactly: x.rounded(.down)) ?? Column.missingTime)
        case .int: whole ? .numpyInt(Int(x)) : .numpyFloat(x)
        case .bool, .float, .text, .object, .categorical: .numpyFloat(x)
        }
    }

    // MARK: describe

    func describe() throws(Failure) -> Value {
        switch receiver.column.dtype {
        case .int64, .float64, .timedelta, .datetime: .series(try describeNumbers())
        case .bool, .object, .category: .series(try describeObjects())
        }
    }

    private func shares() throws(Failure) -> [Double] {
        guard let given = arguments.given("percentiles") else { return [0.25, 0.5, 0.75] }
        var shares: [Double] = []
        for value in try interpreter.iterate(given) {
            guard let share = value.number, share >= 0, share <= 1 else { throw Failure(.valueError, "percentiles should all be in the interval [0, 1]") }
            shares.append(share)
        }
        if !shares.contains(0.5) { shares.append(0.5) }
        guard Set(shares).count == shares.count else { throw Failure(.valueError, "percentiles cannot contain duplicates") }
        return shares.sorted()
    }

    /// `25%`, or with a digit where the share is not a whole percentage.
    private func label(_ share: Double) -> Value {
        let percent = share * 100
        return .string(percent == percent.rounded() ? "\(Int(percent))%" : "\(percent)%")
    }

    private func describeNumbers() throws(Failure) -> Series {
        let shares = try shares()
        func ask(_ name: String) throws(Failure) -> Value { try interpreter.invoke(name, on: .series(receiver)) }
        var labels: [Value] = [.string("count"), .string("mean")]
        var cells: [Value] = [.int(receiver.column.presentCount), try ask("mean")]
        if receiver.column.dtype != .datetime {
            labels.append(.string("std"))
            cells.append(try ask("std"))
        }
        labels.append(.string("min"))
        cells.append(try ask("min"))
        for share in shares {
            labels.append(label(share))
            cells.append(try interpreter.invoke("quantile", on: .series(receiver), [.float(share)]))
        }
        labels.append(.string("max"))
        cells.append(try ask("max"))
        let column: Column = receiver.column.dtype.isNumeric ? .float(cells.map { $0.number ?? .nan }) : .object(cells)
        return Series(column, index: Index(Column(values: labels)), name: receiver.name)
    }

    private func describeObjects() throws(Failure) -> Series {
        let labels = ["count", "unique", "top", "freq"].map { Value.string($0) }
        guard case .series(let counts) = try interpreter.invoke("value_counts", on: .series(receiver)) else {
            throw Failure(.internalFault, "'value_counts' gives a Series")
        }
        let different = if case .int(let cells) = counts.column { cells.count { $0 != 0 } } else { counts.count }
        let top: [Value] = counts.count == 0 ? [.float(.nan), .float(.nan)] : [counts.index[0].asPython, counts.column[0].asPython]
        let cells: [Value] = [.int(receiver.column.presentCount), .int(different)] + top
        let column: Column = counts.count == 0 ? .object(cells) : Column(values: cells)
        return Series(column, index: Index(Column(values: labels)), name: receiver.name)
    }

    // MARK: Correlation

    func corr() throws(Failure) -> Value {
        let (x, y) = try pairs()
        switch arguments["method"].map({ $0.text?.string ?? "" }) ?? "pearson" {
        case "pearson": return .numpyFloat(try correlation(x, y))
        case let method: throw Failure(.unsupportedArgument, "corr(method='\(method)') is not supported")
        }
    }

    private func correlation(_ x: [Double], _ y: [Double]) throws(Failure) -> Double {
        let minimum = try arguments.signature.slot(named: "min_periods") == nil || arguments.given("min_periods") == nil ? 1 : arguments.int("min_periods", default: 1)
        guard x.count >= Swift.max(minimum, 1) else { return .nan }
        let (xx, yy, xy) = (Moments.covariance(x, x, ddof: 1), Moments.covariance(y, y, ddof: 1), Moments.covariance(x, y, ddof: 1))
        let r = xy / xx.squareRoot() / yy.squareRoot()
        return r.isNaN ? r : Swift.min(Swift.max(r, -1), 1)
    }

    func cov() throws(Failure) -> Value {
        let (x, y) = try pairs()
        let minimum = arguments.given("min_periods") == nil ? 1 : try arguments.int("min_periods", default: 1)
        guard x.count >= Swift.max(minimum, 1) else { return .numpyFloat(.nan) }
        return .numpyFloat(Moments.covariance(x, y, ddof: try arguments.int("ddof", default: 1)))
    }

    /// The sum of the products; the labels must be the same.
    func dot() throws(Failure) -> Value {
        let given = try arguments.require("other")
        var other = given
        if case .series(let series) = given {
            guard series.count == receiver.count, Set(series.index.values.map { HashKey($0) }) == Set(receiver.index.values.map { HashKey($0) }) else {
                throw Failure(.valueError, "matrices are not aligned")
            }
        } else {
            let items = try interpreter.iterate(given)
            guard items.count == receiver.count else { throw Failure(.valueError, "Dot product shape mismatch") }
            other = .series(Series(Column(values: items), index: receiver.index))
        }
        let products = try interpreter.binary(.multiply, .series(receiver), other)
        return try interpreter.invoke("sum", on: products, keywords: [("skipna", .bool(false))])
    }

    func autocorr() throws(Failure) -> Value {
        let lag = try arguments.int("lag", default: 1)
        let shifted = try interpreter.invoke("shift", on: .series(receiver), [.int(lag)])
        return try interpreter.invoke("corr", on: .series(receiver), [shifted])
    }

    /// The numbers of both Series under the labels they share, without the pairs that have a gap.
    private func pairs() throws(Failure) -> ([Double], [Double]) {
        guard case .series(let other) = try arguments.require("other") else { throw Failure(.typeError, "unsupported type: the other side must be a Series") }
        var a = receiver, b = other
        if !a.index.equals(b.index) {
            let kept = a.index.values.indices.filter { b.index.position(of: a.index[$0]) != nil }
            a = a.gather(kept)
            b = Series(b.column.gather(try interpreter.rows(of: a.index, in: b.index)), index: a.index, name: b.name)
        }
        try interpreter.charge(cells: a.count * 4)
        guard let x = try interpreter.cast(a.column, to: .dtype(.float64)).doubles, let y = try interpreter.cast(b.column, to: .dtype(.float64)).doubles else {
            throw Failure(.internalFault, "a cast gives floats")
        }
        let valid = x.indices.filter { !x[$0].isNaN && !y[$0].isNaN }
        return (valid.map { x[$0] }, valid.map { y[$0] })
    }
}
