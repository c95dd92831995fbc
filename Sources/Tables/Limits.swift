import Values

/// What a table may cost before it is refused. The operator sets them; a table or a query cannot.
public struct Limits: Hashable, Sendable {
    /// The most bytes of a file.
    public var bytes: Int
    /// The most rows, without the header.
    public var rows: Int
    /// The most columns, index columns included.
    public var columns: Int
    /// The most bytes of one cell.
    public var cellBytes: Int

    public init(bytes: Int = 2 << 30, rows: Int = 100_000_000, columns: Int = 16_384, cellBytes: Int = 16 << 20) {
        self.bytes = bytes
        self.rows = rows
        self.columns = columns
        self.cellBytes = cellBytes
    }

    public static let standard = Limits()

    /// Cells hold 32-bit positions, so no operator can go beyond this.
    var effectiveBytes: Int { min(max(bytes, 0), TextStorage.limit) }
}
