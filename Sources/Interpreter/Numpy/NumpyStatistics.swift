import Diagnostics
import Kernels
import Values

// `average`, `corrcoef`, `cov`, `ptp`, `dot`, `diff`, running sums, rounding.
extension Call where Receiver == NumpyModule {
    func average() throws(Failure) -> Value {
        let value = try arguments.require("a")
        guard arguments.given("axis") == nil else { throw Failure(.unsupportedArgument, "'axis' of average() is not supported") }
        guard let given = arguments.given("weights") else {
            return try reduced("mean", numbers(value).column, fromList: true)
        }
        let (cells, weights) = (try numbers(value).column.doubles ?? [], try numbers(given).column.doubles ?? [])
        guard cells.count == weights.count else { throw Failure(.valueError, "Length of weights not compatible with specified axis.") }
        let total = Moments.sum(weights)
        guard total != 0 else { throw Failure(.zeroDivision, "Weights sum to zero, can't be normalized") }
        return .numpyFloat(Moments.sum(Swift.zip(cells, weights).map { $0 * $1 }) / total)
    }

    /// The rows of one or two arrays as variables.
    private func variables(_ first: StaticString) throws(Failure) -> [[Double]] {
        var rows: [[Double]] = []
        for value in [try arguments.require(first)] + (arguments.given("y").map { [$0] } ?? []) {
            let array = try numbers(value)
            let cells = array.column.doubles ?? []
            let width = array.isFlat ? cells.count : array.shape[1]
            for start in stride(from: 0, to: max(cells.count, 1), by: max(width, 1)) { rows.append(Array(cells[start..<min(start + width, cells.count)])) }
        }
        guard let width = rows.first?.count, rows.allSatisfy({ $0.count == width }) else {
            throw Failure(.valueError, "all the input array dimensions except for the concatenation axis must match exactly")
        }
        let (cells, over) = (rows.count &* rows.count).multipliedReportingOverflow(by: width)
        try interpreter.charge(cells: over ? .max : cells)
        return rows
    }

    private func covariance(_ rows: [[Double]], ddof: Int) -> [[Double]] {
        rows.map { a in rows.map { b in Moments.covariance(a, b, ddof: ddof) } }
    }

    private func matrix(_ rows: [[Double]]) -> NDArray {
        rows.count == 1 ? NDArray(.float(rows[0]), shape: [1]) : NDArray(.float(Array(rows.joined())), shape: [rows.count, rows.count])
    }

    func covariances() throws(Failure) -> NDArray {
        let biased = try arguments.bool("bias", default: false)
        let ddof = try arguments.given("ddof").map { value throws(Failure) in try interpreter.index(value) } ?? (biased ? 0 : 1)
        let rows = try variables("m")
        guard rows.count > 1 else { throw Failure(.unsupportedValue, "the covariance of one variable is not supported") }
        return matrix(covariance(rows, ddof: ddof))
    }

    func correlations() throws(Failure) -> NDArray {
        let rows = try variables("x")
        guard rows.count > 1 else { throw Failure(.unsupportedValue, "the correlation of one variable is not supported") }
        let covariances = covariance(rows, ddof: 1)
        let deviations = covariances.indices.map { covariances[$0][$0].squareRoot() }
        return matrix(
            covariances.indices.map { i in
                covariances.indices.map { j in
                    let r = covariances[i][j] / deviations[i] / deviations[j]
                    return r.isNaN ? r : min(max(r, -1), 1)
                }
            })
    }

    func spread() throws(Failure) -> Value {
        let array = try numbers(arguments.require("a"))
        return try interpreter.binary(.subtract, reduced("max", array.column, fromList: true), reduced("min", array.column, fromList: true))
    }

    func dotProduct() throws(Failure) -> Value {
        let (a, b) = (try numbers(arguments.require("a")), try numbers(arguments.require("b")))
        guard a.isFlat, b.isFlat, a.count == b.count else {
            guard a.isFlat, b.isFlat else { throw Failure(.unsupportedOperation, "dot() of matrices is not supported") }
            throw Failure(.valueError, "shapes (\(a.count),) and (\(b.count),) not aligned")
        }
        try interpreter.charge(cells: a.count)
        if case .float = try Promotion([.cells(a.column), .cells(b.column)]).kind() {
            return .numpyFloat(Swift.zip(a.column.doubles ?? [], b.column.doubles ?? []).reduce(0) { $0 + $1.0 * $1.1 })
        }
        return .numpyInt(Swift.zip(a.column.values, b.column.values).reduce(0) { $0 &+ ($1.0.integer ?? 0) &* ($1.1.integer ?? 0) })
    }

    func differences() throws(Failure) -> NDArray {
        let array = try interpreter.numpyArray(arguments.require("a"))
        guard array.isFlat else { throw Failure(.unsupportedOperation, "diff() of a matrix is not supported") }
        let times = try interpreter.index(arguments["n"] ?? .int(1))
        guard times >= 0 else { throw Failure(.valueError, "order must be non-negative but got \(times)") }
        var column = array.column
        for _ in 0..<min(times, column.count) { column = try difference(column) }
        return NDArray(column)
    }

    private func difference(_ column: Column) throws(Failure) -> Column {
        try interpreter.charge(cells: column.count)
        switch column {
        case .int(let cells): return .int(Swift.zip(cells, cells.dropFirst()).map { $1 &- $0 })
        case .float(let cells): return .float(Swift.zip(cells, cells.dropFirst()).map { $1 - $0 })
        case .bool(let cells): return .bool(Swift.zip(cells, cells.dropFirst()).map { $0 != $1 })
        case .timestamp(let cells), .timedelta(let cells):
            return .timedelta(
                Swift.zip(cells, cells.dropFirst()).map { a, b in
                    a == Column.missingTime || b == Column.missingTime ? Column.missingTime : b &- a
                })
        case .text, .object, .categorical: throw Failure(.typeError, "unsupported operand type(s) for -: 'str' and 'str'")
        }
    }

    /// `cumsum` and `cumprod`.
    func running(_ name: String) throws(Failure) -> Value {
        let value = try arguments.require("a")
        switch value {
        case .series, .frame: return try interpreter.invoke(name, on: value)
        default: break
        }
        let array = try numbers(value)
        try interpreter.charge(cells: array.column.count)
        guard let axis = arguments.given("axis") else { return .array(NDArray(running(name, array.column))) }
        return .array(try eachLine(array, axis: interpreter.index(axis)) { (line) throws(Failure) in running(name, line) })
    }

    private func running(_ name: String, _ column: Column) -> Column {
        let sums = name == "cumsum"
        switch column {
        case .float(let cells): return .float(running(cells, sums ? 0 : 1) { sums ? $0 + $1 : $0 * $1 })
        default: return .int(running(column.values.map { $0.integer ?? 0 }, sums ? 0 : 1) { sums ? $0 &+ $1 : $0 &* $1 })
        }
    }

    private func running<Cell>(_ cells: [Cell], _ start: Cell, _ combine: (Cell, Cell) -> Cell) -> [Cell] {
        var total = start
        return cells.map { cell in
            total = combine(total, cell)
            return total
        }
    }

    func rounded() throws(Failure) -> Value {
        let value = try arguments.require("a")
        let decimals = try interpreter.index(arguments["decimals"] ?? .int(0))
        switch value {
        case .series, .frame: return try interpreter.invoke("round", on: value, [.int(decimals)])
        default: break
        }
        let array = try numbers(value)
        try interpreter.charge(cells: array.column.count)
        let column: Column
        switch array.column {
        case .float(let cells): column = .float(cells.map { Rounding.numpy($0, decimals: decimals) })
        case .int(let cells):
            var rounded: [Int] = []
            for cell in cells { rounded.append(try Rounding.python(cell, digits: decimals)) }
            column = .int(rounded)
        default: throw Failure(.unsupportedValue, "rounding bools gives half-precision floats, which are not supported")
        }
        return value.number == nil ? .array(NDArray(column, shape: array.shape)) : column[0]
    }

    func arraysEqual() throws(Failure) -> Bool {
        let (a, b) = (try interpreter.numpyArray(arguments.require("a1")), try interpreter.numpyArray(arguments.require("a2")))
        guard a.shape == b.shape else { return false }
        try interpreter.charge(cells: a.column.count)
        let bothNaN = try arguments.bool("equal_nan", default: false)
        for (x, y) in Swift.zip(a.column.values, b.column.values) {
            if bothNaN, x.isMissing, y.isMissing { continue }
            if try !interpreter.truth(interpreter.compare(.equal, x, y)) { return false }
        }
        return true
    }
}
