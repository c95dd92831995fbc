import Diagnostics
import Values

// The same cells in other rows and columns, or as Python values.
extension Call where Receiver == NDArray {
    private func rowWidth() -> Int { receiver.shape.count == 2 ? receiver.shape[1] : 1 }

    func transposed() -> NDArray {
        guard receiver.shape.count == 2 else { return receiver }
        let (height, width) = (receiver.shape[0], rowWidth())
        let cells = (0..<width).flatMap { column in (0..<height).map { $0 * width + column } }
        return NDArray(receiver.column.gather(cells), shape: [width, height])
    }

    /// `transpose(1, 0)` and `transpose((1, 0))`
    func transposed(_ axes: [Value]) throws(Failure) -> NDArray {
        let given = axes.count == 1 ? axes[0].tuple ?? axes : axes
        var order: [Int] = []
        for axis in given {
            if case .none = axis { continue }
            order.append(try interpreter.index(axis))
        }
        if order.isEmpty { return transposed() }
        guard order.count == receiver.shape.count else { throw Failure(.valueError, "axes don't match array") }
        let positions = order.map { $0 < 0 ? $0 + order.count : $0 }
        guard Set(positions) == Set(receiver.shape.indices) else { throw Failure(.valueError, "repeated or invalid axis in transpose") }
        return positions == Array(receiver.shape.indices) ? receiver : transposed()
    }

    func flat() throws(Failure) -> NDArray {
        try requireRowOrder()
        return NDArray(receiver.column)
    }

    private func requireRowOrder() throws(Failure) {
        switch try arguments.word("order", default: "C") {
        case "C": return
        case "F", "A", "K": throw Failure(.unsupportedArgument, "'order' of \(arguments.operation)() other than 'C' is not supported")
        case let other: throw Failure(.valueError, "order must be one of 'C', 'F', 'A', or 'K' (got '\(other)')")
        }
    }

    /// One length may be -1: what is left for it.
    func reshaped() throws(Failure) -> NDArray {
        try requireRowOrder()
        let given = arguments.rest("shape")
        let parts = given.count == 1 ? given[0].tuple ?? given[0].list?.items ?? given : given
        var shape: [Int] = []
        for part in parts { shape.append(try interpreter.index(part)) }
        guard shape.count == 1 || shape.count == 2 else {
            throw Failure(.unsupportedValue, "an array of \(shape.count) dimensions is not supported")
        }
        return NDArray(receiver.column, shape: try completed(shape))
    }

    private func completed(_ shape: [Int]) throws(Failure) -> [Int] {
        let count = receiver.column.count
        let mismatch = Failure(.valueError, "cannot reshape array of size \(count) into shape (\(shape.map(String.init).joined(separator: ",")))")
        guard shape.reduce(0, { $0 + ($1 < 0 ? 1 : 0) }) <= 1 else { throw Failure(.valueError, "can only specify one unknown dimension") }
        var known = 1
        for part in shape where part >= 0 {
            let (product, overflow) = known.multipliedReportingOverflow(by: part)
            guard !overflow else { throw mismatch }
            known = product
        }
        guard let unknown = shape.firstIndex(where: { $0 < 0 }) else {
            guard known == count else { throw mismatch }
            return shape
        }
        guard known > 0, count % known == 0 else { throw mismatch }
        var shape = shape
        shape[unknown] = count / known
        return shape
    }

    func squeezed() throws(Failure) -> NDArray {
        let shape = receiver.shape.filter { $0 != 1 }
        guard !shape.isEmpty else { throw Failure(.unsupportedValue, "an array of no dimensions is not supported") }
        return NDArray(receiver.column, shape: shape)
    }

    // MARK: Python values

    /// numpy's `tolist`: a list a row; dates and time spans come as nanoseconds.
    func rows() throws(Failure) -> [Value] {
        try interpreter.charge(cells: receiver.column.count)
        try interpreter.charge(bytes: receiver.column.count &* 32)
        let cells = try interpreter.pythonCells(receiver.column)
        guard receiver.shape.count == 2 else { return cells }
        let width = rowWidth()
        return (0..<receiver.shape[0]).map { .list(Array(cells[$0 * width..<($0 + 1) * width])) }
    }

    /// The only cell, or the cell at one position, or at a row and a column.
    func item() throws(Failure) -> Value {
        let given = arguments.rest("args")
        let places = given.count == 1 ? given[0].tuple ?? given : given
        let column = receiver.column
        guard !places.isEmpty else {
            guard column.count == 1 else { throw Failure(.valueError, "can only convert an array of size 1 to a Python scalar") }
            return try interpreter.pythonCells(column)[0]
        }
        let at = try position(places)
        return try interpreter.pythonCells(column.slice(at..<at + 1))[0]
    }

    private func position(_ places: [Value]) throws(Failure) -> Int {
        guard places.count > 1 else { return try position(places[0], receiver.column.count) }
        guard places.count == receiver.shape.count else { throw Failure(.valueError, "incorrect number of indices for array") }
        return try position(places[0], receiver.shape[0]) * rowWidth() + position(places[1], rowWidth())
    }

    private func position(_ place: Value, _ count: Int) throws(Failure) -> Int {
        let number = try interpreter.index(place)
        guard let at = Slices.position(number, count: count) else {
            throw Failure(.indexError, "index \(number) is out of bounds for size \(count)")
        }
        return at
    }

    func taken() throws(Failure) -> Value {
        let indices = try arguments.require("indices")
        if indices.integer != nil { return receiver.column[try position(indices, receiver.column.count)] }
        let wanted = try interpreter.numpyArray(indices)
        try interpreter.charge(cells: wanted.column.count)
        if wanted.column.count > 0, case .float = wanted.column { throw Failure(.typeError, "cannot cast array data from float64 to int64") }
        var rows: [Int] = []
        for place in wanted.column.values { rows.append(try position(place, receiver.column.count)) }
        return .array(NDArray(receiver.column.gather(rows), shape: wanted.shape))
    }
}

extension Interpreter {
    /// The cells as Python's own values, as numpy's `item` and `tolist` give them.
    func pythonCells(_ column: Column) throws(Failure) -> [Value] {
        switch column {
        case .timestamp(let cells), .timedelta(let cells): cells.map { $0 == Column.missingTime ? .none : .int($0) }
        case .bool, .int, .float, .text, .object, .categorical: try iterate(.series(Series(column)))
        }
    }
}
