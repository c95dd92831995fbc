import Diagnostics
import Values

/// `searchsorted`: where values would go among sorted cells.
struct SortedPlaces {
    let interpreter: Interpreter
    let cells: Column
    /// Behind equal cells, not before them.
    let right: Bool

    init(_ interpreter: Interpreter, _ cells: Column, side: String) throws(Failure) {
        guard side == "left" || side == "right" else {
            throw Failure(.valueError, "search side must be 'left' or 'right' (got '\(side)')")
        }
        self.interpreter = interpreter
        self.cells = cells
        right = side == "right"
    }

    /// A place for a scalar, an array of places for several values.
    ///
    /// numpy searches on from the place of the value before, which shows where the cells are not sorted.
    func places(of value: Value) throws(Failure) -> Value {
        guard value.isNumpySequence else { return .numpyInt(try place(of: value, within: 0..<cells.count)) }
        var places: [Int] = []
        var last: Value?
        for item in try interpreter.iterate(value) {
            var bounds = 0..<cells.count
            if let last, let place = places.last {
                let rises = try isBefore(last, item)
                bounds = rises ? place..<cells.count : 0..<min(place + 1, cells.count)
            }
            places.append(try place(of: item, within: bounds))
            last = item
        }
        return .array(NDArray(.int(places)))
    }

    private func place(of wanted: Value, within bounds: Range<Int>) throws(Failure) -> Int {
        var (low, high) = (bounds.lowerBound, bounds.upperBound)
        while low < high {
            let middle = (low + high) / 2
            if try isBefore(cells[middle], wanted) { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// Whether a cell stays before a value; NaN is above every number.
    private func isBefore(_ cell: Value, _ wanted: Value) throws(Failure) -> Bool {
        if let a = cell.number, let b = wanted.number, a.isNaN || b.isNaN { return b.isNaN && (right || !a.isNaN) }
        return try interpreter.truth(interpreter.compare(right ? .lessEqual : .less, cell, wanted))
    }
}
