import Catalog
import Diagnostics
import Glibc
import Kernels
import Plan
import Values

/// The reductions of a Series to one number or cell (`pandas.core.nanops`).
enum Reduction: String {
    case sum, prod, mean, median, min, max, std, sem, skew, kurt
    case variance = "var"

    /// Whether it gives `np.nan` itself, a float of Python's: of no cells (`_na_for_min_count`), or of too few numbers.
    fileprivate func isUndefined(cells: Int, numbers: Int) -> Bool {
        switch self {
        case .sum, .prod, .sem: false
        case .median, .min, .max, .std, .variance: cells == 0
        case .mean: numbers == 0
        case .skew: numbers < 3
        case .kurt: numbers < 4
        }
    }
}

extension Call where Receiver == Series {
    func reduce(_ reduction: Reduction) throws(Failure) -> Value {
        try interpreter.charge(cells: receiver.count)
        if try arguments.bool("numeric_only", default: false), !receiver.column.dtype.isNumeric {
            throw Failure(.typeError, "Series.\(reduction.rawValue) does not allow numeric_only=True with non-numeric dtypes.")
        }
        let skips = try arguments.bool("skipna", default: true)
        switch receiver.column {
        case .int(let cells): return try reduced(reduction, cells)
        case .bool(let cells): return try reduced(reduction, cells)
        case .float(let cells): return try reduced(reduction, cells, skips: skips)
        case .text, .object: return try reducedObjects(reduction, skips: skips)
        case .timestamp(let cells): return try reducedTimes(reduction, cells, skips: skips, isSpan: false)
        case .timedelta(let cells): return try reducedTimes(reduction, cells, skips: skips, isSpan: true)
        case .categorical(let cells): return try reducedCategories(reduction, cells, skips: skips)
        }
    }

    /// A Series has one axis, whatever is asked of it; only `reindex` does not look (`NDFrame._get_axis_number`).
    func performChecked(_ operation: SeriesOperation) throws(Failure) -> Value {
        if operation != .reindex, let axis = arguments.given("axis") { try requireRowAxis(operation, axis) }
        return try perform(operation)
    }

    func requireRowAxis(_ operation: SeriesOperation, _ axis: Value) throws(Failure) {
        guard axis.integer != 0, axis.text != "index", axis.text != "rows" else { return }
        if axis.integer == -1, [.argsort, .argmax, .argmin].contains(operation) { return }
        throw Failure(.valueError, "No axis named \(Interpreter.brief(axis)) for object type Series")
    }

    /// Whether fewer cells than `min_count` are there.
    private func isTooFew(_ count: Int) throws(Failure) -> Bool {
        count < (try arguments.int("min_count", default: 0))
    }

    private func reduced(_ reduction: Reduction, _ cells: [Int]) throws(Failure) -> Value {
        switch reduction {
        case .sum: return try isTooFew(cells.count) ? .float(.nan) : .numpyInt(cells.reduce(0, &+))
        case .prod: return try isTooFew(cells.count) ? .float(.nan) : .numpyInt(cells.reduce(1, &*))
        case .min: return cells.min().map(Value.numpyInt) ?? .float(.nan)
        case .max: return cells.max().map(Value.numpyInt) ?? .float(.nan)
        case .mean, .median, .std, .variance, .sem, .skew, .kurt: return try reduced(reduction, cells.map(Double.init), skips: true)
        }
    }

    private func reduced(_ reduction: Reduction, _ cells: [Bool]) throws(Failure) -> Value {
        switch reduction {
        case .min: cells.isEmpty ? .float(.nan) : .numpyBool(!cells.contains(false))
        case .max: cells.isEmpty ? .float(.nan) : .numpyBool(cells.contains(true))
        case .sum, .prod, .mean, .median, .std, .variance, .sem, .skew, .kurt: try reduced(reduction, cells.map { $0 ? 1 : 0 })
        }
    }

    private func reduced(_ reduction: Reduction, _ cells: [Double], skips: Bool) throws(Failure) -> Value {
        let numbers = MaskedNumbers(cells)
        if !skips, numbers.count < cells.count { return .numpyFloat(.nan) }
        if reduction.isUndefined(cells: cells.count, numbers: numbers.count) { return .float(.nan) }
        switch reduction {
        case .sum: return .numpyFloat(try isTooFew(numbers.count) ? .nan : numbers.sum)
        case .prod: return .numpyFloat(try isTooFew(numbers.count) ? .nan : numbers.product)
        case .mean: return .numpyFloat(numbers.mean)
        case .median: return .numpyFloat(cells.median(skipping: true))
        case .min: return .numpyFloat(numbers.present.min() ?? .nan)
        case .max: return .numpyFloat(numbers.present.max() ?? .nan)
        case .std: return .numpyFloat(numbers.variance(ddof: try arguments.int("ddof", default: 1)).squareRoot())
        case .variance: return .numpyFloat(numbers.variance(ddof: try arguments.int("ddof", default: 1)))
        case .sem: return .numpyFloat(numbers.variance(ddof: try arguments.int("ddof", default: 1)).squareRoot() / Double(numbers.count).squareRoot())
        case .skew: return .numpyFloat(numbers.skew)
        case .kurt: return .numpyFloat(numbers.kurtosis)
        }
    }

    // MARK: Times

    private func reducedTimes(_ reduction: Reduction, _ cells: [Int], skips: Bool, isSpan: Bool) throws(Failure) -> Value {
        let present = cells.filter { $0 != Column.missingTime }
        let isUnknown = !skips && present.count < cells.count
        func value(_ time: Int) -> Value { isSpan ? .timedelta(time) : .timestamp(time) }
        func wrapped(_ x: Double) -> Value { value(Int(exactly: x.rounded(.towardZero)) ?? Column.missingTime) }
        let numbers = MaskedNumbers(present.map(Double.init))
        switch reduction {
        case .min: return value(isUnknown ? Column.missingTime : present.min() ?? Column.missingTime)
        case .max: return value(isUnknown ? Column.missingTime : present.max() ?? Column.missingTime)
        case .mean: return isUnknown || present.isEmpty ? value(Column.missingTime) : wrapped(numbers.mean)
        case .median: return isUnknown || present.isEmpty ? value(Column.missingTime) : wrapped(present.map(Double.init).median(skipping: true))
        case .sum where isSpan: return isUnknown ? value(Column.missingTime) : value(present.reduce(0, &+))
        case .std: return isUnknown || present.count < 2 ? .timedelta(Column.missingTime) : .timedelta(Int(exactly: numbers.variance(ddof: 1).squareRoot().rounded(.towardZero)) ?? Column.missingTime)
        case .sum, .prod, .variance, .sem, .skew, .kurt:
            throw Failure(.typeError, "'\(isSpan ? "TimedeltaArray" : "DatetimeArray")' with dtype \(receiver.column.dtype.rawValue) does not support reduction '\(reduction.rawValue)'")
        }
    }

    // MARK: Objects

    /// Cells are added, multiplied and compared as Python does it; a gap counts as the reduction's neutral number, so that it does not
    /// go together with text.
    private func reducedObjects(_ reduction: Reduction, skips: Bool) throws(Failure) -> Value {
        switch reduction {
        case .sum: return try objectSum(skips: skips)
        case .prod: return try objectProduct(skips: skips)
        case .min: return try objectExtreme(.less, skips: skips)
        case .max: return try objectExtreme(.greater, skips: skips)
        case .mean: return try objectMean(skips: skips)
        case .median, .std, .variance, .sem, .skew, .kurt: return try reduced(reduction, objectNumbers(reduction), skips: skips)
        }
    }

    private func filled(_ neutral: Value, skips: Bool) -> [Value] {
        receiver.column.values.map { skips && $0.isMissing ? neutral : $0 }
    }

    private func objectSum(skips: Bool) throws(Failure) -> Value {
        if try isTooFew(receiver.column.presentCount) { return .float(.nan) }
        if case .text(let cells) = receiver.column, !receiver.column.missing.contains(true) { return try concatenated(cells) }
        var items = filled(.int(0), skips: skips)
        guard !items.isEmpty else { return .int(0) }
        var total = items.removeFirst()
        for item in items { total = try interpreter.binary(.add, total, item) }
        return total
    }

    private func concatenated(_ cells: TextColumn) throws(Failure) -> Value {
        guard cells.count > 0 else { return .int(0) }
        var bytes = 0
        for cell in cells.cells { bytes += Int(cell.count) }
        try interpreter.charge(bytes: bytes)
        var out = TextBuilder(rows: 1, bytes: bytes)
        for row in 0..<cells.count { if let text = cells[row] { out.append(text) } }
        return .text(out.finishText())
    }

    private func objectProduct(skips: Bool) throws(Failure) -> Value {
        if try isTooFew(receiver.column.presentCount) { return .float(.nan) }
        var items = filled(.int(1), skips: skips)
        guard !items.isEmpty else { return .int(1) }
        var total = items.removeFirst()
        for item in items { total = try interpreter.binary(.multiply, total, item) }
        return total
    }

    /// The sum over the count; a sum that is text is no number.
    private func objectMean(skips: Bool) throws(Failure) -> Value {
        let sum = try objectSum(skips: skips)
        if case .text(let text) = sum { throw Failure(.typeError, "Could not convert string \(Interpreter.brief(.text(text))) to numeric") }
        let count = skips ? receiver.column.presentCount : receiver.count
        guard count > 0 else { return .float(.nan) }
        return try interpreter.binary(.divide, sum, .numpyFloat(Double(count)))
    }

    private func objectExtreme(_ symbol: ComparisonOperator, skips: Bool) throws(Failure) -> Value {
        guard receiver.column.presentCount > 0 else { return .float(.nan) }
        if case .text(let cells) = receiver.column, !receiver.column.missing.contains(true) { return extreme(cells, largest: symbol == .greater) }
        var items = filled(.float(symbol == .less ? .infinity : -.infinity), skips: skips)
        var best = items.removeFirst()
        for item in items {
            if try interpreter.truth(interpreter.compare(symbol, item, best)) { best = item }
        }
        return best
    }

    private func extreme(_ cells: TextColumn, largest: Bool) -> Value {
        var best = cells[0] ?? .empty
        for row in 1..<cells.count {
            let cell = cells[row] ?? .empty
            if largest ? best < cell : cell < best { best = cell }
        }
        return .text(best)
    }

    /// Objects as floats, for the reductions that do not work on Python's own numbers.
    private func objectNumbers(_ reduction: Reduction) throws(Failure) -> [Double] {
        var numbers: [Double] = []
        for cell in receiver.column.values {
            let isCast = reduction == .skew || reduction == .kurt
            guard let number = cell.isMissing ? Double.nan : cell.number ?? (isCast ? cell.text.flatMap { pythonFloat($0) } : nil) else {
                throw Failure(.typeError, "Cannot convert \(Interpreter.brief(cell)) to numeric")
            }
            numbers.append(number)
        }
        return numbers
    }
}
