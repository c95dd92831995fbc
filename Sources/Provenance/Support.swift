/// The two grades of evidence for one value.
public struct Support: Sendable {
    /// The value is a function of these cells: changing any other cell (a present one to a present one, the columns' types staying) changes nothing.
    public var read = CellSet()
    /// The cells a person would point at; each of them was read.
    public var deciding = CellSet()

    public init() {}

    public init(read: CellSet, deciding: CellSet) {
        self.read = read
        self.deciding = deciding
    }

    /// Cells that were read, each of which decides.
    init(both cells: CellSet) { self.init(read: cells, deciding: cells) }

    mutating func formUnion(_ other: Support) {
        read.formUnion(other.read)
        deciding.formUnion(other.deciding)
    }

    func union(_ other: Support) -> Support {
        var both = self
        both.formUnion(other)
        return both
    }
}
