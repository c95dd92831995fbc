import Diagnostics
import Kernels
import Values

/// Python's slice of positions.
enum Slices {
    /// The positions of `lower:upper:step` over so many items.
    static func positions(_ slice: SliceValue, count: Int) throws(Failure) -> [Int] {
        let step = try part(slice.step) ?? 1
        guard step != 0 else { throw Failure(.valueError, "slice step cannot be zero") }
        let lower = try part(slice.lower).map { bounded($0, count, step) } ?? (step > 0 ? 0 : count - 1)
        let upper = try part(slice.upper).map { bounded($0, count, step) } ?? (step > 0 ? count : -1)
        var out: [Int] = []
        var at = lower
        while step > 0 ? at < upper : at > upper {
            out.append(at)
            let (next, overflow) = at.addingReportingOverflow(step)
            if overflow { break }
            at = next
        }
        return out
    }

    private static func bounded(_ at: Int, _ count: Int, _ step: Int) -> Int {
        let absolute = at < 0 ? at &+ count : at
        return step > 0 ? min(max(absolute, 0), count) : min(max(absolute, -1), count - 1)
    }

    /// An integer, or nil for a part left out.
    private static func part(_ value: Value) throws(Failure) -> Int? {
        if case .none = value { return nil }
        guard let number = value.integer else {
            throw Failure(.typeError, "slice indices must be integers or None or have an __index__ method, not \(value.typeName)")
        }
        return number
    }

    /// Whether every part is left out or an integer.
    static func isPositional(_ slice: SliceValue) -> Bool {
        [slice.lower, slice.upper, slice.step].allSatisfy { part in
            if case .none = part { return true }
            return part.integer != nil
        }
    }

    /// One position, counted from the end where negative.
    static func position(_ at: Int, count: Int) -> Int? {
        let absolute = at < 0 ? at &+ count : at
        return (0..<count).contains(absolute) ? absolute : nil
    }

    /// The rows of a slice of labels, both ends included (pandas' `Index.slice_indexer`).
    ///
    /// - Throws: `keyError` where a bound is not a label and the labels are not sorted, or is one several times.
    static func labels(_ slice: SliceValue, of index: Index) throws(Failure) -> [Int] {
        let step = try part(slice.step) ?? 1
        guard step != 0 else { throw Failure(.valueError, "slice step cannot be zero") }
        let descending = try isDescending(index)
        let first = try bound(slice.lower, index, isStart: step > 0, descending: descending)
        let last = try bound(slice.upper, index, isStart: step < 0, descending: descending)
        let (lower, upper) = step > 0 ? (first ?? 0, last ?? index.count) : (last ?? 0, first ?? index.count)
        guard lower < upper else { return [] }
        let rows = Array(lower..<upper)
        return step > 0 ? stride(from: 0, to: rows.count, by: step).map { rows[$0] } : stride(from: rows.count - 1, through: 0, by: step).map { rows[$0] }
    }

    private static func bound(_ label: Value, _ index: Index, isStart: Bool, descending: Bool?) throws(Failure) -> Int? {
        if case .none = label { return nil }
        let matches = index.positions(of: label)
        if let first = matches.first, let last = matches.last {
            guard last - first + 1 == matches.count else {
                throw Failure(.keyError, "cannot get \(isStart ? "left" : "right") slice bound for non-unique label: \(Interpreter.brief(label))")
            }
            return isStart ? first : last + 1
        }
        guard let descending else { throw Failure(.keyError, "\(Interpreter.brief(label)) is not in the index") }
        if case .text(let text) = label, index.column.dtype.isNumeric { return try place(of: text, in: index, isStart: isStart, descending: descending) }
        for at in 0..<index.count {
            let order = try Comparisons.order(.less, index[at].asPython, label)
            if descending ? (order ?? 1) < 0 : (order ?? -1) > 0 { return at }
        }
        return index.count
    }

    /// Where numpy's `searchsorted` puts a text among numbers: it searches as if they were texts, in order or not.
    private static func place(of text: Text, in index: Index, isStart: Bool, descending: Bool) throws(Failure) -> Int {
        let count = index.count
        var (low, high) = (0, count)
        while low < high {
            let middle = low + (high - low) / 2
            let label = try PythonText.str(index[descending ? count - 1 - middle : middle].asPython)
            let isBelow = isStart != descending ? label < text : !(text < label)
            if isBelow { low = middle + 1 } else { high = middle }
        }
        return descending ? count - low : low
    }

    /// Whether the labels fall or rise; nil where neither.
    private static func isDescending(_ index: Index) throws(Failure) -> Bool? {
        var (rising, falling) = (true, true)
        for at in 1..<max(index.count, 1) {
            guard let order = try? Comparisons.order(.less, index[at - 1].asPython, index[at].asPython) else { return nil }
            if order > 0 { rising = false }
            if order < 0 { falling = false }
        }
        return rising ? false : falling ? true : nil
    }
}
