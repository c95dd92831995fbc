import Values

extension TextBuilder {
    /// `str(interval)`: `(0, 10]`
    mutating func append(_ interval: IntervalValue) {
        append(interval.isClosedRight ? "(" : "[")
        append(end: interval.left, of: interval)
        append(", ")
        append(end: interval.right, of: interval)
        append(interval.isClosedRight ? "]" : ")")
    }

    /// `repr(interval)`
    mutating func append(reprOf interval: IntervalValue) {
        append("Interval(")
        append(end: interval.left, of: interval)
        append(", ")
        append(end: interval.right, of: interval)
        append(", closed='\(interval.isClosedRight ? "right" : "left")')")
    }

    private mutating func append(end: Double, of interval: IntervalValue) {
        if interval.isWhole, let whole = Int(exactly: end) { append(decimal: whole) } else { append(repr: end) }
    }
}
