import Diagnostics
import Values

// Arrays made from nothing or from other arrays.
extension Call where Receiver == NumpyModule {
    /// `np.array(value, dtype)`
    func array(_ value: Value) throws(Failure) -> NDArray {
        let array = try interpreter.numpyArray(value)
        guard let type = arguments.given("dtype") else { return array }
        return NDArray(try cast(array.column, to: type), shape: array.shape)
    }

    private func cast(_ column: Column, to type: Value) throws(Failure) -> Column {
        try interpreter.cast(column, to: type, from: arguments.operation)
    }

    // MARK: Shapes

    func shape(of value: Value) throws(Failure) -> [Int] {
        switch value {
        case .frame(let frame): return [frame.rowCount, frame.columnCount]
        case .bool, .int, .float, .numpyBool, .numpyInt, .numpyFloat, .text, .none, .timestamp, .timedelta, .date, .time, .interval: return []
        default: return try interpreter.numpyArray(value).shape
        }
    }

    /// Rows, or rows and columns; the cells are charged.
    private func requestedShape(_ value: Value) throws(Failure) -> [Int] {
        var shape: [Int] = []
        switch value {
        case .tuple, .list: for part in try interpreter.iterate(value) { shape.append(try interpreter.index(part)) }
        default: shape = [try interpreter.index(value)]
        }
        guard shape.count == 1 || shape.count == 2 else { throw Failure(.unsupportedValue, "an array of \(shape.count) dimensions is not supported") }
        guard shape.allSatisfy({ $0 >= 0 }) else { throw Failure(.valueError, "negative dimensions are not allowed") }
        let (cells, over) = shape[0].multipliedReportingOverflow(by: shape.count == 2 ? shape[1] : 1)
        try interpreter.charge(cells: over ? .max : cells)
        try interpreter.charge(bytes: over || cells > .max / 16 ? .max : cells * 16)
        return shape
    }

    func filled(_ shape: Value, _ value: Value) throws(Failure) -> NDArray {
        let shape = try requestedShape(shape)
        let column = try repeated(value, shape.reduce(1, *))
        return NDArray(try arguments.given("dtype").map { type throws(Failure) in try cast(column, to: type) } ?? column, shape: shape)
    }

    private func repeated(_ value: Value, _ count: Int) throws(Failure) -> Column {
        switch value {
        case .bool(let b), .numpyBool(let b): .bool(Array(repeating: b, count: count))
        case .int(let i), .numpyInt(let i): .int(Array(repeating: i, count: count))
        case .float(let x), .numpyFloat(let x): .float(Array(repeating: x, count: count))
        case .text(let text): .text(TextColumn(Array(repeating: text, count: count)))
        case .none: .object(Array(repeating: .none, count: count))
        default: throw Failure(.unsupportedValue, "an array filled with a \(value.typeName) is not supported")
        }
    }

    /// As another array in shape and type.
    func like(_ value: Value) throws(Failure) -> NDArray {
        let other = try interpreter.numpyArray(arguments.require("a"))
        let column = try repeated(value, other.column.count)
        if let type = arguments.given("dtype") { return NDArray(try cast(column, to: type), shape: other.shape) }
        switch other.column {
        case .int: return NDArray(try cast(column, to: .type(.int)), shape: other.shape)
        case .float: return NDArray(try cast(column, to: .type(.float)), shape: other.shape)
        case .bool: return NDArray(try cast(column, to: .type(.bool)), shape: other.shape)
        case .text, .object, .timestamp, .timedelta, .categorical:
            throw Failure(.unsupportedOperation, "\(arguments.operation)() of this type is not supported")
        }
    }

    // MARK: Sequences

    func arange() throws(Failure) -> Value {
        let first = try arguments.require("start_or_stop")
        let start = arguments.given("stop") == nil ? .int(0) : first
        let stop = arguments.given("stop") ?? first
        let step = arguments.given("step") ?? .int(1)
        let column: Column
        if let a = start.integer, let b = stop.integer, let by = step.integer {
            let range = try interpreter.range(a, b, by)
            try charge(range.count)
            column = .int((0..<range.count).map { range[$0] })
        } else {
            column = .float(try steps(start, stop, step))
        }
        return .array(NDArray(try arguments.given("dtype").map { type throws(Failure) in try cast(column, to: type) } ?? column))
    }

    private func steps(_ start: Value, _ stop: Value, _ step: Value) throws(Failure) -> [Double] {
        guard let a = start.number, let b = stop.number, let by = step.number else { throw Interpreter.unsupportedUfunc("arange") }
        guard by != 0 else { throw Failure(.zeroDivision, "division by zero") }
        let wanted = ((b - a) / by).rounded(.up)
        guard wanted.isFinite, wanted < 1e15 else { throw Failure(.valueError, "arange: cannot compute length") }
        let count = max(0, Int(wanted))
        try charge(count)
        // numpy fills with the difference of the first two.
        let delta = (a + by) - a
        return (0..<count).map { $0 == 0 ? a : $0 == 1 ? a + by : a + Double($0) * delta }
    }

    private func charge(_ count: Int) throws(Failure) {
        try interpreter.charge(cells: count)
        try interpreter.charge(bytes: count > .max / 16 ? .max : count * 16)
    }

    func linspace() throws(Failure) -> NDArray {
        let (start, stop) = (try arguments.double("start", default: 0), try arguments.double("stop", default: 0))
        let count = try arguments["num"].map { value throws(Failure) in try interpreter.index(value) } ?? 50
        guard count >= 0 else { throw Failure(.valueError, "Number of samples, \(count), must be non-negative.") }
        try charge(count)
        let closed = try arguments.bool("endpoint", default: true)
        let parts = closed ? count - 1 : count
        let step = (stop - start) / Double(parts)
        var cells = (0..<count).map { Double($0) * (parts > 0 ? step : stop - start) + start }
        if closed, count > 1 { cells[count - 1] = stop }
        return NDArray(.float(cells))
    }

    // MARK: Joining

    func joined(_ value: Value, axis: Int) throws(Failure) -> NDArray {
        var arrays: [NDArray] = []
        var sides: [PromotionSide] = []
        for item in try interpreter.iterate(value) {
            arrays.append(try interpreter.numpyArray(item))
            sides.append(interpreter.numpySide(item, arrays[arrays.count - 1].column))
        }
        guard !arrays.isEmpty else { throw Failure(.valueError, "need at least one array to concatenate") }
        guard axis == 0, arrays.allSatisfy(\.isFlat) else { throw Failure(.unsupportedOperation, "joining matrices is not supported") }
        return NDArray(try Promotion(sides).concatenated(interpreter))
    }

    func appended() throws(Failure) -> Value {
        let values = try arguments.require("values")
        let more: Value = values.isNumpySequence ? values : .list([values])
        return .array(try joined(.list([arguments.require("arr"), more]), axis: 0))
    }

    func repeatedCells() throws(Failure) -> NDArray {
        let value = try arguments.require("a")
        let column = try interpreter.numpyArray(value.isNumpySequence ? value : .list([value])).column
        let repeats = try arguments.require("repeats")
        if let times = repeats.integer {
            guard times >= 0 else { throw Failure(.valueError, "repeats may not contain negative values.") }
            let (count, over) = column.count.multipliedReportingOverflow(by: times)
            try charge(over ? .max : count)
            return NDArray(column.gather((0..<column.count).flatMap { Array(repeating: $0, count: times) }))
        }
        var rows: [Int] = []
        for (row, times) in try interpreter.iterate(repeats).enumerated() {
            let count = try interpreter.index(times)
            guard row < column.count, count >= 0 else { throw Failure(.valueError, "repeats do not fit the array") }
            try charge(count)
            rows += Array(repeating: row, count: count)
        }
        return NDArray(column.gather(rows))
    }

    func tiled() throws(Failure) -> NDArray {
        let value = try arguments.require("A")
        let column = try interpreter.numpyArray(value.isNumpySequence ? value : .list([value])).column
        let times = max(0, try interpreter.index(arguments.require("reps")))
        let (count, over) = column.count.multipliedReportingOverflow(by: times)
        try charge(over ? .max : count)
        return NDArray(column.gather((0..<times).flatMap { _ in Array(0..<column.count) }))
    }

    func flipped() throws(Failure) -> Value {
        let value = try arguments.require("m")
        if case .series(let series) = value { return .series(series.gather(Array((0..<series.count).reversed()))) }
        let array = try interpreter.numpyArray(value)
        return .array(NDArray(array.column.gather(Array((0..<array.column.count).reversed())), shape: array.shape))
    }
}
