import Catalog
import Diagnostics
import Values

extension Interpreter {
    /// `rolling(…)` and `expanding(…)`: the windows, before anything is asked of them.
    func windowed(_ source: Value, _ arguments: Arguments) throws(Failure) -> Value {
        let minimum = try arguments.given("min_periods").map { (value) throws(Failure) in
            guard let number = value.integer, !value.isBool else { throw Failure(.valueError, "min_periods must be an integer") }
            guard number >= 0 else { throw Failure(.valueError, "min_periods must be >= 0") }
            return number
        }
        guard arguments.operation == "rolling" else {
            return .accessor(AccessorValue(.expanding, source, window: Window(size: nil, minimum: minimum ?? 1)))
        }
        let given = try arguments.require("window")
        if case .timedelta = given { throw Failure(.unsupportedArgument, "windows of time are not supported") }
        guard let size = given.integer, !given.isBool, size >= 0 else { throw Failure(.valueError, "window must be an integer 0 or greater") }
        if let minimum, minimum > size { throw Failure(.valueError, "min_periods \(minimum) must be <= window \(size)") }
        let window = try Window(
            size: size, minimum: minimum ?? size, isCentred: arguments.bool("center", default: false), closed: closed(arguments))
        return .accessor(AccessorValue(.rolling, source, window: window))
    }

    private func closed(_ arguments: Arguments) throws(Failure) -> Window.Closed {
        guard arguments.given("closed") != nil else { return .right }
        guard let closed = Window.Closed(rawValue: try arguments.word("closed", default: "right")) else {
            throw Failure(.valueError, "closed must be 'right', 'left', 'both' or 'neither'")
        }
        return closed
    }

    /// `df.rolling(2)['x']`: the same windows over some columns.
    func windowSubscript(_ accessor: AccessorValue, _ key: Value) throws(Failure) -> Value {
        guard case .frame = accessor.receiver else {
            throw Failure(.indexError, "Column(s) already selected")
        }
        return .accessor(AccessorValue(accessor.kind, try subscripted(accessor.receiver, key: key), window: accessor.window))
    }
}

// Functions of windows.
extension Call where Receiver == Windowed {
    /// `apply`: the function gets each window with enough cells, as a Series of floats or (raw) as an array.
    func applied() throws(Failure) -> Value {
        let function = try arguments.require("func")
        if case .text = function { throw Failure(.typeError, "'str' object is not callable") }
        let raw = try arguments.bool("raw", default: false)
        let extra = try arguments.given("args").map { (value) throws(Failure) in try interpreter.iterate(value) } ?? []
        return try eachSeries { (series) throws(Failure) in try applied(function, series, raw: raw, extra) }
    }

    private func applied(_ function: Value, _ series: Series, raw: Bool, _ extra: [Value]) throws(Failure) -> Column {
        let cells = try numbers(series.column)
        var results: [Double] = []
        for row in cells.indices {
            let rows = receiver.window.rows(row, of: cells.count)
            try interpreter.charge(cells: rows.count)
            let present = rows.reduce(0) { $0 + (cells[$1].isNaN ? 0 : 1) }
            guard present >= receiver.window.minimum else {
                results.append(.nan)
                continue
            }
            let column = Column.float(Array(cells[rows]))
            let window = raw ? Value.array(NDArray(column)) : .series(Series(column, index: series.index.slice(rows)))
            let result = try interpreter.call(function, [window] + extra)
            guard let number = result.number else { throw Failure(.typeError, "must be real number, not \(result.typeName)") }
            results.append(number)
        }
        return .float(results)
    }

    /// `agg`: a name or a function; a list gives a frame.
    func aggregated(_ function: Value) throws(Failure) -> Value {
        switch function {
        case .text(let name):
            return try interpreter.invoke(name.string, on: .accessor(AccessorValue(receiver.kind, receiver.source, window: receiver.window)))
        case .list(let list):
            guard case .series(let series) = receiver.source else {
                throw Failure(.unsupportedArgument, "agg() of several functions over a frame's windows is not supported")
            }
            var columns: [Column] = []
            for item in list.items { columns.append(try aggregated(item).series?.column ?? .float([])) }
            let names = try list.items.map { (item) throws(Failure) in try name(of: item) }
            return .frame(Frame(columns, index: series.index, columns: Index(Column(values: names))))
        case .function(let callable):
            if let reduction = (callable as? OperationValue)?.operation, RollingOperation(rawValue: reduction.name) != nil {
                return try aggregated(.string(reduction.name))
            }
            return try eachSeries { (series) throws(Failure) in try applied(function, series, raw: false, []) }
        default: throw Failure(.unsupportedArgument, "this argument of agg() is not supported over windows")
        }
    }

    private func name(of function: Value) throws(Failure) -> Value {
        guard case .text = function else { throw Failure(.unsupportedArgument, "agg() of several functions needs names") }
        return function
    }
}
