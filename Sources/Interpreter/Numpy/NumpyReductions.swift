import Diagnostics
import Kernels
import Values

// Reductions: a Series or a frame is asked itself, as numpy asks it; anything else is made an array.
extension Call where Receiver == NumpyModule {
    /// `sum`, `prod`, `max`, `min`, `mean`, `std`, `var`.
    func reduced(_ name: String) throws(Failure) -> Value {
        let value = try arguments.require("a")
        switch value {
        case .series, .frame: return try asked(value, name)
        case .iterator: throw Failure(.typeError, "Calling np.\(name)(generator) is deprecated")
        case .list, .tuple, .range, .array, .index: return try reduced(name, interpreter.numpyArray(value), fromList: isList(value))
        case .bool, .int, .float, .numpyBool, .numpyInt, .numpyFloat: return try reduced(name, NDArray(Column(values: [value])), fromList: true)
        case .none, .text, .timestamp, .timedelta, .date, .time, .interval, .set, .dict, .slice, .groupBy, .accessor, .function, .type, .dtype, .module:
            throw Interpreter.unsupportedUfunc(name)
        }
    }

    private func isList(_ value: Value) -> Bool {
        switch value {
        case .list, .tuple: true
        default: false
        }
    }

    /// numpy calls the method of the same name, with its own defaults.
    func asked(_ value: Value, _ name: String) throws(Failure) -> Value {
        var keywords: [(String, Value)] = []
        if let axis = arguments["axis"] { keywords.append(("axis", axis)) } else if case .frame = value { keywords.append(("axis", .none)) }
        if name == "std" || name == "var" { keywords.append(("ddof", arguments["ddof"] ?? .int(0))) }
        return try interpreter.invoke(name, on: value, [], keywords: keywords).asNumpy
    }

    private func reduced(_ name: String, _ array: NDArray, fromList: Bool) throws(Failure) -> Value {
        try interpreter.charge(cells: array.column.count)
        guard let axis = arguments.given("axis") else {
            // A frame's cells lie column by column, those of nested lists row by row: texts are joined as they lie.
            if name == "sum", !array.isFlat, array.column.dtype == .object { throw Failure(.unsupportedOperation, "sum() of a matrix of objects is not supported") }
            return try reduced(name, array.column, fromList: fromList)
        }
        return try lines(array, axis: interpreter.index(axis)) { (column) throws(Failure) in try reduced(name, column, fromList: fromList) }
    }

    /// Reduces along an axis of an array of one or two dimensions.
    func lines(_ array: NDArray, axis: Int, _ body: (Column) throws(Failure) -> Value) throws(Failure) -> Value {
        guard array.shape.count == 2 else {
            _ = try position(ofAxis: axis, array)
            return try body(array.column)
        }
        var results: [Value] = []
        for line in try cells(ofLines: array, axis: axis) { results.append(try body(array.column.gather(line))) }
        return .array(NDArray(Column(values: results)))
    }

    /// An array of the same shape, made line by line along an axis.
    func eachLine(_ array: NDArray, axis: Int, _ body: (Column) throws(Failure) -> Column) throws(Failure) -> NDArray {
        guard array.shape.count == 2 else {
            _ = try position(ofAxis: axis, array)
            return NDArray(try body(array.column))
        }
        var places = Array(repeating: 0, count: array.column.count)
        var lines: [Column] = []
        for line in try cells(ofLines: array, axis: axis) {
            for (at, cell) in line.enumerated() { places[cell] = lines.count * line.count + at }
            lines.append(try body(array.column.gather(line)))
        }
        guard !lines.isEmpty else { return array }
        return NDArray(Column.stacked(lines).gather(places), shape: array.shape)
    }

    /// The cells of each line along an axis of a matrix.
    private func cells(ofLines array: NDArray, axis: Int) throws(Failure) -> [[Int]] {
        let (height, width) = (array.shape[0], array.shape[1])
        guard try position(ofAxis: axis, array) == 0 else { return (0..<height).map { row in (0..<width).map { row * width + $0 } } }
        return (0..<width).map { column in (0..<height).map { $0 * width + column } }
    }

    private func position(ofAxis axis: Int, _ array: NDArray) throws(Failure) -> Int {
        let at = axis < 0 ? axis + array.shape.count : axis
        guard array.shape.indices.contains(at) else {
            throw Failure(.valueError, "axis \(axis) is out of bounds for array of dimension \(array.shape.count)")
        }
        return at
    }

    func reduced(_ name: String, _ column: Column, fromList: Bool) throws(Failure) -> Value {
        switch column {
        case .int(let cells): return try reduced(name, cells)
        case .bool(let cells): return try reduced(name, cells)
        case .float(let cells): return try reduced(name, cells)
        case .text, .object: return try reducedObjects(name, column, fromList: fromList)
        case .categorical: throw Column.noCategories(name)
        case .timestamp(let cells):
            guard name == "max" || name == "min" else { throw Interpreter.unsupportedUfunc(name) }
            return .timestamp(try extreme(name, cells))
        case .timedelta(let cells):
            guard name == "max" || name == "min" else { throw Failure(.unsupportedOperation, "np.\(name)() of time spans is not supported") }
            return .timedelta(try extreme(name, cells))
        }
    }

    private func extreme(_ name: String, _ times: [Int]) throws(Failure) -> Int {
        if times.contains(Column.missingTime) { return Column.missingTime }
        guard let found = name == "max" ? times.max() : times.min() else { throw empty(name) }
        return found
    }

    private func empty(_ name: String) -> Failure {
        Failure(.valueError, "zero-size array to reduction operation \(name)imum which has no identity")
    }

    private func reduced(_ name: String, _ cells: [Int]) throws(Failure) -> Value {
        switch name {
        case "sum": return .numpyInt(cells.reduce(0, &+))
        case "prod": return .numpyInt(cells.reduce(1, &*))
        case "max", "min":
            guard let found = name == "max" ? cells.max() : cells.min() else { throw empty(name) }
            return .numpyInt(found)
        default: return try reduced(name, cells.map(Double.init))
        }
    }

    private func reduced(_ name: String, _ cells: [Bool]) throws(Failure) -> Value {
        switch name {
        case "max", "min":
            guard !cells.isEmpty else { throw empty(name) }
            return .numpyBool(name == "max" ? cells.contains(true) : !cells.contains(false))
        default: return try reduced(name, cells.map { $0 ? 1 : 0 })
        }
    }

    private func reduced(_ name: String, _ cells: [Double]) throws(Failure) -> Value {
        switch name {
        case "sum": return .numpyFloat(Moments.sum(cells))
        case "prod": return .numpyFloat(cells.reduce(1, *))
        case "mean": return .numpyFloat(cells.isEmpty ? .nan : Moments.mean(cells))
        case "var": return .numpyFloat(try variance(cells))
        case "std": return .numpyFloat(try variance(cells).squareRoot())
        default:
            guard !cells.isEmpty else { throw empty(name) }
            if let gap = cells.first(where: \.isNaN) { return .numpyFloat(gap) }
            return .numpyFloat((name == "max" ? cells.max() : cells.min()) ?? .nan)
        }
    }

    private func variance(_ cells: [Double]) throws(Failure) -> Double {
        cells.isEmpty ? .nan : Moments.variance(cells, ddof: try arguments.int("ddof", default: 0))
    }

    /// Texts and other objects have only extremes, found as Python compares; texts of a list have not even those.
    private func reducedObjects(_ name: String, _ column: Column, fromList: Bool) throws(Failure) -> Value {
        if case .text = column, fromList { throw Interpreter.unsupportedUfunc(name) }
        var items = column.values
        switch name {
        case "max", "min":
            guard !items.isEmpty else { throw empty(name) }
            var best = items.removeFirst()
            for item in items {
                let stays = try interpreter.truth(interpreter.compare(name == "max" ? .greaterEqual : .lessEqual, best, item))
                best = stays ? best : item
            }
            return best
        case "sum" where !items.isEmpty, "mean" where !items.isEmpty:
            var total = items.removeFirst()
            for item in items { total = try interpreter.binary(.add, total, item) }
            return name == "sum" ? total : try interpreter.binary(.divide, total, .int(column.count))
        default: throw Interpreter.unsupportedUfunc(name)
        }
    }

    // MARK: Leaving NaN out

    func reducedSkipping(_ name: String) throws(Failure) -> Value {
        let array = try numbers(arguments.require("a"))
        guard arguments.given("axis") == nil || array.isFlat else {
            throw Failure(.unsupportedArgument, "'axis' of np.\(arguments.operation)() is not supported")
        }
        try interpreter.charge(cells: array.column.count)
        guard case .float(let cells) = array.column else { return try reduced(name, array.column, fromList: false) }
        let kept = cells.filter { !$0.isNaN }
        if kept.isEmpty, !cells.isEmpty, name == "max" || name == "min" { return .numpyFloat(.nan) }
        return try reduced(name, kept)
    }

    /// An array of numbers; anything else is refused as numpy refuses it.
    func numbers(_ value: Value) throws(Failure) -> NDArray {
        let array = try interpreter.numpyArray(value.number == nil ? value : .list([value]))
        guard array.column.doubles != nil else { throw Interpreter.unsupportedUfunc(arguments.operation) }
        return array
    }

    // MARK: Order statistics

    func ordered(_ body: ([Double]) -> Double) throws(Failure) -> Value {
        let array = try numbers(arguments.require("a"))
        try interpreter.charge(cells: array.column.count &* 8)
        guard let axis = arguments.given("axis") else { return .numpyFloat(body(array.column.doubles ?? [])) }
        return try lines(array, axis: interpreter.index(axis)) { (column) throws(Failure) in .numpyFloat(body(column.doubles ?? [])) }
    }

    func quantiles(scale: Double, skipping: Bool) throws(Failure) -> Value {
        guard try arguments.word("method", default: "linear") == "linear" else {
            throw Failure(.unsupportedArgument, "'method' of \(arguments.operation)() other than 'linear' is not supported")
        }
        guard arguments.given("axis") == nil else { throw Failure(.unsupportedArgument, "'axis' of \(arguments.operation)() is not supported") }
        let cells = try numbers(arguments.require("a")).column.doubles ?? []
        try interpreter.charge(cells: cells.count &* 8)
        let kept = cells.filter { !$0.isNaN }
        let sorted = skipping || kept.count == cells.count ? kept.sorted() : []
        let q = try arguments.require("q")
        if let one = q.number { return .numpyFloat(try quantile(sorted, one / scale)) }
        var found: [Double] = []
        for one in try numbers(q).column.doubles ?? [] { found.append(try quantile(sorted, one / scale)) }
        return .array(NDArray(.float(found)))
    }

    private func quantile(_ sorted: [Double], _ q: Double) throws(Failure) -> Double {
        guard q >= 0, q <= 1 else { throw Failure(.valueError, "Percentiles must be in the range [0, 100]") }
        return sorted.isEmpty ? .nan : sorted.quantile(ofSorted: q)
    }
}
