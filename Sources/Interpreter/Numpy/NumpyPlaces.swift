import Diagnostics
import Values

// Flags, and where cells are: `any`, `argmax`, `nonzero`.
extension Call where Receiver == NumpyModule {
    /// `any` and `all`.
    func flagged(_ name: String) throws(Failure) -> Value {
        let value = try arguments.require("a")
        switch value {
        case .series, .frame: return try asked(value, name)
        case .iterator: return .numpyBool(true)
        case .bool, .int, .float, .numpyBool, .numpyInt, .numpyFloat: return .numpyBool(try interpreter.truth(value))
        default: return try flagged(name, interpreter.numpyArray(value))
        }
    }

    private func flagged(_ name: String, _ array: NDArray) throws(Failure) -> Value {
        guard let axis = arguments.given("axis") else { return .numpyBool(try flagged(name, array.column)) }
        return try lines(array, axis: interpreter.index(axis)) { (column) throws(Failure) in .numpyBool(try flagged(name, column)) }
    }

    private func flagged(_ name: String, _ column: Column) throws(Failure) -> Bool {
        try interpreter.charge(cells: column.count)
        for value in column.values where try interpreter.truth(value) == (name == "any") { return name == "any" }
        return name == "all"
    }

    /// `argmax` and `argmin`: NaN wins unless it is left out.
    func placed(_ name: String, skipping: Bool) throws(Failure) -> Value {
        let value = try arguments.require("a")
        if !skipping, case .series = value { return try interpreter.invoke(name, on: value).asNumpy }
        let array = try interpreter.numpyArray(value.number == nil ? value : .list([value]))
        if !skipping, array.column.dtype == .object { return .numpyInt(try objectPlace(name, array)) }
        guard array.column.doubles != nil else { throw Interpreter.unsupportedUfunc(arguments.operation) }
        if !array.isFlat, let axis = arguments.given("axis") {
            return try lines(array, axis: interpreter.index(axis)) { (column) throws(Failure) in
                .numpyInt(try place(name, column.doubles ?? [], skipping))
            }
        }
        return .numpyInt(try place(name, array.column.doubles ?? [], skipping))
    }

    /// Objects are compared as Python compares them.
    private func objectPlace(_ name: String, _ array: NDArray) throws(Failure) -> Int {
        guard array.isFlat || arguments.given("axis") == nil else {
            throw Failure(.unsupportedArgument, "'axis' of \(name)() of objects is not supported")
        }
        let items = array.column.values
        guard !items.isEmpty else { throw Failure(.valueError, "attempt to get \(name) of an empty sequence") }
        try interpreter.charge(cells: items.count)
        var best = 0
        for at in items.indices.dropFirst() {
            if try interpreter.truth(interpreter.compare(name == "argmax" ? .greater : .less, items[at], items[best])) { best = at }
        }
        return best
    }

    private func place(_ name: String, _ cells: [Double], _ skipping: Bool) throws(Failure) -> Int {
        guard !cells.isEmpty else { throw Failure(.valueError, "attempt to get \(name) of an empty sequence") }
        if !skipping, let gap = cells.firstIndex(where: \.isNaN) { return gap }
        guard var best = cells.firstIndex(where: { !$0.isNaN }) else { throw Failure(.valueError, "All-NaN slice encountered") }
        for (at, cell) in cells.enumerated() where name == "argmax" ? cell > cells[best] : cell < cells[best] { best = at }
        return best
    }

    func countNonzero() throws(Failure) -> Value {
        let value = try arguments.require("a")
        if let number = value.number { return .numpyInt(number != 0 ? 1 : 0) }
        let array = try interpreter.numpyArray(value)
        guard let axis = arguments.given("axis") else { return .numpyInt(try nonzero(array.column).count) }
        return try lines(array, axis: interpreter.index(axis)) { (column) throws(Failure) in .numpyInt(try nonzero(column).count) }
    }

    /// `nonzero`: an array of positions a dimension.
    func nonzeroPlaces(_ value: Value) throws(Failure) -> Value {
        let array = try interpreter.numpyArray(value)
        let places = try nonzero(array.column)
        guard array.shape.count == 2, array.shape[1] > 0 else { return .tuple([.array(NDArray(.int(places)))]) }
        let width = array.shape[1]
        return .tuple([.array(NDArray(.int(places.map { $0 / width }))), .array(NDArray(.int(places.map { $0 % width })))])
    }

    func nonzeroPositions(_ value: Value) throws(Failure) -> [Int] {
        let array = try interpreter.numpyArray(value)
        guard array.isFlat else { throw Failure(.unsupportedOperation, "\(arguments.operation)() of a matrix is not supported") }
        return try nonzero(array.column)
    }

    private func nonzero(_ column: Column) throws(Failure) -> [Int] {
        try interpreter.charge(cells: column.count)
        var places: [Int] = []
        for (at, value) in column.values.enumerated() where try interpreter.truth(value) { places.append(at) }
        return places
    }
}
